"""What pages ask of the published file: one function a question, parameters in, frozen rows out.

Each question is a file of ``queries/`` with its grain and its parameters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from warehouse.answers import (
    Card,
    Claim,
    Disagreement,
    Event,
    Handover,
    Meta,
    Named,
    Pair,
    Params,
    Party,
    Passage,
    Place,
    Related,
    Review,
    Revision,
    Series,
    ShortName,
    Source,
    Unit,
    Version,
    Window,
)
from warehouse.connection import Snapshot
from warehouse.questions import Parameter, row, rows

EVERY = 2**31  # more rows than any question has


def meta(published: Snapshot) -> Meta:
    """Which generation of the file this is."""
    return rows(published, "meta", Meta)[0]


def params(published: Snapshot) -> Params | None:
    """The settings of the newest run; None before the first."""
    return row(published, "params", Params)


def parties(published: Snapshot) -> tuple[str, ...]:
    """The names of the parties that speak, those with most figures first."""
    return tuple(found.party for found in rows(published, "parties", Party))


def short_names(published: Snapshot) -> dict[str, str]:
    """Initials or last name by the full name of the sources that have one."""
    return {found.name: found.short for found in rows(published, "names_in_short", ShortName)}


def cards(published: Snapshot, *, words: Sequence[str] = (), most: int = EVERY) -> list[Card]:
    """Series with a current figure, the most contested and most told first; those that hold all of *words*."""
    return rows(published, "cards", Card, words=list(words), most=most)


def sources_named(published: Snapshot, words: str, *, most: int = 8) -> list[Named]:
    """Sources with *words* in their name that have figures of their own, who says most first."""
    return rows(published, "sources_named", Named, words=words, most=most)


def units(published: Snapshot) -> list[str]:
    """The canonical units in use."""
    return [found.unit for found in rows(published, "units", Unit)]


def series(published: Snapshot, slug: str) -> Series | None:
    """The series at an address; None when there is none."""
    return row(published, "series_by_slug", Series, slug=slug)


def claims_of_series(published: Snapshot, series_id: str, *, known: date | None = None) -> list[Claim]:
    """What everybody says about a series, by as-of; as the file stood at the end of *known*, None for now."""
    if known is not None:
        return rows(published, "claims_known_on", Claim, series_id=series_id, day=known)
    return rows(published, "claims_of_series", Claim, series_id=series_id)


def claims_of_place(published: Snapshot, place: str) -> list[Claim]:
    """What is said about the place of this name, by as-of."""
    return rows(published, "claims_of_place", Claim, place=place)


def claims_of_event(published: Snapshot, event: str) -> list[Claim]:
    """What is said about the event of this name, by as-of."""
    return rows(published, "claims_of_event", Claim, event=event)


def claims_of_source(published: Snapshot, source: str) -> list[Claim]:
    """What the source of this name said, or printed in its own voice, by as-of."""
    return rows(published, "claims_of_source", Claim, source=source)


def claims_of_document(published: Snapshot, document_id: str) -> list[Claim]:
    """Which figures were read in a document, by as-of."""
    return rows(published, "claims_of_document", Claim, document_id=document_id)


def claims_near_number(published: Snapshot, number: float, values: dict[str, float], *, margin: float) -> list[Claim]:
    """Figures within *margin* (relative) of *number* as printed, or of *values* by canonical unit; at most 60."""
    return rows(
        published,
        "claims_near_number",
        Claim,
        number=number,
        units=list(values),
        values=list(values.values()),
        margin=margin,
    )


def latest_of_series(published: Snapshot, series_ids: Sequence[str]) -> list[Claim]:
    """The figures of the last as-of window of each of these series."""
    return rows(published, "latest_of_series", Claim, series_ids=list(series_ids))


def windows(published: Snapshot, series_ids: Sequence[str]) -> list[Window]:
    """What the voices of each of these series come to, window by window."""
    return rows(published, "windows_of_series", Window, series_ids=list(series_ids))


def claim(published: Snapshot, figure_id: str) -> Claim | None:
    """The newest reading of a figure, current or not; None when the id is unknown."""
    return row(published, "claim", Claim, figure_id=figure_id)


def versions(published: Snapshot, figure_id: str) -> list[Version]:
    """Every reading of a figure, oldest first."""
    return rows(published, "versions_of_claim", Version, figure_id=figure_id)


def reviews(published: Snapshot, figure_id: str) -> list[Review]:
    """What people decided about a figure, oldest first."""
    return rows(published, "reviews_of_claim", Review, figure_id=figure_id)


def chain(published: Snapshot, figure_id: str) -> list[Handover]:
    """Through whose hands a figure went, in reading order."""
    return rows(published, "chain_of_claim", Handover, figure_id=figure_id)


def passages(published: Snapshot, figure_ids: Sequence[str]) -> dict[str, Passage]:
    """The sentence of each of these figures that has one, by figure."""
    found = rows(published, "passages", Passage, figure_ids=list(figure_ids))
    return {passage.figure_id: passage for passage in found}


def related(published: Snapshot, series_id: str) -> list[Related]:
    """Other series of the family, about the same place or event; at most 8."""
    return rows(published, "related_series", Related, series_id=series_id)


def disagreements(
    published: Snapshot,
    *,
    severity: int = 0,
    indicator: str = "",
    place: str = "",
    party: str = "",
    relation: str = "",
    words: str = "",
    most: int = 200,
) -> list[Disagreement]:
    """Pairs that disagree and denials, worst first, the first *most*; '' narrows nothing."""
    narrowing: dict[str, Parameter] = {
        "severity": severity,
        "indicator": indicator,
        "place": place,
        "party": party,
        "relation": relation,
        "words": words,
        "most": most,
    }
    if most > _FEW:
        return _frozen(rows(published, "disagreements", Disagreement, **narrowing))
    return _disagreeing(published, {"series_id": "", "figure_id": "", **narrowing})


def disagreements_of_series(published: Snapshot, series_id: str, *, most: int = 500) -> list[Disagreement]:
    """Pairs of one series that disagree, and its denials, worst first, the first *most*."""
    return _disagreeing(published, {**_EVERY_ONE, "series_id": series_id, "most": most})


def disagreements_of_claim(published: Snapshot, figure_id: str, *, most: int = 500) -> list[Disagreement]:
    """Who disagrees with one figure, worst first, the first *most*."""
    return _disagreeing(published, {**_EVERY_ONE, "figure_id": figure_id, "most": most})


_FEW = 2000  # pairs that are chosen first and looked up then; more are read through the view, in any memory
_EVERY_ONE: Mapping[str, Parameter] = {
    "series_id": "", "figure_id": "", "severity": 0, "indicator": "", "place": "", "party": "", "relation": "",
    "words": "",
}  # fmt: skip


def _disagreeing(published: Snapshot, narrowing: Mapping[str, Parameter]) -> list[Disagreement]:
    """Choose the pairs, look up what is said in them, and put the denials among them."""
    chosen = rows(published, "chosen_pairs", Pair, **narrowing)
    sides = {"figures_a": [pair.figure_a for pair in chosen], "figures_b": [pair.figure_b for pair in chosen]}
    told = rows(published, "told_pairs", Disagreement, **sides) if chosen else []
    denied = rows(published, "denials", Disagreement, **narrowing)
    return _frozen(sorted([*told, *denied], key=_gravest_first)[: int(str(narrowing["most"]))])


def _gravest_first(pair: Disagreement) -> tuple[float, float, int, str, str]:
    day = pair.as_of_start_b or pair.as_of_start_a or date.min
    return -pair.severity, -pair.severity_score, -day.toordinal(), pair.figure_a, pair.figure_b or ""


def place(published: Snapshot, place_id: str) -> Place | None:
    """What is known of a place."""
    return row(published, "place", Place, place_id=place_id)


def event(published: Snapshot, event_id: str) -> Event | None:
    """What is known of an event."""
    return row(published, "event", Event, event_id=event_id)


def source(published: Snapshot, source_id: str) -> Source | None:
    """Who a source is."""
    return row(published, "source", Source, source_id=source_id)


def revisions(published: Snapshot, source: str) -> list[Revision]:
    """How the numbers of the source of this name moved, series by series."""
    return rows(published, "revisions_of_source", Revision, source=source)


def _frozen(found: list[Disagreement]) -> list[Disagreement]:
    """The same rows; DuckDB gives lists for the columns that hold several codes."""
    return [
        replace(pair, labels=tuple(pair.labels), other_explanations=tuple(pair.other_explanations)) for pair in found
    ]
