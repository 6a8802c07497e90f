"""A series is the comparison key: what, held by whom, share of what, where, which event, of whom, which statistic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

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
        template = _title_of(self.indicator)
        words = self._filled(template)
        rest = [getattr(self, part) for part in _PARTS if f"{{{part}" not in template]
        rest = [part for part in rest if part and part not in words]  # "Share of Ukraine" says where already
        statistic = "" if self.statistic == _usual(self.indicator) else _STATISTIC_WORDS[self.statistic]
        whole = ", ".join([words, *rest, *filter(None, [statistic])])
        return whole[:1].upper() + whole[1:]

    def _filled(self, template: str) -> str:
        """The template with its parts; a bracketed piece whose part is empty falls away."""
        kept = re.sub(r"\[([^\]]*)\]", lambda piece: self._filled_piece(piece[1]), template)
        return re.sub(r"\{(\w+)(?::([^}]*))?\}", lambda part: getattr(self, part[1]) or part[2] or "", kept)

    def _filled_piece(self, piece: str) -> str:
        part = re.search(r"\{(\w+)(:)?", piece)
        return piece if part is None or part[2] or getattr(self, part[1]) else ""


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
    held = {row[0] for row in run(work, "select series_id from series")}
    taken = {row[0] for row in run(work, "select slug from series")}
    rows = []
    for series_id, key in sorted(new.items()):
        if series_id not in held:
            rows.append(_row(key, taken))
            taken.add(rows[-1]["slug"])
    if rows:
        work.register("new_series", pa.Table.from_pylist(rows))
        run(work, query("add_series"))
        work.unregister("new_series")


def _row(key: SeriesKey, taken: set[str]) -> dict[str, str]:
    title = key.title
    address = slug(title)
    if address in taken:
        address = f"{address}-{key.series_id[-12:]}"
    return {
        "series_id": key.series_id,
        "slug": address,
        "title": title,
        "indicator_id": key.indicator,
        "holder": key.holder,
        "share_of": key.share_of,
        "place_id": key.place_id,
        "event_id": key.event_id,
        "population": key.population,
        "statistic": key.statistic,
    }
