"""Every amount of a text with its hedge, unit and noun, left to right, before anyone asks what it means.

A quick scan for digits and number words skips most sentences; only the others are cut into tokens and read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from figures import hedges, numerals, units
from figures.amounts import Amount
from figures.cleaning import cleaned
from figures.figure import Mention, Quantifier, Span
from figures.interval import Interval
from figures.labels import is_label
from figures.measures import Measure, find_measure, money_before, with_rate
from figures.nouns import NounPhrase, find_noun_phrase, function_words, singular_of
from figures.numerals import Numeral, read_numeral
from figures.ranges import joined
from figures.sentences import find_sentences
from figures.tokens import PAD, Tokens, tokenise
from figures.wording import hedge_after, hedge_before, movement_before

LONGEST_SENTENCE = 2000  # characters; a longer run without a stop is cut, so that time stays linear


def find_mentions(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """Every amount in ``text[start:end]``, in text order, no two overlapping; offsets are into *text*."""
    end = len(text) if end is None else end
    plain, offsets = cleaned(text, start, end)
    if offsets is None:
        return list(_read(text, start, end))
    return [_moved(mention, offsets) for mention in _read(plain, 0, len(plain))]


def _moved(mention: Mention, offsets: list[int]) -> Mention:
    """The mention with the offsets of the text before invisible characters were left out."""
    span, number = mention.span, mention.number
    return replace(
        mention,
        span=Span(offsets[span.start], offsets[span.end - 1] + 1),
        number=Span(offsets[number.start], offsets[number.end - 1] + 1),
    )


def _read(text: str, start: int, end: int) -> Iterator[Mention]:
    for sentence in find_sentences(text, start, end):
        position = sentence.start
        while position < sentence.end:
            stop = min(sentence.end, position + LONGEST_SENTENCE)
            if _trigger().search(text, position, stop):
                yield from _mentions_of(tokenise(text, position, stop))
            position = stop


@cache
def _trigger() -> re.Pattern[str]:
    words = "|".join(sorted(numerals.trigger_words(), key=len, reverse=True))
    return re.compile(rf"\d|[½⅓⅔¼¾]|\b(?:{words})\b", re.IGNORECASE)


def _mentions_of(tokens: Tokens) -> Iterator[Mention]:
    """The mentions of one sentence."""
    previous_end = 0
    for amount in joined(tokens, _amounts(tokens)):
        mention = _mention(tokens, amount, previous_end)
        previous_end = amount.last
        if mention is not None:
            yield mention


# One amount -------------------------------------------------------------------------------------------------------


def _amounts(tokens: Tokens) -> list[Amount]:
    """Every numeral of a sentence with its unit or noun, names and dates left out."""
    found: list[Amount] = []
    at, end = PAD, len(tokens.words) - PAD
    triggers, kinds, words = numerals.trigger_words(), tokens.kinds, tokens.words
    while at < end:
        if kinds[at] == "number" or words[at] in triggers or (words[at] in ("a", "an") and words[at + 1] in triggers):
            number = read_numeral(tokens, at)
            if number is not None:
                amount = _amount(tokens, number)
                if amount is not None:
                    found.append(amount)
                at = max(number.last, at + 1) if amount is None else max(amount.measure_last, at + 1)
                continue
        at += 1
    return found


def _amount(tokens: Tokens, number: Numeral) -> Amount | None:
    """The numeral with its money sign, unit and noun; None when it names something."""
    money = money_before(tokens, number.first)
    measure = None
    if money is not None:
        measure = with_rate(tokens, Measure(number.last, number.last, money[1], units.name_of(money[1])))
    else:
        measure = find_measure(tokens, number.last, digits=number.form == "digits")
        measure = None if measure is None else with_rate(tokens, measure)
    aged = measure is None and _is_age(tokens, number)
    if aged:
        measure = Measure(number.last, number.last, "year_of_age", "year of age")
    if is_label(tokens, number, measured=measure is not None):
        return None
    first = number.first if money is None else money[0]
    first, sign = _signed(tokens, first, number.first)
    phrase = _noun_phrase(tokens, number, measure)
    return Amount(number, first, measure, phrase, sign, phrase.unit if phrase else _harmed(tokens, number.last))


def _signed(tokens: Tokens, first: int, number: int) -> tuple[int, int]:
    """Where the amount starts with its minus sign, and -1 or 1; a hyphen between words is no sign."""
    before = first - 1
    if tokens.words[before] == "minus" or (
        tokens.words[before] == "-" and tokens.words[before - 1] == "minus" and tokens.glued(before - 1)
    ):
        return before - (tokens.words[before] == "-"), -1
    is_sign = tokens.words[before] in ("-", "−", "–") and tokens.glued(before) and not tokens.glued(before - 1)
    if is_sign and tokens.kinds[before - 1] != "number":
        return before, -1
    inside = tokens.words[number - 1] in ("-", "−") and number - 1 > first
    return first, -1 if inside else 1


def _is_age(tokens: Tokens, number: Numeral) -> bool:
    """Whether the bare number is an age: "aged 35", "under the age of 5", "Maddon, 66, said"."""
    words, first = tokens.words, number.first
    if not 0 < number.low < 120 or number.scale != 1 or number.form == "vague":
        return False
    before = first - 1
    while words[before] in ("between", "from", "under", "over", "about", "around", "just", "only", "at", "least"):
        before -= 1
    if words[before] in ("aged", "ages", "age") or (words[before] == "of" and words[before - 1] in ("age", "ages")):
        return True
    if words[first - 1] != "," or words[number.last] not in (",", ".", ")", "") or tokens.kinds[first] != "number":
        return False
    name, other = tokens.raw[first - 2], tokens.raw[first - 3]
    return name[:1].isupper() and name.isalpha() and other[:1].isupper() and number.low == int(number.low) >= 10


def _noun_phrase(tokens: Tokens, number: Numeral, measure: Measure | None) -> NounPhrase | None:
    """What is counted, or what a share is of."""
    share = number.form == "fraction" or (measure is not None and measure.name == "percentage")
    at = number.last if measure is None else measure.last
    if measure is not None and not share:
        return None
    if tokens.words[at] == "of" and (
        share or number.form == "vague" or number.scale > 1 or tokens.words[at + 1] in _OF_THE
    ):
        at = _past(tokens, at + 1, _OF_THE)
    elif share:
        return None
    if tokens.words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at):
        at += 1
    at = _past(tokens, at, _MORE)
    return find_noun_phrase(tokens, at, single=number.low == 1 or share)


_OF_THE = frozenset("the these those his her its their our all".split())
_MORE = frozenset("more other others additional further extra different separate such".split())


def _past(tokens: Tokens, at: int, words: frozenset[str]) -> int:
    while tokens.words[at] in words:
        at += 1
    return at


def _harmed(tokens: Tokens, at: int) -> str:
    """``person`` when a bare number is said to be killed, wounded, displaced ...: "86 killed", "110,000 were displaced"."""
    while tokens.words[at] in (
        "were",
        "was",
        "are",
        "is",
        "have",
        "has",
        "had",
        "been",
        "be",
        "being",
        "people",
        "others",
        "more",
    ):
        at += 1
    return "person" if function_words().get(tokens.words[at]) == "harmed" else ""


# One mention ------------------------------------------------------------------------------------------------------


def _mention(tokens: Tokens, amount: Amount, previous_end: int) -> Mention | None:
    """The amount with its wording; *previous_end* is the token where the amount before it ends."""
    number = amount.number
    first, last = amount.first, amount.last
    before = hedge_before(tokens, first)
    after = hedge_after(tokens, number.last) or hedge_after(tokens, last)
    if before is not None and before[0] < previous_end:
        before = None
    start = first if before is None else before[0]
    quantifier = _quantifier(tokens, amount, before and before[1], after and after[1])
    last = last if after is None else max(last, after[0])
    value, interval = _interval(amount, quantifier)
    name = amount.unit_name or _name(tokens, amount)
    relative = amount.measure is not None or units.is_currency(amount.unit)
    movement = amount.movement or movement_before(
        tokens, start, of_money=units.is_currency(amount.unit), relative=relative and "age" not in amount.unit
    )
    return Mention(
        span=Span(tokens.starts[start], tokens.ends[last - 1]),
        number=Span(tokens.starts[number.first], tokens.ends[number.last - 1]),
        amount=interval,
        value=value,
        quantifier=quantifier,
        unit=amount.unit or "dimensionless",
        unit_name=name,
        noun=_noun(tokens, amount),
        digits=number.digits,
        movement=movement,
    )


def _quantifier(tokens: Tokens, amount: Amount, before: Quantifier | None, after: Quantifier | None) -> Quantifier:
    if amount.high is not None:
        return Quantifier.RANGE
    if amount.number.form == "vague":
        return Quantifier.VAGUE
    said = before or after or amount.inherited
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
    if number.form == "fraction" and amount.measure is None:
        return value, hedges.allowed_fraction(value, quantifier)
    counted = amount.measure is None
    allowed = hedges.allowed(value, quantifier, number.place, counted=counted)
    low = None if allowed.low is None else _exact(allowed.low * factor)
    high = None if allowed.high is None else _exact(allowed.high * factor)
    return _exact(value * factor), Interval(low, high)


def _exact(value: float) -> float:
    """The number without the dust of binary arithmetic: 0.18, not 0.18000000000000002."""
    return float(f"{value:.12g}")


def _noun(tokens: Tokens, amount: Amount) -> str | None:
    if amount.phrase is None:
        return amount.carried_noun
    return tokens.text[tokens.starts[amount.phrase.first] : tokens.ends[amount.phrase.last - 1]]


def _name(tokens: Tokens, amount: Amount) -> str:
    """The counted thing in words, its head in the singular: ``first-team player``."""
    phrase = amount.phrase
    if phrase is None:
        return amount.carried_name or (amount.unit if amount.unit != "dimensionless" else "")
    head = singular_of(tokens.words[phrase.head])
    before = tokens.text[tokens.starts[phrase.first] : tokens.starts[phrase.head]]
    return before + (tokens.raw[phrase.head] if head == tokens.words[phrase.head] else head)
