"""What happenings each document tells of: its tolls, put together by place, day, kind and wording.

A number that a document tells twice is one toll, and a sentence that does not say what happened goes on about what
a sentence before it told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from warehouse.connection import Connection
from warehouse.kinds import GENERAL, ONGOING, are_near, is_rival, kind_of, most_special, rare_words
from warehouse.sql import query

_LONGEST_DAYS = 4  # an as-of window of more days is no day of an event
_CONTEXT = 220  # letters to either side of a sentence, about a sentence each
_FEWEST_WORDS = 3  # rare words that two sentences of one text share when they tell of one happening
_RIVAL_DAYS = 2  # a toll read as so many days off may dispute the one told before it
_HEADLINE_WORDS = 2  # words shared with its headline that make a sentence tell of what the headline tells


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that counts victims and names no event, with the words around it.

    *root* is the first telling of its number in the document, *context* its sentence with what stands around it.
    *within* are the places that hold its place.
    """

    figure_id: str
    root: str
    document_id: str
    sentence: str
    context: str
    title: str
    publisher_id: str | None
    place_id: str
    place: str
    place_kind: str
    within: Sequence[str]
    day: date
    has_day: bool  # its own sentence says when

    @property
    def kind(self) -> str | None:
        """What its own sentence tells of."""
        return kind_of(self.sentence)


@dataclass(frozen=True, slots=True)
class Report:
    """The tolls of one document that tell of one happening."""

    document_id: str
    publisher_id: str | None
    place_id: str
    place: str
    place_kind: str
    within: frozenset[str]
    day: date
    kind: str
    words: frozenset[str]
    figures: tuple[str, ...]
    rivals: frozenset[str]  # those of the figures that are set against another toll

    @property
    def is_of_country(self) -> bool:
        """Whether no town or region is said: a whole country has many attacks a day."""
        return _is_country(self.place_kind)


def reports(connection: Connection, document_ids: list[str]) -> Iterator[Report]:
    """The happenings of each document, in order of publication.

    Counts of a whole war are left out, and those whose text tells neither of a happening nor of a day.
    """
    rows = connection.execute(
        query("loose_tolls"), {"document_ids": document_ids, "longest_days": _LONGEST_DAYS, "context": _CONTEXT}
    ).fetchall()
    told: dict[str, list[_Telling]] = {}
    for row in rows:
        toll = Toll(*row)
        if toll.kind != ONGOING:
            _tell(toll, told.setdefault(toll.document_id, []))
    for tellings in told.values():
        for telling in tellings:
            report = telling.report()
            if report is not None:
                yield report


@dataclass(slots=True)
class _Telling:
    """Tolls of one document that tell of one happening, so far."""

    tolls: list[Toll] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    def add(self, toll: Toll) -> None:
        self.tolls.append(toll)
        self.words |= rare_words(toll.sentence)

    def repeats(self, toll: Toll) -> bool:
        """Whether the toll is a number of this happening, told again."""
        return any(other.root == toll.root for other in self.tolls)

    def fits(self, toll: Toll) -> bool:
        """Whether the toll tells of this happening: one sentence, or one place, day and kind in like words."""
        place = self._finest()
        if all(toll.day != other.day for other in self.tolls) or toll.place_id not in (place.place_id, *place.within):
            return False
        if any(other.sentence == toll.sentence for other in self.tolls):
            return True
        kind = toll.kind
        if kind is None:
            # It goes on about what was told before; what it says of a whole country it may say of a whole war.
            return toll.place_id == place.place_id and not _is_country(toll.place_kind)
        kinds = {each for other in self.tolls if (each := other.kind)}
        is_of_kind = not kinds or any(are_near(kind, each) for each in kinds)
        return is_of_kind and len(rare_words(toll.sentence) & self.words) >= _FEWEST_WORDS

    def may_be_disputed_by(self, toll: Toll) -> bool:
        """Whether "the agency placed the toll at 12" means this, whatever place or day near it was read into that."""
        days = (abs((toll.day - other.day).days) for other in self.tolls)
        return is_rival(toll.sentence) and min(days) <= _RIVAL_DAYS

    def _finest(self) -> Toll:
        """The toll of the finest place, which is meant: a headline names the country, its text the town."""
        return max(self.tolls, key=lambda toll: len(toll.within))

    def report(self) -> Report | None:
        """The happening; None where neither a word nor a day tells of one."""
        first, place = self.tolls[0], self._finest()
        kind = self._kind(place)
        if kind is None:
            return None
        stated = Counter(toll.day for toll in self.tolls if toll.has_day) or Counter(toll.day for toll in self.tolls)
        # What the cut left of a word at either end is none.
        around = rare_words(
            " ".join([first.title, *(toll.context.partition(" ")[2].rpartition(" ")[0] for toll in self.tolls)])
        )
        return Report(
            first.document_id,
            first.publisher_id,
            place.place_id,
            place.place,
            place.place_kind,
            frozenset(place.within),
            max(stated, key=lambda day: (stated[day], -day.toordinal())),
            kind,
            around - rare_words(place.place),
            tuple(toll.figure_id for toll in self.tolls),
            frozenset(toll.figure_id for toll in self.tolls if is_rival(toll.sentence)),
        )

    def _kind(self, place: Toll) -> str | None:
        """What its sentences tell of, else its headline, else that something happened on a day.

        The headline tells of another happening where the sentence speaks of a whole country in other words.
        """
        title = self.tolls[0].title
        kinds = {kind for toll in self.tolls if (kind := toll.kind)}
        if kinds:
            return most_special(kinds)
        has_day = any(toll.has_day for toll in self.tolls)
        if _is_country(place.place_kind) and not has_day and len(self.words & rare_words(title)) < _HEADLINE_WORDS:
            return None
        of_title = kind_of(title)
        return of_title if of_title not in (None, ONGOING) else GENERAL if has_day else None


def _is_country(place_kind: str) -> bool:
    return place_kind in ("country", "territory")


def _tell(toll: Toll, tellings: list[_Telling]) -> None:
    """Put a toll to the happening it tells of, the one told last where several fit, or to one of its own."""
    telling = next((each for each in tellings if each.repeats(toll)), None)
    if telling is None and toll.kind is None and tellings and tellings[-1].may_be_disputed_by(toll):
        telling = tellings[-1]
    if telling is None:
        telling = next((each for each in reversed(tellings) if each.fits(toll)), None)
    if telling is None:
        telling = _Telling()
        tellings.append(telling)
    telling.add(toll)
