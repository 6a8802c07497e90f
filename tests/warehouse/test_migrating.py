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


def test_figures_that_went_the_same_way_come_to_share_their_chain(database: Connection) -> None:
    migrate(database, Path("old"), upto=4)
    for figure_id in ("a", "b", "c"):
        run(database, _FIGURE_4, {"figure_id": figure_id})
        run(database, _STEPS_4, {"figure_id": figure_id, "cue": "told" if figure_id == "c" else "said"})
    migrate(database, Path("old"))

    chains = run(database, "select figure_id, chain_id from figure order by figure_id")
    assert chains[0][1] == chains[1][1] != chains[2][1]
    assert run(database, "select distinct chain from figure") == [("Kyiv, in The Daily",)]
    assert run(
        database,
        "select figure_id, role::varchar, source_id, cue from figure join attribution using (chain_id) order by 1, step",
    ) == [
        ("a", "originator", "kyiv", "said"),
        ("a", "publisher", "the-daily", None),
        ("b", "originator", "kyiv", "said"),
        ("b", "publisher", "the-daily", None),
        ("c", "originator", "kyiv", "told"),
        ("c", "publisher", "the-daily", None),
    ]
    assert run(database, "select distinct quantifier, value from figure") == [("exact", 3.0)]


# What schema 4 took: the chain beside each figure, in words and in steps.
_FIGURE_4 = """
insert into figure by name
select
    $figure_id as figure_id, 1 as version, 'd' as document_id, 'table_row' as evidence, '3' as excerpt,
    'exact' as quantifier, 3 as value, 3 as low, 3 as high, 'km**2' as unit_reported, 'km**2' as unit, 's' as series_id,
    'day' as as_of_precision, 'given' as as_of_basis, 'kyiv' as voice_id, 'asserts' as stance,
    'Kyiv, in The Daily' as chain, 'd' as origin_group, 1 as confidence, 'r' as run_id, timestamp '2026-01-01' as recorded_at
"""
_STEPS_4 = """
insert into attribution
select $figure_id, 1, 0, 'kyiv', 'originator', 'asserts', $cue
union all
select $figure_id, 1, 1, 'the-daily', 'publisher', 'not_stated', null
"""


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
