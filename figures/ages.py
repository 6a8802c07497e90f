"""Ages printed without a unit: "aged 35", "under the age of 5", "Maddon, 66, said", "he will be 35"."""

from __future__ import annotations

from figures.cues import cues
from figures.nouns import find_noun_phrase, function_words, is_plural, unit_of_noun
from figures.numeral import Numeral
from figures.tokens import Tokens

OLDEST = 120
_HEDGES = cues("hedges")
_TURNS = cues("turns")
_AFTER_NAME = cues("after_name")
_PERSONS = cues("persons")


def is_age(tokens: Tokens, number: Numeral, *, measured: bool) -> bool:
    """Whether a number is an age in years; *measured*: a unit is printed, so that only "the age of" makes it one."""
    if not 0 < number.low < OLDEST or number.scale != 1 or number.form not in ("digits", "words"):
        return False
    before = number.first - 1
    while tokens.words[before] in _HEDGES:
        before -= 1
    words = tokens.words
    if words[before] in ("aged", "ages", "age") or (words[before] == "of" and words[before - 1] in ("age", "ages")):
        return True
    if measured:
        return False
    return _is_said_of_person(tokens, number, before) or _is_limit(tokens, number) or _is_beside_name(tokens, number)


def _is_limit(tokens: Tokens, number: Numeral) -> bool:
    """Whether it bounds the age of persons named right before: "children under 12", "people over 65"."""
    before = number.first - 1
    return (
        tokens.words[before] in _LIMITS
        and unit_of_noun(tokens.words[before - 1]) == "person"
        and not _counts(tokens, number.last)
    )


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether things are counted from token *at* on: "20 bombs", but not "12 travel free"."""
    phrase = find_noun_phrase(tokens, at, single=False)
    return phrase is not None and is_plural(tokens.words[phrase.head])


_LIMITS = cues("age_limits")


def _is_said_of_person(tokens: Tokens, number: Numeral, before: int) -> bool:
    """Whether a person is said to be so old: "she is 35", "he will be 35 by the end of the year"."""
    if tokens.words[before] not in _TURNS or not _is_alone(tokens, number.last):
        return False
    return tokens.words[before - 1] in _PERSONS or tokens.words[before][-2:] in ("'s", "'m")


def _is_alone(tokens: Tokens, at: int) -> bool:
    """Whether nothing that could be counted follows."""
    return tokens.kinds[at] != "word" or function_words().get(tokens.words[at]) in (
        "preposition",
        "conjunction",
        "adverb",
    )


def _is_beside_name(tokens: Tokens, number: Numeral) -> bool:
    """Whether the age stands beside a name: "Joe Maddon, 66, said", and in copy without commas "Nick Hague 44 has"."""
    if tokens.kinds[number.first] != "number" or not number.low == int(number.low) >= 10:
        return False
    after = number.last
    if tokens.words[after] in _AFTER_NAME or (tokens.words[after] == "of" and tokens.raw[after + 1][:1].isupper()):
        return _is_name(tokens, number.first - 1)
    if tokens.words[number.first - 1] != "," or tokens.words[after] not in (",", ".", ")", ""):
        return False
    return _is_name(tokens, number.first - 2 - 2 * (tokens.words[number.first - 3] in ("jr", "sr")))


def _is_name(tokens: Tokens, last: int) -> bool:
    """Whether two capitalised words, neither in capitals throughout, end at token *last*."""
    pair = tokens.raw[last - 1], tokens.raw[last]
    return all(name.isalpha() and name[:1].isupper() and name[1:].islower() for name in pair)
