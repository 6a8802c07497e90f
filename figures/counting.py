"""What a number counts or measures: its class, and which part of the people a toll is of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from figures import units, wordlists
from figures.cues import cues
from figures.figure import Mention
from figures.places import Form, PlaceIndex
from figures.words import split_words


class Thing(NamedTuple):
    """What is counted.

    *kind* is person, household, settlement, region, building, equipment, animal, area, length, money, rate, share,
    idle, thing, none, or the value of a Reason for what has no indicator. *noun* is its last word.
    """

    kind: str
    population: str
    noun: str

    @property
    def is_people(self) -> bool:
        """Whether it counts persons or households."""
        return self.kind in ("person", "household")

    @property
    def soldier(self) -> bool:
        """Whether it counts members of an armed force."""
        return self.population.endswith("soldiers") or self.militant

    @property
    def militant(self) -> bool:
        """Whether it counts armed people who are no state's soldiers."""
        return self.population.endswith(("fighters", "rebels"))


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {
        noun: (row["class"], row["population"])
        for _, row in wordlists.packaged("counted_nouns.csv")
        for noun in row["words"].split("|")
    }


def is_idle_noun(noun: str) -> bool:
    """Whether what the noun names is an office, counted in passing: "the two candidates"."""
    return noun in cues("offices")


_COUNTING_UNITS = frozenset({"person", "household", "settlement", "building", "region"})
_REASON_OF_BASE = {
    "s": "duration", "kg": "mass", "m/s": "speed", "K": "temperature", "m**3": "volume",
    "kg*m**2/s**2": "energy", "kg*m**2/s**3": "energy", "year_of_age": "age",
}  # fmt: skip
_TIMES = ("/month", "/year", "/week", "/day", "/h")
_RAINFALL = frozenset({"mm", "cm", "in", "µm", "nm"})  # lengths that are no distance between places
_AGES = frozenset({"year_of_age", "month_of_age", "week_of_age", "day_of_age"})


def thing_of(mention: Mention, places: PlaceIndex) -> Thing:
    """What *mention* counts, from its unit and its noun."""
    noun = mention.noun or ""
    listed, population, head = _listed(noun)
    if mention.unit in _COUNTING_UNITS:
        kind = listed if mention.unit == "person" and listed in ("equipment", "animal") else mention.unit
        return Thing(kind, _population(population, noun, places) if kind == "person" else "", head)
    if mention.unit == "dimensionless":
        return _plain(mention, listed, _population(population, noun, places), head)
    return Thing(_measure(mention.unit), "", head)


def _plain(mention: Mention, listed: str, population: str, head: str) -> Thing:
    if mention.unit_name.startswith(("percent", "%", "share")) or (mention.value is not None and 0 < mention.value < 1):
        return Thing("share", population, head)
    if mention.unit_name in ("count", "multiple"):
        return Thing("multiple", "", head)
    if not mention.noun:
        return Thing("none", "", "")
    return Thing(listed or "thing", population, head)


@cache
def _measure(unit: str) -> str:
    """The kind of a measuring unit."""
    if units.is_currency(unit):
        return "money"
    if unit.endswith(_TIMES) and units.is_currency(unit.rpartition("/")[0]):
        return "rate"
    if unit in _AGES:
        return "age"
    if units.same_dimension(unit, "km**2"):
        return "area"
    if unit in _RAINFALL:
        return "other_measure"
    if units.same_dimension(unit, "km"):
        return "length"
    for base, reason in _REASON_OF_BASE.items():
        if units.same_dimension(unit, base):
            return reason
    return "other_measure"


@lru_cache(maxsize=10_000)
def _listed(noun: str) -> tuple[str, str, str]:
    """Class, population and word of the noun's head: the last listed noun, two words before one."""
    table, words = _nouns(), split_words(noun, 0, len(noun))
    for last in range(len(words), 0, -1):
        pair = " ".join(word.lower for word in words[max(0, last - 2) : last])
        for listed in (pair, words[last - 1].lower.removesuffix("'s")):
            if listed in table:
                return *table[listed], listed
        if words[last - 1].text.islower() and words[last - 1].lower not in _TRAILING:
            break  # an unlisted head: "civilian sites" are no civilians
    return "", "", words[-1].lower if words else ""


_TRAILING = frozenset({"others", "more", "including", "were", "are", "who", "loyal"})


def _population(pattern: str, noun: str, places: PlaceIndex) -> str:
    """The part of the people: "civilians"; for armed people with the word for their country before it."""
    if "{of}" not in pattern:
        return pattern
    demonyms = [name for name in places.find(noun, 0, len(noun)) if name.form is Form.DEMONYM]
    of = noun[demonyms[0].start : demonyms[0].end] if demonyms else ""
    return pattern.replace("{of}", of).strip()
