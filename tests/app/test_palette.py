"""The sides can be told apart without colour, and by eyes that see no red or no green."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from app.palette import DARK, LIGHT, MONITOR_SLOT, PARTY_SLOTS, PRESS_SLOT, Palette

TOKENS = (Path(__file__).resolve().parents[2] / "app" / "assets" / "00-tokens.css").read_text(encoding="utf-8")
FOUR = (PARTY_SLOTS[0], PARTY_SLOTS[1], MONITOR_SLOT, PRESS_SLOT)

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def linear(colour: str) -> list[float]:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* under D65."""
    red, green, blue = (min(max(share, 0.0), 1.0) for share in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    a, b, c = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab([sum(weight * share for weight, share in zip(row, rgb, strict=True)) for row in BLINDNESS[eyes]])


def apart(one: str, other: str, eyes: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(seen(one, eyes), seen(other, eyes), strict=True)) ** 0.5


@pytest.mark.parametrize("eyes", list(BLINDNESS))
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_four_hues_stay_apart(palette: Palette, eyes: str) -> None:
    hues = [palette.sides[slot.colour] for slot in FOUR]

    assert min(apart(one, other, eyes) for one, other in combinations(hues, 2)) > 15  # 2.3 is just noticeable


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_marks_and_words_stand_out_from_the_paper(palette: Palette) -> None:
    assert min(contrast(colour, palette.sheet) for colour in palette.sides) >= 3
    assert min(contrast(colour, palette.sheet) for colour in (palette.ink, palette.soft, palette.accent)) >= 4.5


def test_no_two_sides_share_a_shape() -> None:
    slots = (*PARTY_SLOTS, MONITOR_SLOT, PRESS_SLOT)

    assert len({slot.symbol for slot in slots}) == len(slots)
    assert len({slot.glyph for slot in slots}) == len(slots)
    assert len({slot.colour for slot in slots}) == len(slots)


@pytest.mark.parametrize(("palette", "selector"), [(LIGHT, r":root \{"), (DARK, r'scheme="dark"\] \{')])
def test_charts_and_pages_have_the_same_colours(palette: Palette, selector: str) -> None:
    block = re.search(selector + r"(.*?)\}", TOKENS, re.DOTALL)
    assert block is not None
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block[1]))

    assert [tokens[f"slot-{n}"] for n in range(6)] == list(palette.sides)
    assert [tokens[name] for name in ("sheet", "ink", "soft", "rule", "accent")] == [
        palette.sheet, palette.ink, palette.soft, palette.rule, palette.accent,
    ]  # fmt: skip
