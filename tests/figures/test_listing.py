"""Bare numbers that share out one told just before mean what it means; others stay unread."""

from __future__ import annotations

import pytest

from figures.figure import Figure, Unread
from tests.figures.corpus import read_text


def _read(text: str) -> dict[str, str | None]:
    return {
        item.excerpt: item.indicator if isinstance(item, Figure) else None
        for item in read_text(text)
        if isinstance(item, Figure | Unread)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Of the 1,200 deaths, Ankole has reported 500, Busoga 340, Kigezi 210 and Lango 150.",
            {"340": "killed", "210": "killed"},
        ),
        ("Floods displaced 40,000 people. Most, 25,500, are in Beira; 9,100 are in Dondo.", {"9,100": "displaced"}),
        (
            "Some 3,000 houses were damaged in Goma: 1,100 fully and 1,900 partially.",
            {"1,100": "houses_destroyed", "1,900": "houses_damaged"},
        ),
        ("The quake killed 72 people, the bulk in Cebu (49) and Bogo (12).", {"49": "killed", "12": "killed"}),
        ("Officials said 597 houses were damaged, 87 beyond repair.", {"87": "houses_destroyed"}),
        (
            "Soldiers torched 4,000 houses in Shan State: 2,500 of them in Hsipaw, and 900 in Lashio.",
            {"900": "houses_destroyed"},
        ),
        ("In 2008, 162 pilgrims were killed at Nala Temple, and nearly 250 at Chota Temple.", {"nearly 250": "killed"}),
        ("Up to 15,000 houses were flooded, fewer than the 20,000 of 2011.", {"20,000": "houses_damaged"}),
        ("Conditions worsened in 12 of the 15 districts.", {"12": "count"}),
    ],
)
def test_a_part_means_what_the_whole_means(text: str, wanted: dict[str, str]) -> None:
    read = _read(text)
    assert {surface: read.get(surface) for surface in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The bombing killed 70 people near Camp Bastion 12, the army said.", "12"),  # a name, in no list
        ("The quake killed 72 people. The road went to Maria Reyes (49) and Ana Cruz (52).", "52"),  # ages
        ("The quake killed 72 people. The road is 900 in length.", "900"),
        ("The quake killed 72 people. Then 85,000 in Cebu cheered.", "85,000"),  # no part of 72
    ],
)
def test_a_bare_number_that_is_no_part_stays_unread(text: str, surface: str) -> None:
    assert _read(text).get(surface) is None
