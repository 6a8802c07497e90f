"""Numbers in digits, however their thousands are grouped: ``1,250``, ``36,90,000``, ``1 200 000``, ``4 1/2``."""

from __future__ import annotations

from functools import cache

from figures.hedges import place_value_of
from figures.magnitudes import with_scale
from figures.nouns import function_words, is_plural
from figures.numeral import Numeral, parse_digits, values, worded
from figures.parts import read_ratio
from figures.tokens import Tokens


def read_digits(tokens: Tokens, at: int) -> Numeral | None:
    """The number whose digits start at token *at*, with its magnitude; None when they are none ("1,2,3")."""
    printed, last = _joined_groups(tokens, at)
    value = parse_digits(printed)
    if value is None:
        return None
    if tokens.words[at - 1] == "." and tokens.glued(at - 1) and not tokens.glued(at - 2) and printed.isdigit():
        value, printed, at = float(f"0.{printed}"), f"0.{printed}", at - 1  # .534
    if "." in printed:
        place = float(f"1e-{len(printed.partition('.')[2])}")
        digits = len(printed.replace(".", "").replace(",", "").lstrip("0"))
    else:
        place = place_value_of(value)
        digits = len(str(round(value / place)))
    plain = Numeral(at, last, value, value, "digits", place, digits)
    if tokens.kinds[last] == "word" and tokens.words[last] not in _continuing():
        return plain
    power = _power_of_ten(tokens, plain)
    return power or read_slash(tokens, at, last, value) or read_ratio(tokens, plain) or with_scale(tokens, plain)


@cache
def _continuing() -> frozenset[str]:
    """Words behind digits that may belong to the number; any other ends it, and need not be tried for each form."""
    scales = {word.lower() for kind in ("scale", "short", "glyph") for word in values(kind)}
    return frozenset({"x", "and", "in", "out"} | scales)


def _power_of_ten(tokens: Tokens, number: Numeral) -> Numeral | None:
    """``1.99×10−30`` and ``6 x 10^24``: the exponent stands behind a sign, or it could not be told from the ten."""
    at, words = number.last, tokens.words
    if words[at] not in ("×", "x", "*") or words[at + 1] != "10" or words[at + 2] not in ("^", "-", "−", "–"):
        return None
    sign = at + 2 + (words[at + 2] == "^" and words[at + 3] in ("-", "−", "–"))
    if tokens.kinds[sign + 1] != "number" or not tokens.raw[sign + 1].isdigit() or len(tokens.raw[sign + 1]) > 2:
        return None
    exponent = int(tokens.raw[sign + 1]) * (1 if words[sign] == "^" else -1)
    value, place = float(f"{number.low}e{exponent}"), float(f"{number.place}e{exponent}")
    return Numeral(number.first, sign + 2, value, value, "digits", place, number.digits)


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
        if "." in printed or (not comma and not tokens.raw[group].endswith("0") and not _counts(tokens, at, group)):
            return printed, last
        printed, last = f"{printed},{tokens.raw[group]}", group + 1


def _counts(tokens: Tokens, at: int, group: int) -> bool:
    """Whether a plural noun says that a group behind a blank ends the number, and no date or name stands in front."""
    noun = tokens.words[group + 1]
    named = tokens.raw[at - 1][:1].isupper() or tokens.kinds[at - 1] == "number"
    return is_plural(noun) and noun not in function_words() and not named


def _is_group(tokens: Tokens, at: int) -> bool:
    """Whether three digits stand at *at*, one blank behind what is before, and end no list ("5, 600 and 700")."""
    if tokens.kinds[at] != "number" or len(tokens.raw[at]) != 3 or not tokens.raw[at].isdigit():
        return False
    return tokens.starts[at] - tokens.ends[at - 1] == 1 and tokens.words[at + 1] not in ("and", "or")


_SLASHES = ("/", "⁄")
_BINARY = (16, 32, 64, 128)  # of an inch, of a gallon


def read_slash(tokens: Tokens, at: int, last: int, top: float) -> Numeral | None:
    """``2/3`` and ``4 1/2``: digits around a slash, a small proper fraction."""
    if not _is_slash(tokens, last):
        return _mixed(tokens, at, last, top)
    bottom = parse_digits(tokens.raw[last + 1]) or 0
    if not 0 < top < bottom or (bottom > 12 and bottom not in _BINARY) or tokens.kinds[at - 1] == "money":
        return None
    if tokens.words[last + 2] in _SLASHES:
        return None  # 1/2/2024
    return Numeral(at, last + 2, top / bottom, top / bottom, "fraction", 0.01, 2)


def _is_slash(tokens: Tokens, at: int) -> bool:
    """Whether a slash at *at* stands between digits without blanks."""
    return (
        tokens.words[at] in _SLASHES and tokens.kinds[at + 1] == "number" and tokens.glued(at - 1) and tokens.glued(at)
    )


def _mixed(tokens: Tokens, at: int, last: int, whole: float) -> Numeral | None:
    """``4 1/2`` and ``4-1/2``: a whole number and a fraction behind a blank or a hyphen."""
    if tokens.words[last] == "-" and tokens.glued(last - 1) and tokens.glued(last) and _is_slash(tokens, last + 2):
        last += 1
    elif tokens.glued(last - 1):
        return None
    if tokens.kinds[last] != "number" or not _is_slash(tokens, last + 1):
        return None
    part = read_slash(tokens, last, last + 1, parse_digits(tokens.raw[last]) or 0)
    if part is None:
        return None
    share = part.low / 100 if "." in tokens.raw[at] else part.low  # $5.12-1/4 is a quarter of a cent more
    return with_scale(tokens, worded(at, part.last, float(f"{whole + share:.12g}"), "digits"))
