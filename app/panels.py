"""The four ways to look at a series, each drawn from one Showing; and what stands below them."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from app import forest, ids, links, words
from app.charts import Chart, drawable, time_chart
from app.current import Cast
from app.display_units import fitting
from app.layers import Look
from app.listings import MOST_ROWS, claims_table, glyph, voices_table
from app.marks import Mark
from app.palette import palette
from app.showing import Showing
from app.sides import name_of
from app.view import Order, Scale, Tab
from warehouse.answers import Claim

# No bar of buttons, and never plotly's own: one of them uploads the chart to its makers.
CONFIG = {"displayModeBar": False, "showSendToCloud": False, "responsive": True, "displaylogo": False}
_MOST_NOTES = 60  # end notes on paper; a longer series is printed as its table
_MOST_BUTTONS = 150  # marks listed as buttons below a chart; the table has the rest


def panel(showing: Showing, cast: Cast, scheme: str, *, narrow: bool) -> list[Component]:
    """What the chosen tab shows; *narrow* on a phone."""
    if not showing.shown:
        return [_nothing(showing)]
    if showing.view.tab is Tab.TABLE:
        return [_table(showing, cast)]
    if showing.view.tab is Tab.SOURCES:
        return [voices_table(showing.shown, showing.unit, cast.sides)]
    return _charted(showing, Look(showing.unit, showing.view.scale, palette(scheme), narrow))


def _charted(showing: Showing, look: Look) -> list[Component]:
    if not drawable(showing.marks, look.scale):
        return [html.P("None of these figures can be placed on this chart; the table has them all.", className="empty")]
    if showing.view.tab is Tab.COMPARE:
        rows = _rows(showing)
        return [_graph("compare", forest.compare_chart(rows, look), _told(showing)), _key(rows)]
    drawn = time_chart(showing.marks, look, quarrels=showing.quarrels, bands=showing.bands)
    return [_graph("time", drawn, _told(showing)), _key(showing.marks), _marks_list(showing.marks)]


def _rows(showing: Showing) -> Sequence[Mark]:
    """The marks that Compare has rows for: of very many the newest or the highest."""
    newest = showing.view.order is Order.DATE
    return showing.marks[-forest.MOST :] if newest else showing.marks[: forest.MOST]


def _graph(name: str, drawn: Chart, told: str) -> Component:
    return html.Figure(
        [
            html.Div(
                dcc.Graph(id=ids.chart(name), figure=drawn, config=CONFIG, className="plot"),
                role="img",
                **{"aria-label": told},
            ),
            html.Figcaption(told, className="for-readers-aloud"),
        ],
        className=f"chart chart-{name}",
    )


def _told(showing: Showing) -> str:
    """The chart in words, for those who do not see it."""
    return (
        f"{showing.series.title}: {words.count(len(showing.marks), 'mark')}, "
        f"{words.count(len(showing.quarrels), 'stretch of days', 'stretches of days')} in which sources disagree. "
        "The list below and the table hold every figure."
    )


def _key(marks: Sequence[Mark]) -> Component:
    """How to read the kinds of mark that are on this chart; those that are not, go without saying."""
    kinds = (
        ("bar", "the span its words allow", any(mark.is_span for mark in marks)),
        ("arrow", "open on that side", any(mark.low is None or mark.high is None for mark in marks)),
        ("hollow", "hedged", any(mark.hedged for mark in marks)),
        ("tick", "vague words, no number", any(mark.value is None and mark.is_span for mark in marks)),
        ("dotted", "worked out from another number", any(mark.derived for mark in marks)),
        ("crossed", "denied by somebody", any(mark.denied for mark in marks)),
        ("level", "the days it holds for", any(mark.end > mark.start for mark in marks)),
    )
    items = [
        html.Li(
            [
                html.Span(className=f"key-mark key-{name}", **{"aria-hidden": "true"}),
                html.Span(name, className="unseen"),
                f" {text}",
            ]
        )
        for name, text, shown in kinds
        if shown
    ]
    return html.Ul(items, className="key", **{"aria-label": "How to read the marks"})


def _marks_list(marks: Sequence[Mark]) -> Component:
    """Every mark as a button, so that the keyboard opens what the pointer does."""
    shown = marks[:_MOST_BUTTONS]
    more = f", the first {len(shown)} listed; the table has all" if len(shown) < len(marks) else ""
    return html.Details(
        [
            html.Summary(f"{words.count(len(marks), 'mark')} as a list{more}"),
            html.Ul([html.Li(_mark_button(mark)) for mark in shown]),
        ],
        className="marks",
    )


def _mark_button(mark: Mark) -> Component:
    number = "vague" if mark.value is None else f"{words.hedge(mark.claim.quantifier)} {words.number(mark.value)}"
    number = number.removeprefix("exact ")
    return html.Button(
        [
            glyph(mark.side.slot.glyph, mark.side.slot.colour),
            f"{words.short_window(mark.start, mark.end)} · {mark.name} · {number}",
        ],
        id=ids.mark(mark.claim.figure_id),
        className="mark-button",
        n_clicks=0,
    )


def _table(showing: Showing, cast: Cast) -> Component:
    many = len(showing.shown)
    caption = f"{showing.series.title}: {words.count(many, 'figure')}"
    if many > MOST_ROWS:
        caption += f", the first {MOST_ROWS} here, all in the CSV"
    return claims_table(showing.shown, showing.unit, cast.sides, caption)


def _nothing(showing: Showing) -> Component:
    """The empty state says why and what to do."""
    why = "No figure of this series is in view."
    if showing.claims:
        why += f" {words.count(len(showing.claims), 'figure')} are left out by the sources or days chosen."
    elif showing.view.known is not None:
        why += f" The file held none on {words.day(showing.view.known)}."
    return html.Div(
        [html.P(why), html.Button("Show all sources and days", id=ids.reset("all"), n_clicks=0, className="button")],
        className="empty",
        role="status",
    )


def notes(showing: Showing) -> list[Component]:
    """How many figures stand behind the page, and what the chart cannot show."""
    shown = showing.shown
    if not shown:
        return []
    lines = [
        f"{words.count(len(shown), 'figure')} from {words.count(len({claim.voice for claim in shown}), 'voice')}, "
        f"{_independent(showing)}."
    ]
    undated = sum(1 for claim in shown if claim.as_of_start is None)
    elsewhere = sum(1 for claim in shown if claim.as_of_start is not None and claim.unit != showing.unit.canonical)
    if showing.view.tab in (Tab.CHART, Tab.COMPARE):
        if undated:
            lines.append(f"{words.count(undated, 'figure')} without a date: in the table.")
        if elsewhere:
            lines.append(f"{words.count(elsewhere, 'figure')} in another unit, which has no place on this axis.")
        if showing.view.tab is Tab.COMPARE and len(showing.marks) > forest.MOST:
            first = "newest" if showing.view.order is Order.DATE else "highest"
            lines.append(f"The {first} {forest.MOST} have a row; choose days or sources to see others.")
        hidden = len(showing.marks) - len(drawable(showing.marks, showing.view.scale))
        if showing.view.scale is Scale.LOG and hidden:
            verb = "is" if hidden == 1 else "are"
            lines.append(f"{words.count(hidden, 'report')} of zero {verb} not shown on a log scale.")
    if showing.view.known is not None:
        lines.append(f"As the file stood at the end of {words.day(showing.view.known)}.")
    return [
        html.P(" ".join(lines), className="notes"),
        *_bands(showing),
        html.P(source_line(showing), className="source-line"),
        *_endnotes(showing),
    ]


def _endnotes(showing: Showing) -> list[Component]:
    """For paper alone: the evidence of each mark, which a reader on a screen opens by pressing it."""
    if showing.view.tab is Tab.TABLE or len(showing.shown) > _MOST_NOTES:
        return []
    return [html.Ol([html.Li(_endnote(claim, showing)) for claim in showing.shown], className="endnotes")]


def _endnote(claim: Claim, showing: Showing) -> list[Component | str]:
    unit = fitting(claim.unit, showing.unit, kind=claim.kind)
    number = words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)
    quote = f" “{claim.sentence}”" if claim.sentence else ""
    day = words.window(claim.as_of_start, claim.as_of_end)
    return [f"{number}, {name_of(claim)}, {day}.{quote} ", links.outward(claim.publisher or "", claim.url)]


def _independent(showing: Showing) -> str:
    """How many parties and unaffiliated bodies the voices come to."""
    named = {claim.party or claim.voice for claim in showing.shown if claim.originator is not None}
    own = sum(1 for claim in showing.shown if claim.originator is None)
    told = words.count(len(named), "party or independent body", "parties or independent bodies")
    return f"{told}; {own} in an outlet’s own voice, origin unknown" if own else told


def _bands(showing: Showing) -> list[Component]:
    if showing.view.tab is not Tab.CHART:
        return []
    return [
        html.P(f"{words.window(band.start, band.end)}: {band.text}.", className="notes band") for band in showing.bands
    ]


def downloads(showing: Showing) -> list[Component]:
    """The same rows as files, under the same choices; none of no rows."""
    if not showing.shown:
        return []
    query = showing.view.to_query()
    tail = f"?{query}" if query else ""
    base = f"/series/{showing.series.slug}"
    return [
        html.A(f"CSV ({words.count(len(showing.shown), 'row')})", href=f"{base}.csv{tail}"),
        html.A("JSON", href=f"{base}.json{tail}"),
        html.A("Everything (zip)", href=f"{base}.zip{tail}"),
        html.Button("PNG", className="link-like", **{"data-save": "png"}),
        html.Button("SVG", className="link-like", **{"data-save": "svg"}),
        html.Button("Copy link", className="link-like", **{"data-copy": "here"}),
        html.A("Embed", href=f"/embed/{showing.series.slug}{tail}"),
    ]


def source_line(showing: Showing) -> str:
    """Who printed the figures, as it stands below the chart and on saved pictures."""
    outlets = sorted({claim.publisher for claim in showing.shown if claim.publisher})
    more = f" and {len(outlets) - 6} more" if len(outlets) > 6 else ""
    return f"Sources: {', '.join(outlets[:6])}{more}." if outlets else ""
