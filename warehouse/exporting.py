"""Figures as files: CSV, JSON and Parquet, made a stretch of series at a time so that size costs no memory.

Every function yields bytes as they are ready, for a download and for the command line alike, and the same
selection of the same generation is the same bytes. What a file says of itself is in ``packaging.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from warehouse.connection import Connection, Snapshot, run
from warehouse.hxl import tag_row
from warehouse.selection import Selection
from warehouse.sql import query

STRETCH = 20_000  # figures held at once, unless one series has more
_FORMULA = r"^([=+\-@\t\r])"  # what a spreadsheet would run (OWASP, CSV injection)
_CSV = pa.csv.WriteOptions(include_header=False, eol="\r\n")  # RFC 4180


def csv_bytes(published: Snapshot, selection: Selection, *, hxl: bool = False) -> Iterator[bytes]:
    """RFC 4180 in UTF-8: the columns of the view figures in their order, with *hxl* a row of tags below the header.

    Numbers are unrounded, dates ISO, an empty cell unknown or open, text in quotation marks. Text that a
    spreadsheet would take for a formula has an apostrophe before it.
    """
    with published.reading() as cursor:
        header = True
        for batch in _batches(cursor, selection, "export_text"):
            if header:
                yield _header(batch.schema.names, tag_row(cursor, selection) if hxl else None)
                header = False
            yield _csv(batch)


def json_bytes(published: Snapshot, selection: Selection) -> Iterator[bytes]:
    """One object: ``filters``, ``generation``, ``method_version`` and ``figures``, a list with an object a line."""
    with published.reading() as cursor:
        [(generation, _, _, method_version)] = run(cursor, query("meta"))
        about = {"filters": selection.in_words(), "generation": generation, "method_version": method_version}
        yield json.dumps(about, ensure_ascii=False)[:-1].encode() + b', "figures": ['
        separator = b"\n"
        for batch in _batches(cursor, selection, "export_objects"):
            for start in range(0, batch.num_rows, 1000):
                objects = batch.column(0).slice(start, 1000).to_pylist()
                yield separator + b",\n".join(one.encode() for one in objects)
                separator = b",\n"
        yield b"\n]}\n"


def parquet_bytes(published: Snapshot, selection: Selection) -> Iterator[bytes]:
    """Parquet, zstd, with the types of the view; text is as printed, for no spreadsheet runs it."""
    pipe = _Pipe()
    with published.reading() as cursor:
        writer: pq.ParquetWriter | None = None
        for batch in _batches(cursor, selection, "export_figures"):
            writer = writer or pq.ParquetWriter(pipe, batch.schema, compression="zstd")
            writer.write_batch(batch)
            yield pipe.taken()
        if writer is not None:
            writer.close()
    yield pipe.taken()


def _batches(cursor: Connection, selection: Selection, form: str) -> Iterator[pa.RecordBatch]:
    """The matching figures, a stretch at a time; without a match one batch without rows."""
    statement = _statement(selection, form)
    for first, last in _stretches(cursor, selection) or [("", "")]:
        parameters = {**selection.parameters, "first": first, "last": last}
        yield from _as_one(cursor.execute(statement, parameters).to_arrow_table())


def _statement(selection: Selection, form: str) -> str:
    figures = query("export_figures", condition=selection.condition)
    if form == "export_figures":
        return figures
    text = query("export_text", figures=figures)
    return text if form == "export_text" else query(form, figures=text)


def _stretches(cursor: Connection, selection: Selection) -> list[tuple[str, str]]:
    """First and last series of each stretch of about STRETCH figures."""
    stretches: list[tuple[str, str]] = []
    first, held = "", 0
    rows = run(cursor, query("export_stretches", condition=selection.condition), selection.parameters)
    for place, (series_id, figures) in enumerate(rows, 1):
        first = first if held else series_id
        held += figures
        if held >= STRETCH or place == len(rows):
            stretches.append((first, series_id))
            held = 0
    return stretches


def _as_one(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """A stretch as one batch: so a Parquet file has one row group a stretch."""
    batches = table.combine_chunks().to_batches()
    yield from batches or [pa.RecordBatch.from_pylist([], table.schema)]


def _header(names: list[str], tags: list[str] | None) -> bytes:
    rows = [names] if tags is None else [names, tags]
    return "".join(",".join(row) + "\r\n" for row in rows).encode()


def _csv(batch: pa.RecordBatch) -> bytes:
    sink = BytesIO()
    harmless = [_harmless(column) if pa.types.is_string(column.type) else column for column in batch.columns]
    pa.csv.write_csv(pa.RecordBatch.from_arrays(harmless, names=batch.schema.names), sink, _CSV)
    return sink.getvalue()


def _harmless(column: pa.Array) -> pa.Array:
    """Text with an apostrophe before whatever a spreadsheet would run as a formula."""
    if not pc.any(pc.match_substring_regex(column, _FORMULA)).as_py():
        return column
    return pc.replace_substring_regex(column, _FORMULA, r"'\1")


class _Pipe(BytesIO):
    """A file to write into and take from: a writer believes it grows, memory holds only what is not yet taken."""

    def __init__(self) -> None:
        super().__init__()
        self._before = 0

    def tell(self) -> int:
        return self._before + super().tell()

    def taken(self) -> bytes:
        """What was written since the last time."""
        content = self.getvalue()
        self._before += len(content)
        self.seek(0)
        self.truncate()
        return content
