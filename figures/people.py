"""The persons of one document: their full names, their titles, and which words of a phrase are a name."""

from __future__ import annotations

import re

from figures.noun_phrases import is_institution, phrase_words
from figures.places import Form, PlaceIndex
from figures.printed import in_front, lowered, printed_at
from figures.sources import SourceIndex
from figures.words import Word

_GIVEN = r"\b((?:[A-ZÀ-Þ][\w’'\-]+\s+|[A-Z]\.\s*|(?:al|el|bin|ibn|de|van|von|abu|ben)[ -]){1,5})"
_GIVEN_BEFORE = re.compile(_GIVEN + "$")
# "director of Kursk Nikolai Volkov", "coordinator for the Crisis in Syria, Kevin Kennedy"
_HOLDER = re.compile(rf"(?: (?:of|for)(?: (?:the|of|and|[A-Z]\w+)){{1,7}})?,? {_GIVEN}([A-ZÀ-Þ][\w’'\-]+)")
LONG = 30_000  # characters of an article in which a name is looked for


class People:
    """Finds the full name, or the holder of a title, in the text of one document."""

    def __init__(self, text: str, sources: SourceIndex, places: PlaceIndex) -> None:
        self._text = text
        self._lower = lowered(text)
        self._sources = sources
        self._places = places
        self._held: dict[str, frozenset[str]] = {}
        self._surnames: dict[str, str | None] = {}

    def words_of(self, tail: list[Word]) -> list[Word]:
        """The words of *tail* after titles, demonyms and the names of what the person speaks for."""
        first = 0
        for position, word in enumerate(tail[:-1]):
            if (
                word.lower.removesuffix("'s") in phrase_words("honorific")
                or (word.text == "." and first == position)
                or word.lower.endswith("'s")
                or self._is_modifier(word, tail[position + 1])
            ):
                first = position + 1
            elif word.lower in ("of", "for"):
                first = position + 1 if not is_institution(tail) else first
        sources = self._sources.find(tail)
        for found in sources:
            if found.first <= first and found.last < len(tail):
                first = max(first, found.last)
        rest = tail[first:]
        while rest and (rest[0].lower in phrase_words("honorific") or not rest[0].text[0].isalpha()) and len(rest) > 1:
            rest = rest[1:]
        return [] if len(rest) == 1 and rest[0].lower in phrase_words("honorific") else rest

    def is_place(self, words: list[Word]) -> bool:
        """Whether the words are, as a whole, the name of a place."""
        found = self._places.find(self._text, words[0].start, words[-1].end)
        return bool(found) and found[0].start == words[0].start and found[0].end >= words[-1].end

    def _is_modifier(self, word: Word, following: Word) -> bool:
        """A demonym, or a place before a title: "Ukrainian", the "Kursk" of "Kursk Governor Smirnov"."""
        found = self._places.find(self._text, word.start, word.end)
        return bool(found) and (found[0].form is Form.DEMONYM or following.lower in phrase_words("honorific"))

    def named(self, words: list[Word]) -> str:
        """The full name: of the table, or as the article gives it the first time."""
        initials = {k for k, word in enumerate(words[:-1]) if len(word.text) == 1 and words[k + 1].text == "."}
        plain = " ".join(w.text for k, w in enumerate(words) if w.text != "." and not (k in initials and k > 0))
        known = self._sources.named(plain) or self._sources.named(words[-1].text)
        if known is not None:
            return known
        if len(words) == 1:
            return self.full_name(words[0].text) or words[0].text
        return plain

    def full_name(self, surname: str) -> str | None:
        """The only full name in the article that ends in *surname*; None when there is none, or more than one."""
        if surname not in self._surnames:
            found = {
                name
                for match in in_front(_GIVEN_BEFORE, self._text, printed_at(self._text, surname, 0, LONG))
                if (name := self._stripped(match.group(1), surname))
            }
            self._surnames[surname] = next(iter(found)) if len(found) == 1 else None
        return self._surnames[surname]

    def _stripped(self, given: str, surname: str) -> str | None:
        words = [word for word in given.replace(".", " ").split() if len(word) > 1]
        starts = [k + 1 for k, word in enumerate(words) if word.lower() in phrase_words("determiner")]
        words = words[starts[-1] if starts else 0 :]  # "… Aleppo The Syrian National": two sentences
        while words and (
            words[0].lower() in phrase_words("honorific") or (len(words) > 1 and self._is_name_of_place(words[0]))
        ):
            words = words[1:]
        return (
            " ".join([*words[-3:], surname]) if words and words[-1].lower() not in phrase_words("honorific") else None
        )

    def _is_name_of_place(self, word: str) -> bool:
        word = word.removesuffix("'s").removesuffix("’s")
        found = self._places.find(word, 0, len(word))
        return bool(found) and found[0].end == len(word)

    def holders(self, title: str) -> frozenset[str]:
        """Everybody to whom the article gives a title, before or after the name."""
        if title in self._held:
            return self._held[title]
        holders = set()
        for at in printed_at(self._lower, title.lower(), 0, LONG):
            match = _HOLDER.match(self._text, at + len(title), LONG)
            if match is None:
                continue
            lead = self._text[at : match.start(1)].split()
            if lead[-1].lower() in phrase_words("determiner"):
                continue  # "director for the Middle East"
            name = self._stripped(match.group(1), match.group(2))
            bodies = name is not None and any(w.lower() in phrase_words("institution") for w in name.split())
            if name is not None and not bodies and not self._is_name_of_place(name):
                holders.add(self._sources.named(name) or name)
        self._held[title] = frozenset(holders)
        return self._held[title]
