"""The colours of charts, light and dark, and the shape that goes with each side.

plotly takes no CSS variables, so the colours of ``assets/00-tokens.css`` stand here once more; a test
holds the two together, and another checks that the sides can be told apart by eyes that see no red or green.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A look that a side can take: plotly's name of its shape, the glyph in text, and the index of its colour."""

    symbol: str
    glyph: str
    colour: int


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour that a chart uses, as ``#rrggbb``; *sides* by the index of a slot."""

    sheet: str
    ink: str
    soft: str
    rule: str
    accent: str
    sides: tuple[str, ...]


LIGHT = Palette(
    sheet="#ffffff",
    ink="#14171a",
    soft="#55606b",
    rule="#dfe2e6",
    accent="#a0173f",
    sides=("#0a5590", "#9e0c34", "#1a8264", "#7c48d4", "#8a5a00", "#4c5560"),
)
DARK = Palette(
    sheet="#1a1d21",
    ink="#eceef0",
    soft="#a9b3bd",
    rule="#343a41",
    accent="#f08aa6",
    sides=("#3d9bff", "#ff6079", "#7ae8bd", "#c7a8ee", "#e0a94a", "#aab4bf"),
)

# Parties take these in the order of how much they say; the last is shared by all further ones.
PARTY_SLOTS = (
    Slot("circle", "○", 0),
    Slot("square", "□", 1),
    Slot("pentagon", "⬠", 4),
    Slot("star", "☆", 5),
)
MONITOR_SLOT = Slot("diamond", "◇", 2)
PRESS_SLOT = Slot("triangle-up", "△", 3)


def palette(scheme: str | None) -> Palette:
    """The palette of a colour scheme; anything but "dark" is light."""
    return DARK if scheme == "dark" else LIGHT


def translucent(colour: str, opacity: float) -> str:
    """*colour* (``#rrggbb``) as plotly's ``rgba``."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
