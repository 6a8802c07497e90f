"""What workers read, as immutable Parquet files named by their content, and back again for the one writer.

A row is a document with its figures, their chains and unread numbers nested in it, so one file is whole in itself.
The same documents are the same bytes and so the same file: a task that is run twice leaves one part.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from figures.errors import InputError
from warehouse.rows import Reading, Row, StoredReading, rows_of
from warehouse.schemas import CHAIN, DOCUMENT, FIGURE, UNREAD

_NESTED = {"figures": FIGURE, "chains": CHAIN, "unread": UNREAD}
PART = pa.schema([*DOCUMENT, *(pa.field(name, pa.list_(pa.struct(list(kind)))) for name, kind in _NESTED.items())])
_VERSION = b"reader_version"


def write_part(readings: Sequence[Reading], folder: Path, *, reader_version: str) -> Path:
    """Write the readings as one part of *folder*, put in place whole; give its path."""
    schema = PART.with_metadata({_VERSION: reader_version.encode()})
    sink = BytesIO()
    pq.write_table(pa.Table.from_pylist([_nested(reading) for reading in readings], schema), sink, compression="zstd")
    content = sink.getvalue()
    path = folder / f"{sha256(content).hexdigest()[:32]}.parquet"
    if not path.exists():
        _put(content, path)
    return path


def read_part(path: Path, *, reader_version: str) -> Iterator[StoredReading]:
    """The readings of a part, in its order.

    Raises InputError for a file that is no part, or one that another version of the reader made: its readings
    would retire better ones.
    """
    try:
        table = pq.read_table(path)
    except (pa.ArrowException, OSError) as error:
        raise InputError(path.name, "the part cannot be read", "delete it and ingest its articles again") from error
    made_by = _made_by(table.schema)
    if made_by != reader_version:
        problem = f"the part was made by reader {made_by or 'unknown'}, this is {reader_version}"
        raise InputError(path.name, problem, "delete it and ingest its articles again")
    for batch in table.to_batches(max_chunksize=100):
        for row in batch.to_pylist():
            nested = {name: row.pop(name) for name in _NESTED}
            yield StoredReading(row, **nested)


def waiting_readings(folder: Path, *, reader_version: str) -> Iterator[StoredReading | InputError]:
    """The readings of all parts in *folder*: left by a run that was killed, or brought from another machine.

    A part that cannot be taken is a problem in its place.
    """
    for path in _held(folder):
        try:
            yield from read_part(path, reader_version=reader_version)
        except InputError as problem:
            yield problem


def discard_parts(folder: Path, *, reader_version: str) -> None:
    """Remove the parts of this reader; for when everything they hold is recorded. Others were not taken, and stay."""
    for path in _held(folder):
        try:
            made_by = _made_by(pq.read_schema(path))
        except (pa.ArrowException, OSError):
            continue
        if made_by == reader_version:
            path.unlink()


def _held(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet"))


def _made_by(schema: pa.Schema) -> str:
    version: bytes = (schema.metadata or {}).get(_VERSION, b"")
    return version.decode()


def _nested(reading: Reading) -> Row:
    rows = rows_of([reading])
    [document] = rows.documents.to_pylist()
    row: Row = document
    return row | {
        "figures": rows.figures.to_pylist(),
        "chains": rows.chains.to_pylist(),
        "unread": rows.unread.to_pylist(),
    }


def _put(content: bytes, path: Path) -> None:
    """Write beside *path*, force to disk and rename: another process sees all of it or nothing."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
