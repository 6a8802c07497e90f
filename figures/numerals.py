"""Numbers as English prints them: ``1,250``, ``36.9 lakh``, ``three and a half thousand``, ``two-thirds``, ``several hundred``.

A numeral is read at a token, longest form first; what it counts, and whether it is an amount at all, others decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from figures import wordlists
from figures.hedges import place_value_of, vague_amounts
from figures.tokens import Tokens

LARGEST = 1e15  # "million million million" is no number that anyone reports
MOST_DIGITS = 15  # a longer run is an id, and a float could not hold it
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:['’٬]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_HALF_PARTS = {"half": 0.5, "quarter": 0.25}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at half-open token positions *first* to *last*.

    *low* equals *high* but for vague words. *form* is ``digits``, ``words``, ``fraction`` or ``vague``. *place* is the
    place value of the last significant digit and *digits* their count, None for vague words. *scale* is
    the magnitude printed behind it (a million in "2 million"), else 1.
    """

    first: int
    last: int
    low: float
    high: float
    form: str
    place: float
    digits: int | None
    scale: float = 1.0


@cache
def _values(kind: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for _, row in wordlists.packaged("number_words.csv"):
        if row["kind"] == kind:
            top, _, bottom = row["value"].partition("/")
            found[row["words"]] = float(top) / float(bottom or 1)
    return found


@cache
def _vague_phrases() -> dict[str, dict[tuple[str, ...], tuple[float, float]]]:
    """Vague phrases as token tuples, by their first word, longest first."""
    found: dict[str, dict[tuple[str, ...], tuple[float, float]]] = {}
    for words, amount in sorted(vague_amounts().items(), key=lambda pair: -len(pair[0].split())):
        if amount.low is not None and amount.high is not None:
            parts = tuple(words.split())
            found.setdefault(parts[0], {})[parts] = (amount.low, amount.high)
    return found


@cache
def trigger_words() -> frozenset[str]:
    """Every word, in lower case, at which a numeral may start."""
    words = {*_values("one"), *_values("scale"), *_values("glyph"), *_vague_phrases(), *_values("fraction")}
    return frozenset(words) - {"a", "many", "some"} | {"few", "couple", "handful"}


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The longest numeral that starts at token *at*; None when there is none."""
    if tokens.kinds[at] == "number":
        return _digits(tokens, at)
    word = tokens.words[at]
    return _vague(tokens, at, word) or _in_words(tokens, at, word)


# Digits -----------------------------------------------------------------------------------------------------------


def parse_digits(printed: str) -> float | None:
    """The value of a run of digits, stops, commas and apostrophes; None when it is no number.

    >>> parse_digits("36,90,000"), parse_digits("1.5"), parse_digits("1,2,3")
    (3690000.0, 1.5, None)
    """
    if len(printed) > MOST_DIGITS and len(re.sub(r"\D", "", printed)) > MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(printed):
        return float(printed)
    if not _GROUPED.fullmatch(printed):
        return _decimal_comma(printed)
    return float(re.sub(r"[,'’٬]" if printed.count(".") < 2 else r"\.", "", printed))


def _decimal_comma(printed: str) -> float | None:
    whole, comma, rest = printed.partition(",")
    return float(f"{whole}.{rest}") if comma and whole.isdigit() and rest.isdigit() and len(rest) < 3 else None


def _digits(tokens: Tokens, at: int) -> Numeral | None:
    printed, last = _joined_groups(tokens, at)
    value = parse_digits(printed)
    if value is None:
        return None
    if tokens.words[at - 1] == "." and tokens.glued(at - 1) and not tokens.glued(at - 2) and printed.isdigit():
        value, printed, at = float(f"0.{printed}"), f"0.{printed}", at - 1  # .534
    place = float(f"1e-{len(printed.partition('.')[2])}") if "." in printed else place_value_of(value)
    digits = (
        len(printed.replace(".", "").replace(",", "").lstrip("0")) if "." in printed else len(str(round(value / place)))
    )
    plain = Numeral(at, last, value, value, "digits", place, digits)
    return _slash_fraction(tokens, at, last, value) or read_ratio(tokens, plain) or _with_scale(tokens, plain)


def _joined_groups(tokens: Tokens, at: int) -> tuple[str, int]:
    """The digits at *at* with thousands groups that a stray blank cut off: "110, 000", "1 200 000"."""
    printed, last = tokens.raw[at], at + 1
    if not (len(printed) <= 3 or (printed[-4:-3] == "," and printed[-3:].isdigit())) or printed.startswith("0"):
        return printed, last
    while True:
        comma = tokens.words[last] == "," and tokens.glued(last - 1) and not tokens.glued(last)
        group = last + 1 if comma else last
        if not _is_group(tokens, group) or not (printed[-3:].isdigit() or len(printed) <= 3):
            return printed, last
        if "." in printed or (not comma and not tokens.raw[group].endswith("0")):
            return printed, last
        printed, last = f"{printed},{tokens.raw[group]}", group + 1


def _is_group(tokens: Tokens, at: int) -> bool:
    """Whether three digits stand at *at*, one blank behind what is before, and end no list ("5, 600 and 700")."""
    if tokens.kinds[at] != "number" or len(tokens.raw[at]) != 3 or not tokens.raw[at].isdigit():
        return False
    return tokens.starts[at] - tokens.ends[at - 1] == 1 and tokens.words[at + 1] not in ("and", "or")


def _slash_fraction(tokens: Tokens, at: int, last: int, top: float) -> Numeral | None:
    """``2/3`` and ``4 1/2``: digits around a slash, a small proper fraction."""
    if (
        tokens.words[last] != "/"
        or tokens.kinds[last + 1] != "number"
        or not (tokens.glued(last - 1) and tokens.glued(last))
    ):
        mixed = tokens.kinds[last] == "number" and tokens.words[last + 1] == "/" and not tokens.glued(last - 1)
        part = _slash_fraction(tokens, last, last + 1, parse_digits(tokens.raw[last]) or 0) if mixed else None
        return None if part is None else _with_scale(tokens, _words(at, part.last, top + part.low, "digits"))
    bottom = parse_digits(tokens.raw[last + 1]) or 0
    if not 0 < top < bottom <= 16 or bottom == 1 or tokens.words[last + 2] == "/" or tokens.kinds[at - 1] == "money":
        return None
    return Numeral(at, last + 2, top / bottom, top / bottom, "fraction", 0.01, 2)


# Magnitudes -------------------------------------------------------------------------------------------------------


def _with_scale(tokens: Tokens, number: Numeral) -> Numeral:
    """The numeral with the half and the magnitudes that follow: "3 and a half million", "36.9 lakh", "$13.6M"."""
    number = _with_half(tokens, number)
    last, factor = number.last, 1.0
    while number.low * factor < LARGEST and (step := _scale_at(tokens, last, number.form)) is not None:
        scale, last = step
        factor *= scale
    if factor == 1.0:
        return number
    low = float(f"{number.low * factor:.12g}")
    return Numeral(number.first, last, low, low, number.form, number.place * factor, number.digits, scale=factor)


def _scale_at(tokens: Tokens, at: int, form: str) -> tuple[float, int] | None:
    """The magnitude at *at* and where it ends; a hyphen may stand before it ("1.8-billion")."""
    if (
        tokens.words[at] == "-"
        and tokens.glued(at)
        and tokens.glued(at - 1)
        and tokens.words[at + 1] in _values("scale")
    ):
        at += 1
    scale = _values("scale").get(tokens.words[at])
    if scale is not None:
        return scale, at + 1
    short = _values("short").get(tokens.raw[at]) if form == "digits" else None
    if short is None or not _is_scale(tokens, at):
        return None
    return short, at + 1


def _is_scale(tokens: Tokens, at: int) -> bool:
    """Whether an abbreviation behind digits is a magnitude: 5m pounds is a million, 5m of rope is a length."""
    raw, money = tokens.raw[at], _has_money(tokens, at)
    if raw in ("m", "M", "T", "b", "B", "k", "K", "cr", "Cr"):
        if money:
            return True
        glued = tokens.glued(at - 1)
        if raw == "m":
            return glued and tokens.kinds[at + 1] == "word" and tokens.words[at + 1] not in _LENGTH_FOLLOWS
        return glued or (raw in ("M", "B") and tokens.kinds[at + 1] == "word")
    return raw != "mil" or money or tokens.glued(at - 1)


_LENGTH_FOLLOWS = frozenset(
    "above below beneath behind ahead away wide long deep high tall thick apart across from to of in on at and or by x for with"
    " off the into final race sprint dash freestyle hurdles relay".split()
)


def _has_money(tokens: Tokens, at: int) -> bool:
    before = at - 1
    while tokens.kinds[before] == "number" or tokens.words[before] in (",", "-", "."):
        before -= 1
    return tokens.kinds[before] == "money"


def _with_half(tokens: Tokens, number: Numeral) -> Numeral:
    """``three and a half``, ``two-and-a-half``, ``4½``."""
    at, words = number.last, tokens.words
    if words[at] not in ("and", "-") and tokens.raw[at] not in _values("glyph"):
        return number
    if words[at] in _values("glyph") and number.form != "fraction":
        return _words(number.first, at + 1, number.low + _values("glyph")[words[at]], number.form)
    parts = [at + step for step in (0, 1, 2, 3, 4, 5)]
    if words[at] == "-":
        parts = parts[1::2]
    if [words[part] for part in parts[:2]] == ["and", "a"] and words[parts[2]] in _HALF_PARTS:
        return _words(number.first, parts[2] + 1, number.low + _HALF_PARTS[words[parts[2]]], number.form)
    return number


def _words(first: int, last: int, value: float, form: str, *, scale: float = 1.0) -> Numeral:
    place = place_value_of(value)
    return Numeral(first, last, value, value, form, place, max(1, len(str(round(abs(value) / place)))), scale)


# Words ------------------------------------------------------------------------------------------------------------


@cache
def number_words() -> frozenset[str]:
    """Cardinals and magnitudes, which are never part of what is counted."""
    return frozenset(_values("one").keys() | _values("scale").keys())


def _vague(tokens: Tokens, at: int, word: str) -> Numeral | None:
    """The longest phrase of ``vague.csv`` at *at*; "a" and "many" before it belong to it."""
    for phrase, (low, high) in _vague_phrases().get(word, {}).items():
        last = at + len(phrase)
        if tuple(tokens.words[at:last]) == phrase and _is_vague(tokens, phrase, last):
            return Numeral(at, last, low, high, "vague", 1, None)
    return None


def _is_vague(tokens: Tokens, phrase: tuple[str, ...], last: int) -> bool:
    """Whether a vague word counts: "scores of people", not "he scores"; "a few of them" and "a few, and" count nothing."""
    if phrase in (("scores",), ("tens",)):
        return tokens.words[last] in (
            "of",
            "more",
            "killed",
            "dead",
            "injured",
            "wounded",
            "were",
            "are",
            "have",
            "others",
        )
    if phrase[-1] in ("few", "several"):
        return tokens.kinds[last] == "word" and tokens.words[last] not in (
            "of",
            "and",
            "or",
            "in",
            "on",
            "at",
            "have",
            "are",
        )
    return True


def _in_words(tokens: Tokens, at: int, word: str) -> Numeral | None:
    """``twenty-five thousand``, ``a dozen``, ``half a million``, ``two-thirds``, ``½``."""
    fraction = _fraction(tokens, at, word)
    if fraction is not None:
        return fraction
    cardinal = _cardinal(tokens, at)
    if cardinal is None:
        return None
    denominator = _denominator(tokens, cardinal)
    return denominator or _with_half_and_scale(tokens, cardinal)


def _with_half_and_scale(tokens: Tokens, cardinal: Numeral) -> Numeral:
    halved = _with_half(tokens, cardinal)
    return cardinal if halved is cardinal else _with_scale(tokens, halved)


def _cardinal(tokens: Tokens, at: int) -> Numeral | None:
    """A cardinal in words; "a" opens one before a scale ("a hundred")."""
    ones, scales = _values("one"), _values("scale")
    total, current, position, previous, smallest = 0.0, 0.0, at, 0.0, float("inf")
    if tokens.words[at] in ("a", "an"):
        current, position = 1.0, at + 1
        if tokens.words[position] not in scales:
            return None
    largest, start = 1.0, position
    while True:
        position, joined = _skip_joint(tokens, position, start)
        word = tokens.words[position]
        if word in scales and (current or position == start) and max(total, current) < LARGEST:
            scale = scales[word]
            largest = max(largest, scale)
            if scale <= 100:
                current = max(current, 1.0) * scale
            elif scale < smallest:
                total, current, smallest = total + max(current, 1.0) * scale, 0.0, scale
            else:
                total, current = (total + current) * scale, 0.0
            previous = 100.0
        elif word in ones and _may_follow(previous, ones[word]):
            current, previous = current + ones[word], ones[word] or 1.0
        else:
            position -= joined
            break
        position += 1
    if position == start:
        return None
    return _words(at, position, total + current, "words", scale=largest)


def _skip_joint(tokens: Tokens, at: int, start: int) -> tuple[int, int]:
    """Step over "and" or a glued hyphen inside a cardinal; where to go on, and how many tokens were skipped."""
    if at == start:
        return at, 0
    if tokens.words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at):
        return at + 1, 1
    if tokens.words[at] == "and" and tokens.words[at - 1] in _values("scale") and tokens.words[at - 1] != "dozen":
        return (at + 1, 1) if tokens.words[at + 1] in _values("one") else (at, 0)
    return at, 0


def _may_follow(previous: float, value: float) -> bool:
    """Whether a word below a hundred may follow: nothing yet, a scale, or tens before a unit."""
    return previous in (0.0, 100.0) or (20 <= previous < 100 and 0 < value < 10)


def _fraction(tokens: Tokens, at: int, word: str) -> Numeral | None:
    """``half``, ``a third of``, ``half a million``, ``½``."""
    words = tokens.words
    if word in _values("glyph"):
        if tokens.glued(at - 1) and tokens.kinds[at - 1] == "sign" and tokens.words[at - 1] not in ("(", "-", "–"):
            return None  # a broken character, not a fraction
        value = _values("glyph")[word]
        return _with_scale(tokens, Numeral(at, at + 1, value, value, "fraction", 0.01, 2))
    if word == "half":
        after = at + 1 + (words[at + 1] in ("a", "an", "of", "-"))
        if words[after] in ("a", "an"):
            after += 1
        if words[after] in _values("scale"):
            scale = _values("scale")[words[after]]
            return _words(at, after + 1, scale / 2, "words", scale=scale)
        return _half(tokens, at)
    opens = word in ("a", "one", "an") and words[at + 1 + (words[at + 1] == "-")] in (
        "half",
        "third",
        "quarter",
        "fifth",
        "tenth",
    )
    part = at + 1 + (words[at + 1] == "-")
    if not opens or not _is_part(tokens, part + 1):
        return None
    if words[part + 1 : part + 3] == ["of", "a"] and words[part + 3] in _values("scale"):
        scale = _values("scale")[words[part + 3]]
        return _words(at, part + 4, scale / _values("fraction")[words[part]], "words", scale=scale)
    value = 1 / _values("fraction")[words[part]]
    return Numeral(at, part + 1, value, value, "fraction", 0.01, 2)


def _half(tokens: Tokens, at: int) -> Numeral | None:
    """A half *of* something, not the first half, the half-time or half-dead."""
    before, after = tokens.words[at - 1], tokens.words[at + 1]
    if (
        before in ("first", "second", "other", "better", "latter", "this", "last", "next", "-")
        or tokens.words[at + 1] == "-"
    ):
        return None
    if after in ("of", "the", "their", "its", "his", "her", "our", "a", "an", "all", "those") or before in _HALVING:
        return Numeral(at, at + 1, 0.5, 0.5, "fraction", 0.01, 2)
    return None


_HALVING = frozenset("by about almost nearly than over under only just around roughly in".split())


def _is_part(tokens: Tokens, after: int) -> bool:
    """Whether "a third" is a share, not a third person: something that it is of, or the end of the phrase."""
    word = tokens.words[after]
    if word in ("of", "the", "more", "less", "off", "are", "were", "is", "was", "have", "had"):
        return True
    return tokens.kinds[after] in ("sign", "") and word not in ("-", "‑")


def _denominator(tokens: Tokens, top: Numeral) -> Numeral | None:
    """``two-thirds``, ``three quarters``, ``one in four``, ``nine out of ten`` behind a cardinal."""
    at = top.last + (tokens.words[top.last] == "-")
    bottom = _values("fraction").get(tokens.words[at])
    if bottom is not None and top.low < bottom and _plural_fits(tokens, at, top.low):
        return Numeral(top.first, at + 1, top.low / bottom, top.low / bottom, "fraction", 0.01, 2)
    return read_ratio(tokens, top)


def _plural_fits(tokens: Tokens, at: int, top: float) -> bool:
    plural = tokens.words[at] in ("halves",) or tokens.words[at].endswith("s")
    return plural == (top != 1) and (plural or _is_part(tokens, at + 1))


_TIME_WORDS = frozenset("second seconds minute minutes hour hours day days week weeks month months year years".split())


def read_ratio(tokens: Tokens, top: Numeral) -> Numeral | None:
    """``one in four``, ``9 out of 10`` as a fraction; None when the second number is none or not larger."""
    words, at = tokens.words, top.last
    if words[at] == "in" and words[at + 1] != "every":
        at += 1
    elif words[at] in ("in", "out") and words[at + 1] in ("every", "of"):
        at += 2
    else:
        return None
    bottom = (
        parse_digits(tokens.raw[at]) if tokens.kinds[at] == "number" else getattr(_cardinal(tokens, at), "low", None)
    )
    last = at + 1 if tokens.kinds[at] == "number" else getattr(_cardinal(tokens, at), "last", at)
    if tokens.words[last] in _TIME_WORDS:
        return None  # 5 in 20 minutes
    if bottom is None or not 0 < top.low < bottom <= 100 or top.low != int(top.low):
        return None
    return Numeral(top.first, last, top.low / bottom, top.low / bottom, "fraction", 0.01, 2)
