"""The front page: every series."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from app.page import Page, Query


def title() -> str:
    """The title of the front page."""
    return "Figures"


def layout(query: Query) -> Component:
    """All series."""
    return html.Article(html.H1("Figures"), className="sheet")


PAGE = Page(path="/", title=title, layout=layout, nav="Figures")
