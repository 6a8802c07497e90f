"""Which tolls tell of one event: place, day, kind of happening and wording decide.

A toll whose text or table names its event stays there. Any other one with a day joins the event that an earlier
report told in like words, or becomes an event of its own: two attacks on one day in one province are two events.
An uncertain join is kept as *possible*, and the comparison never raises such a pair above severity 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from hashlib import sha256

from figures import wordlists
from warehouse.connection import Connection
from warehouse.naming import add_new
from warehouse.series import SeriesKey, record_series
from warehouse.settings import DEFAULTS, Settings
from warehouse.slugs import slug
from warehouse.sql import query

_LONGEST_DAYS = 4  # an as-of window of more days is no day of an event
_FEWEST_WORDS = 3  # shared rare words under which two reports are never surely one
_HEADLINE_WORDS = 2  # words shared with its headline that make a sentence tell of what the headline tells


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that counts victims and names no event, with the words around it."""

    figure_id: str
    document_id: str
    sentence: str
    title: str
    place_id: str
    place: str
    place_kind: str
    day: date
    text_id: str  # the document, or the earlier one that it nearly repeats
    has_day: bool  # its own sentence says when


@dataclass(frozen=True, slots=True)
class Report:
    """The tolls of one document that tell of one happening: same place, day and kind."""

    place_id: str
    place: str
    place_kind: str
    day: date
    kind: str
    text_id: str
    words: frozenset[str]
    figures: tuple[str, ...]


@dataclass(slots=True)
class Happening:
    """An event with the reports that told of it so far."""

    event_id: str
    kind: str
    place_id: str
    day: date
    tellings: list[frozenset[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Join:
    """A report's place in an event: how surely, and by what."""

    event_id: str
    strength: str
    basis: str


def assign(connection: Connection, document_ids: Iterable[str], *, settings: Settings = DEFAULTS) -> set[str]:
    """Give the tolls of these documents their events; give the ids of the series that they left or joined."""
    reports = list(_reports(connection, list(document_ids)))
    if not reports:
        return set()
    known = _near_events(connection, reports, settings)
    joins: list[tuple[Report, Join]] = []
    for report in reports:
        join = _join(report, known, settings)
        joins.append((report, join))
    return _record(connection, joins, {each.event_id: each for each in known})


def kind_of(sentence: str) -> str | None:
    """The kind of happening that the words tell of, the first of ``event_kinds.csv``; None where they tell of none.

    >>> kind_of("A suicide car bomb killed 12 at a bakery")
    'suicide bombing'
    """
    text = " " + re.sub(r"\s+", " ", sentence.lower())
    return next((kind for kind, pattern in _kinds() if pattern.search(text)), None)


def rare_words(text: str) -> frozenset[str]:
    """The words that can tell one event from another, in small letters."""
    words = re.findall(r"[^\W\d_]{4,}", text.lower())
    return frozenset(word for word in words if word not in _stopwords())


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [row for _, row in wordlists.packaged("event_kinds.csv")]
    return tuple(
        (row["kind"], re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, row['words'].split('|')))})")) for row in rows
    )


@cache
def _rare_kinds() -> frozenset[str]:
    return frozenset(row["kind"] for _, row in wordlists.packaged("event_kinds.csv") if row["rare"] == "yes")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(row["word"] for _, row in wordlists.packaged("event_stopwords.csv"))


def _reports(connection: Connection, document_ids: list[str]) -> Iterator[Report]:
    """The tolls of each document by place, day and kind, in order of publication.

    Counts of a whole war are left out, and those whose text tells neither of a happening nor of a day.
    """
    rows = connection.execute(
        query("loose_tolls"), {"document_ids": document_ids, "longest_days": _LONGEST_DAYS}
    ).fetchall()
    open_tellings: dict[tuple[str, str, date, str], list[_Telling]] = {}
    for toll in (Toll(*row) for row in rows):
        kind = kind_of(toll.sentence) or kind_of(toll.title) or ("attack" if toll.has_day else None)
        if kind is not None and kind != "ongoing":
            _tell(toll, open_tellings.setdefault((toll.document_id, toll.place_id, toll.day, kind), []))
    for (_, _, _, kind), tellings in open_tellings.items():
        yield from (telling.report(kind) for telling in tellings)


@dataclass(slots=True)
class _Telling:
    """Tolls of one document that stand in one sentence, or in sentences with like words."""

    tolls: list[Toll]
    words: set[str]

    def report(self, kind: str) -> Report:
        first = self.tolls[0]
        headline = rare_words(first.title)
        # The headline tells of this happening only where the sentence speaks its words.
        words = self.words | headline if len(self.words & headline) >= _HEADLINE_WORDS else self.words
        figures = tuple(toll.figure_id for toll in self.tolls)
        return Report(
            first.place_id,
            first.place,
            first.place_kind,
            first.day,
            kind,
            first.text_id,
            frozenset(words) - rare_words(first.place),
            figures,
        )


def _tell(toll: Toll, tellings: list[_Telling]) -> None:
    """Put a toll to those of its document told in like words: one paper tells of several attacks a day."""
    words = rare_words(toll.sentence)
    for telling in tellings:
        in_one_sentence = any(other.sentence == toll.sentence for other in telling.tolls)
        if in_one_sentence or len(words & telling.words) >= _FEWEST_WORDS:
            telling.tolls.append(toll)
            telling.words |= words
            return
    tellings.append(_Telling([toll], set(words)))


