"""One session of the writer: what it ran with, and what an earlier one left undone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from uuid import uuid4

from warehouse.connection import Connection, run, transaction
from warehouse.migrating import schema_version
from warehouse.settings import Settings
from warehouse.sql import query


@dataclass(frozen=True, slots=True)
class Run:
    """A run: *now* (UTC, no zone) is the system time of all it records; *is_new_method* has all series judged again.

    *left_undone* are the series that a run which was killed had touched and not compared.
    """

    run_id: str
    now: datetime
    is_new_method: bool
    left_undone: tuple[str, ...]


@cache
def reader_version() -> str:
    """Which rules read: eight hex digits of a hash of the reader's own code and lexicon."""
    package = files("figures")
    texts = [entry for entry in package.iterdir() if entry.name.endswith(".py")]
    texts += list(package.joinpath("lexicon").iterdir())
    digest = sha256()
    for entry in sorted(texts, key=lambda entry: entry.name):
        digest.update(entry.read_bytes())
    return digest.hexdigest()[:8]


def start_run(work: Connection, settings: Settings, *, now: datetime) -> Run:
    """Record that a run begins, and which versions the warehouse is now of."""
    run_id = f"{now:%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"
    with transaction(work):
        undone = tuple(row[0] for row in run(work, query("series_left_undone")))
        held = run(work, "select method_version from warehouse_meta")
        if not held:
            run(work, "insert into warehouse_meta values (0, ?, ?, ?, ?)", [now, schema_version(), "", ""])
        run(
            work,
            "update warehouse_meta set schema_version = ?, reader_version = ?, method_version = ?",
            [schema_version(), reader_version(), settings.method_version],
        )
        run(work, query("start_run"), _described(run_id, settings, now))
    return Run(run_id, now, held != [(settings.method_version,)], undone)


def _described(run_id: str, settings: Settings, now: datetime) -> dict[str, object]:
    return {
        "run_id": run_id,
        "software_version": version("reported-figures"),
        "reader_version": reader_version(),
        "method_version": settings.method_version,
        "params": json.dumps(settings.params(), sort_keys=True),
        "now": now,
    }


def end_run(work: Connection, done: Run, *, now: datetime, changed: bool) -> None:
    """Close the run and those it finished for others; one that changed nothing leaves no row."""
    if changed:
        run(work, "update run set ended_at = $now where ended_at is null", {"now": now})
    else:
        run(work, "delete from run where run_id = $run_id", {"run_id": done.run_id})
