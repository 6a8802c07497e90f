"""Recording what was read: idempotent, one transaction, whole columns at a time.

A figure that reads as before is left alone. One that reads differently, or is read no longer, is retired and
the new reading becomes the next version of the same id. What a person decided about a figure stays.
"""

from __future__ import annotations

from collections.abc import Iterator
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
        for step in ("load_documents", "load_series", "load_steps", "load_incoming_unread", "load_updated"):
            run(work, query(step))
        record_chains(work)
        figures = _once_each(work)
        run(work, query("load_incoming", figures=figures))
        loaded = _record(work, figures, _find_fresh(work), {"run_id": run_id}, {"now": now})
        for kind, all_staged in _STAGED.items():
            for staged in all_staged:
                run(work, query("drop_staged", kind=kind, staged=staged))
        return loaded


_STAGED = {
    "view": ("fresh", "incoming"),
    "table": (
        *("incoming_document", "incoming_series", "incoming_step", "incoming_chain", "incoming_unread"),
        *("first_figure", "changed", "updated", "next_version"),
    ),
}


def record_chains(work: Connection) -> None:
    """Record the chains of the temporary table ``incoming_step`` that are new; all are in ``incoming_chain`` then."""
    for step in ("load_chains", "load_insert_steps"):
        run(work, query(step))


@contextmanager
def _registered(work: Connection, rows: Rows) -> Iterator[None]:
    tables = {
        "new_document": rows.documents,
        "new_figure": rows.figures,
        "new_chain": rows.chains,
        "new_unread": rows.unread,
    }
    for name, table in tables.items():
        work.register(name, table)
    try:
        yield
    finally:
        for name in (*tables, "named_source", "named_place", "named_event"):
            work.unregister(name)


def _once_each(work: Connection) -> str:
    """The table of the batch's figures, each once."""
    [[repeated]] = run(work, query("load_repeated"))
    if repeated:
        run(work, query("load_first_of_each"))
    return "first_figure" if repeated else "new_figure"


@dataclass(frozen=True, slots=True)
class _Fresh:
    """The temporary tables that hold the *figures* which become rows, and their *series* and *documents*."""

    figures: str
    series: str
    documents: str


# A batch of new documents goes straight in: looking for what it may have changed would cost a third of the load.
_ALL_NEW = _Fresh("incoming", "incoming_series", "incoming_document")
_SOME_NEW = _Fresh("fresh", "next_version", "next_version")


def _find_fresh(work: Connection) -> _Fresh:
    """Sort the batch into what is known, what changed and what is new."""
    [[is_all_new]] = run(work, query("load_all_new"))
    if is_all_new:
        run(work, query("load_none_changed"))
        return _ALL_NEW
    for step in ("load_changed", "load_next", "load_fresh"):
        run(work, query(step))
    return _SOME_NEW


def _record(work: Connection, figures: str, fresh: _Fresh, of_run: dict[str, object], at: dict[str, object]) -> Loaded:
    [[documents_added, retired, unread]] = run(work, query("load_counts"))
    record_series(work, (SeriesKey(*row) for row in run(work, query("load_series_keys", of=fresh.series))))
    series_ids = tuple(row[0] for row in run(work, query("load_touched_series", of=fresh.series)))
    document_ids = tuple(row[0] for row in run(work, query("load_touched_documents", of=fresh.documents)))
    if retired:
        run(work, query("load_retire"), at)
    inserted = counted(work, query("load_insert_figures", fresh=fresh.figures), of_run | at)
    known = revised = 0
    if fresh is _SOME_NEW:
        [[known, revised]] = run(work, query("load_known", figures=figures))
    moved = counted(work, query("load_drop_unread")) + counted(work, query("load_insert_unread"), of_run)
    for step in ("load_update_documents", "load_insert_documents", "load_insert_texts"):
        run(work, query(step), at if step == "load_insert_documents" else ())
    return Loaded(
        documents_added, inserted - revised, known, retired, revised, unread, series_ids, document_ids, moved > 0
    )


def _resolve_names(work: Connection, rows: Rows) -> None:
    """Register each name of the batch with its id."""
    sources = sorted(
        set(_distinct(rows.figures["originator"]))
        | set(_distinct(_sources(rows.chains)))
        | set(_distinct(rows.documents["publisher"]))
        | set(_distinct(rows.documents["original_publisher"]))
    )
    _name(work, "place", _distinct(rows.figures["place"]))
    _name(work, "event", _distinct(rows.figures["event"]))
    _name(work, "source", sources, _sides(rows.figures))


def _name(work: Connection, table: str, names: list[str], sides: dict[str, str] | None = None) -> None:
    ids = resolve(work, table, names, sides=sides)
    columns = {"name": pa.array(names, pa.string()), f"{table}_id": pa.array(ids, pa.string())}
    work.register(f"named_{table}", pa.table(columns))


def _sources(chains: pa.Table) -> pa.ChunkedArray:
    """Everybody in the chains, step by step."""
    steps = pc.list_flatten(chains["steps"])
    return pc.struct_field(steps, "source")


def _distinct(column: pa.ChunkedArray) -> list[str]:
    return sorted(value for value in pc.unique(column).to_pylist() if value)


def _sides(figures: pa.Table) -> dict[str, str]:
    """The party that a claims table names beside each speaker."""
    if figures["originator_side"].null_count == len(figures):
        return {}
    pairs = figures.select(["originator", "originator_side"]).drop_null().to_pylist()
    return {pair["originator"]: pair["originator_side"] for pair in pairs}
