"""What multiplies a number behind it: "3 and a half million", "36.9 lakh", "$13.6M"."""

from __future__ import annotations

from figures.cues import cues
from figures.nouns import harming
from figures.numeral import Numeral, values, worded
from figures.tokens import Tokens

LARGEST = 1e15  # "million million million" is no number that anyone reports
_HALF_PARTS = {"half": 0.5, "quarter": 0.25}
_LENGTH_FOLLOWS = cues("length_follows")


def with_scale(tokens: Tokens, number: Numeral) -> Numeral:
    """The numeral with the half and the magnitudes that follow: "3 and a half million", "36.9 lakh", "$13.6M"."""
    number = with_half(tokens, number)
    last, factor = number.last, 1.0
    while number.low * factor < LARGEST and (step := _scale_at(tokens, last, number.form)) is not None:
        scale, last = step
        factor *= scale
    if factor == 1.0:
        return number
    low = float(f"{number.low * factor:.12g}")
    return Numeral(number.first, last, low, low, number.form, number.place * factor, number.digits, scale=factor)


def with_half_and_scale(tokens: Tokens, cardinal: Numeral) -> Numeral:
    """A cardinal in words with the half behind it and what multiplies both: "three and a half thousand"."""
    halved = with_half(tokens, cardinal)
    return cardinal if halved is cardinal else with_scale(tokens, halved)


def _scale_at(tokens: Tokens, at: int, form: str) -> tuple[float, int] | None:
    """The magnitude at *at* and where it ends; a hyphen may stand before it ("1.8-billion")."""
    if (
        tokens.words[at] == "-"
        and tokens.glued(at)
        and tokens.glued(at - 1)
        and tokens.words[at + 1] in values("scale")
    ):
        at += 1
    scale = values("scale").get(tokens.words[at])
    if scale is not None:
        return scale, at + 1
    raw = tokens.raw[at]
    short = values("short").get(raw if len(raw) == 1 else raw.lower()) if form == "digits" else None
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
        if raw == "m" and tokens.words[at - 2] in harming():
            return True  # "displaces 1.3m"
        if (
            raw == "m"
            and tokens.words[at - 2] == "to"
            and tokens.words[at - 3] in ("%", "percent", "cent", "pc", "pct")
        ):
            return glued  # profits fell 89% to 25m
        if raw == "m" and tokens.words[at + 1] in ("and", "to", "-", "–") and tokens.raw[at + 3] == "m":
            return glued and tokens.kinds[at + 2] == "number" and _is_scale(tokens, at + 3)
        if raw == "m":
            return glued and tokens.kinds[at + 1] == "word" and tokens.words[at + 1] not in _LENGTH_FOLLOWS
        return glued or (raw in ("M", "B") and tokens.kinds[at + 1] == "word")
    return raw != "mil" or money or tokens.glued(at - 1)


def _has_money(tokens: Tokens, at: int) -> bool:
    before = at - 1
    while tokens.kinds[before] == "number" or tokens.words[before] in (",", "-", "."):
        before -= 1
    return tokens.kinds[before] == "money"


def with_half(tokens: Tokens, number: Numeral) -> Numeral:
    """``three and a half``, ``two-and-a-half``, ``4½``."""
    at, words = number.last, tokens.words
    if words[at] not in ("and", "-") and tokens.raw[at] not in values("glyph"):
        return number
    if words[at] in values("glyph") and number.form != "fraction":
        return worded(number.first, at + 1, number.low + values("glyph")[words[at]], number.form)
    parts = [at + step for step in (0, 1, 2, 3, 4, 5)]
    if words[at] == "-":
        parts = parts[1::2]
    if [words[part] for part in parts[:2]] == ["and", "a"] and words[parts[2]] in _HALF_PARTS:
        return worded(number.first, parts[2] + 1, number.low + _HALF_PARTS[words[parts[2]]], number.form)
    return number
