"""What the search box of the front page finds beside series: numbers as printed, sources by name."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from app import links, words
from app.display_units import display_units
from app.finding_numbers import MARGIN, sought_number
from app.passages import marked
from app.sides import name_of
from warehouse import asking
from warehouse.answers import Claim, Passage
from warehouse.connection import Snapshot


def numbers(published: Snapshot, sought: str) -> list[Component]:
    """The figures that say about the number that was typed, in whatever unit; [] when none was typed or found."""
    wanted = sought_number(sought, asking.units(published))
    if wanted is None:
        return []
    found = asking.claims_near_number(published, wanted.number, wanted.values, margin=MARGIN)
    if not found:
        return []
    held = asking.passages(published, [claim.figure_id for claim in found])
    return [
        html.H2(f"{words.count(len(found), 'figure')} near {words.number(wanted.number)}"),
        html.Ul([html.Li(_found(claim, held.get(claim.figure_id))) for claim in found], className="found"),
    ]


def _found(claim: Claim, passage: Passage | None) -> list[Component | None]:
    unit = display_units(claim.unit, kind=claim.kind)[0]
    number = words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)
    about = claim.indicator_label.lower() + (f", {claim.place}" if claim.place else "")
    quote = marked(passage, claim.excerpt)
    return [
        html.P(
            [
                links.inward(html.B(number), links.figure(claim.figure_id)),
                f" {name_of(claim)} · ",
                links.inward(about, links.series(claim.slug)),
                f" · {words.window(claim.as_of_start, claim.as_of_end)}",
            ]
        ),
        quote if quote is not None else html.P(f"Transcribed: {words.readable(claim.excerpt)}", className="no-passage"),
    ]


def sources(published: Snapshot, sought: str) -> list[Component]:
    """The sources that have these words in their name."""
    found = asking.sources_named(published, sought)
    if not found:
        return []
    items: list[Component] = [
        html.Li(
            [
                links.inward(source.name, links.source(source.name)),
                html.Small(f" {words.count(source.figures, 'figure')}"),
            ]
        )
        for source in found
    ]
    return [html.H2("Sources of this name"), html.Ul(items, className="once")]


def elsewhere(sought: str) -> Component:
    """The same words in what the front page does not search: sentences and articles."""
    query = urlencode({"q": sought})
    places: Sequence[tuple[str, str]] = (("all rows and their sentences", "/data"), ("articles", "/articles"))
    parts = [part for name, path in places for part in (", in ", links.inward(name, f"{path}?{query}"))]
    return html.P([f"Look for “{sought}” in ", *parts[1:], "."], className="elsewhere")
