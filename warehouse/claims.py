"""A table of claims, one a row, made into the figures that the loader stores.

The columns are those of ``claim.COLUMNS``. Every row is a
document of its own (kind ``claims``) whose figures have evidence ``table_row``: no passage is
made up. A row that cannot be understood is a problem with file, line and remedy, and the
rest of the table is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from figures.errors import InputError
from warehouse.claim import COLUMNS, REQUIRED, Cells, ClaimsTable
from warehouse.claimrow import read_row
from warehouse.tables import table_rows


def read_claims(path: Path) -> ClaimsTable:
    """Read a claims table with our own column names.

    A file that is no such table at all (not UTF-8, no header, a column that is missing or not
    known) gives no document and one problem.
    """
    try:
        rows = list(_table(path))
    except InputError as problem:
        return ClaimsTable(problems=[problem])
    return claims_from(rows, path.name)


def claims_from(rows: Iterable[tuple[int, Cells | InputError]], file: str) -> ClaimsTable:
    """Make documents of rows that already have our column names; a row twice is kept once.

    An InputError in place of a row's cells is passed on as its problem.
    """
    table = ClaimsTable()
    seen: set[str] = set()
    for line, cells in rows:
        try:
            if isinstance(cells, InputError):
                raise cells
            document = read_row(cells, file, line)
        except InputError as problem:
            table.problems.append(problem)
            continue
        if document.content_sha256 not in seen:
            seen.add(document.content_sha256)
            table.documents.append(document)
    return table


def _table(path: Path) -> Iterator[tuple[int, Cells | InputError]]:
    """Line and cells of each row; raises InputError where the header is not ours."""
    records = table_rows(path)
    number, header = next(records, (1, []))
    _check_header(header, path.name, number)
    for line, cells in records:
        if len(cells) != len(header):
            problem = f"{len(cells)} cells where the header has {len(header)}"
            yield line, InputError(path.name, problem, "quote cells that hold a comma", line)
        else:
            yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))


def _check_header(header: list[str], file: str, line: int) -> None:
    for name in header:
        if name not in COLUMNS:
            raise InputError(file, f"column {name!r} is not known", _nearest_column(name), line)
        if header.count(name) > 1:
            raise InputError(file, f"column {name!r} is there twice", "keep one of them", line)
    for name in REQUIRED:
        if name not in header:
            raise InputError(file, f"column {name!r} is missing", "add it, or name its stand-in with --mapping", line)


def _nearest_column(name: str) -> str:
    near = get_close_matches(name, COLUMNS, 1, 0.5)
    return f"write {near[0]!r}, or map it with --mapping" if near else f"use {', '.join(COLUMNS)}, or --mapping"
