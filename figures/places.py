"""Where: the names of places in a text, and which of them a number belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from figures import wordlists
from figures.figure import Span
from figures.names import Names, Place

_CAPITAL_WORD = re.compile(r"\b(?:[A-ZÀ-ÖØ-Þ]|kyiv\b)[\w\-]*")


class Form(StrEnum):
    """How a text names a place: by its name, or by the word for its people."""

    NAME = "name"
    WEAK = "weak"  # a name that means the place only beside a word such as "region"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place named in a text; *standing* is 3 for a scene, 1 where it is only named, 0 for an actor."""

    start: int
    end: int
    place: str
    form: Form
    standing: int


class PlaceIndex:
    """Every spelling of every place by its first word."""

    def __init__(self, names: Names) -> None:
        self._places = names.places
        self._capitals = names.sources.keys() & names.places.keys()
        self._spellings: dict[str, list[tuple[str, str, Form]]] = {}
        for place in names.places.values():
            self._add_place(place)
        for demonym, place_name in _demonyms():
            self._add(demonym, place_name, Form.DEMONYM)
        for spellings in self._spellings.values():
            spellings.sort(key=lambda entry: -len(entry[0]))

    def _add_place(self, place: Place) -> None:
        for spelling in (place.name, *place.aliases):
            self._add(spelling, place.name, Form.NAME)
        for spelling in place.weak_aliases:
            self._add(spelling, place.name, Form.WEAK)

    def _add(self, spelling: str, place: str, form: Form) -> None:
        first = _CAPITAL_WORD.match(spelling)  # "al-Hasakah" is found by "Hasakah"
        if first:
            self._spellings.setdefault(first.group(), []).append((spelling, place, form))

    def find(self, text: str, start: int, end: int) -> list[PlaceName]:
        """Every place named in ``text[start:end]``, left to right, no overlaps."""
        found: list[PlaceName] = []
        last = start
        for word in _CAPITAL_WORD.finditer(text, start, end):
            printed, begin = word.group(), word.start()
            if printed.isupper() and text[begin - 1 : begin] in ("", "\n") and (line := _DATELINE.match(text, begin)):
                last = line.end()  # where the reporter sat, not where it happened
            spellings = self._spellings.get(printed) or self._spelled_otherwise(printed)
            if spellings is None or begin < last:
                continue
            for spelling, place, form in spellings:
                stop = begin + len(spelling)
                if _is_printed(text, begin, stop, spelling):
                    found.append(PlaceName(begin, stop, place, form, _standing(text, begin, stop, form)))
                    last = stop
                    break
        return found

    def _spelled_otherwise(self, printed: str) -> list[tuple[str, str, Form]] | None:
        """Spellings behind "Syrias", of copy that lost its apostrophes, and behind words in capitals."""
        if printed[-1] == "s":
            return self._spellings.get(printed[:-1])
        return self._spellings.get(printed.title()) if len(printed) > 3 and printed.isupper() else None

    def is_within(self, place: str, container: str) -> bool:
        """Whether *place* lies in *container*, at any depth; a place does not lie in itself."""
        seen = {place}
        while place in self._places:
            place = self._places[place].parent
            if place == container:
                return True
            if not place or place in seen:
                return False
            seen.add(place)
        return False

    def stands_for_state(self, place: str) -> bool:
        """Whether its bare name may mean a government: a country, or a capital."""
        return place in self._places and (self._places[place].kind == "country" or place in self._capitals)

    def is_country(self, place: str) -> bool:
        """Whether it is a whole country."""
        return place in self._places and self._places[place].kind == "country"


@cache
def _demonyms() -> tuple[tuple[str, str], ...]:
    return tuple((row["demonym"], row["place"]) for _, row in wordlists.packaged("demonyms.csv"))


@cache
def place_words(role: str) -> frozenset[str]:
    """Words of ``place_words.csv`` with that *role*."""
    return frozenset(row["word"] for _, row in wordlists.packaged("place_words.csv") if row["role"] == role)


