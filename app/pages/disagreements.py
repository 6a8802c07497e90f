"""Where sources disagree: ranked, each in its sentence, both passages side by side, denials among them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from app import current, ids, limits, words
from app.page import Page, Query, following
from app.quarrels import quarrels
from app.view import Filter
from warehouse import asking
from warehouse.answers import Disagreement

_SEVERITIES = {"0": "All", "2": "Minor +", "3": "Major +", "4": "Severe"}
_RELATIONS = {"": "Any kind", "conflict": "Conflict", "tension": "Tension", "denied": "Denial"}


def title() -> str:
    """The title of the page."""
    return "Disagreements"


def layout(query: Query) -> Component:
    """The filters and what they leave."""
    wanted = Filter.from_query(query)
    everything = asking.disagreements(current.published())
    return html.Article(
        [
            html.H1("Where sources disagree"),
            html.P(
                "Pairs of numbers for the same thing and time that cannot both be right, even after rounding, hedging "
                "and known reasons are allowed for, and numbers that somebody denies; the gravest first.",
                className="finding",
            ),
            _filters(wanted, everything),
            html.Div(_list(wanted), id=ids.RANKED),
            *following("disagreements"),
        ],
        className="sheet",
    )


def narrow(severity: str, relation: str, indicator: str, party: str, text: str) -> tuple[list[Component], str]:
    """The list under the filters, and the query string that says the same."""
    wanted = Filter.from_query(
        {
            "severity": severity or "",
            "relation": relation or "",
            "indicator": indicator or "",
            "party": party or "",
            "q": text or "",
        }
    )
    return _list(wanted), wanted.to_query()


def register(app: Dash) -> None:
    """Narrow as the reader chooses; the address follows."""
    app.callback(
        Output(ids.RANKED, "children"),
        Output(ids.query("disagreements"), "data"),
        Input(ids.SEVERITY, "value"),
        Input(ids.RELATION, "value"),
        Input(ids.INDICATOR, "value"),
        Input(ids.PARTY, "value"),
        Input(ids.WORDS, "value"),
        prevent_initial_call=True,
    )(narrow)


def _filters(wanted: Filter, everything: list[Disagreement]) -> Component:
    severity = str(wanted.severity) if str(wanted.severity) in _SEVERITIES else "0"
    indicators = sorted({(pair.indicator, pair.indicator_label) for pair in everything}, key=lambda found: found[1])
    parties = sorted({party for pair in everything for party in (pair.party_a, pair.party_b)})
    return html.Div(
        [
            html.Div(
                dmc.SegmentedControl(id=ids.SEVERITY, value=severity, data=_options(_SEVERITIES.items()), size="xs"),
                role="group",
                **{"aria-label": "Least severity"},
            ),
            _select(ids.RELATION, "Kind", _RELATIONS.items(), wanted.relation),
            _select(ids.INDICATOR, "What", [("", "Anything"), *indicators], wanted.indicator),
            _select(ids.PARTY, "Party", [("", "Anybody"), *((party, party) for party in parties)], wanted.party),
            dmc.TextInput(id=ids.WORDS, label="Word", value=wanted.words, debounce=300, size="xs"),
        ],
        className="choices filters",
    )


def _options(options: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in options]


def _select(name: str, label: str, options: Iterable[tuple[str, str]], value: str) -> Component:
    return dmc.Select(
        id=name,
        label=label,
        data=_options(options),
        value=value,
        size="xs",
        allowDeselect=False,
        checkIconPosition="right",
    )


def _list(wanted: Filter) -> list[Component]:
    told = limits.refusal("search") if wanted.words else ""
    if told:
        return [html.P(told, className="problem", role="alert")]
    pairs = asking.disagreements(
        current.published(),
        severity=wanted.severity,
        indicator=wanted.indicator,
        place=wanted.place,
        party=wanted.party,
        relation=wanted.relation,
        words=wanted.words,
    )
    if not pairs:
        return [html.P("Nothing here disagrees under these filters.", className="empty", role="status")]
    figures = [figure for pair in pairs for figure in (pair.figure_a, pair.figure_b) if figure is not None]
    held = asking.passages(current.published(), figures)
    feed = {
        name: text
        for name, text in (
            ("severity", str(wanted.severity or "")),
            ("indicator", wanted.indicator),
            ("place", wanted.place),
        )
        if text
    }
    return [
        html.P(
            [
                f"{words.count(len(pairs), 'disagreement')}. ",
                html.A(
                    "Follow these as a feed (Atom)",
                    href=f"/disagreements.atom?{urlencode(feed)}" if feed else "/disagreements.atom",
                ),
            ],
            className="notes",
            role="status",
        ),
        *quarrels(pairs, held),
    ]


PAGE = Page(
    path="/disagreements",
    title=title,
    layout=layout,
    nav="Disagreements",
    register=register,
    alternates=(("application/atom+xml", "/disagreements.atom"),),
)
