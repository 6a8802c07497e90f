"""One series: every figure of it drawn, compared, listed, with its sources and its disagreements."""

from __future__ import annotations

from datetime import date

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from app import current, ids, links, logs, panels, passages, quarrels, words
from app.display_units import choose, display_units
from app.findings import finding
from app.listings import glyph
from app.page import Page, Query, following
from app.showing import Showing, show
from app.sides import Side
from app.view import Filter, Order, Scale, Tab, View
from warehouse import asking
from warehouse.answers import Claim, Series

# The control that sets each parameter of the address.
_CONTROLS = {
    "tab": ids.TABS,
    "unit": ids.UNIT,
    "scale": ids.SCALE,
    "order": ids.ORDER,
    "from": ids.START,
    "to": ids.END,
    "known": ids.KNOWN,
}
_MOST_PAIRS = 40  # disagreements told below a chart
_TABS = {Tab.CHART: "Chart", Tab.COMPARE: "Compare", Tab.TABLE: "Table", Tab.SOURCES: "Sources"}


def title(slug: str) -> str | None:
    """The title of the series; None when there is none at the address."""
    held = current.cast_of_file().shelf.take(slug)
    return None if held is None else held.series.title


def layout(query: Query, slug: str) -> Component:
    """The page under the view that *query* asks for."""
    cast = current.cast_of_file()
    showing = show(cast, slug, View.from_query(query))
    assert showing is not None  # noqa: S101 - title() has found it
    return html.Article(
        [
            dcc.Store(id=ids.SLUG, data=slug),
            *following("series"),
            dcc.Store(id=ids.PASSAGE_SHOWN),
            *_head(showing),
            _controls(showing),
            _tabs(showing, panels.panel(showing, cast, current.scheme(), narrow=current.is_narrow())),
            html.Section(id=ids.PASSAGE, className="passage-panel", hidden=True, **{"aria-label": "Passage"}),
            html.Div(panels.notes(showing), id=ids.NOTES),
            html.Div(panels.downloads(showing), id=ids.DOWNLOADS, className="downloads"),
            html.Section(_disagreements(showing), id=ids.QUARRELS),
            *_related(showing),
        ],
        className="sheet series",
    )


def _head(showing: Showing) -> list[Component]:
    series = showing.series
    place = [links.inward(series.place, links.place(series.place)), " · "] if series.place else []
    event = [links.inward(series.event, links.event(series.event)), " · "] if series.event else []
    return [
        html.P([*place, *event, series.family], className="kicker"),
        html.H1(series.title),
        html.P(finding(showing), id=ids.FINDING, className="finding", role="status"),
        html.P(_definition(showing), className="definition"),
    ]


def _definition(showing: Showing) -> str:
    text = showing.series.definition.rstrip(".")
    return f"{text}. Each mark is one printed number, by the day it holds for."


def _controls(showing: Showing) -> Component:
    view = showing.view
    return html.Div(
        [
            html.Div(
                dmc.ChipGroup(
                    [_chip(side) for side in showing.sides],
                    id=ids.WHO,
                    multiple=True,
                    value=[side.key for side in showing.sides if view.shows(side.key)],
                ),
                className="chips",
                role="group",
                **{"aria-label": "Whose numbers to show"},
            ),
            html.Div(
                [
                    _choice(ids.UNIT, "Unit", {unit.key: unit.label for unit in showing.units}, showing.unit.key),
                    _choice(ids.SCALE, "Scale", {Scale.LINEAR: "Linear", Scale.LOG: "Log"}, view.scale),
                    _choice(
                        ids.ORDER, "Order in Compare", {Order.DATE: "By date", Order.VALUE: "By number"}, view.order
                    ),
                    _days(view),
                ],
                className="choices",
            ),
        ],
        className="controls",
    )


def _chip(side: Side) -> Component:
    return dmc.Chip(
        [glyph(side.slot.glyph, side.slot.colour), side.label], value=side.key, variant="outline", size="sm"
    )


