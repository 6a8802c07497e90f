"""Figures listed: one row each, numbers to the right, every number with its words and its link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from app import ids, links, words
from app.display_units import DisplayUnit, display_units, fitting
from app.quarrels import flag
from app.sides import Sides, name_of
from warehouse.answers import Claim

MOST_ROWS = 500  # rows of a page's table; the CSV has them all


def claims_table(claims: Sequence[Claim], unit: DisplayUnit, sides: Sides, caption: str) -> Component:
    """The claims of one series: as-of, who, the number in the unit shown, its span, its words, the outlet.

    A column that says the same of every row is left out, and said in the caption.
    """
    states = sorted({claim.reviewed for claim in claims})
    checked = len(states) > 1
    told = caption if checked else f"{caption}, all {_CHECKED.get(states[0], states[0])}"
    header = ["As of", "Who says it", f"Number, {unit.words}", "Span", "As printed", "Published in"]
    header += ["Checked", ""] if checked else [""]
    right = frozenset({2, 3})
    return html.Div(
        html.Table(
            [
                html.Caption(told),
                html.Thead(html.Tr([_head(text, right=place in right) for place, text in enumerate(header)])),
                html.Tbody([_claim_row(claim, unit, sides, checked=checked) for claim in claims[:MOST_ROWS]]),
            ],
            className="figures",
        ),
        className="scrolls",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


_CHECKED = {"machine": "machine-read", "accepted": "accepted by a person", "corrected": "corrected by a person"}


def _claim_row(claim: Claim, unit: DisplayUnit, sides: Sides, *, checked: bool) -> Component:
    side = sides.of(claim)
    name = name_of(claim)
    fits = claim.unit == unit.canonical
    shown = replace(unit, before="", after="") if fits else display_units(claim.unit, kind=claim.kind)[0]
    number = "–" if claim.value is None else words.stated(claim.value, claim.low, claim.high, claim.quantifier, shown)
    return html.Tr(
        [
            html.Th(_day(claim), scope="row"),
            html.Td(
                [glyph(side.slot.glyph, side.slot.colour), links.inward(name, links.source(name))], className="who"
            ),
            html.Td(links.inward(number, links.figure(claim.figure_id)), className="number"),
            html.Td(words.span(claim.low, claim.high, shown), className="number"),
            html.Td(_printed(claim), className="aside"),
            html.Td(_outlet(claim), className="aside"),
            *([html.Td(_CHECKED.get(claim.reviewed, claim.reviewed), className="aside")] if checked else []),
            html.Td(
                html.Button("Passage", id=ids.mark(claim.figure_id), className="small", n_clicks=0), className="aside"
            ),
        ]
    )


def _day(claim: Claim) -> str:
    if claim.as_of_start is None or claim.as_of_end is None:
        return "no date"
    return words.short_window(claim.as_of_start, claim.as_of_end)


def _outlet(claim: Claim) -> Component:
    """Where it was printed; an article without an address of its own leads to our copy."""
    outlet = claim.publisher or claim.original_publisher or "our copy"
    if links.safe(claim.url) is None and claim.evidence == "passage":
        return links.inward(outlet, links.article(claim.document_id, claim.figure_id))
    return links.outward(outlet, claim.url)


def _printed(claim: Claim) -> object:
    if claim.evidence == "table_row":
        return html.Span([words.readable(claim.excerpt), html.Small(" transcribed")])
    return f"“{claim.excerpt}”"


def series_told(claims: Sequence[Claim]) -> list[Component]:
    """The series that these claims are of, the most contested and most told first; nothing for a single one."""
    by_series: dict[str, list[Claim]] = {}
    for claim in claims:
        by_series.setdefault(claim.slug, []).append(claim)
    if len(by_series) < 2:
        return []
    ranked = sorted(by_series.values(), key=lambda told: (-_gravest(told), -len(told)))
    return [html.H2("Series"), html.Ul([html.Li(_series_line(told)) for told in ranked], className="once")]


def _series_line(told: Sequence[Claim]) -> list[Component | str | None]:
    parts = (told[0].indicator_label, told[0].holder, told[0].population, _STATISTICS.get(told[0].statistic, ""))
    gravest = _gravest(told)
    return [
        links.inward(" · ".join(part for part in parts if part), links.series(told[0].slug)),
        html.Small(f" {words.count(len(told), 'figure')} "),
        flag(gravest) if gravest else None,
    ]


_STATISTICS = {"peak": "at the peak", "change": "change", "total": "in all"}  # a level goes without saying


def _gravest(told: Sequence[Claim]) -> int:
    return max(claim.severity or 0 for claim in told)


def mixed_table(
    claims: Sequence[Claim], sides: Sides, caption: str, *, who: bool = True, where: bool = True
) -> list[Component]:
    """Claims of many series, newest first: what, who, the number in its own unit, its words.

    Without *who* or *where* on the page of a source or a place, which would be said in every row.
    """
    if not claims:
        return []
    newest = sorted(claims, key=lambda claim: (claim.as_of_end or date.min, claim.figure_id), reverse=True)
    many = f", the newest {MOST_ROWS} shown" if len(claims) > MOST_ROWS else ""
    header = ["As of", "What", *(["Who says it"] if who else []), "Number", "As printed", "Published in"]
    table = html.Table(
        [
            html.Caption(f"{caption}: {words.count(len(claims), 'figure')}{many}"),
            html.Thead(html.Tr([_head(text, right=text == "Number") for text in header])),
            html.Tbody([_mixed_row(claim, sides, who=who, where=where) for claim in newest[:MOST_ROWS]]),
        ],
        className="figures",
    )
    return [html.Div(table, className="scrolls", tabIndex=0, role="region", **{"aria-label": caption})]


def _mixed_row(claim: Claim, sides: Sides, *, who: bool, where: bool) -> Component:
    side, name = sides.of(claim), name_of(claim)
    unit = display_units(claim.unit, kind=claim.kind)[0]
    parts = (claim.indicator_label, claim.holder, claim.population, claim.place if where else "")
    about = " · ".join(part for part in parts if part)
    number = words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)
    said = html.Td([glyph(side.slot.glyph, side.slot.colour), links.inward(name, links.source(name))], className="who")
    return html.Tr(
        [
            html.Th(_day(claim), scope="row"),
            html.Td(links.inward(about, links.series(claim.slug))),
            *([said] if who else []),
            html.Td(links.inward(number, links.figure(claim.figure_id)), className="number"),
            html.Td(_printed(claim), className="aside"),
            html.Td(_outlet(claim), className="aside"),
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
            html.Th(
                [
                    glyph(side.slot.glyph, side.slot.colour),
                    links.inward(name_of(last), links.source(name_of(last))),
                ],
                scope="row",
            ),
            html.Td(side.label, className="aside"),
            html.Td(f"{len(claims):,}", className="number"),
            html.Td(words.short_day(dated[0].as_of_start) if dated else "–", className="date aside"),
            html.Td(words.short_day(last.as_of_end) if dated else "–", className="date"),
            html.Td(
                words.stated(last.value, last.low, last.high, last.quantifier, fitting(last.unit, unit, kind=last.kind))
            ),
            html.Td(_listed(outlets), className="aside"),
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
    return html.Th(text, scope="col", className="number" if right else "aside" if text in _ASIDE else "")


_ASIDE = ("As printed", "Published in", "Printed in", "Side", "From", "Checked")  # columns that a phone leaves out


def facts(pairs: Iterable[tuple[str, object]]) -> Component:
    """Names and what they are, one under the other; pairs with nothing are left out."""
    rows: list[Component] = []
    for name, value in pairs:
        if value not in (None, ""):
            rows += [html.Dt(name), html.Dd(value)]
    return html.Dl(rows, className="facts")
