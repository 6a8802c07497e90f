"""The SQL page: one statement on the published file, its answer, and what there is to ask."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import dash_mantine_components as dmc
from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from werkzeug.exceptions import TooManyRequests

from app import console, current, ids, links, words
from app.grid import Heading, table
from app.page import Page, Query
from warehouse import browsing
from warehouse.sandbox import Answer, Cell, SqlError

SHOWN_ROWS = 200
_LONG_CELL = 300  # characters shown on the page; the CSV has all
_LINKED = {
    "figure_id": "figure",
    "figure_a": "figure",
    "figure_b": "figure",
    "slug": "series",
    "document_id": "article",
}
_NUMBERS = ("INT", "DOUBLE", "FLOAT", "DECIMAL")


def title() -> str:
    """The title of the SQL page."""
    return "SQL"


def layout(query: Query) -> Component:
    """The editor with the statement of the address in it; it runs by itself when there is one."""
    return html.Article(
        [
            html.H1("Ask in SQL"),
            html.P(
                "Every figure is in the view figures, one row each. The file can be read here and not written; "
                "a statement may take five seconds.",
                className="deck",
            ),
            html.Div([_editor(query.get("q", "")), _schema()], className="sql-columns"),
        ],
        className="sheet wide",
    )


def _editor(sql: str) -> Component:
    return html.Div(
        [
            dmc.Textarea(
                id=ids.SQL_TEXT,
                value=sql or browsing.examples()[0].sql,
                label="Statement",
                description="DuckDB's SQL: one SELECT or EXPLAIN. Ctrl + Enter runs it.",
                autosize=True,
                minRows=8,
                maxRows=24,
                className="sql-text",
            ),
            html.Div(
                [
                    html.Button("Run", id=ids.SQL_RUN, n_clicks=1 if sql else 0, className="button first"),
                    _examples(),
                ],
                className="sql-actions",
            ),
            dcc.Loading(html.Div(id=ids.SQL_ANSWER, className="answer"), delay_show=300, type="dot"),
            dcc.Store(id=ids.SQL_ASKED),
            dcc.Store(id=ids.SQL_ADDRESS),
        ],
        className="sql-main",
    )


def _examples() -> Component:
    items = [
        html.Li(dcc.Link(example.question, href=f"/sql?{urlencode({'q': example.sql})}"))
        for example in browsing.examples()
    ]
    return html.Details([html.Summary("Examples"), html.Ul(items)], className="examples")


def _schema() -> Component:
    tables = browsing.described_tables(current.published())
    return html.Aside(
        [html.H2("What there is to ask"), *[_table(table, opened=table.name == "figures") for table in tables]],
        className="schema",
        **{"aria-label": "Tables and columns"},
    )


def _table(table: browsing.Table, *, opened: bool) -> Component:
    columns = [
        html.Div(
            [html.Dt([html.Code(column.column_name), " ", html.Span(column.column_type.lower(), className="type")])]
            + ([html.Dd(column.column_comment)] if column.column_comment else [])
        )
        for column in table.columns
    ]
    summary = html.Summary([html.Code(table.name), html.Span(f" {table.kind}", className="type")])
    return html.Details([summary, html.P(table.comment), html.Dl(columns)], open=opened)


def answer(asked: dict[str, str | int] | None) -> tuple[Component | None, str]:
    """The answer drawn, and the address that gives it again. *asked* has the statement and the click that sent it."""
    sql = str(asked["sql"]) if asked else ""
    if not sql:
        return None, "/sql"
    link = f"/sql?{urlencode({'q': sql})}"
    address = link if len(link) <= console.LONGEST_LINK else "/sql"
    try:
        found = console.ask(sql)
    except SqlError as error:
        return _problem(error, sql), address
    except TooManyRequests as error:
        return html.P(str(error.description), role="alert", className="problem"), address
    return _answered(found, sql, address), address


def _problem(error: SqlError, sql: str) -> Component:
    pointed = error.pointed(sql)
    place = [] if error.line is None else [html.P(f"Line {error.line}, column {error.column}", className="place")]
    return html.Div(
        [*place, html.Pre(pointed, className="pointed") if pointed else None, html.P(error.message)],
        role="alert",
        className="problem",
    )


def _answered(found: Answer, sql: str, address: str) -> Component:
    query = urlencode({"q": sql})
    shares = (
        [
            html.A("CSV", href=f"/api/sql?{query}&format=csv", download="query.csv"),
            html.A("JSON", href=f"/api/sql?{query}"),
            html.A("Link to this answer", href=address),
        ]
        if address != "/sql"
        else [html.Span("This statement is too long for a link; POST it to /api/sql as q.")]
    )
    return html.Div(
        [html.Div([html.P(_summary(found), role="status"), *shares], className="answer-head"), _rows(found)]
    )


def _summary(found: Answer) -> str:
    shown = min(len(found.rows), SHOWN_ROWS)
    many = words.count(len(found.rows), "row")
    some = f"The first {shown:,} of {many}" if shown < len(found.rows) else many
    capped = ", more were left out: add a limit or a where" if found.more else ""
    return f"{some}{capped} · {found.seconds:.2f} s"


def _rows(found: Answer) -> Component:
    headings = [Heading(column.name, any(part in column.type for part in _NUMBERS)) for column in found.columns]
    rows = [
        [_cell(heading.name, value) for heading, value in zip(headings, row, strict=True)]
        for row in found.rows[:SHOWN_ROWS]
    ]
    return table("Rows of the answer", headings, rows)


def _cell(name: str, value: Cell) -> Component | str:
    """A value as text; ids, addresses and slugs lead to their page."""
    if value is None:
        return html.Span("null", className="type")
    text = f"{value:.12g}" if isinstance(value, float) else str(value)
    if name in _LINKED:
        return dcc.Link(text, href=f"/{_LINKED[name]}/{quote(text, safe='')}")
    if (web := links.safe(text)) is not None:
        return html.A(text, href=web, rel="noopener noreferrer")
    return text if len(text) <= _LONG_CELL else text[:_LONG_CELL] + "…"


def register(app: Dash) -> None:
    """Run the statement; keep the address the same as what is shown."""
    # The statement is taken from the page at the click: the component tells of its text a moment after the last
    # key, and Ctrl + Enter right after typing would run what stood there before.
    app.clientside_callback(
        "function(clicks) { return clicks ? window.reported.typed(clicks) : window.dash_clientside.no_update; }",
        Output(ids.SQL_ASKED, "data"),
        Input(ids.SQL_RUN, "n_clicks"),
    )
    app.callback(Output(ids.SQL_ANSWER, "children"), Output(ids.SQL_ADDRESS, "data"), Input(ids.SQL_ASKED, "data"))(
        answer
    )
    app.clientside_callback(
        "function(address) { window.reported.showAddress(address); }",
        Input(ids.SQL_ADDRESS, "data"),
    )


PAGE = Page(path="/sql", title=title, layout=layout, nav="SQL", register=register)
