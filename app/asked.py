"""What the commands ask of the published file."""

from __future__ import annotations

from dataclasses import fields

from warehouse import asking
from warehouse.answers import Disagreement
from warehouse.connection import Snapshot
from warehouse.home import Home
from warehouse.sandbox import Answer, Limits, Sandbox

# On one's own machine more is allowed than on a shared page; memory is bounded as there.
LIMITS = Limits(seconds=60, max_rows=1_000_000, max_bytes=400_000_000, max_cell=100_000)
TABLE = ("severity", "relation", "explanation", "indicator", "place", "voice_a", "voice_b", "gap", "narrative")


def answer_to(statement: str) -> Answer:
    """The answer of the published file. Raises SqlError."""
    sandbox = Sandbox(Home.from_environment().published, LIMITS)
    try:
        return sandbox.run(statement)
    finally:
        sandbox.close()


def disagreement_rows(severity: int, indicator: str, *, whole: bool) -> tuple[list[str], list[tuple[object, ...]]]:
    """Column names and rows of the disagreements, worst first; not *whole*: the columns that a terminal holds.

    Raises NotPublished.
    """
    published = Snapshot.of(Home.from_environment())
    found = asking.disagreements(published, severity=severity, indicator=indicator, most=asking.EVERY)
    names = [field.name for field in fields(Disagreement)] if whole else list(TABLE)
    return names, [tuple(getattr(row, name) for name in names) for row in found]
