"""Figures said without a number: "retook the last village" leaves none, "denied that they had withdrawn" some."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from figures import wordlists
from figures.article import Article, clause_of
from figures.as_of import period_of
from figures.attributions import Attribution
from figures.chain import spoken
from figures.figure import Figure, Mention, Quantifier, Span, Stance, Statistic
from figures.interval import Interval
from figures.passage import figure_id
from figures.words import Found, Phrases, Words


@cache
def _words(sense: str) -> frozenset[str]:
    return frozenset(row["cue"] for _, row in wordlists.packaged("last_words.csv") if row["sense"] == sense)


@cache
def _cues() -> Phrases[tuple[str, frozenset[str]]]:
    return Phrases(
        (row["cue"], (row["sense"], frozenset(row["noun"].split("|")) - {""}))
        for _, row in wordlists.packaged("last_words.csv")
        if row["sense"] in ("none", "some")
    )


@cache
def _triggers() -> tuple[str, ...]:
    return tuple(row["cue"] for _, row in wordlists.packaged("last_words.csv") if row["sense"] in ("none", "some"))


def _hits(article: Article) -> list[int]:
    """Offsets where a cue may stand, in order; a plain search, since few articles hold any."""
    body = article.document.body
    lower = article.text.lower()
    if len(lower) != len(article.text):  # a letter whose small form is longer would shift the offsets
        lower = article.text
    found = []
    for cue in _triggers():
        start = lower.find(cue, body.start, body.end)
        while start >= 0:
            found.append(start)
            start = lower.find(cue, start + 1, body.end)
    return sorted(found)


def figures_in_words(article: Article) -> Iterator[Figure]:
    """What is said to be left without a number, one figure a sentence; headings leave it to the text below them."""
    seen: set[int] = set()
    for hit in _hits(article):
        sentence = article.sentence_at(hit)
        if sentence in seen or article.text[article.sentences[sentence].end - 1] not in '.!?”"':
            continue
        words = article.words(sentence)
        for found in _cues().find(words):
            figure = _left(article, sentence, words, found)
            if figure is not None:
                seen.add(sentence)
                yield figure
                break


def _left(article: Article, sentence: int, words: Words, found: Found[tuple[str, frozenset[str]]]) -> Figure | None:
    sense, nouns = found.entry
    last = found.last
    if nouns:
        near = [k for k in range(found.last, min(len(words), found.last + 3)) if words[k].lower in nouns]
        if not near or not any(word.lower in _words("taken") for word in words[max(0, found.first - 4) : found.first]):
            return None
        last = near[0] + 1
    voice = article.voice(sentence, found.first)
    denied = voice is not None and voice.stance is Stance.DENIES
    if sense == "some" and not denied:
        return None
    if not denied and any(word.lower in _words("not_yet") for word in words[max(0, found.first - 7) : found.first]):
        return None
    left = sense == "some" or denied
    return _derived(article, sentence, words, (found.first, last), voice, left=left)


def _derived(
    article: Article, sentence: int, words: Words, at: tuple[int, int], voice: Attribution | None, *, left: bool
) -> Figure:
    span = Span(words[at[0]].start, words[at[1] - 1].end)
    excerpt = article.text[span.start : span.end]
    amount = Interval(1.0, None) if left else Interval.exactly(0.0)
    quantifier = Quantifier.AT_LEAST if left else Quantifier.EXACT
    value = None if left else 0.0
    mention = Mention(span, span, amount, value, quantifier, "settlement", "settlement", None, None)
    derivation = f"“{excerpt}” read as {'some' if left else 'none'} left"
    identity = figure_id(article, mention, "settlements_controlled", derivation)
    clause = clause_of(words, *at)
    originator, stance, chain = spoken(article, voice)
    place, stated = article.whereabouts.at(article.sentences[sentence], span, clause, [])
    return Figure(
        figure_id=identity, mention=mention, excerpt=excerpt, sentence=article.sentences[sentence],
        indicator="settlements_controlled", value=value, amount=amount, unit="settlement", statistic=Statistic.LEVEL,
        holder=_loser(article, sentence, words, at[0], denied=left), share_of="", population="", term=None,
        place=place, event="",
        period=period_of(article, sentence, span, clause, Statistic.LEVEL),
        originator=originator, stance=stance, chain=chain, confidence=0.6 if stated else 0.5,
        derived_from=identity, derivation=derivation,
    )  # fmt: skip


def _loser(article: Article, sentence: int, words: Words, first: int, *, denied: bool) -> str:
    """Who has nothing left: the party that held it before ("that Ukraine was holding"); or something: who denies."""
    names = article.whereabouts.within(article.sentences[sentence])
    countries = [n for n in names if article.lexicon.places.is_country(n.place)]
    if denied:
        return countries[0].place if countries else ""
    after = [n for n in countries if n.start > words[first].start and n.standing <= 1]
    return after[0].place if after else ""
