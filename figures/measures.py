"""The unit of a number: words and signs before and behind it, money, rates, ages and multiples."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from figures.cues import cues
from figures.nouns import function_words, is_plural, plural_of, singular_of
from figures.tokens import PAD, Tokens, money_signs, tokenise
from figures.units import currency_rows, name_of, unit_rows

_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_PER = frozenset(("per", "/", "a", "an", "each", "every"))
_HEADS = cues("compound_heads")
_MONEY_NOUNS, _PAYING = cues("of_money"), cues("paying")
_AGE_UNITS = {"year": "year_of_age", "month": "month_of_age", "week": "week_of_age", "d": "day_of_age"}


class Measure(NamedTuple):
    """A unit at half-open token positions; *name* is it in words, *noun* what is counted ("times") where no unit is."""

    first: int
    last: int
    unit: str
    name: str


@cache
def _unit_words() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Spellings as token tuples by their first token, longest first; units and currencies alike."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    rows = [(unit, row.words) for unit, row in unit_rows().items()]
    rows += [(code, (*row.words, *([code.lower()] if len(code) == 3 else []))) for code, row in currency_rows().items()]
    for unit, spellings in rows:
        for spelling in spellings:
            for form in {spelling, plural_of(spelling)}:
                parts = tuple(re.findall(r"\w+|[^\w\s]", form))
                found.setdefault(parts[0], []).append((parts, unit))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


@cache
def _symbols() -> tuple[re.Pattern[str], dict[str, str]]:
    """Symbols behind a number, as written, and the unit of each."""
    units = {symbol: unit for unit, row in unit_rows().items() for symbol in row.symbols}
    units |= {sign: code for code, row in currency_rows().items() for sign in row.after}
    return _any_of(units), units


@cache
def _glued_symbols() -> tuple[re.Pattern[str], dict[str, str]]:
    """Symbols that count only when nothing stands between them and the digits."""
    units = {symbol: unit for unit, row in unit_rows().items() for symbol in row.glued}
    units |= {sign: code for code, row in currency_rows().items() for sign in row.glued}
    return _any_of(units), units


@cache
def _symbol_openings() -> frozenset[str]:
    """The first token of each symbol, alone and before a stop; no pattern is tried at any other."""
    printed = [symbol + stop for symbol in {**_symbols()[1], **_glued_symbols()[1]} for stop in ("", ".")]
    return frozenset(tokenise(symbol, 0, len(symbol)).raw[PAD] for symbol in printed)


def _any_of(symbols: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(symbols, key=len, reverse=True)
    return re.compile(
        "|".join(re.escape(symbol) + (r"(?![\w²³])" if symbol[-1].isalnum() else "") for symbol in longest_first)
    )


def money_before(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The currency sign in front of the number at *at*, and where it starts."""
    step = at - 1 - (tokens.words[at - 1] in ("-", "−"))
    if tokens.kinds[step] != "money":
        return None
    return step, money_signs()[tokens.raw[step].replace(" ", "")]


def find_measure(tokens: Tokens, at: int, *, digits: bool) -> Measure | None:
    """The unit that starts at token *at*, behind a number printed in *digits* or in words; None when there is none."""
    start = at
    if tokens.words[at] in ("-", "‑") and tokens.glued(at - 1) and tokens.glued(at):
        at += 1
    elif tokens.words[at] in ("-", "‑", "–"):
        return None
    if tokens.kinds[at] == "money":
        return None  # it opens the next number
    found = _in_words(tokens, at) or (_as_symbol(tokens, at) if digits else None)
    if found is None:
        return None
    found = _with_age(tokens, found)
    return found if found.first == start else found._replace(first=start)


