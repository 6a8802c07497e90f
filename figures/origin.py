"""What is said about a document beside its text: cells of a manifest or keys of front matter made an Origin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime

from figures.document import Origin

BASES = ("given", "page", "byline", "inferred", "unknown")
PARTIAL_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


class CellError(ValueError):
    """A cell of a manifest, or a key of front matter, that says nothing we can use."""

    def __init__(self, key: str, problem: str, remedy: str) -> None:
        super().__init__(key, problem, remedy)
        self.key = key
        self.problem = problem
        self.remedy = remedy


def origin_from(cells: Mapping[str, str]) -> Origin:
    """The origin that *cells* give, by the column names of a manifest; an empty or absent cell is "not known".

    Without a basis, a date counts as given. Raises CellError for a date or a basis that is none.
    """
    published, precision = published_from(cells.get("published", ""))
    return Origin(
        title=cells.get("title") or None,
        publisher=cells.get("publisher") or None,
        original_publisher=cells.get("original_publisher") or None,
        published=published,
        published_precision=precision,
        published_basis=_basis(cells.get("published_basis", ""), dated=published is not None),
        url=cells.get("url") or None,
        language=cells.get("language") or None,
    )


def published_from(cell: str) -> tuple[datetime, str] | tuple[None, None]:
    """The start of a day, month or year, or a moment, in UTC, and which of them it is; twice None for an empty cell.

    A timestamp without a zone counts as UTC. Raises CellError for anything else.

    >>> published_from("2025-03")
    (datetime.datetime(2025, 3, 1, 0, 0, tzinfo=datetime.timezone.utc), 'month')
    """
    if not cell:
        return None, None
    try:
        return _moment(cell)
    except (ValueError, OverflowError) as error:
        raise CellError("published", f"published {cell!r} is no date", "write 2025, 2025-03 or 2025-03-14") from error


def merged(stated: Origin, found: Origin) -> Origin:
    """*stated*, with what it leaves open taken from *found*; a date travels with its precision and basis."""
    dated = ("published", "published_precision", "published_basis")
    known = {
        field.name: getattr(stated, field.name)
        for field in fields(Origin)
        if getattr(stated, field.name) is not None and (field.name not in dated or stated.published is not None)
    }
    return replace(found, **known)


def _moment(cell: str) -> tuple[datetime, str]:
    partial = PARTIAL_DAY.fullmatch(cell)
    if partial is None:
        moment = datetime.fromisoformat(cell)
        return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)), "time"
    year, month, day = (int(part or 1) for part in partial.groups())
    precision = "day" if partial["day"] else "month" if partial["month"] else "year"
    return datetime(year, month, day, tzinfo=UTC), precision


def _basis(cell: str, *, dated: bool) -> str:
    if cell and cell not in BASES:
        raise CellError("published_basis", f"published_basis {cell!r} is not known", f"use one of {', '.join(BASES)}")
    return cell or ("given" if dated else "unknown")
