"""Where sentences begin and end: at a stop before a capital, and at the end of a line."""

from __future__ import annotations

import re
from functools import cache

from figures import wordlists
from figures.figure import Span

# One character class after another: a megabyte of stops or of blanks costs the same as a megabyte of prose. A class
# comes first, since the search then skips to it at once.
_END = re.compile(r"[.!?…\n](?:(?<=\n)|[\"'”’»)\]]{0,3}[ \t\u00a0]+(?=[\"'“‘«(\[]{0,2}[A-Z0-9À-ÖØ-ÞА-Я]))")
LONGEST = 1_500  # characters; a longer run without a stop is no prose, and is cut so that reading stays linear
_WORD_BEFORE = re.compile(r"[\w.\-]*$")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"] for _, row in wordlists.packaged("abbreviations.csv"))


def find_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentences of ``text[start:end]`` in order, blanks around them left out.

    A heading or a list line is a sentence of its own, since a line end always ends one.

    >>> text = "Gen. Valery V. Gerasimov spoke in the U.S. on Monday. He left."
    >>> [text[s.start:s.end] for s in find_sentences(text)]
    ['Gen. Valery V. Gerasimov spoke in the U.S. on Monday.', 'He left.']
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for found in _END.finditer(text, start, end):
        if text[found.start()] == "." and _is_abbreviation(text, begin, found.start()):
            continue
        _append(spans, text, begin, found.end())
        begin = found.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = blank if blank > 0 else start + LONGEST
        spans.append(Span(start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append(Span(start, end))


def _is_abbreviation(text: str, begin: int, stop: int) -> bool:
    """Whether the stop at *stop* belongs to the word before it: an initial, "U.S." or a listed abbreviation."""
    found = _WORD_BEFORE.search(text, max(begin, stop - 20), stop)
    word = found.group() if found else ""
    if len(word) == 1:
        return word.isupper()
    return word.lower() in _abbreviations() or (word.count(".") >= 1 and word.replace(".", "").isupper())
