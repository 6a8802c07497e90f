"""A bare number that is said to be another figure of the people counted last means what that figure means."""

from __future__ import annotations

import pytest

from figures.figure import Figure
from tests.figures.corpus import read_text

FIRST = "At least 50 people were killed in Goma, the army said."


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor spoke of 60 and asked for patience.",
        "A doctor put the figure at 60.",
        "On Friday the count stood at 60.",
        "The governor said “more than 60” on Sunday and left it there.",
        "By noon the health office had reached 60.",
        "The bishop reckons “about 60” by now.",
        "She added that 60 had been confirmed.",
        "Its spokeswoman raised that to “more than 60” on Friday.",
    ],
)
def test_another_figure_of_the_same_people_is_read(sentence: str) -> None:
    assert ["killed", "killed"] == [
        item.indicator for item in read_text(f"{FIRST} {sentence}") if isinstance(item, Figure)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor turned 60 on Friday.",
        "The thermometer stood at 40.",
        "The count stood at 65,036.",  # too far from 50 to be another figure of them
        "The speaker spoke of 2014.",
        "The temperature had reached 60 degrees.",
    ],
)
def test_a_bare_number_of_something_else_stays_unread(sentence: str) -> None:
    assert ["killed"] == [item.indicator for item in read_text(f"{FIRST} {sentence}") if isinstance(item, Figure)]
