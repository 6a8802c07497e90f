"""Who a noun phrase means: "the ministry", "Mr. Putin", "a monitor" → a name, or None when in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from figures.noun_phrases import (
    CALENDAR,
    full_name_behind,
    head_of,
    is_institution,
    is_rest_of_name,
    office_of,
    phrase_words,
    seat_of,
    speaker_nouns,
    text_of,
    without_determiner,
)
from figures.people import LONG, People
from figures.places import PlaceIndex
from figures.sources import SourceIndex
from figures.words import Found, Word, split_words


@dataclass(frozen=True, slots=True)
class Named:
    """What a noun phrase means. *name* None: somebody, but nobody can say who. *person*: a human being, for "he"."""

    name: str | None
    person: bool = False
    anonymous: bool = False


NOBODY = Named(None)


class Namer:
    """Gives names to the noun phrases of one document."""

    def __init__(self, text: str, sources: SourceIndex, places: PlaceIndex) -> None:
        self._text = text
        self._sources = sources
        self._people = People(text, sources, places)
        self._monitors: list[str] | None = None

    def name(self, words: list[Word]) -> Named:
        """The one that the noun phrase *words* means; NOBODY when it is no speaker or cannot be told."""
        words = without_determiner(words)
        if not words:
            return NOBODY
        seat = seat_of(words)
        if seat:
            return self.name(words[:seat])
        office = office_of(words)
        if office:
            return self._named_office(words, office)
        tail = self._proper_tail(words)
        if tail:
            found = self._named_by_tail(words, tail)
            if found.name is not None:
                return found
        return self._named_by_noun(words)

    def _proper_tail(self, words: list[Word]) -> list[Word]:
        """The run of capitalised words that ends the phrase, "of" and "for" inside it included."""
        first = len(words)
        while first > 0:
            word = words[first - 1]
            if (
                word.is_capital
                or (word.text == "." and first < len(words) and first > 1 and words[first - 2].is_capital)
                or (
                    word.lower in ("of", "for", "and", "the", "bin", "ibn", "de", "van", "abu", "&")
                    and 0 < first < len(words)
                )
            ):
                first -= 1
            else:
                break
        while first < len(words) and not words[first].is_capital:
            first += 1
        return words[first:]

    def _named_by_tail(self, words: list[Word], tail: list[Word]) -> Named:
        sources = self._sources.find(words)
        if sources and sources[-1].last == len(words):
            spoken = _without_branch(sources, self._sources)
            if is_rest_of_name(words, spoken) and self._sources.kinds.get(spoken.entry[0]) == "government":
                return Named(text_of(tail))
            member = self._member(words[: spoken.first])
            if member is not None:
                return Named(member, person=True)
            return self._source(spoken.entry[0], spoken, words)
        if any(word.lower in ("of", "for") for word in tail[1:-1]) and tail[0].lower not in phrase_words("honorific"):
            return Named(text_of(tail))
        person = self._people.words_of(tail)
        if not person:
            return NOBODY
        titles = tail[: len(tail) - len(person)]
        titled = any(word.lower in phrase_words("honorific") for word in titles) or (
            len(words) > len(tail) and words[-len(tail) - 1].lower in speaker_nouns()
        )
        if len(tail) == 1 and tail[0].lower in phrase_words("institution"):
            return self._earlier_body(tail[0])
        if is_institution(tail):
            return Named(text_of(tail))
        if len(person) == 1 and not titled and self._people.full_name(person[0].text) is None:
            return self._single(person[0])
        if self._people.is_place(person):
            return NOBODY
        return Named(self._people.named(person), person=True)

    def _member(self, words: list[Word]) -> str | None:
        """The person of "Thierno Balde of the World Health Organization", from the words before the body."""
        if words and words[-1].lower == "the":
            words = words[:-1]
        name = words[:-1]
        if not 2 <= len(name) <= 3 or words[-1].lower not in ("of", "from", "with", "at"):
            return None
        if not all(word.is_capital for word in name) or is_institution(name) or self._sources.find(name):
            return None
        return (
            self._people.named(name)
            if self._people.words_of(name) == name and not self._people.is_place(name)
            else None
        )

    def _single(self, word: Word) -> Named:
        """A name of one word that no table has: taken for one only if it is printed as names are, or more than once."""
        if (
            word.lower in CALENDAR
            or self._people.is_place([word])
            or word.lower.endswith(("-based", "-led", "-backed", "-run"))
        ):
            return NOBODY
        again = self._text.count(word.text, 0, LONG) > 1
        return Named(word.text) if again or "-" in word.text or (word.text.isupper() and len(word.text) > 1) else NOBODY

    def _source(self, name: str, found: Found[tuple[str, str]], words: list[Word]) -> Named:
        person = self._sources.kinds.get(name) in ("person", "official") and words[-1].is_capital and " " in name
        printed = text_of(words[found.first : found.last])
        return Named(_recognisable(name, printed), person=person)

    def _named_by_noun(self, words: list[Word]) -> Named:
        head = head_of(words)
        if head is None:
            return self._known_inside(words)
        kind, size = head
        inside = self._sources.find(words)
        if kind == "monitor":
            return self._monitor(words, inside)
        if kind == "paper":
            return Named(inside[0].entry[0]) if inside else self.name(words[:-size])
        if kind == "title":
            return self._title(words, size)
        return self._body(words, size, anonymous=kind == "people")

    def _named_office(self, words: list[Word], office: int) -> Named:
        """As printed ("a doctor at the hospital"), unless one person is known to hold the office."""
        kind = speaker_nouns()[words[office - 1].lower]
        before = words[: office - 1]
        if len(before) >= 2 and all(word.is_capital for word in before) and self._people.words_of(before) == before:
            return Named(self._people.named(before), person=True)  # "Rami Abdel Rahman director of the Observatory"
        if kind == "title":
            holder = self._holder_after(words)
            if holder is not None:
                return Named(holder, person=True)
        person = self._title(words[:office], 1) if kind == "title" else NOBODY
        if person.name is not None and person.name != text_of(words[:office]):
            return person
        return Named(text_of(words[:9]), person=kind == "title", anonymous=kind == "people")

    def _holder_after(self, words: list[Word]) -> str | None:
        """The person behind an office and its body: "president of the Syrian Coalition Anas al-Abdah"."""
        known = self._sources.find(words)
        name = words[known[-1].last :] if known else full_name_behind(words)
        return self._people.named(name) if len(name) >= 2 and all(word.is_capital for word in name) else None

    def _known_inside(self, words: list[Word]) -> Named:
        """A source whose name only a general noun follows: "the SOHR monitor", "the TASS news agency"."""
        found = self._sources.find(words)
        if found and all(
            w.lower in phrase_words("generic") or w.lower in speaker_nouns() for w in words[found[-1].last :]
        ):
            return self._source(found[-1].entry[0], found[-1], words)
        return NOBODY

    def _monitor(self, words: list[Word], inside: list[Found[tuple[str, str]]]) -> Named:
        if inside:
            return Named(inside[-1].entry[0])
        if any(word.is_capital and not word.lower.endswith("-based") for word in words):
            return Named(text_of([w for w in words if w.text not in '"“”']))
        monitors = self._all_monitors()
        if len(monitors) == 1:
            return Named(monitors[0])
        nameless = not monitors and (words[-1].lower in ("monitor", "watchdog") or len(words) > 1)
        return Named(text_of(words[-4:]), anonymous=True) if nameless else NOBODY

    def _all_monitors(self) -> list[str]:
        """Monitors and aid bodies that the article names, each once."""
        if self._monitors is None:
            text = self._text[:LONG]
            self._monitors = [name for name, spellings in self._sources.monitors if any(s in text for s in spellings)]
        return self._monitors

    def _title(self, words: list[Word], size: int) -> Named:
        """The only person whom the article gives this title; else the office, where the phrase says whose it is."""
        holders = self._people.holders(" ".join(word.text for word in words[-size:]))
        if len(holders) == 1:
            return Named(next(iter(holders)), person=True)
        if len(words) > size and not holders:
            office = text_of(words)
            return Named(self._sources.named(office.replace("’s", "'s")) or office, person=True)
        return NOBODY

    def _body(self, words: list[Word], size: int, *, anonymous: bool) -> Named:
        """The institution as printed, from its demonym on: "Russian government", "local officials"."""
        while words and words[0].lower in CALENDAR:
            words = words[1:]
        vague = words[-1].lower in ("media", "reports") or (len(words) == 1 and words[0].lower in ("source", "sources"))
        if vague and not any(word.is_capital or word.lower == "state" for word in words):
            return NOBODY
        text = text_of(words)
        known = self._sources.named(text) or self._sources.named(text.replace("’s", "'s"))
        if known is not None:
            return Named(_recognisable(known, text))
        if not anonymous and len(words) == size and size == 1:
            return self._earlier_body(words[-1])
        return Named(text_of(words[-4:]), anonymous=anonymous and not any(word.is_capital for word in words))

    def _canonical(self, name: str) -> str:
        """The source that a longer name holds, else the name."""
        found = self._sources.find(split_words(name, 0, len(name)))
        return found[-1].entry[0] if found else name

    def _earlier_body(self, noun: Word) -> Named:
        """For "the ministry" the only one the article has named before; else the noun as it stands."""
        # Blanks inside, letters around: one pass over what comes before, cut at twenty thousand characters.
        before = self._text[max(0, noun.start - 20_000) : noun.start]
        owner, of = r"(?<![\w-])((?:[A-Z][\w’'\-]+ ){1,6})", r"((?: of(?: the)?(?: [A-Z]\w+){1,6})?)"
        pattern = rf"{owner}(?i:{re.escape(noun.text)})\b{of}"
        full = {m.group().removeprefix("The ").strip() for m in re.finditer(pattern, before)}
        known = {self._canonical(name) for name in full if name.lower() != noun.lower}
        if len(known) == 1:
            return Named(next(iter(known)))
        if known:
            return NOBODY
        return Named(noun.text) if noun.lower in phrase_words("only_one") else self._aid_body_before(noun)

    def _aid_body_before(self, noun: Word) -> Named:
        """For "the charity" the aid body that was named right before; nobody when none was, or two were."""
        start = max(0, noun.start - 300)
        words = split_words(self._text, start, noun.start)
        near = {found.entry[0] for found in self._sources.find(words) if not words[max(0, found.first - 1)].is_capital}
        near = {name for name in near if self._sources.kinds.get(name) in ("monitor", "ngo", "un")}
        return Named(next(iter(near))) if len(near) == 1 else NOBODY


def _without_branch(sources: list[Found[tuple[str, str]]], index: SourceIndex) -> Found[tuple[str, str]]:
    """The last source of a phrase, or the body whose branch in a country it is: "Amnesty International Kenya"."""
    *_, body, last = (sources[0], *sources)
    branch = len(sources) > 1 and body.last == last.first and index.kinds.get(last.entry[0]) == "government"
    return body if branch and index.kinds.get(body.entry[0]) in ("monitor", "ngo", "un") else last


def _recognisable(name: str, printed: str) -> str:
    """The name of the table, or the one printed where a reader would not know the two for the same ("UN", "MSF")."""
    shared = {word.lower() for word in name.split()} & {word.lower() for word in printed.split()}
    return name if shared - {"the", "of", "and", "for"} else printed.removeprefix("the ").removeprefix("The ")
