"""``figures doctor``: is everything as it must be, and what is to be done where it is not?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.connection import Connection, open_work, quoted, run
from warehouse.errors import IngestRunning, WarehouseError
from warehouse.home import Home
from warehouse.invariants import Broken, broken_invariants
from warehouse.migrating import migrations, schema_version
from warehouse.publishing import leftovers
from warehouse.sql import query


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be. *is_harmful*: figures may be wrong or unreadable; else only untidy."""

    path: Path
    problem: str
    remedy: str
    is_harmful: bool = True

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.remedy}"


_READ_AGAIN = "run: figures ingest PATH with the articles and tables again; if it stays, report it"
_PUBLISH_AGAIN = "run: figures ingest PATH, which publishes it anew"


def examine(home: Home) -> list[Finding]:
    """All findings, the published file's first; an empty list is a clean bill."""
    return [*_published(home), *_work(home), *_inbox(home)]


def _published(home: Home) -> Iterator[Finding]:
    if not home.published.exists():
        yield Finding(home.published, "nothing is published yet", "run: figures ingest PATH", is_harmful=False)
        return
    yield from _modes(home)
    yield from _strays(home)
    yield from _content(home.published)
    if home.published_texts.exists():
        yield from _content(home.published_texts, is_ours=False)


def _content(path: Path, *, is_ours: bool = True) -> Iterator[Finding]:
    """What is wrong inside a published file: every block is read, so that a flipped byte is found.

    *is_ours*: it has our whole schema, and its invariants hold; the file of texts is one table.
    """
    try:
        with _attached(path) as database:
            for (table,) in run(database, "select table_name from duckdb_tables() where database_name = 'seen'"):
                run(database, query("every_value", table=table))
            if is_ours:
                yield from _schema(database, path)
                yield from (_told(broken, path, _PUBLISH_AGAIN) for broken in broken_invariants(database))
    except duckdb.Error as error:
        yield Finding(path, f"damaged: {_first_line(error)}", f"delete it and {_PUBLISH_AGAIN}")


@contextmanager
def _attached(path: Path) -> Iterator[Connection]:
    connection = duckdb.connect(":memory:")
    try:
        run(connection, f"attach {quoted(path)} as seen (read_only)")
        run(connection, "use seen")
        yield connection
    finally:
        connection.close()


def _schema(database: Connection, path: Path) -> Iterator[Finding]:
    had: dict[int, str] = dict(run(database, "select number, sha256 from schema_migration"))
    if had != {step.number: step.sha256 for step in migrations()}:
        newest = max(had, default=0)
        problem = f"its schema is {newest}, this program's is {schema_version()}, or a step differs"
        yield Finding(path, problem, _PUBLISH_AGAIN)


def _modes(home: Home) -> Iterator[Finding]:
    """Readers may not write the file: a log they leave beside it would be replayed into the next generation."""
    for path in (home.published, home.published_texts):
        if path.exists() and path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            yield Finding(path, "it can be written to", f"run: chmod a-w {path}", is_harmful=False)
    if home.published.parent.stat().st_mode & stat.S_IWOTH:
        folder = home.published.parent
        yield Finding(folder, "anybody may put files into it", f"run: chmod o-w {folder}", is_harmful=False)


def _strays(home: Home) -> Iterator[Finding]:
    for path in (home.published, home.published_texts):
        log = path.with_name(f"{path.name}.wal")
        if log.exists():
            yield Finding(log, "a reader opened the file for writing and left its log", f"run: rm {log}")
    for path in leftovers(home):
        yield Finding(path, "left by a publish that was killed", "the next ingest removes it", is_harmful=False)


def _work(home: Home) -> Iterator[Finding]:
    """The writer's own file; skipped while a writer has it."""
    if not home.work_file.exists():
        if home.published.exists():
            yield Finding(home.work_file, "it is missing", _READ_AGAIN)
        return
    try:
        with open_work(home) as work:
            yield from (_told(broken, home.work_file, _READ_AGAIN) for broken in broken_invariants(work))
            yield from _undone(work, home)
    except IngestRunning as running:
        yield Finding(
            home.work_file, f"not examined: {running.problem}", "try again when it has ended", is_harmful=False
        )
    except WarehouseError as error:
        yield Finding(error.path, error.problem, error.remedy)
    except duckdb.Error as error:
        yield Finding(home.work_file, f"damaged: {_first_line(error)}", "move it away and ingest everything again")


def _undone(work: Connection, home: Home) -> Iterator[Finding]:
    [[runs, waiting]] = run(
        work, "select count(*) filter (ended_at is null), count(*) filter (generation is null) from run"
    )
    if runs:
        yield Finding(
            home.work_file, f"{runs} ingests were killed", "the next ingest takes up the rest", is_harmful=False
        )
    elif waiting:
        yield Finding(home.work_file, f"{waiting} ingests are not published", _PUBLISH_AGAIN, is_harmful=False)


def _inbox(home: Home) -> Iterator[Finding]:
    refused = home.inbox / "refused"
    count = len(os.listdir(refused)) if refused.is_dir() else 0
    if count:
        yield Finding(refused, f"{count} requests could not be taken", "ask again, then delete them", is_harmful=False)


def _told(broken: Broken, path: Path, remedy: str) -> Finding:
    return Finding(path, str(broken), remedy)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
