"""A published file is one whole, checked generation, whatever happens to writers, readers, disks and clocks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.factories import NOW, new_work, reading, store
from tests.warehouse.kills import ROOT, kill_again_and_again
from warehouse.connection import Connection, Snapshot, open_work, run
from warehouse.doctor import examine
from warehouse.errors import Damaged, IngestRunning, NotPublished, PublishRefused
from warehouse.home import Home
from warehouse.publishing import leftovers, publish

# Interpreters with older duckdb, parted by colons: FIGURES_OLDER_DUCKDB=/path/a/bin/python:/path/b/bin/python
OLDER_DUCKDB = [Path(python) for python in os.environ.get("FIGURES_OLDER_DUCKDB", "").split(":") if python] or [None]
LATER = NOW + timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def work(home: Home) -> Iterator[Connection]:
    with new_work(home.path) as connection:
        yield connection


def publish_values(work: Connection, home: Home, *values: float, name: str = "a.txt", number: int = 1) -> int | None:
    store(work, reading(*values, name=name), run_id=f"run-{number}")
    run(work, "insert into warehouse_meta select 0, ?, 1, '1', '1' where not exists (from warehouse_meta)", [NOW])
    return publish(work, home, now=NOW)


def published_values(home: Home) -> list[float]:
    """As a stranger would read the file: a fresh DuckDB, read-only."""
    with duckdb.connect(str(home.published), read_only=True) as database:
        return [row[0] for row in database.execute("select value from figures order by value").fetchall()]


def test_what_is_published_is_what_was_recorded(work: Connection, home: Home) -> None:
    generation = publish_values(work, home, 1150, 900)

    assert generation == 1
    assert published_values(home) == [900.0, 1150.0]


def test_nothing_new_is_not_published_again(work: Connection, home: Home) -> None:
    publish_values(work, home, 1150)
    before = home.published.stat()

    assert publish(work, home, now=LATER) is None
    assert home.published.stat().st_ino == before.st_ino


def test_the_schema_ships_with_comments_checks_views_and_macros(work: Connection, home: Home) -> None:
    publish_values(work, home, 1150)
    with duckdb.connect(str(home.published), read_only=True) as database:
        silent = database.execute(
            """
            select table_name, column_name from duckdb_columns() where comment is null and not internal
            union all
            select table_name, '' from duckdb_tables() where comment is null
            union all
            select view_name, '' from duckdb_views() where comment is null and not internal
            """
        ).fetchall()
        [[checks]] = database.execute(
            "select count(*) from duckdb_constraints() where constraint_type = 'CHECK'"
        ).fetchall()
        [[miles]] = database.execute("select to_unit(1, 'mi', 'km')").fetchall()

    assert silent == []
    assert checks > 30
    assert miles == pytest.approx(1.609344)


def test_readers_keep_their_generation_and_new_ones_see_the_newest(work: Connection, home: Home) -> None:
    publish_values(work, home, 1150)
    snapshot = Snapshot(home.published)
    old = snapshot.cursor()
    publish_values(work, home, 900, name="b.txt", number=2)
    new = snapshot.cursor()

    assert old.execute("select count(*) from figures").fetchall() == [(1,)]
    assert new.execute("select count(*), (select generation from warehouse_meta) from figures").fetchall() == [(2, 2)]


def test_a_published_file_cannot_be_written_through_a_snapshot(work: Connection, home: Home) -> None:
    publish_values(work, home, 1150)
    cursor = Snapshot(home.published).cursor()

    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        cursor.execute("delete from figure")
    assert home.published.stat().st_mode & 0o222 == 0


def test_texts_stay_out_of_the_file_that_everybody_may_take(work: Connection, home: Home) -> None:
    publish_values(work, home, 1150)
    with Snapshot.of(home).reading() as cursor:
        counts = cursor.execute(
            "select (select count(*) from document_text), (select count(*) from texts.document_text)"
        ).fetchall()

    assert counts == [(0, 1)]


def test_texts_are_published_where_the_service_says_so(work: Connection, home: Home) -> None:
    store(work, reading(1150))
    run(work, "insert into warehouse_meta values (0, ?, 1, '1', '1')", [NOW])
    publish(work, home, now=NOW, with_texts=True)

    with Snapshot.of(home).reading() as cursor:
        assert cursor.execute("select count(*) from document_text").fetchall() == [(1,)]

    assert publish(work, home, now=LATER, with_texts=True) is None
    assert publish(work, home, now=LATER) == 2
    with Snapshot.of(home).reading() as cursor:
        assert cursor.execute("select count(*) from document_text").fetchall() == [(0,)]


def test_severity_is_the_worst_of_a_figures_pairs(work: Connection, home: Home) -> None:
    store(work, reading(1150), reading(800, name="b.txt", by="Russia"))
    ids = sorted(row[0] for row in run(work, "select figure_id from figure"))
    run(work, "insert into warehouse_meta values (0, ?, 1, '1', 'new')", [NOW])
    for method, severity in (("old", 4), ("new", 3)):
        run(
            work,
            """
            insert into assessment
            select
                series_id, ?, ?, ?, 'conflict', 1.3, 1.4, 'UNEXPLAINED', 'none', [], [], 40, ?, 'They differ.', 'run-1'
            from series
            """,
            [*ids, method, severity],
        )
    publish(work, home, now=NOW)

    with duckdb.connect(str(home.published), read_only=True) as database:
        assert database.execute("select severity from figures").fetchall() == [(3,), (3,)]
        assert database.execute("select severity, slug from disagreements").fetchall() == [
            (3, "area-of-kursk-held-by-ukraine")
        ]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("insert into figure select * from figure", "more than once"),
        ("insert into figure select * replace (2 as version) from figure", "more than one current version"),
        ("update figure set series_id = 'x'", "a series that is not there"),
        ("delete from document", "a document that is not there"),
        ("update figure set voice_id = 'x'", "neither a source nor a document"),
        ("insert into document select * from document", "Documents that are there more than once"),
        ("insert into series select * replace ('y' as series_id) from series", "addresses of series"),
        ("insert into attribution select * from attribution", "Steps of a chain that are there more"),
        ("delete from attribution", "Figures of a chain that is not there"),
        ("update source set parent_id = 'x' where name = 'The Daily'", "parent or party"),
    ],
)
def test_a_snapshot_that_breaks_an_invariant_is_refused(work: Connection, home: Home, harm: str, said: str) -> None:
    publish_values(work, home, 1150)
    run(work, harm)
    run(work, "update run set generation = null")

    with pytest.raises(PublishRefused, match=said):
        publish(work, home, now=LATER)
    assert published_values(home) == [1150.0]
    assert publish_is_clean(home)


def publish_is_clean(home: Home) -> bool:
    """Whether nothing but whole files is in the published folder, but for what the next publish removes."""
    return {path.name for path in home.published.parent.iterdir()} - {path.name for path in leftovers(home)} == {
        "figures.duckdb",
        "texts.duckdb",
    }


def test_what_a_killed_publish_left_is_removed_by_the_next(work: Connection, home: Home) -> None:
    home.published.with_name(".build-1-figures.duckdb").write_bytes(b"half")
    home.published.with_name(".build-1-figures.duckdb.wal").write_bytes(b"half")
    publish_values(work, home, 1150)

    assert leftovers(home) == []


def test_a_log_left_by_a_reader_does_not_reach_the_next_generation(work: Connection, home: Home) -> None:
    """A reader opened the file for writing, made a table and was killed; DuckDB would replay its log."""
    publish_values(work, home, 1150)
    home.published.chmod(0o644)
    script = f"""
