"""From the maker of a number to the page: who, in what role, with what stance."""

from __future__ import annotations

from figures.article import Article
from figures.attributions import Attribution
from figures.figure import Role, Stance, Step


def spoken(article: Article, voice: Attribution | None) -> tuple[str | None, Stance, tuple[Step, ...]]:
    """Who made the number, how that one stands to it, and the steps from there to the page."""
    steps: list[Step] = []
    originator = None if voice is None or _is_own(article, voice) else voice.speaker.name
    stance = Stance.NOT_STATED if voice is None else voice.stance
    if voice is not None:
        steps += voice.steps
        if originator is not None and not any(step.role is Role.ORIGINATOR for step in steps):
            steps.insert(0, Step(originator, Role.ORIGINATOR, stance, None))
    return originator, stance, (*steps, *_printers(article))


def _is_own(article: Article, voice: Attribution) -> bool:
    """Whether the outlet itself speaks: its own reporter, or somebody nameless who told it."""
    told = [step.source for step in voice.steps if step.role is Role.RELAY]
    nameless = voice.speaker.anonymous and (voice.speaker.name or "").islower()
    named = told if nameless and told else [voice.speaker.name or ""]
    origin = article.document.origin
    outlets = {name.casefold() for name in (origin.publisher, origin.original_publisher) if name}
    return bool(outlets & {name.casefold() for name in named})


def _printers(article: Article) -> tuple[Step, ...]:
    """The agency or paper that wrote it and the outlet that prints it, as far as they are known."""
    origin = article.document.origin
    if origin.publisher is None and origin.original_publisher is None:
        return ()
    writer, printer = origin.original_publisher, origin.publisher
    steps = []
    if writer is not None and writer != printer:
        kind = article.lexicon.sources.kinds.get(writer, "")
        steps.append(Step(writer, Role.AGENCY if kind == "agency" else Role.PUBLISHER, Stance.NOT_STATED))
    if printer is not None:
        steps.append(Step(printer, Role.REPUBLISHER if steps else Role.PUBLISHER, Stance.NOT_STATED))
    return tuple(steps)
