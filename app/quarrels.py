"""Disagreements in words: who against whom, by how much, why it may be so, and both passages side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from app import links, words
from app.passages import marked
from app.sparks import Span, beside
from warehouse.answers import Disagreement, Passage

SEVERITIES = {1: "Note", 2: "Minor", 3: "Major", 4: "Severe"}

EXPLANATIONS = {
    "RESTATEMENT": "the same number said again",
    "SAME_ORIGIN": "both go back to one source",
    "REVISION": "the source has revised its number",
    "DIFFERENT_SCOPE": "they speak of different areas or groups",
    "DIFFERENT_MEASURE": "they count different things",
    "DIFFERENT_AS_OF": "they may speak of different days",
    "LEVEL_VS_PEAK": "one is a level, the other a peak",
    "STOCK_VS_CUMULATIVE": "one is a count at a moment, the other a running total",
    "UNIT_ROUNDING": "rounding in another unit accounts for it",
    "FX_DATE": "another day's exchange rate accounts for it",
    "VAGUE_WORDING": "one of them is in vague words",
    "MISQUOTE_OR_REVISION": "one outlet may have misquoted, or the speaker revised",
    "TRANSCRIPTION": "the digits may have been copied wrongly",
    "DECREASE": "a total that should only grow went down",
    "EXTRACTION_DOUBT": "the machine may have misread one of them",
    "OPPOSING_PARTIES": "opposing parties",
    "PART_ABOVE_WHOLE": "a part above its whole",
    "INTERNAL_INCONSISTENCY": "two voices of one party",
}


def explained(pair: Disagreement) -> str:
    """Why the two may differ, in words; that nothing explains it is said too."""
    if pair.relation == "denied":
        return "A denial: no number is set against the number."
    codes = [pair.explanation, *pair.other_explanations]
    reasons = [EXPLANATIONS[code] for code in dict.fromkeys(codes) if code in EXPLANATIONS]
    labels = [EXPLANATIONS[label] for label in pair.labels if label in EXPLANATIONS]
    start = f"Possible reason: {'; '.join(reasons)}." if reasons else "Nothing we know explains it."
    return f"{start} Between {' and '.join(labels)}." if labels else start


def flag(severity: int, of: str = "") -> Component:
    """A shape and a word for how grave a disagreement is; *of* says what is, where that needs saying."""
    return html.Span(
        [html.Span("⚑ ", **{"aria-hidden": "true"}), f"{SEVERITIES[severity]}{of}"], className=f"flag flag-{severity}"
    )


def contested(pair: Disagreement) -> Component:
    """One disagreement in brief: its flag, its sentence, why it may be so, and both claims on one axis."""
    one, other = _both(pair)
    return html.Li(
        [
            html.P(_head(pair, titled=True), className="quarrel-head"),
            html.H3(links.inward(pair.narrative, links.series(pair.slug))),
            html.P(explained(pair), className="reason"),
            html.Ul([_brief(one, other), _brief(other, one)], className="claims-beside"),
        ],
        className="contested",
    )


def _brief(told: _Told, other: _Told) -> Component:
    return html.Li(
        [
            html.Span(told.voice, className="voice"),
            _picture(told, other),
            html.Span(words.readable(told.excerpt) or "denies it", className="printed"),
        ]
    )


def quarrel(pair: Disagreement, passages: Mapping[str, Passage], *, titled: bool = True) -> Component:
    """One disagreement, its series named first where the page has many series."""
    one, other = _both(pair)
    return html.Section(
        [
            html.P(_head(pair, titled=titled), className="quarrel-head"),
            html.H3(pair.narrative),
            html.P(explained(pair), className="reason"),
            html.Div([_side(one, other, passages), _side(other, one, passages)], className="sides"),
        ],
        className=f"quarrel severity-{pair.severity}",
    )


def _head(pair: Disagreement, *, titled: bool) -> list[object]:
    head: list[object] = [flag(pair.severity)]
    if titled:
        label = " · ".join(part for part in (pair.place, pair.indicator_label.lower()) if part)
        head.append(links.inward(label, links.series(pair.slug)))
    if pair.gap is not None and pair.gap > 1:
        head.append(html.Span(f"{words.times(pair.gap)} apart", className="gap"))
    return head


def quarrels(pairs: Sequence[Disagreement], passages: Mapping[str, Passage], *, titled: bool = True) -> list[Component]:
    """One section for each."""
    return [quarrel(pair, passages, titled=titled) for pair in pairs]


def folded(pairs: Sequence[Disagreement], passages: Mapping[str, Passage]) -> Component:
    """The slight ones under one line that opens."""
    return html.Details(
        [
            html.Summary(f"{words.count(len(pairs), 'note')}: slight differences, or ones with a good reason"),
            *quarrels(pairs, passages, titled=False),
        ],
        className="notes-folded",
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """One side of a disagreement; *figure_id* None is a denial without a number."""

    voice: str
    excerpt: str
    day: str
    publisher: str | None
    url: str | None
    figure_id: str | None
    sentence: str | None
    span: Span


def _both(pair: Disagreement) -> tuple[_Told, _Told]:
    """The two sides, the one first that the sentence names first."""
    one = _Told(
        pair.voice_a,
        pair.excerpt_a,
        words.window(pair.as_of_start_a, pair.as_of_end_a),
        pair.publisher_a,
        pair.url_a,
        pair.figure_a,
        pair.sentence_a,
        Span(pair.low_a, pair.high_a, pair.value_a),
    )
    other = _Told(
        pair.voice_b,
        pair.excerpt_b or "",
        words.window(pair.as_of_start_b, pair.as_of_end_b),
        pair.publisher_b,
        pair.url_b,
        pair.figure_b,
        pair.sentence_b,
        Span(pair.low_b, pair.high_b, pair.value_b),
    )
    first, second = pair.narrative.find(pair.voice_a), pair.narrative.find(pair.voice_b)
    return (other, one) if 0 <= second < first else (one, other)


def _side(told: _Told, other: _Told, passages: Mapping[str, Passage]) -> Component:
    passage = passages.get(told.figure_id or "")
    number = words.readable(told.excerpt) or "denies it"
    return html.Div(
        [
            html.P(
                [links.inward(told.voice, links.source(told.voice)), html.Small(f" {told.day}" if told.day else "")],
                className="voice",
            ),
            html.P(
                number if told.figure_id is None else links.inward(number, links.figure(told.figure_id)),
                className="says",
            ),
            _picture(told, other),
            _sentence(told, passage),
            html.P(_where(told, passage), className="links"),
        ],
        className="side",
    )


def _picture(told: _Told, other: _Told) -> Component | None:
    """The claim on the axis it shares with the other; the number stands beside it in words."""
    picture = beside(told.span, [other.span])
    return None if picture is None else html.Img(src=picture, alt="", className="beside")


def _sentence(told: _Told, passage: Passage | None) -> Component:
    if told.figure_id is None and told.sentence:
        return html.Blockquote(told.sentence, className="passage")
    found = marked(passage, told.excerpt)
    return found if found is not None else html.P("Transcribed, passage not held.", className="no-passage")


def _where(told: _Told, passage: Passage | None) -> list[Component]:
    """Where it was printed, and our own copy with every number marked."""
    label = f"In {told.publisher}" if told.publisher else "Where it was published"
    found = [] if told.url is None and told.publisher is None else [links.outward(label, told.url)]
    if passage is not None and passage.evidence == "passage":
        found.append(links.inward("In the text", links.article(passage.document_id, passage.figure_id)))
    return found or [html.Span("No link is held.")]
