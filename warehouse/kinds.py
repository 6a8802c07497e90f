"""The words by which one happening is told from another: its kind, and what is rare enough to mean just this one.

The lists are ``figures/lexicon/event_kinds.csv`` and ``event_stopwords.csv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from figures import wordlists
from figures.names import packaged_names

ONGOING = "ongoing"  # no happening: a count over a war, a year or several places
_WORD = re.compile(r"[^\W\d_]{4,}")
GENERAL = "attack"  # a happening of which no word says what it was


@lru_cache(maxsize=4096)  # a sentence is asked of several tolls
def kind_of(sentence: str) -> str | None:
    """The kind of happening that the words tell of, the first of ``event_kinds.csv``; None where they tell of none.

    >>> kind_of("A suicide car bomb killed 12 at a bakery")
    'suicide bombing'
    """
    text = " " + re.sub(r"\s+", " ", sentence.lower())
    return next((kind for kind, pattern in _kinds() if pattern.search(text)), None)


def most_special(kinds: set[str]) -> str | None:
    """The kind that says most: the first of the list.

    >>> most_special({"blast", "car bombing"})
    'car bombing'
    """
    return next((kind for kind, _ in _kinds() if kind in kinds), GENERAL if GENERAL in kinds else None)


def are_near(one: str, other: str) -> bool:
    """Whether two reports of one happening may call it so.

    >>> are_near("blast", "car bombing"), are_near("flood", "car bombing")
    (True, False)
    """
    return one == other or other in _near().get(one, ()) or one in _near().get(other, ())


def is_rare(kind: str) -> bool:
    """Whether one place seldom sees two of the kind on one day."""
    return kind in _rare()


def is_rival(sentence: str) -> bool:
    """Whether the sentence sets its toll against another one (``rival_tolls.csv``).

    >>> is_rival("Activists gave a higher toll of 23"), is_rival("The blast killed 23")
    (True, False)
    """
    return any(pattern.search(sentence.lower()) for pattern in _rivals())


def key_of(word: str) -> str:
    """By what a word is known in another spelling or form: its consonants, of the first six letters.

    >>> key_of("maghayir") == key_of("maghayer"), key_of("detonated") == key_of("detonate")
    (True, True)
    """
    stem = word[:6].rstrip("s")
    bare = re.sub(r"(.)\1+", r"\1", stem[0] + re.sub(r"[aeiouy]", "", stem[1:]))
    return bare if len(bare) > 2 else stem


def rare_words(text: str) -> frozenset[str]:
    """The words that can tell one event from another, in small letters: none that tell its kind or a region.

    >>> sorted(rare_words("At least 16 people were killed in an air strike on a bakery in Kharkiv"))
    ['bakery']
    """
    words = _WORD.findall(text.lower())
    return frozenset(word for word in words if not _is_common(word))


@cache
def _is_common(word: str) -> bool:
    return word in _stopwords() or word in _regions() or kind_of(word) is not None


@cache
def _rivals() -> tuple[re.Pattern[str], ...]:
    rows = [row for _, row in wordlists.packaged("rival_tolls.csv")]
    either = [{name: "|".join(map(re.escape, row[name].split("|"))) for name in ("first", "then")} for row in rows]
    return tuple(re.compile(rf"\b(?:{row['first']})\b[^.;]{{0,40}}\b(?:{row['then']})\b") for row in either)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(row for _, row in wordlists.packaged("event_kinds.csv"))


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["kind"], re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, row['words'].split('|')))})")) for row in _rows()
    )


@cache
def _near() -> dict[str, tuple[str, ...]]:
    return {row["kind"]: tuple(row["near"].split("|")) for row in _rows() if row["near"]}


@cache
def _rare() -> frozenset[str]:
    return frozenset(row["kind"] for row in _rows() if row["rare"] == "yes")


@cache
def _regions() -> frozenset[str]:
    """The words of the names of countries and regions: reports of quite different events in one of them name it."""
    wide = (place for place in packaged_names().places.values() if place.kind in ("country", "region", "territory"))
    return frozenset(
        word for place in wide for name in (place.name, *place.aliases) for word in _WORD.findall(name.lower())
    )


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(row["word"] for _, row in wordlists.packaged("event_stopwords.csv"))
