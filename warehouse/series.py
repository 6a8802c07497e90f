"""A series is the comparison key: what, held by whom, share of what, where, which event, of whom, which statistic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter

import pyarrow as pa

from figures import wordlists
from figures.catalogue import Indicator, catalogue
from warehouse.connection import Connection, run
from warehouse.slugs import slug
from warehouse.sql import query

# The statistic a reader takes for granted; another one is said in the title.
_USUAL = {"stock": "level", "running_total": "total", "flow": "total", "rate": "level", "share": "share"}
_STATISTIC_WORDS = {
    "level": "at the time",
    "peak": "at the peak",
    "total": "in all",
    "change": "change",
    "share": "share",
}
_PARTS = ("population", "holder", "share_of", "place", "event")


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """The parts of a key as they are stored; '' is "does not apply", never None.

    *place_id* and *event_id* are ids of the name tables, *place* and *event* their names for the title.
    """

    indicator: str
    holder: str
    share_of: str
    place_id: str
    event_id: str
    population: str
    statistic: str
    place: str
    event: str

    @property
    def series_id(self) -> str:
        """The indicator, then 12 hex digits of the other parts: ids of one indicator sort together.

        ``queries/loading/load_figures.sql`` makes the same of columns.
        """
        parts = (self.holder, self.share_of, self.place_id, self.event_id, self.population, self.statistic)
        return f"{self.indicator}-{sha256(chr(31).join(parts).encode()).hexdigest()[:12]}"

    @property
    def title(self) -> str:
        """The key in words: ``Area of Kursk held by Ukraine``, ``People evacuated, Kursk``."""
        filled = tuple(part for part in _PARTS if getattr(self, part))
        template, rest, statistic = _shape(self.indicator, self.statistic, filled)
        words = template.format(
            population=self.population, holder=self.holder, share_of=self.share_of, place=self.place, event=self.event
        )
        # "Share of Ukraine" says where already.
        unsaid = (value for part in rest if (value := getattr(self, part)) not in words)
        whole = ", ".join([words, *unsaid, *statistic])
        return whole[:1].upper() + whole[1:]


@cache
def _shape(indicator: str, statistic: str, filled: tuple[str, ...]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What the titles of keys with these parts *filled* have in common: the template, parts it leaves out, statistic.

    A bracketed piece whose part is empty falls away, and ``{part:words}`` is *words* where the part is empty.
    """
    template = _title_of(indicator)
    rest = tuple(part for part in filled if f"{{{part}" not in template)

    def piece(found: re.Match[str]) -> str:
        part = re.search(r"\{(\w+)(:)?", found[1])
        return found[1] if part is None or part[2] or part[1] in filled else ""

    def name(found: re.Match[str]) -> str:
        return f"{{{found[1]}}}" if found[1] in filled else found[2] or ""

    kept = re.sub(r"\{(\w+)(?::([^}]*))?\}", name, re.sub(r"\[([^\]]*)\]", piece, template))
    return kept, rest, () if statistic == _usual(indicator) else (_STATISTIC_WORDS[statistic],)


@cache
def _titles() -> dict[str, str]:
    return {row["indicator"]: row["title"] for _, row in wordlists.packaged("series_titles.csv")}


def _title_of(indicator: str) -> str:
    return _titles().get(indicator) or _indicator(indicator).label


def _usual(indicator: str) -> str:
    return _USUAL.get(_indicator(indicator).kind, "level")


def _indicator(indicator: str) -> Indicator:
    return catalogue()[indicator]


def record_series(work: Connection, keys: Iterable[SeriesKey]) -> None:
    """Add the series of *keys* that are not there yet. A slug once given is never changed.

    Where two titles give one slug, the later series gets digits of its id behind it. Call it inside a transaction.
    """
    new = {key.series_id: key for key in keys}
    if not new:
        return
    titles = [key.title for key in new.values()]
    parts = zip(*map(attrgetter(*_STORED), new.values()), strict=True)
    columns = [*map(list, parts), list(new), titles, list(map(slug, titles))]
    work.register("given", pa.table(columns, _GIVEN))
    for step in ("name_series", "add_series"):
        run(work, query(step))
    run(work, "drop table new_series")
    work.unregister("given")


_STORED = ("indicator", "holder", "share_of", "place_id", "event_id", "population", "statistic")
_GIVEN = pa.schema([(name, pa.string()) for name in (*_STORED, "series_id", "title", "slug")])
