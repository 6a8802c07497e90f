"""A source: whose side it speaks for, everything it said, and how its own numbers moved."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from app import current, links, words
from app.display_units import display_units
from app.listings import facts, mixed_table
from app.page import Page, Query
from warehouse import asking
from warehouse.answers import Claim, Revision, Source

_ALIGNMENTS = {
    "party": "speaks for a side of the conflict",
    "aligned": "leans to a side",
    "unaffiliated": "belongs to no side",
    "unknown": "not known",
}
_BELONGING = {"party": "Speaks for", "aligned": "Close to"}
_MOST = 100  # changes listed


def title(source_id: str) -> str | None:
    """The name of the source; None for an unknown one."""
    source = asking.source(current.published(), source_id)
    return None if source is None else source.name


def layout(query: Query, source_id: str) -> Component:
    """Who it is, what it said, what it changed."""
    published = current.published()
    source = asking.source(published, source_id)
    assert source is not None  # noqa: S101 - title() has found it
    claims = asking.claims_of_source(published, source.name)
    return html.Article(
        [
            html.P(f"Source · {source.kind}", className="kicker"),
            html.H1(source.name),
            html.P(_told(source, claims), className="finding"),
            facts(_facts(source)),
            *_moved(asking.revisions(published, source.name)),
            *mixed_table(claims, current.cast_of_file().sides, f"Everything {source.name} says", who=False),
        ],
        className="sheet",
    )


def _told(source: Source, claims: Sequence[Claim]) -> str:
    if not claims:
        return "No figure here is its own; it passed on what others said."
    series = len({claim.series_id for claim in claims})
    return f"{words.count(len(claims), 'figure')} in {words.count(series, 'series', 'series')}."


def _facts(source: Source) -> list[tuple[str, object]]:
    side = _ALIGNMENTS.get(source.alignment, source.alignment)
    basis = f": {source.alignment_basis}" if source.alignment_basis else ""
    return [
        (
            _BELONGING.get(source.alignment, "Part of"),
            links.inward(source.parent, links.source(source.parent)) if source.parent else "",
        ),
        ("Party", links.inward(source.party, links.source(source.party)) if _has_party(source) else ""),
        ("Side", f"{side}{basis}"),
        ("Known from", "" if source.listed else "the texts alone; no table lists it"),
    ]


def _has_party(source: Source) -> bool:
    """Whether its party is another than itself or whose it is, which is said already."""
    return source.party not in ("", source.name, source.parent)


def _moved(revisions: Sequence[Revision]) -> list[Component]:
    if not revisions:
        return []
    items = [html.Li(_change(revision)) for revision in revisions[:_MOST]]
    more = f", the first {_MOST} shown" if len(revisions) > _MOST else ""
    return [
        html.H2(f"How its numbers moved: {words.count(len(revisions), 'change')}{more}"),
        html.Ul(items, className="moves"),
    ]


def _change(revision: Revision) -> list[object]:
    unit = display_units(revision.unit, kind="")[0]
    before, after = (
        words.readable(excerpt) if value is None else words.amount(value, unit)
        for value, excerpt in (
            (revision.previous_value, revision.previous_excerpt),
            (revision.new_value, revision.new_excerpt),
        )
    )
    about = ", ".join(part for part in (revision.indicator_label.lower(), revision.place) if part)
    kind = "correction, the same days" if revision.change_kind == "correction" else ""
    return [
        links.inward(about, links.series(revision.slug)),
        ": ",
        links.inward(before, links.figure(revision.previous_figure_id)),
        html.Small(f" {words.window(revision.previous_as_of_start, revision.previous_as_of_end)}"),
        " → ",
        links.inward(after, links.figure(revision.new_figure_id)),
        html.Small(f" {words.window(revision.new_as_of_start, revision.new_as_of_end)}"),
        html.Small(f" {kind}" if kind else ""),
    ]


PAGE = Page(path="/source/<source_id>", title=title, layout=layout)
