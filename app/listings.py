"""Figures listed: one row each, numbers to the right, every number with its words and its link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from app import ids, links, words
from app.display_units import DisplayUnit, display_units, fitting
from app.sides import Sides, name_of
from warehouse.answers import Claim

MOST_ROWS = 500  # rows of a page's table; the CSV has them all


def claims_table(claims: Sequence[Claim], unit: DisplayUnit, sides: Sides, caption: str) -> Component:
    """The claims of one series: as-of, who, the number in the unit shown, its span, its words, the outlet."""
    header = ("As of", "Who says it", f"Number, {unit.words}", "Span", "As printed", "Published in", "Checked", "")
    right = frozenset({2, 3})
    return html.Div(
        html.Table(
            [
                html.Caption(caption),
                html.Thead(html.Tr([_head(text, right=place in right) for place, text in enumerate(header)])),
                html.Tbody([_claim_row(claim, unit, sides) for claim in claims[:MOST_ROWS]]),
            ],
            className="figures",
        ),
        className="scrolls",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


def _claim_row(claim: Claim, unit: DisplayUnit, sides: Sides) -> Component:
    side = sides.of(claim)
    name = name_of(claim)
    unit = fitting(claim.unit, unit, kind=claim.kind)
    return html.Tr(
        [
            html.Th(words.window(claim.as_of_start, claim.as_of_end) or "no date", scope="row"),
            html.Td([glyph(side.slot.glyph, side.slot.colour), links.inward(name, links.source(name))]),
            html.Td(
                words.stated(claim.value, claim.low, claim.high, claim.quantifier, unit)
                if claim.value is not None
                else "–",
                className="number",
            ),
            html.Td(words.span(claim.low, claim.high, unit), className="number"),
            html.Td(_printed(claim)),
            html.Td(links.outward(claim.publisher or "unknown", claim.url)),
            html.Td(claim.reviewed),
            html.Td(
                [
                    html.Button("Passage", id=ids.mark(claim.figure_id), className="small", n_clicks=0),
                    links.inward("Figure", links.figure(claim.figure_id)),
                ],
                className="actions",
            ),
        ]
    )


def _printed(claim: Claim) -> object:
    if claim.evidence == "table_row":
        return html.Span([words.readable(claim.excerpt), html.Small(" transcribed")])
    return f"“{claim.excerpt}”"


def mixed_table(claims: Sequence[Claim], sides: Sides, caption: str) -> list[Component]:
    """Claims of many series, newest first: what, who, the number in its own unit, its words."""
    if not claims:
        return []
    newest = sorted(claims, key=lambda claim: (claim.as_of_end or date.min, claim.figure_id), reverse=True)
    many = f", the newest {MOST_ROWS} shown" if len(claims) > MOST_ROWS else ""
    header = ("As of", "What", "Who says it", "Number", "As printed", "Published in")
    table = html.Table(
        [
            html.Caption(f"{caption}: {words.count(len(claims), 'figure')}{many}"),
            html.Thead(html.Tr([_head(text, right=place == 3) for place, text in enumerate(header)])),
            html.Tbody([_mixed_row(claim, sides) for claim in newest[:MOST_ROWS]]),
        ],
        className="figures",
    )
    return [html.Div(table, className="scrolls", tabIndex=0, role="region", **{"aria-label": caption})]


def _mixed_row(claim: Claim, sides: Sides) -> Component:
    side, name = sides.of(claim), name_of(claim)
    unit = display_units(claim.unit, kind=claim.kind)[0]
    about = " · ".join(part for part in (claim.indicator_label, claim.holder, claim.population, claim.place) if part)
    number = words.stated(claim.value, claim.low, claim.high, claim.quantifier, unit)
    return html.Tr(
        [
            html.Th(words.window(claim.as_of_start, claim.as_of_end) or "no date", scope="row"),
            html.Td(links.inward(about, links.series(claim.slug))),
            html.Td([glyph(side.slot.glyph, side.slot.colour), links.inward(name, links.source(name))]),
            html.Td(links.inward(number, links.figure(claim.figure_id)), className="number"),
            html.Td(_printed(claim)),
            html.Td(links.outward(claim.publisher or "unknown", claim.url)),
        ]
    )


def voices_table(claims: Sequence[Claim], unit: DisplayUnit, sides: Sides) -> Component:
    """Who speaks in a series: each voice with its side, how often it speaks, and its last word."""
    header = ("Voice", "Side", "Figures", "From", "To", "Last said", "Printed in")
    by_voice = sorted(claims, key=lambda claim: (sides.of(claim).label, name_of(claim)))
    groups = [list(group) for _, group in groupby(by_voice, key=name_of)]
    groups.sort(key=len, reverse=True)
    return html.Div(
        html.Table(
            [
                html.Caption(f"{words.count(len(groups), 'voice')}, those who speak most first"),
                html.Thead(html.Tr([_head(text, right=place == 2) for place, text in enumerate(header)])),
                html.Tbody([_voice_row(group, unit, sides) for group in groups]),
            ],
            className="figures",
        ),
        className="scrolls",
        tabIndex=0,
        role="region",
        **{"aria-label": "Voices"},
    )


def _voice_row(claims: Sequence[Claim], unit: DisplayUnit, sides: Sides) -> Component:
    dated = sorted(
        (claim for claim in claims if claim.as_of_start is not None),
        key=lambda claim: claim.as_of_start or claim.recorded_at.date(),
    )
    last = (dated or list(claims))[-1]
    side = sides.of(last)
    outlets = sorted({claim.publisher for claim in claims if claim.publisher})
    return html.Tr(
        [
            html.Th(links.inward(name_of(last), links.source(name_of(last))), scope="row"),
            html.Td([glyph(side.slot.glyph, side.slot.colour), side.label]),
            html.Td(f"{len(claims):,}", className="number"),
            html.Td(words.short_day(dated[0].as_of_start) if dated else "–"),
            html.Td(words.short_day(last.as_of_end) if dated else "–"),
            html.Td(
                words.stated(last.value, last.low, last.high, last.quantifier, fitting(last.unit, unit, kind=last.kind))
            ),
            html.Td(_listed(outlets)),
        ]
    )


def _listed(names: Sequence[str]) -> list[object]:
    """Up to three names with their pages, and how many more there are."""
    found: list[object] = []
    for name in names[:3]:
        found += [", " if found else "", links.inward(name, links.source(name))]
    return [*found, f" and {len(names) - 3} more"] if len(names) > 3 else found


def glyph(sign: str, colour: int) -> Component:
    """A side's shape in its colour, before a name; the name says the same in words."""
    return html.Span(f"{sign}\u00a0", className=f"glyph side-{colour}", **{"aria-hidden": "true"})


def _head(text: str, *, right: bool = False) -> Component:
    if not text:
        return html.Td()
    return html.Th(text, scope="col", className="number" if right else "")


def facts(pairs: Iterable[tuple[str, object]]) -> Component:
    """Names and what they are, one under the other; pairs with nothing are left out."""
    rows: list[Component] = []
    for name, value in pairs:
        if value not in (None, ""):
            rows += [html.Dt(name), html.Dd(value)]
    return html.Dl(rows, className="facts")