import duckdb, os, signal
database = duckdb.connect({str(home.published)!r})
database.execute("set wal_autocheckpoint = '1GB'")
database.execute("create table stale as select 1 as one")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    assert home.published.with_name("figures.duckdb.wal").exists()

    publish_values(work, home, 900, name="b.txt", number=2)
    with duckdb.connect(str(home.published), read_only=True) as database:
        assert database.execute("select count(*) from duckdb_tables() where table_name = 'stale'").fetchall() == [(0,)]
    assert published_values(home) == [900.0, 1150.0]


def test_a_second_writer_is_told_who_has_the_file(work: Connection, home: Home) -> None:
    script = f"""
from pathlib import Path
from warehouse.connection import open_work
from warehouse.home import Home
with open_work(Home(Path({str(home.path)!r}))):
    pass
"""
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)

    assert f"another ingest is running (pid {os.getpid()})" in other.stderr
    with pytest.raises(IngestRunning), open_work(home):
        pass


def test_publishing_does_not_drop_the_lock_on_the_work_file(work: Connection, home: Home) -> None:
    """DuckDB's lock goes when its process opens the file by another way; then a second writer would get in."""
    publish_values(work, home, 1150)
    examine(home)
    script = f"import duckdb; duckdb.connect({str(home.work_file)!r})"
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert "Conflicting lock" in other.stderr


