"""One row of a claims table: every cell checked, the number made an interval, the words put together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC
from hashlib import sha256

from figures import hedges, units
from figures.catalogue import catalogue
from figures.document import Origin
from figures.errors import InputError
from figures.figure import Basis, Period, Precision, Quantifier, Role, Stance, Statistic, Step
from figures.interval import Interval
from warehouse.claim import Cells, ClaimDocument, ClaimFigure
from warehouse.claimcells import (
    BadCellError,
    into_indicator,
    read_cell_window,
    read_choice,
    read_indicator,
    read_number,
    read_unit,
    significant_digits,
)

_STATISTIC_OF = {"running_total": Statistic.TOTAL, "flow": Statistic.CHANGE, "share": Statistic.SHARE}
_UNIDENTIFYING = ("remark",)  # may be reworded without making another claim


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number of the row: as printed, and the interval it allows, both in *unit*."""

    words: str
    quantifier: Quantifier
    value: float | None
    allowed: Interval
    unit: str
    digits: int | None


def read_row(cells: Cells, file: str, line: int) -> ClaimDocument:
    """Make the document of a row; a column that is left out is blank.

    Raises InputError naming *file* and *line* for the first cell that makes no sense.
    """
    filled = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
    try:
        return _document(filled, file, line)
    except BadCellError as bad:
        raise InputError(file, bad.problem, bad.remedy, line) from bad


def _document(cells: Cells, file: str, line: int) -> ClaimDocument:
    identity = _identity(cells)
    claim = _claim(cells, _figure_id(identity, "claim"))
    conversion = _conversion(cells, claim, _figure_id(identity, "conversion"))
    figures = (claim,) if conversion is None else _restated(claim, conversion)
    text = "\n".join(f"{name}: {cell}" for name, cell in cells.items())
    return ClaimDocument(file, line, identity, _origin(cells), text, figures)


def _claim(cells: Cells, figure_id: str) -> ClaimFigure:
    indicator = read_indicator(cells)
    amount = _amount(cells, read_unit(cells, "unit"))
    factor, unit = into_indicator(amount.unit, indicator)
    period = _period(cells)
    return ClaimFigure(
        figure_id=figure_id,
        excerpt=amount.words,
        quote=cells.get("quote"),
        quantifier=amount.quantifier,
        value_reported=amount.value,
        reported=amount.allowed,
        unit_reported=amount.unit,
        digits=amount.digits,
        value=None if amount.value is None else amount.value * factor,
        amount=amount.allowed.scaled(factor),
        unit=unit,
        indicator=indicator.id,
        statistic=read_choice(cells, "statistic", Statistic, _STATISTIC_OF.get(indicator.kind, Statistic.LEVEL)),
        holder=cells.get("holder", ""),
        share_of=cells.get("share_of", ""),
        population=cells.get("population", ""),
        place=cells.get("place"),
        event=cells.get("event", ""),
        period=period,
        originator=_speaker(cells),
        originator_side=cells.get("speaker_side"),
        stance=Stance.NOT_STATED,  # a table holds no wording of the claim
        chain=tuple(_chain(cells)),
        confidence=1.0,  # method, section 4: a row of a claims table
    )


def _conversion(cells: Cells, claim: ClaimFigure, figure_id: str) -> ClaimFigure | None:
    """The same claim as the outlet converted it, hedged as the claim is; None where the row has none."""
    if ("also_value" in cells) != ("also_unit" in cells):
        raise BadCellError("also_value and also_unit are not both there", "fill both or neither")
    if "also_value" not in cells:
        return None
    unit = read_unit(cells, "also_unit")
    factor, canonical = into_indicator(unit, catalogue()[claim.indicator], "also_unit")
    amount = _printed(cells["also_value"], "also_value", claim.quantifier, unit)
    steps = [
        replace(step, cue=f"converted from {claim.excerpt}") for step in claim.chain if step.role is Role.PUBLISHER
    ]
    return replace(
        claim,
        figure_id=figure_id,
        excerpt=amount.words,
        quantifier=amount.quantifier,
        value_reported=amount.value,
        reported=amount.allowed,
        unit_reported=unit,
        digits=amount.digits,
        value=None if amount.value is None else amount.value * factor,
        amount=amount.allowed.scaled(factor),
        unit=canonical,
        chain=tuple(step for step in claim.chain if step.role is not Role.PUBLISHER) + tuple(steps),
        restates=claim.figure_id,
    )


def _restated(claim: ClaimFigure, conversion: ClaimFigure) -> tuple[ClaimFigure, ClaimFigure]:
    """A claim and its conversion carry the wider interval of the two (method, section 1).

    Two currencies have no common interval: each keeps its own.
    """
    if claim.unit != conversion.unit:
        return claim, conversion
    wider = claim.amount.hull(conversion.amount)
    if wider is None:  # "more than" beside "less than" is one claim in no reading
        raise BadCellError("the claim and its conversion are open at opposite ends", "correct also_value")
    return replace(claim, amount=wider), replace(conversion, amount=wider)


