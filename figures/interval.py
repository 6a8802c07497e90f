"""The span of numbers that a wording allows; every comparison is made between two of these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from *low* to *high*, both included.

    None is an end that the wording leaves open ("more than 500" has no high end);
    never both. Raises ValueError for an interval without any end or with its ends
    the wrong way round.
    """

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("an interval needs at least one end; both are None")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}; give the smaller end first")

    @classmethod
    def exactly(cls, value: float) -> Interval:
        """The interval that holds *value* alone."""
        return cls(value, value)

    def overlaps(self, other: Interval) -> bool:
        """Whether one number lies in both; an open end reaches to infinity."""
        return not (_below(self.high, other.low) or _below(other.high, self.low))

    def holds(self, value: float) -> bool:
        """Whether *value* lies inside, ends included."""
        return self.overlaps(Interval.exactly(value))

    def scaled(self, factor: float) -> Interval:
        """The same interval in a unit *factor* times smaller; *factor* is above zero."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )

    def hull(self, other: Interval) -> Interval | None:
        """The narrowest interval around both; None when it would be open at both ends."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return None if low is None and high is None else Interval(low, high)


def _below(end: float | None, start: float | None) -> bool:
    """Whether an upper *end* lies below a lower *start*; an open one never does."""
    return end is not None and start is not None and end < start
