"""Everything to take away, and all rows to look through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from app import current, limits, words
from app.display_units import display_units
from app.grid import Heading, table
from app.page import Page, Query
from app.paging import Paging, pager
from app.view import Filter
from warehouse import asking, browsing
from warehouse.checksum import published_file

PER_PAGE = 50
_HEADINGS = (
    Heading("As of"),
    Heading("As printed"),
    Heading("Span", number=True),
    Heading("What"),
    Heading("Who says so"),
    Heading("Publisher"),
    Heading("State"),
)


def title() -> str:
    """The title of the data page."""
    return "Data"


def layout(query: Query) -> Component:
    """Downloads, then the rows that the address asks for."""
    return html.Article(
        [
            html.H1("Data"),
            html.P("All of it, to take away or to look through. Free to use; name the sources.", className="deck"),
            _downloads(),
            html.H2("All rows"),
            *_browse(query),
        ],
        className="sheet wide",
    )


def _downloads() -> Component:
    published = current.published()
    counts, meta, file = browsing.counts(published), asking.meta(published), published_file(published)
    return html.Div(
        [
            html.P(
                f"Generation {meta.generation}, built {words.day(meta.built_at)} at {meta.built_at:%H:%M} UTC: "
                f"{words.count(counts.figures, 'figure')} in {counts.series:,} series, from "
                f"{words.count(counts.articles, 'article')} and {words.count(counts.claims, 'row')} of claims tables; "
                f"{words.count(counts.disagreements, 'disagreement')}, {counts.unread:,} numbers left unread."
            ),
            html.Ul([_offer(*offer) for offer in _offers(counts)], className="offers"),
            html.Details(
                [
                    html.Summary("The database file: checksum, and how to open it"),
                    html.P(["SHA-256 ", html.Code(file.sha256, className="checksum")]),
                    html.Pre("duckdb -readonly figures.duckdb 'select * from figures limit 10'", className="pointed"),
                    html.P(["What each table and column holds is on the ", dcc.Link("SQL page", href="/sql"), "."]),
                ]
            ),
        ]
    )


def _offers(counts: browsing.Counts) -> Iterable[tuple[str, str, str]]:
    rows = words.count(counts.figures, "row")
    size = published_file(current.published()).bytes / 1e6
    return (
        ("/data/figures.csv", "CSV", f"{rows}, one a figure"),
        ("/data/figures.parquet", "Parquet", f"{rows}, for pandas, DuckDB, R"),
        ("/data/figures.zip", "Zip", "the CSV with its description and a README"),
        ("/data/figures.duckdb", "DuckDB", f"the whole warehouse, {size:,.1f} MB"),
        ("/data/schema.sql", "Schema", "every table and column, with comments"),
        ("/disagreements.atom", "Atom", "new disagreements, as a feed"),
    )


def _offer(address: str, name: str, what: str) -> Component:
    return html.Li([html.A(name, href=address), html.Span(f" {what}", className="type")])


def _browse(query: Query) -> list[Component | None]:
    published = current.published()
    chosen, paging = replace(Filter.from_query(query), relation=""), Paging.from_query(query, PER_PAGE)
    told = limits.refusal("search") if chosen.words else ""
    if told:
        return [html.P(told, className="problem", role="alert")]
    narrowing = browsing.Narrowing(chosen.words, chosen.severity, chosen.indicator, chosen.place, chosen.party)
    found = browsing.figures(published, narrowing, limit=PER_PAGE, offset=paging.offset)
    many = browsing.count_figures(published, narrowing)
    return [
        _narrow(chosen),
        _how_many(many, paging, chosen),
        table("Figures", _HEADINGS, [_row(figure) for figure in found]) if found else None,
        pager(paging, "/data", chosen.to_query(), more=paging.offset + PER_PAGE < many),
    ]


def _narrow(chosen: Filter) -> Component:
    choices = browsing.choices(current.published())
    return html.Form(
        [
            dmc.TextInput(name="q", label="Words", value=chosen.words),
            _select("indicator", "What", chosen.indicator, choices),
            _select("place", "Where", chosen.place, choices),
            _select("party", "Whose voice", chosen.party, choices),
            dmc.Select(
                name="severity",
                label="Disagreement",
                data=[
                    {"value": "1", "label": "any"},
                    {"value": "2", "label": "minor or worse"},
                    {"value": "3", "label": "major or worse"},
                    {"value": "4", "label": "severe"},
                ],
                value=str(chosen.severity) if chosen.severity else None,
                clearable=True,
                placeholder="all rows",
            ),
            html.Button("Show", type="submit", className="button"),
        ],
        action="/data",
        method="get",
        className="narrowing",
        role="search",
    )


def _select(kind: str, label: str, value: str, choices: Sequence[browsing.Choice]) -> Component:
    options = [
        {"value": choice.name, "label": f"{choice.label} ({choice.figures:,})"}
        for choice in choices
        if choice.kind == kind
    ]
    return dmc.Select(
        name=kind, label=label, data=options, value=value or None, searchable=True, clearable=True, placeholder="all"
    )


def _how_many(many: int, paging: Paging, chosen: Filter) -> Component:
    query = chosen.to_query()
    first, last = min(paging.offset + 1, many), min(paging.offset + PER_PAGE, many)
    shown = (
        f"Rows {first:,} to {last:,} of {many:,}"
        if many
        else "No figure is left. Take something out of the fields above."
    )
    links = [
        html.A(f"These rows as {name}", href=f"/data/figures.{name.lower()}{'?' + query if query else ''}")
        for name in ("CSV", "JSON")
    ]
    return html.Div([html.P(shown, role="status"), *(links if many else [])], className="answer-head")


def _row(figure: browsing.BrowsedFigure) -> list[Component | str]:
    unit = display_units(figure.unit, kind=figure.kind)[0]
    flag = " · disputed" if figure.severity >= 2 else ""
    state = "machine-read" if figure.reviewed == "machine" else figure.reviewed
    return [
        _as_of(figure),
        dcc.Link(
            words.readable(figure.excerpt) if figure.evidence == "table_row" else figure.excerpt,
            href=f"/figure/{figure.figure_id}",
        ),
        words.span(figure.low, figure.high, unit),
        dcc.Link(f"{figure.indicator_label} · {figure.place}".removesuffix(" · "), href=f"/series/{figure.slug}"),
        figure.voice,
        dcc.Link(figure.publisher or "not known", href=f"/article/{figure.document_id}"),
        f"{state}{flag}",
    ]


def _as_of(figure: browsing.BrowsedFigure) -> str:
    if figure.as_of_start is None or figure.as_of_end is None:
        return "not known"
    return words.short_window(figure.as_of_start, figure.as_of_end)


PAGE = Page(path="/data", title=title, layout=layout, nav="Data")