def _choice(name: str, label: str, options: dict[str, str], value: str) -> Component:
    control = dmc.SegmentedControl(
        id=name, value=value, data=[{"value": str(key), "label": text} for key, text in options.items()], size="xs"
    )
    hidden = " single" if len(options) < 2 else ""
    return html.Div(control, role="group", className=f"choice choice-{name}{hidden}", **{"aria-label": label})


def _days(view: View) -> Component:
    """The bounds of days, folded away until somebody wants them or the address has one."""
    bounds = (view.start, view.end, view.known)
    return html.Details(
        [
            html.Summary("Days"),
            html.Div(
                [
                    _day(ids.START, "From", view.start),
                    _day(ids.END, "To", view.end),
                    _day(ids.KNOWN, "As known on", view.known),
                ],
                className="days",
            ),
        ],
        open=any(day is not None for day in bounds),
        className="days-folded",
    )


def _day(name: str, label: str, value: date | None) -> Component:
    return dmc.TextInput(
        id=name,
        label=label,
        value=_iso(value),
        debounce=400,
        size="xs",
        attributes={"input": {"type": "date"}},
        className="day",
    )


def _tabs(showing: Showing, drawn: list[Component]) -> Component:
    voices = len({claim.voice for claim in showing.claims})
    names = {**_TABS, Tab.SOURCES: f"Sources ({voices})"}
    return dmc.Tabs(
        [
            dmc.TabsList([dmc.TabsTab(name, value=tab) for tab, name in names.items()]),
            *[
                dmc.TabsPanel(
                    dcc.Loading(
                        html.Div(drawn if tab is showing.view.tab else [], id=ids.panel(tab)),
                        delay_show=400,
                        type="dot",
                        target_components={ids.panel(tab): "children"},
                    ),
                    value=tab,
                )
                for tab in names
            ],
        ],
        id=ids.TABS,
        value=str(showing.view.tab),
        keepMounted=True,
    )


def _disagreements(showing: Showing) -> list[Component]:
    pairs = showing.disagreements
    if not showing.shown:
        return []
    if not pairs:
        told = "nowhere" if len(showing.shown) > 1 else "there is one, so nothing to compare it with"
        return [html.H2("Where sources disagree"), html.P(f"Among the figures in view: {told}.")]
    held, shown = showing.passages, pairs[:_MOST_PAIRS]
    grave = [pair for pair in shown if pair.severity > 1]
    slight = [pair for pair in shown if pair.severity <= 1]
    return [
        html.H2("Where sources disagree"),
        *quarrels.quarrels(grave, held, titled=False),
        *([quarrels.folded(slight, held)] if slight else []),
        *([_all_pairs(showing.series)] if len(pairs) > _MOST_PAIRS else []),
    ]


def _all_pairs(series: Series) -> Component:
    """Where more is told than fits below a chart."""
    query = Filter(indicator=series.indicator, place=series.place).to_query()
    return html.P(
        [
            f"The gravest {_MOST_PAIRS} are told here; ",
            links.inward("others are listed", f"/disagreements?{query}"),
            ".",
        ],
        className="notes",
    )


def _related(showing: Showing) -> list[Component]:
    found = asking.related(current.published(), showing.series.series_id)
    if not found:
        return []
    items = [
        html.Li(
            [
                links.inward(other.title, links.series(other.slug)),
                html.Small(f" {words.count(other.figures, 'figure')}"),
            ]
        )
        for other in found
    ]
    return [
        html.Nav([html.H2("Related series"), html.Ul(items)], className="related", **{"aria-label": "Related series"})
    ]


def redraw(controls: dict[str, str], who: list[str], scheme: str, slug: str) -> tuple[object, ...]:
    """Everything that the controls change, and the query string that says the same."""
    view = View.from_query({name: text or "" for name, text in controls.items()} | {"who": ".".join(who)})
    cast = current.cast_of_file()
    showing = show(cast, slug, view)
    if showing is None:
        return (no_update,) * (len(_TABS) + 5)
    drawn = panels.panel(showing, cast, scheme, narrow=current.is_narrow())
    below = (panels.notes(showing), panels.downloads(showing), _disagreements(showing))
    return (*(drawn if tab is view.tab else [] for tab in _TABS), finding(showing), *below, showing.view.to_query())


