"""Figures as files: CSV, JSON and Parquet, a few thousand figures at a time so that size costs no memory.

Every function yields bytes as they are ready, for a download and for the command line alike, and the same
selection of the same generation is the same bytes. What a file says of itself is in ``about.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from tempfile import gettempdir

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from warehouse.connection import Connection, Snapshot, run
from warehouse.hxl import tag_row
from warehouse.pipe import Pipe
from warehouse.selection import Selection
from warehouse.sql import query

STRETCH = 20_000  # figures of a selection held at once, unless one series has more
BATCH = 10_000  # figures held at once when all are read
_FORMULA = r"^([=+\-@\t\r\n])"  # what a spreadsheet would run (OWASP, CSV injection)
_OUR_WORDS = frozenset(  # columns of ids and closed lists: no word of a source's, so no formula
    [
        "figure_id",
        "indicator",
        "family",
        "kind",
        "statistic",
        "quantifier",
        "as_of_precision",
        "as_of_basis",
        "alignment",
        "stance",
        "published_basis",
        "evidence",
        "restates_id",
        "supersedes_id",
        "derived_from_id",
        "part_of",
        "reviewed",
        "series_id",
        "slug",
        "document_id",
    ]
)
_CSV = pa.csv.WriteOptions(include_header=False, eol="\r\n")  # RFC 4180


@dataclass(frozen=True, slots=True)
class Shown:
    """Another unit to give the amounts in beside their own: *factor* times a number is the number in *unit*."""

    unit: str
    factor: float


def csv_bytes(
    published: Snapshot, selection: Selection, *, hxl: bool = False, shown: Shown | None = None
) -> Iterator[bytes]:
    """RFC 4180 in UTF-8: the columns of the view figures in their order, with *hxl* a row of tags below the header.

    Numbers are unrounded, dates ISO, an empty cell unknown or open, text in quotation marks. Text that a
    spreadsheet would take for a formula has an apostrophe before it. With *shown* four more columns give the
    amounts in that unit.
    """
    with reading_apart(published) as cursor:
        yield from csv_rows(cursor, selection, hxl=hxl, shown=shown)


def csv_rows(
    cursor: Connection, selection: Selection, *, hxl: bool = False, shown: Shown | None = None
) -> Iterator[bytes]:
    """What ``csv_bytes`` gives, of the generation that *cursor* is at."""
    tags = tag_row(cursor, selection) if hxl else None
    for number, batch in enumerate(batches(cursor, selection, "export_figures", shown)):
        if number == 0:
            yield header_line(batch.schema.names, tags)
        yield csv_lines(batch)


def json_bytes(published: Snapshot, selection: Selection, *, shown: Shown | None = None) -> Iterator[bytes]:
    """One object: ``filters``, ``generation``, ``method_version`` and ``figures``, a list with an object a line."""
    with reading_apart(published) as cursor:
        [(generation, _, _, method_version)] = run(cursor, query("meta"))
        about = {"filters": selection.in_words(), "generation": generation, "method_version": method_version}
        yield json.dumps(about, ensure_ascii=False)[:-1].encode() + b', "figures": ['
        separator = b"\n"
        for batch in batches(cursor, selection, "export_objects", shown):
            for start in range(0, batch.num_rows, 1000):
                objects = batch.column(0).slice(start, 1000).to_pylist()
                yield separator + b",\n".join(one.encode() for one in objects)
                separator = b",\n"
        yield b"\n]}\n"


def parquet_bytes(published: Snapshot, selection: Selection, *, shown: Shown | None = None) -> Iterator[bytes]:
    """Parquet, zstd, with the types of the view; text is as printed, for no spreadsheet runs it."""
    pipe = Pipe()
    with reading_apart(published) as cursor:
        writer: pq.ParquetWriter | None = None
        for batch in batches(cursor, selection, "export_figures", shown):
            writer = writer or pq.ParquetWriter(pipe, batch.schema, compression="zstd")
            writer.write_batch(batch)
            yield pipe.taken()
        if writer is not None:
            writer.close()
    yield pipe.taken()


@contextmanager
def reading_apart(published: Snapshot) -> Iterator[Connection]:
    """A cursor on the newest generation in a database instance of its own, with little memory.

    One thread and joins in the order of the view keep figures in the order of the file, without a sort.
    """
    own = Snapshot(published.path)
    try:
        with own.reading() as cursor:
            run(cursor, "set threads = 1")
            run(cursor, "set disabled_optimizers = 'join_order,build_side_probe_side'")
            [(megabytes,)] = run(cursor, query("export_memory"))
            run(cursor, "set memory_limit = $memory", {"memory": f"{megabytes}MB"})
            run(cursor, "set temp_directory = $folder", {"folder": gettempdir()})
            yield cursor
    finally:
        own.close()


def batches(
    cursor: Connection, selection: Selection, form: str, shown: Shown | None = None
) -> Iterator[pa.RecordBatch]:
    """The matching figures by series, as-of and id, some thousands at a time; at least one batch, maybe without rows.

    All figures are read in the order of the file; of a selection, a stretch of series is sorted after the other.
    """
    statement = _statement(selection, form, shown)
    unit = {} if shown is None else {"unit_shown": shown.unit, "factor_shown": shown.factor}
    if not selection.parameters:
        yield from _ahead(cursor.sql(statement, params=unit or None).to_arrow_reader(BATCH))
        return
    for first, last in _stretches(cursor, selection) or [("", "")]:
        parameters = {**selection.parameters, **unit, "first": first, "last": last}
        yield from _as_one(cursor.sql(statement, params=parameters).to_arrow_table())


def _ahead(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    """The batches, each read by another thread while the one before is being written."""
    with ThreadPoolExecutor(1) as thread:
        coming = thread.submit(next, reader, None)
        found = coming.result() or pa.RecordBatch.from_pylist([], reader.schema)
        while found is not None:
            coming = thread.submit(next, reader, None)
            yield found
            found = coming.result()


def _statement(selection: Selection, form: str, shown: Shown | None) -> str:
    matching = {"source": selection.source, "condition": selection.condition}
    figures = query("export_figures", **matching) if selection.parameters else query("export_all")
    figures = figures if shown is None else query("export_shown", figures=figures)
    if form == "export_figures":
        return figures
    text = query("export_text", figures=figures)
    return text if form == "export_text" else query(form, figures=text)


def _stretches(cursor: Connection, selection: Selection) -> list[tuple[str, str]]:
    """First and last series of each stretch of about STRETCH figures."""
    stretches: list[tuple[str, str]] = []
    first, held = "", 0
    statement = query("export_stretches", source=selection.source, condition=selection.condition)
    rows = run(cursor, statement, selection.parameters)
    for place, (series_id, figures) in enumerate(rows, 1):
        first = first if held else series_id
        held += figures
        if held >= STRETCH or place == len(rows):
            stretches.append((first, series_id))
            held = 0
    return stretches


def _as_one(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """A stretch as one batch: so a Parquet file has one row group a stretch."""
    whole = table.combine_chunks().to_batches()
    yield from whole or [pa.RecordBatch.from_pylist([], table.schema)]


def header_line(names: list[str], tags: list[str] | None) -> bytes:
    """The names of the columns, and below them a row of tags if there is one."""
    rows = [names] if tags is None else [names, tags]
    return "".join(",".join(row) + "\r\n" for row in rows).encode()


def csv_lines(batch: pa.RecordBatch) -> bytes:
    """The rows of a batch as lines."""
    sink = BytesIO()
    columns = [_cells(name, column) for name, column in zip(batch.schema.names, batch.columns, strict=True)]
    pa.csv.write_csv(pa.RecordBatch.from_arrays(columns, names=batch.schema.names), sink, _CSV)
    return sink.getvalue()


def _cells(name: str, column: pa.Array) -> pa.Array:
    """A column as a CSV has it."""
    if pa.types.is_timestamp(column.type):
        return _moments(column)
    return _harmless(column) if pa.types.is_string(column.type) and name not in _OUR_WORDS else column


def _moments(column: pa.Array) -> pa.Array:
    """Moments as ISO 8601 in UTC, without the decimals where they are zero; each that differs is made once."""
    distinct = column.dictionary_encode()
    text = pc.strftime(distinct.dictionary, "%Y-%m-%dT%H:%M:%SZ")
    text = pc.replace_substring(text, ".000000Z", "Z")
    return text.take(distinct.indices)


def _harmless(column: pa.Array) -> pa.Array:
    """Text with an apostrophe before whatever a spreadsheet would run as a formula."""
    if not pc.any(pc.match_substring_regex(column, _FORMULA)).as_py():
        return column
    return pc.replace_substring_regex(column, _FORMULA, r"'\1")
