"""Small pictures of numbers: what a claim allows, on an axis shared with others."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from app.sparks import Span, beside


def drawing(picture: str | None) -> str:
    assert picture is not None
    return b64decode(picture.partition(",")[2]).decode()


def middle(picture: str | None) -> float:
    return float(re.findall(r'cx="([\d.]+)"', drawing(picture))[0])


FEW, MORE = Span(750.0, 850.0, 800.0), Span(1150.0, 1150.0, 1150.0)


def test_claims_stand_on_one_axis_that_starts_at_zero() -> None:
    few, more = middle(beside(FEW, [MORE])), middle(beside(MORE, [FEW]))

    assert (few - 8) / (more - 8) == pytest.approx(800 / 1150, rel=0.01)


def test_numbers_far_apart_are_told_apart_all_the_same() -> None:
    small = Span(10.0, 10.0, 10.0)

    assert 8 < middle(beside(small, [MORE])) < middle(beside(Span(100.0, 100.0, 100.0), [MORE, small]))


@pytest.mark.parametrize(("span", "way"), [(Span(500.0, None, 500.0), "h26"), (Span(None, 500.0, None), "h-26")])
def test_an_open_end_is_an_arrow(span: Span, way: str) -> None:
    assert way in drawing(beside(span, [MORE]))


def test_vague_words_have_a_bar_and_no_dot() -> None:
    vague = drawing(beside(Span(300.0, 999.0, None), [MORE]))

    assert "<rect" in vague
    assert "<circle" not in vague


def test_what_has_no_number_has_no_picture() -> None:
    assert beside(Span(None, None, None), [MORE]) is None
    assert beside(Span(0.0, 0.0, 0.0), []) is None


def test_zero_has_its_place() -> None:
    assert middle(beside(Span(0.0, 0.0, 0.0), [MORE])) == pytest.approx(8.0)
