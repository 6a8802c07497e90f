"""The articles that were read."""

from __future__ import annotations

from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from app import current, limits, words
from app.grid import Content, Heading, table
from app.page import Page, Query
from app.paging import Paging, pager
from app.view import Filter
from warehouse import browsing

PER_PAGE = 50
_HEADINGS = (
    Heading("Article"),
    Heading("Read", number=True),
    Heading("Disputed", number=True),
    Heading("Unread", number=True),
)


def title() -> str:
    """The title of the list of articles."""
    return "Articles"


def layout(query: Query) -> Component:
    """Articles, newest first, narrowed to the words of the address."""
    sought, paging = Filter.from_query(query).words, Paging.from_query(query, PER_PAGE)
    told = limits.refusal("search") if sought else ""
    found = (
        [] if told else browsing.articles(current.published(), words=sought, limit=PER_PAGE + 1, offset=paging.offset)
    )
    return html.Article(
        [
            html.H1("Articles"),
            html.P("Every text that was read, and how many of its numbers were understood.", className="deck"),
            _search(sought),
            _list(found[:PER_PAGE]) if found else html.P(told or "No article has these words.", role="status"),
            pager(paging, "/articles", urlencode({"q": sought}) if sought else "", more=len(found) > PER_PAGE),
        ],
        className="sheet",
    )


def _search(sought: str) -> Component:
    return html.Form(
        [
            dmc.TextInput(name="q", label="Words in the title, publisher or file name", value=sought),
            html.Button("Find", type="submit", className="button"),
        ],
        action="/articles",
        method="get",
        className="narrowing",
        role="search",
    )


def _list(found: list[browsing.ListedArticle]) -> Component:
    return table("Articles", _HEADINGS, [_row(article) for article in found])


def _row(article: browsing.ListedArticle) -> list[Content]:
    publisher = article.publisher or article.original_publisher or "publisher not known"
    day = words.short_day(article.published_at) or "date not known"
    return [
        [
            dcc.Link(article.title or article.file, href=f"/article/{article.document_id}"),
            html.Br(),
            html.Span(f"{publisher} · {day}", className="type"),
        ],
        f"{article.figures:,}",
        f"{article.disputed:,}",
        f"{article.unread:,}",
    ]


PAGE = Page(path="/articles", title=title, layout=layout, nav="Articles")
