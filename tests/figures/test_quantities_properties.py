"""What must hold for any text whatever (issue 3, item 8)."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from figures import quantities
from figures.mentions import find_mentions

WORDS = [
    "5", "1,400", "2.5", "58", "three", "hundred", "million", "dozen", "half", "a", "third", "of", "several", "few", "thousands",
    "about", "nearly", "more than", "up to", "at least", "between", "and", "to", "-", "–", "or", "from", "(", ")", "[", "]", "/", ",",
    ".", ";", "$", "€", "RM", "Rs.", "US$", "%", "per", "cent", "km", "square", "kilometers", "mg", "people", "civilians", "killed",
    "families", "year", "years", "old", "August", "2024", "No.", "10", "14", "th", "p.m.", "m", "bn", "½", "²", "rose", "by", "month",
    "\n", "\r\n", "\u00a0", "\u00ad", "\u200f", "🙂", "“", "’", "-year-old", "×", "10−30", "−", "+", "one", "in", "four", "I", "İ", "ß",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), max_size=30)
MESSY = st.one_of(
    st.text(max_size=200),
    PIECES.map(" ".join),
    PIECES.map("".join),
    st.text(alphabet="0123456789,.-–/ ()[]$%kmbn'’x×", max_size=120),
)
SENTENCES = [
    "They hold 58 square kilometers (around 22 square miles) of land.",
    "Nearly 300 Russian civilians died and another 110,000 were displaced.",
    "Several hundred people fled, and between 5 and 10 houses burned.",
    "At least three villages and two-thirds of the region were lost.",
    "He promised 65,000 roubles a month to 1.2 million residents.",
    "Up to forty families left within 2 hours of the 6.5 percent rise.",
]


@settings(max_examples=400, deadline=None)
@given(MESSY)
@example("5 one-year terms")
@example("0one-yr")
def test_any_string_is_read_with_spans_in_order_and_bounds(text: str) -> None:
    found = quantities(text)

    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.surface
    for before, after in pairwise(found):
        assert before.end <= after.start


@settings(max_examples=400, deadline=None)
@given(MESSY)
def test_the_value_lies_within_what_the_wording_allows(text: str) -> None:
    for quantity in quantities(text):
        low = float("-inf") if quantity.low is None else quantity.low
        high = float("inf") if quantity.high is None else quantity.high
        assert low <= high
        assert quantity.value is None or low <= quantity.value <= high


@settings(max_examples=200, deadline=None)
@given(MESSY)
def test_the_number_lies_within_the_mention(text: str) -> None:
    for mention in find_mentions(text):
        assert mention.span.start <= mention.number.start < mention.number.end <= mention.span.end


@settings(max_examples=100, deadline=None)
@given(MESSY)
def test_the_same_text_gives_the_same_quantities(text: str) -> None:
    assert quantities(text) == quantities(text)


def values(text: str) -> list[tuple[float | None, float | None, float | None, str, str]]:
    return [(q.value, q.low, q.high, q.quantifier, q.unit) for q in quantities(text)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(str.upper, id="upper case"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break blanks"),
        pytest.param(lambda text: text.replace(" ", "  "), id="doubled blanks"),
        pytest.param(lambda text: text.replace("e", "e\u00ad"), id="soft hyphens"),
        pytest.param(lambda text: text.replace("0", "0\u200b"), id="zero-width blanks in numbers"),
        pytest.param(lambda text: "\u200f" + text.replace(" ", " \u200e"), id="direction marks"),
        pytest.param(lambda text: f"“{text}”", id="curly quotes"),
        pytest.param(lambda text: f"🙂 {text} 🙂", id="emoji"),
        pytest.param(lambda text: f"Title\r\n{text}\r\n", id="CRLF"),
        pytest.param(lambda text: f"\ufeff{text}", id="byte order mark"),
    ],
)
def test_typography_changes_no_value(sentence: str, changed: object) -> None:
    assert callable(changed)

    assert values(sentence) == values(changed(sentence))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_sentences_are_read_apart(first: str, second: str) -> None:
    assert values(first) + values(second) == values(f"{first} {second}")


@pytest.mark.parametrize(
    "piece", ["1", ",", "(", "1,", "5 ", "one ", "5 and ", "5 to ", "$5", "about ", " ", "\n", "a", ". ", "- "]
)
def test_a_hostile_text_costs_work_in_proportion_to_its_length(piece: str) -> None:
    """Eight times the text, at most some ten times the calls: a quadratic rule would need sixty-four."""
    short, long = piece * (4_000 // len(piece)), piece * (32_000 // len(piece))
    find_mentions(short)

    assert calls(long) <= 10 * calls(short) + 1_000


def calls(text: str) -> int:
    """How many functions reading it calls: the same on every machine, unlike seconds."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        find_mentions(text)
    finally:
        sys.setprofile(None)
    return count
