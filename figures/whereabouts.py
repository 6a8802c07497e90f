"""Where: which of the places that a text names a number belongs to, and where the text mostly is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from figures.figure import Span
from figures.names import Names
from figures.places import Form, PlaceIndex, PlaceName, place_name
from figures.printed import printed_at
from figures.unlisted import unlisted_places

# "17 died, 10 of them in Dhaka", "839, including 574 in Dhaka"
_PART_BEFORE = re.compile(
    r"\b(?:of (?:them|it|these|those|which|whom)|(?:including|among them) (?:\S+ ){1,3}) ?in (?:the )?$"
)
_NEXT_PART = re.compile(r"\bof (?:them|whom|which)\b|;")
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
# "Sindh has reported 678, Punjab (East) 191 and Islamabad one": the place stands before its number.
_COUNTED_HERE = re.compile(rf"(?: \([\w ]+\))? (?:{_NUMBER.pattern})(?![\w-]* (?:km|kilomet\w+|miles?)\b)")
_TELLS = re.compile(r"(?: \([\w ]+\))? (?:(?:has |had |have )?[a-z]+(?:ed|s|st) )?")
# A sentence that sums up is of the whole, not of the village named before it.
_TOTAL = re.compile(
    r"\b(?:(?:in|a) total|[Aa]ltogether|[Ii]n all|[Oo]verall|[Tt]otal of"
    r"|[Tt]he number of (?:people|persons|families|households|deaths|cases)|so far|to date"
    r"|[Aa]s of \w+ \w+|stands at)\b"
)
_PARTS_OF_TOTAL = ("otal", "ltogether", "n all", "verall", "umber of", "so far", "to date", "s of ", "stands at")
_EXAMPLE = re.compile(r"\b(?:among them|including|such as) (?:[A-Z][\w’'\-]+,? (?:and )?)*$")
_ALONE = re.compile(r"(?: \w{1,14})? alone\b")
_NEXT_ACT = re.compile(r"(?:,|\band) (?:\w+ly )?\w+ing\b")  # "and seizing the town of …": a place of another deed
_CIVIL = re.compile(
    r"(?:['’]?s)? (?:[a-z]+ )?(?:president|prime minister|government|authorities|officials|police|[Ii]nterior|"
    r"[Hh]ealth|[Dd]isaster|[Ee]mergency|[Cc]ivil|[Nn]ational)\b"
)
_LOCAL_BEFORE = re.compile(
    r"\b(?:authorities|officials|police|hospitals?|rescuers|governor|mayor|sheriff|prefect|administration)"
    r" (?:in|of|from) $"
)
_NATIONWIDE = re.compile(
    r"\b(?:[Nn]ationwide|[Nn]ationally|[Cc]ountry-?wide"
    r"|(?:[Aa]cross|[Tt]hroughout|[Ii]n) the (?:whole )?(?:country|nation))\b"
    r"|\bnational (?:death )?(?:toll|total|figure|count)\b"
)
_PARTS_OF_NATIONWIDE = ("ation", "ountry")
# A second finite clause: "had been evacuated and two people were killed in …". Bounded repeats, one pass.
_NEXT_CLAUSE = re.compile(r"\b(?:were|was|had|have|has)\b[^.;]{1,120}\band (?:[\w,]+ ){1,4}(?:were|was|had|have|has)\b")


def named_places(text: str, body: Span, index: PlaceIndex, names: Names) -> list[PlaceName]:
    """Every place that the body names, in text order: listed or not, but no initials that mean something else here.

    A place that no table has yields throughout to the one that holds it, "Lwemba in Ituri": there its figures can be
    compared.
    """
    listed = index.find(text, body.start, body.end)
    initials = _initials(text, listed)
    listed = [n for n in listed if text[n.start : n.end] not in initials and _is_meant(text, n, index)]
    starts = [name.start for name in listed]
    unlisted: dict[int, PlaceName] = {}
    held: set[str] = set()
    for start, end in unlisted_places(text, body.start, body.end, names):
        k = bisect_left(starts, start)
        if (k < len(listed) and listed[k].start < end) or (k and listed[k - 1].end > start):
            continue
        if k < len(listed) and _HELD.fullmatch(text, end, listed[k].start):
            listed[k] = listed[k]._replace(standing=3)
            held.add(text[start:end])
        else:
            unlisted[start] = PlaceName(start, end, text[start:end], Form.NAME, 3)
    again = _named_again(text, body, {name.place for name in unlisted.values()})
    found = {name.start: name for name in again} | unlisted
    return sorted([*listed, *(n for n in found.values() if n.place not in held)], key=lambda name: name.start)


def _is_meant(text: str, name: PlaceName, index: PlaceIndex) -> bool:
    """Whether the name stands for the place, and not for a reporter's desk, a quarter of it, or a person."""
    if _QUARTER.match(text, name.end):
        return False
    return index.is_country(name.place) or not (_is_dateline(text, name) or _is_surname(text, name, index))


