"""From a wording to the numbers it allows (method, section 1)."""

from __future__ import annotations

import pytest

from figures.figure import Quantifier
from figures.hedges import allowed, allowed_fraction, hedges, place_value, place_value_of, vague_amounts
from figures.interval import Interval


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1,400", 100),
        ("58", 1),
        ("150,000", 10_000),
        ("12.50", 0.01),
        ("0.86", 0.01),
        ("500", 100),
        ("0", 1),
        ("1 263", 1),
    ],
)
def test_the_place_value_is_that_of_the_last_significant_digit(printed: str, expected: float) -> None:
    assert expected == pytest.approx(place_value(printed))


def test_the_place_value_of_text_without_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="no digits"):
        place_value("several")


@pytest.mark.parametrize(
    ("value", "expected"), [(1400.0, 100), (0.86, 0.01), (0.0, 1), (1_500_000.0, 100_000), (58.0, 1)]
)
def test_the_place_value_of_a_number_counts_its_trailing_zeros(value: float, expected: float) -> None:
    assert expected == pytest.approx(place_value_of(value))


@pytest.mark.parametrize(
    ("value", "quantifier", "counted", "low", "high"),
    [
        (58, "exact", True, 58, 58),
        (58, "exact", False, 57.5, 58.5),
        (999, "exact", True, 999, 999),
        (300, "exact", True, 270, 330),
        (0, "exact", True, 0, 0),
        (1400, "exact", False, 1350, 1450),
        (110_000, "exact", True, 105_000, 115_000),
        (500, "approximately", False, 450, 550),
        (1400, "approximately", False, 1330, 1470),
        (22, "approximately", False, 20.9, 23.1),
        (300, "almost", True, 270, 300),
        (15, "less_than", False, None, 15),
        (15, "at_most", False, None, 15),
        (3, "more_than", True, 3, None),
        (3, "at_least", True, 3, None),
        (-1400, "exact", False, -1450, -1350),
        (-20, "almost", False, -20, -18),
    ],
)
def test_each_wording_allows_its_interval(
    value: float, quantifier: str, counted: bool, low: float | None, high: float | None
) -> None:
    found = allowed(value, Quantifier(quantifier), place_value_of(value), counted=counted)

    assert [low, high] == [end if end is None else pytest.approx(end) for end in (found.low, found.high)]


@pytest.mark.parametrize("quantifier", [Quantifier.RANGE, Quantifier.VAGUE])
def test_a_range_brings_its_own_ends(quantifier: Quantifier) -> None:
    with pytest.raises(ValueError, match="no single value"):
        allowed(5, quantifier, 1)


def test_a_fraction_is_never_meant_more_exactly_than_a_twentieth() -> None:
    assert Interval(0.45, 0.55) == allowed_fraction(0.5, Quantifier.EXACT)
    assert Interval(None, 0.5) == allowed_fraction(0.5, Quantifier.LESS_THAN)


def test_vague_words_have_the_span_of_the_method() -> None:
    spans = vague_amounts()

    assert Interval(300, 999) == spans["several hundred"]
    assert Interval(200_000, 999_999) == spans["hundreds of thousands"]
    assert Interval(24, 60) == spans["a few dozen"]


def test_no_hedge_is_listed_twice_on_one_side() -> None:
    keys = [(hedge.words, hedge.after) for hedge in hedges()]

    assert len(keys) == len(set(keys))
