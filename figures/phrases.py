"""Where a speaker's noun phrase begins and ends, and how far what is said reaches."""

from __future__ import annotations

from functools import cache

from figures import wordlists
from figures.noun_phrases import phrase_words, speaker_nouns
from figures.verbs import reporting_verbs
from figures.words import Word

QUOTES = frozenset('"“”')
_CLOSE = frozenset({".", "!", "?", "…"})


def find_subject(words: list[Word], verb: int) -> tuple[list[Word], int] | None:
    """The noun phrase before a verb and where it begins; None when the verb has none of its own ("and said")."""
    at = _skip_adverbs(words, verb - 1)
    if at < 0:
        return None
    if words[at].text == ")":  # "Doctors Without Borders (MSF) said"
        at = next((k - 1 for k in range(at, -1, -1) if words[k].text == "("), -1)
        if at < 0:
            return None
    if words[at].text == ",":
        return _before_apposition(words, at)
    if words[at].text in QUOTES and at > 0:
        return None
    if words[at].lower in ("and", "but", "who", "which", "that", "while", "then"):
        return _clause_subject(words, at)
    first = phrase_start(words, at)
    if first > 1 and words[first - 1].lower == "in" and words[first - 2].lower.endswith("ing"):
        return None  # "a correspondent working in Damascus said": the place is not the speaker
    return words[first : at + 1], first


def _skip_adverbs(words: list[Word], at: int) -> int:
    while at >= 0:
        lower = words[at].lower
        if lower in phrase_words("adverb") or (lower.endswith("ly") and not words[at].is_capital):
            at -= 1
        elif _is_weekday(lower) and at > 0:
            at -= 2 if words[at - 1].lower == "on" else 1
        else:
            return at
    return at


def _is_weekday(lower: str) -> bool:
    return lower.endswith("day") and lower[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _before_apposition(words: list[Word], comma: int) -> tuple[list[Word], int] | None:
    """X of "X, governor of Y, said", and of "the governor of Y, X, said" too."""
    opening = next((k for k in range(comma - 1, max(-1, comma - 26), -1) if words[k].text == ","), None)
    if opening is None or opening == 0:
        return None
    inner = words[opening + 1 : comma]
    if len(inner) == 1 and inner[0].text.isupper() and len(inner[0].text) > 1:
        return inner, opening + 1
    if 2 <= len(inner) <= 5 and all(
        word.is_capital or word.text == "." or word.lower in ("bin", "al", "de", "abu") for word in inner
    ):
        return inner, opening + 1
    first = phrase_start(words, opening - 1)
    return words[first:opening], first


def _clause_subject(words: list[Word], conjunction: int) -> tuple[list[Word], int] | None:
    """The subject at the head of the sentence, for the second verb of "Ukraine launched … and claimed …"."""
    start = 0
    commas = [k for k in range(min(conjunction, 9)) if words[k].text == ","]
    if commas and words[0].lower in phrase_words("adverbial"):
        start = commas[0] + 1
    if start < len(words) and words[start].lower in ("the", "a", "an"):
        start += 1
    last = start
    while last < conjunction and words[last].is_capital and words[last].text[0].isalpha():
        if words[last].lower in phrase_words("determiner"):
            return None  # "… Aleppo The Coalition …": two sentences in copy without stops
        last += 1
    if last == start or any(words[k].text in ",;" for k in range(last, conjunction)):
        return None
    if _continues_name(words[last]) and not reporting_verbs().starts_at(words, last):
        return None  # "Nairobi police chief Bungei denied … but confirmed": Nairobi alone is not the one who speaks
    return words[start:last], start


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
        if end > position and words[end - 1].is_capital and not word.is_capital and not _continues_name(word):
            break
        if (
            end > position
            and word.is_capital
            and (word.lower in phrase_words("determiner") or word.lower in phrase_words("stop"))
        ):
            break  # "… Rahman The attack …": a new sentence in copy without stops
        if word.text in QUOTES and end == position:
            position = end = end + 1
            continue
        if word.lower in ("of", "for") and end > position and _links(words, end):
            end += 1
            continue
        abbreviated = (
            word.text == "." and end > position and len(words[end - 1].text) <= 4 and words[end - 1].is_capital
        )
        if not (word.text[0].isalnum() or (abbreviated and end + 1 < len(words))) or reporting_verbs().starts_at(
            words, end
        ):
            break
        if word.lower in phrase_words("stop") or _is_weekday(word.lower):
            break
        end += 1
    return words[position:end]


def _continues_name(word: Word) -> bool:
    """Whether a word in lower case may follow a capital inside a noun phrase: "Syrian army", "TASS news agency"."""
    lower = word.lower
    known = lower in phrase_words("link") or lower in phrase_words("generic") or lower in phrase_words("adjective")
    return known or lower in _offices() or not word.text[0].isalpha()


def scope_of(words: list[Word], begins: int, first: int, last: int) -> tuple[int, int]:
    """What is said: all that follows the verb, or all that precedes it when the verb closes the sentence, or both."""
    rest = [word for word in words[last:] if word.text not in _CLOSE and word.text not in QUOTES]
    if (
        all(
            word.lower in phrase_words("after_verb") or word.is_capital or word.text[0].isdigit() or word.text == ","
            for word in rest
        )
        and len(rest) <= 8
    ):
        return 0, first
    after_comma = begins > 0 and words[begins - 1].text == ","
    if after_comma and rest and _is_adverbial(rest):
        return 0, first
    if after_comma and _pauses(words, last):
        return 0, len(words)
    parenthesis = last < len(words) and words[last].text == "," and begins > 0 and words[begins - 1].text == ","
    quoted_before = begins > 1 and (
        words[begins - 1].text in QUOTES or (words[begins - 1].text == "," and words[begins - 2].text in QUOTES)
    )
    if parenthesis or quoted_before:
        return 0, len(words)
    # Copy that lost its commas: "… were injured local authorities said stressing that …".
    if begins >= 5 and words[begins - 1].text[0].isalnum() and words[begins - 1].lower not in phrase_words("opener"):
        return 0, len(words)
    return last, next((k for k in range(last, len(words)) if _ends_speech(words, k)), len(words))


def _ends_speech(words: list[Word], at: int) -> bool:
    """Whether another begins to speak at a mark or word: "while", or a semicolon without "that" or "and" behind it."""
    if words[at].text != ";":
        return words[at].lower in ("while", "whereas")
    return at + 1 < len(words) and words[at + 1].lower not in ("that", "and") and not words[at + 1].text[0].isdigit()


def _is_adverbial(rest: list[Word]) -> bool:
    """Whether what follows the verb only says where or when: "OCHA said in its fortnightly report"."""
    first = rest[0].lower in phrase_words("adverbial") or _is_weekday(rest[0].lower)
    return first and len(rest) <= 9 and not any(word.lower == "that" or word.text == "," for word in rest)


def _pauses(words: list[Word], last: int) -> bool:
    """Whether only a time stands between the verb and the next comma: "television reported on Monday, while …"."""
    for word in words[last : last + 6]:
        if word.text == ",":
            return True
        if not (word.lower in phrase_words("after_verb") or word.text[0].isdigit() or word.is_capital):
            return False
    return False


def clause_around(words: list[Word], cue: int) -> tuple[int, int]:
    """The clause that "according to" speaks for: its sentence, up to a semicolon."""
    start = max((k + 1 for k in range(cue) if words[k].text == ";"), default=0)
    end = min((k for k in range(cue, len(words)) if words[k].text == ";"), default=len(words))
    return start, end
