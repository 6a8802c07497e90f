"""Tables of rows: captioned, headed, scrolling sideways by themselves where the page is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dash import html
from dash.development.base_component import Component

Content: TypeAlias = Component | str | list[Component | str] | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's name; *number* sets it to the right in figures of one width."""

    name: str
    number: bool = False

    @property
    def style(self) -> str:
        """The class of its cells."""
        return "number" if self.number else ""


_LONG = 30  # characters above which a cell asks for room
_SHORT = 16  # characters up to which it is never broken


def table(caption: str, headings: Sequence[Heading], rows: Iterable[Sequence[Content]]) -> Component:
    """A table with *caption* for those who hear it, in a region that scrolls by keyboard as well."""
    head = html.Tr([html.Th(heading.name, scope="col", className=heading.style) for heading in headings])
    body = [
        html.Tr([html.Td(cell, className=_style(heading, cell)) for heading, cell in zip(headings, row, strict=True)])
        for row in rows
    ]
    return html.Div(
        html.Table([html.Caption(caption, className="unseen"), html.Thead(head), html.Tbody(body)], className="rows"),
        className="scroll",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


def _style(heading: Heading, cell: Content) -> str:
    text = cell if isinstance(cell, str) else getattr(cell, "children", None)
    if not isinstance(text, str):
        return heading.style
    room = "long" if len(text) > _LONG else "short" if len(text) <= _SHORT else ""
    return f"{heading.style} {room}".strip()
