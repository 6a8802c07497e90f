"""The current figures as a Hive-partitioned tree of Parquet files, for Spark, Dask, pandas and DuckDB.

``<folder>/figures`` leads to the newest generation, ``figures-<generation>/indicator=<id>/figures.parquet``, whole and
sorted by series and as-of. It is put in place by one rename, so a reader that opens it sees one generation; the
one before is kept for those that are still at it. The same generation is the same bytes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.connection import Connection, Snapshot, run
from warehouse.exporting import batches
from warehouse.selection import Selection
from warehouse.sql import query

_KEPT = 2  # generations: the newest, and the one that readers may still be at


def write_tree(published: Snapshot, folder: Path) -> Path:
    """Write the newest generation below *folder*, unless it is there; give the path that leads to it.

    Raises NotPublished, or OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with published.reading() as cursor:
        [(generation, *_)] = run(cursor, query("meta"))
        tree = folder / f"figures-{generation}"
        if not tree.exists():
            _write(cursor, tree)
    _lead(folder / "figures", tree)
    _forget(folder, generation)
    return folder / "figures"


def _write(cursor: Connection, tree: Path) -> None:
    draft = tree.with_name(f".{tree.name}.{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    for (indicator,) in run(cursor, query("tree_indicators")):
        part = draft / f"indicator={indicator}"
        part.mkdir()
        _write_part(batches(cursor, Selection(indicator=indicator), "export_figures"), part / "figures.parquet")
    draft.rename(tree)


def _write_part(figures: Iterator[pa.RecordBatch], path: Path) -> None:
    """The figures of one indicator; the column stands in the folder's name alone."""
    writer: pq.ParquetWriter | None = None
    for batch in figures:
        plain = batch.drop_columns(["indicator"])
        writer = writer or pq.ParquetWriter(path, plain.schema, compression="zstd")
        writer.write_batch(plain)
    if writer is not None:
        writer.close()


def _lead(link: Path, tree: Path) -> None:
    draft = link.with_name(f".{link.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    draft.symlink_to(tree.name)
    draft.replace(link)


def _forget(folder: Path, generation: int) -> None:
    for tree in folder.glob("figures-*"):
        number = tree.name.removeprefix("figures-")
        if number.isdigit() and int(number) <= generation - _KEPT:
            shutil.rmtree(tree)