def _near_events(connection: Connection, reports: list[Report], settings: Settings) -> list[Happening]:
    days = [report.day for report in reports]
    window = timedelta(days=settings.event_day_window)
    rows = connection.execute(
        query("near_events"), {"first": min(days) - window, "last": max(days) + window}
    ).fetchall()
    found: dict[str, Happening] = {}
    for event_id, kind, place_id, day, words in rows:
        event = found.setdefault(event_id, Happening(event_id, kind, place_id, day))
        event.tellings.append(rare_words(words))
    return list(found.values())


def _join(report: Report, known: list[Happening], settings: Settings) -> Join:
    """The best event for a report; a new one, added to *known*, where none is like it."""
    ranked = [(_likeness(report, event, settings), event) for event in known]
    fitting = [(join, event) for join, event in ranked if join is not None]
    order = ("certain", "probable", "possible")
    if fitting:
        join, event = min(
            fitting, key=lambda each: (order.index(each[0].strength), abs(each[1].day - report.day), each[1].event_id)
        )
    else:
        event = Happening(_event_id(report), report.kind, report.place_id, report.day)
        join = Join(event.event_id, "certain", "its own report")
        known.append(event)
    if join.strength != "possible":
        event.tellings.append(report.words)
    return join


def _likeness(report: Report, event: Happening, settings: Settings) -> Join | None:
    """How surely the report tells of the event; None where place, day or kind forbid it."""
    days_apart = abs((report.day - event.day).days)
    if report.place_id != event.place_id or days_apart > settings.event_day_window or report.kind != event.kind:
        return None
    shared, share = max(
        ((telling & report.words, _share(telling, report.words)) for telling in event.tellings),
        key=lambda each: each[1],
        default=(frozenset(), 0.0),
    )
    wording = ", ".join(sorted(shared)[:4])
    if share >= settings.event_certain_wording and len(shared) >= _FEWEST_WORDS and days_apart == 0:
        return Join(event.event_id, "certain", f"place, day, kind and the words {wording}")
    if share >= settings.event_probable_wording and len(shared) >= _FEWEST_WORDS:
        return Join(event.event_id, "probable", f"place, day, kind and the words {wording}")
    in_town = report.place_kind not in ("country", "territory")
    telling = [word for word in shared if kind_of(word) is None]  # every suicide bombing has a bomber
    if report.kind in _rare_kinds() and in_town and days_apart == 0 and telling:
        return Join(event.event_id, "probable", f"place, day, kind and the words {wording}")
    # A whole country has many attacks a day: place and day alone join nothing there.
    if days_apart == 0 and len(shared) > 0 and in_town:
        return Join(event.event_id, "possible", "place, day and kind alone")
    return None


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _event_id(report: Report) -> str:
    mark = sha256("|".join((report.text_id, report.kind, report.figures[0])).encode()).hexdigest()[:8]
    return f"{slug(report.place) or 'somewhere'}-{report.day.isoformat()}-{slug(report.kind)}-{mark}"


def _record(connection: Connection, joins: list[tuple[Report, Join]], known: dict[str, Happening]) -> set[str]:
    """Write events, links and series, and move the tolls; give the series touched."""
    names = {join.event_id: _name(report) for report, join in joins}
    add_new(connection, "event", [_event_row(known[event_id], name) for event_id, name in names.items()])
    members = [(figure, join) for report, join in joins for figure in report.figures]
    connection.execute(
        query("joined_events"),
        {
            "figure_id": [figure for figure, _ in members],
            "event_id": [join.event_id for _, join in members],
            "strength": [join.strength for _, join in members],
            "basis": [join.basis for _, join in members],
        },
    )
    connection.execute("delete from event_link where figure_id in (select figure_id from joined_event)")
    connection.execute("insert into event_link by name select * from joined_event")
    return _move(connection)


def _move(connection: Connection) -> set[str]:
    rows = connection.execute(query("event_series_keys")).fetchall()
    keys = {figure_id: SeriesKey(*parts) for figure_id, _, *parts in rows}
    record_series(connection, keys.values())
    connection.execute("create or replace temp table event_series (figure_id varchar, series_id varchar)")
    connection.execute(
        "insert into event_series select unnest($f::varchar[]), unnest($s::varchar[])",
        {"f": list(keys), "s": [key.series_id for key in keys.values()]},
    )
    connection.execute(query("move_to_events"))
    left = {row[1] for row in rows}
    connection.execute(query("drop_left_series"), {"series_ids": sorted(left)})
    for table in ("joined_event", "event_series"):
        connection.execute(f"drop table if exists temp.{table}")
    return left | {key.series_id for key in keys.values()}


def _name(report: Report) -> str:
    kind = report.kind[:1].upper() + report.kind[1:]
    where = f" in {report.place}" if report.place else ""
    return f"{kind}{where}, {report.day.day} {report.day:%B %Y}"


def _event_row(event: Happening, name: str) -> dict[str, object]:
    return {
        "event_id": event.event_id,
        "name": name,
        "kind": event.kind,
        "place_id": event.place_id,
        "first_day": event.day,
        "last_day": event.day,
        "external_ids": [],
        "listed": False,
    }