def _is_printed(text: str, start: int, stop: int, spelling: str) -> bool:
    """Whether *spelling* stands there as whole words; a text in capitals is read too."""
    printed = text[start:stop]
    if printed != spelling and not (printed.isupper() and printed == spelling.upper()):
        return False
    if text[stop : stop + 1] == "s" and spelling[-1] != "s":
        stop += 1
    if _LONGER.match(text, stop):
        return False
    return stop == len(text) or not (
        text[stop].isalnum() or (text[stop : stop + 2].strip("-").isalnum() and text[stop] == "-")
    )


# The name goes on: "Caxias do Sul", "Santiago del Estero".
_LONGER = re.compile(r" (?:d[aeiou]|d[ao]s|del|della|des|sur|sous|upon|am|al|el) [A-Z]")
_WORDS_BEFORE = re.compile(r"[\w\-]+(?=[^\w.,;:!?()\"“”]*$)|['’]s(?=\s*$)")
_ADJECTIVES = frozenset({"US", "U.S", "U.S.", "UK", "U.K.", "USA"})
_AFTER_COUNTRY = frozenset(
    [
        "and",
        "or",
        "on",
        "in",
        "at",
        "to",
        "for",
        "by",
        "from",
        "with",
        "since",
        "during",
        "after",
        "before",
        "as",
        "is",
        "was",
        "were",
        "has",
        "have",
        "had",
        "while",
        "but",
    ]
)
_SPEAKING = re.compile(
    r"(?:[Mm]inistry|[Ss]taff|[Aa]rmy|[Mm]ilitary|[Cc]ommand|officials?|sources?|spokes\w+|authorities|resident|activists?|conference|reporters|journalists|interview|based|"
    r"told [\w ]{3,20}|speaking|spoke|statement|briefing) (?:in|from) $"
)
_ASIDE = re.compile(
    r"\b(?:(?:banned|outlawed) \(?in|in addition to|(?:visit|trip|travell?ed|flew) to|visiting|tour of"
    r"|apart from|aside from|besides|except(?: for)?|other than) $"
)
_GIVEN = re.compile(r"\b(?!The |In |At |On |From |Near |And |North|South|East|West)[A-Z][a-z]+ $")
_ALONE = re.compile(r"(?: \w{1,14})? alone\b")
_HOSTS = re.compile(r" (?:is|are|was|has become) (?:now |currently )?(?:home to|hosting|sheltering)\b| (?:now )?hosts ")
_WORD_AFTER = re.compile(r"\s+([a-zA-Z\-]+)(?:\s+([a-z\-]+))?")


def _standing(text: str, start: int, stop: int, form: Form) -> int:
    """How surely the name is where something happens, from the words around it."""
    if _ASIDE.search(text, max(0, start - 24), start) or _is_middle_name(text, start, stop):
        return 0
    if text[stop : stop + 2] in ("'s", "’s") or text[stop : stop + 1] == "s":
        event = _WORD_AFTER.match(text, stop + 1 + (text[stop] != "s"), stop + 42)
        if event and place_words("attack") & {event.group(1), event.group(2)}:
            return 0  # whose attack it is
        if event and event.group(1) in place_words("event"):
            return 3
        return 2 if _standing_after(text[max(0, start - 60) : start]) == 3 else 0
    if _HOSTS.match(text, stop, stop + 40):
        return 3
    after = _WORD_AFTER.match(text, stop, stop + 40)
    following = (after.group(1) or "").lower() if after else ""
    second = (after.group(2) or "") if after else ""
    if text[start:stop] in _ADJECTIVES and following.islower() and following not in _AFTER_COUNTRY:
        return 0  # "US air strikes", "UK aid"
    if form is Form.DEMONYM:
        return 2 if following in place_words("land") or second in place_words("land") else 0
    if following in place_words("kind"):
        return 3
    if _SPEAKING.search(text, max(0, start - 40), start):
        return 0
    standing = _standing_after(text[max(0, start - 60) : start])
    if form is Form.WEAK:
        return 0
    if standing < 3 and (following and after and after.group(1)[0].isupper() and second == ""):
        return min(1, standing)  # "Vladimir Putin"
    return standing


