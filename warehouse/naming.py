"""Names to ids: the name tables as rows, and the names that texts bring which no table knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

import pyarrow as pa

from figures.catalogue import Indicator, catalogue
from figures.names import Event, Names, Place, Source
from warehouse.connection import Connection, counted, run
from warehouse.slugs import slug
from warehouse.sql import query

Row: TypeAlias = dict[str, object]


def record_names(work: Connection, names: Names) -> int:
    """Bring the name tables and the indicators up to date with *names*; give how many rows were written.

    What is the same is not written; a row of the warehouse that *names* does not have is kept. Call it inside
    a transaction.
    """
    written = 0
    for table, rows in _tables(names):
        with _given(work, table, rows):
            written += counted(work, query("upsert_names", table=table))
    for table, rows in _unlisted_parents(names):
        written += add_new(work, table, rows)
    for table, owner, rows in _aliases(names):
        with _given(work, table, rows):
            written += _replace_aliases(work, table, owner)
    return written + counted(work, query("update_parties"))


def add_new(work: Connection, table: str, rows: list[Row]) -> int:
    """Add rows (``new_place``, ``new_event``, ``new_source``) whose id is not there yet; give how many were not."""
    with _given(work, table, rows):
        return counted(work, query("add_names", table=table))


@contextmanager
def _given(work: Connection, table: str, rows: list[Row]) -> Iterator[None]:
    """*rows* as the registered table ``given``, typed as *table* is."""
    schema = work.sql(query("columns_of", table=table)).to_arrow_table().schema
    work.register("given", pa.Table.from_pylist(rows, schema))
    try:
        yield
    finally:
        work.unregister("given")


def _replace_aliases(work: Connection, table: str, owner: str) -> int:
    """An alias has no id: those of the names given are replaced as a whole when any differs."""
    [[differs]] = run(work, query("differing_aliases", table=table, owner=owner))
    if not differs:
        return 0
    return counted(work, query("drop_aliases", table=table, owner=owner)) + counted(
        work, query("add_aliases", table=table)
    )


def _tables(names: Names) -> Iterator[tuple[str, list[Row]]]:
    yield "indicator", [_indicator(indicator) for indicator in catalogue().values()]
    yield "place", _one_an_id("place_id", map(_place, names.places.values()))
    yield "source", _one_an_id("source_id", (_source(source, names) for source in names.sources.values()))
    yield "event", _one_an_id("event_id", map(_event, names.events.values()))


def _one_an_id(column: str, rows: Iterable[Row]) -> list[Row]:
    """Names that differ only in signs (Al Bab, Al-Bab) are one thing; the last row stands for it."""
    return list({row[column]: row for row in rows}.values())


def _unlisted_parents(names: Names) -> Iterator[tuple[str, list[Row]]]:
    """Rows for parents that have none of their own, so that no reference leads nowhere."""
    places = {place.parent for place in names.places.values()} | {event.place for event in names.events.values()}
    yield "place", [new_place(name) for name in sorted(places - set(names.places) - {""})]
    sources = {source.parent for source in names.sources.values()}
    yield "source", [new_source(name, kind="unknown") for name in sorted(sources - set(names.sources) - {""})]


def _aliases(names: Names) -> Iterator[tuple[str, str, list[Row]]]:
    yield "place_alias", "place_id", [row for place in names.places.values() for row in _place_aliases(place)]
    yield "source_alias", "source_id", [row for source in names.sources.values() for row in _source_aliases(source)]
    yield "event_alias", "event_id", [row for event in names.events.values() for row in _event_aliases(event)]


def _indicator(indicator: Indicator) -> Row:
    return {
        "indicator_id": indicator.id,
        "label": indicator.label,
        "definition": indicator.definition,
        "unit": indicator.unit,
        "kind": indicator.kind,
        "counts_people": indicator.people,
        "tolerance_days": indicator.tolerance_days,
        "family": indicator.family,
        "hxl": indicator.hxl or None,
    }


def _place(place: Place) -> Row:
    return {
        "place_id": slug(place.name),
        "name": place.name,
        "kind": place.kind,
        "parent_id": slug(place.parent) or None,
        "code": place.code,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "area_km2": place.area_km2,
        "listed": True,
    }


def _place_aliases(place: Place) -> Iterator[Row]:
    for strength, aliases in (("strong", place.aliases), ("weak", place.weak_aliases)):
        for alias in aliases:
            yield {"alias": alias, "place_id": slug(place.name), "strength": strength}


def _source(source: Source, names: Names) -> Row:
    return {
        "source_id": slug(source.name),
        "name": source.name,
        "kind": source.kind,
        "parent_id": slug(source.parent) or None,
        "party_id": slug(_party(source, names)),
        "alignment": source.alignment,
        "alignment_basis": source.alignment_basis or None,
        "listed": True,
    }


def _party(source: Source, names: Names) -> str:
    """The name of the last of its parents; a chain that comes back to itself ends where it would."""
    seen = {source.name}
    while source.parent and source.parent not in seen:
        seen.add(source.parent)
        if source.parent not in names.sources:
            return source.parent
        source = names.sources[source.parent]
    return source.name


def _source_aliases(source: Source) -> Iterator[Row]:
    for alias in source.aliases:
        yield {"alias": alias, "source_id": slug(source.name), "office": False}
    for office in source.offices:
        yield {
            "alias": office.title,
            "source_id": slug(source.name),
            "office": True,
            "valid_from": office.start,
            "valid_to": office.end,
        }


def _event_aliases(event: Event) -> Iterator[Row]:
    for alias in event.aliases:
        yield {"alias": alias, "event_id": slug(event.name)}


def _event(event: Event) -> Row:
    return {
        "event_id": slug(event.name),
        "name": event.name,
        "kind": event.kind,
        "place_id": slug(event.place),
        "first_day": event.first_day,
        "last_day": event.last_day,
        "external_ids": list(event.external_ids),
        "listed": True,
    }


def new_place(name: str) -> Row:
    """A place that no table knows."""
    return {"place_id": slug(name), "name": name, "kind": "unknown", "code": "", "listed": False}


def new_event(name: str) -> Row:
    """An event that no table knows."""
    return {
        "event_id": slug(name),
        "name": name,
        "kind": "unknown",
        "place_id": "",
        "external_ids": [],
        "listed": False,
    }


def new_source(name: str, *, kind: str, parent: str | None = None, basis: str | None = None) -> Row:
    """A source that no table knows; *parent* is an id."""
    return {
        "source_id": slug(name),
        "name": name,
        "kind": kind,
        "parent_id": parent,
        "party_id": parent or slug(name),
        "alignment": "party" if parent else "unknown",
        "alignment_basis": basis,
        "listed": False,
    }
