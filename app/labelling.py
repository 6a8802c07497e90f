"""Which marks carry their name and number on the chart itself, and on which side of the mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import log10

from app import words
from app.marks import SHORTEST_AXIS, Mark

_MOST = 4
_LETTER, _LINE = 6.4, 15.0  # pixels of the label's type
_CLEAR = 11.0  # pixels from the middle of a mark to its label


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's name and number; *across* and *up* are -1, 0 or 1: the side of the mark on which it stands."""

    mark: Mark
    text: str
    across: int
    up: int


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    bottom: float
    top: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )


class _Plot:
    """Where marks and labels come to lie in a plot of *width* by *height* pixels."""

    def __init__(self, marks: Sequence[Mark], width: float, height: float, *, logarithmic: bool) -> None:
        self._width, self._height = width, height
        self._logarithmic = logarithmic
        ends = [end for mark in marks for end in (mark.low, mark.high, mark.value) if end is not None]
        self._low = min((end for end in ends if end > 0), default=1.0) if logarithmic else min(0.0, *ends, 0.0)
        self._high = max(ends)
        first, last = min(mark.moment for mark in marks), max(mark.moment for mark in marks)
        whole = max(last - first, SHORTEST_AXIS)
        self._first = first - (whole - (last - first)) / 2
        self._whole = whole.total_seconds()
        self._taken = [box for mark in marks for box in self._boxes(mark)]

    def box(self, mark: Mark, text: str, across: int, up: int) -> _Box:
        x, y, wide = self._across(mark), self._above(mark.centre), len(text) * _LETTER
        left = x - wide / 2 if across == 0 else x + _CLEAR if across > 0 else x - _CLEAR - wide
        bottom = y - _LINE / 2 if up == 0 else y + _CLEAR if up > 0 else y - _CLEAR - _LINE
        return _Box(left, left + wide, bottom, bottom + _LINE)

    def is_free(self, box: _Box) -> bool:
        inside = box.left >= 0 and box.right <= self._width and box.bottom >= 0 and box.top <= self._height
        return inside and not any(box.meets(other) for other in self._taken)

    def take(self, box: _Box) -> None:
        self._taken.append(box)

    def _boxes(self, mark: Mark) -> Iterable[_Box]:
        x, y = self._across(mark), self._above(mark.centre)
        yield _Box(x - 7, x + 7, y - 7, y + 7)
        if mark.low is not None and mark.high is not None:
            yield _Box(x - 5, x + 5, self._above(mark.low), self._above(mark.high))
        else:
            yield _Box(x - 5, x + 5, y, y + 34) if mark.high is None else _Box(x - 5, x + 5, y - 34, y)
        if mark.end > mark.start:
            yield _Box(self._at(_noon(mark.start)), self._at(_noon(mark.end)), y - 2, y + 2)

    def _across(self, mark: Mark) -> float:
        return self._at(mark.moment)

    def _at(self, moment: datetime) -> float:
        return self._width * (0.05 + 0.9 * (moment - self._first).total_seconds() / self._whole)

    def _above(self, value: float) -> float:
        if self._logarithmic:
            low, high, at = log10(self._low), log10(self._high), log10(max(value, self._low))
        else:
            low, high, at = self._low, self._high, value
        return 0.88 * self._height * (at - low) / ((high - low) or 1.0)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - a place on the axis, not an instant


def labels(
    marks: Sequence[Mark], *, first: Sequence[str] = (), logarithmic: bool = False, narrow: bool = False
) -> list[Label]:
    """Up to four labels that hide nothing, on a phone (*narrow*) or on a desk.

    Wanted, in this order: figures whose ids are in *first*, then the highest, the newest, the lowest, the oldest.
    """
    if not marks:
        return []
    plot = _Plot(marks, *(_PHONE if narrow else _DESK), logarithmic=logarithmic)
    chosen: list[Label] = []
    for mark in _candidates(marks, first):
        label = _placed(mark, plot)
        if label is not None:
            chosen.append(label)
        if len(chosen) == _MOST:
            break
    return chosen


_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (1, 1), (-1, -1), (-1, 1))  # of a mark, the best first
_PHONE, _DESK = (300.0, 360.0), (900.0, 380.0)  # pixels inside the axes, across and up


def _placed(mark: Mark, plot: _Plot) -> Label | None:
    text = f"{mark.short} {words.number(mark.value)}" if mark.value is not None else mark.short
    for across, up in _SIDES:
        box = plot.box(mark, text, across, up)
        if plot.is_free(box):
            plot.take(box)
            return Label(mark, text, across, up)
    return None


def _candidates(marks: Sequence[Mark], first: Sequence[str]) -> Iterable[Mark]:
    by_id = {mark.claim.figure_id: mark for mark in marks}
    wanted = [by_id[figure_id] for figure_id in first if figure_id in by_id]
    stated = [mark for mark in marks if mark.value is not None] or list(marks)
    wanted += [
        max(stated, key=lambda mark: mark.centre),
        max(stated, key=lambda mark: mark.moment),
        min(stated, key=lambda mark: mark.centre),
        min(stated, key=lambda mark: mark.moment),
    ]
    return {mark.claim.figure_id: mark for mark in wanted}.values()
