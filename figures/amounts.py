"""An amount while it is being read: a numeral, its unit or noun, and what ranges and ellipsis add to it."""

from __future__ import annotations

from dataclasses import dataclass

from figures.figure import Quantifier
from figures.measures import Measure
from figures.nouns import NounPhrase
from figures.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Amount:
    """*first* is the token where it starts (a money sign, a minus); *sign* is -1 or 1; *counted* is the unit of its noun.

    *other* is the second end of a range. *inherited* is the hedge of the amount that this one restates in brackets, *movement* that
    of the amount it restates. *carried_unit*, *carried_name* and *carried_noun* come from another amount of the sentence.
    """

    number: Numeral
    first: int
    measure: Measure | None
    phrase: NounPhrase | None
    sign: int
    counted: str
    other: Amount | None = None
    inherited: Quantifier | None = None
    movement: str | None = None
    carried_unit: str = ""
    carried_name: str = ""
    carried_noun: str | None = None

    @property
    def low(self) -> float:
        """The number, or the first end of a range, in the printed unit."""
        return self.sign * self.number.low

    @property
    def high(self) -> float | None:
        """The second end of a range as printed; None for a single number."""
        return None if self.other is None else self.other.sign * self.other.number.high

    @property
    def measure_last(self) -> int:
        """The token behind the number and its unit; the noun may hold further numbers."""
        return self.number.last if self.measure is None else max(self.measure.last, self.number.last)

    @property
    def last(self) -> int:
        """The token behind the amount: its noun belongs to it, but not what a share is of."""
        end = max(self.measure_last, self.other.last if self.other else 0)
        return end if self.phrase is None or self.is_share else max(end, self.phrase.last)

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something: a percentage or a fraction without a unit."""
        if self.measure is not None:
            return self.measure.name == "percentage"
        return self.number.form == "fraction"

    @property
    def is_bare(self) -> bool:
        """Whether nothing was printed that says what is counted."""
        return self.measure is None and self.phrase is None and not self.is_share

    @property
    def unit_in_print(self) -> str:
        """The printed unit, ``%`` for shares in hundredths; '' for a bare count."""
        unit = self.measure.unit if self.measure else self.carried_unit
        return "%" if unit.startswith("%") else unit

    @property
    def unit(self) -> str:
        """The unit that the value is in; shares are plain numbers."""
        if self.measure is not None:
            return "dimensionless" if self.measure.unit == "%" else self.measure.unit.replace("%/", "1/")
        if self.is_share:
            return "dimensionless"
        carried = "dimensionless" if self.carried_unit == "%" else self.carried_unit
        return carried or self.counted or "dimensionless"

    @property
    def unit_name(self) -> str:
        """The unit in words where one was printed; '' where a noun says what is counted."""
        return self.measure.name if self.measure else (self.carried_name if self.phrase is None else "")
