"""Cardinal numbers in words: ``twenty-five thousand``, ``a hundred and five``, ``two dozen``."""

from __future__ import annotations

from figures.magnitudes import LARGEST
from figures.numeral import Numeral, values, worded
from figures.tokens import Tokens


def read_cardinal(tokens: Tokens, at: int) -> Numeral | None:
    """A cardinal in words; "a" opens one before a scale ("a hundred")."""
    ones, scales = values("one"), values("scale")
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
    return worded(at, position, total + current, "words", scale=largest)


def _skip_joint(tokens: Tokens, at: int, start: int) -> tuple[int, int]:
    """Step over "and" or a glued hyphen inside a cardinal; where to go on, and how many tokens were skipped."""
    if at == start:
        return at, 0
    if tokens.words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at):
        return at + 1, 1
    if tokens.words[at] == "and" and tokens.words[at - 1] in values("scale") and tokens.words[at - 1] != "dozen":
        return (at + 1, 1) if tokens.words[at + 1] in values("one") else (at, 0)
    return at, 0


def _may_follow(previous: float, value: float) -> bool:
    """Whether a word below a hundred may follow: nothing yet, a scale, or tens before a unit."""
    return previous in (0.0, 100.0) or (20 <= previous < 100 and 0 < value < 10)
