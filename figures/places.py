"""The names of places in a text, and how surely each is where something happens."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from figures import wordlists
from figures.names import Names, Place

# A class of letters comes first, since the search then skips to it at once.
_CAPITAL_WORD = re.compile(r"[A-ZÀ-ÖØ-Þk](?<!\w.)(?:(?<!k)|yiv\b)[\w\-]*")


_ARTICLE = re.compile(r"^[a-z]{2,3}-")


class Form(StrEnum):
    """How a text names a place: by its name, or by the word for its people."""

    NAME = "name"
    WEAK = "weak"  # a name that means the place only beside a word such as "region"
    DEMONYM = "demonym"


class PlaceName(NamedTuple):
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
        self._kinds = {place.name: place.kind for place in names.places.values()}
        self._countries: dict[str, str] = {}
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
        spelling = _ARTICLE.sub("", spelling)  # "al-Hasakah" is found by "Hasakah"
        first = _CAPITAL_WORD.match(spelling)
        if first:
            self._spellings.setdefault(first.group(), []).append((spelling, place, form))

    def find(self, text: str, start: int, end: int) -> list[PlaceName]:
        """Every place named in ``text[start:end]``, left to right, no overlaps."""
        found: list[PlaceName] = []
        last = start
        for word in _CAPITAL_WORD.finditer(text, start, end):
            printed, begin = word.group(), word.start()
            spellings, capitals = self._spellings.get(printed), printed.isupper()
            if capitals and text[begin - 1 : begin] in ("", "\n") and (line := _DATELINE.match(text, begin)):
                last = line.end()  # where the reporter sat, not where it happened
            if spellings is None and (capitals or printed[-1] == "s"):
                spellings = self._spelled_otherwise(printed)
            if spellings is None or begin < last:
                continue
            for spelling, place, form in spellings:
                stop = begin + len(spelling)
                if (capitals or text.startswith(spelling, begin)) and _is_printed(text, begin, stop, spelling):
                    found.append(PlaceName(begin, stop, place, form, _standing(text, begin, stop, form)))
                    last = stop
                    break
        return found

    def _spelled_otherwise(self, printed: str) -> list[tuple[str, str, Form]] | None:
        """Spellings behind "Syrias", of copy that lost its apostrophes, and behind words in capitals."""
        if printed[-1] == "s":
            return self._spellings.get(printed[:-1])
        return self._spellings.get(printed.title()) if len(printed) > 3 and printed.isupper() else None

    def is_listed(self, place: str) -> bool:
        """Whether a table has it."""
        return place in self._places

    def dateline_country(self, text: str) -> str | None:
        """The country of the place in capitals that an early line begins with: "MANILA – Three storms …"."""
        line = _DATELINE.search(text, 0, 400)
        for name in self.find(line.group().title(), 0, line.end() - line.start()) if line else []:
            country = self.country_of(name.place)
            return country if self.is_country(country) else None
        return None

    def country_of(self, place: str) -> str:
        """The country of a place; the largest place known around it, or itself, when no country is."""
        if place not in self._countries and place in self._places:
            parent = "" if self.is_country(place) else self._places[place].parent
            self._countries[place] = self.country_of(parent) if parent else place
        return self._countries.get(place, place)

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
        return self.is_country(place) or place in self._capitals

    def is_region(self, place: str) -> bool:
        """Whether it is a first-level part of a country."""
        return self._kinds.get(place) == "region"

    def is_country(self, place: str) -> bool:
        """Whether it is a whole country."""
        return self._kinds.get(place) == "country"


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
        text[stop].isalnum() or text[stop] == "$" or (text[stop : stop + 2].strip("-").isalnum() and text[stop] == "-")
    )


# The name goes on: "Caxias do Sul", "Santiago del Estero".
_LONGER = re.compile(r" (?:d[aeiou]|d[ao]s|del|della|des|sur|sous|upon|am|al|el) [A-Z]")
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
    r"(?:[Mm]inistry|[Oo]ffice|bureau|embassy|[Ss]taff|[Aa]rmy|[Mm]ilitary|[Cc]ommand|officials?|sources?|spokes\w+|authorities|resident|activists?|conference|reporters|journalists|interview|based|"
    r"told [\w ]{3,20}|speaking|spoke|statement|briefing) (?:in|from) $"
)
_ASIDE = re.compile(
    r"\b(?:(?:banned|outlawed) \(?in|in addition to|(?:visit|trip|travell?ed|flew) to|visiting|tour of"
    r"|apart from|aside from|besides|except(?: for)?|other than) $"
)
_ASIDE_ENDS = frozenset({"in", "(in", "to", "visiting", "of", "from", "besides", "except", "for", "than"})
_GIVEN = re.compile(r"\b(?!The |In |At |On |From |Near |And |North|South|East|West)[A-Z][a-z]+ $")
_HOSTS = re.compile(r" (?:is|are|was|has become) (?:now |currently )?(?:home to|hosting|sheltering)\b| (?:now )?hosts ")
_WORD_AFTER = re.compile(r"\s+([a-zA-Z\-]+)(?:\s+([a-z\-]+))?")


def place_name(text: str, start: int, stop: int, place: str) -> PlaceName:
    """A place named by its name, with its standing there."""
    return PlaceName(start, stop, place, Form.NAME, _standing(text, start, stop, Form.NAME))


def _standing(text: str, start: int, stop: int, form: Form) -> int:
    """How surely the name is where something happens, from the words around it."""
    before = text[max(0, start - 60) : start]
    (*_, previous) = before.rsplit(None, 1) or [""]
    if previous in _ASIDE_ENDS and _ASIDE.search(text, max(0, start - 24), start):
        return 0
    if not previous.islower() and _is_personal(text, start, stop):
        return 0
    if text[stop : stop + 2] in ("'s", "’s") or text[stop : stop + 1] == "s":
        return _standing_of_owner(text, stop, before, previous)
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
    if previous in ("in", "from") and _SPEAKING.search(text, max(0, start - 40), start):
        return 0
    standing = _standing_after(before, previous)
    if form is Form.WEAK:
        return 0
    if standing < 3 and (following and after and after.group(1)[0].isupper() and second == ""):
        return min(1, standing)  # "Vladimir Putin"
    return standing


def _standing_of_owner(text: str, stop: int, before: str, previous: str) -> int:
    """How surely something happens where the thing behind the name belongs: "Syria's war", not "Syria's attack"."""
    event = _WORD_AFTER.match(text, stop + 1 + (text[stop] != "s"), stop + 42)
    if event and place_words("attack") & {event.group(1), event.group(2)}:
        return 0  # whose attack it is
    if event and event.group(1) in place_words("event"):
        return 3
    return 2 if _standing_after(before, previous) == 3 else 0


# "Mr Vaughan", "eyewitness Abubakar Sani Sokoto"
_SURNAMED = re.compile(r"\b(?:M(?:r|rs|s)\.?|Dr\.?|[a-z]+,? (?:[A-Z][a-z]{2,} ){2}) ?$")


def _is_personal(text: str, start: int, stop: int) -> bool:
    """Whether it is a person's: "Mr Vaughan", or a short one between two capitalised words: "Nguyen Van Thang"."""
    if _SURNAMED.search(text, max(0, start - 48), start):
        return True
    after = _WORD_AFTER.match(text, stop, stop + 40)
    if stop - start > 4 or after is None or not after.group(1)[0].isupper():
        return False
    return _GIVEN.search(text, max(0, start - 24), start) is not None


def _standing_after(before: str, previous: str) -> int:
    """3 after a preposition of place, 2 after one that may mean place, else 1; *previous* is the last word."""
    if previous in place_words("in") and previous not in ("of", "to"):
        return 3
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


_DATELINE = re.compile(r"(?m:^)\s*[A-Z][A-Z'’\- ]{2,30}(?:, [\w.,' ]{1,40})?(?: ?\([\w ]{1,20}\))? ?(?:[-–—:]|--) ")
