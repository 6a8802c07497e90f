"""Bare numbers that share out one told just before: "10,900 are in Ocaña", "87 beyond repair", "into Marib (14)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from figures.catalogue import catalogue
from figures.figure import Figure, Mention, Unread
from figures.indicators import Meaning

_NAME = r"[^\W\d_a-z][\w'’\-]+"
_WHERE = r"(?:in|at|near|from|inside|outside|around|across)"
# What follows a part: where it is, or how far it went.
_AFTER = re.compile(
    r"[\"”’]?(?:-plus)?,?(?: of (?:them|whom|those|these))?(?: (?:are|were|is|was|live|lived))?"
    rf" (?:{_WHERE} (?:the )?(?:{_NAME}|capital|city|province|district|region|rest|north|south|east|west)\b"
    r"|(?:fully|partially|partly|completely|totally|severely|slightly)\b"
    r"|(?:elsewhere|nationwide|countrywide|beyond repair)\b)"
)
_GONE = re.compile(r" (?:were |are )?(?:fully|completely|totally|beyond repair)\b")
_JOINED = re.compile(
    r"(?:[,;:(]|[,;:] ?(?:and|with|most|or|including)|\band|\bmost,) ?(?:some |about |around |another )?$"
)
# "in Cebu (49) and Bogo (12)": a person's age stands in brackets too, but behind no such word
_NAMES = rf"{_NAME}(?: {_NAME}){{0,3}}"
_BRACKETED = re.compile(
    rf"\b(?:in|into|at|near|from|around) (?:the )?{_NAMES}(?: \([\d,]+\)(?:,| and|, and) {_NAMES})* \($"
)
# "Sindh 678, Balochistan 299 and Punjab 191": a name before the number, and a comma or "and" on either side
_NAMED = re.compile(rf"(?:[,;:]|\band)(?: and)? (?:{_NAME} (?:and (?={_NAME} {_NAME} $))?){{1,4}}(?:\([A-Z]+\) )?$")
_ENDS = re.compile(r"(?:[,;.]|\)| and )")
_YEAR = re.compile(r" (?:in|of|for) (?:19|20)\d\d\b")
_THAN = re.compile(r"\b(?:than|against|with|from) the $")
_ALSO = re.compile(r"(?:[,;]|\band) $")
_THERE = re.compile(rf" {_WHERE} (?:the )?{_NAME}")
_SENTENCE_END = re.compile(r"[.!?:][\s\"”]|\n|, (?:or|including) ")
_NEAR = 300  # characters back to the whole
_FARTHEST = 30  # times larger or smaller than the same in another year
_SHARED = frozenset({"person", "household", "building"})

Told = tuple[Mention, Meaning | None]


def told_before(before: Iterable[Figure | Unread]) -> list[Told]:
    """The figures of earlier sentences as numbers with meanings."""
    return [
        (item.mention, Meaning(item.indicator, item.term, None, 5.0)) for item in before if isinstance(item, Figure)
    ]


def shared_out(text: str, mention: Mention, told: list[Told]) -> Meaning | None:
    """The meaning of the number that this bare one is a part of; *told* are those before it, in text order."""
    start, end = mention.span.start, mention.span.end
    if mention.value is None:
        return None
    lead = text[max(0, start - 120) : start]
    yearly = bool((_JOINED.search(lead) or _THAN.search(lead)) and _YEAR.match(text, end))
    if not (yearly or _is_part(text, end, lead)):
        return None
    placed = bool(_ALSO.search(lead) and _THERE.match(text, end))  # "162 at Naina, and 250 at Chamunda"
    for other, meaning in reversed(told[-6:]):
        if start - other.span.end > _NEAR:
            return None
        if meaning is None or other.value is None or not _is_shared(meaning):
            continue
        alike = yearly or (placed and _SENTENCE_END.search(text, other.span.end, start) is None)
        if mention.value <= other.value or (alike and mention.value <= _FARTHEST * other.value):
            gone = meaning.indicator == "houses_damaged" and _GONE.match(text, end)
            return meaning._replace(indicator="houses_destroyed" if gone else meaning.indicator, cue=None, cost=5.0)
    return None


def _is_part(text: str, end: int, lead: str) -> bool:
    """Whether the words on both sides make a part of the number: where it is, or a name in front of it."""
    if _BRACKETED.search(lead):
        return text[end : end + 1] == ")"
    if _JOINED.search(lead) or lead.rstrip(" ").endswith((".", "\n")) or not lead:
        return bool(_AFTER.match(text, end))
    return bool(_NAMED.search(lead) and _ENDS.match(text, end))


def _is_shared(meaning: Meaning) -> bool:
    """Whether it counts people or houses, which stand in places; a distance or a price does not."""
    return catalogue()[meaning.indicator].unit in _SHARED
