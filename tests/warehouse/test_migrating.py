"""Every earlier file comes to the newest schema with what it held; a strange one is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import Connection, run
from warehouse.errors import WarehouseError
from warehouse.migrating import migrate, migrations, schema_version

RATE = ("USD", "RUB", 92.5, "Bank of Russia")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Connection]:
    with duckdb.connect(str(tmp_path / "work.duckdb")) as connection:
        yield connection


def shape(database: Connection) -> list[tuple[object, ...]]:
    """Tables, views and columns with types and comments."""
    return run(
        database,
        "select table_name, column_name, data_type, comment from duckdb_columns() where not internal order by all",
    )


def test_steps_are_numbered_from_one_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, schema_version() + 1))


@pytest.mark.parametrize("version", [step.number for step in migrations()])
def test_a_file_of_each_version_is_upgraded_and_keeps_its_rows(database: Connection, version: int) -> None:
    migrate(database, Path("old"), upto=version)
    run(database, "insert into fx_rate select ?, ?, ?, date '2024-08-15', ?", list(RATE))
    applied = migrate(database, Path("old"))
    with duckdb.connect(":memory:") as new:
        migrate(new, Path("new"))
        assert shape(database) == shape(new)

    assert [step.number for step in applied] == list(range(version + 1, schema_version() + 1))
    assert run(database, "select base, quote, rate, rate_source from fx_rate") == [RATE]
    assert run(database, "select count(*) from figures") == [(0,)]
    assert run(database, "select number from schema_migration order by number") == [
        (step.number,) for step in migrations()
    ]


def test_a_second_time_changes_nothing(database: Connection) -> None:
    migrate(database, Path("work"))

    assert migrate(database, Path("work")) == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("insert into schema_migration values (999, 'x', 'x', now()::timestamp)", "newer than this program's"),
        ("update schema_migration set sha256 = 'x' where number = 1", "not the one this program has"),
    ],
)
def test_a_file_of_another_program_is_refused(database: Connection, harm: str, said: str) -> None:
    migrate(database, Path("work"))
    run(database, harm)

    with pytest.raises(WarehouseError, match=said):
        migrate(database, Path("work"))


def test_a_step_that_fails_leaves_nothing(database: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    first = migrations()[0]
    broken = type(first)(1, "broken", "create table half (a integer); select * from nowhere")
    monkeypatch.setattr("warehouse.migrating.migrations", lambda: (broken,))

    with pytest.raises(duckdb.CatalogException, match="nowhere"):
        migrate(database, Path("work"))
    assert run(database, "select count(*) from duckdb_tables() where table_name = 'half'") == [(0,)]
    assert run(database, "select * from schema_migration") == []
