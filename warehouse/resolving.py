"""The id of each name that a text brings; a name that nobody knows becomes a row of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warehouse.connection import Connection, run
from warehouse.naming import Row, add_new, new_event, new_place, new_source
from warehouse.slugs import slug
from warehouse.sql import query
from warehouse.strangers import country_of, kind_of


def resolve(work: Connection, table: str, names: Sequence[str], *, sides: Mapping[str, str] | None = None) -> list[str]:
    """The ids of *names* in *table* (place, source or event), in their order; '' is ''.

    *sides* tells the party that a claims table names beside a source. Call it inside a transaction.
    """
    known: dict[str, str] = dict(run(work, query(f"known_{table}s")))
    strangers = [name for name in dict.fromkeys(names) if name and name.lower() not in known]
    if strangers:
        add_new(work, table, [_new(table, name, known, sides or {}) for name in strangers])
    return [known.get(name.lower()) or slug(name) for name in names]


def _new(table: str, name: str, known: dict[str, str], sides: Mapping[str, str]) -> Row:
    if table == "place":
        return new_place(name)
    return new_event(name) if table == "event" else _stranger(name, sides.get(name), known)


def _stranger(name: str, side: str | None, known: dict[str, str]) -> Row:
    """A source that no table knows; its party is the side a table names, or the one country its name speaks of."""
    country = side or country_of(name)
    parent = None if country is None else known.get(country.lower())
    basis = None if parent is None else f"said to speak for {country}" if side else f"its name says {country}"
    return new_source(name, kind=kind_of(name), parent=parent, basis=basis)
