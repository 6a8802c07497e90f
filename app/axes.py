"""The axes and the frame of a chart: few lines, the unit on the top tick only, no year said twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil, floor, log10

from app import words
from app.layers import ARROW, Look, Trace
from app.marks import Mark
from app.view import Scale

FONT = '"Inter Variable", system-ui, sans-serif'


def frame(look: Look) -> Trace:
    """What all charts share."""
    colours = look.palette
    return {
        "font": {"family": FONT, "size": 12.5, "color": colours.soft},
        "paper_bgcolor": colours.sheet,
        "plot_bgcolor": colours.sheet,
        "margin": {"l": 8, "r": 16, "t": 30, "b": 40},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 30,
        "hoverlabel": {
            "bgcolor": colours.sheet,
            "bordercolor": colours.soft,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": colours.ink},
        },
        # a drag along the days zooms into them; on a phone it scrolls the page
        "dragmode": False if look.narrow else "zoom",
        "uirevision": f"{look.unit.key}-{look.scale}",
    }


def value_axis(marks: Sequence[Mark], look: Look, *, before: float = 0.0, after: float = 0.0) -> Trace:
    """The axis of numbers; *before* and *after* are the shares of it left free at its ends, as for arrows."""
    axis = {
        "tickprefix": look.unit.before,
        "showtickprefix": "last",
        "ticksuffix": look.unit.after,
        "showticksuffix": "last",
        "tickformat": ",",
        "gridcolor": look.palette.rule,
        "zeroline": False,
        "automargin": True,
        "nticks": 6,
        "fixedrange": True,
    }
    if look.scale is Scale.LOG:
        chosen = _logarithmic(marks, before, after)
        names = [words.number(tick) for tick in chosen["tickvals"]]
        names[-1:] = [f"{look.unit.before}{name}{look.unit.after}" for name in names[-1:]]
        return {**axis, **chosen, "ticktext": names, "showticksuffix": "none", "showtickprefix": "none"}
    low, high = _linear_range(marks)
    return {**axis, "range": [low - before * (high - low), high + after * (high - low)]}


def headroom(marks: Sequence[Mark], look: Look, *, pixels: int) -> float:
    """The share of an axis of *pixels* to leave free above it, so that no arrow at an open end leaves the plot."""
    upward = [look.coordinate(mark.centre) for mark in marks if mark.high is None]
    if not upward:
        return 0.0
    low, high = map(float, value_axis(marks, look)["range"])
    reach = (ARROW + look.mark) / pixels  # of the axis, from the highest arrow's foot
    return max(0.0, ((max(upward) - low) / (1 - reach) - (high - low)) / (high - low))


def _linear_range(marks: Sequence[Mark]) -> tuple[float, float]:
    """From zero unless all numbers lie in the upper half; a little room above."""
    ends = _ends(marks)
    low, high = min(ends), max(ends)
    if low == high == 0:
        return 0.0, 1.0
    if 0 <= low < high / 2 or low == high:
        return 0.0, high * 1.13
    return low - 0.12 * (high - low), high + 0.12 * (high - low)


def _logarithmic(marks: Sequence[Mark], before: float, after: float) -> Trace:
    ends = [end for end in _ends(marks) if end > 0]
    low, high = log10(min(ends)), log10(max(ends))
    room = max(0.07 * (high - low), 0.1)
    steps = (1,) if high - low > 3 else (1, 2, 5)
    ticks = [step * 10.0**power for power in range(floor(low) - 1, ceil(high) + 1) for step in steps]
    ticks = [tick for tick in ticks if low - room <= log10(tick) <= high + room]
    first, last = low - room, high + room
    return {
        "type": "log",
        "range": [first - before * (last - first), last + after * (last - first)],
        "tickmode": "array",
        "tickvals": ticks,
    }


def _ends(marks: Sequence[Mark]) -> list[float]:
    return [end for mark in marks for end in (mark.low, mark.high, mark.value) if end is not None] or [0.0]


def time_axis(marks: Sequence[Mark], look: Look) -> Trace:
    """The axis of days: the year stands once, under its first month."""
    first, last = _days(marks)
    short = last - first < timedelta(days=75)
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickformat": "%-d %b\n%Y" if short else "%b\n%Y",
        "showgrid": False,
        "showline": True,
        "linecolor": look.palette.soft,
        "ticks": "outside",
        "tickcolor": look.palette.soft,
        "ticklen": 5,
        "nticks": 7,
        "fixedrange": look.narrow,
    }


def _days(marks: Sequence[Mark]) -> tuple[datetime, datetime]:
    """Noon to noon around all marks, with room at both ends, and never under three weeks."""
    moments = [mark.moment for mark in marks]
    starts = [datetime(mark.start.year, mark.start.month, mark.start.day) for mark in marks]  # noqa: DTZ001 - an axis
    ends = [datetime(mark.end.year, mark.end.month, mark.end.day) for mark in marks]  # noqa: DTZ001 - an axis
    first, last = min(moments + starts), max(moments + ends)
    room = max((last - first) * 0.05, timedelta(days=10) if last - first < timedelta(days=20) else timedelta(days=2))
    return first - room, last + room
