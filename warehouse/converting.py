"""What was read, with its money in each indicator's own currency wherever a rate of the day is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pyarrow as pa
import pyarrow.compute as pc

from figures.catalogue import catalogue
from figures.interval import Interval
from warehouse.money import Converted, Rates, convert, currency_of
from warehouse.rows import Row, Rows


def convert_money(rows: Rows, rates: Rates) -> Rows:
    """The same rows; sums in another currency than their indicator's are converted at the rate of their as-of.

    The rate's day and source are kept beside them. Where there is none for the day, or the day is not known, a
    sum stays in its own currency, which nothing compares with another. What was reported is untouched.
    """
    if not _foreign_units(rows.figures):
        return rows
    days = _days_published(rows.documents)
    figures = [_converted(row, days, rates) for row in rows.figures.to_pylist()]
    return replace(rows, figures=pa.Table.from_pylist(figures, rows.figures.schema))


def _foreign_units(figures: pa.Table) -> bool:
    """Whether any unit is money of another currency than its indicator's; most batches have none."""
    pairs = figures.select(["unit", "indicator"]).group_by(["unit", "indicator"]).aggregate([])
    return any(map(_is_foreign, pairs["unit"].to_pylist(), pairs["indicator"].to_pylist()))


def _is_foreign(unit: str, indicator: str) -> bool:
    currency, wanted = currency_of(unit), currency_of(catalogue()[indicator].unit)
    return currency is not None and wanted is not None and currency != wanted


def _days_published(documents: pa.Table) -> dict[object, date | None]:
    published = pc.cast(documents["published_at"], pa.date32())
    return dict(zip(documents["document_id"].to_pylist(), published.to_pylist(), strict=True))


def _converted(row: Row, days: dict[object, date | None], rates: Rates) -> Row:
    unit, indicator = str(row["unit"]), str(row["indicator"])
    day = row["as_of_end"] or days.get(row["document_id"])
    if not _is_foreign(unit, indicator) or not isinstance(day, date) or isinstance(day, datetime):
        return row
    value, amount = _number(row["value"]), Interval(_number(row["low"]), _number(row["high"]))
    found = convert(value, amount, unit, catalogue()[indicator].unit, day=day, rates=rates)
    return row if found is None else row | _cells(found)


def _cells(found: Converted) -> Row:
    return {
        "value": found.value,
        "low": found.amount.low,
        "high": found.amount.high,
        "unit": found.unit,
        "fx_date": found.rate.day,
        "fx_source": found.rate.source,
    }


def _number(cell: object) -> float | None:
    return cell if isinstance(cell, float) else None
