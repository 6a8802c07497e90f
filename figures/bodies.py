"""Bodies that an article speaks of by a noun or an acronym: "the ministry", "the group", "a monitor", "NFA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.named import NOBODY, Named, recognisable, without_dots
from figures.noun_phrases import phrase_words, speaker_nouns, text_of
from figures.people import LONG
from figures.printed import in_front, lowered, printed_at
from figures.sources import SourceIndex
from figures.words import Found, Word, split_words

FARTHEST_BACK = 20_000  # characters in which a body is looked for that "the ministry" may mean
_OWNER = re.compile(r"(?<![\w-])(?:[A-Z][\w’'\-]+ ){1,6}$")
_OF = re.compile(r" of(?: the)?(?: [A-Z]\w+){1,6}")


class Bodies:
    """Finds which body of one document a noun means."""

    def __init__(self, text: str, sources: SourceIndex) -> None:
        self._text = text
        self._lower = lowered(text)
        self._sources = sources
        self._monitors: list[str] | None = None
        self._acronyms: dict[str, str | None] = {}
        self._titled: dict[str, bool] = {}

    def known(self, name: str, found: Found[tuple[str, str]], words: list[Word]) -> Named:
        """A source of the tables, called as a reader of the article would know it."""
        kind = self._sources.kinds.get(name, "")
        printed = text_of(words[found.first : found.last])
        called = recognisable(name, printed)
        person = kind in ("person", "official") and words[-1].is_capital and " " in name
        if not person and called != name and found.last - found.first > 1 and self._has_title(called):
            return Named(called, person=True)  # the head of a monitor, by whose name the table has the monitor too
        return Named(called, person=person, kind=kind)

    def _has_title(self, name: str) -> bool:
        """Whether the article gives a name a title, before or behind it: "Observatory director Rami Said"."""
        if name not in self._titled:
            at = self._text.find(name, 0, LONG)
            self._titled[name] = False
            while at >= 0 and not self._titled[name]:
                behind = at + len(name)
                before = split_words(self._text, max(0, at - 14), at)[-1:]
                office = [w for w in split_words(self._text, behind, behind + 20)[:4] if w.lower not in (",", "the")]
                heads = before + (office[:1] if [w.lower for w in office[1:2]] == ["of"] else [])
                self._titled[name] = any(speaker_nouns().get(word.lower) == "title" for word in heads)
                at = self._text.find(name, behind, LONG)
        return self._titled[name]

    def monitor(self, words: list[Word], inside: list[Found[tuple[str, str]]]) -> Named:
        """The monitor or group that the phrase means; *inside* are the known names in it."""
        if inside:
            between = words[inside[-1].last : -1]
            source = self.known(inside[-1].entry[0], inside[-1], words)
            plain = all(_adds_nothing(word) for word in between)
            return source if plain else Named(without_dots(text_of(words[inside[-1].first :])))  # "UN health agency"
        if any(word.is_capital and not word.lower.endswith("-based") for word in words):
            return Named(text_of([w for w in words if w.text not in '"“”']))
        before = words[-2].lower if len(words) > 1 else ""
        based = before.endswith("-based") or speaker_nouns().get(before) == "monitor"
        if words[-1].lower in phrase_words("any_group") and not based and before not in phrase_words("watching"):
            # "The group" is who spoke before, not the only monitor of the article.
            return Named(text_of(words[-4:]), anonymous=True) if before else NOBODY
        monitors = self._all_monitors()
        if len(monitors) == 1:
            return Named(monitors[0])
        nameless = not monitors and not based and (before or words[-1].lower in ("monitor", "watchdog"))
        return Named(text_of(words[-4:]), anonymous=True) if nameless else NOBODY

    def _all_monitors(self) -> list[str]:
        """Monitors and aid bodies that the article names, each once."""
        if self._monitors is None:
            text = self._text[:LONG]
            self._monitors = [name for name, spellings in self._sources.monitors if any(s in text for s in spellings)]
        return self._monitors

    def in_full(self, acronym: str) -> Named | None:
        """The body whose name stands before its acronym in brackets; None when the article does not spell it out."""
        full = self._spelled_out(acronym)
        return None if full is None else Named(recognisable(self._sources.named(full) or full, full))

    def _spelled_out(self, acronym: str) -> str | None:
        """The name before an acronym in brackets: "National Flood Agency (NFA)"; None when the article gives none."""
        if not (acronym.isupper() and acronym.isalpha() and len(acronym) > 1):
            return None
        if acronym not in self._acronyms:
            at = self._text.find(f"({acronym})", 0, LONG)
            self._acronyms[acronym] = None if at < 0 else _spelling(self._text, at, acronym)
        return self._acronyms[acronym]

    def _canonical(self, name: str) -> str:
        """The source that a longer name holds, else the name."""
        found = self._sources.find(split_words(name, 0, len(name)))
        return found[-1].entry[0] if found else name

    def earlier_body(self, noun: Word) -> Named:
        """For "the ministry" the only one the article has named before; else the noun as it stands."""
        known = {self._canonical(name) for name in self._owned(noun) if name.lower() != noun.lower}
        if len(known) == 1:
            return Named(next(iter(known)))
        if known:
            return NOBODY
        return Named(noun.text) if noun.lower in phrase_words("only_one") else self.body_before(noun)

    def _owned(self, noun: Word) -> Iterator[str]:
        """Names with the noun in them, in what stands before it: "Health Ministry", "Ministry of Health"."""
        text = self._text
        nouns = printed_at(self._lower, noun.text.lower(), max(0, noun.start - FARTHEST_BACK), noun.start)
        for owner in in_front(_OWNER, text, nouns):
            end = owner.end() + len(noun.text)
            of = _OF.match(text, end, noun.start)
            yield text[owner.start() : of.end() if of else end].removeprefix("The ")

    def body_before(self, noun: Word) -> Named:
        """For "the charity" the aid body that was named right before; nobody when none was, or two were."""
        start = max(0, noun.start - 300)
        words = split_words(self._text, start, noun.start)
        near = {found.entry[0] for found in self._sources.find(words) if not words[max(0, found.first - 1)].is_capital}
        near = {name for name in near if self._sources.kinds.get(name) in ("monitor", "ngo", "un")}
        return Named(next(iter(near))) if len(near) == 1 else NOBODY


def _spelling(text: str, at: int, acronym: str) -> str | None:
    """The shortest run of words before *at* that begins with a capital and whose initials hold the acronym."""
    words = split_words(text, max(0, at - 150), at)
    for first in range(len(words) - 2, -1, -1):
        if not words[first].text[0].isalnum():
            return None
        letters = iter(word.text[0].upper() for word in words[first:])
        if words[first].text[0] == acronym[0] and all(letter in letters for letter in acronym):
            return text_of(words[first:])
    return None


def _adds_nothing(word: Word) -> bool:
    """Whether a word behind a source's name only says what it is: "the TASS state news agency"."""
    lower = word.lower
    return lower in phrase_words("generic") or lower in phrase_words("body_ing") or lower in speaker_nouns()
