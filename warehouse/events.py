"""Which tolls tell of one event: place, day, kind of happening and wording decide.

A toll whose text or table names its event stays there. Any other report with a day joins the event that an earlier
one told of in like words, or becomes an event of its own: two attacks on one day in one province are two events.
An uncertain join is kept as *possible*, and the comparison never raises such a pair above severity 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from warehouse.connection import Connection
from warehouse.kinds import are_near, is_rare, key_of
from warehouse.naming import add_new
from warehouse.reports import Report, reports
from warehouse.series import SeriesKey, record_series
from warehouse.settings import DEFAULTS, Settings
from warehouse.slugs import slug
from warehouse.sql import query

_ORDER = ("certain", "probable", "possible")


@dataclass(slots=True)
class Happening:
    """An event with the reports that told of it so far."""

    event_id: str
    kind: str
    place_id: str
    place: str
    place_kind: str
    within: frozenset[str]
    day: date
    tellings: dict[str, frozenset[str]] = field(default_factory=dict)  # its words by document
    publishers: set[str | None] = field(default_factory=set)
    is_moved: bool = False  # a later report says more exactly where

    def take(self, report: Report) -> None:
        """Remember a report that surely or probably tells of this, and where it says it was."""
        self.tellings[report.document_id] = self.tellings.get(report.document_id, frozenset()) | report.words
        self.publishers.add(report.publisher_id)
        if self.place_id in report.within:
            self.place_id, self.place, self.place_kind = report.place_id, report.place, report.place_kind
            self.within, self.is_moved = report.within, True


@dataclass(frozen=True, slots=True)
class Join:
    """A report's place in an event: how surely, and by what."""

    event_id: str
    strength: str
    basis: str


def assign(connection: Connection, document_ids: Iterable[str], *, settings: Settings = DEFAULTS) -> set[str]:
    """Give the tolls of these documents their events; give the ids of the series that they left or joined."""
    told = list(reports(connection, list(document_ids)))
    if not told:
        return set()
    known = _near_events(connection, told, settings)
    joins = [(report, _join(report, known, settings)) for report in told]
    return _record(connection, joins, {event.event_id: event for events in known.values() for event in events})


def _near_events(connection: Connection, told: list[Report], settings: Settings) -> dict[date, list[Happening]]:
    """The events that may be meant, by their day."""
    days = [report.day for report in told]
    window = timedelta(days=settings.event_day_window)
    rows = connection.execute(
        query("near_events"), {"first": min(days) - window, "last": max(days) + window}
    ).fetchall()
    found: dict[str, Happening] = {}
    for event_id, kind, place_id, place, place_kind, within, day, document_id, publisher_id, words in rows:
        event = found.setdefault(
            event_id, Happening(event_id, kind, place_id, place, place_kind, frozenset(within), day)
        )
        event.tellings[document_id] = frozenset(words)
        event.publishers.add(publisher_id)
    known: dict[date, list[Happening]] = defaultdict(list)
    for event in found.values():
        known[event.day].append(event)
    return known


def _join(report: Report, known: dict[date, list[Happening]], settings: Settings) -> Join:
    """The best event for a report; a new one, added to *known*, where none is like it."""
    window = range(-settings.event_day_window, settings.event_day_window + 1)
    near = (event for days in window for event in known[report.day + timedelta(days=days)])
    fitting = [(join, event) for event in near if (join := _likeness(report, event, settings)) is not None]
    if not fitting:
        event = _new_event(report)
        known[event.day].append(event)
        return Join(event.event_id, "certain", "its own report")
    join, event = min(
        fitting,
        key=lambda each: (_ORDER.index(each[0].strength), abs(each[1].day - report.day), each[1].event_id),
    )
    if join.strength != "possible":
        event.take(report)
    return join