def test_a_writer_that_was_killed_leaves_no_lock(home: Home) -> None:
    script = f"""
import os, signal
from pathlib import Path
from warehouse.connection import open_work
from warehouse.home import Home
with open_work(Home(Path({str(home.path)!r}))):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False, cwd=ROOT)

    with open_work(home) as work:
        assert run(work, "select count(*) from figure") == [(0,)]


def test_a_full_disk_leaves_the_published_file_and_what_was_recorded(home: Home) -> None:
    with new_work(home.path) as work:
        publish_values(work, home, 1150)
    script = f"""
import resource, signal
from datetime import timedelta
from pathlib import Path
from tests.warehouse.factories import NOW, new_work, reading, store
from warehouse.home import Home
from warehouse.publishing import publish
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
home = Home(Path({str(home.path)!r}))
with new_work(home.path) as work:
    store(work, reading(900, name="b.txt"), run_id="run-2")
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    publish(work, home, now=NOW)
"""
    full = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)

    assert "File too large" in full.stderr
    assert published_values(home) == [1150.0]
    with open_work(home) as work:
        assert publish(work, home, now=LATER) is not None
    assert published_values(home) == [900.0, 1150.0]


@pytest.mark.parametrize("content", [b"", b"not a database", None])
def test_a_damaged_published_file_is_told_and_built_anew(work: Connection, home: Home, content: bytes | None) -> None:
    """None: the first half of the real file."""
    publish_values(work, home, 1150)
    whole = home.published.read_bytes()
    home.published.chmod(0o644)
    home.published.write_bytes(whole[: len(whole) // 2] if content is None else content)

    with pytest.raises(Damaged, match="figures doctor"):
        Snapshot(home.published).cursor()
    assert publish(work, home, now=LATER) is not None
    assert published_values(home) == [1150.0]


def test_flipped_bytes_are_found_by_the_doctor(home: Home) -> None:
    """In every block that holds values; DuckDB does not look at what lies behind the last one of a block."""
    with new_work(home.path) as work:
        publish_values(work, home, *range(500))
    blocks = _blocks_with_values(home.published)
    whole = home.published.read_bytes()
    home.published.chmod(0o644)
    passed = []
    for block in blocks:
        harmed = bytearray(whole)
        place = _HEADERS + block * _BLOCK + 100
        harmed[place : place + 64] = bytes(byte ^ 0xFF for byte in harmed[place : place + 64])
        home.published.write_bytes(harmed)
        passed += [] if any("damaged" in finding.problem for finding in examine(home)) else [block]

    assert len(blocks) >= 10
    assert passed == []


_HEADERS, _BLOCK = 3 * 4096, 262_144  # bytes, of DuckDB's format


def _blocks_with_values(path: Path) -> list[int]:
    with duckdb.connect(str(path), read_only=True) as database:
        tables = [row[0] for row in database.execute("select table_name from duckdb_tables()").fetchall()]
        asked = "select block_id from pragma_storage_info(?) where block_id >= 0"
        return sorted({row[0] for table in tables for row in database.execute(asked, [table]).fetchall()})


def test_an_empty_work_file_is_told(home: Home) -> None:
    home.prepare()
    home.work_file.write_bytes(b"")

    with pytest.raises(Damaged, match="move it away"), open_work(home):
        pass


def test_nothing_published_is_told(home: Home) -> None:
    with pytest.raises(NotPublished, match="figures ingest"):
        Snapshot(home.published).cursor()


@pytest.mark.skipif(os.geteuid() != 0, reason="takes a root that becomes nobody")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    script = f"""
import os
from pathlib import Path
from warehouse.connection import open_work
from warehouse.home import Home
os.setuid(65534)
with open_work(Home(Path({str(tmp_path / "home")!r}))):
    pass
"""
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)

    assert "WarehouseError" in other.stderr
    assert "it cannot be written to (Permission denied)" in other.stderr


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_times_are_utc_whatever_the_machine_thinks(tmp_path: Path, zone: str) -> None:
    script = f"""
from datetime import datetime, timezone
from pathlib import Path
from tests.warehouse.factories import document, figure, new_work, store
from tests.warehouse.test_publishing import publish
from warehouse.connection import Snapshot, run
from warehouse.home import Home
from warehouse.rows import Reading
home = Home(Path({str(tmp_path)!r}))
with new_work(home.path) as work:
    article = document(published=datetime(2024, 3, 31, 0, 30, tzinfo=timezone.utc), published_precision="time")
    store(work, Reading(article, (figure(article, as_of="2024-03-31"),)))
    run(work, "insert into warehouse_meta values (0, '2026-01-01', 1, '1', '1')")
    publish(work, home, now=__import__("datetime").datetime(2026, 1, 1, 23, 59))
