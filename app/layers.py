"""The layers of a chart as plotly traces: bars, day lines, numbers, crosses, arrows, lines of one voice.

Each gives one trace for all marks of a side and a kind, so that a chart of thousands stays a few traces.
*rows* None draws on an axis of days; else the number runs along x and each mark has its row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from math import log10
from typing import Any, TypeVar

from app.display_units import DisplayUnit
from app.hovering import hover_text
from app.marks import Mark
from app.palette import Palette, translucent
from app.sides import Side
from app.view import Scale

Trace = dict[str, Any]  # plotly's own names
Rows = Mapping[str, int]  # figure id -> row, counted from the bottom
Kind = TypeVar("Kind", bound=Hashable)

ARROW = 34  # pixels, whatever the number
SILENCE = timedelta(days=92)
MOST_ARROWS = 300  # each is an annotation, which plotly draws one by one
MOST_QUOTES = 300  # marks; above it a chart's hover leaves the sentences out, and stays small
MOST_LINES = 300  # marks; above it lines of single voices would cover what they join
MOST_NODES = 600  # marks; above it a trace is one path (``assets/30-crowd.js``): plotly makes a node for each mark


@dataclass(frozen=True, slots=True)
class Look:
    """How numbers are shown: their unit, their axis, the colours; *narrow* on a phone, *crowd* marks at once."""

    unit: DisplayUnit
    scale: Scale
    palette: Palette
    narrow: bool = False
    crowd: int = 0

    @property
    def mark(self) -> int:
        """The size of a mark in pixels: smaller in a crowd, so that fewer hide each other."""
        return 12 if self.crowd <= 300 else 8 if self.crowd <= 1000 else 6

    @property
    def bar(self) -> int:
        """The width of a bar in pixels: wide enough to be no error bar where there is room."""
        return 9 if self.crowd <= 300 else 6 if self.crowd <= 1000 else 3

    def colour(self, side: Side) -> str:
        """The colour of a side."""
        return self.palette.sides[side.slot.colour]

    def coordinate(self, value: float) -> float:
        """A number as annotations and shapes want it: plotly takes its logarithm on such an axis."""
        return log10(value) if self.scale is Scale.LOG else value


def bars(marks: Iterable[Mark], look: Look, rows: Rows | None = None) -> list[Trace]:
    """The spans, thick and translucent; those worked out from others dotted."""
    spans = [mark for mark in marks if mark.is_span]
    found = []
    for (side, derived), together in _grouped(spans, lambda mark: mark.derived):
        colour = look.colour(side)
        line = (
            {"color": colour, "width": 2, "dash": "dot"}
            if derived
            else {"color": translucent(colour, 0.28), "width": look.bar}
        )
        found.append({**_segments(together, rows), "line": line, "legendgroup": "span"})
    return found


def _segments(marks: Iterable[Mark], rows: Rows | None) -> Trace:
    along: list[float | None] = []
    across: list[object] = []
    for mark in marks:
        place = _place(mark, rows)
        along += [mark.low, mark.high, None]
        across += [place, place, None]
    x, y = (across, along) if rows is None else (along, across)
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip", "connectgaps": False}


def windows(marks: Iterable[Mark], look: Look) -> list[Trace]:
    """The days that a number holds for, as a thin level line; plotly draws no error bars on an axis of dates."""
    wide = [mark for mark in marks if mark.end > mark.start]
    found = []
    for (side, _), together in _grouped(wide, lambda _: False):
        x: list[object] = []
        y: list[float | None] = []
        for mark in together:
            x += [mark.start.isoformat(), (mark.end + timedelta(days=1)).isoformat(), None]
            y += [mark.centre, mark.centre, None]
        line = {"color": translucent(look.colour(side), 0.65), "width": 1.5}
        found.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": x,
                "y": y,
                "line": line,
                "hoverinfo": "skip",
                "legendgroup": "window",
            }
        )
    return found


def points(marks: Sequence[Mark], look: Look, rows: Rows | None = None) -> list[Trace]:
    """The numbers themselves; one in vague words has a short tick that claims no number."""
    found = []
    quote = len(marks) <= MOST_QUOTES
    for (side, symbol), together in _grouped(marks, _symbol):
        colour = look.colour(side)
        vague = symbol == "tick"
        places = [_place(mark, rows) for mark in together]
        centres = [mark.centre for mark in together]
        found.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": places if rows is None else centres,
                "y": centres if rows is None else places,
                "marker": _vague_marker(colour, rows is not None, look)
                if vague
                else _marker(side, symbol, colour, look),
                "customdata": [mark.claim.figure_id for mark in together],
                "text": [hover_text(mark, look.unit, quote=quote) for mark in together],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
                "legendgroup": "vague" if vague else "stated",
            }
        )
    return found + _crosses([mark for mark in marks if mark.denied], look, rows)


def _crosses(denied: Sequence[Mark], look: Look, rows: Rows | None) -> list[Trace]:
    """A cross through each number that somebody denies."""
    if not denied:
        return []
    places: list[object] = [_place(mark, rows) for mark in denied]
    centres: list[object] = [mark.centre for mark in denied]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": places if rows is None else centres,
            "y": centres if rows is None else places,
            "marker": {
                "symbol": "x-thin-open",
                "size": look.mark + 8,
                "color": look.palette.ink,
                "line": {"width": 2, "color": look.palette.ink},
            },
            "hoverinfo": "skip",
            "cliponaxis": False,
            "legendgroup": "denied",
        }
    ]


def voice_lines(marks: Sequence[Mark], look: Look) -> list[Trace]:
    """A thin line through the numbers of one voice that spoke on three days or more; never through two voices.

    None in a crowd of marks.
    """
    if len(marks) > MOST_LINES:
        return []
    stated = [mark for mark in marks if mark.value is not None and mark.claim.originator and not mark.derived]
    found = []
    for _, group in groupby(
        sorted(stated, key=lambda mark: (mark.claim.voice, mark.moment)), key=lambda mark: mark.claim.voice
    ):
        line = list(group)
        if len({mark.start for mark in line}) < 3:
            continue
        colour = translucent(look.colour(line[0].side), 0.45)
        found.append(
            {
                "type": "scatter",
                "mode": "lines",
                **_joined(line),
                "line": {"color": colour, "width": 1.25},
                "hoverinfo": "skip",
                "legendgroup": "voice",
            }
        )
    return found


def _joined(line: Sequence[Mark]) -> Trace:
    """The points of a voice's line, broken where it was silent for longer than a season."""
    x: list[object] = []
    y: list[float | None] = []
    for before, mark in zip([None, *line], line, strict=False):
        if before is not None and mark.moment - before.moment > SILENCE:
            x.append(None)
            y.append(None)
        x.append(_place(mark, None))
        y.append(mark.value)
    return {"x": x, "y": y, "connectgaps": False}


