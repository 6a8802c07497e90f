"""Disagreements in words: who against whom, by how much, why it may be so, and both passages side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from app import links, words
from app.passages import marked
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


def flag(severity: int) -> Component:
    """A word and a shape for how grave a disagreement is."""
    return html.Span(
        [html.Span("⚑ ", **{"aria-hidden": "true"}), SEVERITIES[severity]], className=f"flag flag-{severity}"
    )


def quarrel(pair: Disagreement, passages: Mapping[str, Passage], *, titled: bool = True) -> Component:
    """One disagreement, its series named first where the page has many series."""
    head: list[object] = [flag(pair.severity)]
    if titled:
        label = " · ".join(part for part in (pair.place, pair.indicator_label.lower()) if part)
        head.append(links.inward(label, links.series(pair.slug)))
    if pair.gap is not None and pair.gap > 1:
        head.append(html.Span(f"{words.times(pair.gap)} apart", className="gap"))
    return html.Section(
        [
            html.P(head, className="quarrel-head"),
            html.H3(pair.narrative),
            html.P(explained(pair), className="reason"),
            html.Div([_first(pair, passages), _second(pair, passages)], className="sides"),
        ],
        className=f"quarrel severity-{pair.severity}",
    )


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


def _first(pair: Disagreement, passages: Mapping[str, Passage]) -> Component:
    day = words.window(pair.as_of_start_a, pair.as_of_end_a)
    sentence = marked(passages.get(pair.figure_a), pair.excerpt_a)
    return _side(pair.voice_a, pair.excerpt_a, day, sentence, pair.publisher_a, pair.url_a, pair.figure_a)


def _second(pair: Disagreement, passages: Mapping[str, Passage]) -> Component:
    day = words.window(pair.as_of_start_b, pair.as_of_end_b)
    if pair.figure_b is None:
        quoted = html.Blockquote(pair.sentence_b, className="passage") if pair.sentence_b else None
        return _side(pair.voice_b, pair.excerpt_b or "denies it", "", quoted, pair.publisher_b, pair.url_b, None)
    sentence = marked(passages.get(pair.figure_b), pair.excerpt_b or "")
    return _side(pair.voice_b, pair.excerpt_b or "", day, sentence, pair.publisher_b, pair.url_b, pair.figure_b)


def _outlet(publisher: str | None, url: str | None) -> Component | str:
    if publisher is None and url is None:
        return "No link is held."
    return links.outward(f"In {publisher}" if publisher else "Where it was published", url)


def _side(
    voice: str,
    excerpt: str,
    day: str,
    sentence: Component | None,
    publisher: str | None,
    url: str | None,
    figure_id: str | None,
) -> Component:
    number = words.readable(excerpt)
    return html.Div(
        [
            html.P([links.inward(voice, links.source(voice)), html.Small(f" {day}" if day else "")], className="voice"),
            html.P(
                links.inward(number, links.figure(figure_id)) if figure_id is not None else number, className="says"
            ),
            sentence if sentence is not None else html.P("Transcribed, passage not held.", className="no-passage"),
            html.P([_outlet(publisher, url)], className="links"),
        ],
        className="side",
    )
