"""Bringing a database to the newest schema: ``migrations/NNNN_name.sql``, forward only.

Each runs once, in one transaction with its record in ``schema_migration``. One that has shipped is never
edited: its hash is recorded, and a difference is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError

_RECORD = """
create table if not exists schema_migration (
    number     integer not null,
    name       varchar not null,
    sha256     varchar not null,
    applied_at timestamp not null
)
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: *number* counts from 1 without gaps."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """The identity of its text."""
        return sha256(self.sql.encode()).hexdigest()


@cache
def migrations() -> tuple[Migration, ...]:
    """All steps, in order."""
    folder = files("warehouse").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(
        Migration(int(name[:4]), name[5:-4], folder.joinpath(name).read_text(encoding="utf-8")) for name in names
    )


def schema_version() -> int:
    """The number of the newest step."""
    return migrations()[-1].number


def migrate(connection: duckdb.DuckDBPyConnection, path: Path, *, upto: int | None = None) -> list[Migration]:
    """Apply the steps that the connection's default database has not had; give those applied.

    Raises WarehouseError when the file was written by a newer program, or by another text of a step.
    """
    connection.execute(_RECORD)
    had = dict(connection.execute("select number, sha256 from schema_migration").fetchall())
    _refuse_strangers(had, path)
    steps = [step for step in migrations() if step.number not in had and (upto is None or step.number <= upto)]
    for step in steps:
        _apply(connection, step)
    return steps


def _refuse_strangers(had: dict[int, str], path: Path) -> None:
    known = {step.number: step.sha256 for step in migrations()}
    for number, digest in sorted(had.items()):
        if number not in known:
            raise WarehouseError(path, f"its schema {number} is newer than this program's", "install the newer program")
        if known[number] != digest:
            raise WarehouseError(
                path,
                f"its schema step {number} is not the one this program has",
                "move the file away and ingest again",
            )


def _apply(connection: duckdb.DuckDBPyConnection, step: Migration) -> None:
    connection.execute("begin")
    try:
        connection.execute(step.sql)
        connection.execute(
            "insert into schema_migration values (?, ?, ?, now() at time zone 'UTC')",
            [step.number, step.name, step.sha256],
        )
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