def _is_middle_name(text: str, start: int, stop: int) -> bool:
    """Whether a short name stands between two capitalised words: "Nguyen Van Thang"."""
    after = _WORD_AFTER.match(text, stop, stop + 40)
    if stop - start > 4 or after is None or not after.group(1)[0].isupper():
        return False
    return _GIVEN.search(text, max(0, start - 24), start) is not None


def _standing_after(before: str) -> int:
    """3 after a preposition of place, 2 after one that may mean place, else 1."""
    words = re.findall(r"[\w\-]+(?:['’]s)?|[^\w\s]", before)
    if len(words) > 1 and words[-1].lower() == "of" and words[-2].lower() in place_words("kind"):
        return 3
    for word in reversed(words[-6:]):
        lower = word.lower()
        if lower in place_words("in"):
            return 0 if lower == "to" and "according" in (w.lower() for w in words[-6:]) else 3
        if lower == "from":
            return 1  # where people come from
        if lower in place_words("from") and lower != "of":
            return 2
        if (
            lower not in place_words("between")
            and not lower.endswith(("-hit", "-torn", "-prone", "-stricken"))
            and not lower.endswith(("'s", "’s"))
        ):
            return 2 if lower == "(" else 1
    return 1


_NEXT_ACT = re.compile(r"(?:,|\band) (?:\w+ly )?\w+ing\b")  # "and seizing the town of …": a place of another deed


_CIVIL = re.compile(
    r"(?:['’]?s)? (?:[a-z]+ )?(?:president|prime minister|government|authorities|officials|police|[Ii]nterior|"
    r"[Hh]ealth|[Dd]isaster|[Ee]mergency|[Cc]ivil|[Nn]ational)\b"
)


# A second finite clause: "had been evacuated and two people were killed in …". Bounded repeats, one pass.
_NEXT_CLAUSE = re.compile(r"\b(?:were|was|had|have|has)\b[^.;]{1,120}\band (?:[\w,]+ ){1,4}(?:were|was|had|have|has)\b")
_DATELINE = re.compile(r"\s*[A-Z][A-Z'’\- ]{2,30}(?:, [\w.,' ]{1,40})?(?: ?\([\w ]{1,20}\))? ?(?:[-–—:]|--) ")


