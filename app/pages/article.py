"""One article: its text with every number marked, read or not, and all of them in a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from app import current, ids, links, words
from app.marking import Marked, paragraphs, reason_in_words
from app.page import Page, Query
from warehouse import browsing
from warehouse.browsing import Article, SeenNumber

_BASES = {
    "given": "",
    "page": "the date is from the page",
    "byline": "the date is from the byline",
    "inferred": "the date is inferred",
    "unknown": "",
}


def title(document_id: str) -> str | None:
    """The title of the article; None for an unknown id."""
    article = browsing.article(current.published(), document_id)
    return None if article is None else article.title or article.file


def layout(query: Query, document_id: str) -> Component:
    """The article with its marks."""
    published = current.published()
    article = browsing.article(published, document_id)
    assert article is not None  # noqa: S101 - the title was found
    seen = browsing.numbers(published, document_id)
    return html.Article(
        [
            html.P(
                [
                    dcc.Link("Articles", href="/articles"),
                    f" · {article.publisher or article.original_publisher or 'publisher not known'}",
                ],
                className="kicker",
            ),
            html.H1(article.title or article.file),
            _origin(article),
            _summary(seen),
            html.Div(
                [_text(article, seen, browsing.text(published, document_id)), _numbers(seen)],
                className="article-columns",
            ),
            dcc.Store(id=ids.ARTICLE, data=document_id),
            dcc.Store(id=ids.ARTICLE_SHOWN),
        ],
        className="sheet",
    )


def _origin(article: Article) -> Component:
    parts: list[Component | str] = [words.day(article.published_at) or "date not known"]
    if basis := _BASES.get(article.published_basis):
        parts.append(f" ({basis})")
    if article.original_publisher and article.publisher:
        parts.append(f" · first by {article.original_publisher}")
    if article.near_duplicate_of:
        parts += [" · largely a copy of ", dcc.Link("an older article", href=f"/article/{article.near_duplicate_of}")]
    for label, address in (("original page", article.url), ("archived copy", article.archive_url)):
        if (link := links.safe(address)) is not None:
            parts += [" · ", html.A(label, href=link, rel="noopener noreferrer")]
    return html.P(parts, className="origin")


def _summary(seen: Sequence[SeenNumber]) -> Component:
    read = sum(number.figure_id is not None for number in seen)
    disputed = sum((number.severity or 0) >= 2 for number in seen)
    return html.P(
        [
            html.Mark(words.count(read, "number"), className="read"),
            " read, of which ",
            html.Mark(f"{disputed:,}", className="read disputed"),
            " disputed; ",
            html.Mark(f"{len(seen) - read:,}", className="unread"),
            " seen and left unread.",
        ],
        className="legend",
    )


def _text(article: Article, seen: Sequence[SeenNumber], text: str | None) -> Component:
    """The text where it is kept; else the sentences of its figures."""
    if text is not None:
        marked = [
            Marked(number.char_start, number.char_end, partial(_mark, number))
            for number in seen
            if number.char_start is not None and number.char_end is not None
        ]
        return html.Section(list(paragraphs(text, marked)), className="text", **{"aria-label": "Text"})
    sentences = list(dict.fromkeys(number.sentence for number in seen if number.sentence))
    what = (
        "The row as the table gives it"
        if article.kind == "claims"
        else "The text is not kept here; these sentences are"
    )
    return html.Section(
        [html.P(f"{what}:", className="note"), *[html.Blockquote(sentence) for sentence in sentences]], className="text"
    )


def _mark(number: SeenNumber, printed: str) -> Component:
    if number.figure_id is None:
        return html.Mark(printed, className="unread", title=f"Not read: {reason_in_words(number.reason)}")
    label = f"{number.series_title}; {number.voice}"
    return html.Mark(
        dcc.Link(printed, href=f"/figure/{number.figure_id}", title=label),
        className=_mark_style(number),
        id=number.figure_id,
    )


def _numbers(seen: Sequence[SeenNumber]) -> Component:
    items = [html.Li(_item(number)) for number in seen]
    return html.Aside(
        [html.H2("Every number in it"), html.Ol(items) if items else html.P("None was seen.")],
        className="numbers",
        **{"aria-label": "Every number in it"},
    )


def _item(number: SeenNumber) -> list[Component | str | None]:
    if number.figure_id is None:
        return [html.Mark(number.excerpt, className="unread"), html.Br(), f"Not read: {reason_in_words(number.reason)}"]
    flag = " · disputed" if (number.severity or 0) >= 2 else ""
    again = " · said again" if number.restates_id else ""
    again += f" · worked out: {number.derivation}" if number.derivation else ""
    return [
        html.Mark(dcc.Link(number.excerpt, href=f"/figure/{number.figure_id}"), className=_mark_style(number)),
        html.Br(),
        dcc.Link(number.series_title or "", href=f"/series/{number.slug}"),
        html.Br(),
        html.Span(f"{number.voice} · {_state(number.reviewed)}{flag}{again}", className="type"),
    ]


def _mark_style(number: SeenNumber) -> str:
    return "read disputed" if (number.severity or 0) >= 2 else "read"


def _state(reviewed: str | None) -> str:
    return "machine-read" if reviewed == "machine" else reviewed or ""


def register(app: Dash) -> None:
    """Go to the number that the address names, once the text is there."""
    app.clientside_callback(
        "function(article) { window.reported.goToNumber(); return article; }",
        Output(ids.ARTICLE_SHOWN, "data"),
        Input(ids.ARTICLE, "data"),
    )


PAGE = Page(path="/article/<document_id>", title=title, layout=layout, register=register)
