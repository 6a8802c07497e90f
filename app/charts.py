"""From marks to charts: ``marks, look -> a plotly figure`` as a plain dict. Pure: no database, no Dash.

A span is a thick bar without caps, so that nobody takes it for a statistical error; an open end is an arrow of
fixed length in pixels; a hollow mark is a softened number; a dotted bar and a dot in the mark is a number
worked out from another; a cross through a mark is a number that somebody denies. No line joins different voices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from html import escape
from typing import Any

from app.axes import frame, headroom, time_axis, value_axis
from app.labelling import Label, labels
from app.layers import (
    MOST_NODES,
    Look,
    Trace,
    arrow_heads,
    arrows,
    bars,
    in_one_path,
    points,
    voice_lines,
    windows,
)
from app.marks import Mark
from app.palette import translucent
from app.view import Scale

Chart = dict[str, Any]

_PLOT = 390  # pixels of the plot of the time chart, top to bottom (assets/20-series.css)
_LETTER, _WIDE, _NARROW = 7.5, 900, 300  # pixels: a letter of a reason, a plot on a desk and on a phone


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A stretch of days in which sources disagree, the words that stand over it, the ids of its figures, and the
    words in *short* for where another quarrel has said the rest.
    """

    start: date
    end: date
    text: str
    figures: tuple[str, ...]
    short: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of days with an interval that most voices share; numbers in the unit shown, None open."""

    start: date
    end: date
    low: float | None
    high: float | None
    text: str


def drawable(marks: Sequence[Mark], scale: Scale) -> list[Mark]:
    """The marks that the scale can show: a logarithm has no place for zero."""
    return [mark for mark in marks if scale is Scale.LINEAR or mark.centre > 0]


def time_chart(
    marks: Sequence[Mark], look: Look, *, quarrels: Sequence[Quarrel] = (), bands: Sequence[Band] = ()
) -> Chart:
    """Every mark on its day: x the as-of, y the number in the unit shown."""
    shown = drawable(marks, look.scale)
    look = replace(look, crowd=len(shown))
    first = [figure_id for quarrel in quarrels for figure_id in quarrel.figures]
    days = time_axis(shown, look)
    named = labels(shown, first=first, logarithmic=look.scale is Scale.LOG, narrow=look.narrow)
    layers = [
        *bars(shown, look),
        *windows(shown, look),
        *voice_lines(shown, look),
        *arrow_heads(shown, look),
        *points(shown, look),
    ]
    return {
        "data": layers if len(shown) <= MOST_NODES else [in_one_path(layer) for layer in layers],
        "layout": {
            **frame(look),
            "yaxis": value_axis(shown, look, after=headroom(shown, look, pixels=_PLOT)),
            "xaxis": days,
            "shapes": [*_shades(quarrels, look), *_band_shapes(bands, look)],
            "annotations": [*arrows(shown, look), *_names(named, look), *_reasons(quarrels, look, days)],
        },
    }


def _shades(quarrels: Iterable[Quarrel], look: Look) -> list[Trace]:
    """The days of the quarrels, washed from top to bottom; days of several are washed once."""
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": start.isoformat(),
            "x1": end.isoformat(),
            "y0": 0,
            "y1": 1,
            "fillcolor": translucent(look.palette.accent, 0.09),
            "line": {"width": 0},
            "layer": "below",
        }
        for start, end in _stretches(quarrels)
    ]


def _stretches(quarrels: Iterable[Quarrel]) -> list[tuple[date, date]]:
    """First and last day to wash, a little wider than each quarrel; stretches that meet are one."""
    found: list[tuple[date, date]] = []
    for quarrel in sorted(quarrels, key=lambda quarrel: quarrel.start):
        start, end = quarrel.start - timedelta(days=3), quarrel.end + timedelta(days=4)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _reasons(quarrels: Sequence[Quarrel], look: Look, axis: Trace) -> list[Trace]:
    """The words over the worst quarrel and the numbers over others that have room, kept inside the chart."""
    found: list[Trace] = []
    taken: list[tuple[float, float]] = []
    for quarrel in quarrels:
        text = quarrel.short if found else quarrel.text
        reach = _reach(quarrel, text, look, axis)
        if all(reach[1] < start or end < reach[0] for start, end in taken):
            taken.append(reach)
            found.append(_reason(quarrel, text, look, axis))
    return found


def _reason(quarrel: Quarrel, text: str, look: Look, axis: Trace) -> Trace:
    return {
        "xref": "x",
        "yref": "paper",
        "x": (quarrel.start + (quarrel.end - quarrel.start) / 2).isoformat(),
        "y": 1,
        "xanchor": _anchor(quarrel, axis),
        "yanchor": "bottom",
        "text": f"<b>{escape(text)}</b>",
        "showarrow": False,
        "font": {"color": look.palette.accent, "size": 12.5},
    }


def _reach(quarrel: Quarrel, text: str, look: Look, axis: Trace) -> tuple[float, float]:
    """From where to where the words stand, in shares of the chart's width."""
    wide = (len(text) + 1) * _LETTER / (_NARROW if look.narrow else _WIDE)
    share = _share(quarrel, axis)
    start = {"left": share, "right": share - wide, "center": share - wide / 2}[_anchor(quarrel, axis)]
    return start, start + wide


def _anchor(quarrel: Quarrel, axis: Trace) -> str:
    """Which end of the words stands over the days: near an edge of the chart they reach inwards."""
    share = _share(quarrel, axis)
    return "left" if share < 0.2 else "right" if share > 0.8 else "center"


def _share(quarrel: Quarrel, axis: Trace) -> float:
    """Where the middle of the days is, 0 at the start of the axis and 1 at its end."""
    first, last = (datetime.fromisoformat(end) for end in axis["range"])
    middle = datetime.combine(quarrel.start + (quarrel.end - quarrel.start) / 2, first.time())
    return (middle - first) / (last - first)


def _band_shapes(bands: Iterable[Band], look: Look) -> list[Trace]:
    """What most voices share, as a pale band; only where there is such a thing."""
    colour = look.palette.soft
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "y",
            "x0": (band.start - timedelta(days=2)).isoformat(),
            "x1": (band.end + timedelta(days=3)).isoformat(),
            "y0": band.low,
            "y1": band.high,
            "fillcolor": translucent(colour, 0.13),
            "line": {"width": 1, "color": translucent(colour, 0.5), "dash": "dot"},
            "layer": "below",
        }
        for band in bands
        if band.low is not None and band.high is not None and (look.scale is Scale.LINEAR or band.low > 0)
    ]


def _names(named: Iterable[Label], look: Look) -> list[Trace]:
    return [
        {
            "x": label.mark.moment.isoformat(timespec="minutes"),
            "y": look.coordinate(label.mark.centre),
            "text": escape(label.text),
            "showarrow": False,
            "xshift": 11 * label.across,
            "yshift": 16 * label.up,
            "xanchor": {1: "left", 0: "center", -1: "right"}[label.across],
            "font": {"size": 12, "color": look.colour(label.mark.side)},
        }
        for label in named
    ]
