"""A text in paragraphs with its numbers marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\n---\r?\n", re.DOTALL)
_BREAK = re.compile(r"\n[ \t\r]*\n\s*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text, half-open in characters, and how it is drawn from its words."""

    start: int
    end: int
    draw: Callable[[str], Component]


def paragraphs(text: str, marked: Sequence[Marked]) -> Iterator[Component]:
    """Yield the paragraphs of *text* after its front matter; of marks that overlap the first in *marked* is drawn."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    for end, after in [*(found.span() for found in _BREAK.finditer(text, start)), (len(text), len(text))]:
        if text[start:end].strip():
            yield html.P(list(_pieces(text, marked, start, end)))
        start = after


def _pieces(text: str, marked: Sequence[Marked], start: int, end: int) -> Iterator[Component | str]:
    at = start
    for mark in marked:
        if at <= mark.start < mark.end <= end:
            yield text[at : mark.start]
            yield mark.draw(text[mark.start : mark.end])
            at = mark.end
    yield text[at:end]


# Why a number stayed unread, as the pages say it (the values of figures.figure.Reason).
_REASONS = {
    "duration": "a length of time",
    "age": "an age",
    "mass": "a weight",
    "speed": "a speed",
    "temperature": "a temperature",
    "volume": "a volume",
    "energy": "an amount of energy",
    "other_measure": "another measure",
    "multiple": "a multiple of something",
    "no_noun": "nothing says what it counts",
    "plan": "a plan or forecast, not a report",
    "identifier": "part of a name",
    "furniture": "part of the page, not of the report",
}


def reason_in_words(reason: str | None) -> str:
    """Why a number stayed unread."""
    return _REASONS.get(reason or "", (reason or "not understood").replace("_", " "))
