"""Where the unit of a number stands, and which noun it counts: behind adjectives, other numbers and "of the"."""

from __future__ import annotations

from figures.cues import cues
from figures.labels import model_words
from figures.measures import Measure, find_measure
from figures.nouns import NounPhrase, find_noun_phrase, function_words, is_plural, is_possessive, unit_of_noun
from figures.numeral import Numeral, number_words
from figures.numerals import read_numeral
from figures.tokens import Tokens
from figures.wording import hedge_after


def unit_start(tokens: Tokens, number: Numeral) -> int:
    """Where the unit of a number stands: behind "a" or "of a" for parts of one, as in "half an hour"."""
    hedge = hedge_after(tokens, number.last)
    at = number.last if hedge is None else hedge[0]  # 20-plus years, 300 or so people
    if number.form != "fraction":
        return at
    after = at + (tokens.words[at] == "of")
    after += tokens.words[after] in ("a", "an")
    after += tokens.words[after] in ("us", "uk", "imperial")
    return after if after > at and find_measure(tokens, after, digits=False) else at


def noun_of(tokens: Tokens, number: Numeral, measure: Measure | None, behind: int) -> NounPhrase | None:
    """What is counted, or what a share is of; without a measure it is looked for from token *behind* on."""
    share = number.form == "fraction" or (measure is not None and measure.name == "percentage")
    if measure is not None and not share:
        return None
    at = _past_second_number(tokens, behind) if measure is None else measure.last
    at = _past_brackets(tokens, at) if share else at
    if tokens.words[at] == "of" and (
        share
        or number.form == "vague"
        or number.scale > 1
        or tokens.words[at + 1] in _OF_THE
        or is_possessive(tokens, at + 1)
    ):
        at = past(tokens, at + 1, _OF_THE)
    elif number.form == "fraction":
        at = past(tokens, at, _OF_THE)
    elif share:
        return None
    if tokens.words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at):
        return _joined_noun(tokens, at + 1)
    if share and tokens.words[at - 1] in _OF_THE and (whole := read_numeral(tokens, at)) is not None:
        at = whole.last  # two-thirds of the 1,500 households
    at = past(tokens, at, _MORE)
    if tokens.words[at - 1] == "others" and at > number.last:
        return None  # wounding 25 others, who were named before
    if (
        tokens.words[at] in model_words()
        and tokens.raw[at].istitle()
        and tokens.kinds[at + 1] == "number"
        and is_plural(tokens.words[at + 2])
    ):
        return NounPhrase(at, at + 3, at + 2, unit_of_noun(tokens.words[at + 2]))  # 63,000 Model 3 sedans
    phrase = find_noun_phrase(tokens, at, single=number.low == 1 or share)
    last = phrase.last if phrase else _past_describing(tokens, at)
    if tokens.kinds[last] != "number" or last == at or (phrase and _is_noun(tokens.words[phrase.head])):
        return phrase
    return _past_inner_number(tokens, at, last)


def _is_noun(word: str) -> bool:
    """Whether a word is one by its form: a plural, or letters that no one could speak ("15.3 ppg 7.4 rpg")."""
    return is_plural(word) or set(word).isdisjoint("aeiouy")


def _past_describing(tokens: Tokens, at: int) -> int:
    """Behind words that may describe a noun to come."""
    end = at
    while end < at + 3 and tokens.kinds[end] == "word" and tokens.words[end] not in function_words():
        end += 1
    return end


def _past_inner_number(tokens: Tokens, first: int, last: int) -> NounPhrase | None:
    """The noun behind adjectives and another number: "two separate 24-hour periods", "two new 737 Max jets".

    None when they belong to that number: "37 of his game-high 43 points".
    """
    behind = _past_second_number(tokens, last)
    if behind > last:
        return find_noun_phrase(tokens, behind, single=False)
    model = find_noun_phrase(tokens, last + 1, single=False) if tokens.raw[last + 1].istitle() else None
    if model is None or not is_plural(tokens.words[model.head]):
        return None
    return NounPhrase(first, model.last, model.head, model.unit)


def _past_brackets(tokens: Tokens, at: int) -> int:
    """Behind the same share in brackets: "two-thirds (66 per cent) of the voters"."""
    if tokens.words[at] != "(" or tokens.kinds[at + 1] != "number":
        return at
    for close in range(at + 2, at + 5):
        if tokens.words[close] == ")":
            return close + 1 if tokens.words[close + 1] == "of" else at
    return at


def _joined_noun(tokens: Tokens, at: int) -> NounPhrase | None:
    """The one word that a hyphen joins to the number: the cylinder of "six-cylinder engine"."""
    word = tokens.words[at]
    named = tokens.kinds[at] == "word" and word not in number_words() and word not in _POSTPOSED
    return NounPhrase(at, at + 1, at, unit_of_noun(word)) if named else None


def _past_second_number(tokens: Tokens, at: int) -> int:
    """Behind the measure that stands between a number and its noun: "eight million 250ml bottles"."""
    if tokens.kinds[at] != "number":
        return at
    number = read_numeral(tokens, at)
    measure = number and find_measure(tokens, number.last, digits=True)
    return measure.last if measure else at


_OF_THE = cues("of_the")
_POSTPOSED = cues("postposed")
_MORE = cues("more")


def past(tokens: Tokens, at: int, words: frozenset[str]) -> int:
    """The first token from *at* on that is none of *words*."""
    while tokens.words[at] in words:
        at += 1
    return at
