"""Which indicator a number is of, from the cue words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from figures import wordlists
from figures.counting import Thing
from figures.words import Found, Phrases, Words


class Cue(NamedTuple):
    """A row of ``indicator_cues.csv`` by one of its forms."""

    form: str
    reach: str
    indicator: str
    classes: frozenset[str]


class Meaning(NamedTuple):
    """What a number is about; *cue* has the word positions of what says so, None when only the noun does."""

    indicator: str
    term: str | None
    cue: tuple[int, int] | None
    cost: float


class Number(NamedTuple):
    """A number of the sentence: word positions of the mention, and what it counts."""

    first: int
    last: int
    thing: Thing


@cache
def _cues() -> Phrases[tuple[Cue, ...]]:
    """All cues; one phrase may be several (a state and a verb)."""
    by_form: dict[str, list[Cue]] = {}
    for _, row in wordlists.packaged("indicator_cues.csv"):
        classes = frozenset(row["classes"].split("|")) - {""}
        for form in row["cues"].split("|"):
            by_form.setdefault(form, []).append(Cue(form, row["reach"], row["indicator"], classes))
    return Phrases((form, tuple(cues)) for form, cues in by_form.items())


@cache
def light_words(role: str) -> frozenset[str]:
    """Words of ``light_words.csv`` with that *role*."""
    return frozenset(row["word"] for _, row in wordlists.packaged("light_words.csv") if row["role"] == role)


ANOTHER_ACT = 2.5  # what another verb between cue and number adds
MOST_CUES = 16  # on either side of a number; a sentence of prose has fewer
NEAR = 1.6
FARTHEST = {"noun": 4, "state": 4, "subject": 15, "object": 12}


@cache
def joins_part() -> re.Pattern[str]:
    """Words by which a number is said to be a part of another: "including", "of them", "among the dead"."""
    phrases = sorted(light_words("elliptic"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


class Cues:
    """The cues of one sentence, and the numbers that they go with."""

    def __init__(self, words: Words, numbers: list[Number]) -> None:
        self._words = words
        self._lowers = words.lowers
        self._covered = {position: number for number in numbers for position in range(number.first, number.last)}
        self._found: list[Found[tuple[Cue, ...]]] = _cues().find(words)
        self._starts = [found.first for found in self._found]
        self._has_there = "there" in words.lowers
        self._at = {found.first: found for found in self._found}
        self._reaching = [[(cue, self._reach(found, cue)) for cue in found.entry] for found in self._found]
        self._sums = self._weigh() if self._found else []

    def _weigh(self) -> list[float]:
        """Running sums of how much each word parts what stands on its two sides; the words of a number weigh little."""
        weights, weigh = _weights(), [0.0] * (2 * len(self._lowers))
        weigh[::2] = [weights.get(lower, 1.0) for lower in self._lowers]
        for position in self._covered:
            weigh[2 * position] = 0.3
        for found in self._found:
            if any(cue.reach not in ("noun", "state") for cue in found.entry):
                weigh[2 * found.first + 1] = ANOTHER_ACT
        return list(accumulate(weigh, initial=0.0))[::2]

    def meaning(self, number: Number) -> Meaning | None:
        """The nearest cue that can go with what is counted; None when no cue does."""
        best: Meaning | None = None
        here = bisect_left(self._starts, number.first)
        for index in range(max(0, here - MOST_CUES), min(len(self._found), here + MOST_CUES)):
            found = self._found[index]
            for cue, reach in self._reaching[index]:
                if not _fits(cue, number.thing):
                    continue
                cost = self._cost(number, found, reach)
                if cost is not None and number.thing.kind == "thing" and cost > NEAR:
                    continue  # an unlisted noun is a person only right beside what befell it
                if cost is not None and (best is None or cost < best.cost):
                    best = Meaning(_indicator(cue, number.thing), cue.form, (found.first, found.last), cost)
        return best or self._counted_before(number)

    def _counted_before(self, number: Number) -> Meaning | None:
        """After "the number of people abducted … stands at 220" the first cue says what is counted."""
        if number.thing.kind not in ("none", "person"):
            return None
        lowers = self._lowers[: number.first]
        begins = next((k for k, lower in enumerate(lowers) if lower in ("number", "toll", "tally", "total")), None)
        if begins is None or not set(lowers[-4:]) & light_words("level"):
            return None
        for found in self._found:
            cue = next((c for c in found.entry if "person" in c.classes), None)
            if cue is not None and begins <= found.first and found.last <= number.first:
                return Meaning(cue.indicator, cue.form, (found.first, found.last), 4.0)
        return None

    def _reach(self, found: Found[tuple[Cue, ...]], cue: Cue) -> str:
        """To which side the cue reaches here, which for a participle the words around it decide."""
        if self._lowers[found.last : found.last + 1] == [":"]:
            return "object"  # "Houses damaged: 300", a line of a report
        if self._is_existential(found) and cue.reach in ("both", "subject"):
            return "object"  # "there still remain 1,150 residents", "there were evacuated 4,300 people"
        if cue.reach != "both":
            return cue.reach
        before = self._lowers[found.first - 1] if found.first else ""
        if before.endswith("ly") and found.first > 1:
            before = self._lowers[found.first - 2]
        if before in light_words("passive") or before in ("others", "more", "people"):
            return "subject"
        return "object" if self._takes_object(found.last) else "subject"

    def _is_existential(self, found: Found[tuple[Cue, ...]]) -> bool:
        """Whether "there", with nothing but an adverb or "were" after it, stands before the cue and a number behind."""
        if not self._has_there:
            return False
        before = self._lowers[max(0, found.first - 3) : found.first]
        if "there" not in before or any(word not in light_words("passive") for word in _after_there(before)):
            return False
        return any(position in self._covered for position in range(found.last, found.last + 3))

    def _takes_object(self, position: int) -> bool:
        """Whether a participle at *position* - 1 is an active verb: a number or a noun phrase follows it."""
        if position >= len(self._words):
            return False
        here, following = self._covered.get(position), self._covered.get(position + 1)
        if here is not None:
            return not self._has_participle(here.last)
        if following is not None and self._lowers[position] not in light_words("no_object"):
            return not self._has_participle(following.last)
        return self._lowers[position] in light_words("object")

    def _has_participle(self, position: int) -> bool:
        """Whether a participle of its own follows the number, as in a headline: "40 killed 110 injured"."""
        while position < len(self._words) and self._lowers[position] in ("others", "more", "people"):
            position += 1
        following = self._at.get(position)
        return following is not None and any(cue.reach == "both" for cue in following.entry)

    def _cost(self, number: Number, found: Found[tuple[Cue, ...]], reach: str) -> float | None:
        """How far cue and number stand apart in the way the cue reaches; None when it cannot reach."""
        if found.first < number.last and found.last > number.first:
            within = {"noun": 0.0, "state": 4.5, "subject": 0.5}.get(reach)
            return 1.0 if within is None and found.entry[0].form.startswith("of ") else within
        if reach == "object" and found.first == number.last and found.entry[0].form.startswith("of "):
            return 0.5  # "nine of those killed"
        if reach in ("noun", "state"):
            if self._covered.get(found.first, number) is not number:
                return None  # "1,206 cases and 764 deaths"
            gap = self._gap(number.last, found.first) if found.first >= number.last else None
            cost = None if gap is None else gap + (4.5 if reach == "state" else 0.5)
            if cost is not None and reach == "noun" and self._is_left(number):
                return cost if cost <= FARTHEST["object"] else None  # "leaving 23 civilians and 16 fighters dead"
            return cost if cost is not None and cost <= FARTHEST[reach] + 1 and found.first - number.last <= 2 else None
        if reach == "subject" and found.first >= number.last:
            if self._is_of_others(number.last, found.first):
                return None
            cost = self._gap(number.last, found.first)
        elif reach == "object" and found.last <= number.first:
            cost = 1.0 if self._is_level_of(found, number) else 1.3 * self._gap(found.last, number.first)
        else:
            return None
        return cost if cost <= FARTHEST[reach] else None

    def _is_of_others(self, start: int, end: int) -> bool:
        """Whether a cue is said of another noun: "relatives and people who had fled"; "women and children" are one."""
        between = self._lowers[start:end]
        if "who" not in between:
            return False
        joined = next((k for k in range(len(between) - 2) if between[k] == "and" and between[k + 2] == "who"), None)
        return joined is not None and between[joined + 1] not in light_words("kin")

    def _is_level_of(self, found: Found[tuple[Cue, ...]], number: Number) -> bool:
        """Whether the number is the level of a count, however far away: "the death toll … has risen to 13"."""
        between = self._lowers[found.last : number.first]
        if _COUNTS.isdisjoint(found.entry[0].form.split()) or len(between) > 40:
            return False
        numbers = (self._covered.get(position) for position in range(found.last, number.first))
        rivals = any(other is not None and other.thing.kind in ("none", "person") for other in numbers)
        return not rivals and not light_words("level").isdisjoint(between[-2:])

    def _is_left(self, number: Number) -> bool:
        """Whether "leaving" or "left" stands before the number, or before one that it is joined to."""
        return not _LEAVING.isdisjoint(self._lowers[max(0, number.first - 12) : number.first])

    def _gap(self, start: int, end: int) -> float:
        """The weight of the words between; a cue of its own among them adds to it."""
        return self._sums[end] - self._sums[start]


_COUNTS = frozenset({"toll", "number", "count", "tally"})
_LEAVING = frozenset({"leaving", "left", "leaves", "leave"})


@cache
def _weights() -> dict[str, float]:
    """How much a word parts what stands on its two sides; any other weighs 1."""
    heavy = dict.fromkeys(light_words("clause") - light_words("and"), 4.0)
    return heavy | dict.fromkeys(light_words("light"), 0.2)


def _after_there(before: list[str]) -> list[str]:
    """The words behind the last "there", without adverbs that say how long."""
    behind = before[len(before) - before[::-1].index("there") :]
    return [word for word in behind if word not in ("still", "also", "now", "only")]


def _fits(cue: Cue, thing: Thing) -> bool:
    if cue.indicator == "sheltered" and thing.noun.startswith(("refugee", "asylum")):
        return False  # a country that hosts refugees has them as refugees
    if not cue.classes:
        return thing.is_people or thing.kind == "none"
    if not _ARMED.isdisjoint(cue.classes):
        return thing.kind == "person" and (thing.militant if "militant" in cue.classes else thing.soldier)
    if thing.kind == "thing":  # a noun that no list has: only a verb that befalls people makes people of it
        befalls = "person" in cue.classes and cue.indicator in _BEFALLS and cue.reach != "state"
        return befalls and "listed" not in cue.classes
    return thing.kind in cue.classes or (thing.kind == "none" and not _ANYBODY.isdisjoint(cue.classes))


_ARMED = frozenset({"soldier", "militant"})
_ANYBODY = frozenset({"person", "building"})
_BEFALLS = frozenset({"killed", "wounded", "homeless"})


_CONTROLLED = {"settlement": "settlements", "area": "area"}


def _indicator(cue: Cue, thing: Thing) -> str:
    if not cue.indicator.startswith("*"):
        return cue.indicator
    family = _CONTROLLED.get(thing.kind)
    return "count" if family is None else cue.indicator.replace("*", family)
