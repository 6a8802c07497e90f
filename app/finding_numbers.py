"""What a reader typed into the search box: words, or a number in any unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from figures.errors import FiguresError
from figures.mentions import find_mentions
from figures.units import factor, same_dimension

MARGIN = 0.02  # a printed "500" is also found as 495 or 505


@dataclass(frozen=True, slots=True)
class Sought:
    """A number as typed, and what it is in each canonical unit of the warehouse that measures the same."""

    number: float
    values: dict[str, float]


def sought_number(text: str, units: Iterable[str]) -> Sought | None:
    """The first number in *text*: ``500``, ``1,400 km2``, ``two million people``; None when it has none.

    A number without a unit is looked for in every one of *units*.
    """
    mention = next((found for found in find_mentions(_spelt(text)) if found.value is not None), None)
    if mention is None or mention.value is None:
        return None
    bare = mention.unit == "dimensionless"
    number = mention.value
    values = {
        unit: number if bare else number * factor(mention.unit, unit)
        for unit in units
        if bare or _fits(mention.unit, unit)
    }
    return Sought(number, values)


def _fits(unit: str, other: str) -> bool:
    try:
        return same_dimension(unit, other)
    except FiguresError:
        return False


def _spelt(text: str) -> str:
    """``km2`` as the printed page has it; a search box has no raised two."""
    return text.replace("km2", "km²").replace("km^2", "km²").replace("mi2", "sq mi")
