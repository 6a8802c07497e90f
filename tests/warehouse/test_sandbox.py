"""User SQL: what is answered, what is refused, and that nothing typed can hurt."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.sandbox import Kind, Limits, Sandbox, SqlError

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the sandbox needs Linux")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pub") / "figures.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("create table figure as select range as n, 'word ' || range as word from range(1000)")
        connection.execute("create view figures as select * from figure")
    path.chmod(0o444)
    return path


@pytest.fixture(scope="module")
def sandbox(published: Path) -> Iterator[Sandbox]:
    made = Sandbox(published, Limits(seconds=1.0, max_rows=50, max_bytes=200_000, max_cell=100))
    yield made
    made.close()


def problem(sandbox: Sandbox, sql: str) -> SqlError:
    with pytest.raises(SqlError) as caught:
        sandbox.run(sql)
    return caught.value


@pytest.mark.parametrize(
    ("sql", "type_name", "value"),
    [
        ("select 1", "INTEGER", 1),
        ("select 1.5::double", "DOUBLE", 1.5),
        ("select null", "NULL", None),
        ("select true", "BOOLEAN", True),
        ("select 1.50::decimal(9, 2)", "DECIMAL(9,2)", "1.50"),
        ("select date '2024-08-06'", "DATE", "2024-08-06"),
        ("select timestamptz '2024-08-06 10:00+02'", "TIMESTAMP WITH TIME ZONE", "2024-08-06 08:00:00+00:00"),
        ("select 'nan'::double", "DOUBLE", "nan"),
        ("select [1, 2]", "INTEGER[]", "[1, 2]"),
        ("select 1::hugeint << 100", "HUGEINT", 2**100),
        ("select '\\xAA'::blob", "BLOB", "aa"),
    ],
)
def test_values_come_back_with_their_type(sandbox: Sandbox, sql: str, type_name: str, value: object) -> None:
    answer = sandbox.run(sql)

    assert (type_name, ((value,),)) == (answer.columns[0].type, answer.rows)


@pytest.mark.parametrize("sql", ["from figures", "describe figures", "show tables", "explain select 1", "values (1)"])
def test_every_way_of_asking_is_answered(sandbox: Sandbox, sql: str) -> None:
    assert sandbox.run(sql).rows


def test_rows_stop_at_the_cap_and_say_so(sandbox: Sandbox) -> None:
    assert (len((capped := sandbox.run("from figures")).rows), capped.more) == (50, True)
    assert (len((whole := sandbox.run("from figures limit 50")).rows), whole.more) == (50, False)


def test_bytes_stop_at_the_cap(sandbox: Sandbox) -> None:
    answer = sandbox.run("select " + ", ".join(f"repeat('x', 90) as c{i}" for i in range(100)) + " from figures")

    assert answer.more
    assert 0 < len(answer.rows) < 50


def test_a_long_cell_is_cut_and_counted(sandbox: Sandbox) -> None:
    answer = sandbox.run("select repeat('x', 101), repeat('y', 100)")

    assert (answer.cut, *answer.rows[0]) == (1, "x" * 100 + "…", "y" * 100)


@pytest.mark.parametrize(
    ("sql", "line", "column", "pointed"),
    [
        ("selec 1", 1, 1, "selec 1\n^"),
        ("select *\nfrom figures\nwhere nope = 1", 3, 7, "where nope = 1\n      ^"),
        ("select 'é',\n nope from figures", 2, 2, " nope from figures\n ^"),
    ],
)
def test_an_error_points_at_its_place(sandbox: Sandbox, sql: str, line: int, column: int, pointed: str) -> None:
    found = problem(sandbox, sql)

    assert (Kind.WRONG, line, column, pointed) == (found.kind, found.line, found.column, found.pointed(sql))


@pytest.mark.parametrize("sql", ["", "-- nothing", "select 1; select 2", "pivot figure on n using count(*)"])
def test_anything_but_one_query_is_refused(sandbox: Sandbox, sql: str) -> None:
    assert problem(sandbox, sql).kind is Kind.REFUSED


def test_a_statement_of_any_length_is_refused_before_it_is_read(sandbox: Sandbox) -> None:
    assert "20,000 are allowed" in problem(sandbox, "select " + "1" * 20_001).message


FILES_AND_WRITES = [
    "select * from read_text('/etc/passwd')",
    "select * from read_csv('/etc/passwd')",
    "select * from read_blob('/etc/hostname')",
    "select * from read_json('/etc/passwd')",
    "select * from read_parquet('/etc/passwd')",
    "select * from '/etc/passwd'",
    "select * from glob('/*')",
    "select * from query('from read_text(''/etc/passwd'')')",
    "select * from query_table('/etc/passwd')",
    "select * from read_duckdb('/etc/passwd')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from parquet_metadata('/etc/passwd')",
    "select * from json_execute_serialized_sql(json_serialize_sql('from read_text(''/etc/passwd'')'))",
    "select getenv('HOME')",
    "select * from leak_df",
    "copy figure to '/tmp/stolen.csv'",
    "copy (select 1) to '/dev/stdout'",
    "export database '/tmp/stolen'",
    "attach '/tmp/other.duckdb'",
    "attach ':memory:' as other",
    "detach figures",
    "install httpfs",
    "load httpfs",
    "load '/tmp/evil.duckdb_extension'",
    "create table stolen as select 1",
    "create temp table stolen as select 1",
    "create macro f() as 1",
    "create secret s (type s3)",
    "create persistent secret s (type s3)",
    "insert into figure values (1, 'x')",
    "delete from figure",
    "update figure set n = 0",
    "drop table figure",
    "alter table figure add column x int",
    "truncate figure",
    "comment on table figure is 'x'",
    "explain analyze delete from figure",
    "with gone as (delete from figure returning *) select * from gone",
    "with new as (insert into figure values (1, 'x') returning *) select * from new",
    "with out as (copy figure to '/tmp/stolen.csv') select 1",
    "prepare p as delete from figure",
    "execute p",
    "call pragma_database_list()",
    "begin",
    "checkpoint",
    "vacuum",
    "use temp",
    "set memory_limit = '64GB'",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "reset lock_configuration",
    "set search_path = 'temp'",
    "set search_path = 'temp'; detach figures",
    "set variable v = 1",
    "set log_query_path = '/tmp/log'",
    "set temp_directory = '/tmp'",
    "pragma database_list",
    "pragma enable_profiling",
    "pragma profiling_output = '/tmp/p'",
    "call enable_logging()",
    "select 1; drop table figure",
]


@pytest.mark.parametrize("sql", FILES_AND_WRITES)
def test_files_writes_and_settings_are_out_of_reach(sandbox: Sandbox, sql: str) -> None:
    assert problem(sandbox, sql).kind in {Kind.REFUSED, Kind.WRONG}
    assert sandbox.run("select count(*), sum(n) from figures").rows == ((1000, 499500),)


BOMBS = [
    "select repeat('x', 3000000000)",
    "select len(range(2000000000))",
    "select lpad('x', 2000000000, 'y')",
    "select sleep_ms(60000)",
    "select sum(levenshtein(repeat(n::varchar, 60000), repeat('x' || n, 60000))) from figures",
    "select count(*) from range(100000000) a, range(1000000) b",
    "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t",
    "with recursive t(s) as (select 'x' union all select s || s from t) select max(len(s)) from t",
    "select list(a.range) from range(100000) a, range(100000) b",
    "select string_agg(repeat('x', 1000), '') from range(1000000000)",
    "select sum(n) over (order by random()) from range(300000000) t(n)",
    "select count(distinct md5(a.range::varchar)) from range(1000000000) a",
    "select unnest(range(1000000000))",
    "select * from figures where n in " + "(" * 8000 + "1" + ")" * 8000,
    "select regexp_matches(repeat('a', 100000), '(a*)*b')",
]


@pytest.mark.parametrize("sql", BOMBS, ids=lambda sql: sql[:40])
def test_bombs_end_and_the_next_statement_is_answered(sandbox: Sandbox, sql: str) -> None:
    try:
        ended = len(sandbox.run(sql).rows) <= 50
    except SqlError as found:
        ended = found.kind in {Kind.STOPPED, Kind.WRONG}

    assert ended
    assert sandbox.run("select 42").rows == ((42,),)


def test_the_child_may_not_take_more_memory_than_allowed(published: Path) -> None:
    confined = Sandbox(published, Limits(seconds=5, address_space=300_000_000, memory_mb=4_000))

    assert problem(confined, "select len(repeat('x', 400000000))").kind is Kind.STOPPED
    assert confined.run("select len(repeat('x', 1000000))").rows == ((1_000_000,),)
    confined.close()


@pytest.mark.parametrize(
    "sql",
    [
        "select path from duckdb_databases()",
        "select value from duckdb_settings()",
        "select current_setting('allowed_paths')",
        "select * from read_text('figures.duckdb')",
        "selec",
    ],
)
def test_no_answer_and_no_error_shows_where_the_file_is(sandbox: Sandbox, published: Path, sql: str) -> None:
    try:
        shown = str(sandbox.run(sql))
    except SqlError as found:
        shown = str(found)

    assert str(published.parent) not in shown


def test_one_statement_too_many_is_told_to_come_back(published: Path) -> None:
    narrow = Sandbox(published, Limits(seconds=1.0), at_once=1, patience=0.05)
    slow = threading.Thread(target=lambda: problem(narrow, "select sleep_ms(60000)"))
    slow.start()
    while narrow._slots.acquire(blocking=False):  # until the slow one has the only slot
        narrow._slots.release()

    assert problem(narrow, "select 1").kind is Kind.BUSY

    slow.join()
    assert narrow.run("select 1").rows == ((1,),)
    narrow.close()


def test_a_new_snapshot_is_seen_by_the_next_statement(tmp_path: Path) -> None:
    path = tmp_path / "figures.duckdb"
    sandbox = Sandbox(path)
    for generation in (1, 2):
        with duckdb.connect(new := tmp_path / "new.duckdb") as connection:
            connection.execute(f"create table g as select {generation} as generation")
        os.replace(new, path)

        assert sandbox.run("from g").rows == ((generation,),)
    sandbox.close()


def test_without_a_published_file_the_answer_says_what_to_do(tmp_path: Path) -> None:
    found = problem(Sandbox(tmp_path / "none.duckdb"), "select 1")

    assert (found.kind, "figures ingest" in found.message) == (Kind.UNAVAILABLE, True)


def test_closing_leaves_no_child(published: Path) -> None:
    sandbox = Sandbox(published)
    sandbox.run("select 1")
    (worker,) = sandbox._idle
    sandbox.close()

    with pytest.raises(ProcessLookupError):
        os.kill(worker.pid, 0)
