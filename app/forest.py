"""Compare: a row for each statement, its span along one axis of numbers. Pure, as ``charts``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from app import words
from app.axes import frame, headroom, value_axis
from app.charts import Chart, drawable
from app.layers import Look, Rows, Trace, arrow_heads, arrows, bars, points
from app.marks import Mark
from app.view import Scale

MOST = 200  # rows, each of which is a line of type
_NUMBER = 96  # pixels for the number at the end of a row
_WIDE, _NARROW = 700, 330  # pixels of the axis on a desk and on a phone
_ABOVE = 0.18  # of a tall row, from its line to its name
_ROW, _TALL_ROW = 34, 46  # pixels of a row; the tall one has its name above it


def compare_chart(marks: Sequence[Mark], look: Look) -> Chart:
    """A row for each statement, top to bottom in the order given: x the number, y who and when."""
    shown = drawable(marks, look.scale)
    rows = {mark.claim.figure_id: len(shown) - place for place, mark in enumerate(shown)}
    axis = value_axis(shown, look, before=0.03, after=headroom(shown, look, pixels=_NARROW if look.narrow else _WIDE))
    return {
        "data": [
            *bars(shown, look, rows),
            *arrow_heads(shown, look, rows),
            *points(shown, look, rows),
            _heads(shown, look, rows, axis) if look.narrow else _numbers(shown, look, rows, axis),
        ],
        "layout": {
            **frame(look),
            "dragmode": False,
            "height": (_TALL_ROW if look.narrow else _ROW) * len(shown) + 70,
            "margin": {"l": 8, "r": 24 if look.narrow else _NUMBER, "t": 8, "b": 44},
            "xaxis": {
                **axis,
                "nticks": 5 if look.narrow else 6,
                "tickangle": 0,
                "showline": True,
                "linecolor": look.palette.soft,
                "ticks": "outside",
            },
            "yaxis": _row_axis(shown, rows, look),
            "annotations": arrows(shown, look, rows),
        },
    }


def _row_axis(marks: Sequence[Mark], rows: Rows, look: Look) -> Trace:
    """A line a statement, with who and when before it; on a phone they stand above it, where there is room."""
    return {
        "tickmode": "array",
        "tickvals": [rows[mark.claim.figure_id] for mark in marks],
        "ticktext": [f"{escape(mark.label)} · {_day(mark)}" for mark in marks],
        "range": [0.4, len(marks) + (0.9 if look.narrow else 0.6)],
        "gridcolor": look.palette.rule,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
        "ticks": "",
        "ticklabelstandoff": 6,
        "showticklabels": not look.narrow,
    }


def _numbers(marks: Sequence[Mark], look: Look, rows: Rows, axis: Trace) -> Trace:
    """The number of each row in type, after its end."""
    told = [f"\u2002{_in_figures(mark)}" for mark in marks]
    return _type(told, marks, rows, _end(axis, 1, look), {"color": look.palette.ink}, "middle right")


def _heads(marks: Sequence[Mark], look: Look, rows: Rows, axis: Trace) -> Trace:
    """Who, when and how many, above the start of each row."""
    told = [f"{escape(mark.label)} · {_day(mark)} · <b>{_in_figures(mark)}</b>" for mark in marks]
    above = {figure_id: row + _ABOVE for figure_id, row in rows.items()}
    return _type(told, marks, above, _end(axis, 0, look), {"color": look.palette.soft}, "top right")


def _type(
    told: list[str], marks: Sequence[Mark], rows: Mapping[str, float], at: float, font: Trace, position: str
) -> Trace:
    """A line of type at each row."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at] * len(marks),
        "y": [rows[mark.claim.figure_id] for mark in marks],
        "text": told,
        "textposition": position,
        "textfont": {"size": 12, **font},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "legendgroup": "type",
    }


def _end(axis: Trace, which: int, look: Look) -> float:
    """The first or the last number of the axis."""
    end = float(axis["range"][which])
    return 10**end if look.scale is Scale.LOG else end


def _day(mark: Mark) -> str:
    return words.short_window(mark.start, mark.end)


def _in_figures(mark: Mark) -> str:
    """A mark's number as short as it can be told: ``1,150`` · ``≥ 1,250`` · ``300–999``."""
    if mark.value is not None and mark.low is not None and mark.high is not None:
        return words.number(mark.value)
    ends = [None if end is None else words.number(end) for end in (mark.low, mark.high)]
    return f"≤ {ends[1]}" if ends[0] is None else f"≥ {ends[0]}" if ends[1] is None else f"{ends[0]}–{ends[1]}"
