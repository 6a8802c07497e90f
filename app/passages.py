"""The evidence of a figure: its sentence with the number marked, or that no passage is held, and who brought it."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from app import links, words
from app.display_units import DisplayUnit
from app.sides import Side, name_of
from warehouse.answers import Claim, Passage

_REVIEWED = {
    "machine": "Read by machine, not yet checked by a person",
    "accepted": "Read by machine, checked and accepted by a person",
    "corrected": "Corrected by a person",
    "rejected": "Rejected by a person",
}


def marked(passage: Passage | None, excerpt: str) -> Component | None:
    """The sentence with the number in ``<mark>``, at exactly the characters stored; None where none is held."""
    if passage is None:
        return None
    start, end = _within(passage, excerpt)
    if start < 0:
        return html.Blockquote(passage.sentence, className="passage")
    text = passage.sentence
    return html.Blockquote([text[:start], html.Mark(text[start:end]), text[end:]], className="passage")


def _within(passage: Passage, excerpt: str) -> tuple[int, int]:
    """Where the number stands in its sentence; (-1, -1) when it is not there, as in a quote of a table row."""
    if passage.sentence_start is None or passage.char_start is None or passage.char_end is None:
        at = passage.sentence.find(excerpt)
        return (at, at + len(excerpt)) if at >= 0 else (-1, -1)
    return passage.char_start - passage.sentence_start, passage.char_end - passage.sentence_start


def evidence(claim: Claim, passage: Passage | None) -> Component:
    """The passage, or the plain word that a row was transcribed and its passage is not held."""
    quote = marked(passage, claim.excerpt)
    if claim.evidence == "passage":
        return quote if quote is not None else html.P("The passage is no longer held.", className="no-passage")
    note = html.P(
        ["Transcribed, passage not held. ", links.outward("Read it where it was published", claim.url), "."],
        className="no-passage",
    )
    return note if quote is None else html.Div([quote, note])


def reviewed(state: str) -> Component:
    """Whether a person has looked at the reading."""
    return html.Span(_REVIEWED.get(state, state), className=f"reviewed reviewed-{state}")


def provenance(claim: Claim) -> Component:
    """Who said it, where it was printed and when."""
    parts: list[object] = [links.inward(name_of(claim), links.source(name_of(claim)))]
    outlet = claim.publisher or claim.original_publisher
    if claim.originator is None:
        parts.append(", in its own voice")
    if outlet and outlet != name_of(claim):
        parts += [" · in ", links.inward(outlet, links.source(outlet))]
    if claim.published_at is not None:
        parts.append(f" · published {words.day(claim.published_at)}")
    return html.P(parts, className="provenance")


def sources(claim: Claim) -> list[Component]:
    """Links to the article where it was printed, and to our copy of it, opened at the number."""
    if claim.evidence != "passage":
        return []
    text = links.inward("In the text, with every number marked", links.article(claim.document_id, claim.figure_id))
    return [*([links.outward("The article", claim.url)] if claim.url else []), text]


def panel(claim: Claim, passage: Passage | None, unit: DisplayUnit, side: Side) -> list[Component]:
    """What opens at a mark: the number, its evidence, its makers, and where to go from there."""
    number = words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)
    return [
        html.H2(
            [
                html.Span(side.slot.glyph, className=f"glyph side-{side.slot.colour}", **{"aria-hidden": "true"}),
                html.Span(number),
                html.Small(f" as of {words.window(claim.as_of_start, claim.as_of_end)}"),
            ]
        ),
        evidence(claim, passage),
        provenance(claim),
        html.P([reviewed(claim.reviewed)]),
        html.P(
            [*sources(claim), links.inward("All about this number", links.figure(claim.figure_id))], className="links"
        ),
    ]
