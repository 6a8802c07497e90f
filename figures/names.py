"""Who is who and where is where: the name tables that reading resolves against.

The tables of ``figures/lexicon`` (countries, regions, agencies, offices) are always there; a
folder with ``places.csv``, ``sources.csv`` or ``events.csv`` (such as ``seeds/``) adds to them.
In a cell that holds several values they are parted by ``|``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from figures import wordlists

Row = tuple[int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its short name ("Kursk"). *parent* is the name of the place that contains it, '' for none.

    *weak_aliases* are words that mean the place only beside a word such as "region" or "town".
    """

    name: str
    kind: str  # country, region, district, city, town, village, territory
    parent: str
    code: str
    latitude: float | None
    longitude: float | None
    area_km2: float | None
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: "governor of Kursk"; None is an open end."""

    title: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks or publishes. *parent* is a source's name; following it up to the root gives the party."""

    name: str
    kind: str  # government, military, official, agency, newspaper, map project, monitor, un, ngo, person, anonymous
    parent: str
    alignment: str  # party, aligned, unaffiliated, unknown
    alignment_basis: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a place over some days, to which a toll belongs."""

    name: str
    kind: str
    place: str
    first_day: date | None
    last_day: date | None
    external_ids: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """All places, sources and events known, each by its name; later tables win over earlier ones."""

    places: dict[str, Place]
    sources: dict[str, Source]
    events: dict[str, Event]

    def with_folder(self, folder: Path) -> Names:
        """These names and those of the tables in *folder*; a table that is not there adds nothing."""
        return Names(
            {**self.places, **_places(_table(folder / "places.csv"))},
            {**self.sources, **_sources(_table(folder / "sources.csv"))},
            {**self.events, **_events(_table(folder / "events.csv"))},
        )


@cache
def packaged_names() -> Names:
    """The names that come with the package."""
    return Names(_places(wordlists.packaged("places.csv")), _sources(wordlists.packaged("sources.csv")), {})


def _table(path: Path) -> Iterable[Row]:
    return wordlists.from_file(path) if path.exists() else ()


def _places(rows: Iterable[Row]) -> dict[str, Place]:
    return {place.name: place for place in map(_place, rows)}


def _place(row: Row) -> Place:
    _, cell = row
    return Place(
        cell["name"],
        cell["kind"],
        cell["parent"],
        cell["code"],
        _number(cell["latitude"]),
        _number(cell["longitude"]),
        _number(cell["area_km2"]),
        _many(cell["aliases"]),
        _many(cell["weak_aliases"]),
    )


def _sources(rows: Iterable[Row]) -> dict[str, Source]:
    return {source.name: source for source in map(_source, rows)}


def _source(row: Row) -> Source:
    _, cell = row
    return Source(
        cell["name"],
        cell["kind"],
        cell["parent"],
        cell["alignment"],
        cell["alignment_basis"],
        _many(cell["aliases"]),
        tuple(_offices(cell["offices"])),
    )


def _offices(cell: str) -> Iterator[Office]:
    """``governor of Kursk (2024-05-28..2024-12-05)``: an end left out is open."""
    for entry in _many(cell):
        title, _, term = entry.partition("(")
        start, _, end = term.rstrip(")").partition("..")
        yield Office(title.strip(), _day(start), _day(end))


def _events(rows: Iterable[Row]) -> dict[str, Event]:
    return {event.name: event for event in map(_event, rows)}


def _event(row: Row) -> Event:
    _, cell = row
    return Event(
        cell["name"],
        cell["kind"],
        cell["place"],
        _day(cell["first_day"]),
        _day(cell["last_day"]),
        _many(cell["external_ids"]),
        _many(cell["aliases"]),
    )


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell.strip()) if cell.strip() else None
