"""The manifest: a table that says of each article file who published it and when."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from figures.decoding import read_utf8
from figures.document import Origin
from figures.errors import InputError
from figures.origin import CellError, origin_from

COLUMNS = ("file", "title", "publisher", "original_publisher", "published", "published_basis", "url")
REMEDY = f"the columns are {', '.join(COLUMNS)}"


def read_manifest(path: Path) -> dict[str, Origin]:
    """The origin of each file by its base name.

    Only the column ``file`` has to be there; others than ours are left aside. Raises InputError
    for a table that cannot be read, and for its first row that is wrong or names a file again.
    """
    origins: dict[str, Origin] = {}
    for line, cells in _rows(path):
        name = Path(cells["file"]).name
        if not name:
            raise InputError(str(path), "a row without a file", "name the file or delete the row", line)
        if name in origins:
            raise InputError(str(path), f"{name!r} is listed twice", "keep one of the two rows", line)
        try:
            origins[name] = origin_from(cells)
        except CellError as error:
            raise InputError(str(path), error.problem, error.remedy, line) from error
    return origins


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The line on which each row ends and its stripped cells; rows without any cell are left out."""
    reader = csv.reader(StringIO(read_utf8(path).removeprefix("\ufeff"), newline=""))
    header = [cell.strip() for cell in next(reader, [])]
    if "file" not in header:
        raise InputError(str(path), "no column `file`", REMEDY, 1)
    for row in reader:
        if not any(row):
            continue
        if len(row) != len(header):
            problem = f"{len(row)} cells where the header has {len(header)}"
            raise InputError(str(path), problem, "quote cells that hold a comma", reader.line_num)
        yield reader.line_num, {name: cell.strip() for name, cell in zip(header, row, strict=True)}
