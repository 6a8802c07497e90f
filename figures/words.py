"""A sentence as words with their offsets, and lists of phrases looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# Hyphens and inner apostrophes and stops stay inside a word ("Al-Bab", "Russia's", "U.S"); other marks are words of their own.
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


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` in order."""
    return [
        Word(found.start(), found.end(), found.group(), found.group().lower().replace("’", "'"))
        for found in _WORD.finditer(text, start, end)
    ]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase of a list in a sentence: half-open word positions and what the list says of it."""

    first: int
    last: int
    entry: T


class Phrases(Generic[T]):
    """Phrases by their first word; the longest that fits wins, each word is used once."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, entry in entries:
            words = tuple(word.lower for word in split_words(phrase, 0, len(phrase)))
            self._by_first.setdefault(words[0], []).append((words, entry))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, words: list[Word]) -> Iterator[Found[T]]:
        """Every phrase in *words*, left to right; a phrase listed twice is found with each of its entries."""
        position = 0
        while position < len(words):
            size = 0
            for phrase, entry in self._by_first.get(words[position].lower, ()):
                if size and len(phrase) < size:
                    break
                if _stands(phrase, words, position):
                    size = len(phrase)
                    yield Found(position, position + size, entry)
            position += size or 1

    def at(self, words: list[Word], position: int) -> Found[T] | None:
        """The longest phrase that starts at *position*, or None."""
        if not 0 <= position < len(words):
            return None
        for phrase, entry in self._by_first.get(words[position].lower, ()):
            if _stands(phrase, words, position):
                return Found(position, position + len(phrase), entry)
        return None


def _stands(phrase: tuple[str, ...], words: list[Word], position: int) -> bool:
    if position + len(phrase) > len(words):
        return False
    return all(words[position + k].lower == phrase[k] for k in range(1, len(phrase)))
