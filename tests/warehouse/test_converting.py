"""Money of what was read: in the indicator's currency where there is a rate, in its own where there is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.claimtables import table_of
from warehouse.converting import convert_money
from warehouse.money import Rate, Rates
from warehouse.rows import Row, rows_of

STIPEND = {"indicator": "stipend", "place": "Kursk", "value": "65000", "unit": "RUB/month"}
RATES = Rates((Rate("USD", "RUB", 100.0, date(2024, 8, 15), "Bank of Russia"),))


def stored(folder: Path, **cells: str) -> list[Row]:
    table = table_of(folder, STIPEND | cells)
    rows: list[Row] = convert_money(rows_of(table.documents), RATES).figures.to_pylist()
    return rows


def test_a_sum_with_a_rate_of_its_day_is_converted_and_names_the_rate(tmp_path: Path) -> None:
    (row,) = stored(tmp_path)

    assert (row["value"], row["unit"]) == (650.0, "USD/month")
    assert (row["low"], row["high"]) == (645.0, 655.0)
    assert (row["fx_date"], row["fx_source"]) == (date(2024, 8, 15), "Bank of Russia")
    assert (row["value_reported"], row["unit_reported"]) == (65000.0, "RUB/month")


def test_a_sum_without_a_rate_keeps_its_own_currency(tmp_path: Path) -> None:
    (row,) = stored(tmp_path, as_of="2024-08-01")

    assert (row["value"], row["unit"], row["fx_date"], row["fx_source"]) == (65000.0, "RUB/month", None, None)


def test_an_outlets_own_conversion_is_left_as_printed(tmp_path: Path) -> None:
    _, conversion = stored(tmp_path, also_value="800", also_unit="USD/month")

    assert (conversion["value"], conversion["unit"], conversion["fx_date"]) == (800.0, "USD/month", None)


def test_an_open_end_stays_open(tmp_path: Path) -> None:
    (row,) = stored(tmp_path, quantifier="more_than")

    assert row["low"] == pytest.approx(650)
    assert row["high"] is None


def test_what_is_no_money_is_untouched(tmp_path: Path) -> None:
    rows = rows_of(table_of(tmp_path, {}).documents)

    assert convert_money(rows, RATES) is rows
