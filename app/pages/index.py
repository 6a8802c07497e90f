"""The front page: what is contested, every series, and a box that takes words or a number in any unit."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from app import current, front, ids, limits, seeking, words
from app.page import Page, Query, following
from app.view import Filter
from warehouse import asking, browsing


def title() -> str:
    """The title of the front page."""
    return "Figures"


def layout(query: Query) -> Component:
    """The search box and all series, or what the query looks for."""
    sought = Filter.from_query(query).words
    return html.Article(
        [
            html.P(_size(), className="kicker"),
            html.H1("What the sources say, number by number"),
            html.P(
                "Every figure as printed, with who said it, where and when, and where they contradict each other.",
                className="finding",
            ),
            html.Div(
                dmc.TextInput(
                    id=ids.SEARCH,
                    value=sought,
                    label="Find a series or a source by word, or a number in any unit",
                    placeholder="evacuated · 500 · 1,400 km2",
                    debounce=300,
                    size="md",
                    spellCheck=False,
                ),
                className="search",
                role="search",
            ),
            html.Div(_results(sought), id=ids.RESULTS),
            *following("index"),
        ],
        className="sheet index",
    )


def search(text: str) -> tuple[list[Component], str]:
    """The results for what was typed, and the query string that says the same."""
    wanted = Filter.from_query({"q": text or ""})
    return _results(wanted.words), wanted.to_query()


def register(app: Dash) -> None:
    """Search as the reader types; the address follows."""
    app.callback(
        Output(ids.RESULTS, "children"),
        Output(ids.query("index"), "data"),
        Input(ids.SEARCH, "value"),
        prevent_initial_call=True,
    )(search)


def _size() -> str:
    published = current.published()
    counts, meta = browsing.counts(published), asking.meta(published)
    return (
        f"{words.count(counts.figures, 'figure')} in {words.count(counts.series, 'series', 'series')} · "
        f"data of {words.day(meta.built_at)}"
    )


def _results(sought: str) -> list[Component]:
    if not sought:
        return _everything()
    told = limits.refusal("search")
    return [html.P(told, className="problem", role="alert")] if told else _found(sought)


def _everything() -> list[Component]:
    published = current.published()
    found = front.shown(published)
    if not found.cards:
        return [html.P("No figure has been read yet. Run: figures ingest seeds", className="empty")]
    counts = browsing.counts(published)
    return [
        *front.contest(front.worst(published), counts.disagreements),
        *front.series_lists(found),
        *_more(len(found.cards), "the others are found by searching"),
    ]


def _found(sought: str) -> list[Component]:
    published = current.published()
    found = front.shown(published, sought)
    beside = [*seeking.numbers(published, sought), *seeking.sources(published, sought)]
    if not found.cards and not beside:
        nothing = f"Nothing is said of “{sought}”. Try one word, or a number alone."
        return [html.P(nothing, className="empty", role="status"), seeking.elsewhere(sought)]
    return [
        *beside,
        *front.series_lists(found),
        *_more(len(found.cards), "another word finds fewer"),
        seeking.elsewhere(sought),
    ]


def _more(drawn: int, advice: str) -> Sequence[Component]:
    """That there may be series beyond those drawn."""
    return [] if drawn < front.MOST else [html.P(f"The first {drawn} series are shown; {advice}.", className="notes")]


PAGE = Page(path="/", title=title, layout=layout, nav="Figures", register=register)
