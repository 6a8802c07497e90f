"""Numbers, spans and days are printed one way everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from app import words
from app.display_units import choose, display_units
from app.finding_numbers import sought_number
from figures.catalogue import catalogue

KM2, SQ_MI, _ = display_units("km**2", kind="stock")
PEOPLE = display_units("person", kind="stock")[0]
DOLLARS = display_units("USD/month", kind="rate")[0]
SHARE = display_units("dimensionless", kind="share")[0]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (3, "3"),
        (0.18, "0.18"),
        (22.4, "22.4"),
        (56.98, "57"),
        (540.54, "540.5"),
        (999.96, "1,000"),
        (1294.99, "1,295"),
        (150000, "150,000"),
        (-12.5, "-12.5"),
    ],
)
def test_a_number_has_its_thousands_parted_and_three_digits(value: float, printed: str) -> None:
    assert printed == words.number(value)


@pytest.mark.parametrize(
    ("low", "high", "printed"),
    [
        (1165.5, 1424.5, "1,166–1,424\u00a0km²"),
        (1250.0, None, "≥ 1,250\u00a0km²"),
        (None, 500.0, "≤ 500\u00a0km²"),
        (58.0, 58.0, "58\u00a0km²"),
        (None, None, ""),
    ],
)
def test_an_open_end_is_said_and_not_left_hanging(low: float | None, high: float | None, printed: str) -> None:
    assert printed == words.span(low, high, KM2)


def test_a_stated_number_keeps_its_hedge_and_a_vague_one_has_its_span() -> None:
    assert words.stated(800.0, 760.0, 840.0, "approximately", KM2) == "about 800\u00a0km²"
    assert words.stated(None, 300.0, 999.0, "vague", KM2) == "300–999\u00a0km²"
    assert words.told(28.0, 28.0, 28.0, "exact", PEOPLE) == "28 people"
    assert words.stated(800.0, 760.0, 840.0, "approximately", DOLLARS) == "about $800\u00a0a month"


@pytest.mark.parametrize(
    ("value", "low", "high", "quantifier", "said"),
    [
        (1.0, 1.0, 1.0, "exact", "1 person"),
        (21.0, 21.0, 21.0, "exact", "21 people"),
        (None, 1.0, None, "vague", "at least 1 person"),
        (None, None, 15.0, "vague", "at most 15 people"),
        (None, 24.0, 60.0, "vague", "24–60 people"),
    ],
)
def test_one_is_no_plural_and_an_open_end_is_in_words(
    value: float | None, low: float | None, high: float | None, quantifier: str, said: str
) -> None:
    assert said == words.told(value, low, high, quantifier, PEOPLE)


@pytest.mark.parametrize(("unit", "said"), [("region", "4 regions"), ("GW", "4\u00a0GW"), ("kg/day", "4\u00a0kg/day")])
def test_a_unit_that_no_table_lists_is_called_by_its_name(unit: str, said: str) -> None:
    assert said == words.told(4.0, 4.0, 4.0, "exact", display_units(unit, kind="stock")[0])


@pytest.mark.parametrize(
    ("excerpt", "printed"),
    [
        ("more than 1250 km**2", "more than 1,250 km²"),
        ("65000 RUB/month", "65,000 roubles a month"),
        ("0.86 dimensionless", "0.86"),
        ("3 settlement", "3 settlements"),
        ("1,250 km²", "1,250 km²"),
        ("12.1250 km²", "12.1250 km²"),
        ("2024-08-15", "2024-08-15"),
    ],
)
def test_a_row_of_a_table_is_printed_as_people_write(excerpt: str, printed: str) -> None:
    assert printed == words.readable(excerpt)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2025, 4, 8), date(2025, 4, 8), "8 April 2025"),
        (date(2024, 8, 1), date(2024, 8, 31), "August 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 8, 1), date(2024, 8, 10), "1–10 August 2024"),
        (date(2024, 8, 30), date(2024, 9, 2), "30 August – 2 September 2024"),
        (None, None, ""),
    ],
)
def test_a_window_is_said_as_people_say_it(start: date | None, end: date | None, said: str) -> None:
    assert said == words.window(start, end)


def test_every_unit_of_the_catalogue_can_be_shown() -> None:
    for indicator in catalogue().values():
        first = display_units(indicator.unit, kind=indicator.kind)[0]

        assert first.factor == pytest.approx(100.0 if first.key == "pct" else 1.0)
        assert first.words


def test_an_unknown_key_gives_the_first_unit() -> None:
    assert choose((KM2, SQ_MI), "parsec") == KM2
    assert choose((KM2, SQ_MI), "mi2") == SQ_MI
    assert pytest.approx(1 / 2.589988110336) == SQ_MI.factor
    assert words.amount(0.18, SHARE) == "18%"


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("500", "km**2", 500.0),
        ("1,400 km2", "km**2", 1400.0),
        ("500 square miles", "km**2", 1294.994055),
        ("two million people", "person", 2e6),
    ],
)
def test_a_number_is_sought_in_every_unit_that_measures_the_same(typed: str, unit: str, number: float) -> None:
    found = sought_number(typed, ["km**2", "person", "USD"])

    assert found is not None
    assert found.values[unit] == pytest.approx(number)
    assert typed == "500" or set(found.values) == {unit}


@pytest.mark.parametrize("typed", ["evacuated", "", "several", "the 82nd Brigade"])
def test_words_alone_seek_no_number(typed: str) -> None:
    assert sought_number(typed, ["km**2"]) is None
