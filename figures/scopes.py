"""How far somebody's words reach in a sentence: after "X said", before ", X said", or around it.

Copy that lost its commas is read too ("… were injured local authorities said stressing that …").
"""

from __future__ import annotations

from figures.noun_phrases import CALENDAR, phrase_words
from figures.nouns import function_words
from figures.phrases import QUOTES, is_comma
from figures.words import Word

_CLAUSAL = ("verb", "harmed", "harming")
_CLOSE = frozenset({".", "!", "?", "…", ")"})
LOST_COMMA = 5  # words before a speaker, from which on they are said by him although no comma parts them


def scope_of(words: list[Word], begins: int, first: int, last: int) -> tuple[int, int]:
    """What is said by the subject that begins at *begins*, with its verb at *first* to *last*: half-open positions.

    All that follows the verb when the speaker opens the clause; all that precedes it when nothing but a time or an
    occasion follows; both when the speaker stands between two parts of what he says.
    """
    tail = _after_occasion(words, last)
    if begins > 0 and (tail >= len(words) or words[last].lower in ("and", "but")):
        return 0, first
    behind = _is_behind(words, begins)
    end = _speech_end(words, last, behind=behind)
    if begins > 0 and words[begins - 1].lower in phrase_words("relative"):  # "some of whom officials said were …"
        return last, next((k for k in range(last, end) if is_comma(words, k)), end)
    if not behind:
        return last, end
    if words[tail].lower == "that":
        return last, end
    marked = not words[begins - 1].text[0].isalnum()
    if not _is_quoted(words, begins) and _is_opening(words, begins):
        return last, end
    told = words[last].lower not in phrase_words("determiner")
    if marked and told and tail > last and words[tail].text != ",":  # "…, it said in a statement on the Telegram app"
        tail = next((k for k in range(tail, len(words)) if is_comma(words, k)), len(words))
        if tail == len(words):
            return 0, first
    if words[tail].text == ";" or (words[tail].text == "," and _is_new_clause(words, tail + 1)):
        return 0, tail
    return 0, end


def clause_around(words: list[Word], cue: int) -> tuple[int, int]:
    """The clause that "according to" speaks for: its sentence, up to a semicolon or ", but"."""
    start = max((k + 1 for k in range(cue) if _ends_clause(words, k)), default=0)
    end = min((k for k in range(cue, len(words)) if _ends_clause(words, k)), default=len(words))
    return start, end


def _ends_clause(words: list[Word], at: int) -> bool:
    return words[at].text == ";" or _is_but(words, at) or _is_contrast(words, at)


def _is_contrast(words: list[Word], at: int) -> bool:
    """Whether a comma and "while" or "though" open a clause of its own: "…, though doctors there have counted 40"."""
    return at > 0 and words[at - 1].text == "," and words[at].lower in ("while", "whereas", "though", "although")


def _is_but(words: list[Word], at: int) -> bool:
    return words[at].lower == "but" and at > 0 and words[at - 1].text == ","


def _is_quoted(words: list[Word], begins: int) -> bool:
    """Whether a quotation ends right before the speaker."""
    return any(word.text in QUOTES for word in words[max(0, begins - 2) : begins])


def _is_behind(words: list[Word], begins: int) -> bool:
    """Whether the speaker stands behind something that he may have said: after a mark, or after words without one."""
    if begins == 0:
        return False
    before = words[begins - 1]
    if before.text in QUOTES or before.text in (",", "-", "–", "—"):
        return True
    return begins >= LOST_COMMA and before.text[0].isalnum() and before.lower not in phrase_words("opener")


def _is_opening(words: list[Word], begins: int) -> bool:
    """Whether what precedes the speaker only says when, where or on what occasion: "On Friday, the mayor said …"."""
    first = words[0].lower
    opens = first in phrase_words("adverbial") or first in CALENDAR or first in phrase_words("occasion")
    counts = words[1].text[0].isdigit() or words[1].lower in ("least", "most")  # "at least 25 people …, officials said"
    verbs = any(function_words().get(word.lower) in _CLAUSAL for word in words[1:begins])
    return opens and not counts and not verbs and not any(is_comma(words, k) for k in range(begins - 1))


def _is_new_clause(words: list[Word], at: int) -> bool:
    """Whether the writer goes on in words of his own: "…, police said, as rescuers searched …"."""
    if at >= len(words) or words[at].lower not in phrase_words("aside"):
        return False
    return words[at].lower not in ("while", "whereas") or not _goes_on(words, at + 1)


def _speech_end(words: list[Word], last: int, *, behind: bool) -> int:
    """Where what follows the verb at *last* ends: at a semicolon, "while", ", but" or ", as"."""
    reported = any(word.lower == "that" for word in words[last : last + 4])
    denies = words[last - 1].lower in phrase_words("denying")
    thing = last < len(words) and words[last].lower in phrase_words("determiner") and not reported
    for at in range(last, len(words)):
        lower = words[at].lower
        if lower in ("while", "whereas") and not ((reported or behind) and _goes_on(words, at + 1)):
            return at
        if words[at].text == ";" and not _goes_on(words, at + 1):
            return at
        if _is_but(words, at) and not reported:
            return at
        if denies and lower in ("which", "who", "whom"):
            return at  # "denied that it took part in the raid in which 18 trucks were burnt"
        if lower == "as" and (thing or words[at - 1].text == ",") and not _is_comparing(words, at):
            return at
    return len(words)


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether the same report goes on behind a mark or "while": with "that", "and", a number, or a number's noun."""
    if at >= len(words):
        return False
    at += words[at].lower == "while" and at + 1 < len(words)
    first, second = words[at].lower, words[at + 1].lower if at + 1 < len(words) else ""
    if first in ("that", "and") or words[at].text[0].isdigit() or words[at].text == "(" or first in ("another", "some"):
        return True
    return first == "the" and second in ("number", "toll", "death", "rest", "total")


def _is_comparing(words: list[Word], at: int) -> bool:
    """Whether "as" opens no clause: "as many as", "as well as", "as of Monday", "gave the dead as over 600"."""
    if at + 1 >= len(words):
        return True
    return words[at + 1].text[0].isdigit() or words[at + 1].lower in phrase_words("behind_as")


def _after_occasion(words: list[Word], last: int) -> int:
    """The position behind hearer, time, place and medium: "told AFP by phone", "said on Monday in a statement"."""
    at = last
    while at < len(words):
        word = words[at]
        if (
            word.lower in phrase_words("after_verb")
            or word.text in _CLOSE
            or word.text in QUOTES
            or (word.is_capital and word.text[0].isalpha())
            or (word.text[0].isdigit() and at + 1 < len(words) and words[at + 1].is_capital)
        ):
            at += 1
        else:
            break
    return at
