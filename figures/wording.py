"""The words around an amount: what bounds it ("nearly", "or more") and what moves by it ("rose 6.5%")."""

from __future__ import annotations

import re
from functools import cache

from figures import wordlists
from figures.cues import cues
from figures.figure import Quantifier
from figures.hedges import hedges
from figures.tokens import Tokens

_FILLERS = cues("fillers")
_REACH = 12  # tokens that a verb may stand before "by"
_NEED_BY = cues("need_by")
_PHRASAL = cues("phrasal")
_GOING = cues("going_up")
_GIVING = cues("giving_over")
_OF_AMOUNTS = cues("of_amounts")


@cache
def _before() -> dict[str, list[tuple[tuple[str, ...], Quantifier]]]:
    """Hedges in front of a number as token tuples, by their last token, longest first."""
    return _table(after=False, key=-1)


@cache
def _after() -> dict[str, list[tuple[tuple[str, ...], Quantifier]]]:
    """Hedges behind a number by their first token, longest first."""
    return _table(after=True, key=0)


def _table(*, after: bool, key: int) -> dict[str, list[tuple[tuple[str, ...], Quantifier]]]:
    found: dict[str, list[tuple[tuple[str, ...], Quantifier]]] = {}
    for hedge in hedges():
        if hedge.after == after:
            parts = tuple(re.findall(r"\w+|[^\w\s]", hedge.words))
            found.setdefault(parts[key], []).append((parts, hedge.quantifier))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def hedge_before(tokens: Tokens, first: int) -> tuple[int, Quantifier] | None:
    """Where the hedge in front of token *first* starts, and what it makes of the number; fillers may stand between."""
    at = first - 1
    for _ in range(3):
        found = _ending_at(tokens, at)
        if found is not None:
            outer = _ending_at(tokens, found[0] - 1)  # "at least about 300": the hedge next to the number decides
            return found if outer is None else (outer[0], found[1])
        if tokens.words[at] not in _FILLERS:
            return None
        at -= 1
    return None


def _ending_at(tokens: Tokens, at: int) -> tuple[int, Quantifier] | None:
    for parts, quantifier in _before().get(tokens.words[at], ()):
        start = at - len(parts) + 1
        if start == at or (tokens.words[start] == parts[0] and tuple(tokens.words[start : at + 1]) == parts):
            return None if _is_no_hedge(tokens, start, parts) else (start, quantifier)
    return None


def _is_no_hedge(tokens: Tokens, start: int, parts: tuple[str, ...]) -> bool:
    """Whether the words mean something else here: a "c." that ends a name, the plus of a sum, "went up to"."""
    if parts == ("up", "to"):
        return tokens.words[start - 1] in _GOING
    if parts == ("over",):
        return tokens.words[start - 1] in _GIVING
    if parts == ("c", ".") or parts == ("ca", "."):
        return tokens.words[start - 1] not in ("(", ",", "")
    return parts == ("plus",)


def hedge_after(tokens: Tokens, last: int) -> tuple[int, Quantifier] | None:
    """Where the hedge that starts at token *last* ends, and what it makes of the number."""
    at = last + (tokens.words[last] == "," and tokens.words[last + 1] in ("if", "give", "at"))
    for parts, quantifier in _after().get(tokens.words[at], ()):
        end = at + len(parts)
        if tuple(tokens.words[at:end]) == parts and not _belongs_elsewhere(tokens, at, end, parts):
            return end, quantifier
    return None


def _belongs_elsewhere(tokens: Tokens, at: int, end: int, parts: tuple[str, ...]) -> bool:
    """Whether the words behind a number bound the next one: "5, at least 3", "200 plus 20"."""
    if parts[0] in ("+", "-"):
        return not tokens.glued(at - 1)
    if tokens.words[end] == "than" or (parts[0] == "and" and tokens.kinds[end] in ("number", "money")):
        return True  # 58 and more than three others, $500 and over $600
    return parts in _TURNING and tokens.kinds[end] in ("number", "word", "money")


_TURNING = {("plus",), ("odd",), ("minimum",), ("maximum",), ("approximately",), ("upwards",), ("at", "least")}


@cache
def movements() -> dict[str, str]:
    """Every single word of ``movements.csv`` to ``up`` or ``down``."""
    return _moving("up") | _moving("down")


@cache
def _steps() -> dict[tuple[str, ...], str]:
    """Pairs of words that move nothing but prices, to ``up`` or ``down``: "put on 6p"."""
    steps = _moving("up step") | _moving("down step")
    return {tuple(words.split("_")): direction.removesuffix(" step") for words, direction in steps.items()}


def _moving(direction: str) -> dict[str, str]:
    rows = [row for _, row in wordlists.packaged("movements.csv") if row["direction"] == direction]
    return {word: direction for row in rows for word in row["words"].split()}


def movement_before(tokens: Tokens, first: int, *, of_money: bool, relative: bool, price: bool = True) -> str | None:
    """``up`` or ``down`` when a verb in front of token *first* moves something by this amount.

    *relative* says that the amount is of the kind that prices and rates move by (percent, points, money ...);
    anything else moves only with "by". *price* says that it is a step of a price, a rate or a score.
    The level reached ("rose to 164p") is no movement.
    """
    at = first - 1
    while tokens.words[at] in _FILLERS or tokens.words[at] in _BETWEEN or _is_adverb(tokens.words[at]):
        at -= 1
    at = _past_adjectives(tokens, at)
    if tokens.words[at] == "by":
        return _verb_before(tokens, at)
    verb, step = tokens.words[at], _steps().get((tokens.words[at - 1], tokens.words[at]))
    if step is not None and price:
        return step
    if verb in ("up", "down") and tokens.words[at - 1] in _PHRASAL:
        return None
    if not relative or verb in _NEED_BY or (verb in _OF_AMOUNTS and of_money):
        return None
    return movements().get(verb)


_BETWEEN = ("as", "much", "between")


def _past_adjectives(tokens: Tokens, at: int) -> int:
    """In front of what describes a step, back to its verb: "dropped a very surprising 62%"."""
    for step in range(1, 4):
        if tokens.words[at - step] in ("a", "an") and tokens.words[at - step - 1] in movements():
            return at - step - 1
        if tokens.kinds[at - step] != "word":
            return at
    return at


def _verb_before(tokens: Tokens, at: int) -> str | None:
    verb = tokens.words[at - 1]
    if verb.endswith("ed") and verb not in movements():
        return None  # grew, helped by a 21% jump
    for step in range(1, _REACH + 1):
        word = tokens.words[at - step]
        if word in (",", ";", ".", "", "(", ")"):
            return None
        if word in movements():
            return movements()[word]
    return None


def _is_adverb(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly") and word not in ("nearly", "only")
