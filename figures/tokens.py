"""A sentence as tokens: numbers, words, signs of money and other marks, in parallel lists for speed.

Six empty tokens stand before the first and after the last, so that rules may look around without asking where they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from figures.units import currency_rows

PAD = 6
_EMPTY = [""] * PAD
_LAST = attrgetter("lastindex")
_KINDS = {None: "sign", 1: "word", 2: "number", 3: "money", 4: "word"}  # by the group that matched


@dataclass(frozen=True, slots=True)
class Tokens:
    """Offsets into *text*, each token in lower case with straight apostrophes (*words*), as printed (*raw*), its kind.

    A kind is ``number``, ``word``, ``money`` (a currency sign or code in front of a number), ``sign``, or '' beyond
    the ends.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    raw: list[str]
    kinds: list[str]

    def glued(self, position: int) -> bool:
        """Whether nothing stands between this token and the next."""
        return self.ends[position] == self.starts[position + 1]


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]`` between their padding."""
    found = list(_pattern().finditer(text, start, end))
    raw = list(map(re.Match.group, found))
    words = list(map(str.lower, raw))
    if "’" in text:
        words = [word.replace("’", "'") for word in words]
    return Tokens(
        text,
        [start - 1] * PAD + list(map(re.Match.start, found)) + [end + 1] * PAD,
        [start - 1] * PAD + list(map(re.Match.end, found)) + [end + 1] * PAD,
        _EMPTY + words + _EMPTY,
        _EMPTY + raw + _EMPTY,
        _EMPTY + list(map(_KINDS.__getitem__, map(_LAST, found))) + _EMPTY,
    )


@cache
def money_signs() -> dict[str, str]:
    """What stands in front of a number, as printed without blanks, to its currency."""
    found: dict[str, str] = {}
    for code, row in currency_rows().items():
        for sign in (*row.before, *([code] if len(code) == 3 and code.isupper() else [])):
            found.setdefault(sign.replace(" ", ""), code)
    return found


def _sign_pattern(sign: str) -> str:
    """A sign as a pattern; a letter alone is one only before a large sum: "N2 million", not "N95"."""
    if len(sign) == 1 and sign.isalpha():
        return rf"\b{sign}(?=\d[\d.]*(?:,\d{{3}}|\ ?(?:[mb]n?|tn|[mbtr]+illion)\b))"
    return re.escape(sign[:-1]) + r"\ ?\$" if sign[1:].endswith("$") else re.escape(sign)


@cache
def _pattern() -> re.Pattern[str]:
    """One pass over the text; a word keeps its inner apostrophes, a hyphen is a mark of its own."""
    signs = sorted(money_signs(), key=len, reverse=True)
    money = "|".join(_sign_pattern(sign) for sign in signs)
    first = "".join(sorted({re.escape(sign[0]) for sign in signs}))
    plain = r"\w*+ (?! ['’.]\w )"  # most words: nothing to look back for
    inside = r"\w* (?: ['’]\w+ | (?<=\b[a-zA-Z]) \.(?=[a-zA-Z]\.) \w+ )*"  # Russia's, U.S
    return re.compile(
        rf"""
        ( [a-z] {plain} | [a-z] {inside} )                   # most words, tried first for speed
        | ( \d++ (?! [.,'’٬]\d ) | \d+ (?: [.,'’٬]\d+ )* )   # 1,200.50 or 1'200; what it means is settled later
        | ( (?= [{first}] ) (?: {money} ) (?= [\s\u00a0]?-?\.?\d ) )  # US$5, RM 23.50, EUR50m
        | ( [^\W\d_] {plain} | [^\W\d_] {inside} )
        | [^\w\s] | _
        """,
        re.VERBOSE,
    )
