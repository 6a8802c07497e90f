"""Where a text prints a name or a word: a plain search, and patterns of what stands beside that serve for all words.

A pattern made for one name costs more to compile than an article costs to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_EDGE = re.compile(r"\b")
FARTHEST = 150  # characters in front of a name that belong to it: titles, given names


def lowered(text: str) -> str:
    """*text* in small letters, as long as it is: offsets into the one are offsets into the other."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join([letter.lower()[0] for letter in text])  # İ has two


def printed_at(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Offsets in ``text[start:end]`` at which *words* stand as printed, cut out of no longer word.

    >>> list(printed_at("Ali, Alia and Ali", "Ali", 0, 17))
    [0, 14]
    """
    at = text.find(words, start, end)
    while at >= 0:
        if _EDGE.match(text, at) and _EDGE.match(text, at + len(words)):
            yield at
        at = text.find(words, at + 1, end)


def is_printed(text: str, words: str) -> bool:
    """Whether *words* stand anywhere in *text* as printed, cut out of no longer word."""
    return next(printed_at(text, words, 0, len(text)), None) is not None


def in_front(before: re.Pattern[str], text: str, offsets: Iterable[int]) -> Iterator[re.Match[str]]:
    """What *before*, a pattern that ends in ``$``, finds right in front of each of *offsets*; no two share a word."""
    free = 0
    for at in offsets:
        found = before.search(text, max(free, at - FARTHEST), at)
        if found is not None:
            yield found
            free = at + 1
