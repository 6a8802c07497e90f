"""The subject of a reporting verb: which noun phrase of the sentence says it, the surest reading first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from figures.noun_phrases import CALENDAR, phrase_words, speaker_nouns
from figures.nouns import function_words
from figures.phrases import QUOTES, continues_name, is_comma, is_weekday, phrase_start
from figures.verbs import reporting_verbs
from figures.words import Word

_FARTHEST_CLAUSE = 26  # words of an apposition or a relative clause between a subject and its verb
_JOINING = frozenset({"and", "but", "then"})
Phrase = tuple[int, int]  # half-open word positions


def find_subjects(words: list[Word], verb: int, is_known: Callable[[list[Word]], bool]) -> Iterator[Phrase]:
    """The noun phrases that may be the subject of the verb at *verb*; the first that names somebody is it.

    *is_known* tells whether words end with a name that is known for a speaker's. Nothing for a verb without a subject
    of its own, as behind a quotation.
    """
    at = _before_adverbials(words, verb - 1)
    if at >= 0 and words[at].text == ")":  # "Doctors Without Borders (MSF) said"
        at = next((k - 1 for k in range(at, -1, -1) if words[k].text == "("), -1)
    if at < 0 or words[at].text in QUOTES:
        return
    if words[at].text == ",":
        yield from _before_comma(words, at)
    elif words[at].text in ("–", "—") and (opening := _opening_dash(words, at)):  # "Ann Brown – a nurse – said"
        yield phrase_start(words, opening - 1), opening
    elif words[at].lower in ("who", "which", "that"):
        end = at - (at > 0 and words[at - 1].text == ",")
        first = phrase_start(words, end - 1) if end else 0
        if end and (is_known(words[first:end]) or _is_sayer(words, first, end - 1)):
            yield first, end
        elif end:
            yield from _before_verb(words, end - 1, is_known)
    elif words[at].lower in _JOINING:
        yield from _head_of_sentence(words, at)
    else:
        yield from _before_verb(words, at, is_known)


def _before_adverbials(words: list[Word], at: int) -> int:
    """The position before adverbs, a day, or an occasion: "the ministry on Friday in a statement said"."""
    while at >= 0:
        lower = words[at].lower
        if lower in phrase_words("adverb") or (lower.endswith("ly") and not words[at].is_capital):
            at -= 1
        elif is_weekday(lower) and at > 0:
            at -= 2 if words[at - 1].lower == "on" else 1
        elif lower in phrase_words("issued") and at > 0 and speaker_nouns().get(words[at - 1].lower) == "paper":
            at -= 1  # "a report published on Monday says"
        elif lower in phrase_words("medium") and (start := _occasion(words, at)):
            at = start - 1
        else:
            return at
    return at


def _occasion(words: list[Word], last: int) -> int:
    """Where "in a statement" or "at a news conference" begins; 0 when the noun at *last* is no occasion."""
    for at in range(last - 1, max(0, last - 4), -1):
        if words[at].lower in ("a", "an", "the", "its", "his", "her", "their") and at > 1:
            return at - 1 if words[at - 1].lower in ("in", "at", "during", "by", "on") else 0
    return 0


def _before_comma(words: list[Word], comma: int) -> Iterator[Phrase]:
    """X of "X, governor of Y, said", of "the governor of Y, X, said" and of "the governor of Y, said"."""
    opening = next((k for k in range(comma - 1, max(-1, comma - _FARTHEST_CLAUSE), -1) if is_comma(words, k)), None)
    if opening is not None and opening > 0:
        inner = words[opening + 1 : comma]
        if _is_name(inner):
            yield opening + 1, comma
        clause = next(
            (k for k in range(opening, max(0, comma - _FARTHEST_CLAUSE), -1) if _opens_clause(words, k)), None
        )
        for mark in (opening, clause):
            if mark is not None:
                end = _without_age(words, mark)
                yield phrase_start(words, end - 1), end
    start = phrase_start(words, comma - 1)
    if start == 0 or words[start - 1].text == "," or words[start - 1].lower in phrase_words("opener"):
        yield start, comma


def _opening_dash(words: list[Word], dash: int) -> int:
    """The position of the dash that opens what the one at *dash* closes; 0 without one."""
    return next((k for k in range(dash - 1, max(0, dash - 16), -1) if words[k].text == words[dash].text), 0)


def _is_name(inner: list[Word]) -> bool:
    """Whether the apposition is a name or an acronym: "the governor, Alexei Smirnov,", "the agency, INGC,"."""
    if len(inner) == 1:
        return inner[0].text.isupper() and len(inner[0].text) > 1
    small = ("bin", "al", "de", "abu", "el", "van", "von", "da", "al-din")
    return 2 <= len(inner) <= 5 and all(w.is_capital or w.text == "." or w.lower in small for w in inner)


def _opens_clause(words: list[Word], at: int) -> bool:
    """Whether a relative clause begins at a comma: "John Marsh, who lives in Hull, a port, said"."""
    return words[at].text == "," and words[at + 1].lower in ("who", "which", "whose")


def _without_age(words: list[Word], comma: int) -> int:
    """The end of the name before "…, 34, a farmer, said"."""
    if comma > 2 and words[comma - 1].text.isdigit() and words[comma - 2].text == ",":
        return comma - 2
    if comma > 3 and words[comma - 1].text == ")" and words[comma - 3].text == "(":
        return comma - 3  # "Ann Brown (34), a nurse, said"
    return comma


def _before_verb(words: list[Word], last: int, is_known: Callable[[list[Word]], bool]) -> Iterator[Phrase]:
    """The phrase right before the verb, or the one that its preposition or relative clause hangs on."""
    lower = words[last].lower
    if lower in phrase_words("pronoun_person") or lower in phrase_words("pronoun_group"):
        yield last, last + 1
        return
    first = phrase_start(words, last)
    while first < last and (words[first].lower in CALENDAR or words[first].lower in phrase_words("adverb")):
        first += 1  # "… on Monday state television said", in copy without commas
    before = words[first - 1].lower if first else ""
    hangs, does = before in phrase_words("preposition"), first > 1 and before.endswith("ing")
    relative = _relative_before(words, first)
    if hangs or does or relative is not None:
        yield from _hung(words, first, last, is_known, relative)
    else:
        yield first, last + 1


def _hung(
    words: list[Word], first: int, last: int, is_known: Callable[[list[Word]], bool], relative: int | None
) -> Iterator[Phrase]:
    """The subject where the phrase before the verb may be an object: of a preposition, a participle or a clause."""
    speaks = _is_sayer(words, first, last) or is_known(words[first : last + 1])
    if relative is not None and (head := _head_of_relative(words, first, relative, lenient=not speaks)) is not None:
        yield head
    hangs = words[first - 1].lower in phrase_words("preposition")
    if hangs and speaks:
        first = _behind_place(words, first, last, is_known)
    if hangs and words[first].lower in ("the", "a", "an") and speaker_nouns().get(words[last].lower) == "body":
        speaks = False  # "people near the police headquarters said"
    does = words[first - 1].lower.endswith("ing")
    if does and not (last > first and all(word.is_capital or word.text == "." for word in words[first : last + 1])):
        head = next(_before_preposition(words, first), None)
        if head is not None and _opens(_word_before(words, head)):
            yield head  # "The coalition supporting the government said"
            return
    if not hangs or speaks:
        yield first, last + 1
    if hangs and not speaks:
        yield from _before_preposition(words, first - 1)
    elif does and not speaks:  # "a group tracking the violence said"
        yield from _before_preposition(words, first)


def _behind_place(words: list[Word], first: int, last: int, is_known: Callable[[list[Word]], bool]) -> int:
    """Where "military sources" begins in "… from the town of Khan Touman military sources said"."""
    lower = next((k for k in range(first, last) if not words[k].is_capital), last)
    plain = all(words[k].text[0].isalpha() and not words[k].is_capital for k in range(lower, last + 1))
    is_place = first < lower < last and words[first].is_capital and not is_known(words[first:lower])
    return lower if plain and is_place else first


def _is_sayer(words: list[Word], first: int, last: int) -> bool:
    """Whether the phrase ends with a noun for those who speak, or with such a noun and a name: "governor Ali Said"."""
    if words[last].lower in phrase_words("institution"):
        return True
    while last > first and words[last].is_capital and words[last].lower not in speaker_nouns():
        last -= 1
    return words[last].lower in speaker_nouns()


def _relative_before(words: list[Word], first: int) -> int | None:
    """Where a relative clause opens before *first*, without a mark in between; None without one."""
    for at in range(first - 1, max(0, first - _FARTHEST_CLAUSE), -1):
        if words[at].text in ",;.:":
            return None
        if words[at].lower in ("who", "which"):
            return at
    return None


def _head_of_relative(words: list[Word], first: int, at: int, *, lenient: bool) -> Phrase | None:
    """The head of the sentence whose relative clause ends before the verb: "The monitor which relies on … said".

    Between "who" and a phrase that may itself be the speaker only a verb may stand: "Ali Said who heads the monitor".
    """
    start = phrase_start(words, at - 1)
    near = first - at <= 3 and words[first - 1].lower not in ("killed", "wounded", "injured")
    opens = _opens(words[start - 1] if start else None)
    return (start, at) if (lenient or near) and opens else None


def _word_before(words: list[Word], phrase: Phrase) -> Word | None:
    return words[phrase[0] - 1] if phrase[0] else None


def _opens(before: Word | None) -> bool:
    """Whether a clause may begin behind a word: a mark, an opener, a day, or the start of the sentence."""
    if before is None or before.text in QUOTES or before.text in (",", ":", "-", "–", "—", ")"):
        return True
    return before.lower in phrase_words("opener") or before.lower in CALENDAR


def _before_preposition(words: list[Word], at: int) -> Iterator[Phrase]:
    """The speakers that "in Oran" hangs on: "police in Oran", "the committees in the town of Oran"."""
    for _ in range(3):
        head = at - 1
        while head > 0 and (words[head].lower.endswith(("ing", "ed")) or words[head].lower in ("and", "led")):
            head -= 1  # "the centre for coordinating and monitoring the truce in Syria", "forces led by Turkey"
        if head < at - 1 and words[head].lower in phrase_words("preposition"):
            head -= 1
        if head < 0 or not words[head].text[0].isalpha() or words[head].lower in CALENDAR:
            return
        if words[head].lower in speaker_nouns() or words[head].lower in phrase_words("institution"):
            yield phrase_start(words, head), head + 1
            return
        at = _noun_start(words, head) - 1
        if at < 1 or not _hangs(words[at]):
            return
        at += words[at].lower.endswith("ing")


def _hangs(word: Word) -> bool:
    return word.lower in phrase_words("preposition") or word.lower.endswith("ing")


def _noun_start(words: list[Word], last: int) -> int:
    """Where a plain noun phrase begins: at its determiner or behind its preposition."""
    first = last
    while first > 0 and last - first < 6 and words[first].lower not in phrase_words("determiner"):
        left = words[first - 1]
        if not left.text[0].isalpha() or _hangs(left) or left.lower in phrase_words("stop"):
            break
        first -= 1
    return first


def _head_of_sentence(words: list[Word], conjunction: int) -> Iterator[Phrase]:
    """The subject at the head of the sentence, for the second verb of "Ukraine launched … and claimed …"."""
    start = 0
    commas = [k for k in range(min(conjunction, 9)) if is_comma(words, k)]
    if commas and words[0].lower in phrase_words("adverbial"):
        start = commas[0] + 1
    if start < len(words) and words[start].lower in ("the", "a", "an"):
        start += 1
    last = start
    while last < conjunction and words[last].is_capital and words[last].text[0].isalpha():
        if words[last].lower in phrase_words("determiner"):
            return  # "… Aleppo The Coalition …": two sentences in copy without stops
        last += 1
    if last == start:
        last = _end_of_sayer(words, start, conjunction)
    if last == start or any(words[k].text in ",;" for k in range(last, conjunction)):
        return
    if continues_name(words[last]) and not reporting_verbs().starts_at(words, last):
        return  # "Nairobi police chief Bungei denied … but confirmed": Nairobi alone is not the one who speaks
    yield start, last


def _end_of_sayer(words: list[Word], start: int, end: int) -> int:
    """Where "health ministry" ends in "The health ministry condemned the raid and said …"; *start* for no such noun."""
    noun = next((k for k in range(start, min(start + 5, end)) if words[k].lower in speaker_nouns()), None)
    if noun is None or any(not word.text[0].isalpha() for word in words[start:noun]):
        return start
    while noun + 1 < end and (words[noun + 1].lower in speaker_nouns() or words[noun + 1].is_capital):
        noun += 1
    return noun + 1


def main_subject(words: list[Word], before: int) -> Phrase | None:
    """The phrase that opens the sentence, with a finite verb behind it; None when it opens otherwise."""
    kinds = function_words()
    for at in range(1, min(before, 9)):
        verb = kinds.get(words[at].lower) == "verb" or words[at].lower in phrase_words("issued")
        if verb or reporting_verbs().starts_at(words, at):
            return (0, at) if phrase_start(words, at - 1) == 0 else None
    return None
