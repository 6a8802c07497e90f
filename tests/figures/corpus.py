"""How a corpus row is compared with what was read: shared by the corpora of invented and of real articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from figures.document import Document, Origin
from figures.figure import Figure, Span, Unread
from figures.reading import read

Row = dict[str, Any]


def document_of(text: str, published: date | None, file: str = "article.txt", publisher: str | None = None) -> Document:
    """A plain text as a document."""
    day = None if published is None else datetime(published.year, published.month, published.day)  # noqa: DTZ001
    origin = Origin(publisher=publisher, published=day, published_precision="day", published_basis="given")
    return Document(file, text, Span(0, len(text)), origin)


def read_text(text: str, published: date | None = None) -> list[Figure | Unread]:
    """What is read from *text*."""
    return read(document_of(text, published))


def words(name: str | None) -> set[str]:
    """The words of a name by which two spellings of it are matched."""
    parts = {part.strip(".,").lower() for part in (name or "").replace("'s", " ").split()}
    return {part for part in parts if len(part) > 1} - {"the", "of", "and", "for", "in"}


def mistakes(row: Row, figure: Figure) -> Iterator[str]:
    """What the figure has otherwise than the row says, one phrase each."""
    for name, found in _plain(figure).items():
        if name in row and row[name] != found:
            yield f"{name}: expected {row[name]!r}, read {found!r}"
    for name, number in (("value", figure.value), ("low", figure.amount.low), ("high", figure.amount.high)):
        if name in row and (number is None or abs(number - row[name]) > 1e-6 * max(1, abs(row[name]))):
            yield f"{name}: expected {row[name]!r}, read {number!r}"
    if "originator" in row and not _same_name(row["originator"], figure.originator):
        yield f"originator: expected {row['originator']!r}, read {figure.originator!r}"
    if "place" in row and not words(row["place"]) & words(figure.place):
        yield f"place: expected {row['place']!r}, read {figure.place!r}"
    if "as_of" in row and not _in_window(row["as_of"], figure):
        yield f"as_of: expected {row['as_of']}, read {figure.period}"


def _plain(figure: Figure) -> Row:
    return {
        "indicator": figure.indicator,
        "unit": figure.unit,
        "quantifier": str(figure.mention.quantifier),
        "statistic": str(figure.statistic),
        "population": figure.population,
        "holder": figure.holder,
        "share_of": figure.share_of,
        "stance": str(figure.stance),
        "part": figure.part_of is not None,
        "again": figure.restates is not None,
    }


def _same_name(expected: str, found: str | None) -> bool:
    return found is None if not expected else bool(words(expected) & words(found))


def _in_window(window: str, figure: Figure) -> bool:
    first, _, last = window.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    period = figure.period
    return period is not None and period.start >= start and period.end <= end
