"""The types of a claims table: a row as the document and the figures that the loader stores."""

from __future__ import annotations

from dataclasses import dataclass, field

from figures.document import Origin
from figures.errors import InputError
from figures.figure import Period, Quantifier, Stance, Statistic, Step
from figures.interval import Interval

REQUIRED = ("indicator", "unit", "as_of")
OPTIONAL = (
    "holder",
    "share_of",
    "statistic",
    "population",
    "place",
    "event",
    "quantifier",
    "value",
    "low",
    "high",
    "also_value",
    "also_unit",
    "speaker",
    "speaker_side",
    "publisher",
    "published",
    "url",
    "quote",
    "remark",
)
COLUMNS = REQUIRED + OPTIONAL

Cells = dict[str, str]  # a row by our column names; '' is blank


@dataclass(frozen=True, slots=True)
class ClaimFigure:
    """One number of a claims row, in the words of ``figures.Figure`` so that a loader treats both alike.

    *value_reported* and *reported* are in *unit_reported*, as the row gives them; *value* and
    *amount* in *unit*, the indicator's own, or the row's own currency where the indicator's
    is another one (``money.py`` converts those for which there is a rate). *value* is None
    where the row gives only a range. *quote* are the words of the source, None where the
    table holds none. *restates* is the figure of the same row that this one, the outlet's
    conversion, puts into another unit. *originator* None is the outlet's own voice.
    """

    figure_id: str
    excerpt: str
    quote: str | None
    quantifier: Quantifier
    value_reported: float | None
    reported: Interval
    unit_reported: str
    digits: int | None
    value: float | None
    amount: Interval
    unit: str
    indicator: str
    statistic: Statistic
    holder: str
    share_of: str
    population: str
    place: str | None
    event: str
    period: Period
    originator: str | None
    originator_side: str | None  # the party that the table names beside the speaker
    stance: Stance
    chain: tuple[Step, ...]
    confidence: float
    restates: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimDocument:
    """A row as the document it is stored as.

    *content_sha256* is the identity of the row: equal cells are the same claim, in whatever
    file, order or line (a remark may be reworded). *text* is the row as "column: cell"
    lines. *figures* are the claim and, after it, the outlet's conversion if the row has one.
    """

    file: str
    line: int
    content_sha256: str
    origin: Origin
    text: str
    figures: tuple[ClaimFigure, ...]


@dataclass(frozen=True, slots=True)
class ClaimsTable:
    """What a table held: the rows understood, in the table's order, and the problems with the others."""

    documents: list[ClaimDocument] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)
