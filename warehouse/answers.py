"""What the published file answers with: one frozen row type a grain, its fields named as the columns.

None is "not known", or an open end of an amount; '' is "does not apply". All times are UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """A current figure with its names: the columns of the view ``figures`` that pages draw. Amounts are in *unit*."""

    figure_id: str
    slug: str
    indicator: str
    indicator_label: str
    family: str
    kind: str
    holder: str
    share_of: str
    place: str
    event: str
    population: str
    statistic: str
    excerpt: str
    quantifier: str
    value_reported: float | None
    unit_reported: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    term: str | None
    as_of_start: date | None
    as_of_end: date | None
    as_of_precision: str | None
    as_of_basis: str | None
    originator: str | None
    voice: str
    party: str | None
    alignment: str
    stance: str | None
    chain: str | None
    publisher: str | None
    original_publisher: str | None
    published_at: datetime | None
    published_basis: str | None
    title: str | None
    url: str | None
    archive_url: str | None
    evidence: str
    sentence: str | None
    char_start: int | None
    char_end: int | None
    restates_id: str | None
    supersedes_id: str | None
    derived_from_id: str | None
    derivation: str | None
    part_of: str | None
    confidence: float
    reviewed: str
    severity: int | None
    recorded_at: datetime
    series_id: str
    document_id: str
    file: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series and what it counts; *unit* is canonical."""

    series_id: str
    slug: str
    title: str
    indicator: str
    indicator_label: str
    definition: str
    unit: str
    kind: str
    family: str
    holder: str
    share_of: str
    place: str
    event: str
    population: str
    statistic: str


@dataclass(frozen=True, slots=True)
class Card:
    """A series on the front page: how much is said in it, by how many, and its worst disagreement (0 to 4)."""

    slug: str
    title: str
    indicator: str
    indicator_label: str
    family: str
    kind: str
    unit: str
    holder: str
    place: str
    event: str
    population: str
    figures: int
    voices: int
    parties: int
    severity: int
    first_day: date | None
    last_day: date | None
    series_id: str


@dataclass(frozen=True, slots=True)
class Window:
    """What the voices of a series come to within one as-of window; amounts in *unit*, None an open end."""

    slug: str
    as_of_start: date
    as_of_end: date
    unit: str
    low: float | None
    high: float | None
    figures: int
    voices: int
    voices_certain: int
    parties: int
    consensus_low: float | None
    consensus_high: float | None
    support: int
    support_parties: int
    verdict: str
    severity: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that disagree, by their ids."""

    figure_a: str
    figure_b: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A pair of figures that do not agree, or a denial without a number: then every *_b* of an amount is None."""

    severity: int
    severity_score: float
    relation: str
    explanation: str
    explanation_strength: str
    other_explanations: tuple[str, ...]
    labels: tuple[str, ...]
    gap: float | None
    ratio: float | None
    narrative: str
    excerpt_a: str
    excerpt_b: str | None
    voice_a: str
    voice_b: str
    party_a: str
    party_b: str
    publisher_a: str | None
    publisher_b: str | None
    as_of_start_a: date | None
    as_of_end_a: date | None
    as_of_start_b: date | None
    as_of_end_b: date | None
    published_at_a: datetime | None
    published_at_b: datetime | None
    url_a: str | None
    url_b: str | None
    sentence_a: str | None
    sentence_b: str | None
    value_a: float | None
    value_b: float | None
    low_a: float | None
    low_b: float | None
    high_a: float | None
    high_b: float | None
    unit_a: str
    unit_b: str | None
    reviewed_a: str
    reviewed_b: str | None
    indicator: str
    indicator_label: str
    place: str
    event: str
    slug: str
    figure_a: str
    figure_b: str | None
    series_id: str


@dataclass(frozen=True, slots=True)
class Version:
    """One reading of a figure; *retired_at* None is the current one."""

    version: int
    excerpt: str
    quantifier: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    originator: str | None
    as_of_start: date | None
    as_of_end: date | None
    slug: str
    reviewed: str
    recorded_at: datetime
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about a figure."""

    action: str
    field: str | None
    old_value: str | None
    new_value: str | None
    reason: str
    reviewer: str
    reviewed_at: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """One step of a number's way to the page: who, in what role, and the words that say so."""

    step: int
    source: str
    source_id: str
    role: str
    stance: str
    cue: str | None
    party: str | None
    alignment: str
    alignment_basis: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A voice giving another number than before; amounts in *unit*."""

    voice: str
    indicator_label: str
    place: str
    change_kind: str
    previous_value: float | None
    new_value: float | None
    change: float | None
    unit: str
    previous_excerpt: str
    new_excerpt: str
    previous_as_of_start: date | None
    previous_as_of_end: date | None
    new_as_of_start: date | None
    new_as_of_end: date | None
    previous_figure_id: str
    new_figure_id: str
    slug: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place; '' where a part is not known, *area_km2* in square kilometres."""

    place_id: str
    name: str
    kind: str
    parent: str
    parent_id: str
    code: str
    latitude: float | None
    longitude: float | None
    area_km2: float | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event, its place and its days; None is not known."""

    event_id: str
    name: str
    kind: str
    place: str
    place_id: str
    first_day: date | None
    last_day: date | None
    external_ids: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source, whose it is and which side it speaks for."""

    source_id: str
    name: str
    kind: str
    parent: str
    parent_id: str
    party: str
    alignment: str
    alignment_basis: str | None
    listed: bool


@dataclass(frozen=True, slots=True)
class Meta:
    """Which generation of the file is published."""

    generation: int
    built_at: datetime
    reader_version: str
    method_version: str


@dataclass(frozen=True, slots=True)
class Params:
    """The settings of the newest run, as JSON text."""

    params: str
    method_version: str
    reader_version: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Party:
    """A party to a conflict, by name."""

    party: str


@dataclass(frozen=True, slots=True)
class ShortName:
    """A source's name and the short form that fits beside a mark: initials or a last name."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence a figure stands in; *sentence_start* and *char_start* count in the same text, None for a quote."""

    figure_id: str
    document_id: str
    evidence: str
    sentence: str
    sentence_start: int | None
    char_start: int | None
    char_end: int | None


@dataclass(frozen=True, slots=True)
class Named:
    """A source found by its name, and how many figures are its own."""

    name: str
    figures: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit in use."""

    unit: str


@dataclass(frozen=True, slots=True)
class Related:
    """A series beside another."""

    slug: str
    title: str
    figures: int
