"""The account of one figure: from the printed words to the number, what it is, whose hands it came through."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask import request

from app import current, links, words
from app.display_units import DisplayUnit, display_units
from app.listings import facts
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
_STATISTICS = {
    "level": "how many or how much there is at the time",
    "peak": "the most there ever was",
    "total": "counted since a start",
    "change": "by how much within the days",
    "share": "a share of a whole",
}
_BASES = {
    "stated": "stated beside the number",
    "context": "from elsewhere in the article",
    "published": "nothing said: the day of publication",
    "given": "given in the claims table",
}


def number(claim: Claim) -> str:
    """The number with its hedge and unit, in words where the unit has no sign."""
    return words.told(claim.value, claim.low, claim.high, claim.quantifier, unit_of(claim))


def unit_of(claim: Claim) -> DisplayUnit:
    """The unit a figure is shown in."""
    return display_units(claim.unit, kind=claim.kind)[0]


def about(claim: Claim) -> str:
    """What the figure counts, in short."""
    parts = (claim.indicator_label, claim.holder and f"by {claim.holder}", claim.population, claim.place, claim.event)
    return " · ".join(part for part in parts if part)


def conversion(claim: Claim) -> list[Component]:
    """Text, number, hedge, unit, span: each step with what it gave."""
    unit = unit_of(claim)
    printed = words.readable(claim.excerpt)
    steps = [
        ("Printed", f"“{printed}”" if claim.evidence == "passage" else f"{printed} (transcribed)"),
        ("Number", _as_reported(claim)),
        ("Wording", words.hedge(claim.quantifier)),
        ("Unit", _factor(claim)),
        ("Worked out", claim.derivation or ""),
        ("Span it allows", words.span(claim.low, claim.high, unit)),
        ("In other units", _in_other_units(claim)),
    ]
    return [facts(steps)]


def _as_reported(claim: Claim) -> str:
    unit = words.readable(claim.unit_reported)
    if claim.value_reported is None:
        return f"none was printed; the words are read as a span, in {unit}"
    return f"{claim.value_reported:,.10g} {unit}"


def _factor(claim: Claim) -> str:
    """How the printed unit became the canonical one; '' where it was that already."""
    if claim.unit_reported == claim.unit or claim.value is None or not claim.value_reported:
        return ""
    factor = claim.value / claim.value_reported
    return f"1 {words.readable(claim.unit_reported)} = {factor:.7g} {words.readable(claim.unit)}"


def _in_other_units(claim: Claim) -> str:
    if claim.value is None:
        return ""
    return " · ".join(words.amount(claim.value, other) for other in display_units(claim.unit, kind=claim.kind)[1:])


def meaning(claim: Claim) -> list[tuple[str, object]]:
    """Names and values of all that the figure was read to mean."""
    basis = f" ({_BASES.get(claim.as_of_basis or '', '')})" if claim.as_of_basis else ""
    return [
        ("Counts", claim.indicator_label + (f", “{claim.term}”" if claim.term else "")),
        ("Held by", claim.holder),
        ("Share of", claim.share_of),
        ("Among", claim.population),
        ("Place", links.inward(claim.place, links.place(claim.place)) if claim.place else ""),
        ("Event", links.inward(claim.event, links.event(claim.event)) if claim.event else ""),
        ("Kind of number", _STATISTICS.get(claim.statistic, claim.statistic)),
        ("As of", words.window(claim.as_of_start, claim.as_of_end) + basis),
        ("Read with confidence", f"{claim.confidence:.0%}"),
        ("Derived from", _other(claim.derived_from_id)),
        ("Says again", _other(claim.restates_id)),
        ("Replaces", _other(claim.supersedes_id)),
        ("Part of", _other(claim.part_of)),
    ]


def _other(figure_id: str | None) -> object:
    """A link to another figure, in its own words."""
    other = None if figure_id is None else asking.claim(current.published(), figure_id)
    if other is None:
        return ""
    return links.inward(f"{name_of(other)}: {words.readable(other.excerpt)}", links.figure(other.figure_id))


def chain(steps: Sequence[Handover]) -> list[Component]:
    """Each step of the way, in reading order."""
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


def history(versions: Sequence[Version], reviews: Sequence[Review]) -> list[Component]:
    """Each reading and each decision of a person, oldest first; nothing for a figure read once and not reviewed."""
    if len(versions) < 2 and not reviews:
        return []
    return [html.Ul([*map(_reading, versions), *map(_decision, reviews)])]


def _reading(version: Version) -> Component:
    unit = display_units(version.unit, kind="")[0]
    read = words.stated(version.value, version.low, version.high, version.quantifier, unit)
    who = f", {version.originator}" if version.originator else ""
    withdrawn = f"; withdrawn {words.day(version.retired_at)}" if version.retired_at else ""
    return html.Li(f"{words.day(version.recorded_at)}: read as {read}{who}{withdrawn}")


def _decision(review: Review) -> Component:
    change = f" {review.field} from {review.old_value} to {review.new_value}" if review.field else ""
    change = f" “{review.new_value}”" if review.action == "note" else change
    return html.Li(f"{words.day(review.reviewed_at)}: {review.reviewer}: {review.action}{change}. {review.reason}")


def citation(claim: Claim) -> list[Component]:
    """A citation with the permanent id, and a button that copies it."""
    base = current.settings().public_url or request.host_url.rstrip("/")
    address = f"{base}{links.figure(claim.figure_id)}"
    outlet = claim.publisher or claim.original_publisher
    printed = f" in {outlet}" if outlet else ""
    day = f", {words.day(claim.published_at)}" if claim.published_at is not None else ""
    quoted = f"{name_of(claim)}, “{words.readable(claim.excerpt)}”{printed}{day}"
    text = f"{quoted}. Reported Figures, {claim.figure_id}, {address}"
    return [
        html.P(text, className="citation"),
        html.P(html.Button("Copy citation", className="link-like", **{"data-copy": text})),
        html.P(
            ["The id ", html.Code(claim.figure_id), " stays the same when the number is read again."], className="notes"
        ),
    ]


def sisters(claim: Claim, others: Sequence[Claim]) -> list[Component]:
    """Up to twelve other figures of the series for about the same days, each with its speaker and outlet."""
    near = [other for other in others if other.figure_id != claim.figure_id and _meet(claim, other)]
    items = [
        html.Li(
            [
                links.inward(html.B(number(other)), links.figure(other.figure_id)),
                f" {name_of(other)}, {words.window(other.as_of_start, other.as_of_end)}",
                html.Small(f" in {other.publisher}" if other.publisher else ""),
            ]
        )
        for other in near[:12]
    ]
    return [html.Ul(items, className="sisters")] if items else []


def _meet(claim: Claim, other: Claim) -> bool:
    """Whether the as-of windows overlap or begin within a week of each other."""
    if claim.as_of_start is None or claim.as_of_end is None or other.as_of_start is None or other.as_of_end is None:
        return False
    overlap = claim.as_of_start <= other.as_of_end and other.as_of_start <= claim.as_of_end
    return overlap or abs((claim.as_of_start - other.as_of_start).days) <= 7
