"""Putting a whole, checked generation in place of the published file.

A reader sees the old file or the new one, never a mix: the snapshot is built beside it under another name,
checked, forced to disk and renamed over it. A crash at any point leaves one of the two whole, and at most a
``.build-`` file that the next publish removes. The work file is only ever touched through DuckDB: opening it
in this process by any other way would drop DuckDB's lock on it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.connection import STORAGE_VERSION, UNTRIED, Connection, quoted, run, transaction
from warehouse.errors import PublishRefused
from warehouse.home import Home
from warehouse.invariants import broken_invariants
from warehouse.migrating import migrate, schema_version
from warehouse.sql import query
from warehouse.unit_macros import definitions

# Sorted by series, one series is read from a few blocks instead of all (76 ms against 6 ms at ten million rows).
_ORDER = {
    "assessment": "series_id, figure_a, figure_b",
    "attribution": "chain_id, step",
    "document": "document_id",
    "event_link": "figure_id",
    "fx_rate": "base, quote, rate_date",
    "origin_link": "figure_a, figure_b",
    "review": "figure_id, reviewed_at, review_id",
    "series": "series_id",
    "summary": "series_id, as_of_start, as_of_end",
    "unread": "document_id, char_start",
}
_APART = {"figure", "run", "warehouse_meta", "schema_migration", "document_text"}  # filled in ways of their own


def publish(work: Connection, home: Home, *, now: datetime, with_texts: bool = False) -> int | None:
    """Publish what readers have not seen; give the new generation, or None when there is nothing new.

    *with_texts* puts the articles' full texts into the file that everybody may download; else they go only into
    the file beside it, for the article page. Raises PublishRefused, and leaves the published file as it is,
    when the snapshot breaks an invariant.
    """
    remove_leftovers(home)
    if not _is_unpublished(work, home, with_texts=with_texts):
        return None
    generation = _next_generation(work)
    with _built(work, home.published) as build:
        _fill(work, generation, now, with_texts=with_texts)
        _refuse_broken(work, home.published)
    if _texts_differ(work, home):
        with _built(work, home.published_texts, with_schema=False) as texts:
            run(work, query("publish_texts"))
        _put_in_place(texts, home.published_texts, mode=0o440)
    _put_in_place(build, home.published, mode=0o444)
    run(work, "update run set generation = $generation where generation is null", {"generation": generation})
    return generation


@contextmanager
def _built(work: Connection, target: Path, *, with_schema: bool = True) -> Iterator[Path]:
    """The path of a new database beside *target*: attached as ``snap`` inside the block, whole and closed after it."""
    path = target.with_name(f".build-{os.getpid()}-{target.name}")
    run(work, f"attach {quoted(path)} as snap (storage_version '{STORAGE_VERSION}')")
    try:
        run(work, "use snap")
        run(work, "set disabled_compression_methods = 'zstd'")
        if with_schema:
            migrate(work, path)
        with transaction(work):
            yield path
        run(work, "checkpoint snap")
    finally:
        run(work, "use work")
        run(work, "detach snap")
        run(work, f"set disabled_compression_methods = '{UNTRIED}'")


def _fill(work: Connection, generation: int, now: datetime, *, with_texts: bool) -> None:
    """Copy everything into ``snap``; comments, checks, views and macros came with its schema."""
    run(work, definitions())
    for (table,) in run(work, "select table_name from duckdb_tables() where database_name = 'snap' order by 1"):
        if table not in _APART:
            run(work, query("publish_table", table=table, order=_ORDER.get(table, "all")))
    if with_texts:
        run(work, query("publish_table", table="document_text", order="document_id"))
    run(work, query("publish_figures"))
    run(work, query("publish_runs"), {"generation": generation})
    run(
        work,
        query("publish_meta"),
        {"generation": generation, "now": now, "schema_version": schema_version()},
    )


def _refuse_broken(work: Connection, path: Path) -> None:
    broken = broken_invariants(work)
    if broken:
        raise PublishRefused(path, "; ".join(map(str, broken)), "it is left as it was; run: figures doctor")


def _put_in_place(build: Path, target: Path, *, mode: int) -> None:
    """Force the finished file to disk and rename it over the published one.

    A reader that opened the old file for writing may have left its log beside it, which DuckDB would replay
    into the new file: it goes first.
    """
    with build.open("rb") as file:
        os.fsync(file.fileno())
    build.chmod(mode)
    target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
    build.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _next_generation(work: Connection) -> int:
    """Count up before building, so that no two files that differ ever carry one number."""
    [[generation]] = run(work, "update warehouse_meta set generation = generation + 1 returning generation")
    return int(generation)


def _texts_differ(work: Connection, home: Home) -> bool:
    """Whether the file of texts lacks one: texts never change and are never forgotten."""
    held = _counted(work, home.published_texts)
    [[wanted]] = run(work, "select count(*) from document_text")
    return bool(held != wanted)


def _counted(work: Connection, path: Path) -> int | None:
    with _seen(work, path) as is_open:
        return int(run(work, "select count(*) from seen.document_text")[0][0]) if is_open else None


def leftovers(home: Home) -> list[Path]:
    """Files of publishes that did not come to their end."""
    return sorted(home.published.parent.glob(".build-*"))


def remove_leftovers(home: Home) -> None:
    """Remove them; only the writer calls this, so none is in use."""
    for path in leftovers(home):
        path.unlink(missing_ok=True)


def _is_unpublished(work: Connection, home: Home, *, with_texts: bool) -> bool:
    """Whether a run waits, or the published file is missing, damaged, of another schema, or with texts or without
    against the setting.
    """
    [[waiting, has_texts]] = run(work, "select exists (from run where generation is null), exists (from document_text)")
    return bool(waiting) or _published_kind(work, home.published) != (schema_version(), with_texts and has_texts)


def _published_kind(work: Connection, path: Path) -> tuple[int, bool] | None:
    """Schema version of the published file and whether it holds texts; None when there is none that opens."""
    with _seen(work, path) as is_open:
        ask = "select schema_version, exists (from seen.document_text) from seen.warehouse_meta"
        rows = run(work, ask) if is_open else []
    return (int(rows[0][0]), bool(rows[0][1])) if rows else None


@contextmanager
def _seen(work: Connection, path: Path) -> Iterator[bool]:
    """Attach a published file as ``seen`` for the block; False when it is not there or does not open."""
    try:
        run(work, f"attach {quoted(path)} as seen (read_only)")
    except duckdb.Error:
        yield False
        return
    try:
        yield True
    finally:
        run(work, "detach seen")
