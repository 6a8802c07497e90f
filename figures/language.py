"""Which language a text is in, as far as its script and its function words tell.

Only English is read. The test errs on the side of reading: a text counts as foreign only when
another language's words clearly outnumber the English ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import chain

from figures import wordlists

SAMPLE = 5_000  # characters: enough to tell, cheap for a long text
FEWEST_LETTERS = 20
FEWEST_WORDS = 6
WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str | None:
    """The language, or the script, of a text that is not English; None for English and for too little text to tell.

    >>> foreign_language("Die Flut hat nach Angaben der Behörden das Dorf und auch die Stadt mit sich gerissen.")
    'German'
    >>> foreign_language("At least 12 people were killed in the flood, the mayor said.") is None
    True
    """
    sample = text[:SAMPLE]
    return _foreign_script(sample) or _foreign_words(sample)


def _foreign_script(sample: str) -> str | None:
    """The script of most letters where that is not the Latin one: "Cyrillic script"."""
    foreign = [letter for letter in sample if letter > "\x7f" and letter.isalpha()]
    if len(foreign) < FEWEST_LETTERS:
        return None
    scripts = Counter(map(_script, foreign))
    scripts["LATIN"] += sum(letter.isascii() and letter.isalpha() for letter in sample)
    script, letters = scripts.most_common(1)[0]
    return None if script == "LATIN" or 2 * letters < scripts.total() else f"{script.capitalize()} script"


def _foreign_words(sample: str) -> str | None:
    known = _languages()
    found = [languages for word in WORD.findall(sample.lower()) if (languages := known.get(word)) is not None]
    counts = Counter(chain.from_iterable(found))
    english = counts.pop("English", 0)
    if not counts:
        return None
    language, words = counts.most_common(1)[0]
    return language if words >= FEWEST_WORDS and words > 2 * english else None


@cache
def _script(letter: str) -> str:
    """The first word of the letter's Unicode name, which names its script."""
    return unicodedata.name(letter, "UNKNOWN").split()[0]


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """For each function word the languages that use it."""
    found: dict[str, tuple[str, ...]] = {}
    for _, row in wordlists.packaged("function_words.csv"):
        for word in row["words"].split("|"):
            found[word] = (*found.get(word, ()), row["language"])
    return found