def _symbol(mark: Mark) -> str:
    if mark.value is None and mark.is_span:
        return "tick"
    if mark.derived:
        return f"{mark.side.slot.symbol}-open-dot"
    return f"{mark.side.slot.symbol}-open" if mark.hedged else mark.side.slot.symbol


def _marker(side: Side, symbol: str, colour: str, look: Look) -> Trace:
    """Hollow marks are filled with the paper, so that a bar does not show through."""
    if symbol.endswith("-open"):
        return {
            "symbol": side.slot.symbol,
            "size": look.mark,
            "color": look.palette.sheet,
            "line": {"width": 2, "color": colour},
        }
    return {
        "symbol": symbol,
        "size": look.mark,
        "color": colour,
        "line": {"width": 2 if "-open" in symbol else 0, "color": colour},
    }


def _vague_marker(colour: str, rows: bool, look: Look) -> Trace:
    return {
        "symbol": "line-ns-open" if rows else "line-ew-open",
        "size": look.bar + 1,
        "color": colour,
        "line": {"width": 1.5, "color": colour},
    }


def arrow_heads(marks: Iterable[Mark], look: Look, rows: Rows | None = None) -> list[Trace]:
    """The open ends of a chart that has too many for arrows of their own: a head beside each mark."""
    pointing = [mark for mark in marks if _is_open(mark)]
    if len(pointing) <= MOST_ARROWS:
        return []
    found = []
    for (side, upward), together in _grouped(pointing, lambda mark: mark.high is None):
        places, centres = [_place(mark, rows) for mark in together], [mark.centre for mark in together]
        away = ("up" if upward else "down") if rows is None else ("right" if upward else "left")
        found.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": places if rows is None else centres,
                "y": centres if rows is None else places,
                "marker": {"symbol": f"arrow-bar-{away}", "size": look.mark, "color": look.colour(side)},
                "hoverinfo": "skip",
                "legendgroup": "open",
            }
        )
    return found


def _is_open(mark: Mark) -> bool:
    return mark.low is None or mark.high is None


def arrows(marks: Iterable[Mark], look: Look, rows: Rows | None = None) -> list[Trace]:
    """An arrow away from each bound that is open on one side; none where there are too many (``arrow_heads``)."""
    pointing = [mark for mark in marks if _is_open(mark)]
    found = []
    for mark in pointing if len(pointing) <= MOST_ARROWS else []:
        upward = mark.high is None
        reach = -ARROW if upward else ARROW
        number = look.coordinate(mark.centre)
        found.append(
            {
                "x": _place(mark, None) if rows is None else number,
                "y": number if rows is None else _place(mark, rows),
                "ax": 0 if rows is None else -reach,
                "ay": reach if rows is None else 0,
                "text": "",
                "showarrow": True,
                "arrowside": "start",
                "startarrowhead": 2,
                "startarrowsize": 1,
                "arrowwidth": 2,
                "standoff": look.mark / 2,
                "arrowcolor": look.colour(mark.side),
            }
        )
    return found


def _place(mark: Mark, rows: Rows | None) -> str | int:
    """Where a mark stands across its number: its moment, or its row."""
    return mark.moment.isoformat(timespec="minutes") if rows is None else rows[mark.claim.figure_id]


def in_one_path(trace: Trace) -> Trace:
    """The same trace, which plotly itself draws nothing of: the page draws it as one path, and hovers over it.

    A chart of 3,000 marks is moved in 250 ms where each mark and each bar is a node of its own.
    """
    return {**trace, "mode": "none", "meta": {"mode": trace["mode"]}}


def _grouped(marks: Iterable[Mark], kind: Callable[[Mark], Kind]) -> list[tuple[tuple[Side, Kind], list[Mark]]]:
    groups: dict[tuple[Side, Kind], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.side, kind(mark)), []).append(mark)
    return list(groups.items())
