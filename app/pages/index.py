"""The front page: every series, the most contested first, and a box that takes words or a number in any unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from app import current, ids, links, words
from app.display_units import display_units
from app.finding_numbers import MARGIN, sought_number
from app.page import Page, Query, following
from app.passages import marked
from app.quarrels import flag
from app.sides import name_of
from app.sparks import spark
from app.view import Filter
from warehouse import asking
from warehouse.answers import Card, Claim, Window

_MOST = 60  # cards drawn at once


def title() -> str:
    """The title of the front page."""
    return "Figures"


def layout(query: Query) -> Component:
    """The search box and all series, or what the query looks for."""
    sought = Filter.from_query(query).words
    return html.Article(
        [
            html.P(_generation(), className="kicker"),
            html.H1("What the sources say, number by number"),
            html.P(
                "Every figure as printed, with who said it, where and when, and where they contradict each other.",
                className="finding",
            ),
            html.Div(
                dmc.TextInput(
                    id=ids.SEARCH,
                    value=sought,
                    label="Find a series by word, or a number in any unit",
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


def _generation() -> str:
    meta = asking.meta(current.published())
    return f"Data of {words.day(meta.built_at)}, generation {meta.generation:,}"


def _results(sought: str) -> list[Component]:
    cards = asking.cards(current.published())
    if not cards:
        return [html.P("No figure has been read yet. Run: figures ingest seeds", className="empty")]
    matching = [card for card in cards if _speaks_of(card, sought)]
    numbers = _numbers(sought, cards) if sought else []
    if not matching and not numbers:
        return [
            html.P(f"Nothing is said of “{sought}”. Try one word, or a number alone.", className="empty", role="status")
        ]
    return [*numbers, *_grid(matching, len(cards))]


def _speaks_of(card: Card, sought: str) -> bool:
    told = f"{card.title} {card.indicator_label} {card.place} {card.event} {card.population} {card.holder}".casefold()
    return all(word in told for word in sought.casefold().split())


def _grid(cards: Sequence[Card], all_cards: int) -> list[Component]:
    if not cards:
        return []
    drawn = list(cards[:_MOST])
    series_ids = [card.series_id for card in drawn]
    published = current.published()
    windows = {
        slug: list(group) for slug, group in groupby(asking.windows(published, series_ids), lambda row: row.slug)
    }
    latest = {
        slug: list(group)
        for slug, group in groupby(asking.latest_of_series(published, series_ids), lambda row: row.slug)
    }
    items = [_card(card, latest.get(card.slug, []), windows.get(card.slug, [])) for card in drawn]
    told = f"{words.count(len(cards), 'series', 'series')}{'' if len(cards) == all_cards else f' of {all_cards:,}'}"
    more = f", the first {_MOST} shown: search for the others" if len(cards) > _MOST else ""
    return [html.H2(f"{told}{more}", className="small-heading"), html.Ul(items, className="cards")]


def _card(card: Card, latest: Sequence[Claim], windows: Sequence[Window]) -> Component:
    picture = spark(windows)
    place = " · ".join(part for part in (card.place, card.event) if part)
    return html.Li(
        [
            html.P([place or card.family, flag(card.severity) if card.severity else None], className="card-head"),
            html.H3(links.inward(card.title, links.series(card.slug))),
            html.Div(
                [
                    html.Ul([html.Li(_said(claim)) for claim in _distinct(latest)], className="latest"),
                    None if picture is None else html.Img(src=picture, alt="", className="spark"),
                ],
                className="card-body",
            ),
            html.P(
                f"{words.count(card.figures, 'figure')} · {words.count(card.voices, 'voice')} · "
                f"{words.count(card.parties, 'party or body', 'parties or bodies')}",
                className="card-foot",
            ),
        ],
        className="card",
    )


def _said(claim: Claim) -> list[Component | str]:
    unit = display_units(claim.unit, kind=claim.kind)[0]
    number = words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)
    return [html.B(number), f" {name_of(claim)}, {words.window(claim.as_of_start, claim.as_of_end)}"]


def _distinct(latest: Iterable[Claim]) -> list[Claim]:
    """Up to two of the newest claims, not the same words of the same voice twice."""
    return list({(claim.voice, claim.value, claim.low): claim for claim in latest}.values())[:2]


def _numbers(sought: str, cards: Sequence[Card]) -> list[Component]:
    """The figures that say about the number that was typed."""
    wanted = sought_number(sought, {card.unit for card in cards})
    if wanted is None:
        return []
    published = current.published()
    found = asking.claims_near_number(published, wanted.number, wanted.values, margin=MARGIN)
    if not found:
        return []
    held = asking.passages(published, [claim.figure_id for claim in found])
    items = [
        html.Li(
            [
                html.P(
                    [
                        links.inward(html.B(_number(claim)), links.figure(claim.figure_id)),
                        f" {name_of(claim)} · ",
                        links.inward(
                            claim.indicator_label.lower() + (f", {claim.place}" if claim.place else ""),
                            links.series(claim.slug),
                        ),
                        f" · {words.window(claim.as_of_start, claim.as_of_end)}",
                    ]
                ),
                marked(held.get(claim.figure_id), claim.excerpt),
            ]
        )
        for claim in found
    ]
    return [
        html.H2(f"{words.count(len(found), 'figure')} near {words.number(wanted.number)}", className="small-heading"),
        html.Ul(items, className="found"),
    ]


def _number(claim: Claim) -> str:
    unit = display_units(claim.unit, kind=claim.kind)[0]
    return words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)


PAGE = Page(path="/", title=title, layout=layout, nav="Figures", register=register)
