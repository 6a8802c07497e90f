"""From claims to marks: where each stands, how far it reaches, whose it is. Pure; no colours, no pixels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from app.display_units import DisplayUnit
from app.sides import Side, Sides, name_of
from app.view import View
from warehouse.answers import Claim

_SHORT, _LONG = 22, 34  # letters of a name on a phone, and before a row of Compare on a desk
SHORTEST_AXIS = timedelta(days=21)  # no axis of days is drawn shorter
_HEDGED = frozenset({"approximately", "almost"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim as drawn: numbers in the unit shown, days as moments on the axis.

    *moment* is the middle of the as-of window, nudged where others of the day would hide it; the
    window itself is *start* to *end*. *value* None is a number in vague words: it has a bar and
    no mark. *low* or *high* None is an arrow.
    """

    claim: Claim
    side: Side
    name: str
    short: str
    start: date
    end: date
    moment: datetime
    value: float | None
    low: float | None
    high: float | None
    denied: bool = False

    @property
    def label(self) -> str:
        """The name where there is room for more than *short*: the known abbreviation, else the name itself."""
        return _cut(self.name, _LONG) if self.short.endswith("…") else self.short

    @property
    def hedged(self) -> bool:
        """Whether the wording is softer than the number."""
        return self.claim.quantifier in _HEDGED

    @property
    def derived(self) -> bool:
        """Whether the number was worked out from another, not printed."""
        return self.claim.derivation is not None

    @property
    def centre(self) -> float:
        """Where the mark is looked for: the number, else the middle of the span, else its one end."""
        if self.value is not None:
            return self.value
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends)

    @property
    def is_span(self) -> bool:
        """Whether it reaches from one number to another."""
        return self.low is not None and self.high is not None and self.low < self.high


def in_view(claims: Iterable[Claim], view: View, sides: Sides) -> list[Claim]:
    """The claims that the chosen sides and days leave, in their order."""
    return [claim for claim in claims if view.shows(sides.of(claim).key) and _in_days(claim, view)]


def marks(
    claims: Sequence[Claim],
    unit: DisplayUnit,
    sides: Sides,
    *,
    denied: frozenset[str] = frozenset(),
    short: Mapping[str, str] = MappingProxyType({}),
) -> list[Mark]:
    """A mark for each claim that has an as-of, by day and then by number; *denied* holds ids, *short* names by name."""
    dated = [claim for claim in claims if claim.as_of_start is not None]
    found = [_mark(claim, unit, sides, claim.figure_id in denied, short) for claim in dated]
    return _nudged(sorted(found, key=lambda mark: (mark.moment, mark.centre, mark.claim.figure_id)))


def _in_days(claim: Claim, view: View) -> bool:
    if claim.as_of_start is None or claim.as_of_end is None:
        return view.start is None and view.end is None
    return not (view.start and claim.as_of_end < view.start) and not (view.end and claim.as_of_start > view.end)


def _mark(claim: Claim, unit: DisplayUnit, sides: Sides, denied: bool, short: Mapping[str, str]) -> Mark:
    assert claim.as_of_start is not None  # noqa: S101 - marks() keeps dated claims only
    start, end = claim.as_of_start, claim.as_of_end or claim.as_of_start
    return Mark(
        claim,
        sides.of(claim),
        name_of(claim),
        short.get(name_of(claim)) or _cut(name_of(claim), _SHORT),
        start,
        end,
        _middle(start, end),
        _scaled(claim.value, unit),
        _scaled(claim.low, unit),
        _scaled(claim.high, unit),
        denied,
    )


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _middle(start: date, end: date) -> datetime:
    first = datetime(start.year, start.month, start.day, 12)  # noqa: DTZ001 - a place on the axis, not an instant
    return first + (end - start) / 2


def _scaled(value: float | None, unit: DisplayUnit) -> float | None:
    return None if value is None else value * unit.factor


# So far apart, in shares of the whole time axis, do marks of one day stand: about 8 pixels of 900.
_STEP = 0.01
_FURTHEST = 0.02  # however many share a day, none is drawn further from it than this share of the axis


def _nudged(found: list[Mark]) -> list[Mark]:
    """The same marks, those that would cover each other a hundredth of the axis apart, about their middle."""
    if not found:
        return found
    whole = max(mark.end for mark in found) - min(mark.start for mark in found)
    step = max(whole, SHORTEST_AXIS) * _STEP
    spread: list[Mark] = []
    for together in _close(found, step / 2):
        apart = min(step, 2 * _FURTHEST / _STEP * step / max(len(together) - 1, 1))
        first = together[0].moment + (together[-1].moment - together[0].moment) / 2 - (len(together) - 1) / 2 * apart
        spread += [replace(mark, moment=first + place * apart) for place, mark in enumerate(together)]
    return spread


def _close(found: Sequence[Mark], step: timedelta) -> Iterable[list[Mark]]:
    """Groups of marks that lie within *step* of their group's first one; *found* is in time order."""
    group: list[Mark] = []
    for mark in found:
        if group and mark.moment - group[0].moment > step:
            yield group
            group = []
        group.append(mark)
    if group:
        yield group
