"""Verbs by which somebody says a number: "said", "claimed to", "told"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from figures import wordlists
from figures.figure import Stance
from figures.words import Phrases


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its stance, and whether its object hears ("told") or an infinitive follows ("claimed to")."""

    stance: Stance
    kind: str


@cache
def reporting_verbs() -> Phrases[Verb]:
    """The verbs by which somebody says a number."""
    return Phrases(
        (form, Verb(Stance(row["stance"]), row["kind"]))
        for _, row in wordlists.packaged("reporting_verbs.csv")
        for form in row["forms"].split("|")
    )
