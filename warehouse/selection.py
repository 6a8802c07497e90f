"""Which figures are asked for: filters that are a condition of SQL and a phrase in words at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

CONDITIONS = {  # the field of Selection: its condition on the view figures, and how a README says it
    "slug": ("slug = $slug", "of the series {}"),
    "indicator": ("indicator = $indicator", "with the indicator {}"),
    "family": ("family = $family", "of the family {}"),
    "place": ("place = $place", "in {}"),
    "event": ("event = $event", "of the event {}"),
    "voice": ("voice = $voice", "by {}"),
    "party": ("party = $party", "of the party {}"),
    "publisher": ("publisher = $publisher", "published by {}"),
    "document_id": ("document_id = $document_id", "of the document {}"),
    "figure_id": ("figure_id = $figure_id", "with the id {}"),
    "severity": ("severity >= $severity", "in a disagreement of severity {} or more"),
    "reviewed": ("reviewed = $reviewed", "reviewed: {}"),
    "as_of_from": ("as_of_end >= $as_of_from", "as of {} or later"),
    "as_of_to": ("as_of_start <= $as_of_to", "as of {} or earlier"),
    "containing": (
        "(contains(lower(excerpt), lower($containing)) or contains(lower(sentence), lower($containing)))",
        "with the words {}",
    ),
    "figure_ids": ("list_contains($figure_ids, figure_id)", "chosen one by one"),
    "known": ("$known is not null", "as the file stood at the end of {}"),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Current figures that match all that is given; None is no filter. Words are compared exactly."""

    slug: str | None = None
    indicator: str | None = None
    family: str | None = None
    place: str | None = None
    event: str | None = None
    voice: str | None = None
    party: str | None = None
    publisher: str | None = None
    document_id: str | None = None
    figure_id: str | None = None
    severity: int | None = None  # at least
    reviewed: str | None = None  # machine, accepted, corrected
    as_of_from: date | None = None
    as_of_to: date | None = None
    containing: str | None = None  # in excerpt or sentence, whatever the case
    figure_ids: tuple[str, ...] | None = None
    known: date | None = None  # as the file stood at the end of that day, in place of now

    @property
    def parameters(self) -> dict[str, object]:
        """The filters given, by name: what is bound to the conditions."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in given.items()
            if value is not None
        }

    @property
    def source(self) -> str:
        """The relation of SQL that is asked."""
        return "figures" if self.known is None else "as_known_on($known)"

    @property
    def condition(self) -> str:
        """The filters as SQL; its text holds no value, only parameters."""
        return " and ".join(CONDITIONS[name][0] for name in self.parameters) or "true"

    def in_words(self) -> str:
        """The filters as a reader is told them: ``figures with the indicator killed, in Kursk``."""
        told = [CONDITIONS[name][1].format(value) for name, value in self.parameters.items()]
        return "figures " + ", ".join(told) if told else "all figures"
