"""Every amount of a text with its hedge, unit and noun, left to right, before anyone asks what it means.

A quick scan for digits and number words skips most sentences; only the others are cut into tokens and read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import NamedTuple

from figures import hedges, numerals, units
from figures.amounts import Amount, read_amounts
from figures.cleaning import cleaned
from figures.figure import Mention, Quantifier, Span
from figures.interval import Interval
from figures.ranges import joined
from figures.sentences import find_sentences
from figures.subjects import Clause, about, follow
from figures.tokens import PAD, Tokens, tokenise
from figures.wording import hedge_after, hedge_before, movement_before


def find_mentions(
    text: str, start: int = 0, end: int | None = None, sentences: list[Span] | None = None
) -> list[Mention]:
    """Every amount in ``text[start:end]``, in text order, no two overlapping; offsets are into *text*.

    *sentences* are those of ``text[start:end]``, where they are known already.
    """
    end = len(text) if end is None else end
    plain, offsets = cleaned(text, start, end)
    if offsets is None:
        return list(_read(text, find_sentences(text, start, end) if sentences is None else sentences))
    return [_moved(mention, offsets) for mention in _read(plain, find_sentences(plain))]


def _moved(mention: Mention, offsets: list[int]) -> Mention:
    """The mention with the offsets of the text before invisible characters were left out."""
    span, number = mention.span, mention.number
    return replace(
        mention,
        span=Span(offsets[span.start], offsets[span.end - 1] + 1),
        number=Span(offsets[number.start], offsets[number.end - 1] + 1),
    )


def _read(text: str, sentences: list[Span]) -> Iterator[Mention]:
    lower, trigger = text.lower(), _trigger()
    if len(lower) != len(text):  # a letter such as İ, whose small form is two
        lower = "".join(letter.lower()[0] for letter in text)
    for sentence in sentences:
        if trigger.search(lower, sentence.start, sentence.end):
            yield from _mentions_of(tokenise(text, sentence.start, sentence.end))


@cache
def _trigger() -> re.Pattern[str]:
    """Digits and number words in lower case; folded by first letters, it runs seven times as fast as a plain list."""
    words = _folded(sorted(numerals.trigger_words()))
    return re.compile(rf"\d|(?<![a-z])(?:{words})(?!\w)")


def _folded(words: list[str]) -> str:
    """A pattern for any of *words* in which common beginnings are shared."""
    parts = []
    for letter, group in groupby(words, key=lambda word: word[:1]):
        rests = [word[1:] for word in group]
        if rests == [""]:
            parts.append(re.escape(letter))
        else:
            inner = _folded([rest for rest in rests if rest])
            parts.append(f"{re.escape(letter)}(?:{inner}){'?' if '' in rests else ''}")
    return "|".join(parts)


class _Wording(NamedTuple):
    """Half-open token positions of an amount with its hedges, and what they make of it; None without a hedge."""

    first: int
    last: int
    bound: Quantifier | None


def _mentions_of(tokens: Tokens) -> Iterator[Mention]:
    """The mentions of one sentence."""
    clause, end, read, words, before = Clause(), PAD, PAD, tuple[str, ...](), ""
    for amount in joined(tokens, read_amounts(tokens)):
        last = amount.last
        wording = _wording(tokens, amount, last, end)
        clause = follow(tokens, clause, read, wording.first)
        counted = amount.is_counted
        listed = counted or amount.unit == before
        if not (words and _restates(tokens, end, wording.first, listed=listed)):
            counted = counted and not amount.is_joined(tokens)
            words = about(tokens, clause, read, wording.first, last, counted=counted)
        yield _mention(tokens, amount, wording, words)
        end, read, before = wording.last, amount.measure_last, amount.unit


def _wording(tokens: Tokens, amount: Amount, last: int, end: int) -> _Wording:
    """The amount, up to *last*, with the hedges beside it that do not belong to the mention before, up to *end*."""
    before = hedge_before(tokens, amount.first)
    if before is not None and before[0] < end:
        before = None
    after = hedge_after(tokens, amount.number.last)
    if after is None and last != amount.number.last:
        after = hedge_after(tokens, last)
    first = amount.first if before is None else before[0]
    bound = before[1] if before else after[1] if after else None
    return _Wording(first, last if after is None else max(last, after[0]), bound)


def _restates(tokens: Tokens, end: int, start: int, *, listed: bool) -> bool:
    """Whether the amount at *start* is said of the same thing as the one before it: "190 points, or 0.6%, to 7,500"."""
    gap = tuple(tokens.words[end:start])
    return gap in _OF_THE_SAME or (listed and gap in ((), (",",), ("and",), (",", "and")))


_OF_THE_SAME = {("(",), ("/",), ("or",), (",", "or"), ("to",), (",", "to"), ("at",), ("from",)}


# One mention ------------------------------------------------------------------------------------------------------


def _mention(tokens: Tokens, amount: Amount, wording: _Wording, words: tuple[str, ...]) -> Mention:
    """The amount with its wording; *words* say what it is about."""
    number, unit = amount.number, amount.unit or "dimensionless"
    quantifier = _quantifier(tokens, amount, wording.bound)
    value, interval = _interval(amount, quantifier)
    return Mention(
        span=Span(tokens.starts[wording.first], tokens.ends[wording.last - 1]),
        number=Span(tokens.starts[number.first], tokens.ends[number.last - 1]),
        amount=interval,
        value=value,
        quantifier=quantifier,
        unit=unit,
        unit_name=_unit_name(tokens, amount),
        noun=amount.phrase.printed(tokens) if amount.phrase else amount.carried_noun,
        digits=number.digits,
        movement=_movement(tokens, amount, unit, wording.first),
        about=words,
    )


def _movement(tokens: Tokens, amount: Amount, unit: str, first: int) -> str | None:
    """Up or down by this amount; a signed percentage, as market tables print it, is a movement too: "Tesla -2.1%"."""
    if amount.movement is not None:
        return amount.movement
    if amount.sign < 0 and amount.is_share:
        return "down"
    relative = amount.measure is not None and "age" not in unit and amount.measure.name != "time"
    of_money = unit in _whole_money() and not _is_step(tokens, amount.last)
    price = amount.is_share or unit in _PRICE_STEPS or (units.is_currency(unit) and not of_money)
    return movement_before(tokens, first, of_money=of_money, relative=relative, price=price)


_PRICE_STEPS = frozenset({"point", "basis_point"})


def _is_step(tokens: Tokens, last: int) -> bool:
    """Whether the same step or the level reached follows: "added $1.57, or 1.7%", "gained $2 to $40"."""
    at = last + (tokens.words[last] in (",", "("))
    return tokens.words[at] in ("or", "to") and tokens.kinds[at + 1] in ("number", "money")


@cache
def _whole_money() -> frozenset[str]:
    """What may be raised, lost or added as such; cents and sen are steps of a price."""
    return frozenset(code for code, row in units.currency_rows().items() if row.of == code)


def _quantifier(tokens: Tokens, amount: Amount, bound: Quantifier | None) -> Quantifier:
    if amount.other is not None:
        return Quantifier.RANGE
    if amount.number.form == "vague":
        return Quantifier.VAGUE
    said = bound or amount.inherited
    if said is not None:
        return said
    in_dozens = tokens.words[amount.number.last - 1] == "dozen"
    return Quantifier.APPROXIMATELY if amount.number.form == "fraction" or in_dozens else Quantifier.EXACT


def _interval(amount: Amount, quantifier: Quantifier) -> tuple[float | None, Interval]:
    """The value, None for a range and for vague words, and what the wording allows; a share as a fraction of one."""
    number, factor = amount.number, 0.01 if amount.unit_in_print == "%" else 1.0
    if amount.high is not None:
        ends = sorted((amount.low * factor, amount.high * factor))
        return None, Interval(_exact(ends[0]), _exact(ends[1]))
    if quantifier is Quantifier.VAGUE:
        return None, Interval(_exact(number.low * factor), _exact(number.high * factor))
    value = amount.sign * number.low
    if number.form == "fraction":
        return value * factor, hedges.allowed_fraction(value, quantifier).scaled(factor)
    counted = amount.measure is None
    allowed = hedges.allowed(value, quantifier, number.place, counted=counted)
    if factor == 1 and quantifier is Quantifier.EXACT and allowed.low == allowed.high:
        return value, allowed
    low = None if allowed.low is None else _exact(allowed.low * factor)
    high = None if allowed.high is None else _exact(allowed.high * factor)
    return _exact(value * factor), Interval(low, high)


def _exact(value: float) -> float:
    """The number without the dust of binary arithmetic: 0.18, not 0.18000000000000002."""
    return value if value % 1 == 0 and abs(value) < 1e12 else float(f"{value:.12g}")


def _unit_name(tokens: Tokens, amount: Amount) -> str:
    """The unit in words, or what is counted in the singular; '' when the text does not say."""
    if amount.measure is not None:
        return amount.measure.name
    if amount.phrase is not None:
        return amount.phrase.name(tokens)
    return amount.carried_name or (amount.unit if amount.unit != "dimensionless" else "")
