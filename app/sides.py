"""Who stands on which side of a number, and the shape and colour that every page gives that side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.palette import MONITOR_SLOT, PARTY_SLOTS, PRESS_SLOT, Slot
from figures import wordlists
from warehouse.answers import Claim

PRESS = "press"
MONITORS = "monitors"


@dataclass(frozen=True, slots=True)
class Side:
    """A group of voices drawn alike. *key* stands in addresses and class names."""

    key: str
    label: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides by the parties of the warehouse, those who say most first."""

    parties: tuple[str, ...]

    def of(self, claim: Claim) -> Side:
        """The side of a claim: its party, the press where nobody is named, else monitors and other bodies."""
        if claim.originator is None:
            return Side(PRESS, "Press, in its own voice", PRESS_SLOT)
        if claim.alignment == "party" and claim.party:
            return Side(_key(claim.party), claim.party, self._slot(claim.party))
        return Side(MONITORS, "Monitors and other bodies", MONITOR_SLOT)

    def among(self, claims: Iterable[Claim]) -> tuple[Side, ...]:
        """The sides that speak in *claims*: parties first in their order, then monitors, then the press."""
        found = {side.key: side for side in map(self.of, claims)}
        return tuple(sorted(found.values(), key=self._rank))

    def _slot(self, party: str) -> Slot:
        """The slot a party is known by, else the next free one by rank; the last is shared by all further ones."""
        known = _known_slots()
        if party in known:
            return PARTY_SLOTS[known[party]]
        taken = {known[other] for other in self.parties if other in known}
        free = [slot for place, slot in enumerate(PARTY_SLOTS) if place not in taken]
        others = [other for other in self.parties if other not in known]
        rank = others.index(party) if party in others else len(free)
        return free[rank] if rank < len(free) else PARTY_SLOTS[-1]

    def _rank(self, side: Side) -> tuple[int, int, str]:
        late = {MONITORS: 1, PRESS: 2}.get(side.key, 0)
        place = self.parties.index(side.label) if side.label in self.parties else len(self.parties)
        return late, place, side.label


def name_of(claim: Claim) -> str:
    """Whose name stands at the mark: who made the number, else the outlet in whose voice it is told."""
    return claim.originator or claim.original_publisher or claim.publisher or "unnamed outlet"


@cache
def _known_slots() -> dict[str, int]:
    path = Path(__file__).with_name("party_looks.csv")
    return {row["party"]: int(row["slot"]) for _, row in wordlists.from_file(path)}


def _key(party: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", party.lower()).strip("-") or "party"
