"""Units in SQL: equal to pint, NULL where nothing converts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import duckdb
import pytest

from figures import units
from warehouse import unit_macros


@pytest.fixture(scope="module")
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as connection:
        connection.execute(unit_macros.definitions())
        yield connection


def to_unit(db: duckdb.DuckDBPyConnection, value: float | None, unit: str | None, target: str | None) -> float | None:
    (row,) = db.execute("select to_unit(?::double, ?::varchar, ?::varchar)", [value, unit, target]).fetchall()
    found: float | None = row[0]
    return found


CONVERSIONS = [
    (500, "sq mi", "km**2", 1294.994055168),
    (500, "square miles", "sq. km", 1294.994055168),
    (1, "mile**2", "mi²", 1),
    (43800, "hectares", "km²", 438),
    (6, "miles", "km", 9.656064),
    (1, "USD/month", "USD/year", 12),
    (0, "ha", "km**2", 0),
    (-2, "km", "m", -2000),
]


@pytest.mark.parametrize(("value", "unit", "target", "expected"), CONVERSIONS)
def test_a_value_converts_from_any_usual_spelling(
    db: duckdb.DuckDBPyConnection, value: float, unit: str, target: str, expected: float
) -> None:
    assert to_unit(db, value, unit, target) == pytest.approx(expected, rel=1e-12)


NOTHING = [
    (1, "person", "household"),
    (1, "USD", "RUB"),
    (1, "USD/month", "USD"),
    (1, "km", "km**2"),
    (1, "furlongs per fortnight", "km"),
    (1, "km", "smoot"),
    (1, "°C", "°F"),  # no factor leads from one to the other
    (1, None, "km"),
    (1, "km", None),
    (None, "km", "m"),
]


@pytest.mark.parametrize(("value", "unit", "target"), NOTHING)
def test_unlike_or_unknown_units_give_null(
    db: duckdb.DuckDBPyConnection, value: float | None, unit: str | None, target: str | None
) -> None:
    assert to_unit(db, value, unit, target) is None


def test_every_pair_of_units_converts_as_pint_does_to_the_twelfth_digit(db: duckdb.DuckDBPyConnection) -> None:
    known = [unit for unit in units.unit_rows() if unit in unit_macros.spellings()]
    pairs = [(one, other) for one, other in product(known, known) if units.same_dimension(one, other)]
    db.execute(
        "create or replace temp table pair as select unnest(?) as one, unnest(?) as other",
        list(map(list, zip(*pairs, strict=True))),
    )
    rows = db.execute("select one, other, to_unit(7.0, one, other) from pair").fetchall()

    assert len(rows) > 500
    for one, other, converted in rows:
        assert converted == pytest.approx(_by_pint(one, other), rel=1e-12), (one, other)


def test_factor_and_likeness_of_two_units(db: duckdb.DuckDBPyConnection) -> None:
    asked = "select unit_factor('ha', 'km**2'), same_dimension('ft', 'km'), same_dimension('ft', 'ha')"

    assert db.execute(asked).fetchall() == [(0.01, True, False)]
    assert db.execute("select same_dimension('ft', 'smoot'), unit_factor('ft', 'smoot')").fetchall() == [(None, None)]


def test_the_macros_work_from_another_database_of_the_client(db: duckdb.DuckDBPyConnection) -> None:
    """A body that named a table would fail where the file is attached and not in use."""
    db.execute("attach ':memory:' as elsewhere")
    db.execute("use elsewhere")
    try:
        assert db.execute("select memory.to_unit(1.0, 'km', 'm')").fetchall() == [(1000.0,)]
    finally:
        db.execute("use memory")


def test_each_macro_says_what_it_does(db: duckdb.DuckDBPyConnection) -> None:
    asked = "select function_name, comment from duckdb_functions() where not internal order by all"

    assert db.execute(asked).fetchall() == sorted(unit_macros.COMMENTS.items())


def _by_pint(unit: str, target: str) -> float:
    """Seven of *unit* in *target*; the size of a degree would be asked for temperatures, which are left out."""
    registry = units.registry()
    return float(registry.Quantity(7.0, unit).to(target).magnitude)
