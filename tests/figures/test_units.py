"""One spelling for each unit, and the lexicon's factors are pint's."""

from __future__ import annotations

import subprocess
import sys

import pytest

from figures import units


@pytest.mark.parametrize("row", list(units.unit_rows().values()), ids=lambda row: row.unit)
def test_the_lexicon_converts_as_pint_does(row: units.UnitRow) -> None:
    if row.unit == "dimensionless":
        return
    size, dimension = units._pint_measure(
        {"%": "percent", "°C": "delta_degC", "°F": "delta_degF"}.get(row.unit, row.unit)
    )

    assert row.factor == pytest.approx(size, rel=1e-9)
    assert row.base == dimension


@pytest.mark.parametrize("unit", [unit for unit in units.unit_rows() if unit not in ("dimensionless", "%")])
def test_the_short_name_is_pints(unit: str) -> None:
    assert unit == f"{units.registry().Unit(unit):~D}".replace(" ", "")


@pytest.mark.parametrize("money", list(units.currency_rows().values()), ids=lambda money: money.code)
def test_each_currency_is_a_dimension_of_its_own(money: units.CurrencyRow) -> None:
    assert f"[currency_{money.of}]" in units.registry().Unit(money.code).dimensionality
    assert (units.registry().Quantity(1, money.code)).to(money.of).magnitude == pytest.approx(money.factor)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("mile**2", "mi**2"),
        ("square mile", "mi**2"),
        ("kilometer**2", "km**2"),
        ("USD / month", "USD/month"),
        ("dollar/month", "USD/month"),
        ("km/hour", "km/h"),
        ("miles", "mi"),
        ("", "dimensionless"),
        ("persons", "person"),
        ("parsec", "pc"),
    ],
)
def test_a_unit_has_one_spelling(given: str, expected: str) -> None:
    assert expected == units.short(given)


@pytest.mark.parametrize(
    ("unit", "to", "expected"),
    [
        ("mi**2", "km**2", 2.589988),
        ("ha", "km**2", 0.01),
        ("mi/h", "km/h", 1.609344),
        ("cent", "USD", 0.01),
        ("USD/month", "USD/year", 12),
        ("%", "dimensionless", 0.01),
        ("parsec", "km", 3.0856775e13),
    ],
)
def test_a_factor_says_how_many_of_the_one_are_the_other(unit: str, to: str, expected: float) -> None:
    assert expected == pytest.approx(units.factor(unit, to), rel=1e-6)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("person", "household"),
        ("USD", "EUR"),
        ("USD/month", "USD"),
        ("km", "km**2"),
        ("year", "year_of_age"),
        ("settlement", "region"),
    ],
)
def test_what_measures_different_things_does_not_convert(unit: str, to: str) -> None:
    assert not units.same_dimension(unit, to)
    with pytest.raises(units.DimensionMismatch, match="measure different things"):
        units.factor(unit, to)


def test_an_unknown_unit_is_named_with_its_remedy() -> None:
    with pytest.raises(units.UnknownUnit, match=r"'blorps' is not known.*units\.csv"):
        units.short("blorps")


def test_an_amount_per_month_is_no_amount() -> None:
    assert units.is_currency("RUB")
    assert not units.is_currency("RUB/month")


@pytest.mark.parametrize(
    ("unit", "expected"), [("person", True), ("", True), ("km", False), ("settlement", True), ("%", False)]
)
def test_whole_things_are_counted(unit: str, expected: bool) -> None:
    assert expected is units.is_count(unit)


def test_known_units_are_converted_without_loading_pint() -> None:
    script = (
        "import sys; from figures import units; units.factor('mi**2', 'km**2'); units.short('USD/month');"
        "sys.exit('pint' in sys.modules)"
    )

    assert not subprocess.run([sys.executable, "-c", script], check=False).returncode
