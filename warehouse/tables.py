"""Tables in files, CSV or Parquet, row by row as text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from figures.errors import InputError

_PARQUET = b"PAR1"


def table_rows(path: Path, *, encoding: str = "utf-8-sig", delimiter: str = "") -> Iterator[tuple[int, list[str]]]:
    """The header, then every row, each with its line: of a CSV the line it begins on, of Parquet its place from 1.

    *delimiter* '' is a tab for ``.tsv`` and else a comma. Raises InputError for what is no table.
    """
    if _is_parquet(path):
        yield from _parquet_rows(path)
    else:
        usual = "\t" if path.suffix.lower() == ".tsv" else ","
        yield from csv_records(read_text(path, encoding), path.name, delimiter or usual)


def read_text(path: Path, encoding: str = "utf-8-sig") -> str:
    """The text of a table. Raises InputError for a file that is missing, empty, binary or in another encoding."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(path.name, error.strerror or "cannot be opened", "give the path of a file") from error
    if not raw.strip():
        raise InputError(path.name, "the file is empty", "give a table with a header and rows")
    if b"\0" in raw:
        raise InputError(path.name, "the file is binary, not a table", "save it as CSV in UTF-8")
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(path.name, f"the text is not {encoding}", "save it as CSV in UTF-8") from error


def csv_records(text: str, file: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV text with the line each begins on; lines of ``#`` before the header are remarks.

    Blank lines are left out. Raises InputError for broken quoting.
    """
    lines = StringIO(text, newline="").readlines()
    remarks = 0
    while remarks < len(lines) and lines[remarks].lstrip().startswith("#"):
        remarks += 1
    reader = csv.reader(lines[remarks:], delimiter=delimiter, strict=True)
    begin = remarks + 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield begin, record
            begin = remarks + reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            file, f"no CSV: {error}", "close every quotation mark and double those inside", begin
        ) from error


def _is_parquet(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_PARQUET)) == _PARQUET


def _parquet_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as table:
            yield 1, table.schema_arrow.names
            line = 0
            for batch in table.iter_batches():
                for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    line += 1
                    yield line, [_printed(cell) for cell in row]
    except pa.ArrowException as error:
        raise InputError(path.name, f"no Parquet: {error}", "write the table again") from error


def _printed(cell: object) -> str:
    """A typed cell as a table of text has it; None is blank."""
    match cell:
        case None:
            return ""
        case float() if cell.is_integer():
            return str(int(cell))
        case date() | datetime():
            return cell.isoformat()
    return str(cell)
