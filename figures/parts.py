"""Parts of a whole in words: ``half``, ``two-thirds``, ``a third of``, ``one in four``, ``half a million``."""

from __future__ import annotations

from figures.cardinals import read_cardinal
from figures.cues import cues
from figures.magnitudes import with_scale
from figures.numeral import Numeral, parse_digits, values, worded
from figures.tokens import Tokens

_HALVING = cues("halving")
_TIME_WORDS = cues("time_words")


def read_fraction(tokens: Tokens, at: int, word: str) -> Numeral | None:
    """``half``, ``a third of``, ``half a million``, ``½``."""
    words = tokens.words
    if word in values("glyph"):
        if tokens.glued(at - 1) and tokens.kinds[at - 1] == "sign" and tokens.words[at - 1] not in ("(", "-", "–"):
            return None  # a broken character, not a fraction
        value = values("glyph")[word]
        return with_scale(tokens, Numeral(at, at + 1, value, value, "fraction", 0.01, 2))
    if word == "half":
        after = at + 1 + (words[at + 1] in ("a", "an", "of", "-"))
        if words[after] in ("a", "an"):
            after += 1
        if words[after] in values("scale"):
            scale = values("scale")[words[after]]
            return worded(at, after + 1, scale / 2, "words", scale=scale)
        return _half(tokens, at)
    opens = word in ("a", "one", "an") and words[at + 1 + (words[at + 1] == "-")] in (
        "half",
        "third",
        "quarter",
        "fifth",
        "tenth",
    )
    part = at + 1 + (words[at + 1] == "-")
    if not opens or not (words[at - 1] == "by" or _is_part(tokens, part + 1)):
        return None
    if words[part + 1 : part + 3] == ["of", "a"] and words[part + 3] in values("scale"):
        scale = values("scale")[words[part + 3]]
        return worded(at, part + 4, scale / values("fraction")[words[part]], "words", scale=scale)
    value = 1 / values("fraction")[words[part]]
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


def _is_part(tokens: Tokens, after: int) -> bool:
    """Whether "a third" is a share, not a third person: something that it is of, or the end of the phrase."""
    word = tokens.words[after]
    if word in ("of", "the", "more", "less", "off", "are", "were", "is", "was", "have", "had"):
        return True
    return tokens.kinds[after] in ("sign", "") and word not in ("-", "‑")


def read_denominator(tokens: Tokens, top: Numeral) -> Numeral | None:
    """``two-thirds``, ``three quarters``, ``one in four``, ``nine out of ten`` behind a cardinal."""
    at = top.last + (tokens.words[top.last] == "-")
    bottom = values("fraction").get(tokens.words[at])
    if bottom is not None and top.low < bottom and _plural_fits(tokens, at, top.low):
        return Numeral(top.first, at + 1, top.low / bottom, top.low / bottom, "fraction", 0.01, 2)
    return read_ratio(tokens, top)


def _plural_fits(tokens: Tokens, at: int, top: float) -> bool:
    plural = tokens.words[at] in ("halves",) or tokens.words[at].endswith("s")
    return plural == (top != 1) and (plural or _is_part(tokens, at + 1))


def read_ratio(tokens: Tokens, top: Numeral) -> Numeral | None:
    """``one in four``, ``9 out of 10`` as a fraction; None when the second number is none or not larger."""
    words, at = tokens.words, top.last
    if words[at] == "in" and words[at + 1] != "every":
        at += 1
    elif words[at] in ("in", "out") and words[at + 1] in ("every", "of"):
        at += 2
    else:
        return None
    bottom, last = _whole(tokens, at)
    if tokens.words[last] in _TIME_WORDS:
        return None  # 5 in 20 minutes
    if bottom is None or not 0 < top.low < bottom <= 100 or top.low != int(top.low):
        return None
    return Numeral(top.first, last, top.low / bottom, top.low / bottom, "fraction", 0.01, 2)


def _whole(tokens: Tokens, at: int) -> tuple[float | None, int]:
    """The number of which a part is taken, None when there is none, and where it ends."""
    if tokens.kinds[at] == "number":
        return parse_digits(tokens.raw[at]), at + 1
    cardinal = read_cardinal(tokens, at)
    return (None, at) if cardinal is None else (cardinal.low, cardinal.last)
