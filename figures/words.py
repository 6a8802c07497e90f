"""A sentence as words with their offsets, and lists of phrases looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import repeat
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# Hyphens, inner apostrophes and stops stay inside a word ("Al-Bab", "Russia's", "U.S"); other marks are words.
_WORD = re.compile(r"\w+(?:[’'.\-‑]\w+)*|[^\w\s]")


class Word(NamedTuple):
    """A word or a mark: offsets into the document, as printed, and in lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_capital(self) -> bool:
        """Whether it is a proper name by its letters: "Ansari", "al-Ansari"."""
        return self.text[0].isupper() or (self.text[0].isalpha() and self.text.partition("-")[2][:1].isupper())


_HEALTH_BODY = "w.h.o"  # the World Health Organization in lower case, which is no pronoun


class Words(list[Word]):
    """The words and marks of a stretch of text in order, and two of their columns at hand."""

    __slots__ = ("lowers", "starts")
    lowers: list[str]
    starts: list[int]


def split_words(text: str, start: int, end: int) -> Words:
    """The words and marks of ``text[start:end]`` in order."""
    found = list(_WORD.finditer(text, start, end))
    printed, starts = list(map(re.Match.group, found)), list(map(re.Match.start, found))
    lowers = list(map(str.lower, printed))
    if not text.isascii():
        lowers = [lower.replace("’", "'") for lower in lowers]
    if "WHO" in printed:
        lowers = [_HEALTH_BODY if word == "WHO" else lower for lower, word in zip(lowers, printed, strict=True)]
    columns = zip(starts, map(re.Match.end, found), printed, lowers)  # noqa: B905 - strict costs, and all are as long
    words = Words(map(tuple.__new__, repeat(Word), columns))  # a third of the time of Word(...)
    words.starts, words.lowers = starts, lowers
    return words


def lowers_of(words: list[Word]) -> list[str]:
    """The words in small letters."""
    return words.lowers if isinstance(words, Words) else [word[3] for word in words]


class Found(NamedTuple, Generic[T]):
    """A phrase of a list in a sentence: half-open word positions and what the list says of it."""

    first: int
    last: int
    entry: T


class Phrases(Generic[T]):
    """Phrases by their first word and their second; the longest that fits wins, each word is used once."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[str, list[tuple[list[str], T]]]] = {}
        for phrase, entry in entries:
            first, *rest = split_words(phrase, 0, len(phrase)).lowers
            by_second = self._by_first.setdefault(first, {})
            by_second.setdefault(rest[0] if rest else "", []).append((rest, entry))
        for by_second in self._by_first.values():
            for candidates in by_second.values():
                candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, words: list[Word]) -> list[Found[T]]:
        """Every phrase in *words*, left to right; a phrase listed twice is found with each of its entries."""
        lowers, by_first = lowers_of(words), self._by_first
        found: list[Found[T]] = []
        if by_first.keys().isdisjoint(lowers):
            return found
        free = 0
        for position in [position for position, lower in enumerate(lowers) if lower in by_first]:
            if position >= free:
                fitting, free = self._fitting(lowers, position)
                found += [Found(position, free, entry) for entry in fitting]
        return found

    def _fitting(self, lowers: list[str], position: int) -> tuple[list[T], int]:
        """What the list says of the longest phrase at *position*, which holds a first word, and where it ends."""
        by_second, behind = self._by_first[lowers[position]], position + 1
        for rest, _ in by_second.get(lowers[behind], ()) if behind < len(lowers) else ():
            end = behind + len(rest)
            if lowers[behind:end] == rest:
                return [entry for other, entry in by_second[rest[0]] if other == rest], end
        return [entry for _, entry in by_second.get("", ())], behind

    def starts_at(self, words: list[Word], position: int) -> bool:
        """Whether a phrase starts at *position*."""
        by_second = self._by_first.get(words[position].lower)
        if by_second is None:
            return False
        return bool(self._fitting([word[3] for word in words[position:]], 0)[0])
