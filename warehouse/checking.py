"""A draft against the warehouse: every number, its series, who says otherwise and by how much. Nothing is stored.

The draft goes the way of every article, in a database in memory that holds what the published file says of the
same things: so a draft is judged by the very rules that judge an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from figures.document import Document, Origin
from figures.figure import Figure, Span, Unread
from figures.names import Event, Names, Office, Place, Source, packaged_names
from figures.reading import read
from warehouse import events, independence
from warehouse.comparison import settings_table
from warehouse.connection import Connection, quoted
from warehouse.errors import Damaged, NotPublished
from warehouse.home import Home
from warehouse.loading import load
from warehouse.migrating import migrate
from warehouse.narrative import learn_words, narrate
from warehouse.rows import Reading, rows_of
from warehouse.settings import Settings, load_settings
from warehouse.sql import query
from warehouse.sums import add_up

NOTHING_HELD = "nothing comparable is held"
_NAMES = ("source", "source_alias", "place", "place_alias", "event", "event_alias", "indicator")


@dataclass(frozen=True, slots=True)
class Heard:
    """What another voice says of the same thing. *gap* is None where numbers are not compared (a denial).

    *value*, *low* and *high* are in *unit*; *url* and *publisher* may be ''.
    """

    figure_id: str
    voice: str
    party: str
    publisher: str
    excerpt: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    as_of_start: date
    as_of_end: date
    url: str
    relation: str
    explanation: str
    severity: int
    gap: float | None
    narrative: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One number of the draft, in text order.

    *figure* None and *reason* say that the number was seen and not understood. *slug* is '' where the warehouse
    has no such series. *heard* is worst first; empty is "nothing comparable is held".
    """

    file: str
    span: Span
    excerpt: str
    sentence: str
    figure: Figure | None
    reason: str | None
    series: str
    slug: str
    heard: tuple[Heard, ...]

    @property
    def severity(self) -> int:
        """The worst of what is heard, 0 to 4."""
        return max((each.severity for each in self.heard), default=0)

    @property
    def verdict(self) -> str:
        """The worst disagreement in its sentence, else who says the same, else that nothing is held of its time."""
        if self.reason is not None:
            return f"not compared: {self.reason.replace('_', ' ')}"
        told = next((each for each in self.heard if each.relation != "sequence"), None)
        return NOTHING_HELD if told is None else told.narrative


def check(drafts: str | Sequence[Document], home: Home, *, today: date | None = None) -> list[Checked]:
    """Every number of the text or the documents, in order, with what others say in its window.

    *today* dates a text that says nothing of its own day; the clock's without one. Raises NotPublished.
    """
    if not home.published.exists():
        raise NotPublished(home.published)
    day = today if today is not None else datetime.now(UTC).date()
    documents = [_pasted(drafts)] if isinstance(drafts, str) else list(drafts)
    with _scratch(home) as (memory, names):
        readings = [Reading(each, tuple(read(_dated(each, day), names))) for each in documents]
        told, titles = _compared(memory, readings, load_settings(home.path))
    return [_checked(each, found, told, titles) for reading in readings for each, found in _numbers(reading)]


def _pasted(text: str) -> Document:
    return Document("pasted text", text, Span(0, max(1, len(text))), Origin(publisher="This text"))


def _dated(document: Document, day: date) -> Document:
    """The document, published on *day* where its own day is not known."""
    if document.origin.published is not None:
        return document
    origin = document.origin
    published = datetime(day.year, day.month, day.day, tzinfo=UTC)
    dated = Origin(
        origin.title,
        origin.publisher or "This text",
        origin.original_publisher,
        published,
        "day",
        "unknown",
        origin.url,
        origin.language,
    )
    return Document(document.file, document.text, document.body, dated)


def _numbers(reading: Reading) -> Iterator[tuple[Document, Figure | Unread]]:
    yield from ((reading.document, found) for found in reading.found)


def _checked(
    document: Document,
    found: Figure | Unread,
    told: dict[str, tuple[Heard, ...]],
    titles: dict[str, tuple[str, str]],
) -> Checked:
    sentence = document.text[found.sentence.start : found.sentence.end]
    span = found.mention.span
    if isinstance(found, Unread):
        return Checked(document.file, span, found.excerpt, sentence, None, found.reason.value, "", "", ())
    title, slug = titles.get(found.figure_id, ("", ""))
    heard = told.get(found.figure_id, ())
    return Checked(document.file, span, found.excerpt, sentence, found, None, title, slug, heard)


