"""Places that no table has, known by the words beside them: "in Lwemba on Monday", "the village of Sake"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from figures.names import Names
from figures.places import place_words

_WORD = r"(?:[Aa]l-|[Ee]l-|a[dhrsntz]-|ash-)?[A-ZÀ-Þ][\w’'\-]*\w"
_NAME = rf"(?<![\w\-]){_WORD}(?:\ (?:(?:de|da|do|dos|del|al|el|la)\ )?{_WORD}){{0,2}}"


def unlisted_places(text: str, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Where ``text[start:end]`` names a place that *names* lacks: offsets of each, in no order, none twice.

    Only a construction that nothing else fills is believed; a person, a body, or a word that the text also prints in
    small letters is no place.
    """
    seen: set[int] = set()
    for found in _pattern().finditer(text, start, end):
        for group in ("first", "second", "of", "beside", "within", "opening"):
            span = found.span(group)
            if span[0] >= 0 and span[0] not in seen and _is_place(text, *span, names):
                seen.add(span[0])
                yield span


@cache
def _pattern() -> re.Pattern[str]:
    """The constructions, each with its names as groups."""
    kind, after = (
        "|".join(sorted(place_words(role), key=len, reverse=True)) for role in ("unlisted_kind", "unlisted_after")
    )
    one = rf"(?:{kind})"
    return re.compile(
        rf"""
        \b(?P<first>{_NAME})(?:(?:,\ |\ and\ )(?P<second>{_NAME}))?\ (?:{kind}|{kind.title()})\b
        | \b{one}\ of\ (?P<of>{_NAME})
        | \b(?:(?:north|south)?(?:east|west)|north|south|residents|inhabitants|villagers)\ of\ (?P<beside>{_NAME})
        | (?:^|(?<=[.!?”"]\ ))(?:In|Near)\ (?P<opening>{_NAME})(?=,)
        | (?<=[a-z,;\d]\ )(?:in|near|outside)\ (?P<within>{_NAME})(?=[.,;:)\n]|\Z|\ (?:{after})\b)
        """,
        re.VERBOSE | re.MULTILINE,
    )


def _is_place(text: str, start: int, end: int, names: Names) -> bool:
    name = text[start:end]
    if name in names.sources or name in names.places or name.isupper() or _NO_PLACE.search(name):
        return False
    if not place_words("no_place").isdisjoint(re.split(r"[ \-]", name)):
        return False
    if _BEFORE_NO_PLACE.search(text, max(0, start - 40), start):
        return False
    return " " in name or not (_is_person(text, name) or re.search(rf"\b{re.escape(name.lower())}\b", text))


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
    if re.search(rf"\b{re.escape(name)} (?:said|says|told|added|wrote)\b", text):
        return True
    before = re.finditer(rf"\b([A-Z][\w.]+) {re.escape(name)}\b", text)
    return any(not _NO_GIVEN_NAME.match(word[1]) and word[1] not in place_words("no_place") for word in before)


_NO_GIVEN_NAME = re.compile(r"(?:North|South|East|West)|(?:In|Near|At|From|Of|And|To|On|By|Greater)\b")
