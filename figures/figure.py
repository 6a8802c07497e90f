"""The types that travel: a number as printed (Mention), what it means (Figure), or why it stayed unread (Unread).

All are frozen values. Offsets are half-open character offsets into ``Document.text``, so
``document.text[span.start:span.end]`` is always the excerpt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from figures.interval import Interval


class Quantifier(StrEnum):
    """How the wording bounds the number; decides the interval (hedges.py)."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


class Statistic(StrEnum):
    """What kind of number over time."""

    LEVEL = "level"  # how much there is at the as-of
    PEAK = "peak"  # the most there ever was
    TOTAL = "total"  # counted since a start
    CHANGE = "change"  # by how much within the as-of window
    SHARE = "share"  # a fraction of share_of


class Stance(StrEnum):
    """How the originator stands to the number."""

    ASSERTS = "asserts"
    CLAIMS = "claims"
    ESTIMATES = "estimates"
    ADMITS = "admits"
    PROMISES = "promises"
    DENIES = "denies"
    CANNOT_VERIFY = "cannot_verify"
    VERIFIES = "verifies"
    NOT_STATED = "not_stated"


class Role(StrEnum):
    """A step of the chain from the maker of a number to the page."""

    ORIGINATOR = "originator"
    SPEAKER = "speaker"
    RELAY = "relay"
    AGENCY = "agency"
    PUBLISHER = "publisher"
    REPUBLISHER = "republisher"
    VERIFIER = "verifier"
    DISPUTANT = "disputant"


class Precision(StrEnum):
    """How finely an as-of is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class Basis(StrEnum):
    """Where an as-of comes from."""

    STATED = "stated"  # in the number's own sentence
    CONTEXT = "context"  # elsewhere in the article
    PUBLISHED = "published"  # nothing said: the day of publication
    GIVEN = "given"  # a column of a claims table


class Reason(StrEnum):
    """Why a number has no indicator; the closed list of ``reason`` in the output."""

    DURATION = "duration"
    AGE = "age"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    VOLUME = "volume"
    ENERGY = "energy"
    OTHER_MEASURE = "other_measure"
    MULTIPLE = "multiple"
    NO_NOUN = "no_noun"  # a bare number: nothing says what it counts
    PLAN = "plan"  # a plan, forecast, target or condition, which is not a report
    IDENTIFIER = "identifier"  # part of a name, an address or an id
    FURNITURE = "furniture"  # page furniture, not reporting
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character offsets into the untouched text of a document."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Mention:
    """One amount as printed, with its hedge and unit, before anyone asks what it means.

    *span* covers hedge, number and unit or noun ("some 500 square miles"); *number* the
    number alone ("500"). *amount* is the interval that the wording allows and *value* the
    number printed, both in *unit*; *value* is None when no number was printed ("several
    hundred") and for a range. *unit* is pint's short name without spaces (``mi**2``,
    ``USD/month``, ``person``, ``year``), a share is a fraction with ``dimensionless``, and
    an unknown counted thing is ``dimensionless`` with its *noun*. *digits* counts
    significant digits, None without a printed number. *movement* is ``up`` or ``down``
    when a verb moves something by this amount, else None.
    """

    span: Span
    number: Span
    amount: Interval
    value: float | None
    quantifier: Quantifier
    unit: str
    unit_name: str  # in words, singular, British: "square kilometre", "dollar per month", "first-team player", ""
    noun: str | None  # what is counted, as printed: "Russian civilians"
    digits: int | None
    movement: str | None = None
    about: tuple[str, ...] = ()  # words of the thing measured


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the chain: who, in what role, and the words that say so."""

    source: str
    role: Role
    stance: Stance
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """As of when: a window of days, both included."""

    start: date
    end: date
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that means something.

    *amount* and *value* are in *unit*, the canonical unit of *indicator*; *mention* keeps
    what was printed. Names (*holder*, *place*, *originator* ...) are the short names of the
    name tables; '' in *holder*, *share_of*, *event* and *population* is "does not apply".
    *place* is None when the text does not say; *originator* None is the outlet's own voice.
    *restates*, *derived_from* and *part_of* are ids of figures of the same document.
    *derivation* is the formula in words of a figure that is worked out, not printed.
    """

    figure_id: str
    mention: Mention
    excerpt: str
    sentence: Span
    indicator: str
    value: float | None
    amount: Interval
    unit: str
    statistic: Statistic
    holder: str
    share_of: str
    population: str
    term: str | None
    place: str | None
    event: str
    period: Period | None
    originator: str | None
    stance: Stance
    chain: tuple[Step, ...]
    confidence: float
    restates: str | None = None
    derived_from: str | None = None
    derivation: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that was seen and not understood, kept with its reason."""

    mention: Mention
    excerpt: str
    sentence: Span
    reason: Reason