@contextmanager
def _scratch(home: Home) -> Iterator[tuple[Connection, Names]]:
    """A database in memory with the schema and the names of the published file, which is attached as ``held``."""
    memory = duckdb.connect(":memory:")
    try:
        migrate(memory, Path(":memory:"))
        memory.execute(f"attach {quoted(home.published)} as held (read_only)")
        for table in _NAMES:
            memory.execute(f"insert into {table} by name select * from held.{table}")  # noqa: S608 - our own names
        names = _names(memory)
    except duckdb.Error as error:
        memory.close()
        raise Damaged(home.published, str(error).splitlines()[0], "run: figures doctor") from error
    try:
        yield memory, names
    finally:
        memory.close()


def _compared(
    memory: Connection, readings: list[Reading], settings: Settings
) -> tuple[dict[str, tuple[Heard, ...]], dict[str, tuple[str, str]]]:
    """What is heard of each figure of the drafts, and the title and address of its series."""
    rows = rows_of(readings)
    loaded = load(memory, rows, run_id="draft", now=datetime.now(UTC).replace(tzinfo=None))
    documents = list(loaded.document_ids)
    _fetch_held(memory, documents)
    independence.link(memory, documents, settings=settings)
    events.assign(memory, documents, settings=settings)
    _assess_draft(memory, documents, settings)
    told: dict[str, list[Heard]] = {}
    for figure_id, *heard in memory.execute(query("draft_findings"), {"document_ids": documents}).fetchall():
        told.setdefault(figure_id, []).append(Heard(*heard))
    titles = memory.execute(query("draft_figures"), {"document_ids": documents}).fetchall()
    return {key: tuple(heard) for key, heard in told.items()}, {row[0]: (row[1], row[2]) for row in titles}


_BESIDE = {"document": "document_id", "event_link": "figure_id", "attribution": "chain_id"}


def _fetch_held(memory: Connection, documents: list[str]) -> None:
    """Bring what the published file holds of the same things, but for the drafts themselves."""
    memory.execute(query("draft_series"))
    memory.execute(query("fetch_series"))
    memory.execute(query("fetch_figures"), {"document_ids": documents})
    for table, key in _BESIDE.items():
        memory.execute(query("fetch_beside", table=table, key=key), {"document_ids": documents})


def _assess_draft(memory: Connection, documents: list[str], settings: Settings) -> None:
    """Judge the draft against every voice of its window: the steps of an ingest, with pairs chosen for a draft."""
    with settings_table(memory, settings):
        memory.execute("create or replace temp table chosen_series as select series_id from series")
        memory.execute("create or replace temp table touched_series as select series_id from series")
        learn_words(memory)
        for step in ("tellings", "gathered_figures", "current_claims", "newest_claims"):
            memory.execute(query(step))
        memory.execute(query("draft_pairs"), {"document_ids": documents})
        for step in ("moving_windows", "verdicts", "sister_series", "related_pairs", "restated_pairs", "denied_pairs"):
            memory.execute(query(step))
        add_up(memory)
        memory.execute(query("judged_pairs"))
        memory.execute(query("keep_draft_pairs"), {"document_ids": documents})
        narrate(memory)


def _names(memory: Connection) -> Names:
    """The names of the published file, over those of the package."""
    packaged = packaged_names()
    return Names(
        {**packaged.places, **{each.name: each for each in _places(memory)}},
        {**packaged.sources, **{each.name: each for each in _sources(memory)}},
        {**packaged.events, **{each.name: each for each in _events(memory)}},
    )


def _places(memory: Connection) -> Iterator[Place]:
    for row in memory.execute(query("known_place_rows")).fetchall():
        name, kind, parent, code, latitude, longitude, area, aliases, weak = row
        yield Place(name, kind, parent, code, latitude, longitude, area, tuple(aliases), tuple(weak))


def _sources(memory: Connection) -> Iterator[Source]:
    for row in memory.execute(query("known_source_rows")).fetchall():
        name, kind, parent, alignment, basis, aliases, offices = row
        held = tuple(Office(each["title"], each["start"], each["end"]) for each in offices)
        yield Source(name, kind, parent, alignment, basis, tuple(aliases), held)


def _events(memory: Connection) -> Iterator[Event]:
    for name, kind, place, first, last, ids, aliases in memory.execute(query("known_event_rows")).fetchall():
        yield Event(name, kind, place, first, last, tuple(ids), tuple(aliases))
