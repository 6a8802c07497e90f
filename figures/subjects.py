"""Words of the thing that an amount measures: the subject of its clause and the nouns beside it, without a parser.

English puts the thing measured in one of three places: it is the subject ("the *index* lost 190 points"), it stands
right before it ("a *cut* of 800,000 barrels"), or right behind it ("an 8.5 kW *system*", "$12,000 for a *roof*").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from figures.cues import cues
from figures.nouns import function_words
from figures.numeral import number_words
from figures.tokens import Tokens
from figures.wording import movements

MOST_WORDS = 14  # of a subject; a longer one has swallowed the clause
_STOPS = frozenset(";:.!?|•—")
_RELATIVE = frozenset(("which", "who", "whom", "whose"))
_OPENERS = cues("openers")
_NAMING = ("participle", "harmed")
_NAMES = (None, *_NAMING)
_PAST = (None, "participle")
_PERSONAL = frozenset(("he", "she", "it", "they"))  # whoever was the subject
_ARTICLES = frozenset(("a", "an", "the", "its", "his", "her", "their", "our", "my", "your"))
_OBJECTS = _ARTICLES | {"another", "about", "nearly", "almost", "over", "more", "some"}
_JOINTS = ("-", "‑", "&", "/")


class Clause(NamedTuple):
    """What was read of a clause, as token positions: its *subject* once its verb came, the nouns since (*pending*)."""

    subject: tuple[int, ...] = ()
    pending: tuple[int, ...] = ()
    has_verb: bool = False


def follow(tokens: Tokens, clause: Clause, start: int, end: int) -> Clause:
    """The clause at token *end*, read on from *start*: a verb makes the nouns before it the subject."""
    subject, pending, has_verb = clause.subject, list(clause.pending), clause.has_verb
    words, kinds, grammar, finite = tokens.words, tokens.kinds, function_words(), _finite()
    for at in range(start, end):
        word = words[at]
        kind = grammar.get(word)
        if word in finite or (kind in _PAST and _is_past(tokens, at, pending)):
            kind = "verb"
        elif kind == "verb" and (words[at - 1] in _ARTICLES or (words[at + 1] == "of" and pending)):
            kind = None  # the set, a basic plan of
        if word in _STOPS:
            if word == "." and tokens.raw[at + 1].islower():
                continue  # Inc. is, S.A. said
            subject, pending, has_verb = (() if word in ".;!?" else subject), [], False
        elif kind == "verb" or word in _RELATIVE:
            if pending and words[at - 1] != "to":
                subject = tuple(pending[-MOST_WORDS:])
            pending, has_verb = [], True
        elif kind in _NAMES:
            if kinds[at] == "word":
                pending.append(at)
        elif kind == "pronoun":
            subject, pending = (subject if word in _PERSONAL else ()), []
        elif word in _OPENERS:
            pending = []
    return Clause(subject, tuple(pending), has_verb)


def _is_past(tokens: Tokens, at: int, pending: list[int]) -> bool:
    """Whether a word in -ed behind a noun is its verb, since an object follows: "the keeper blocked four shots"."""
    if not tokens.words[at].endswith("ed") or not pending or pending[-1] != at - 1:
        return False
    after = tokens.words[at + 1]
    return tokens.kinds[at + 1] in ("number", "money") or after in _OBJECTS or after in number_words()


def about(tokens: Tokens, clause: Clause, floor: int, first: int, last: int, *, counted: bool) -> tuple[str, ...]:
    """Content words about the amount at tokens *first* to *last*, the subject first, none twice.

    *floor* is where the amount before it ends; nothing in front of it is looked at.
    *counted* says that the amount has a noun of its own ("five launches"), which is then not repeated; when it is the
    subject itself, nothing is said of it but what it is of.
    """
    near = _before(tokens, floor, first)
    if counted and not clause.has_verb:
        return near if tokens.words[first - 1] in ("of", "with", "(") else ()
    behind = () if counted else _behind(tokens, last)
    subject = clause.subject or (clause.pending[-MOST_WORDS:] if not clause.has_verb else ())
    return tuple(dict.fromkeys((*[_printed(tokens, at) for at in subject], *near, *behind)))


@cache
def _finite() -> frozenset[str]:
    """Movements in the past tense, which are never nouns."""
    return cues("finite") | {word for word in movements() if word.endswith("ed")}


def _before(tokens: Tokens, floor: int, end: int) -> tuple[str, ...]:
    """The noun phrase right in front, when only small words stand between: "speeds of up to 400", "MSRP is $33,790"."""
    at, small = end - 1, _small_words()
    while at >= floor and tokens.words[at] in small:
        at -= 1
    words: list[str] = []
    while at >= floor and len(words) < 5 and (_is_content(tokens, at) or (words and tokens.words[at] in _JOINTS)):
        if tokens.kinds[at] == "word" and (words or not _is_verbal(tokens.words[at])):
            words.append(_printed(tokens, at))
        at -= 1
    return tuple(words[::-1])


def _is_verbal(word: str) -> bool:
    """Whether a word has the form of a participle: "totalling", "priced", but not "speed"."""
    return word.endswith(("ed", "ing")) and not word.endswith("eed")


@cache
def _small_words() -> frozenset[str]:
    """What may stand between a noun and the number that measures it."""
    kinds = ("preposition", "determiner", "adverb", "conjunction", "verb")
    return frozenset({"(", "-", "="} | {word for word, kind in function_words().items() if kind in kinds})


def _behind(tokens: Tokens, last: int) -> tuple[str, ...]:
    """The noun phrase right behind, or behind prepositions and a number: "for an 8.5 kW system"."""
    at = last + (tokens.words[last] in ("-", ")"))
    for _ in range(4):
        if tokens.kinds[at] == "number":
            at += 2
        elif function_words().get(tokens.words[at]) in ("preposition", "determiner"):
            at += 1
    words: list[str] = []
    while len(words) < 5 and (_is_content(tokens, at) or (words and tokens.words[at] in _JOINTS)):
        if tokens.kinds[at] == "word":
            words.append(_printed(tokens, at))
        at += 1
    return tuple(words)


def _is_content(tokens: Tokens, at: int) -> bool:
    """Whether a word names something: no function word, no number."""
    return tokens.kinds[at] == "word" and tokens.words[at] not in _nameless()


@cache
def _nameless() -> frozenset[str]:
    return frozenset(word for word, kind in function_words().items() if kind not in _NAMING)


def _printed(tokens: Tokens, at: int) -> str:
    """The word with what is joined to it ("S&P", "blue-chip"), without a possessive ending."""
    first, last, words = at, at, tokens.words
    while words[first - 1] in _JOINTS and tokens.glued(first - 1) and tokens.glued(first - 2):
        first -= 2
    while words[last + 1] in _JOINTS and tokens.glued(last) and tokens.glued(last + 1):
        last += 2
    text = tokens.raw[at] if first == last else tokens.text[tokens.starts[first] : tokens.ends[last]]
    return text.removesuffix("'s").removesuffix("’s") if text[-1] == "s" else text
