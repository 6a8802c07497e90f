"""What a page of the site is, and how an address finds its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from dash import MATCH, ClientsideFunction, Dash, Input, Output, dcc
from dash.development.base_component import Component
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

from app import ids

LONGEST_QUERY = 2000  # characters; a longer query string is ignored, since no link of ours makes one

Query = Mapping[str, str]


def _no_callbacks(_: Dash) -> None:
    """A page without callbacks."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    *path* is a werkzeug rule such as ``/series/<slug>``; its variables reach *title* and
    *layout* by name. *title* gives None where there is nothing at the address: then the
    answer is 404. *layout* also takes the query string, unvalidated. *nav* is the label in
    the header, '' for a page that the header does not list. *register* adds callbacks. *alternates* are the
    same rows for machines: media type and address, with the path's variables in braces.
    """

    path: str
    title: Callable[..., str | None]
    layout: Callable[..., Component]
    nav: str = ""
    register: Callable[[Dash], None] = _no_callbacks
    alternates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """An address that leads to a page: its path variables and its query, as they came."""

    page: Page
    variables: Mapping[str, str]
    query: Query

    def title(self) -> str | None:
        """The title of the page; None when nothing is there."""
        return self.page.title(**self.variables)

    def alternates(self) -> list[tuple[str, str]]:
        """Media types and addresses of the same rows for machines."""
        safe = {name: quote(text) for name, text in self.variables.items()}
        return [(kind, address.format(**safe)) for kind, address in self.page.alternates]

    def layout(self) -> Component:
        """The page drawn."""
        return self.page.layout(self.query, **self.variables)


class SiteMap:
    """The pages by address."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._map: Map = Map([Rule(page.path, endpoint=page) for page in pages], strict_slashes=False)

    def visit(self, path: str, search: str = "") -> Visit | None:
        """The visit that *path* and *search* (with or without its ``?``) ask for; None for an unknown path."""
        try:
            page, variables = self._map.bind("").match(path, method="GET")
        except HTTPException:
            return None
        return Visit(page, variables, read_query(search))


def read_query(search: str) -> dict[str, str]:
    """The parameters of a query string, the last of a repeated one; {} when it is longer than any of ours."""
    text = search.removeprefix("?")
    return {} if len(text) > LONGEST_QUERY else dict(parse_qsl(text, keep_blank_values=True))


def following(page: str) -> list[Component]:
    """Two stores that make the address follow a page: its callback writes a query string into ``ids.query(page)``."""
    return [dcc.Store(id=ids.query(page)), dcc.Store(id=ids.written(page))]


def follow(app: Dash) -> None:
    """Write each page's query string into the address; the browser does it, so the two writers never meet."""
    app.clientside_callback(
        ClientsideFunction("reported", "write_query"),
        Output(ids.written(MATCH), "data"),
        Input(ids.query(MATCH), "data"),
    )
