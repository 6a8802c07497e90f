"""Texts that a reader wants kept: they wait in the inbox and become articles at the next ingest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from figures.document import Document, Origin
from figures.errors import InputError
from figures.figure import Span
from figures.names import Names
from figures.reading import read
from warehouse import inbox
from warehouse.home import Home
from warehouse.rows import Reading

LONGEST = 100_000  # characters of a text
MOST_WAITING = 500  # requests in the inbox; more is no editor's day's work


def keep(home: Home, text: str, *, title: str, publisher: str, published: date) -> str:
    """Leave a text for the writer and give the id of the request. Raises InputError for a text that cannot be kept."""
    if not text.strip() or len(text) > LONGEST:
        raise InputError("text", f"{len(text):,} characters", f"keep 1 to {LONGEST:,}")
    refuse_when_full(home)
    content = {"text": text, "title": title, "publisher": publisher, "published": published.isoformat()}
    return inbox.drop(home.inbox, "text", content)


def refuse_when_full(home: Home) -> None:
    """Raise InputError when as many requests wait as anybody can look at."""
    if sum(1 for _ in home.inbox.glob("*.json")) >= MOST_WAITING:
        raise InputError("inbox", f"{MOST_WAITING} requests wait already", "run figures ingest, then ask again")


def kept_texts(folder: Path) -> list[inbox.Request]:
    """The texts that wait in the inbox *folder*, oldest first."""
    waiting = inbox.waiting(folder)
    return [request for request in waiting if isinstance(request, inbox.Request) and request.kind == "text"]


def kept_readings(requests: Iterable[inbox.Request], names: Names) -> Iterator[Reading | InputError]:
    """What each kept text says; one that makes no sense is an error in its place."""
    for request in requests:
        try:
            document = _document(request)
        except (KeyError, ValueError) as error:
            yield InputError(request.path.name, f"no text to keep ({error})", "it is moved to inbox/done; ask again")
            continue
        yield Reading(document, tuple(read(document, names)))


def _document(request: inbox.Request) -> Document:
    content = request.content
    day = date.fromisoformat(content["published"])
    origin = Origin(
        title=content.get("title") or None,
        publisher=content.get("publisher") or None,
        published=datetime(day.year, day.month, day.day, tzinfo=UTC),
        published_precision="day",
        published_basis="given",
    )
    text = content["text"]
    return Document(f"kept-{request.request_id}.txt", text, Span(0, len(text)), origin)
