"""Money: which currency, which rate, and what stays in its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from figures.errors import InputError
from figures.interval import Interval
from figures.units import DimensionMismatch
from warehouse.money import (
    ECB,
    Rate,
    Rates,
    central_bank_rates,
    convert,
    currency_of,
    in_currency,
    read_rates,
)

DAY = date(2024, 8, 13)


def rates(*rows: tuple[str, str, float, date]) -> Rates:
    return Rates(tuple(Rate(base, quote, rate, day, "bank") for base, quote, rate, day in rows))


CURRENCIES = [
    ("RUB", "RUB"),
    ("RUB/month", "RUB"),
    ("USD", "USD"),
    ("person", None),
    ("km**2", None),
    ("person/day", None),
]


@pytest.mark.parametrize(("unit", "currency"), CURRENCIES)
def test_the_currency_of_a_sum_or_a_rate_of_money(unit: str, currency: str | None) -> None:
    assert currency_of(unit) == currency


def test_a_rate_of_money_keeps_its_time_in_another_currency() -> None:
    assert in_currency("USD/month", "RUB") == "RUB/month"


def test_an_amount_converts_at_the_rate_of_its_day_and_says_which() -> None:
    known = rates(("USD", "RUB", 90.0, DAY))
    found = convert(65000, Interval(64500, None), "RUB/month", "USD/month", day=DAY, rates=known)

    assert found is not None
    assert (found.rate.day, found.rate.source, found.unit) == (DAY, "bank", "USD/month")
    assert found.value == pytest.approx(65000 / 90)
    assert found.amount.low == pytest.approx(64500 / 90)
    assert found.amount.high is None


def test_a_sum_a_year_becomes_a_sum_a_month() -> None:
    found = convert(1200, Interval(1200, 1200), "EUR/year", "USD/month", day=DAY, rates=rates(("EUR", "USD", 1.1, DAY)))

    assert found is not None
    assert found.value == pytest.approx(110)


AGES = [(date(2024, 8, 18), True), (date(2024, 8, 19), False), (date(2024, 8, 12), False)]


@pytest.mark.parametrize(("day", "known"), AGES)
def test_a_rate_serves_its_day_and_the_five_after_it(day: date, known: bool) -> None:
    assert (rates(("USD", "RUB", 90.0, DAY)).find("USD", "RUB", day) is not None) == known


def test_two_rates_of_one_bank_are_crossed() -> None:
    found = rates(("EUR", "USD", 1.1, DAY), ("EUR", "UAH", 44.0, DAY)).find("USD", "UAH", DAY)

    assert found is not None
    assert found.rate == pytest.approx(40)


def test_rates_of_two_banks_are_not_crossed() -> None:
    mixed = Rates((Rate("EUR", "USD", 1.1, DAY, "one"), Rate("EUR", "UAH", 44.0, DAY, "other")))

    assert mixed.find("USD", "UAH", DAY) is None


def test_money_does_not_convert_into_anything_else() -> None:
    with pytest.raises(DimensionMismatch):
        convert(1, Interval(1, 1), "USD", "person", day=DAY, rates=Rates())


def test_the_central_banks_rouble_ends_on_the_first_of_march_2022() -> None:
    pytest.importorskip("currency_converter")
    known = Rates(tuple(central_bank_rates(["RUB", "USD"])))

    before = convert(65000, Interval(65000, 65000), "RUB/month", "USD/month", day=date(2022, 3, 1), rates=known)
    assert before is not None
    assert (before.rate.source, 400 < (before.value or 0) < 700) == (ECB, True)
    assert convert(65000, Interval(65000, 65000), "RUB/month", "USD/month", day=date(2022, 3, 7), rates=known) is None


def test_the_users_rate_stands_above_the_banks() -> None:
    known = Rates((Rate("EUR", "USD", 2.0, DAY, "mine"), Rate("EUR", "USD", 1.1, DAY, ECB)))

    found = known.find("EUR", "USD", DAY)
    assert found is not None
    assert (found.rate, found.source) == (2.0, "mine")


def test_a_table_of_rates_is_read(tmp_path: Path) -> None:
    table = tmp_path / "fx_rates.csv"
    table.write_text("# ours\nbase,quote,rate,rate_date,rate_source\nUSD,RUB,76.8,2025-12-08,Bank of Russia\n")

    assert [Rate("USD", "RUB", 76.8, date(2025, 12, 8), "Bank of Russia")] == read_rates(table)


BAD_RATES = [
    ("USD,RUB,0,2025-12-08,x", "fx_rates.csv:2: rate '0' is no number above zero"),
    ("USD,RUB,nan,2025-12-08,x", "fx_rates.csv:2: rate 'nan' is no number above zero"),
    ("USD,ROUBLE,7,2025-12-08,x", "fx_rates.csv:2: quote 'ROUBLE' is no currency"),
    ("USD,RUB,7,8.12.2025,x", "fx_rates.csv:2: rate_date '8.12.2025' is no day"),
    ("USD,RUB,7", "fx_rates.csv:2: 3 cells where the header has 5"),
]


@pytest.mark.parametrize(("row", "message"), BAD_RATES)
def test_a_rate_without_sense_is_refused_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "fx_rates.csv").write_text(f"base,quote,rate,rate_date,rate_source\n{row}\n")

    with pytest.raises(InputError) as found:
        read_rates(tmp_path / "fx_rates.csv")
    assert str(found.value).startswith(message)