def _in_words(tokens: Tokens, at: int) -> Measure | None:
    word = tokens.words[at]
    power = _POWERS.get(word)
    if power is not None:
        after = at + 1 + (tokens.words[at + 1] in (".", "-"))
        length = _in_words(tokens, after) or _as_symbol(tokens, after)
        unit = f"{length.unit}**{power}" if length else ""
        return Measure(at, length.last, unit, name_of(unit)) if length and unit in unit_rows() else None
    for parts, unit in _unit_words().get(word, ()):
        last = at + len(parts)
        if tokens.words[last] in _HEADS and word == parts[-1]:
            return None  # 20 barrel bombs
        if len(parts) == 1 or tuple(tokens.words[at:last]) == parts:
            return _squared(tokens, Measure(at, last, unit, name_of(unit)))
    return _pounds(tokens, at) if word in ("pound", "pounds") else _times(tokens, at)


def _squared(tokens: Tokens, found: Measure) -> Measure:
    """The area when "squared" follows: "kilometres squared"."""
    if tokens.words[found.last] == "squared" and f"{found.unit}**2" in unit_rows():
        return Measure(found.first, found.last + 1, f"{found.unit}**2", name_of(f"{found.unit}**2"))
    return found


def _pounds(tokens: Tokens, at: int) -> Measure:
    """Pounds of money behind a magnitude or with a rate of time or "sterling", else of mass."""
    sterling = tokens.words[at + 1] == "sterling"
    is_sum = tokens.words[at - 1] in ("thousand", "million", "billion", "trillion", "m", "bn", "mn", "k")
    paid = not _PAYING.isdisjoint(tokens.words[max(0, at - 5) : at])
    is_money = sterling or paid or (is_sum and (tokens.words[at + 1] != "of" or tokens.words[at + 2] in _MONEY_NOUNS))
    timed = tokens.words[at + 1] in ("a", "per", "each") and tokens.words[at + 2] in (
        "week",
        "month",
        "year",
        "day",
        "hour",
    )
    if is_money or timed:
        return Measure(at, at + 1 + sterling, "GBP", name_of("GBP"))
    return Measure(at, at + 1, "lb", name_of("lb"))


def _times(tokens: Tokens, at: int) -> Measure | None:
    """Multiples: "four times", "3x", "tenfold"."""
    if tokens.words[at] in ("times", "fold", "x", "×") and (tokens.words[at] != "x" or tokens.glued(at - 1)):
        return Measure(at, at + 1, "dimensionless", "time")
    return None


def _as_symbol(tokens: Tokens, at: int) -> Measure | None:
    """A symbol as written; some only glued to the digits."""
    if tokens.raw[at] not in _symbol_openings():
        return None
    position = tokens.starts[at]
    close = tokens.ends[at - 1] == position or (tokens.words[at + 1] == "/" and tokens.glued(at))
    tables = [_symbols(), _glued_symbols()] if close else [_symbols()]
    if position - tokens.ends[at - 1] > 1:
        return None
    for pattern, units in tables:
        found = pattern.match(tokens.text, position)
        if found is not None and found.end() > position:
            last = at
            while tokens.kinds[last] and tokens.ends[last] < found.end():
                last += 1
            if tokens.ends[last] == found.end():
                unit = units[found.group()]
                if found.group() == "s" and "." not in tokens.raw[at - 1]:
                    continue  # three 747s
                return Measure(at, last + 1, unit, name_of(unit))
    return None


def _with_age(tokens: Tokens, found: Measure) -> Measure:
    """The age when the time is followed by "old" or "of age"."""
    age = _AGE_UNITS.get(found.unit)
    if age is None:
        return found
    at = found.last + (tokens.words[found.last] in ("-", "‑"))
    if tokens.words[at] in ("old", "olds"):
        return Measure(found.first, at + 1, age, name_of(age))
    if tokens.words[at : at + 2] == ["of", "age"]:
        return Measure(found.first, at + 2, age, name_of(age))
    return found


