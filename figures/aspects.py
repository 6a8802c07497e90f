"""The finer sides of a number: statistic, holder, share of what, plan or report."""

from __future__ import annotations

import calendar
import itertools
import re
from functools import cache

from figures import wordlists
from figures.article import Article
from figures.catalogue import catalogue
from figures.counting import Thing
from figures.figure import Span, Statistic
from figures.indicators import Meaning, Number, light_words
from figures.places import Form, PlaceName
from figures.words import Phrases, Word, Words

_HELD = frozenset(
    {"area_controlled", "settlements_controlled", "area_recaptured", "settlements_recaptured", "share_of_area"}
)
_CHANGING = frozenset(
    {"captured", "displaced", "displacements", "equipment_lost", "area_recaptured", "area_controlled", "casualties"}
)


@cache
def _statistic_words() -> Phrases[Statistic]:
    return Phrases((row["words"], Statistic(row["statistic"])) for _, row in wordlists.packaged("statistic_words.csv"))


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(row["word"] for _, row in wordlists.packaged("land_words.csv") if row["role"] == role)


@cache
def _plan_words() -> Phrases[str]:
    return Phrases((row["words"], row["role"]) for _, row in wordlists.packaged("plan_words.csv"))


def statistic_of(article: Article, sentence: int, number: Number, indicator: str) -> Statistic:
    """Level, peak, total, change or share; words near the number before the indicator's own kind."""
    if indicator in ("share", "share_of_area"):
        return Statistic.SHARE
    words, kind = article.words(sentence), catalogue()[indicator].kind
    for found in article.find(sentence, _statistic_words()):
        before = found.last <= number.first and number.first - found.last <= 14
        after = found.first >= number.last and words[found.first].lower == "at"
        if found.entry is Statistic.PEAK and kind == "stock" and (before or after):
            return Statistic.PEAK
        if found.entry is Statistic.CHANGE and indicator in _CHANGING and abs(found.first - number.last) <= 12:
            return Statistic.CHANGE
    return Statistic.TOTAL if indicator == "evacuated" or kind in ("running_total", "flow") else Statistic.LEVEL


def is_plan(article: Article, sentence: int, number: Number, meaning: Meaning | None) -> bool:
    """Whether the number is planned, forecast, aimed at or conditional: such a word governs it in its own clause.

    A promise is known by the speaker's stance.
    """
    words = article.words(sentence)
    after = words.lowers[number.last : number.last + 2]
    if {"would", "will"} & set(after) and "," not in after:
        return True  # "5,000 homes will be built"
    if meaning is not None and meaning.term == "oust":
        return False  # whoever is yet to be driven out is still there
    plans = article.find(sentence, _plan_words())
    if not plans:
        return False
    start = clause_start(words, number.first)
    subject = meaning is not None and meaning.cue is not None and meaning.cue[0] >= number.last
    stop = meaning.cue[0] if subject and meaning is not None and meaning.cue is not None else number.first
    plans = [
        plan for plan in plans
        if start <= plan.first and plan.last <= stop and words[plan.first].text != "May"
    ]  # fmt: skip
    if not plans:
        return False
    final = plans[-1]
    governs = not any(lower in light_words("outside") for lower in words.lowers[final.last : stop])
    return governs and final.entry == "plan" and stop - final.last <= 12


def clause_start(words: Words, first: int) -> int:
    """The position where the clause of the word at *first* begins."""
    for position in range(first - 1, -1, -1):
        if words.lowers[position] in _CLAUSE_OPENERS:
            return position + 1
    return 0


_CLAUSE_OPENERS = frozenset({";", ":", "—", "–", "but", "while", "that", "which", "who", "where", "because", "“", "”"})


def holder_of(article: Article, sentence: int, words: list[Word], first: int, meaning: Meaning) -> str:
    """Who holds, takes or retakes: whom "by" names after a participle, else the subject; '' when nobody is named."""
    if meaning.indicator not in _HELD:
        return ""
    names = [name for name in article.whereabouts.within(article.sentences[sentence]) if _is_actor(article, name)]
    voice = article.voice(sentence, first)
    if voice is not None and voice.cue < first:  # not the party of the one who says it
        said = [name for name in names if name.start >= words[voice.cue].start]
        names = said if any(name.start < words[first].start for name in said) else names
    if meaning.cue is not None and meaning.term == "oust":
        return next(
            (_party(article, n) for n in names if words[meaning.cue[0]].start < n.start < words[first].start), ""
        )
    if meaning.cue is not None:
        by = next(
            (k for k in range(meaning.cue[1], min(len(words), meaning.cue[1] + 6)) if words[k].lower == "by"), None
        )
        if by is not None:
            return next((_party(article, name) for name in names if name.start > words[by].start), "")
        if meaning.cue[1] > first:  # "… square kilometres controlled last year": whoever held the other number
            names = [name for name in names if name.start < words[first].start]
    if voice is not None and _speaks_of_own(words[voice.cue : first]):
        return _side(article, voice.speaker.name)
    subjects = [name for name in names if name.start < words[first].start and not _is_opposed(article.text, name.start)]
    armed = _armed_party(article, words[:first])
    if armed is not None and (not subjects or armed[1] <= subjects[0].start):
        return armed[0]
    return _party(article, subjects[0]) if subjects else ""


