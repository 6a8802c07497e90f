"""Recording what was read: idempotent, one transaction, whole columns at a time.

A figure that reads as before is left alone. One that reads differently, or is read no longer, is retired and
the new reading becomes the next version of the same id. What a person decided about a figure stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from warehouse.connection import Connection, counted, run, transaction
from warehouse.resolving import resolve
from warehouse.rows import Rows
from warehouse.series import SeriesKey, record_series
from warehouse.sql import query


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a batch brought. *revised* of the *retired* got a next version; *known* were as they are.

    *series_ids* have to be compared again, *document_ids* brought or changed rows; both sorted. *is_unread_changed*:
    other numbers are unread than before.
    """

    documents_added: int
    added: int
    known: int
    retired: int
    revised: int
    unread: int
    series_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    is_unread_changed: bool


def load(work: Connection, rows: Rows, *, run_id: str, now: datetime) -> Loaded:
    """Record *rows* in one transaction; *now* (UTC, no zone) is the system time of what is new."""
    with _registered(work, rows), transaction(work):
        _resolve_names(work, rows)
        run(work, query("load_documents"))
        fresh, steps = _find_fresh(work)
        _record_series(work, fresh)
        loaded = _record(work, fresh, steps, {"run_id": run_id}, {"now": now})
        for table in _STAGED:
            run(work, query("drop_staged", table=table))
        return loaded


_STAGED = ("incoming_document", "incoming", "first_step", "held", "changed", "updated", "fresh", "incoming_unread")


@contextmanager
def _registered(work: Connection, rows: Rows) -> Iterator[None]:
    tables = {
        "new_document": rows.documents,
        "new_figure": rows.figures,
        "new_step": rows.steps,
        "new_unread": rows.unread,
    }
    for name, table in tables.items():
        work.register(name, table)
    try:
        yield
    finally:
        for name in (*tables, "named_source", "named_place", "named_event"):
            work.unregister(name)


def _find_fresh(work: Connection) -> tuple[str, str]:
    """Sort the batch into what is known, what changed and what is new; the tables of new versions and of steps."""
    run(work, query("load_figures"))
    [[repeated]] = run(work, query("load_duplicates"))
    if repeated:
        run(work, query("load_first_of_each"))
        run(work, query("load_first_steps"))
    for step in ("load_held", "load_changed", "load_updated", "load_incoming_unread"):
        run(work, query(step))
    # Where nothing is held all of the batch is new, and copying it once more would cost a tenth of the load.
    [[is_held]] = run(work, "select exists (from held)")
    if is_held:
        run(work, query("load_fresh"))
    return "fresh" if is_held else "incoming", "first_step" if repeated else "new_step"


def _record_series(work: Connection, fresh: str) -> None:
    record_series(work, (SeriesKey(*row) for row in run(work, query("load_series_keys", fresh=fresh))))


def _record(work: Connection, fresh: str, steps: str, of_run: dict[str, object], at: dict[str, object]) -> Loaded:
    [[documents_added, added, known, retired, revised, unread]] = run(work, query("load_counts", fresh=fresh))
    series_ids = tuple(row[0] for row in run(work, query("load_touched_series", fresh=fresh)))
    document_ids = tuple(row[0] for row in run(work, query("load_touched_documents", fresh=fresh)))
    if retired:
        run(work, query("load_retire"), at)
    run(work, query("load_insert_figures", fresh=fresh), of_run | at)
    run(work, query("load_insert_steps", fresh=fresh, steps=steps))
    moved = counted(work, query("load_drop_unread")) + counted(work, query("load_insert_unread"), of_run)
    run(work, query("load_update_documents"))
    run(work, query("load_insert_documents"), at)
    run(work, query("load_insert_texts"))
    return Loaded(documents_added, added, known, retired, revised, unread, series_ids, document_ids, moved > 0)


def _resolve_names(work: Connection, rows: Rows) -> None:
    """Register each name of the batch with its id."""
    sources = sorted(
        set(_distinct(rows.figures["originator"]))
        | set(_distinct(rows.steps["source"]))
        | set(_distinct(rows.documents["publisher"]))
        | set(_distinct(rows.documents["original_publisher"]))
    )
    _name(work, "place", _distinct(rows.figures["place"]))
    _name(work, "event", _distinct(rows.figures["event"]))
    _name(work, "source", sources, dict(_pairs(rows.figures, "originator", "originator_side")))


def _name(work: Connection, table: str, names: list[str], sides: dict[str, str] | None = None) -> None:
    ids = resolve(work, table, names, sides=sides)
    columns = {"name": pa.array(names, pa.string()), f"{table}_id": pa.array(ids, pa.string())}
    work.register(f"named_{table}", pa.table(columns))


def _distinct(column: pa.ChunkedArray) -> list[str]:
    return sorted(value for value in pc.unique(column).to_pylist() if value)


def _pairs(table: pa.Table, first: str, second: str) -> Iterable[tuple[str, str]]:
    grouped = table.select([first, second]).drop_null().group_by([first, second]).aggregate([])
    return zip(grouped[first].to_pylist(), grouped[second].to_pylist(), strict=True)
