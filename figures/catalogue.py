"""The indicators: what a figure can be about, read from ``lexicon/indicators.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from figures import wordlists


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is counted or measured. *tolerance_days*: method, section 3."""

    id: str
    label: str
    definition: str
    unit: str  # canonical, pint, short
    kind: str  # stock, running_total, flow, rate, share, attribute
    people: bool
    tolerance_days: int
    family: str
    hxl: str


@cache
def catalogue() -> dict[str, Indicator]:
    """Every indicator by its id, in the order of the file."""
    return {
        row["id"]: Indicator(
            row["id"],
            row["label"],
            row["definition"],
            row["unit"],
            row["kind"],
            row["people"] == "yes",
            int(row["tolerance_days"]),
            row["family"],
            row["hxl"],
        )
        for _, row in wordlists.packaged("indicators.csv")
    }