def _named_again(text: str, body: Span, known: set[str]) -> Iterator[PlaceName]:
    """Where the text names places again that a construction once gave away: a headline's "Lwemba attack"."""
    for place in known:
        for start in printed_at(text, place, body.start, body.end):
            if text[start - 1 : start] != "-":
                yield place_name(text, start, start + len(place), place)


# "Governor Umaru Bago", "Bramwel Simiyu": a given name stands before, in the middle of a sentence.
_GIVEN = re.compile(
    r"[\w,”\"’'] (?!(?:In|The|From|And|Of|At|Near|Upper|Lower|Greater|Central|Inner|Old|New|Rural) "
    r"|(?:North|South|East|West|Mid)[a-z]* )(?:[A-Z][a-z]{2,} )+$"
)


def _is_surname(text: str, name: PlaceName, index: PlaceIndex) -> bool:
    """Whether it is no scene and follows a given name, which is no place itself."""
    if name.standing > 1 or index.is_country(name.place) or " " in name.place:
        return False
    if not text[text.rfind(" ", 0, max(0, name.start - 1)) + 1 : name.start].istitle():
        return False
    before = _GIVEN.search(text, max(0, name.start - 40), name.start)
    return before is not None and not index.find(text, before.start(), name.start)


_HELD = re.compile(
    r"(?: [a-z]+)?(?:,| in| of)(?: the| [a-z\-]*(?:north|south|east|west|central|rural)[a-z\-]*"
    r"| (?:city|province|district|region|state|countryside) of| state)* "
)
_JOINED = re.compile(r",? (?:[A-Z][\w’'\-]+, |[A-Z][\w’'\-]+ (?=and |or )){0,6}(?:and |or )?")
# A quarter of a town is named like many others: "the Zahraa neighbourhood of Homs" is in Homs.
_QUARTER = re.compile(
    r" (?:neighbou?rhood|quarter|suburb|district(?= (?:of|in) the city)) (?:of|in) (?:the city|[A-Z])"
)
# "Hyderabad: Ten more deaths …", "Kinshasa, 27 January (AFP) - …": where the reporter sat, before a longer line.
_DATELINE = re.compile(r"(?:, [^:\n–—\-]{0,40})?(?: ?\([\w ]{1,20}\))? ?(?:[–—:]|--| - )\s?(?=[^\n]{80})")


def _is_dateline(text: str, name: PlaceName) -> bool:
    begins = name.start == 0 or text[name.start - 1] == "\n"
    return begins and _DATELINE.match(text, name.end) is not None


def _initials(text: str, found: list[PlaceName]) -> set[str]:
    """Names of a few letters of which the text says what they stand for: "Cordillera Administrative Region (CAR)"."""
    printed = {text[name.start : name.end] for name in found if name.end - name.start <= 5}
    return {letters for letters in printed if letters.isupper() and _is_spelled_out(text, letters)}


def _is_spelled_out(text: str, letters: str) -> bool:
    words = r"\W+(?:of |the |and |for )*".join(rf"{letter}[\w\-]*" for letter in letters)
    return re.search(rf"\b{words}\W+{letters}\b", text) is not None


def _seen(found: Iterable[PlaceName]) -> dict[str, tuple[int, int]]:
    """Places with the offset at which each is named first, and how often it is named."""
    seen: dict[str, tuple[int, int]] = {}
    for name in found:
        first, times = seen.get(name.place, (name.start, 0))
        seen[name.place] = (first, times + 1)
    return seen


