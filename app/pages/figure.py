"""One number: its passage, how it was converted, through whose hands it came, who says the same or otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from app import current, ids, links, passages, quarrels, words
from app.display_units import DisplayUnit, display_units
from app.listings import facts, glyph
from app.page import Page, Query
from app.reporting import reported_error
from app.sides import name_of
from warehouse import asking
from warehouse.answers import Claim, Handover, Review, Version

_ROLES = {
    "originator": "made the number",
    "speaker": "said it",
    "relay": "passed it on",
    "agency": "wired it",
    "publisher": "published it",
    "republisher": "published it again",
    "verifier": "checked it",
    "disputant": "disputes it",
}
_BASES = {
    "stated": "stated beside the number",
    "context": "from elsewhere in the article",
    "published": "nothing said: the day of publication",
    "given": "given in the claims table",
}


def title(figure_id: str) -> str | None:
    """The number and who says it; None for an unknown id."""
    claim = asking.claim(current.published(), figure_id)
    return None if claim is None else f"{_number(claim)}, {name_of(claim)}"


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
            html.P([links.inward(_about(claim), links.series(claim.slug))], className="kicker"),
            html.H1([glyph(side.slot.glyph, side.slot.colour), _number(claim)]),
            html.P(_standing(claim, versions), className="finding"),
            passages.evidence(claim, passage),
            passages.provenance(claim),
            html.P(passages.reviewed(claim.reviewed)),
            _section("From the printed words to the number", _conversion(claim)),
            _section("What it is", [facts(_facts(claim))]),
            _section("Whose hands it came through", _chain(asking.chain(published, figure_id))),
            *_against(figure_id),
            *_sisters(claim),
            *_history(versions, asking.reviews(published, figure_id), claim),
            _section("Cite it", _citation(claim)),
            _section("Report an error", _report(figure_id)),
        ],
        className="sheet figure-page",
    )


def _number(claim: Claim) -> str:
    return words.stated(claim.value, claim.low, claim.high, claim.quantifier, _unit(claim))


def _unit(claim: Claim) -> DisplayUnit:
    return display_units(claim.unit, kind=claim.kind)[0]


def _about(claim: Claim) -> str:
    parts = (claim.indicator_label, claim.holder and f"by {claim.holder}", claim.population, claim.place, claim.event)
    return " · ".join(part for part in parts if part)


def _standing(claim: Claim, versions: Sequence[Version]) -> str:
    day = words.window(claim.as_of_start, claim.as_of_end)
    told = f"{name_of(claim)}, as of {day}." if day else f"{name_of(claim)}; no date is known."
    if claim.reviewed == "rejected":
        return f"{told} A person has rejected this reading; it counts nowhere."
    if versions and versions[-1].retired_at is not None:
        return f"{told} This reading was withdrawn on {words.day(versions[-1].retired_at)}; it counts nowhere."
    return told


def _section(name: str, body: Sequence[object]) -> Component:
    return html.Section([html.H2(name), *body])


def _conversion(claim: Claim) -> list[Component]:
    """Text, number, hedge, unit: each step with what it gave."""
    unit = _unit(claim)
    shown = words.readable(claim.excerpt)
    steps: list[tuple[str, object]] = [
        ("Printed", f"“{shown}”" if claim.evidence == "passage" else f"{shown} (transcribed)")
    ]
    if claim.value_reported is not None:
        steps.append(("Number", f"{words.number(claim.value_reported)} {words.readable(claim.unit_reported)}"))
    else:
        steps.append(
            ("Number", f"none was printed; the words are read as a span, in {words.readable(claim.unit_reported)}")
        )
    steps.append(("Wording", words.hedge(claim.quantifier)))
    if claim.unit_reported != claim.unit and claim.value is not None and claim.value_reported:
        factor = words.number(claim.value / claim.value_reported)
        steps.append(("Unit", f"1 {words.readable(claim.unit_reported)} = {factor} {words.readable(claim.unit)}"))
    if claim.derivation is not None:
        steps.append(("Worked out", claim.derivation))
    steps.append(("Span it allows", words.span(claim.low, claim.high, unit)))
    others = (
        [words.amount(claim.value, other) for other in display_units(claim.unit, kind=claim.kind)[1:]]
        if claim.value is not None
        else []
    )
    steps.append(("In other units", " · ".join(others)))
    return [facts(steps)]


def _facts(claim: Claim) -> list[tuple[str, object]]:
    basis = f" ({_BASES.get(claim.as_of_basis or '', '')})" if claim.as_of_basis else ""
    return [
        ("Counts", claim.indicator_label + (f", “{claim.term}”" if claim.term else "")),
        ("Held by", claim.holder),
        ("Share of", claim.share_of),
        ("Among", claim.population),
        ("Place", links.inward(claim.place, links.place(claim.place)) if claim.place else ""),
        ("Event", links.inward(claim.event, links.event(claim.event)) if claim.event else ""),
        ("Kind of number", claim.statistic),
        ("As of", words.window(claim.as_of_start, claim.as_of_end) + basis),
        ("Read with confidence", f"{claim.confidence:.0%}"),
        (
            "Derived from",
            links.inward("another figure", links.figure(claim.derived_from_id)) if claim.derived_from_id else "",
        ),
        ("Says again", links.inward("another figure", links.figure(claim.restates_id)) if claim.restates_id else ""),
        (
            "Replaces",
            links.inward("an earlier figure", links.figure(claim.supersedes_id)) if claim.supersedes_id else "",
        ),
        ("Part of", links.inward("another figure", links.figure(claim.part_of)) if claim.part_of else ""),
    ]


def _chain(steps: Sequence[Handover]) -> list[Component]:
    if not steps:
        return [html.P("Nobody is named: it is the outlet’s own number.")]
    items = [
        html.Li(
            [
                links.inward(step.source, links.source(step.source)),
                f" {_ROLES.get(step.role, step.role)}",
                f" ({step.stance.replace('_', ' ')})" if step.stance != "not_stated" else "",
                html.Small(f" “{step.cue}”" if step.cue else ""),
            ]
        )
        for step in steps
    ]
    return [html.Ol(items, className="chain")]


def _against(figure_id: str) -> list[Component]:
    pairs = asking.disagreements_of_claim(current.published(), figure_id)
    if not pairs:
        return []
    wanted = [figure for pair in pairs for figure in (pair.figure_a, pair.figure_b) if figure is not None]
    held = asking.passages(current.published(), wanted)
    return [_section("Who says otherwise", quarrels.quarrels(pairs, held, titled=False))]


def _sisters(claim: Claim) -> list[Component]:
    """What others say of the same thing for about the same days."""
    near = [
        other
        for other in asking.claims_of_series(current.published(), claim.series_id)
        if other.figure_id != claim.figure_id and _meet(claim, other)
    ]
    items = [
        html.Li(
            [
                links.inward(html.B(_number(other)), links.figure(other.figure_id)),
                f" {name_of(other)}, {words.window(other.as_of_start, other.as_of_end)}",
                html.Small(f" in {other.publisher}" if other.publisher else ""),
            ]
        )
        for other in near[:12]
    ]
    return [_section("The same thing, said elsewhere", [html.Ul(items, className="sisters")])] if items else []


def _meet(claim: Claim, other: Claim) -> bool:
    if claim.as_of_start is None or other.as_of_start is None:
        return False
    days = abs((claim.as_of_start - other.as_of_start).days)
    return days <= 7 or (
        claim.as_of_start <= (other.as_of_end or other.as_of_start)
        and other.as_of_start <= (claim.as_of_end or claim.as_of_start)
    )


def _history(versions: Sequence[Version], reviews: Sequence[Review], claim: Claim) -> list[Component]:
    if len(versions) < 2 and not reviews:
        return []
    unit = _unit(claim)
    read = [
        html.Li(
            f"{words.day(version.recorded_at)}: read as {words.stated(version.value, version.low, version.high, version.quantifier, unit)}"
            + (f", {version.originator}" if version.originator else "")
            + (f"; withdrawn {words.day(version.retired_at)}" if version.retired_at else "")
        )
        for version in versions
    ]
    done = [
        html.Li(
            f"{words.day(review.reviewed_at)}: {review.reviewer}: {review.action}"
            + (f" {review.field} from {review.old_value} to {review.new_value}" if review.field else "")
            + f". {review.reason}"
        )
        for review in reviews
    ]
    return [_section("How it was read and reviewed", [html.Ul([*read, *done])])]


def _citation(claim: Claim) -> list[Component]:
    address = f"{current.settings().public_url}{links.figure(claim.figure_id)}"
    printed = f" in {claim.publisher}" if claim.publisher else ""
    day = f", {words.day(claim.published_at)}" if claim.published_at is not None else ""
    text = f"{name_of(claim)}, “{words.readable(claim.excerpt)}”{printed}{day}. Reported Figures, {claim.figure_id}, {address}"
    return [
        html.P(text, className="citation"),
        html.P(html.Button("Copy citation", className="link-like", **{"data-copy": text})),
        html.P(
            ["The id ", html.Code(claim.figure_id), " stays the same when the number is read again."], className="notes"
        ),
    ]


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


PAGE = Page(path="/figure/<figure_id>", title=title, layout=layout, register=register)
