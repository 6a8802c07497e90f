"""What a reader has chosen on a page, to and from the query string through one allow-list.

A parameter that is missing, misspelt or out of range gives its default; defaults are left out of
the address. So an address says exactly what differs from the plain page, and can be passed on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from app.page import Query


class Tab(StrEnum):
    """A way to look at a series."""

    CHART = "chart"
    COMPARE = "compare"
    TABLE = "table"
    SOURCES = "sources"


class Scale(StrEnum):
    """The value axis."""

    LINEAR = "linear"
    LOG = "log"


class Order(StrEnum):
    """The order of rows in Compare."""

    DATE = "date"
    VALUE = "value"


# A key of a side, a unit, an indicator or a place: what our own links are made of.
_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_MOST_SIDES = 12
_LONGEST_SEARCH = 80

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class View:
    """The state of a series page.

    *unit* is a key of ``display_units.csv``, '' for the series' own. *who* holds the keys of the
    sides shown, None for all, empty for none. *start* and *end* bound the as-of days, both
    included; None is open. *known* shows the series as the file stood on that day, None for now.
    """

    tab: Tab = Tab.CHART
    unit: str = ""
    scale: Scale = Scale.LINEAR
    order: Order = Order.DATE
    who: frozenset[str] | None = None
    start: date | None = None
    end: date | None = None
    known: date | None = None

    @classmethod
    def from_query(cls, query: Query) -> View:
        """The view that a query asks for."""
        return cls(
            tab=_choice(query.get("tab"), Tab.CHART),
            unit=_word(query.get("unit")),
            scale=_choice(query.get("scale"), Scale.LINEAR),
            order=_choice(query.get("order"), Order.DATE),
            who=_words(query.get("who")),
            start=_day(query.get("from")),
            end=_day(query.get("to")),
            known=_day(query.get("known")),
        )

    def to_query(self) -> str:
        """The query string without ``?``, '' for the plain page."""
        parameters = {
            "tab": "" if self.tab is Tab.CHART else self.tab,
            "unit": self.unit,
            "scale": "" if self.scale is Scale.LINEAR else self.scale,
            "order": "" if self.order is Order.DATE else self.order,
            "who": None if self.who is None else ".".join(sorted(self.who)),
            "from": _iso(self.start),
            "to": _iso(self.end),
            "known": _iso(self.known),
        }
        # an empty *who* says something: nobody is shown
        return urlencode({name: text for name, text in parameters.items() if text or (name == "who" and text == "")})

    def shows(self, side: str) -> bool:
        """Whether marks of this side are shown."""
        return self.who is None or side in self.who


@dataclass(frozen=True, slots=True)
class Filter:
    """What the lists are narrowed to: *words* searched for, least *severity* (0 to 4), indicator, place and party."""

    words: str = ""
    severity: int = 0
    indicator: str = ""
    place: str = ""
    party: str = ""
    relation: str = ""

    @classmethod
    def from_query(cls, query: Query) -> Filter:
        """The filter that a query asks for."""
        severity = query.get("severity", "")
        return cls(
            words=" ".join(query.get("q", "")[:_LONGEST_SEARCH].split()),
            severity=int(severity) if severity in ("1", "2", "3", "4") else 0,
            indicator=_word(query.get("indicator")),
            place=_name(query.get("place")),
            party=_name(query.get("party")),
            relation=_word(query.get("relation")),
        )

    def to_query(self) -> str:
        """The query string without ``?``, '' when nothing is narrowed."""
        parameters = {
            "q": self.words,
            "severity": str(self.severity) if self.severity else "",
            "indicator": self.indicator,
            "place": self.place,
            "party": self.party,
            "relation": self.relation,
        }
        return urlencode({name: text for name, text in parameters.items() if text})


def _choice(text: str | None, default: Choice) -> Choice:
    kind = type(default)
    return kind(text) if text in list(kind) else default


def _word(text: str | None) -> str:
    return text if text and _WORD.fullmatch(text) else ""


def _name(text: str | None) -> str:
    """A name as people write it: bounded, printable, one line."""
    return text if text and len(text) <= _LONGEST_SEARCH and text.isprintable() and text == text.strip() else ""


def _words(text: str | None) -> frozenset[str] | None:
    if text is None:
        return None
    words = text.split(".") if text else []
    good = len(words) <= _MOST_SIDES and all(_WORD.fullmatch(word) for word in words)
    return frozenset(words) if good else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and len(text) == len("2024-08-06") else None
    except ValueError:
        return None


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
