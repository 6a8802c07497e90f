"""Which marks carry their name and number on the chart itself, and on which side of the mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log10

from app import words
from app.marks import Mark

_MOST = 4
# The plot of a phone in pixels: what fits there fits everywhere.
_WIDTH, _HEIGHT = 310.0, 360.0
_LETTER, _LINE = 6.3, 15.0  # of the label's type
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

    def inside(self) -> bool:
        return self.left >= 0 and self.right <= _WIDTH and self.bottom >= 0 and self.top <= _HEIGHT


def labels(marks: Sequence[Mark], *, first: Sequence[str] = (), logarithmic: bool = False) -> list[Label]:
    """Up to four labels that hide nothing: figures whose ids are in *first*, the highest, the newest, the lowest."""
    if not marks:
        return []
    spots = _spots(marks, logarithmic)
    taken = [_around(spot) for spot in spots.values()] + _bar_boxes(marks, spots, logarithmic)
    chosen: list[Label] = []
    for mark in _candidates(marks, first):
        placed = _placed(mark, spots[mark.claim.figure_id], taken)
        if placed is not None:
            label, box = placed
            chosen.append(label)
            taken.append(box)
        if len(chosen) == _MOST:
            break
    return chosen


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


def _placed(mark: Mark, spot: tuple[float, float], taken: Sequence[_Box]) -> tuple[Label, _Box] | None:
    text = f"{mark.short} {words.number(mark.value)}" if mark.value is not None else mark.short
    wide = len(text) * _LETTER
    for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        box = _box(spot, across, up, wide)
        if box.inside() and not any(box.meets(other) for other in taken):
            return Label(mark, text, across, up), box
    return None


def _box(spot: tuple[float, float], across: int, up: int, wide: float) -> _Box:
    x, y = spot
    left = x - wide / 2 if across == 0 else x + _CLEAR if across > 0 else x - _CLEAR - wide
    bottom = y - _LINE / 2 if up == 0 else y + _CLEAR if up > 0 else y - _CLEAR - _LINE
    return _Box(left, left + wide, bottom, bottom + _LINE)


def _around(spot: tuple[float, float]) -> _Box:
    x, y = spot
    return _Box(x - 7, x + 7, y - 7, y + 7)


def _bar_boxes(marks: Sequence[Mark], spots: dict[str, tuple[float, float]], logarithmic: bool) -> list[_Box]:
    scale = _scale(marks, logarithmic)
    return [
        _Box(spots[mark.claim.figure_id][0] - 4, spots[mark.claim.figure_id][0] + 4, scale(mark.low), scale(mark.high))
        for mark in marks
        if mark.low is not None and mark.high is not None
    ]


def _spots(marks: Sequence[Mark], logarithmic: bool) -> dict[str, tuple[float, float]]:
    first = min(mark.moment for mark in marks)
    whole = (max(mark.moment for mark in marks) - first).total_seconds() or 1.0
    scale = _scale(marks, logarithmic)
    return {
        mark.claim.figure_id: (
            _WIDTH * (0.05 + 0.9 * (mark.moment - first).total_seconds() / whole),
            scale(mark.centre),
        )
        for mark in marks
    }


class _scale:  # noqa: N801 - it is called as the function it stands for
    """From a number to pixels above the axis."""

    def __init__(self, marks: Sequence[Mark], logarithmic: bool) -> None:
        ends = [end for mark in marks for end in (mark.low, mark.high, mark.value) if end is not None]
        self._logarithmic = logarithmic
        self._low = min((end for end in ends if end > 0), default=1.0) if logarithmic else min(0.0, *ends, 0.0)
        self._high = max(ends)

    def __call__(self, value: float) -> float:
        if self._logarithmic:
            low, high, at = log10(self._low), log10(self._high), log10(max(value, self._low))
        else:
            low, high, at = self._low, self._high, value
        return 0.94 * _HEIGHT * (at - low) / ((high - low) or 1.0)