def say_undrawn(error: Exception) -> tuple[object, ...]:
    """What the reader sees when a choice could not be drawn: the page as it was, and a sentence."""
    logs.REQUESTS.error("failure", exc_info=error, extra={"fields": {"path": "redraw"}})
    told = "This choice could not be drawn; the page is as it was before. Load it again to try once more."
    return (*(no_update for _ in _TABS), told, no_update, no_update, no_update, no_update)


def open_passage(
    _clicks: list[object], _pressed: list[int], _closed: list[int], unit: str, slug: str
) -> tuple[object, bool, str]:
    """The evidence of the mark that was clicked or pressed; closed again by its button."""
    figure_id = _chosen(ctx.triggered_id, ctx.triggered[0]["value"] if ctx.triggered else None)
    claim = asking.claim(current.published(), figure_id) if figure_id else None
    if claim is None:
        return [], True, ""
    return _opened(claim, unit), False, claim.figure_id


def _chosen(triggered: object, value: object) -> str:
    """The figure whose mark was clicked on a chart or whose button was pressed; '' for none."""
    if not isinstance(triggered, dict) or not value:
        return ""
    if triggered["type"] == "mark":
        return str(triggered["figure"])
    if triggered["type"] == "chart" and isinstance(value, dict):
        return str(value["points"][0].get("customdata") or "")
    return ""


def _opened(claim: Claim, unit: str) -> list[Component]:
    published, cast = current.published(), current.cast_of_file()
    passage = asking.passages(published, [claim.figure_id]).get(claim.figure_id)
    shown = choose(display_units(claim.unit, kind=claim.kind), unit)
    close = html.Button("Close", id=ids.close("passage"), n_clicks=0, className="small close")
    return [close, *passages.panel(claim, passage, shown, cast.sides.of(claim))]


def show_all(_pressed: list[int], slug: str) -> tuple[list[str], str, str, str]:
    """All sources, no bound of days, and the file as it is now."""
    showing = show(current.cast_of_file(), slug, View())
    if showing is None or not any(_pressed):
        raise PreventUpdate
    return [side.key for side in showing.sides], "", "", ""


def register(app: Dash) -> None:
    """Controls redraw; marks open passages; the address follows."""
    app.callback(
        *[Output(ids.panel(tab), "children") for tab in _TABS],
        Output(ids.FINDING, "children"),
        Output(ids.NOTES, "children"),
        Output(ids.DOWNLOADS, "children"),
        Output(ids.QUARRELS, "children"),
        Output(ids.query("series"), "data"),
        inputs={
            "controls": {name: Input(control, "value") for name, control in _CONTROLS.items()},
            "who": Input(ids.WHO, "value"),
            "scheme": Input(ids.SCHEME, "computedColorScheme"),
            "slug": State(ids.SLUG, "data"),
        },
        prevent_initial_call=True,
        on_error=say_undrawn,
    )(redraw)
    app.callback(
        Output(ids.PASSAGE, "children"),
        Output(ids.PASSAGE, "hidden"),
        Output(ids.PASSAGE_SHOWN, "data"),
        Input(ids.chart(ALL), "clickData"),
        Input(ids.mark(ALL), "n_clicks"),
        Input(ids.close(ALL), "n_clicks"),
        State(ids.UNIT, "value"),
        State(ids.SLUG, "data"),
        prevent_initial_call=True,
    )(open_passage)
    app.callback(
        Output(ids.WHO, "value"),
        Output(ids.START, "value"),
        Output(ids.END, "value"),
        Output(ids.KNOWN, "value"),
        Input(ids.reset(ALL), "n_clicks"),
        State(ids.SLUG, "data"),
        prevent_initial_call=True,
    )(show_all)
    app.clientside_callback(
        ClientsideFunction("reported", "reveal"), Output(ids.PASSAGE, "data-shown"), Input(ids.PASSAGE_SHOWN, "data")
    )


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


PAGE = Page(
    path="/series/<slug>",
    title=title,
    layout=layout,
    register=register,
    alternates=(("text/csv", "/series/{slug}.csv"), ("application/json", "/series/{slug}.json")),
)
