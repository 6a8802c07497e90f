"""How figures are read and compared: the rules and thresholds that are in force, from the running settings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dash import html
from dash.development.base_component import Component

from app import current, words
from app.listings import facts
from app.page import Page, Query
from app.quarrels import EXPLANATIONS, SEVERITIES
from figures import wordlists
from figures.figure import Quantifier
from figures.hedges import allowed, hedges, place_value, vague_amounts
from figures.interval import Interval
from warehouse import asking
from warehouse.settings import DEFAULTS

# printed, what follows it, and whether whole things are counted
_EXAMPLES = (("58", "villages", True), ("58", "km²", False), ("500", "sq mi", False), ("150,000", "people", True))


def title() -> str:
    """The title of the page."""
    return "Method"


def layout(query: Query) -> Component:
    """The rules, each from the code and the settings that apply it."""
    return html.Article(
        [
            html.H1("How figures are read and compared"),
            html.P(
                "A printed number becomes an interval, never a guess at the truth: no best value and no average is "
                "made. Two voices disagree when their intervals for the same thing and time do not meet and nothing "
                "certain explains why.",
                className="finding",
            ),
            *_versions(),
            html.H2("From a printed number to an interval"),
            html.P(
                "A round number is read as rounded to its last figure, by at most a tenth. A hedge widens it or "
                "opens one end. Intervals are made in the printed unit and then converted.",
            ),
            _table(
                "What each wording allows",
                ("Wording", "Words", *(f"{printed} {unit}" for printed, unit, _ in _EXAMPLES)),
                _hedge_rows(),
            ),
            html.H2("Numbers in words alone"),
            html.P(
                "They have no value of their own: a span is drawn, and no disagreement with them is ever called a "
                "conflict."
            ),
            html.Details(
                [
                    html.Summary("All the vague words and their spans"),
                    _table("What vague words are read as", ("Words", "Lowest", "Highest"), _vague_rows()),
                ],
                className="vague",
            ),
            html.H2("Who counts as a voice"),
            html.P(
                "The voice is whoever made the number; the outlet that prints it is only the publisher. Copies, "
                "agency copy under other names and echoed phrases are one voice. A number that nobody is named for "
                "is the outlet’s own, of unknown origin: it is shown and supports nothing. Parties are counted by "
                "following each voice to whom it speaks for.",
            ),
            html.H2("How grave a disagreement is"),
            facts([(name, _SEVERITY_WORDS[severity]) for severity, name in SEVERITIES.items()]),
            html.H2("Why two numbers may differ"),
            _table("Explanations, and what each means", ("Code", "Meaning"), sorted(EXPLANATIONS.items())),
            html.H2("Thresholds in force"),
            html.P(
                "Reasoned defaults, not calibrated. A change makes a new version of the method, and the old "
                "verdicts are kept."
            ),
            _table("Settings of the newest run", ("Setting", "What it decides", "Value", "Default"), _setting_rows()),
            html.H2("Licence"),
            html.P(
                f"Reported Figures {version('reported-figures')} is free software under the MIT licence. Sentences "
                "are short quotations for comment; the full text of articles is not offered for download. Fonts: "
                "Inter and Source Serif 4, SIL Open Font License. Charts: plotly.js, MIT.",
            ),
        ],
        className="sheet method",
    )


_SEVERITY_WORDS = {
    1: "a gap of up to 1.11 times, or one that has a good reason",
    2: "up to 1.33 times, and every denial",
    3: "up to 2 times",
    4: "more than twice, after rounding and hedging",
}


def _versions() -> list[Component]:
    meta = asking.meta(current.published())
    return [
        facts(
            [
                ("Data", f"generation {meta.generation:,} of {words.day(meta.built_at)}"),
                ("Rules of reading", f"version {meta.reader_version}"),
                ("Rules of comparing", f"version {meta.method_version}"),
            ]
        )
    ]


def _hedge_rows() -> Iterable[Sequence[str]]:
    """Each quantifier with some of its words and what it makes of the example numbers."""
    for quantifier in Quantifier:
        if quantifier in (Quantifier.RANGE, Quantifier.VAGUE):
            continue
        spoken = [hedge.words for hedge in hedges() if hedge.quantifier is quantifier][:6]
        spans = [_example(printed, quantifier, counted) for printed, _, counted in _EXAMPLES]
        yield (words.hedge(quantifier), ", ".join(spoken) or "no hedge", *spans)


def _example(printed: str, quantifier: Quantifier, counted: bool) -> str:
    value = float(printed.replace(",", ""))
    return _ends(allowed(value, quantifier, place_value(printed), counted=counted))


def _vague_rows() -> Iterable[Sequence[str]]:
    for spoken, span in vague_amounts().items():
        yield (
            spoken,
            "" if span.low is None else words.number(span.low),
            "" if span.high is None else words.number(span.high),
        )


def _ends(span: Interval) -> str:
    if span.low is None:
        return f"≤ {words.number(span.high or 0.0)}"
    if span.high is None:
        return f"≥ {words.number(span.low)}"
    return words.number(span.low) if span.low == span.high else f"{words.number(span.low)}–{words.number(span.high)}"


def _setting_rows() -> Iterable[Sequence[str]]:
    newest = asking.params(current.published())
    values = json.loads(newest.params) if newest is not None else {}
    defaults = DEFAULTS.params()
    for name, (meaning, unit) in setting_words().items():
        if name in defaults:
            value = values.get(name, defaults[name])
            yield (name, meaning, f"{value:g} {unit}".strip(), f"{defaults[name]:g}")


@cache
def setting_words() -> dict[str, tuple[str, str]]:
    """What each setting decides and the unit of its value, by name."""
    path = Path(__file__).parent.parent / "setting_words.csv"
    return {row["name"]: (row["words"], row["unit"]) for _, row in wordlists.from_file(path)}


def _table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Component:
    return html.Div(
        html.Table(
            [
                html.Caption(caption),
                html.Thead(html.Tr([html.Th(name, scope="col") for name in header])),
                html.Tbody([html.Tr([html.Th(row[0], scope="row"), *map(html.Td, row[1:])]) for row in rows]),
            ],
            className="figures",
        ),
        className="scrolls",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


PAGE = Page(path="/method", title=title, layout=layout, nav="Method")