def _likeness(report: Report, event: Happening, settings: Settings) -> Join | None:
    """How surely the report tells of the event; None where place, day or kind forbid it."""
    is_there, is_that_day = report.place_id == event.place_id, report.day == event.day
    is_near_there = event.place_id in report.within or report.place_id in event.within
    if not (is_there or is_near_there) or not are_near(report.kind, event.kind):
        return None
    words = {key_of(word): word for word in report.words}
    tellings = [{key_of(word) for word in telling} for telling in event.tellings.values()]
    closest = max((_share(words.keys(), telling) for telling in tellings), default=0.0)
    shared = words.keys() & set().union(*tellings)
    basis = f"place, day, kind and the words {', '.join(sorted(words[key] for key in shared)[:4])}"
    is_told_alike = closest >= settings.event_certain_wording
    if not is_that_day:
        # An outlet tells of the next day's attack in the words it used the day before.
        is_other_outlet = report.publisher_id not in event.publishers
        fits = is_told_alike and is_other_outlet and len(shared) >= settings.event_other_day_words
        return Join(event.event_id, "probable", basis) if fits else None
    if is_there and is_told_alike and len(shared) >= settings.event_certain_words:
        return Join(event.event_id, "certain", basis)
    fewest = settings.event_probable_words if is_there else settings.event_near_place_words
    if (len(shared) >= fewest and not report.is_of_country) or len(shared) >= settings.event_near_place_words:
        return Join(event.event_id, "probable", basis)
    if not is_there or not shared or report.is_of_country:
        # A whole country has many attacks a day: place and day alone join nothing there.
        return None
    if is_rare(report.kind):
        return Join(event.event_id, "probable", basis)
    # One text tells two happenings apart.
    is_same_text = report.document_id in event.tellings
    return None if is_same_text else Join(event.event_id, "possible", "place, day and kind alone")


def _share(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _new_event(report: Report) -> Happening:
    event = Happening(
        _event_id(report),
        report.kind,
        report.place_id,
        report.place,
        report.place_kind,
        report.within,
        report.day,
    )
    event.take(report)
    return event


def _event_id(report: Report) -> str:
    mark = sha256("|".join((report.document_id, report.kind, report.figures[0])).encode()).hexdigest()[:8]
    return f"{slug(report.place) or 'somewhere'}-{report.day.isoformat()}-{slug(report.kind)}-{mark}"


def _record(connection: Connection, joins: list[tuple[Report, Join]], known: dict[str, Happening]) -> set[str]:
    """Write events, links and series, and move the tolls; give the series touched."""
    joined = [known[event_id] for event_id in dict.fromkeys(join.event_id for _, join in joins)]
    add_new(connection, "event", [_event_row(event) for event in joined])
    members = [(figure, join) for report, join in joins for figure in report.figures]
    connection.execute(
        query("joined_events"),
        {
            "figure_id": [figure for figure, _ in members],
            "event_id": [join.event_id for _, join in members],
            "strength": [join.strength for _, join in members],
            "basis": [join.basis for _, join in members],
            "words": [sorted(report.words) for report, _ in joins for _ in report.figures],
            "rival": [figure in report.rivals for report, _ in joins for figure in report.figures],
        },
    )
    connection.execute("delete from event_link where figure_id in (select figure_id from joined_event)")
    connection.execute("insert into event_link by name select * from joined_event")
    _move_events(connection, [event for event in joined if event.is_moved])
    return _move_tolls(connection)


def _move_events(connection: Connection, moved: list[Happening]) -> None:
    """Write the finer place of events, and have the tolls that were in them move along."""
    for event in moved:
        connection.execute(
            "update event set place_id = ?, name = ? where event_id = ?", [event.place_id, _name(event), event.event_id]
        )
    connection.execute(query("moved_tolls"), {"event_ids": [event.event_id for event in moved]})


def _move_tolls(connection: Connection) -> set[str]:
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


def _name(event: Happening) -> str:
    kind = event.kind[:1].upper() + event.kind[1:]
    where = f" in {event.place}" if event.place else ""
    return f"{kind}{where}, {event.day.day} {event.day:%B %Y}"


def _event_row(event: Happening) -> dict[str, object]:
    return {
        "event_id": event.event_id,
        "name": _name(event),
        "kind": event.kind,
        "place_id": event.place_id,
        "first_day": event.day,
        "last_day": event.day,
        "external_ids": [],
        "listed": False,
    }
