"""What a person may set on a figure, and what each setting means for the rest of the row.

The words of the document are evidence and are never set. Values are given as text, as they come from a form or a
command line; '' and "none" clear a field that may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from figures import units
from figures.catalogue import catalogue
from figures.errors import FiguresError, InputError
from figures.figure import Precision, Quantifier, Stance, Statistic
from figures.hedges import allowed, place_value_of

Row: TypeAlias = dict[str, Any]  # a row of figure with the parts of its series key, by column

_AMOUNT = re.compile(r"\s*(?P<number>[-+]?[\d.,]+(?:e[-+]?\d+)?)\s*(?P<unit>.*?)\s*", re.IGNORECASE)


def corrected(row: Row, field: str, value: str, file: str = "review") -> Row:
    """A copy of *row* with *field* set. Raises InputError for a field nobody may set or a value without sense."""
    if field not in _SETTERS:
        raise InputError(file, f"field {field!r} cannot be set", f"use one of {', '.join(sorted(_SETTERS))}")
    try:
        changed = {**row, **_SETTERS[field](row, field, value.strip())}
    except (ValueError, KeyError, FiguresError) as error:
        raise InputError(
            file, f"{field} cannot be {value!r} ({error})", _REMEDY.get(field, "mend the value")
        ) from error
    if not _is_ordered(changed):
        raise InputError(file, f"{field} {value!r} leaves low, value and high out of order", "set low or high first")
    return changed


def _is_ordered(row: Row) -> bool:
    ends = [row[name] for name in ("low", "value", "high") if row[name] is not None]
    has_end = row["low"] is not None or row["high"] is not None
    return has_end and ends == sorted(ends)


def _amount(row: Row, text: str) -> float:
    """A number, with its unit if it is not the figure's: ``500 mi**2``."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError("not a number")
    number = float(found["number"].replace(",", ""))
    return number * units.factor(found["unit"], row["unit"]) if found["unit"] else number


def _set_value(row: Row, _: str, text: str) -> Row:
    """The number, and the interval that the figure's wording allows around it."""
    value = _amount(row, text)
    quantifier = Quantifier(row["quantifier"])
    if quantifier in (Quantifier.RANGE, Quantifier.VAGUE):
        quantifier = Quantifier.EXACT
    return {"value": value, **_interval(value, quantifier, row["unit"])}


def _set_quantifier(row: Row, _: str, text: str) -> Row:
    quantifier = Quantifier(text)
    if row["value"] is None or quantifier in (Quantifier.RANGE, Quantifier.VAGUE):
        return {"quantifier": quantifier.value}
    return _interval(row["value"], quantifier, row["unit"])


def _interval(value: float, quantifier: Quantifier, unit: str) -> Row:
    interval = allowed(value, quantifier, place_value_of(value), counted=units.is_count(unit))
    return {"quantifier": quantifier.value, "low": interval.low, "high": interval.high}


def _set_end(row: Row, field: str, text: str) -> Row:
    """One end of the interval; a number outside it is no longer said to be the value."""
    end = None if _is_none(text) else _amount(row, text)
    changed = {**row, field: end}
    return {field: end} if _is_ordered(changed) else {field: end, "value": None}


def _set_indicator(row: Row, _: str, text: str) -> Row:
    indicator = catalogue()[text]
    if not units.same_dimension(row["unit"], indicator.unit):
        raise units.DimensionMismatch(row["unit"], indicator.unit)
    factor = units.factor(row["unit"], indicator.unit)
    scaled = {name: None if row[name] is None else row[name] * factor for name in ("value", "low", "high")}
    return {"indicator": text, "unit": indicator.unit, **scaled}


def _set_as_of(_: Row, __: str, text: str) -> Row:
    """A day, a month, a year, or two days parted by ``..``."""
    start, _dots, end = text.partition("..")
    first, last, precision = _window(start.strip())
    if end:
        last, precision = date.fromisoformat(end.strip()), Precision.RANGE
    if last < first:
        raise ValueError("it ends before it begins")
    return {"as_of_start": first, "as_of_end": last, "as_of_precision": precision.value, "as_of_basis": "given"}


def _window(text: str) -> tuple[date, date, Precision]:
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 1, 1), date(int(text), 12, 31), Precision.YEAR
    if re.fullmatch(r"\d{4}-\d{2}", text):
        first = date.fromisoformat(f"{text}-01")
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, date.fromordinal(after.toordinal() - 1), Precision.MONTH
    day = date.fromisoformat(text)
    return day, day, Precision.DAY


def _set_words(_: Row, field: str, text: str) -> Row:
    """A part of the series key; empty is "does not apply"."""
    return {field: "" if _is_none(text) else text}


def _set_optional(_: Row, field: str, text: str) -> Row:
    return {field: None if _is_none(text) else text}


def _set_statistic(_: Row, field: str, text: str) -> Row:
    return {field: Statistic(text).value}


def _set_stance(_: Row, field: str, text: str) -> Row:
    return {field: Stance(text).value}


def _is_none(text: str) -> bool:
    return text.lower() in ("", "none", "null")


_SETTERS: dict[str, Callable[[Row, str, str], Row]] = {
    "value": _set_value,
    "low": _set_end,
    "high": _set_end,
    "quantifier": _set_quantifier,
    "indicator": _set_indicator,
    "as_of": _set_as_of,
    "holder": _set_words,
    "share_of": _set_words,
    "place": _set_words,
    "event": _set_words,
    "population": _set_words,
    "statistic": _set_statistic,
    "stance": _set_stance,
    "originator": _set_optional,
    "term": _set_optional,
}
_REMEDY = {
    "value": "give a number, with its unit if it is another one: 500 mi**2",
    "low": "give a number, or none for open",
    "high": "give a number, or none for open",
    "quantifier": f"use one of {', '.join(Quantifier)}",
    "indicator": "use an id of the table indicator that is measured in the same kind of unit",
    "as_of": "write a day, month or year (2024-08-15), or two days parted by ..",
    "statistic": f"use one of {', '.join(Statistic)}",
    "stance": f"use one of {', '.join(Stance)}",
}
FIELDS = tuple(sorted(_SETTERS))
