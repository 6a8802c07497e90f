"""Long lists a page at a time: which page an address asks for, and the links to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from app.page import Query

LAST = 10_000  # nobody pages further; a download has all rows


@dataclass(frozen=True, slots=True)
class Paging:
    """*page* counts from 1; each has *size* rows."""

    page: int
    size: int

    @classmethod
    def from_query(cls, query: Query, size: int) -> Paging:
        """The page that an address asks for; 1 where it asks for none that can be."""
        text = query.get("page", "")
        wanted = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(LAST)) else 1
        return cls(min(max(wanted, 1), LAST), size)

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.page - 1) * self.size


def pager(paging: Paging, path: str, query: str, *, more: bool) -> Component | None:
    """Links to the page before and after, keeping *query*; None where all is on one page."""
    if paging.page == 1 and not more:
        return None
    links = []
    if paging.page > 1:
        links.append(html.Li(dcc.Link("← Before", href=_address(path, query, paging.page - 1))))
    links.append(html.Li(f"Page {paging.page:,}"))
    if more:
        links.append(html.Li(dcc.Link("After →", href=_address(path, query, paging.page + 1))))
    return html.Nav(html.Ul(links), className="pager", **{"aria-label": "Pages"})


def _address(path: str, query: str, page: int) -> str:
    parts = [part for part in (query, f"page={page}" if page > 1 else "") if part]
    return f"{path}?{'&'.join(parts)}" if parts else path