with Snapshot(home.published).reading() as cursor:
    print(cursor.execute("select published_at, as_of_start, recorded_at, (select built_at from warehouse_meta),"
        " published_at::date, (select count(*) from as_known_on(date '2026-01-01')) from figures").fetchall())
    print(abs(cursor.execute("select epoch(max(applied_at)) from schema_migration").fetchall()[0][0]
        - datetime.now(timezone.utc).timestamp()) < 600)
"""
    seen = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "TZ": zone},
    )

    assert seen.stdout == (
        "[(datetime.datetime(2024, 3, 31, 0, 30), datetime.date(2024, 3, 31), datetime.datetime(2026, 1, 1, 12, 0), "
        "datetime.datetime(2026, 1, 1, 23, 59), datetime.date(2024, 3, 31), 1)]\nTrue\n"
    ), seen.stderr


@pytest.mark.parametrize("folder", ["Zahlen für Ämter", "Курск", "it's; here", "数字 \U0001f30d", 'a"b'])
def test_any_folder_name_will_do(tmp_path: Path, folder: str) -> None:
    home = Home(tmp_path / folder)
    with new_work(home.path) as work:
        publish_values(work, home, 1150)

    assert published_values(home) == [1150.0]
    with Snapshot.of(home).reading() as cursor:
        assert cursor.execute("select count(*) from texts.document_text").fetchall() == [(1,)]


@pytest.mark.parametrize("python", OLDER_DUCKDB, ids=str)
def test_older_versions_of_duckdb_read_the_file(work: Connection, home: Home, python: Path | None) -> None:
    if python is None:
        pytest.skip("FIGURES_OLDER_DUCKDB names no interpreter with an older duckdb")
    publish_values(work, home, 1150, 900)
    script = f"""
import duckdb
database = duckdb.connect({str(home.published)!r}, read_only=True)
print(database.execute("select count(*), sum(value), max(to_unit(value, unit, 'ha')) from figures").fetchall())
views = database.execute("select view_name from duckdb_views() where not internal order by 1").fetchall()
print([len(database.execute(f"select * from {{name}}").fetchall()) for name, in views])
print(database.execute("select count(*) from as_known_on(date '2026-01-01')").fetchall())
"""
    older = subprocess.run([str(python), "-c", script], capture_output=True, text=True, check=False)

    assert older.stdout == "[(2, 2050.0, 115000.0)]\n[0, 2, 2, 1, 4, 1, 0]\n[(2,)]\n", older.stderr


def test_the_doctor_finds_nothing_in_a_sound_home(home: Home) -> None:
    with new_work(home.path) as work:
        publish_values(work, home, 1150)

    assert examine(home) == []


def test_the_doctor_says_what_to_do(home: Home) -> None:
    with new_work(home.path) as work:
        publish_values(work, home, 1150)
        run(work, "update figure set excerpt = 'another'")
        run(work, "update run set ended_at = null")
    home.published.chmod(0o644)
    home.published.with_name("figures.duckdb.wal").write_bytes(b"")
    home.published.with_name(".build-1-figures.duckdb").write_bytes(b"")
    told = "\n".join(map(str, examine(home)))

    for said in ("chmod a-w", "rm ", "left by a publish", "excerpt is not what stands", "1 ingests were killed"):
        assert said in told


@pytest.mark.slow
def test_kills_at_random_moments_lose_nothing_and_readers_see_whole_generations(home: Home) -> None:
    outcome = kill_again_and_again(home, rounds=6, readers=2)

    assert (outcome.lost, outcome.partial, outcome.unreadable, outcome.reader_faults) == (0, 0, 0, [])
    assert outcome.reader_checks > 0


def test_a_signal_to_stop_leaves_what_was_recorded(home: Home) -> None:
    """Ctrl-C in the middle: the writer ends, and the next one finds whole batches."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.warehouse.writer", str(home.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    ) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if line.startswith("loaded 0"):
                writer.send_signal(signal.SIGINT)
                break
        writer.stdout.read()
    with open_work(home) as work:
        [[figures, documents]] = run(work, "select count(*), count(distinct document_id) from figure")

    assert documents >= 1
    assert figures == 2 * documents
