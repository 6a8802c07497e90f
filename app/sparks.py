"""A series in the space of a word: the span that its sources leave, window by window, as a small picture."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from warehouse.answers import Window

_WIDTH, _HEIGHT, _BAR = 132.0, 40.0, 5.0
_MOST = 40  # windows; the newest are kept
# One middle tone that stands out on light and on dark paper alike (3:1 on both), since an image cannot follow the page.
_COLOUR = "#76828e"
_FLAGGED = "#cf3d64"
_GROUND = f'<path d="M0 {_HEIGHT - 1:g}H{_WIDTH:g}" stroke="{_COLOUR}" stroke-opacity=".6"/>'


def spark(windows: Sequence[Window]) -> str | None:
    """An SVG as a ``data:`` address: a bar from low to high for each window; None without two windows to draw.

    A window with one open end is drawn at the end it has. Bars of windows with a major disagreement are red.
    """
    drawn = [window for window in windows if window.low is not None or window.high is not None][-_MOST:]
    if len(drawn) < 2:
        return None
    first, last = drawn[0].as_of_start.toordinal(), max(window.as_of_end.toordinal() for window in drawn)
    top = max(_high(window) for window in drawn) or 1.0
    bottom = min(0.0, *(_low(window) for window in drawn))
    bars = "".join(_bar(window, first, last, bottom, top) for window in drawn)
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}">{_GROUND}{bars}</svg>'
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()


def _bar(window: Window, first: int, last: int, bottom: float, top: float) -> str:
    middle = (window.as_of_start.toordinal() + window.as_of_end.toordinal()) / 2
    x = _BAR / 2 + (_WIDTH - 2 * _BAR) * (middle - first) / max(last - first, 1)
    low, high = ((_HEIGHT - 4) * (end - bottom) / (top - bottom) for end in (_low(window), _high(window)))
    colour = _FLAGGED if window.severity >= 2 else _COLOUR
    tall = max(high - low, _BAR)
    y = _HEIGHT - 2 - low - tall
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{_BAR:g}" height="{tall:.1f}" rx="1" fill="{colour}"/>'


def _low(window: Window) -> float:
    return window.low if window.low is not None else window.high or 0.0


def _high(window: Window) -> float:
    return window.high if window.high is not None else window.low or 0.0
