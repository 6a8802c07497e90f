"""An attribution: whose words a part of a sentence is."""

from __future__ import annotations

from typing import NamedTuple

from figures.figure import Role, Stance, Step
from figures.named import Named

QUOTING = frozenset({"quoted", "quotes", "cited", "cites", "quoting", "citing"})


class Attribution(NamedTuple):
    """Somebody's words in a sentence. *first*, *last*: word positions of what is said; *cue*: the verb's."""

    first: int
    last: int
    cue: int
    speaker: Named
    stance: Stance
    steps: tuple[Step, ...]
    pronoun: str | None = None
    is_deeper: bool = False  # "according to": deeper than the one who says so in front


def says(attributions: list[Attribution], position: int) -> Attribution | None:
    """The attribution that the word at *position* stands under: the nearest cue whose scope holds it, or None.

    "… said that 12 died, according to Y": Y made the number, whoever passes it on.
    """
    holding = [a for a in attributions if a.first <= position < a.last]
    deeper = [a for a in holding if a.is_deeper and position < a.cue]
    if deeper and all(a.cue < position or a.is_deeper for a in holding):
        return deeper[0]
    return min(holding, key=lambda a: abs(a.cue - position), default=None)


def spoken_by(attribution: Attribution) -> set[Named]:
    """Who spoke, for the pronouns that follow: the maker, and the one who relays him."""
    relays = {Named(step.source) for step in attribution.steps if step.role is Role.RELAY and step.cue in QUOTING}
    return relays if attribution.speaker.name is None else {attribution.speaker, *relays}
