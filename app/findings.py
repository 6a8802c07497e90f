"""What a series says in a sentence, worked out from the rows in view: no sentence here is written by hand."""

from __future__ import annotations

from collections.abc import Sequence

from app import words
from app.display_units import DisplayUnit, fitting
from app.showing import Showing
from app.sides import name_of
from warehouse.answers import Claim, Disagreement


def finding(showing: Showing) -> str:
    """The worst disagreement in view; else from where to where the numbers go; else the one number there is."""
    placed = [claim for claim in showing.shown if claim.unit == showing.unit.canonical]
    stated = [claim for claim in placed if claim.value is not None and claim.restates_id is None]
    if not showing.shown:
        return "Nothing to show: every source or day that has a figure is left out."
    worst = next((pair for pair in showing.disagreements if pair.severity >= 2), None)
    if worst is not None:
        return _apart(worst, showing)
    if len(stated) < 2:
        return _single(showing.shown[-1], showing.unit)
    return _movement(stated, showing.unit)


def _apart(pair: Disagreement, showing: Showing) -> str:
    """Who against whom, in the unit shown; a denial has its own sentence."""
    by_id = {claim.figure_id: claim for claim in showing.shown}
    if pair.relation == "denied" or pair.figure_b is None or pair.gap is None:
        return pair.narrative
    one, other = by_id[pair.figure_a], by_id[pair.figure_b]
    return (
        f"{_says(one, showing.unit)} and {_says(other, showing.unit)}, {_when(one, other)}: "
        f"{words.times(pair.gap)} apart after rounding and hedging are allowed for."
    )


def _when(one: Claim, other: Claim) -> str:
    first, second = (words.window(claim.as_of_start, claim.as_of_end) for claim in (one, other))
    return f"both for {first}" if first == second else f"for {first} and {second}"


def _single(claim: Claim, unit: DisplayUnit) -> str:
    return f"{_says(claim, unit)}, as of {words.window(claim.as_of_start, claim.as_of_end)}."


def _movement(stated: Sequence[Claim], unit: DisplayUnit) -> str:
    """The highest and the newest number, each with its speaker; nothing is said to be true."""
    if len({claim.value for claim in stated}) == 1:
        return f"{words.count(len(stated), 'number')}, all the same: {_amount(stated[-1], unit)}."
    highest = max(stated, key=lambda claim: claim.value or 0.0)
    newest = stated[-1]
    if highest.figure_id == newest.figure_id:
        first = stated[0]
        return (
            f"From {_amount(first, unit)} ({_by(first)}) to {_amount(newest, unit)} ({_by(newest)}): "
            "the newest number is the highest."
        )
    return f"Highest: {_amount(highest, unit)} ({_by(highest)}). Newest: {_amount(newest, unit)} ({_by(newest)})."


def _says(claim: Claim, unit: DisplayUnit) -> str:
    verb = "reports" if claim.originator is None else "says"
    return f"{name_of(claim)} {verb} {_amount(claim, unit)}"


def _amount(claim: Claim, unit: DisplayUnit) -> str:
    shown = fitting(claim.unit, unit, kind=claim.kind)
    return words.told(claim.value, claim.low, claim.high, claim.quantifier, shown)


def _by(claim: Claim) -> str:
    day = words.window(claim.as_of_start, claim.as_of_end)
    return f"{name_of(claim)}, {day}" if day else name_of(claim)
