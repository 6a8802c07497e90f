"""What a series holds, kept in memory for as long as the published file stays the same.

A generation never changes, so a page whose controls move needs to ask for its rows once.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock

from warehouse import asking
from warehouse.answers import Claim, Disagreement, Passage, Series, Window
from warehouse.connection import Snapshot

_MOST_CLAIMS = 12_000  # held at a time, about 25 MB; the series longest unseen goes first


@dataclass(frozen=True, slots=True)
class Held:
    """A series with its claims by as-of, its disagreements with their passages, and its windows."""

    series: Series
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    passages: dict[str, Passage]
    windows: tuple[Window, ...]


def hold(published: Snapshot, slug: str, known: date | None) -> Held | None:
    """Ask for all that a series holds, its claims as known at the end of a day; None for an unknown address."""
    series = asking.series(published, slug)
    if series is None:
        return None
    pairs = asking.disagreements_of_series(published, series.series_id)
    figures = [figure for pair in pairs for figure in (pair.figure_a, pair.figure_b) if figure is not None]
    return Held(
        series,
        tuple(asking.claims_of_series(published, series.series_id, known=known)),
        tuple(pairs),
        asking.passages(published, figures) if figures else {},
        tuple(asking.windows(published, [series.series_id])),
    )


class Shelf:
    """The series last asked for, of one generation of the file."""

    def __init__(self, published: Snapshot) -> None:
        self._published = published
        self._lock = Lock()
        self._held: OrderedDict[tuple[str, date | None], Held] = OrderedDict()

    def take(self, slug: str, known: date | None = None) -> Held | None:
        """The series at an address; None when there is none."""
        key = (slug, known)
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        found = hold(self._published, slug, known)
        if found is not None and len(found.claims) < _MOST_CLAIMS:
            self._put(key, found)
        return found

    def _put(self, key: tuple[str, date | None], found: Held) -> None:
        with self._lock:
            self._held[key] = found
            while sum(len(held.claims) + 1 for held in self._held.values()) > _MOST_CLAIMS:
                self._held.popitem(last=False)