def with_rate(tokens: Tokens, found: Measure) -> Measure:
    """The measure with the rate that follows: "$800 a month", "barrels per day", "$62 per share"."""
    if not may_open_rate(tokens, found.last):
        return found
    at = _past_stuff(tokens, _past_conversion(tokens, found.last))
    joint = tokens.words[at] == "-" and tokens.glued(at)
    at += joint
    if tokens.words[at] not in _PER or (
        found.unit in ("", "dimensionless") and found.name not in ("percentage", "time")
    ):
        return found
    bottom = at + 1 + (joint and tokens.words[at + 1] == "-")
    under = _in_words(tokens, bottom) or (_as_symbol(tokens, bottom) if tokens.words[at] in ("per", "/") else None)
    if tokens.words[at] in ("a", "an", "each", "every") and (under is None or not _is_rate_unit(tokens, under)):
        things = _PRICED if found.unit in currency_rows() else _EVERY_ONE if tokens.words[at] == "a" else ()
        priced = tokens.words[bottom] in things
        return _per_thing(tokens, found, bottom) if priced else found
    if under is not None and under.unit not in currency_rows() and under.unit != found.unit:
        return Measure(
            found.first,
            under.last if at <= found.last + 1 else found.last,
            _divided(found.unit, under.unit),
            f"{found.name} per {under.name}",
        )
    return _per_thing(tokens, found, bottom) if tokens.words[at] in ("per", "/") else found


def may_open_rate(tokens: Tokens, at: int) -> bool:
    """Whether a rate may follow at all, which few words let it: "a", "per", and what may stand before them."""
    return tokens.words[at] in _OPENS_RATE


_OPENS_RATE = _PER | {"(", "-", "of", "more", "less", "extra"}
_PRICED, _EVERY_ONE = cues("priced_by"), cues("every_one")
_PER_WHAT = cues("per_what_kind")


def _past_conversion(tokens: Tokens, at: int) -> int:
    """Behind a conversion in brackets, when a rate of time follows it: "9 billion shekels ($2.4 billion) a year"."""
    if tokens.words[at] != "(":
        return at
    for close in range(at + 2, min(at + 8, len(tokens.words) - 2)):
        if tokens.words[close] == ")":
            return close + 1 if tokens.words[close + 1] in ("a", "an", "per") else at
    return at


def _past_stuff(tokens: Tokens, at: int) -> int:
    """Behind what a measure is of, or "more", when a rate follows: "800,000 barrels of oil per day"."""
    if tokens.words[at] in ("more", "less", "extra", "net", "gross") and tokens.words[at + 1] in ("a", "per"):
        return at + 1  # $110 more a month
    if tokens.words[at] != "of":
        return at
    for end in range(at + 2, at + 2 + _STUFF):
        if tokens.kinds[end - 1] != "word" or tokens.words[end - 1] in function_words():
            return at
        if tokens.words[end] in ("per", "a", "an", "each", "every"):
            return end
    return at


_STUFF = 3  # words that may name it: "tonnes of liquefied natural gas a year"


def _is_rate_unit(tokens: Tokens, under: Measure) -> bool:
    """Whether "a" means "per" before it: a time, but not "a week earlier", or what prices are quoted for."""
    if tokens.words[under.last : under.last + 2] == ["on", "average"]:
        return True
    return under.unit in _RATE_UNITS and tokens.words[under.last] not in (
        "earlier",
        "ago",
        "later",
        "before",
        "after",
        "on",
    )


_RATE_UNITS = frozenset(
    ("s", "min", "h", "d", "week", "month", "year", "quarter", "bbl", "bu", "gal", "t", "ton", "lb", "oz", "kg", "l")
)


def _divided(unit: str, by: str) -> str:
    if unit == "dimensionless":
        return f"1/{by}"
    return f"{unit}/{by}" if "/" not in unit else f"{unit.replace('/', '/' + by + '/', 1)}"


def _per_thing(tokens: Tokens, found: Measure, at: int) -> Measure:
    """A rate by a thing without a unit of its own: "per share"."""
    at += tokens.words[at] in _PER_WHAT
    word = tokens.words[at]
    if tokens.kinds[at] != "word" or not tokens.raw[at].islower() or word in function_words() or is_plural(word):
        return found
    return Measure(found.first, at + 1, _divided(found.unit, "item"), f"{found.name} per {singular_of(word)}")
