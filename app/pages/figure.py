"""One number: its passage, how it was converted, through whose hands it came, who says the same or otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from app import accounts, current, ids, links, passages, quarrels, words
from app.listings import facts, glyph
from app.page import Page, Query
from app.reporting import reported_error
from app.sides import name_of
from warehouse import asking
from warehouse.answers import Claim, Version


def title(figure_id: str) -> str | None:
    """The number and who says it; None for an unknown id."""
    claim = asking.claim(current.published(), figure_id)
    return None if claim is None else f"{accounts.number(claim)}, {name_of(claim)}"


def layout(query: Query, figure_id: str) -> Component:
    """The page of one figure, be it current or not: a cited id answers for ever."""
    published, cast = current.published(), current.cast_of_file()
    claim = asking.claim(published, figure_id)
    assert claim is not None  # noqa: S101 - title() has found it
    side = cast.sides.of(claim)
    passage = asking.passages(published, [figure_id]).get(figure_id)
    versions = asking.versions(published, figure_id)
    return html.Article(
        [
            html.P([links.inward(accounts.about(claim), links.series(claim.slug))], className="kicker"),
            html.H1([glyph(side.slot.glyph, side.slot.colour), accounts.number(claim)]),
            html.P(_standing(claim, versions), className="finding"),
            passages.evidence(claim, passage),
            passages.provenance(claim),
            html.P(passages.sources(claim), className="links"),
            html.P(passages.reviewed(claim.reviewed)),
            html.Div(
                [
                    _section("From the printed words to the number", accounts.conversion(claim)),
                    _section("What it is", [facts(accounts.meaning(claim))]),
                ],
                className="beside-each-other",
            ),
            _section("Whose hands it came through", accounts.chain(asking.chain(published, figure_id))),
            *_against(figure_id),
            *_others(claim),
            *_section_if(
                "How it was read and reviewed", accounts.history(versions, asking.reviews(published, figure_id))
            ),
            _section("Cite it", accounts.citation(claim)),
            _section("Report an error", _report(figure_id)),
        ],
        className="sheet figure-page",
    )


def _standing(claim: Claim, versions: Sequence[Version]) -> str:
    day = words.window(claim.as_of_start, claim.as_of_end)
    told = f"{name_of(claim)}, as of {day}." if day else f"{name_of(claim)}; no date is known."
    if claim.reviewed == "rejected":
        return f"{told} A person has rejected this reading; it counts nowhere."
    if versions and versions[-1].retired_at is not None:
        return f"{told} This reading was withdrawn on {words.day(versions[-1].retired_at)}; it counts nowhere."
    return told


def _section(name: str, body: Sequence[Component]) -> Component:
    return html.Section([html.H2(name), *body])


def _against(figure_id: str) -> list[Component]:
    pairs = asking.disagreements_of_claim(current.published(), figure_id)
    if not pairs:
        return []
    wanted = [figure for pair in pairs for figure in (pair.figure_a, pair.figure_b) if figure is not None]
    held = asking.passages(current.published(), wanted)
    return [_section("Who says otherwise", quarrels.quarrels(pairs, held, titled=False))]


def _others(claim: Claim) -> list[Component]:
    """What is said of the same thing for about the same days."""
    others = asking.claims_of_series(current.published(), claim.series_id)
    return _section_if("The same thing, said elsewhere", accounts.sisters(claim, others))


def _section_if(name: str, body: Sequence[Component]) -> list[Component]:
    return [_section(name, body)] if body else []


def _report(figure_id: str) -> list[Component]:
    return [
        dcc.Store(id=ids.REPORT_FIGURE, data=figure_id),
        html.P(
            "What is wrong, and how do you know? It waits for an editor and changes nothing by itself.",
            className="notes",
        ),
        html.Div(
            [
                dmc.Textarea(id=ids.REPORT_TEXT, label="What is wrong", autosize=True, minRows=2, maxRows=8),
                dmc.TextInput(id=ids.REPORT_NAME, label="Your name, if you like"),
                html.Button("Send", id=ids.REPORT, n_clicks=0, className="button"),
                html.P(id=ids.REPORT_ANSWER, role="status"),
            ],
            className="report",
        ),
    ]


def register(app: Dash) -> None:
    """The form drops a note into the inbox."""
    app.callback(
        Output(ids.REPORT_ANSWER, "children"),
        Output(ids.REPORT_TEXT, "value"),
        Input(ids.REPORT, "n_clicks"),
        State(ids.REPORT_TEXT, "value"),
        State(ids.REPORT_NAME, "value"),
        State(ids.REPORT_FIGURE, "data"),
        prevent_initial_call=True,
    )(reported_error)


PAGE = Page(
    path="/figure/<figure_id>",
    title=title,
    layout=layout,
    register=register,
    alternates=(("application/ld+json", "/figure/{figure_id}.jsonld"),),
)
