"""Figures as files: CSV, JSON and Parquet, made a stretch of series at a time so that size costs no memory.

Every function yields bytes as they are ready, for a download and for the command line alike, and the same
selection of the same generation is the same bytes. What a file says of itself is in ``about.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from warehouse.connection import Connection, Snapshot, run
from warehouse.hxl import tag_row
from warehouse.pipe import Pipe
from warehouse.selection import Selection
from warehouse.sql import query

STRETCH = 20_000  # figures held at once, unless one series has more
_FORMULA = r"^([=+\-@\t\r])"  # what a spreadsheet would run (OWASP, CSV injection)
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
    with published.reading() as cursor:
        header = True
        for batch in batches(cursor, selection, "export_text", shown):
            if header:
                tags = [*tag_row(cursor, selection), *[""] * (4 if shown else 0)] if hxl else None
                yield _header(batch.schema.names, tags)
                header = False
            yield _csv(batch)


def json_bytes(published: Snapshot, selection: Selection, *, shown: Shown | None = None) -> Iterator[bytes]:
    """One object: ``filters``, ``generation``, ``method_version`` and ``figures``, a list with an object a line."""
    with published.reading() as cursor:
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
    with published.reading() as cursor:
        writer: pq.ParquetWriter | None = None
        for batch in batches(cursor, selection, "export_figures", shown):
            writer = writer or pq.ParquetWriter(pipe, batch.schema, compression="zstd")
            writer.write_batch(batch)
            yield pipe.taken()
        if writer is not None:
            writer.close()
    yield pipe.taken()


def batches(
    cursor: Connection, selection: Selection, form: str, shown: Shown | None = None
) -> Iterator[pa.RecordBatch]:
    """The matching figures, a stretch at a time; without a match one batch without rows."""
    statement = _statement(selection, form, shown)
    unit = {} if shown is None else {"unit_shown": shown.unit, "factor_shown": shown.factor}
    for first, last in _stretches(cursor, selection) or [("", "")]:
        parameters = {**selection.parameters, **unit, "first": first, "last": last}
        yield from _as_one(cursor.sql(statement, params=parameters).to_arrow_table())


def _statement(selection: Selection, form: str, shown: Shown | None) -> str:
    figures = query("export_figures", source=selection.source, condition=selection.condition)
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
