"""Addresses of our own pages, and which addresses of others may be linked to. Nothing here fetches one."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from warehouse.slugs import slug

# Browsers drop tabs and line ends inside an address, so "java\nscript:" would still run.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
LONGEST = 2000


def series(address: str, query: str = "") -> str:
    """The page of a series."""
    return f"/series/{quote(address)}{'?' + query if query else ''}"


def figure(figure_id: str) -> str:
    """The page of one number."""
    return f"/figure/{quote(figure_id)}"


def place(name: str) -> str:
    """The page of a place, by its name."""
    return f"/place/{slug(name)}"


def source(name: str) -> str:
    """The page of a source, by its name."""
    return f"/source/{slug(name)}"


def event(name: str) -> str:
    """The page of an event, by its name."""
    return f"/event/{slug(name)}"


def article(document_id: str, figure_id: str = "") -> str:
    """The page of an article, opened at one of its numbers."""
    return f"/article/{quote(document_id)}{'#' + quote(figure_id) if figure_id else ''}"


def safe(url: str | None) -> str | None:
    r"""The address when it is of the web, names its host and no user; None for any other, such as ``javascript:``.

    >>> safe("https://example.org/a")
    'https://example.org/a'
    >>> safe("java\nscript:alert(1)") is None
    True
    """
    if not url or len(url) > LONGEST or _UNSEEN.search(url):
        return None
    try:
        parts = urlsplit(url)
        named = parts.hostname and not parts.username and not parts.password
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and named else None


def outward(label: str, url: str | None) -> Component:
    """A link to somebody else's page, or the label alone where there is no safe address."""
    address = safe(url)
    if address is None:
        return html.Span(label)
    return html.A(label, href=address, rel="noopener noreferrer external nofollow", target="_blank")


def inward(label: object, path: str, **attributes: object) -> Component:
    """A link to a page of ours."""
    return dcc.Link(label, href=path, **attributes)
