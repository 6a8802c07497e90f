"""Paste a text: every number in it, and what others say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from werkzeug.exceptions import HTTPException

from app import drafts, ids, words
from app.marking import Marked, paragraphs, reason_in_words
from app.page import Page, Query
from figures.errors import InputError
from warehouse.checking import Checked, Heard

_MOST_HEARD = 6  # voices listed under a number; its series has all


def title() -> str:
    """The title of the page."""
    return "Check a text"


def layout(query: Query) -> Component:
    """The form, and room for what comes of it."""
    return html.Article(
        [
            html.H1("Check a text"),
            html.P(
                "Every number in it, what it is about, and who says otherwise and by how much. "
                "Nothing is stored unless you keep it.",
                className="deck",
            ),
            dmc.Textarea(
                id=ids.DRAFT,
                label="Text",
                description=f"Plain text in English, at most {drafts.LONGEST:,} characters.",
                autosize=True,
                minRows=6,
                maxRows=20,
                className="draft",
            ),
            html.Div(html.Button("Check", id=ids.CHECK, n_clicks=0, className="button first"), className="sql-actions"),
            dcc.Loading(html.Div(id=ids.CHECKED, className="answer"), delay_show=300, type="dot"),
            html.Div(_keep() if drafts.may_keep() else [], id=ids.KEEPING, hidden=True),
        ],
        className="sheet",
    )


def _keep() -> list[Component]:
    return [
        html.H2("Keep it"),
        html.P("It waits in the inbox and is read with the next ingest, as an article of today.", className="note"),
        html.Div(
            [
                dmc.TextInput(id=ids.KEEP_TITLE, label="Title"),
                dmc.TextInput(id=ids.KEEP_PUBLISHER, label="Publisher"),
                html.Button("Keep", id=ids.KEEP, n_clicks=0, className="button"),
            ],
            className="narrowing",
        ),
        html.P(id=ids.KEPT, role="status"),
    ]


def answer(clicks: int | None, text: str | None) -> tuple[Component, bool]:
    """What others say of each number of the text; then whether the form to keep it stays hidden."""
    if not clicks:
        raise PreventUpdate
    try:
        found = drafts.checked(text or "")
    except HTTPException as error:
        return html.P(str(error.description), role="alert", className="problem"), True
    return _answered(text or "", found), False


def _answered(text: str, found: Sequence[Checked]) -> Component:
    marked = [
        Marked(number.span.start, number.span.end, partial(_mark, place, number)) for place, number in _seen(found)
    ]
    items = [html.Li(_item(number), id=f"number-{place}") for place, number in _seen(found)]
    return html.Div(
        [
            html.P(_summary(found), role="status", className="legend"),
            html.Div(
                [
                    html.Section(list(paragraphs(text, marked)), className="text", **{"aria-label": "Text"}),
                    html.Aside(
                        [html.H2("Every number in it"), html.Ol(items)],
                        className="numbers",
                        **{"aria-label": "Every number in it"},
                    ),
                ],
                className="article-columns",
            ),
        ]
    )


def _seen(found: Sequence[Checked]) -> list[tuple[int, Checked]]:
    """The numbers with their place in the list; one that is worked out from another has none of its own in the text."""
    printed = [number for number in found if number.figure is None or number.figure.derived_from is None]
    return list(enumerate(printed, 1))


def _summary(found: Sequence[Checked]) -> str:
    seen = [number for _, number in _seen(found)]
    read = sum(number.figure is not None for number in seen)
    told = sum(bool(number.heard) for number in seen)
    disputed = sum(number.severity >= 2 for number in seen)
    return (
        f"{words.count(len(seen), 'number')}: {read} read, {len(seen) - read} left unread. "
        f"Others speak of {told} of them and disagree with {disputed}."
    )


def _mark(place: int, number: Checked, printed: str) -> Component:
    return html.Mark(html.A(printed, href=f"#number-{place}"), className=_style(number))


def _style(number: Checked) -> str:
    if number.figure is None:
        return "unread"
    return "read disputed" if number.severity >= 2 else "read"


def _item(number: Checked) -> list[Component | str | None]:
    first = html.Mark(number.excerpt, className=_style(number))
    if number.figure is None:
        return [first, html.Br(), f"Not read: {reason_in_words(number.reason)}"]
    series = dcc.Link(number.series, href=f"/series/{number.slug}") if number.slug else html.Span(number.series)
    flag = html.Strong("⚑ Disputed. ") if number.severity >= 2 else ""
    return [first, html.Br(), series, html.P([flag, _sentence(number.verdict)]), _others(number)]


def _sentence(verdict: str) -> str:
    text = verdict[:1].upper() + verdict[1:]
    return text if text.endswith(".") else f"{text}."


def _others(number: Checked) -> Component | None:
    if not number.heard:
        return None
    more = len(number.heard) - _MOST_HEARD
    rest = [html.Li(f"and {more} more, on the page of the series")] if more > 0 else []
    many = words.count(len(number.heard), "other voice or report", "other voices and reports")
    return html.Details(
        [html.Summary(many), html.Ul([*(html.Li(_one(heard)) for heard in number.heard[:_MOST_HEARD]), *rest])]
    )


def _one(heard: Heard) -> list[Component | str]:
    where = f" in {heard.publisher}" if heard.publisher and heard.publisher != heard.voice else ""
    day = words.window(heard.as_of_start, heard.as_of_end)
    apart = f" · {words.times(heard.gap)} apart" if heard.gap is not None and heard.gap > 1 else ""
    return [
        dcc.Link(f"{heard.voice}: {words.readable(heard.excerpt)}", href=f"/figure/{heard.figure_id}"),
        html.Span(f"{where}, {day} · {heard.relation}{apart}", className="type"),
    ]


def kept(clicks: int | None, text: str | None, name: str | None, publisher: str | None) -> str:
    """Drop the text into the inbox and say so."""
    if not clicks:
        raise PreventUpdate
    try:
        request_id = drafts.keep(text or "", title=name or "", publisher=publisher or "")
    except HTTPException as error:
        return str(error.description)
    except InputError as error:
        return f"Not kept: {error.problem}; {error.remedy}."
    return f"Kept. It waits in the inbox as {request_id}."


def register(app: Dash) -> None:
    """Check, and keep."""
    app.callback(
        Output(ids.CHECKED, "children"),
        Output(ids.KEEPING, "hidden"),
        Input(ids.CHECK, "n_clicks"),
        State(ids.DRAFT, "value"),
        prevent_initial_call=True,
    )(answer)
    app.callback(
        Output(ids.KEPT, "children"),
        Input(ids.KEEP, "n_clicks"),
        State(ids.DRAFT, "value"),
        State(ids.KEEP_TITLE, "value"),
        State(ids.KEEP_PUBLISHER, "value"),
        prevent_initial_call=True,
    )(kept)


PAGE = Page(path="/check", title=title, layout=layout, nav="Check", register=register)
