"""What holds for any text at all: nothing is raised, spans are in bounds and in order, the same text reads the same."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from figures.figure import Figure
from figures.reading import read
from tests.figures.corpus import document_of, read_text

DAY = date(2025, 4, 26)
PIECES = st.sampled_from(
    [
        "He said ", "According to ", "the ministry ", "Gen. Valery V. Gerasimov ", "killed ", "12 people ", "about 500 square miles ",
        "(around 22 square miles) ", "of them ", "including 3 children ", "on Tuesday ", "last year ", "in Kursk ", ". ", ", ", "“", "” ", "\n",
        "two-thirds of the land they seized ", "denied that its forces had withdrawn fully ", "$800 a month ", "will ", "citing ", "and ", "the last village ",
        "May ", "31 June ", "February 30 2024 ", "the ", "TASS ", "0", "% ", "-", "\u00a0", "\u00ad", "\u200f", "🙂", "TOLD ", "she ",
    ]
)  # fmt: skip
NEWS = st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(NEWS, st.text(max_size=200)))
def test_any_text_is_read_without_an_error_and_its_spans_hold(text: str) -> None:
    found = read(document_of(text, DAY)) if text else []

    starts = [item.mention.span.start for item in found]
    assert starts == sorted(starts)
    for item in found:
        span = item.mention.span
        assert text[span.start : span.end] == item.excerpt
        if isinstance(item, Figure):
            low, value, high = item.amount.low, item.value, item.amount.high
            assert value is None or ((low is None or low <= value) and (high is None or value <= high))
            assert item.period is None or item.period.start <= item.period.end


@settings(max_examples=40, deadline=None)
@given(NEWS)
def test_the_same_text_reads_the_same(text: str) -> None:
    if text:
        assert read_text(text, DAY) == read_text(text, DAY)


@settings(max_examples=40, deadline=None)
@given(NEWS)
def test_every_figure_has_an_id_of_its_own(text: str) -> None:
    figures = [item for item in read_text(text, DAY) if isinstance(item, Figure)] if text else []

    assert len({figure.figure_id for figure in figures}) == len(figures)
