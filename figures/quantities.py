"""Every quantity of any English text, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from figures.mentions import find_mentions


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as printed: half-open character offsets and the text between them, then what it says.

    *value* is in *unit* (pint's short name), None for ranges and vague words; *low* and *high* are what the wording
    allows, None for an open end. A percentage is a fraction (0.18) with unit ``dimensionless`` and unit name
    ``percentage``. *noun* is what is counted, as printed. *movement* is ``up`` or ``down`` when something moved by this
    much, else None. *about* are words of the thing measured.
    """

    start: int
    end: int
    surface: str
    value: float | None
    low: float | None
    high: float | None
    quantifier: str
    unit: str
    unit_name: str
    noun: str | None
    movement: str | None
    about: tuple[str, ...]


def quantities(text: str) -> list[Quantity]:
    """Every quantity in *text*, in text order, no two overlapping.

    >>> [(q.surface, q.low, q.high, q.unit) for q in quantities("They hold several hundred square kilometres.")]
    [('several hundred square kilometres', 300.0, 999.0, 'km**2')]
    """
    return [
        Quantity(
            mention.span.start,
            mention.span.end,
            text[mention.span.start : mention.span.end],
            mention.value,
            mention.amount.low,
            mention.amount.high,
            str(mention.quantifier),
            mention.unit,
            mention.unit_name,
            mention.noun,
            mention.movement,
            mention.about,
        )
        for mention in find_mentions(text)
    ]
