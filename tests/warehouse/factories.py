"""Documents and figures with dull defaults; each test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures.document import Document, Origin
from figures.figure import (
    Basis,
    Figure,
    Mention,
    Period,
    Precision,
    Quantifier,
    Reason,
    Role,
    Span,
    Stance,
    Statistic,
    Step,
    Unread,
)
from figures.interval import Interval
from figures.names import Names, Place, Source
from warehouse.connection import Connection, open_work, transaction
from warehouse.home import Home
from warehouse.loading import Loaded, load
from warehouse.naming import record_names
from warehouse.rows import Reading, rows_of

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC).replace(tzinfo=None)  # as the database keeps it
SENTENCE = "Officials said 1,150 square kilometres were held. "


def day(text: str) -> Period:
    """The window of one ISO day, stated in the text."""
    return Period(date.fromisoformat(text), date.fromisoformat(text), Precision.DAY, Basis.STATED)


def document(name: str = "a.txt", text: str | None = None, **origin: Any) -> Document:
    """An article of one sentence that differs from others by its name."""
    words = SENTENCE + name if text is None else text
    given = {"publisher": "The Daily", "published": datetime(2024, 8, 16, tzinfo=UTC), "published_precision": "day"}
    return Document(name, words, Span(0, len(words)), Origin(**{**given, "published_basis": "given", **origin}))


def mention(value: float | None, low: float | None, high: float | None, unit: str, span: Span) -> Mention:
    quantifier = Quantifier.EXACT if value is not None else Quantifier.RANGE
    return Mention(span, span, Interval(low, high), value, quantifier, unit, unit, None, 3)


def figure(
    of: Document,
    value: float | None = 1150.0,
    *,
    low: float | None = None,
    high: float | None = None,
    start: int = 15,
    unit: str = "km**2",
    by: str | None = "Ukraine",
    as_of: str = "2024-08-15",
    **fields: Any,
) -> Figure:
    """A figure of ``area_controlled`` in Kursk at the number of ``SENTENCE``."""
    low, high = (value, value) if low is None and high is None else (low, high)
    span = Span(start, start + 24)
    indicator = fields.get("indicator", "area_controlled")
    derivation = fields.get("derivation")
    key = f"{of.content_sha256} {span} {indicator} {derivation}"
    given: dict[str, Any] = {
        "figure_id": sha256(key.encode()).hexdigest()[:16],
        "mention": mention(value, low, high, unit, span),
        "excerpt": of.text[span.start : span.end],
        "sentence": Span(0, min(len(SENTENCE), len(of.text))),
        "indicator": indicator,
        "value": value,
        "amount": Interval(low, high),
        "unit": unit,
        "statistic": Statistic.LEVEL,
        "holder": "Ukraine",
        "share_of": "",
        "population": "",
        "term": None,
        "place": "Kursk",
        "event": "",
        "period": day(as_of),
        "originator": by,
        "stance": Stance.ASSERTS,
        "chain": () if by is None else (Step(by, Role.ORIGINATOR, Stance.ASSERTS, "said"),),
        "confidence": 1.0,
    }
    return Figure(**{**given, **fields})


def unread(of: Document, start: int = 0, reason: Reason = Reason.DURATION) -> Unread:
    span = Span(start, start + 9)
    return Unread(mention(1, 1, 1, "year", span), of.text[span.start : span.end], Span(0, len(SENTENCE)), reason)


def reading(*values: float, name: str = "a.txt", by: str | None = "Ukraine", **fields: Any) -> Reading:
    """A document with one figure for each value, at offsets of its own."""
    text = (SENTENCE * max(1, len(values))) + name
    article = document(name, text)
    found = [figure(article, v, start=15 + n * len(SENTENCE), by=by, **fields) for n, v in enumerate(values)]
    return Reading(article, tuple(found))


@contextmanager
def new_work(folder: Path) -> Iterator[Connection]:
    """A work file with a few names in it."""
    with open_work(Home(folder)) as work:
        with transaction(work):
            record_names(work, names())
        yield work


def names() -> Names:
    """The two sides, a general, and two regions."""
    sources = [
        Source("Ukraine", "government", "", "party", "", ("Kyiv",), ()),
        Source("Russia", "government", "", "party", "", ("Moscow",), ()),
        Source("Valery Gerasimov", "military", "Russia", "party", "", ("Gerasimov",), ()),
    ]
    places = [
        Place("Russia", "country", "", "RU", None, None, None, (), ()),
        Place("Kursk", "region", "Russia", "RU-KRS", 51.7, 36.2, 29_997, ("Kursk region",), ()),
        Place("Belgorod", "region", "Russia", "RU-BEL", None, None, None, (), ()),
    ]
    return Names({place.name: place for place in places}, {source.name: source for source in sources}, {})


def store(work: Connection, *readings: Reading, run_id: str = "run-1", now: datetime = NOW) -> Loaded:
    """Load readings under a run of their own."""
    work.execute("insert or ignore into run values (?, '0', '1', '1', '{}', ?, ?, null)", [run_id, now, now]).fetchall()
    return load(work, rows_of(readings), run_id=run_id, now=now)
