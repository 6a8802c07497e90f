"""Whether a number is promised: "we will give 10,000 lira", "Washington will give $11.5m", "shall get Sh10,000"."""

from __future__ import annotations

import itertools
import re

from figures.indicators import Number
from figures.words import Words

_WITHIN = 90  # characters from "will" to the number
_PLEDGED = re.compile(
    r"\b(?:will|shall|[’']ll)(?: \w+){0,2}"
    r" (?:give|pay|get|receive|provide|contribute|donate|allocate|put (?:in|up|aside)|offer|grant|release|disburse"
    r"|set aside|hand (?:out|over)|be (?:paid|given))\b(?:[^.;:!?]|\.(?=\d))*$"
)


def is_pledged(text: str, start: int) -> bool:
    """Whether somebody is said to be going to give the money at *start*, without an "if"."""
    pledge = _PLEDGED.search(text, max(0, start - _WITHIN), start)
    if pledge is None or text[start - 1 : start] not in (" ", "(", "“", '"'):
        return False
    sentence = text[max(text.rfind(".", 0, pledge.start()), text.rfind("\n", 0, pledge.start())) + 1 : start]
    return re.search(r"\b(?:[Ii]f|[Uu]nless|would)\b", sentence) is None


def binds_speaker(words: Words, number: Number) -> bool:
    """Whether the speaker binds himself: "we will give 10,000 lira to each family"."""
    before = words.lowers[max(0, number.first - 5) : number.first]
    return "we'll" in before or any(pair in itertools.pairwise(before) for pair in (("we", "will"), ("i", "will")))
