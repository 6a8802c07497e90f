"""Places that no table has, known by the words beside them: "in Lwemba on Monday", "the village of Sake"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from figures.names import Names
from figures.places import place_words
from figures.printed import in_front, is_printed, printed_at

_WORD = r"(?:[Aa]l-|[Ee]l-|a[dhrsntz]-|ash-)?[A-ZÀ-Þ](?>[\w’'\-]*\w)"
_NAME = rf"(?<![\w\-]){_WORD}(?:\ (?:(?:de|da|do|dos|del|al|el|la)\ )?{_WORD}){{0,2}}"


def unlisted_places(text: str, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Where ``text[start:end]`` names a place that *names* lacks: offsets of each, in no order, none twice.

    Only a construction that nothing else fills is believed; a person, a body, or a word that the text also prints in
    small letters is no place.
    """
    seen: set[int] = set()
    free = start
    for initial in _INITIAL.finditer(text, start, end):
        at = initial.start()
        if at < free:
            continue
        found = _introduced(text, free, at, end) or _before_kind().match(text, at, end)
        if found is None:
            continue
        free = found.end()
        for span in map(found.span, range(1, found.re.groups + 1)):
            if span[0] >= 0 and span[0] not in seen and _is_place(text, *span, names):
                seen.add(span[0])
                yield span


# Where a name may begin. A class of letters comes first, since the search then skips to it at once.
_INITIAL = re.compile(r"[A-ZÀ-Þae](?<![\w\-].)(?:(?<![ae])|(?=(?:[dhlrsntz]|sh)-[A-ZÀ-Þ]))")


def _introduced(text: str, free: int, at: int, end: int) -> re.Match[str] | None:
    """The name at *at* when the words in front of it, from *free* on, make it a place; None when they do not."""
    before = text[max(free, at - 3) : at]
    if before == "of ":
        return _BARE.match(text, at, end) if _kind_of().search(text, max(free, at - 40), at) else None
    if before in ("in ", "ar ", "de ") and _WITHIN.search(text, max(free, at - 8), at):
        return _before_rest().match(text, at, end)
    if before in ("In ", "ar ") and _OPENING.search(text, max(free, at - 5), at):
        return _BEFORE_COMMA.match(text, at, end)
    return None


_BARE = re.compile(rf"({_NAME})", re.VERBOSE)
_BEFORE_COMMA = re.compile(rf"({_NAME})(?=,)", re.VERBOSE)  # "In Lwemba, …"
_OPENING = re.compile(r"(?:^|(?<=[.!?”\"] ))(?:In|Near) $", re.MULTILINE)
_WITHIN = re.compile(r"(?<=[a-z,;\d] )(?:in|near|outside) $")


@cache
def _kind_of() -> re.Pattern[str]:
    """What makes the name behind it a place: "the village of", "east of", "residents of"."""
    beside = "(?:north|south)?(?:east|west)|north|south|residents|inhabitants|villagers"
    return re.compile(rf"\b(?:{_any('unlisted_kind')}|{beside}) of $")


@cache
def _before_kind() -> re.Pattern[str]:
    """One name or two with their kind: "Lwemba village", "Sake and Goma districts"."""
    kind = _any("unlisted_kind")
    return re.compile(rf"({_NAME})(?:(?:,\ |\ and\ )({_NAME}))?\ (?:{kind}|{kind.title()})\b", re.VERBOSE)


@cache
def _before_rest() -> re.Pattern[str]:
    """A name at the end of its phrase: "in Lwemba on Monday"."""
    return re.compile(rf"({_NAME})(?=[.,;:)\n]|\Z|\ (?:{_any('unlisted_after')})\b)", re.VERBOSE)


def _any(role: str) -> str:
    return "|".join(sorted(place_words(role), key=len, reverse=True))


def _is_place(text: str, start: int, end: int, names: Names) -> bool:
    name = text[start:end]
    if name in names.sources or name in names.places or name.isupper() or _NO_PLACE.search(name):
        return False
    if not place_words("no_place").isdisjoint(re.split(r"[ \-]", name)):
        return False
    if _BEFORE_NO_PLACE.search(text, max(0, start - 40), start):
        return False
    return " " in name or not (_is_person(text, name) or is_printed(text, name.lower()))


# "in Catastrophe", "a majority-Kurdish district"; "Rylsky district" is that of a town with another name, Rylsk.
_NO_PLACE = re.compile(
    r"(?:tion|ment|ness|ity|ism|ship|[ae]nce|phe|logy|ing|ure|cy|sk[iy]y?i?)s?$|^(?:majority|mostly)-"
    r"|-(?:held|run|led|based|populated|controlled|dominated|majority|backed|era)$"
)
# "Dozens Dead in Market Blast", "confidence in Smith"
_BEFORE_NO_PLACE = re.compile(
    r"\b(?:[A-Z]\w+ (?:in|near|outside)"
    r"|(?:confidence|trust|faith|interest\w*|believ\w+|invest\w*|involv\w+|role|stake|shares?|part) in) $"
)


def _is_person(text: str, name: str) -> bool:
    """Whether a single name is elsewhere preceded by a given name, or speaks."""
    if any(_SPEAKS.match(text, at + len(name)) for at in printed_at(text, name, 0, len(text))):
        return True
    before = in_front(_CAPITAL_BEFORE, text, printed_at(text, name, 0, len(text)))
    return any(not _NO_GIVEN_NAME.match(word[1]) and word[1] not in place_words("no_place") for word in before)


_SPEAKS = re.compile(r" (?:said|says|told|added|wrote)\b")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w.]+) $")
_NO_GIVEN_NAME = re.compile(r"(?:North|South|East|West)|(?:In|Near|At|From|Of|And|To|On|By|Greater)\b")
