"""Numbers in the space of a word, as small pictures: a series window by window, one claim on an axis.

A picture that stands in an ``img`` cannot follow the page from light to dark, so its tones stand out on both papers.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

from warehouse.answers import Window

_WIDTH, _HEIGHT, _BAR = 300.0, 44.0, 5.0
_MOST = 60  # windows; the newest are kept
_COLOUR = "#76828e"  # 3:1 on light and on dark paper alike
_FLAGGED = "#cf3d64"
_LONG, _TALL, _MARGIN, _HEAD = 400.0, 16.0, 8.0, 34.0  # of the picture of one claim; _HEAD is room for an arrow


def spark(windows: Sequence[Window]) -> str | None:
    """An SVG as a ``data:`` address: a bar from low to high for each window; None without three windows to draw.

    A window with one open end is drawn at the end it has. Bars of windows with a major disagreement are red.
    """
    drawn = [window for window in windows if window.low is not None or window.high is not None][-_MOST:]
    if len(drawn) < 3:
        return None
    first, last = drawn[0].as_of_start.toordinal(), max(window.as_of_end.toordinal() for window in drawn)
    top = max(_high(window) for window in drawn) or 1.0
    bottom = min(0.0, *(_low(window) for window in drawn))
    bars = "".join(_bar(window, first, last, bottom, top) for window in drawn)
    ground = f'<path d="M0 {_HEIGHT - 1:g}H{_WIDTH:g}" stroke="{_COLOUR}" stroke-opacity=".6"/>'
    return _address(_WIDTH, _HEIGHT, ground + bars)


def _bar(window: Window, first: int, last: int, bottom: float, top: float) -> str:
    middle = (window.as_of_start.toordinal() + window.as_of_end.toordinal()) / 2
    x = _BAR / 2 + (_WIDTH - 2 * _BAR) * (middle - first) / max(last - first, 1)
    low, high = ((_HEIGHT - 4) * (end - bottom) / (top - bottom) for end in (_low(window), _high(window)))
    colour = _FLAGGED if window.severity >= 2 else _COLOUR
    tall = max(high - low, _BAR)
    y = min(_HEIGHT - 2 - low - tall, _HEIGHT - 2 - tall)
    return f'<rect x="{x:.1f}" y="{max(y, 0):.1f}" width="{_BAR:g}" height="{tall:.1f}" rx="1" fill="{colour}"/>'


def _low(window: Window) -> float:
    return window.low if window.low is not None else window.high or 0.0


def _high(window: Window) -> float:
    return window.high if window.high is not None else window.low or 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """What a claim allows: from *low* to *high*, None open; *value* is the number stated, None for vague words."""

    low: float | None
    high: float | None
    value: float | None

    @property
    def ends(self) -> list[float]:
        """The numbers it has."""
        return [end for end in (self.low, self.high, self.value) if end is not None]


def beside(span: Span, others: Sequence[Span]) -> str | None:
    """A claim as an SVG on the axis that it shares with *others*: a bar, a dot, an arrow at an open end.

    The axis starts at zero; it is logarithmic where the numbers are more than twenty times apart. None where a
    claim has no number at all.
    """
    ends = [end for each in (span, *others) for end in each.ends]
    if not span.ends or min(ends) < 0 or max(ends) == 0:
        return None
    positive = [end for end in ends if end > 0]
    logarithmic = min(ends) > 0 and max(positive) / min(positive) > 20

    def at(number: float) -> float:
        low, high = min(positive) * 0.7, max(positive)
        share = log10(number / low) / log10(high / low) if logarithmic else number / high
        return _MARGIN + (_LONG - _MARGIN - _HEAD) * share

    return _address(_LONG, _TALL, _claim(span, at))


def _claim(span: Span, place: Callable[[float], float]) -> str:
    middle = _TALL / 2
    found = f'<path d="M0 {middle:g}H{_LONG:g}" stroke="{_COLOUR}" stroke-opacity=".35"/>'
    if span.low is not None and span.high is not None:
        x, wide = place(span.low), max(place(span.high) - place(span.low), 2.0)
        found += f'<rect x="{x:.1f}" y="{middle - 4:g}" width="{wide:.1f}" height="8" fill="{_COLOUR}" opacity=".5"/>'
    else:
        x, way = place(span.ends[0]), 1 if span.high is None else -1
        head = f"m{-5 * way},-4l{5 * way},4l{-5 * way},4"
        found += f'<path d="M{x:.1f} {middle:g}h{26 * way}{head}" fill="none" stroke="{_FLAGGED}" stroke-width="2"/>'
    if span.value is not None:
        found += f'<circle cx="{place(span.value):.1f}" cy="{middle:g}" r="5" fill="{_FLAGGED}"/>'
    return found


def _address(width: float, height: float, drawing: str) -> str:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">{drawing}</svg>'
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()
