"""Numbers as English prints them: ``1,250``, ``36.9 lakh``, ``three and a half thousand``, ``several hundred``.

A numeral is read at a token, longest form first; what it counts, and whether it is an amount at all, others decide.
"""

from __future__ import annotations

from functools import cache

from figures.cardinals import read_cardinal
from figures.cues import cues
from figures.digits import read_digits
from figures.hedges import vague_amounts
from figures.magnitudes import with_half_and_scale
from figures.numeral import Numeral, values, worded
from figures.parts import read_denominator, read_fraction
from figures.tokens import Tokens


@cache
def trigger_words() -> frozenset[str]:
    """Every word, in lower case, at which a numeral may start."""
    words = {
        *values("one"),
        *values("scale"),
        *values("glyph"),
        *values("multiple"),
        *_vague_phrases(),
        *values("fraction"),
    }
    return frozenset(words) - {"a", "many", "some"} | {"few", "couple", "handful"}


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The longest numeral that starts at token *at*; None when there is none."""
    if tokens.kinds[at] == "number":
        return read_digits(tokens, at)
    word = tokens.words[at]
    return _vague(tokens, at, word) or _in_words(tokens, at, word)


@cache
def _vague_phrases() -> dict[str, dict[tuple[str, ...], tuple[float, float]]]:
    """Vague phrases as token tuples, by their first word, longest first."""
    found: dict[str, dict[tuple[str, ...], tuple[float, float]]] = {}
    for words, amount in sorted(vague_amounts().items(), key=lambda pair: -len(pair[0].split())):
        if amount.low is not None and amount.high is not None:
            parts = tuple(words.split())
            found.setdefault(parts[0], {})[parts] = (amount.low, amount.high)
    return found


def _vague(tokens: Tokens, at: int, word: str) -> Numeral | None:
    """The longest phrase of ``vague.csv`` at *at*; "a" and "many" before it belong to it."""
    for phrase, (low, high) in _vague_phrases().get(word, {}).items():
        last = at + len(phrase)
        if tuple(tokens.words[at:last]) == phrase and _is_vague(tokens, phrase, last):
            return Numeral(at, last, low, high, "vague", 1, None)
    return None


def _is_vague(tokens: Tokens, phrase: tuple[str, ...], last: int) -> bool:
    """Whether a vague word counts: "scores of people", not "he scores"; "a few" without a noun counts nothing."""
    if phrase in (("scores",), ("tens",)):
        return tokens.words[last] in cues("scores_of")
    if phrase[-1] in ("few", "several"):
        return tokens.kinds[last] == "word" and tokens.words[last] not in cues("never_counted")
    return True


def _in_words(tokens: Tokens, at: int, word: str) -> Numeral | None:
    """``twenty-five thousand``, ``a dozen``, ``half a million``, ``two-thirds``, ``½``."""
    if word in values("multiple"):
        return worded(at, at + 1, values("multiple")[word], "words")
    fraction = read_fraction(tokens, at, word)
    if fraction is not None:
        return fraction
    cardinal = read_cardinal(tokens, at)
    if cardinal is None:
        return None
    denominator = read_denominator(tokens, cardinal)
    return denominator or with_half_and_scale(tokens, cardinal)
