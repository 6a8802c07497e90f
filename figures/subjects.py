"""Words of the thing that an amount measures: the subject of its clause and the nouns beside it, without a parser.

English puts the thing measured in one of three places: it is the subject ("the *index* lost 190 points"), it stands right
before the amount ("a *cut* of 800,000 barrels"), or right behind it ("an 8.5 kW *system*", "$12,000 for a new *roof*").
"""

from __future__ import annotations

from functools import cache

from figures.nouns import function_words
from figures.tokens import Tokens
from figures.wording import movements

MOST_WORDS = 12  # of a subject; a longer one has swallowed the clause
REACH = 40  # tokens looked at in front of an amount
_STOPS = frozenset(";:.!?|•—")
_OPEN = ("preposition", "determiner", "adverb", "conjunction")


def find_about(tokens: Tokens, start: int, first: int, last: int, *, counted: bool) -> tuple[str, ...]:
    """Content words about the amount at token positions *first* to *last*, in text order, none twice.

    *start* is where its clause may begin: behind the amount before it. *counted* says that the amount has a noun
    of its own ("five launches"), which is then not repeated, and that nothing is said when it is the subject itself.
    """
    subject, has_verb = _subject(tokens, max(start, first - REACH), first)
    if counted and not has_verb:
        return ()
    near = _before(tokens, max(start, first - REACH), first)
    behind = [] if counted else _behind(tokens, last)
    words = dict.fromkeys([*(subject if has_verb else []), *near, *behind])
    return tuple(words)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word for word, kind in function_words().items() if kind == "verb") | movements().keys() - {
        "up",
        "down",
    }


def _subject(tokens: Tokens, start: int, end: int) -> tuple[list[str], bool]:
    """Content words from the start of the clause to its first verb, and whether there is a verb before *end*."""
    words: list[str] = []
    for at in range(start, end):
        word = tokens.words[at]
        if word in _STOPS:
            words = []
        elif words and (word in _verbs() or _is_past(word)):
            return words[:MOST_WORDS], True
        elif not words and function_words().get(word) == "pronoun":
            return [], any(later in _verbs() for later in tokens.words[at:end])
        elif _is_content(tokens, at):
            words.append(tokens.raw[at].removesuffix("'s").removesuffix("’s"))
    return words[:MOST_WORDS], any(tokens.words[at] in _verbs() for at in range(start, end))


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in function_words()


def _before(tokens: Tokens, start: int, end: int) -> list[str]:
    """The noun phrase right in front, when only small words stand between: "speeds of up to 400", "MSRP is $33,790"."""
    at = end - 1
    while at >= start and _is_small(tokens, at):
        at -= 1
    words: list[str] = []
    while at >= start and len(words) < 4 and _is_content(tokens, at) and tokens.words[at] not in _verbs():
        words.append(tokens.raw[at])
        at -= 1
    return words[::-1]


def _is_small(tokens: Tokens, at: int) -> bool:
    return function_words().get(tokens.words[at]) in (*_OPEN, "verb") or tokens.words[at] in ("(", "-", ",", "=")


def _behind(tokens: Tokens, last: int) -> list[str]:
    """The noun phrase right behind, or behind one preposition."""
    at = last + (tokens.words[last] in ("-", ")"))
    steps = 0
    while steps < 3 and function_words().get(tokens.words[at]) in ("preposition", "determiner"):
        at, steps = at + 1, steps + 1
    words: list[str] = []
    while len(words) < 4 and _is_content(tokens, at) and tokens.words[at] not in _verbs():
        words.append(tokens.raw[at].removesuffix("'s").removesuffix("’s"))
        at += 1
    return words


def _is_content(tokens: Tokens, at: int) -> bool:
    """Whether a word names something: no function word, no number."""
    if tokens.kinds[at] != "word":
        return False
    return function_words().get(tokens.words[at], "participle") in ("participle", "harmed")
