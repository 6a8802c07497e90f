"""The cells of a claims row, each read by its kind: a word of a closed list, a number, a unit, a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from figures import units
from figures.catalogue import Indicator, catalogue
from warehouse import money
from warehouse.claim import Cells
from warehouse.days import Window, read_window

_NUMBER = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_TOO_LARGE = 1e24  # beyond any count or sum; conversions of less stay finite
Choice = TypeVar("Choice", bound=StrEnum)


class BadCellError(Exception):
    """What is wrong with a cell and what to do, before file and line are known."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy


def read_indicator(cells: Cells) -> Indicator:
    """The indicator of a row. Raises BadCellError for a blank and for one that the catalogue does not have."""
    name = cells.get("indicator", "")
    if not name:
        raise BadCellError("indicator is blank", "fill it, or let a mapping fill it")
    if name in catalogue():
        return catalogue()[name]
    raise BadCellError(f"indicator {name!r} is not known", _nearest(name, catalogue()))


def read_choice(cells: Cells, column: str, choices: type[Choice], default: Choice) -> Choice:
    """A word of a closed list; *default* where the cell is blank. Raises BadCellError for another word."""
    if column not in cells:
        return default
    try:
        return choices(cells[column])
    except ValueError as error:
        raise BadCellError(f"{column} {cells[column]!r} is not known", _nearest(cells[column], choices)) from error


def read_number(cell: str, column: str) -> float:
    """A number not below zero, with or without commas in its thousands. Raises BadCellError."""
    if not _NUMBER.fullmatch(cell):
        raise BadCellError(f"{column} {cell[:40]!r} is not a number", "write digits with a point, such as 1250 or 0.86")
    value = float(cell.replace(",", ""))
    if value >= _TOO_LARGE:
        raise BadCellError(f"{column} {cell[:20]}... is larger than any figure", "correct it")
    return value


def significant_digits(printed: str) -> int:
    """Significant digits; trailing zeros of a whole number are none."""
    digits = printed.replace(",", "").lstrip("0.")
    return max(1, len(digits.replace(".", "") if "." in printed else digits.rstrip("0")))


def read_unit(cells: Cells, column: str) -> str:
    """A unit by its short name, from any spelling. Raises BadCellError for a blank or one that nobody knows."""
    if column not in cells:
        raise BadCellError(f"{column} is blank", "give a unit such as km**2, person or RUB/month")
    try:
        return units.short(cells[column])
    except units.UnknownUnit as error:
        raise BadCellError(f"{column} {cells[column]!r} is not known", "use a unit such as km**2 or person") from error


def into_indicator(unit: str, indicator: Indicator, column: str = "unit") -> tuple[float, str]:
    """The factor into the indicator's unit, and that unit; money keeps its own currency here."""
    if units.same_dimension(unit, indicator.unit):
        return units.factor(unit, indicator.unit), indicator.unit
    currency = money.currency_of(unit)
    if currency is not None and money.currency_of(indicator.unit) is not None:
        own = money.in_currency(indicator.unit, currency)
        if units.same_dimension(unit, own):
            return units.factor(unit, own), own
    problem = f"{column} {unit!r} does not measure {indicator.id}"
    raise BadCellError(problem, f"use a unit such as {indicator.unit}, or another indicator")


def read_cell_window(cells: Cells, column: str) -> Window | None:
    """The day, month or year of a cell; None for a blank. Raises BadCellError."""
    if column not in cells:
        return None
    try:
        return read_window(cells[column])
    except ValueError as error:
        problem = f"{column} {cells[column]!r} is no day, month or year"
        raise BadCellError(problem, "write 2024-08-13, 2024-08 or 2024") from error


def _nearest(word: str, choices: Iterable[str]) -> str:
    known = [str(choice) for choice in choices]
    near = get_close_matches(word, known, 1, 0.6)
    return f"write {near[0]!r}" if near else f"use one of {', '.join(known)}"