_OPPOSED = re.compile(
    r"(?:\d|\b(?:hundreds?|thousands?|dozens?|against|from|fighting|killed|killing|defeated|repelled))"
    r"(?: of| the| more| some){0,2} $"
)


_DATED = re.compile(rf"\b(?:{'|'.join(calendar.month_abbr[1:])})[a-z]*\.? \d{{1,2}},? $")


def _is_opposed(text: str, start: int) -> bool:
    """Whether the name at *start* is of those whom something was done to: "killed 300 RSF fighters".

    A number that ends a date counts nobody: "On August 6 Ukraine attacked".
    """
    before = text[max(0, start - 40) : start]
    return bool(_OPPOSED.search(before)) and not _DATED.search(before)


def _speaks_of_own(words: list[Word]) -> bool:
    """Whether the subject of what is said is "his forces", "our troops"."""
    own = [word.lower for word in words[1:6]]
    return any(a in ("his", "our", "its") and b in _words("force") for a, b in itertools.pairwise(own))


def _side(article: Article, speaker: str | None) -> str:
    """The party of a known speaker, '' when that is not known."""
    source = article.lexicon.names.sources.get(speaker or "")
    if source is None:
        return ""
    return source.parent or (source.name if source.kind in ("government", "military") else "")


def _armed_party(article: Article, words: list[Word]) -> tuple[str, int] | None:
    """The first armed party that is no state's ("the Arakan Army") and its offset; None without one."""
    sources = article.lexicon.sources
    for found in sources.find(words):
        opposed = _is_opposed(article.text, words[found.first].start)
        if sources.kinds.get(found.entry[0]) == "military" and not opposed:
            return article.lexicon.names.sources[found.entry[0]].parent or found.entry[0], words[found.first].start
    return None


def _is_actor(article: Article, name: PlaceName) -> bool:
    """A country's demonym, name or capital that stands for its forces, and not the owner of what follows."""
    places = article.lexicon.names.places
    owner = article.text[name.end : name.end + 2] in ("'s", "’s")
    if name.form is Form.DEMONYM:
        return name.standing == 0
    if owner:
        after = article.text[name.end + 2 : name.end + 12].strip().lower()
        return after.startswith(("forces", "troops", "army", "military", "soldiers"))
    country = places.get(name.place)
    is_state = country is not None and (country.kind == "country" or name.place in article.lexicon.sources.kinds)
    return is_state and name.standing <= 1


def _party(article: Article, name: PlaceName) -> str:
    """The country of an actor: Moscow acts for Russia."""
    place = article.lexicon.names.places.get(name.place)
    if place is not None and place.kind == "city":
        return place.parent
    return name.place


def share_of(article: Article, sentence: int, words: list[Word], last: int, place: str | None) -> str:
    """Of what land a share is: a place, "area taken in Kursk", or '' when it is of no land."""
    if not any(word.lower == "of" for word in words[max(0, last - 1) : last + 2]):
        return ""
    after = words[last : last + 14]
    land = next((k for k, word in enumerate(after[:8]) if word.lower in _words("land")), None)
    if land is None:
        named = article.whereabouts.within(Span(after[0].start, after[min(len(after), 4) - 1].end)) if after else []
        return named[0].place if named and named[0].form is not Form.DEMONYM else ""
    if any(word.lower in _words("taken") for word in after[land + 1 : land + 6]):
        return f"area taken in {place}" if place else "area taken"
    named = article.whereabouts.within(Span(after[0].start, after[min(len(after), land + 4) - 1].end))
    return named[0].place if named else (place or "")


def is_share_of_land(thing: Thing, meaning: Meaning | None, words: Words, last: int) -> bool:
    """Whether a share is of territory: the words after "of" are land, or somebody controls it."""
    if thing.kind != "share":
        return False
    if any(word.lower in _words("people") for word in words[last : last + 3]):
        return False  # "60 percent of them are Syrians"
    if any(word.text[-1] in "$€£¥₹" for word in words[last : last + 6]):
        return False  # "30 per cent of the US$994 million required"
    place = any(word.is_capital for word in words[last : last + 4])
    held = not _words("control").isdisjoint(words.lowers)
    lands = _words("land") if held else _words("land") - {"country", "city", "town"}
    land = place or any(word.lower in lands for word in words[last : last + 8])
    return land and (held or "of" in set(words.lowers[max(0, last - 1) : last + 2]))
