"""A document on its way to figures: sentences, words, names, times and voices, each read once where asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TypeVar, cast

from figures import wordlists
from figures.anaphora import meant
from figures.attributions import Attribution, says, spoken_by
from figures.byline import printed_day
from figures.document import Document
from figures.figure import Span
from figures.named import NOBODY, Named
from figures.names import Names
from figures.naming import Namer
from figures.periods import Moment, find_moments, published_period, time_span
from figures.places import PlaceIndex
from figures.quotations import Quotation, find_quotations, quotation_at
from figures.sentences import find_sentences
from figures.sources import SourceIndex
from figures.speakers import SpeakerFinder
from figures.whereabouts import Whereabouts, named_places
from figures.words import Found, Phrases, Words, split_words

DATELINE_DRIFT = 45  # days between a dateline and the day of publication beyond which the dateline is not believed
T = TypeVar("T")
FARTHEST_BACK = 8  # pronouns that refer to pronouns
LEAD = 400  # characters of the title and first lines, whose places count twice


@dataclass(frozen=True)
class Lexicon:
    """The look-up tables made from name tables, built once for each."""

    names: Names
    places: PlaceIndex
    sources: SourceIndex


_BUILT: dict[int, Lexicon] = {}


def lexicon_of(names: Names) -> Lexicon:
    """The look-up tables of *names*; the same object is indexed once."""
    built = _BUILT.get(id(names))
    if built is None or built.names is not names:
        built = _BUILT[id(names)] = Lexicon(names, PlaceIndex(names), SourceIndex(names))
    return built


class Article:
    """One document being read."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.text = document.text
        self.lexicon = lexicon_of(names)
        self.sentences = find_sentences(document.text, document.body.start, document.body.end)
        self._starts = [span.start for span in self.sentences]
        self._looking_back = 0
        self._found: dict[tuple[int, int], list[Found[object]]] = {}
        self._words: dict[int, Words] = {}
        self._attributions: dict[int, list[Attribution]] = {}
        self._moments: dict[int, list[Moment]] = {}
        self._finder = SpeakerFinder(Namer(self.text, self.lexicon.sources, self.lexicon.places), self.lexicon.sources)

    @cached_property
    def published(self) -> date | None:
        """The day that "on Monday" is counted from: that of the dateline, else of publication; None when unknown."""
        origin = self.document.origin
        given = None if origin.published is None else origin.published.date()
        printed = printed_day(self.text, self.document.body.start)
        if printed is not None and (given is None or abs((printed - given).days) <= DATELINE_DRIFT):
            return printed
        period = published_period(origin)
        return given if period is None else period.end

    @cached_property
    def _knows_its_day(self) -> bool:
        """Whether "on Monday" can be counted from a day, and not only from a month or a year of publication."""
        vague = self.document.origin.published_precision in ("month", "year")
        return not vague or printed_day(self.text, self.document.body.start) is not None

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """The places of the article, its title included in what it is mostly about."""
        body = self.document.body
        found = named_places(self.text, body, self.lexicon.places, self.lexicon.names)
        return Whereabouts(self.text, found, self.lexicon.places, body.start + LEAD)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds *offset*, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, sentence: int) -> Words:
        """The words of a sentence."""
        if sentence not in self._words:
            span = self.sentences[sentence]
            self._words[sentence] = split_words(self.text, span.start, span.end)
        return self._words[sentence]

    def find(self, sentence: int, phrases: Phrases[T]) -> list[Found[T]]:
        """The *phrases* found in a sentence; looked up once, however many numbers ask."""
        key = (sentence, id(phrases))
        if key not in self._found:
            self._found[key] = phrases.find(self.words(sentence))  # type: ignore[assignment]  # Found is read only
        return cast("list[Found[T]]", self._found[key])

    def moments(self, sentence: int) -> list[Moment]:
        """The times that a sentence names."""
        if sentence not in self._moments:
            span = time_span(self.words(sentence))
            found = [] if span is None else find_moments(self.text, span, self.published)
            self._moments[sentence] = [m for m in found if self._knows_its_day or not m.relative]
        return self._moments[sentence]

    def attributions(self, sentence: int) -> list[Attribution]:
        """Who says what in a sentence, pronouns resolved from the two sentences before."""
        if sentence not in self._attributions:
            found = self._finder.find(self.words(sentence))
            self._attributions[sentence] = found  # a pronoun that looks back at its own sentence finds it unresolved
            self._attributions[sentence] = [self._resolved(sentence, a) for a in found]
        return self._attributions[sentence]

    def _resolved(self, sentence: int, attribution: Attribution) -> Attribution:
        if attribution.pronoun is None:
            return attribution
        same = [a for a in self._attributions[sentence] if a.cue < attribution.cue and a.pronoun is None]
        speaker = meant(attribution.pronoun, set().union(*(spoken_by(a) for a in same)))
        speaker = speaker or self._antecedent(sentence, attribution.pronoun)
        return attribution if speaker is None else attribution._replace(speaker=speaker)

    def _antecedent(self, sentence: int, pronoun: str) -> Named | None:
        """The only one who spoke in the nearest of the sentences before; NOBODY for two, None when nobody did."""
        if self._looking_back >= FARTHEST_BACK:
            return NOBODY
        self._looking_back += 1
        try:
            for earlier in self._sentences_before(
                sentence, 3 if pronoun in ("monitor", "agency", "people", "title") else 2
            ):
                spoke = set().union(*(spoken_by(a) for a in self.attributions(earlier)))
                speaker = meant(pronoun, spoke)
                if speaker is not None:
                    return speaker
            return None
        finally:
            self._looking_back -= 1

    def _sentences_before(self, sentence: int, most: int) -> Iterator[int]:
        """The *most* sentences before, nearest first; those that stand wholly within a quotation do not count."""
        told = 0
        for earlier in range(sentence - 1, max(-1, sentence - 4 - most), -1):
            span = self.sentences[earlier]
            inside = quotation_at(self.quotations, span.start)
            if inside is None or self.quotations[inside].span.end < span.end:
                told += 1
            yield earlier
            if told == most:
                return

    def voice(self, sentence: int, position: int) -> Attribution | None:
        """Under whose words the word at *position* stands: its sentence's, or those of a quotation over several."""
        own = says(self.attributions(sentence), position)
        if own is not None:
            return own
        quotation = quotation_at(self.quotations, self.words(sentence)[position].start)
        return None if quotation is None else self._quoted_voice(quotation)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations of the article."""
        return find_quotations(self.text, self.document.body.start, self.document.body.end)

    def _quoted_voice(self, index: int) -> Attribution | None:
        """Who speaks a quotation: named right behind it, right before it, or for the quotation it goes on from."""
        quotation = self.quotations[index]
        last = self.sentence_at(quotation.span.end - 1)
        behind = [a for a in self.attributions(last) if self.words(last)[a.cue].start >= quotation.span.end]
        if behind:
            return behind[0]
        first = self.sentence_at(quotation.span.start)
        before = [a for a in self.attributions(first) if self.words(first)[a.cue].start < quotation.span.start]
        if before:
            return before[-1]
        return self._goes_on(index, first)

    def _goes_on(self, index: int, first: int) -> Attribution | None:
        """The voice of the quotation before, when the same person speaks on: across a paragraph, or right behind."""
        if index == 0 or self._looking_back >= FARTHEST_BACK:
            return None
        earlier, here = self.quotations[index - 1], self.quotations[index]
        beside = self.sentence_at(earlier.span.end - 1) == first - 1 and here.span.start == self.sentences[first].start
        if not here.goes_on and not beside:
            return None
        self._looking_back += 1
        try:
            return self._quoted_voice(index - 1)
        finally:
            self._looking_back -= 1

    def _sentence_text(self, sentence: int) -> str:
        span = self.sentences[sentence]
        return self.text[span.start : span.end]

    def is_furniture(self, sentence: int) -> bool:
        """Whether the line is part of the page and not of the article."""
        text = self._sentence_text(sentence).lower()
        if text.startswith(_furniture("start")) and len(text) < 160 and not text.endswith("."):
            return True
        return len(text) < 90 and not text.endswith(".") and any(words in text for words in _furniture("line"))


@cache
def _furniture(where: str) -> tuple[str, ...]:
    return tuple(row["words"] for _, row in wordlists.packaged("furniture.csv") if row["where"] == where)


def clause_of(words: Words, first: int, last: int) -> Span:
    """Offsets of the clause around the words from *first* to *last*: between semicolons, dashes, "while" or "but"."""
    start, end = 0, len(words)
    for position, lower in enumerate(words.lowers):
        if lower in _CLAUSE_ENDS:
            if position < first:
                start = position
            elif position >= last:
                end = position
                break
    return Span(words[start].start, words[end - 1].end)


_CLAUSE_ENDS = frozenset(
    {";", ":", "—", "–", "--", "while", "but", "whereas", "although", "though", "compared", "from"}
)