class Whereabouts:
    """The places of one document, in text order, and where it mostly is."""

    def __init__(self, text: str, found: list[PlaceName], index: PlaceIndex, lead_end: int) -> None:
        self._text = text
        self._found = found
        self._starts = [name.start for name in found]
        self._index = index
        self.main = self._main_place(lead_end)
        self.country = self._main_country()

    def within(self, span: Span) -> list[PlaceName]:
        """The places named inside *span*."""
        return self._found[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _main_place(self, lead_end: int) -> str | None:
        """The place most often named as a scene, the first lines twice; a country only where no part of it is."""
        weights: Counter[str] = Counter()
        for name in self._found:
            scene = 2 if name.standing == 1 and not self._index.stands_for_state(name.place) else name.standing
            if (scene == 1 and not self._index.is_country(name.place)) or _ALONE.match(self._text, name.end):
                scene = 0  # "Washington has provided …" acts; "Lao Cai province alone" is one part of many
            weights[name.place] += scene * (2 if name.start < lead_end else 1)
        parts = {place: n for place, n in weights.items() if n and not self._index.is_country(place)}
        best = max(parts, key=lambda place: parts[place], default=None)
        country = max(weights, key=lambda place: weights[place] if self._index.is_country(place) else 0, default=None)
        if best is not None and country is not None and weights[country] and self._is_one_of_many(best, country, parts):
            return country
        if best is not None and (country is None or parts[best] >= 4 or not self._index.is_country(country)):
            return best
        return country if country is not None and weights[country] else best

    def _is_one_of_many(self, best: str, country: str, parts: dict[str, int]) -> bool:
        """Whether the places elsewhere in the country are named more than the one named most."""
        index = self._index
        elsewhere = [
            weight
            for place, weight in parts.items()
            if index.is_within(place, country) and not index.is_within(place, best) and not index.is_within(best, place)
        ]
        return index.is_within(best, country) and sum(elsewhere) - parts[best] > parts[best]

    def _main_country(self) -> str | None:
        """The country that most of the names belong to, demonyms included; None where two vie for it."""
        weights: Counter[str] = Counter(self._country_of(name.place) for name in self._found)
        (best, most), *_ = weights.most_common(1) or [("", 0)]
        return best if most and self._index.is_country(best) and most >= 0.6 * sum(weights.values()) else None

    def at(self, sentence: Span, span: Span, clause: Span, before: list[Span]) -> tuple[str | None, bool]:
        """The place of a number and whether its own sentence says so.

        The nearest scene of the sentence, one in the same clause and after the number first; a country gives way to the
        article's main place inside it; failing all, the sentences *before*, nearest first, then the main place.
        """
        here = self._nearest(self.within(sentence), span, clause)
        if here is not None:
            return (here.place if here.form is Form.NAME else self._sharpened(here.place)), True
        governed = self._governed(self.within(sentence))
        if governed is not None and (self.main is None or not self._index.is_within(self.main, governed)):
            return governed, False
        if self.main is not None and not self._index.is_country(self.main):
            for earlier in before[:1]:
                scene = self._scene(earlier)
                if scene is not None and self._index.is_within(scene, self._country_of(self.main)):
                    return scene, False
            return self.main, False
        for earlier in before:
            scene = self._scene(earlier)
            if scene is not None:
                return scene, False
        return self.main, False

    def _governed(self, found: list[PlaceName]) -> str | None:
        """The country whose civil authorities speak in the sentence ("Kenya's president"): what they count is there."""
        for name in found:
            if name.standing == 0 and self._index.is_country(name.place) and _CIVIL.match(self._text, name.end):
                return name.place
        return None

    def _country_of(self, place: str) -> str:
        while not self._index.is_country(place):
            parent = self._index._places[place].parent if place in self._index._places else ""
            if not parent:
                return place
            place = parent
        return place

    def _scene(self, sentence: Span) -> str | None:
        scenes = [name for name in self.within(sentence) if name.standing >= 3]
        local = [name for name in scenes if not self._index.is_country(name.place)]
        return (local or scenes)[0].place if scenes else None

    def _nearest(self, found: list[PlaceName], span: Span, clause: Span) -> PlaceName | None:
        best: tuple[float, PlaceName] | None = None
        for name in found:
            if name.standing == 0 or (name.standing == 1 and self._index.stands_for_state(name.place)):
                continue
            far = name.start - span.end if name.start >= span.end else 1.6 * (span.start - name.end) + 15
            cost = far + (0 if clause.start <= name.start < clause.end else 60) + {1: 90, 2: 40, 3: 0}[name.standing]
            cost += 70 if self._index.is_country(name.place) else 0
            cost += 100 if name.standing < 3 and self._is_elsewhere(name.place) else 0
            cost += 100 if name.start >= span.end and _NEXT_CLAUSE.search(self._text, span.end, name.start) else 0
            cost += 100 if name.start >= span.end and _NEXT_ACT.search(self._text, span.end, name.start) else 0
            if best is None or cost < best[0]:
                best = (cost, name)
        return best[1] if best else None

    def _is_elsewhere(self, place: str) -> bool:
        """Whether it is a country that the main place does not lie in."""
        inside = self.main is not None and (place == self.main or self._index.is_within(self.main, place))
        return self._index.is_country(place) and not inside

    def _sharpened(self, place: str) -> str:
        """The main place instead of the country that holds it."""
        if self.main is not None and self._index.is_country(place) and self._index.is_within(self.main, place):
            return self.main
        return place
