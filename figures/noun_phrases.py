"""The shape of a speaker's noun phrase: its head, the office or seat in it, the name at its end."""

from __future__ import annotations

from functools import cache

from figures import wordlists
from figures.words import Found, Word

CALENDAR = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "sun", "mon", "tue", "wed", "thu", "fri", "sat"),
    }
)


@cache
def phrase_words(role: str) -> frozenset[str]:
    """Words of ``phrase_words.csv`` with that *role*."""
    return frozenset(row["word"] for _, row in wordlists.packaged("phrase_words.csv") if row["role"] == role)


@cache
def speaker_nouns() -> dict[str, str]:
    """Nouns of those who speak, with their kind."""
    return {row["word"]: row["kind"] for _, row in wordlists.packaged("speaker_nouns.csv")}


def without_determiner(words: list[Word]) -> list[Word]:
    """The phrase from its first word that is no article, small word or opening mark."""
    while words and (
        words[0].lower in phrase_words("determiner")
        or words[0].lower in phrase_words("stop")
        or words[0].text in '"“”(,'
    ):
        words = words[1:]
    return words


def head_of(words: list[Word]) -> tuple[str, int] | None:
    """Kind and number of words of the speaking noun that ends the phrase, or that stands before its "of"."""
    nouns = speaker_nouns()
    for size in (2, 1):
        if len(words) >= size:
            kind = nouns.get(" ".join(word.lower for word in words[-size:]))
            if kind is not None:
                return kind, size
    return None


def seat_of(words: list[Word]) -> int:
    """How many words stand before the place of a body: 2 in "General Staff in Kyiv"; 0 without one."""
    for k in range(1, len(words) - 1):
        body = speaker_nouns().get(words[k - 1].lower) == "body" or words[k - 1].lower in phrase_words("institution")
        if words[k].lower in ("in", "at", "from") and body:
            return k
    return 0


def office_of(words: list[Word]) -> int:
    """How many words stand before the "of", "at" or "for" that follows a speaking noun; 0 without one."""
    nouns = speaker_nouns()
    for k in range(1, len(words) - 1):
        if words[k].lower in phrase_words("link") and nouns.get(words[k - 1].lower) in ("title", "people"):
            return k
    return 0


def is_institution(words: list[Word]) -> bool:
    """Whether a word of the phrase makes it the name of a body: "agency", "network"."""
    return any(word.lower in phrase_words("institution") for word in words)


def text_of(words: list[Word]) -> str:
    """The words as printed, with single blanks and straight apostrophes."""
    out = ""
    for position, word in enumerate(words):
        out += word.text if position == 0 or word.start == words[position - 1].end else " " + word.text
    return out.replace("’", "'")


def full_name_behind(words: list[Word]) -> list[Word]:
    """The name at the end of "head of the regional administration Oleh Syniehubov"; none behind a preposition."""
    first = len(words)
    while first > 1 and words[first - 1].is_capital:
        first -= 1
    before = words[first - 1].lower
    plain = before.isalpha() and before not in phrase_words("stop") and before not in phrase_words("determiner")
    return words[first:] if plain and 2 <= len(words) - first <= 3 else []


def is_rest_of_name(words: list[Word], country: Found[tuple[str, str]]) -> bool:
    """Whether a country only ends a body's name: "Geological Survey of India", but not "Government of India"."""
    if country.first < 3 or words[country.first - 1].lower != "of":
        return False
    head, before = words[country.first - 2], words[country.first - 3]
    plain = head.lower in ("government", "republic", "state") or head.lower in phrase_words("honorific")
    joined = before.is_capital or before.lower == "of"
    return head.is_capital and joined and not plain and head.lower not in speaker_nouns()
