"""Who is who and where is where: the name tables that reading resolves against.

The tables of ``figures/lexicon`` (countries, regions, agencies, offices) are always there; a
folder with ``places.csv``, ``sources.csv`` or ``events.csv`` (such as ``seeds/``) adds to them.
In a cell that holds several values they are parted by ``|``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from figures import wordlists
from figures.errors import LexiconError

Cells = dict[str, str]
ALIGNMENTS = ("party", "aligned", "unaffiliated", "unknown")


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


Named = TypeVar("Named", Place, Source, Event)


@dataclass(frozen=True)
class Names:
    """All places, sources and events known, each by its name; later tables win over earlier ones."""

    places: dict[str, Place]
    sources: dict[str, Source]
    events: dict[str, Event]

    def with_folder(self, folder: Path) -> Names:
        """These names and those of the tables in *folder*; a table that is not there adds nothing.

        Raises InputError, with file and line, for a table that cannot be read.
        """
        return Names(
            {**self.places, **_table(folder / "places.csv", _place)},
            {**self.sources, **_table(folder / "sources.csv", _source)},
            {**self.events, **_table(folder / "events.csv", _event)},
        )


@cache
def packaged_names() -> Names:
    """The names that come with the package."""
    places = _named(wordlists.packaged("places.csv"), _place, "figures/lexicon/places.csv")
    sources = _named(wordlists.packaged("sources.csv"), _source, "figures/lexicon/sources.csv")
    return Names(places, sources, {})


def _table(path: Path, make: Callable[[Cells], Named]) -> dict[str, Named]:
    return _named(wordlists.from_file(path), make, str(path)) if path.exists() else {}


def _named(rows: Iterable[tuple[int, Cells]], make: Callable[[Cells], Named], file: str) -> dict[str, Named]:
    """What *make* makes of each row, by name. Raises LexiconError for a row of which nothing can be made."""
    named: dict[str, Named] = {}
    for line, cells in rows:
        try:
            thing = make(cells)
        except KeyError as error:
            raise LexiconError(file, f"no column {error.args[0]!r}", "give the columns that seeds/ has", 1) from error
        except ValueError as error:
            remedy = "write numbers as 51.2, days as 2025-03-14, and alignments as seeds/ has them"
            raise LexiconError(file, str(error), remedy, line) from error
        if not thing.name:
            raise LexiconError(file, "a row without a name", "name it or delete the row", line)
        named[thing.name] = thing
    return named


def _place(cell: Cells) -> Place:
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


def _source(cell: Cells) -> Source:
    if cell["alignment"] not in ALIGNMENTS:
        raise ValueError(f"alignment {cell['alignment']!r} is none of {', '.join(ALIGNMENTS)}")
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


def _event(cell: Cells) -> Event:
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
