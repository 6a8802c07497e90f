"""Money whose name several countries share: rupees in an article about Pakistan are Pakistani."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache

from figures import units, wordlists
from figures.figure import Mention

_WORD = re.compile(r"[^\W\d_]+\.?")


@cache
def _shared() -> dict[tuple[str, str], tuple[str, frozenset[str]]]:
    """Code and country to the country's own code and the words that may stand for it."""
    return {
        (row["code"], row["country"]): (row["there"], frozenset(row["words"].split("|")))
        for _, row in wordlists.packaged("shared_currencies.csv")
    }


def _names(printed: str) -> list[str]:
    """The words of *printed* in lower case, but no noun that an adjective makes another country's: "Indian rupees"."""
    words = _WORD.findall(printed)
    return [
        word.lower()
        for before, word in itertools.pairwise(["", *words])
        if not (before[:1].isupper() and word[0].islower())
    ]


def as_spent_in(country: str | None, mention: Mention, printed: str) -> Mention:
    """*mention*, *printed* so, in the currency of *country*; itself where that is None or the words are plain."""
    code, _, rate = mention.unit.partition("/")
    there, words = _shared().get((code, country or ""), ("", frozenset[str]()))
    if not words.intersection(_names(printed)):
        return mention
    unit = f"{there}/{rate}" if rate else there
    return replace(mention, unit=unit, unit_name=units.name_of(unit))