class Whereabouts:
    """The places of one document, in text order, and where it mostly is."""

    def __init__(self, text: str, found: list[PlaceName], index: PlaceIndex, lead_end: int) -> None:
        self._text = text
        self._found = found
        self._starts = [name.start for name in found]
        self._index = index
        self._lead_end = lead_end
        self._unlisted = _seen(name for name in found if not index.is_listed(name.place))
        self.country = self.undisputed = self._main_country()
        self.main = self._main_place()
        if self.country is None and self.main is not None and index.is_country(index.country_of(self.main)):
            self.country = self._index.country_of(self.main)

    def within(self, span: Span) -> list[PlaceName]:
        """The places named inside *span*."""
        return self._found[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _main_place(self) -> str | None:
        """The place most often named as a scene, the first lines twice; a country only where no part of it is."""
        weights = self._weights()
        parts = {place: n for place, n in weights.items() if n and not self._index.is_country(place)}
        best = max(parts, key=lambda place: parts[place], default=None)
        named = max(weights, key=lambda place: weights[place] if self._index.is_country(place) else 0, default=None)
        named = named if named is not None and self._index.is_country(named) and weights[named] else None
        if best is None:
            return named or self._index.dateline_country(self._text) or self.country
        country = named or self.country
        elsewhere = country or self._index.dateline_country(self._text)
        if elsewhere is not None and self._is_passing(best):
            return elsewhere
        if country is not None and self._is_one_of_many(best, country, parts):
            return country
        return best if named is None or parts[best] >= 4 else named

    def _is_passing(self, place: str) -> bool:
        """Whether the article names it once, and not in its first lines."""
        first, *more = (name for name in self._found if name.place == place)
        return not more and first.start >= self._lead_end

    def _weights(self) -> Counter[str]:
        """How much each listed place is a scene of the article."""
        weights: Counter[str] = Counter()
        for name in filter(self._is_known, self._found):
            scene = 2 if name.standing == 1 and not self._index.stands_for_state(name.place) else name.standing
            scene = scene or int(self._is_governed(name) and not self._index.is_country(name.place)) * 2
            if (scene == 1 and not self._index.is_country(name.place)) or self._is_of_a_part(name):
                scene = 0  # "Washington has provided …" acts; "Lao Cai province alone" is one part of many
            weights[name.place] += scene * (2 if name.start < self._lead_end else 1)
        return weights

    def _is_known(self, name: PlaceName) -> bool:
        """Whether a table has the place, or the article itself is about it: named in its first lines, and again."""
        if self._index.is_listed(name.place):
            return True
        first, times = self._unlisted[name.place]
        return times > 2 and first < self._lead_end

    def _is_of_a_part(self, name: PlaceName) -> bool:
        """Whether it is where a part of the number before happened: "10 of them in Dhaka", "in Lao Cai alone"."""
        text, start = self._text, name.start
        if _ALONE.match(text, name.end):
            return True
        behind_in = text.startswith("in ", start - 3) or text.startswith("in the ", start - 7)
        return behind_in and _PART_BEFORE.search(text, max(0, start - 40), start) is not None

    def _is_one_of_many(self, best: str, country: str, parts: dict[str, int]) -> bool:
        """Whether the places elsewhere in the country are named more than the one named most, or as much by several.

        A town whose region is not known may lie in the region that is named most.
        """
        index = self._index
        elsewhere = [
            weight
            for place, weight in parts.items()
            if place != best and index.is_within(place, country)
            if not index.is_within(place, best) and not index.is_within(best, place)
            if index.is_region(place) or not index.is_region(best)
        ]
        rest = sum(elsewhere)
        return index.is_within(best, country) and (
            rest > 2 * parts[best] or (len(elsewhere) > 1 and rest >= parts[best])
        )

    def _main_country(self) -> str | None:
        """The country that most of the names belong to, demonyms included; None where two vie for it."""
        weights: Counter[str] = Counter(map(self._index.country_of, [name.place for name in self._found]))
        (best, most), *_ = weights.most_common(1) or [("", 0)]
        return best if most and self._index.is_country(best) and most >= 0.6 * sum(weights.values()) else None

    def at(self, sentence: Span, span: Span, clause: Span, before: list[Span]) -> tuple[str | None, bool]:
        """The place of a number and whether its own sentence says so.

        The nearest scene of the sentence, one in the same clause and after the number first; a country gives way to the
        article's main place inside it; failing all, the sentences *before*, nearest first, then the main place.
        """
        here = self._nearest(self.within(sentence), span, clause)
        if here is None and self._is_whole(sentence, span):
            return self.country, False
        if here is not None:
            return (here.place if here.form is Form.NAME else self._sharpened(here.place)), True
        if self._says(sentence, _NATIONWIDE, _PARTS_OF_NATIONWIDE):
            return self.country, True
        if before and not self.within(sentence) and self._says(before[0], _NATIONWIDE, _PARTS_OF_NATIONWIDE):
            return self.country, False
        governed = self._governed(self.within(sentence))
        if governed is not None and (self.main is None or not self._index.is_within(self.main, governed)):
            return governed, False
        if self._says(sentence, _TOTAL, _PARTS_OF_TOTAL):
            return self.main, False
        if self.main is not None and not self._index.is_country(self.main):
            for earlier in before[:1]:
                scene = self._scene(earlier)
                if scene is not None and self._index.is_within(scene, self._index.country_of(self.main)):
                    return scene, False
            return self.main, False
        for earlier in before:
            scene = self._scene(earlier)
            if scene is not None:
                return scene, False
        return self.main, False

    def _says(self, sentence: Span, pattern: re.Pattern[str], parts: tuple[str, ...]) -> bool:
        """Whether *pattern* is in the sentence, which holds one of its *parts* then; a plain search is far quicker."""
        start, end = sentence.start, sentence.end
        if all(self._text.find(part, start, end) < 0 for part in parts):
            return False
        return pattern.search(self._text, start, end) is not None

    def _is_whole(self, sentence: Span, span: Span) -> bool:
        """Whether only a part of the number is said to be at the main place, "17 died, ten of them in Dhaka"."""
        return any(name.place == self.main and self._is_of_another(name, span) for name in self.within(sentence))

    def _governed(self, found: list[PlaceName]) -> str | None:
        """The place whose civil authorities speak in the sentence ("Kenya's president"): what they count is there."""
        return next((name.place for name in found if name.standing == 0 and self._is_governed(name)), None)

    def _is_governed(self, name: PlaceName) -> bool:
        """Whether a country's, or a place's own, civil authorities are named: "officials in Gezira", not "in Cairo"."""
        if self._index.is_country(name.place):
            return _CIVIL.match(self._text, name.end) is not None
        if self._index.stands_for_state(name.place):
            return False
        before = max(0, name.start - 40)
        return _LOCAL_BEFORE.search(self._text, before, name.start) is not None

    def _scene(self, sentence: Span) -> str | None:
        """The place of an earlier sentence."""
        scenes = [name for name in self.within(sentence) if name.standing >= 3]
        local = [name for name in scenes if not self._index.is_country(name.place)]
        return (local or scenes)[0].place if scenes else None

    def _enumerated(self, found: list[PlaceName]) -> list[PlaceName]:
        """Those that stand three or more in a row: what is counted behind them was in none of them alone."""
        runs: list[list[PlaceName]] = []
        for name in found:
            joined = runs and _JOINED.fullmatch(self._text, runs[-1][-1].end, name.start)
            runs[-1].append(name) if joined else runs.append([name])
        return [n for run in runs if self._text.count(",", run[0].start, run[-1].end) > 1 or len(run) > 2 for n in run]

    def _nearest(self, found: list[PlaceName], span: Span, clause: Span) -> PlaceName | None:
        best: tuple[float, PlaceName] | None = None
        listed = self._enumerated([name for name in found if name.end <= span.start])
        for name in found:
            if (
                name in listed
                or name.standing == 0
                or (name.standing == 1 and self._index.stands_for_state(name.place))
            ):
                continue
            if self._is_of_another(name, span) or self._is_example(name, span):
                continue
            if name.end <= span.start and _TELLS.fullmatch(self._text, name.end, span.start):
                return name
            far = name.start - span.end if name.start >= span.end else 1.6 * (span.start - name.end) + 15
            cost = far + (0 if clause.start <= name.start < clause.end else 60) + {1: 90, 2: 40, 3: 0}[name.standing]
            cost += 70 if self._index.is_country(name.place) else 0
            cost += 100 if name.standing < 3 and self._is_elsewhere(name.place) else 0
            cost += 100 if name.start >= span.end and _NEXT_CLAUSE.search(self._text, span.end, name.start) else 0
            cost += 100 if name.start >= span.end and _NEXT_ACT.search(self._text, span.end, name.start) else 0
            if best is None or cost < best[0]:
                best = (cost, name)
        return best[1] if best else None

    def _is_of_another(self, name: PlaceName, span: Span) -> bool:
        """Whether it is the place of another number: of the one behind it, or of a part of this one."""
        if name.end <= span.start:
            return _COUNTED_HERE.match(self._text, name.end, span.start) is not None
        if name.start < span.end:
            return False
        if _COUNTED_HERE.match(self._text, name.end):
            return True
        between = self._text[span.end : name.start]
        return bool(_NUMBER.search(between) and (_PART_BEFORE.search(between) or _NEXT_PART.search(between)))

    def _is_example(self, name: PlaceName, span: Span) -> bool:
        """Whether the place is one of those counted: "eleven counties, among them Narok"."""
        return name.start >= span.end and _EXAMPLE.search(self._text, span.end, name.start) is not None

    def _is_elsewhere(self, place: str) -> bool:
        """Whether it is a country that the main place does not lie in."""
        inside = self.main is not None and (place == self.main or self._index.is_within(self.main, place))
        return self._index.is_country(place) and not inside

    def _sharpened(self, place: str) -> str:
        """The main place instead of the country that holds it."""
        if self.main is not None and self._index.is_country(place) and self._index.is_within(self.main, place):
            return self.main
        return place