def _amount(cells: Cells, unit: str) -> _Amount:
    low, high = (read_number(cells[name], name) if name in cells else None for name in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise BadCellError(f"low {cells['low']} is above high {cells['high']}", "give the smaller number as low")
    if low is None and high is None:
        if "value" not in cells:
            raise BadCellError("the row has no number", "fill value, or low and high")
        return _printed(cells["value"], "value", read_choice(cells, "quantifier", Quantifier, Quantifier.EXACT), unit)
    return _bounded(cells, Interval(low, high), unit)


def _printed(cell: str, column: str, quantifier: Quantifier, unit: str) -> _Amount:
    """One printed number and what its wording allows."""
    if quantifier in (Quantifier.RANGE, Quantifier.VAGUE):
        raise BadCellError(f"a {quantifier} needs its two ends", "fill low and high")
    value = read_number(cell, column)
    allowed = hedges.allowed(value, quantifier, hedges.place_value(cell), counted=units.is_count(unit))
    return _Amount(_in_words(quantifier, cell, unit), quantifier, value, allowed, unit, significant_digits(cell))


def _bounded(cells: Cells, bounds: Interval, unit: str) -> _Amount:
    """A row that gives the ends itself: they are the interval, whatever the wording."""
    value = read_number(cells["value"], "value") if "value" in cells else None
    if value is None and (bounds.low is None or bounds.high is None):
        value = bounds.high if bounds.low is None else bounds.low
    if value is not None and not bounds.holds(value):
        raise BadCellError(f"value {cells['value']} lies outside low and high", "correct one of the three")
    quantifier = read_choice(cells, "quantifier", Quantifier, _quantifier_of(bounds))
    printed = cells.get("value") or cells.get("low") or cells["high"]
    digits = None if value is None else significant_digits(printed)
    return _Amount(_bounded_words(cells, quantifier, unit), quantifier, value, bounds, unit, digits)


def _quantifier_of(bounds: Interval) -> Quantifier:
    if bounds.high is None:
        return Quantifier.AT_LEAST
    return Quantifier.AT_MOST if bounds.low is None else Quantifier.RANGE


def _bounded_words(cells: Cells, quantifier: Quantifier, unit: str) -> str:
    if "low" in cells and "high" in cells:
        ends = f"{cells['low']} to {cells['high']} {unit}"
        return f"{cells['value']} ({ends})" if "value" in cells else ends
    return _in_words(quantifier, cells.get("value") or cells.get("low") or cells["high"], unit)


def _in_words(quantifier: Quantifier, printed: str, unit: str) -> str:
    """The cells as words: ``more than 1250 km**2``."""
    hedge = "" if quantifier is Quantifier.EXACT else quantifier.replace("_", " ") + " "
    return f"{hedge}{printed} {unit}"


def _period(cells: Cells) -> Period:
    as_of = read_cell_window(cells, "as_of")
    if as_of is None:
        raise BadCellError("as_of is blank", "give a day, month or year such as 2024-08-13, 2024-08 or 2024")
    published = read_cell_window(cells, "published")
    if published is not None and as_of.start > published.end:
        problem = f"as_of {cells['as_of']} is after published {cells['published']}"
        raise BadCellError(problem, "correct one of the two")
    precision = Precision.DAY if as_of.precision == "time" else Precision(as_of.precision)
    return Period(as_of.start, as_of.end, precision, Basis.GIVEN)


def _origin(cells: Cells) -> Origin:
    published = read_cell_window(cells, "published")
    return Origin(
        publisher=cells.get("publisher"),
        published=None if published is None else published.opening.astimezone(UTC),
        published_precision=None if published is None else published.precision,
        published_basis="unknown" if published is None else "given",
        url=cells.get("url"),
    )


def _speaker(cells: Cells) -> str | None:
    """Who made the number; None for the outlet's own voice."""
    speaker = cells.get("speaker")
    return None if speaker == cells.get("publisher") else speaker


def _chain(cells: Cells) -> Iterable[Step]:
    speaker = _speaker(cells)
    if speaker is not None:
        yield Step(speaker, Role.ORIGINATOR, Stance.NOT_STATED)
    if "publisher" in cells:
        yield Step(cells["publisher"], Role.PUBLISHER, Stance.NOT_STATED)


def _identity(cells: Cells) -> str:
    known = {name: cell for name, cell in cells.items() if name not in _UNIDENTIFYING}
    return sha256(json.dumps(known, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _figure_id(identity: str, part: str) -> str:
    return sha256(f"{identity} {part}".encode()).hexdigest()[:16]
