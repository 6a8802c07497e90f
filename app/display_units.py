"""The units a reader may choose from, by the canonical unit of a series."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from figures import wordlists
from figures.units import factor

_SHARE = "share"


@dataclass(frozen=True, slots=True)
class DisplayUnit:
    """A unit to show numbers in. *factor* times a number in *canonical*, a pint unit, gives the number shown."""

    canonical: str
    key: str
    factor: float
    before: str
    after: str
    words: str

    @property
    def label(self) -> str:
        """What a control or an axis calls it."""
        return (self.before + self.after).strip() or self.words


def display_units(unit: str, *, kind: str) -> tuple[DisplayUnit, ...]:
    """The units for a canonical *unit* of an indicator of this *kind*, its own first.

    A unit that the table does not know is shown by its name.
    """
    name = _SHARE if kind == _SHARE else unit
    return _table().get(name) or (_unlisted(unit),)


def _unlisted(unit: str) -> DisplayUnit:
    """A unit by its name: counted things in the plural, a measure with its sign."""
    key = unit.lower().replace("/", "-")
    if unit.isalpha() and unit.islower():
        return DisplayUnit(unit, key, 1.0, "", "", f"{unit}s")
    return DisplayUnit(unit, key, 1.0, "", f"\u00a0{unit}", unit)


def fitting(unit: str, chosen: DisplayUnit, *, kind: str) -> DisplayUnit:
    """The chosen unit where it measures what *unit* does, else the first for *unit*: currencies stay apart."""
    return chosen if unit == chosen.canonical else display_units(unit, kind=kind)[0]


def choose(units: tuple[DisplayUnit, ...], key: str) -> DisplayUnit:
    """The unit with this key, else the first."""
    return next((unit for unit in units if unit.key == key), units[0])


@cache
def _table() -> dict[str, tuple[DisplayUnit, ...]]:
    table: dict[str, tuple[DisplayUnit, ...]] = {}
    for _, row in wordlists.from_file(Path(__file__).with_name("display_units.csv")):
        table[row["unit"]] = (*table.get(row["unit"], ()), _display_unit(row))
    return table


def _display_unit(row: dict[str, str]) -> DisplayUnit:
    canonical = "dimensionless" if row["unit"] == _SHARE else row["unit"]
    return DisplayUnit(
        canonical,
        row["key"],
        factor(canonical, row["to"]),
        row["before"],
        _spaced(row["after"]),
        row["words"],
    )


def _spaced(after: str) -> str:
    """``km²`` with the no-break space that goes before it; ``%`` stands close."""
    return after if after in ("", "%") else f"\u00a0{after}"
