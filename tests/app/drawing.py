"""Claims with dull defaults, and marks of them, for tests of what is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.display_units import DisplayUnit, display_units
from app.marks import Mark, marks
from app.sides import Sides
from warehouse.answers import Claim

SIDES = Sides(("Ukraine", "Russia"))
KM2 = display_units("km**2", kind="stock")[0]
SQUARE_MILES = display_units("km**2", kind="stock")[1]

DULL = Claim(
    figure_id="f0", slug="area", indicator="area_controlled", indicator_label="Area controlled", family="territory",
    kind="stock", holder="Ukraine", share_of="", place="Kursk", event="", population="", statistic="level",
    excerpt="1,000 square kilometres", quantifier="exact", value_reported=1000.0, unit_reported="km**2",
    value=1000.0, low=1000.0, high=1000.0, unit="km**2", term=None, as_of_start=date(2024, 8, 15),
    as_of_end=date(2024, 8, 15), as_of_precision="day", as_of_basis="stated", originator="Oleksandr Syrskyi",
    voice="Oleksandr Syrskyi", party="Ukraine", alignment="party", stance="claims", chain=None, publisher="Reuters",
    original_publisher=None, published_at=datetime(2024, 8, 16, tzinfo=UTC), published_basis="given", title="A title",
    url="https://example.org/a", archive_url=None, evidence="passage", sentence="He said 1,000 square kilometres.",
    char_start=8, char_end=31, restates_id=None, supersedes_id=None, derived_from_id=None, derivation=None,
    part_of=None, confidence=1.0, reviewed="machine", severity=0, recorded_at=datetime(2024, 8, 17, tzinfo=UTC),
    series_id="s", document_id="d", file="a.txt",
)  # fmt: skip


def claim(figure_id: str, value: float | None = 1000.0, **changes: object) -> Claim:
    """A claim of *value* km², exact unless *low* and *high* say otherwise; *day* sets its as-of."""
    day = changes.pop("day", None)
    if day is not None:
        changes |= {"as_of_start": day, "as_of_end": day}
    return replace(DULL, figure_id=figure_id, **{"value": value, "low": value, "high": value, **changes})


def press(figure_id: str, value: float | None = 1000.0, **changes: object) -> Claim:
    """A number in an outlet's own voice."""
    return claim(
        figure_id, value, originator=None, voice="Reuters", party="Reuters", alignment="unaffiliated", **changes
    )


def drawn(*claims: Claim, unit: DisplayUnit = KM2, denied: frozenset[str] = frozenset()) -> list[Mark]:
    """The marks of these claims."""
    return marks(claims, unit, SIDES, denied=denied)
