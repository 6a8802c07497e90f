"""A number as it is read from tokens, and the words that numbers are made of."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from figures import wordlists
from figures.hedges import place_value_of, vague_amounts

MOST_DIGITS = 15  # a longer run is an id, and a float could not hold it
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:['’٬]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


class Numeral(NamedTuple):
    """A number at half-open token positions *first* to *last*.

    *low* equals *high* but for vague words. *form* is ``digits``, ``words``, ``fraction`` or ``vague``. *place* is the
    place value of the last significant digit and *digits* their count, None for vague words. *scale* is
    the magnitude printed behind it (a million in "2 million"), else 1.
    """

    first: int
    last: int
    low: float
    high: float
    form: str
    place: float
    digits: int | None
    scale: float = 1.0


@cache
def values(kind: str) -> dict[str, float]:
    """The words of one kind in ``number_words.csv`` to their values: one, scale, short, fraction or glyph."""
    found: dict[str, float] = {}
    for _, row in wordlists.packaged("number_words.csv"):
        if row["kind"] == kind:
            top, _, bottom = row["value"].partition("/")
            found[row["words"]] = float(top) / float(bottom or 1)
    return found


@cache
def number_words() -> frozenset[str]:
    """Words that are numbers or open one, which are never part of what is counted."""
    vague = {word for words in vague_amounts() for word in words.split()} - {"a", "of", "and", "upon", "many", "some"}
    return frozenset(vague.union(*(values(kind) for kind in ("one", "scale", "glyph", "multiple")), ("half",)))


def worded(first: int, last: int, value: float, form: str, *, scale: float = 1.0) -> Numeral:
    """A numeral in words at tokens *first* to *last*; *scale* is its largest magnitude."""
    place = place_value_of(value)
    return Numeral(first, last, value, value, form, place, max(1, len(str(round(abs(value) / place)))), scale)


def parse_digits(printed: str) -> float | None:
    """The value of a run of digits, stops, commas and apostrophes; None when it is no number.

    >>> parse_digits("36,90,000"), parse_digits("1.5"), parse_digits("1,2,3")
    (3690000.0, 1.5, None)
    """
    if len(printed) > MOST_DIGITS and len(re.sub(r"\D", "", printed)) > MOST_DIGITS:
        return None
    if printed.isdecimal() or _PLAIN.fullmatch(printed):
        return float(printed)
    if not _GROUPED.fullmatch(printed):
        return _decimal_comma(printed)
    return float(re.sub(r"[,'’٬]" if printed.count(".") < 2 else r"\.", "", printed))


def _decimal_comma(printed: str) -> float | None:
    whole, comma, rest = printed.partition(",")
    return float(f"{whole}.{rest}") if comma and whole.isdigit() and rest.isdigit() and len(rest) < 3 else None
