"""A sentence ends at a stop before a capital or at a line end, not after "Gen." or an initial."""

from __future__ import annotations

import pytest

from figures.sentences import LONGEST, find_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["Gen. Valery V. Gerasimov spoke in the U.S. on Monday.", "He left."],
        ["“It is over.”", "Nobody answered."],
        ["It rose 3.5 percent.", "Then it fell."],
        ["A headline without a stop", "The story begins."],
        ["Mr. Putin met Lt. Col. Dillon.", "The rest waited."],
        ["At 5 p.m. Tuesday it began.", "It ended soon."],
    ],
    ids=lambda expected: expected[0],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert expected == sentences("\n".join(expected) if "headline" in expected[0] else " ".join(expected))


def test_text_without_stops_is_cut_into_bounded_pieces() -> None:
    pieces = sentences("word " * 2_000)

    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == "word" * 2_000


def test_blank_text_has_no_sentence() -> None:
    assert sentences(" \n\t ") == []
