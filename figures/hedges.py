"""What a wording allows: from a printed number and its hedge to an interval, by method, section 1.

Everything here is in the printed unit; convert afterwards. The numbers come from Ferson et al. 2015 on numeric
hedges and Krifka 2002 on rounding; the sensitivity runs use other settings, the reader never does.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from figures import wordlists
from figures.errors import LexiconError
from figures.figure import Quantifier
from figures.interval import Interval

ROUNDING_AT_MOST = 0.10  # of the number: rounding is never wider
APPROXIMATE = 0.05  # "about 500" is 475 to 525
ALMOST_FROM = 0.90  # "nearly 300" is 270 to 300
FRACTION = 0.05  # "two-thirds" is 0.617 to 0.717
EXACT_INTEGERS = 2.0**53
WHOLE_COUNTS_BELOW = 1000  # "288 dead" were counted; "300 dead" and "1,400" are rounded

_DIGITS = re.compile(r"\d[\d,\s]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words beside a number that bound it; *after* says that they stand behind ("500 or more")."""

    words: str
    quantifier: Quantifier
    after: bool


@cache
def hedges() -> tuple[Hedge, ...]:
    """Every row of ``hedges.csv``, in the order of the file."""
    found = []
    for line, row in wordlists.packaged("hedges.csv"):
        if row["side"] not in ("before", "after"):
            raise LexiconError("figures/lexicon/hedges.csv", f"side {row['side']!r}", "write before or after", line)
        found.append(Hedge(row["words"], Quantifier(row["quantifier"]), row["side"] == "after"))
    return tuple(found)


@cache
def vague_amounts() -> dict[str, Interval]:
    """Words for an uncertain number (``several hundred``) to the span that they mean, from ``vague.csv``."""
    return {row["words"]: Interval(float(row["low"]), float(row["high"])) for _, row in wordlists.packaged("vague.csv")}


def place_value(printed: str) -> float:
    """The place value of the last significant digit of a number as printed, magnitude words left aside.

    >>> place_value("1,400"), place_value("58"), place_value("12.50"), place_value("1.2")
    (100.0, 1.0, 0.01, 0.1)

    Raises ValueError for text without a digit.
    """
    found = _DIGITS.search(printed)
    if found is None:
        raise ValueError(f"no digits in {printed!r}")
    digits = re.sub(r"[,\s]", "", found.group())
    if "." in digits:
        return float(Decimal(1).scaleb(-len(digits.partition(".")[2])))
    return place_value_of(float(digits))


def place_value_of(value: float) -> float:
    """The place value of the last digit that is not a trailing zero: 100 for 1400, 0.01 for 0.86; 1 for 0."""
    if not math.isfinite(value):
        raise ValueError(f"{value!r} is not a finite number")
    if value == 0:
        return 1.0
    if value == int(value) and abs(value) < EXACT_INTEGERS:
        printed = str(int(value))
        return float(10 ** (len(printed) - len(printed.rstrip("0"))))
    return float(Decimal(1).scaleb(int(Decimal(repr(value)).normalize().as_tuple().exponent)))


def allowed(value: float, quantifier: Quantifier, place_value: float, *, counted: bool = False) -> Interval:
    """The interval of a printed number, in its own unit.

    *place_value* is that of its last significant digit, in the same unit. *counted* says that whole things were
    counted (persons, villages; ``units.is_count``): a bare count below 1,000 that is not a multiple of 100 is exact.
    Raises ValueError for a range and for a vague amount, which bring their own ends.
    """
    rounding = min(place_value / 2, ROUNDING_AT_MOST * abs(value))
    match quantifier:
        case Quantifier.EXACT:
            return _around(value, 0 if counted and is_whole_count(value) else rounding)
        case Quantifier.APPROXIMATELY:
            return _around(value, max(rounding, APPROXIMATE * abs(value)))
        case Quantifier.ALMOST:
            return Interval(min(value, ALMOST_FROM * value), max(value, ALMOST_FROM * value))
        case Quantifier.MORE_THAN | Quantifier.AT_LEAST:
            return Interval(value, None)
        case Quantifier.LESS_THAN | Quantifier.AT_MOST:
            return Interval(None, value)
    raise ValueError(f"{quantifier.value} has no single value; its ends come from the text")


def allowed_fraction(value: float, quantifier: Quantifier) -> Interval:
    """The interval of a fraction in words ("two-thirds", "half"), which is never meant more exactly than 0.05."""
    if quantifier in (Quantifier.EXACT, Quantifier.APPROXIMATELY):
        return _around(value, FRACTION)
    return allowed(value, quantifier, FRACTION)


def is_whole_count(value: float) -> bool:
    """Whether someone counted to this number: a whole one below 1,000 that is no multiple of 100."""
    return abs(value) < WHOLE_COUNTS_BELOW and value == int(value) and (value == 0 or value % 100 != 0)


def _around(value: float, distance: float) -> Interval:
    return Interval(value - distance, value + distance)
