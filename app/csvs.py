"""Small tables as CSV. (Large ones are streamed by ``warehouse.exporting``.)"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# A spreadsheet runs a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(value: object) -> object:
    """Return *value* so that no spreadsheet runs it: texts that begin like a formula get a ``'`` before them."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def to_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the table as RFC 4180 text: None is an empty field, numbers are as they are."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([plain(name) for name in header])
    writer.writerows([plain(value) for value in row] for row in rows)
    return out.getvalue()
