"""A sentence as words with their offsets, and lists of phrases looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` in order."""
    make, new = Word, tuple.__new__  # half the time of Word(...), and this is half the time of reading
    words = [
        new(make, (found.start(), found.end(), word := found.group(), word.lower().replace("’", "'")))
        for found in _WORD.finditer(text, start, end)
    ]
    if text.find("WHO", start, end) >= 0:
        words = [word._replace(lower=_HEALTH_BODY) if word.text == "WHO" else word for word in words]
    return words


class Found(NamedTuple, Generic[T]):
    """A phrase of a list in a sentence: half-open word positions and what the list says of it."""

    first: int
    last: int
    entry: T


class Phrases(Generic[T]):
    """Phrases by their first word; the longest that fits wins, each word is used once."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[int, list[str], T]]] = {}
        for phrase, entry in entries:
            words = [word.lower for word in split_words(phrase, 0, len(phrase))]
            self._by_first.setdefault(words[0], []).append((len(words), words, entry))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -candidate[0])

    def find(self, words: list[Word]) -> Iterator[Found[T]]:
        """Every phrase in *words*, left to right; a phrase listed twice is found with each of its entries."""
        lowers = [word[3] for word in words]
        by_first = self._by_first
        free = 0
        for position, lower in enumerate(lowers):
            if position < free or lower not in by_first:
                continue
            size = 0
            for length, phrase, entry in by_first[lower]:
                if size and length < size:
                    break
                if length == 1 or lowers[position : position + length] == phrase:
                    size = length
                    yield Found(position, position + size, entry)
            free = position + size

    def starts_at(self, words: list[Word], position: int) -> bool:
        """Whether a phrase starts at *position*."""
        for length, phrase, _ in self._by_first.get(words[position].lower, ()):
            if length == 1 or [word[3] for word in words[position : position + length]] == phrase:
                return True
        return False
