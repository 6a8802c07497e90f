"""A series as one view shows it: the rows asked for, those in view, and what they make of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app import words
from app.charts import Band, Quarrel
from app.current import Cast
from app.display_units import DisplayUnit, choose, display_units
from app.holding import Held
from app.marks import Mark, in_view, marks
from app.sides import Side
from app.view import Order, View
from warehouse.answers import Claim, Disagreement, Passage, Series, Window

_FLAGGED = 2  # the severity from which a disagreement is shaded on the chart


@dataclass(frozen=True, slots=True)
class Showing:
    """One series under one view. *claims* are all there are, *shown* those in view; both by as-of."""

    series: Series
    view: View
    unit: DisplayUnit
    units: tuple[DisplayUnit, ...]
    sides: tuple[Side, ...]
    claims: tuple[Claim, ...]
    shown: tuple[Claim, ...]
    marks: tuple[Mark, ...]
    disagreements: tuple[Disagreement, ...]
    windows: tuple[Window, ...]
    passages: Mapping[str, Passage]

    @property
    def quarrels(self) -> list[Quarrel]:
        """The disagreements to shade, worst first; their figures are in view, so no flag outlives its marks."""
        return [_quarrel(pair) for pair in self.disagreements if pair.severity >= _FLAGGED and _dated(pair)]

    @property
    def bands(self) -> list[Band]:
        """What most voices share, where they share anything; not drawn while voices are hidden."""
        if len(self.shown) < len(self.claims):
            return []
        return [_band(window, self.unit) for window in self.windows if window.verdict == "consensus"]


def show(cast: Cast, slug: str, view: View) -> Showing | None:
    """The series at an address under a view; None when there is none."""
    held = cast.shelf.take(slug, view.known)
    if held is None:
        return None
    series, claims = held.series, held.claims
    units = _units(held)
    unit = choose(units, view.unit)
    shown = in_view(claims, view, cast.sides)
    placed = [claim for claim in shown if claim.unit == unit.canonical]
    pairs = _among(held.disagreements, shown)
    denied = frozenset(pair.figure_a for pair in pairs if pair.relation == "denied")
    sides = cast.sides.among(claims)
    return Showing(
        series,
        _plain(view, unit, units, sides),
        unit,
        units,
        sides,
        claims,
        tuple(shown),
        tuple(_ordered(marks(placed, unit, cast.sides, denied=denied, short=cast.short), view)),
        tuple(pairs),
        held.windows,
        held.passages,
    )


def _units(held: Held) -> tuple[DisplayUnit, ...]:
    """The units to choose from, those of the most claims first; sums in two currencies are never on one axis."""
    counted = Counter(claim.unit for claim in held.claims) or {held.series.unit: 1}
    ranked = sorted(counted, key=lambda unit: -counted[unit])
    return tuple(unit for name in ranked for unit in display_units(name, kind=held.series.kind))


def _plain(view: View, unit: DisplayUnit, units: Sequence[DisplayUnit], sides: Sequence[Side]) -> View:
    """The same view in its shortest form: the series' own unit and all sides go without saying."""
    everybody = view.who is not None and all(view.shows(side.key) for side in sides)
    return replace(view, unit="" if unit == units[0] else unit.key, who=None if everybody else view.who)


def _among(pairs: Sequence[Disagreement], shown: Sequence[Claim]) -> list[Disagreement]:
    """The pairs both of whose figures are shown; a denial has one."""
    ids = {claim.figure_id for claim in shown}
    return [pair for pair in pairs if pair.figure_a in ids and (pair.figure_b is None or pair.figure_b in ids)]


def _ordered(found: list[Mark], view: View) -> list[Mark]:
    return found if view.order is Order.DATE else sorted(found, key=lambda mark: -mark.centre)


def _dated(pair: Disagreement) -> bool:
    return pair.as_of_start_a is not None


def _quarrel(pair: Disagreement) -> Quarrel:
    start, end = _shared_days(pair)
    short = "Denied" if pair.relation == "denied" else words.times(pair.gap)
    text = short if pair.relation == "denied" else f"Sources disagree {short}"
    figures = (pair.figure_a,) if pair.figure_b is None else (pair.figure_a, pair.figure_b)
    return Quarrel(start, end, text, figures, short)


def _shared_days(pair: Disagreement) -> tuple[date, date]:
    """The days that both windows hold; the days between them where they hold none."""
    starts = [day for day in (pair.as_of_start_a, pair.as_of_start_b) if day is not None]
    ends = [day for day in (pair.as_of_end_a, pair.as_of_end_b) if day is not None] or starts
    later, earlier = max(starts), min(ends)
    return min(later, earlier), max(later, earlier)


def _band(window: Window, unit: DisplayUnit) -> Band:
    low = None if window.consensus_low is None else window.consensus_low * unit.factor
    high = None if window.consensus_high is None else window.consensus_high * unit.factor
    text = f"{window.support} of {words.count(window.voices, 'voice')} share this"
    return Band(window.as_of_start, window.as_of_end, low, high, text)
