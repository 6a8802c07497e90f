"""Where a speaker's noun phrase begins and ends."""

from __future__ import annotations

from functools import cache

from figures import wordlists
from figures.noun_phrases import phrase_words, speaker_nouns
from figures.verbs import reporting_verbs
from figures.words import Word

QUOTES = frozenset('"“”')


def is_comma(words: list[Word], at: int) -> bool:
    """Whether a comma parts words there, and not the digits of "1,200"."""
    if words[at].text != ",":
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is None or behind.start > words[at].end or not behind.text[0].isdigit()


def is_weekday(lower: str) -> bool:
    """Whether a word is a day of the week, long or short."""
    return lower.endswith("day") and lower[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def phrase_start(words: list[Word], last: int) -> int:
    """Where the noun phrase that ends at *last* begins: at its determiner, or after what cannot be in it."""
    first = last
    while first > 0:
        left, here = words[first - 1], words[first]
        if here.lower in phrase_words("determiner"):
            if not _links(words, first - 1):
                break
            first -= 2
        elif left.lower in phrase_words("link") and _links(words, first - 1):
            first -= 2
        elif left.text == "." and first > 1 and words[first - 2].is_capital and len(words[first - 2].text) <= 4:
            first -= 1
        elif left.lower == "and" and (begins := _portfolio(words, first)) is not None:
            first = begins
        elif left.lower in phrase_words("counted") or (left.lower.endswith("ing") and not _is_body_adjective(left)):
            break  # "… killing four civilians residents said": copy without commas
        elif (
            not left.text[0].isalnum()
            or left.lower in phrase_words("stop")
            or left.text[0].isdigit()
            or last - first > 12
        ):
            break
        else:
            first -= 1
    return first


def _portfolio(words: list[Word], second: int) -> int | None:
    """Where "Ministry of Disaster Management" begins when "and Relief", at *second*, belongs to it; else None."""
    at = second - 2
    while at > 1 and second - at < 8 and words[at].is_capital and words[second].is_capital:
        if words[at - 1].lower == "of" and words[at - 2].lower in ("ministry", "department", "ministries"):
            return at - 2
        at -= 1
    return None


def _is_body_adjective(word: Word) -> bool:
    """Whether a word in -ing is a noun or part of a name: "monitoring group", "Beijing"."""
    return word.is_capital or word.lower in phrase_words("body_ing")


def _links(words: list[Word], link: int) -> bool:
    """Whether the preposition at *link* joins two parts of one office: "head of the agency", "Ministry of Defence"."""
    if link < 1 or words[link].lower not in phrase_words("link"):
        return False
    before = words[link - 1]
    if words[link].lower in ("of", "for"):
        return before.is_capital or before.lower in _offices()
    return before.lower in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(
        {word.split(" ")[-1] for word in (row["word"] for _, row in wordlists.packaged("speaker_nouns.csv"))}
        | {"head", "member", "members"}
    )


def phrase_after(words: list[Word], position: int) -> list[Word]:
    """The noun phrase that begins at *position*, up to a mark, a verb or a word that cannot be in it."""
    end = position
    while end < len(words) and end - position < 14:
        word = words[end]
        if end > position and word.is_capital and speaker_nouns().get(words[end - 1].lower) == "paper":
            break  # "according to the bulletin Jabhat al-Nusra …": the next clause, in copy without commas
        if end > position and words[end - 1].is_capital and not word.is_capital and not continues_name(word):
            office = _office_before_name(words, end)
            if not office:
                break
            end = office
            continue
        if (
            end > position
            and word.is_capital
            and (word.lower in phrase_words("determiner") or word.lower in phrase_words("stop"))
        ):
            break  # "… Rahman The attack …": a new sentence in copy without stops
        if word.text in QUOTES and end == position:
            position = end = end + 1
            continue
        if word.lower in phrase_words("link") and word.lower != "with" and end > position and _links(words, end):
            end += 1
            continue
        if end > position and (_counts(words, end) or _is_participle(words, end)):
            break  # "according to the reporter more than 35 people …", in copy without commas
        abbreviated = (
            word.text == "." and end > position and len(words[end - 1].text) <= 4 and words[end - 1].is_capital
        )
        if not (word.text[0].isalnum() or (abbreviated and end + 1 < len(words))) or reporting_verbs().starts_at(
            words, end
        ):
            break
        if word.lower in phrase_words("stop") or is_weekday(word.lower):
            break
        end += 1
    return words[position:end]


def _is_participle(words: list[Word], at: int) -> bool:
    """Whether "compiled" stands behind "figures"."""
    return words[at].lower.endswith("ed") and speaker_nouns().get(words[at - 1].lower) == "paper"


def _counts(words: list[Word], at: int) -> bool:
    """Whether a number or a new noun phrase begins, right behind another."""
    word, before = words[at], words[at - 1].lower
    begins = word.lower in phrase_words("determiner") and before not in phrase_words("link") and before != "and"
    return begins or word.text[0].isdigit() or word.lower in phrase_words("counted")


def _office_before_name(words: list[Word], at: int) -> int:
    """Where the name begins in "Idukki district collector H Dinesh", from "district" on; 0 without such a noun."""
    for end in range(at, min(at + 4, len(words) - 1)):
        word = words[end]
        if word.is_capital or word.lower in phrase_words("stop") or not word.text[0].isalpha():
            return 0
        if word.lower in speaker_nouns() and words[end + 1].is_capital:
            return end + 1
    return 0


def continues_name(word: Word) -> bool:
    """Whether a word in lower case may follow a capital inside a noun phrase: "Syrian army", "TASS news agency"."""
    lower = word.lower
    known = lower in phrase_words("link") or lower in phrase_words("generic") or lower in phrase_words("adjective")
    return known or lower in _offices() or not word.text[0].isalpha()
