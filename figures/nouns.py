"""What a number counts: the noun phrase behind it, its singular, and the unit that such things are counted in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from figures import wordlists
from figures.cues import cues
from figures.numeral import number_words
from figures.tokens import Tokens

_PARTICIPLES = ("participle", "harmed")
LONGEST = 6  # words of a noun phrase; a longer one has run into the next clause
_SAME_PLURAL = cues("same_plural")
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|'s|s')$")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"))


class NounPhrase(NamedTuple):
    """Half-open token positions *first* to *last*; *head* is where its last noun is; *unit* as in ``counted.csv``."""

    first: int
    last: int
    head: int
    unit: str

    def printed(self, tokens: Tokens) -> str:
        """The phrase as it stands in the text."""
        return tokens.text[tokens.starts[self.first] : tokens.ends[self.last - 1]]

    def name(self, tokens: Tokens) -> str:
        """The phrase with its head in the singular: ``first-team player``."""
        raw, head = tokens.raw[self.head], singular_of(tokens.words[self.head])
        before = tokens.text[tokens.starts[self.first] : tokens.starts[self.head]]
        if raw.lower().startswith(head):
            return before + raw[: len(head)]
        return before + (head.capitalize() if raw[0].isupper() else head)


@cache
def function_words() -> dict[str, str]:
    """Words that end a noun phrase, to their kind; participles ("killed") are among them."""
    return {
        word: row["kind"]
        for _, row in wordlists.packaged("grammar.csv")
        if row["kind"] != "harming"
        for word in row["words"].split()
    }


@cache
def harming() -> frozenset[str]:
    """Verbs whose object is persons: "injuring 19"."""
    rows = [row for _, row in wordlists.packaged("grammar.csv") if row["kind"] == "harming"]
    return frozenset(word for row in rows for word in row["words"].split())


@cache
def counted() -> dict[str, str]:
    """Singular and plural nouns of ``counted.csv`` to the unit that they are counted in."""
    found: dict[str, str] = {}
    for _, row in wordlists.packaged("counted.csv"):
        for noun in row["nouns"].split():
            singular, _, plural = noun.partition("/")
            for form in (singular, plural or plural_of(singular)):
                found.setdefault(form, row["unit"])
    return found


@cache
def _irregular() -> dict[str, str]:
    pairs = _listed_plurals()
    for _, row in wordlists.packaged("counted.csv"):
        pairs |= {
            plural: singular for singular, _, plural in (n.partition("/") for n in row["nouns"].split()) if plural
        }
    return pairs


def _listed_plurals() -> dict[str, str]:
    """Plurals of ``plurals.csv`` to their singulars; a noun that is its own singular is left out."""
    found: dict[str, str] = {}
    for _, row in wordlists.packaged("plurals.csv"):
        for noun in row["nouns"].split():
            if row["rule"] == "pair":
                singular, _, plural = noun.partition("/")
                found[plural] = singular
            elif row["rule"] != "same":
                cut, ending = _CUTS[row["rule"]]
                found[noun] = noun[:-cut] + ending
    return found


_CUTS = {"es": (2, ""), "s": (1, ""), "f": (3, "f"), "fe": (3, "fe"), "is": (2, "is")}


@cache
def _unchanged() -> frozenset[str]:
    """Nouns in -s, and collective ones, that are their own singular."""
    rows = [row for _, row in wordlists.packaged("plurals.csv") if row["rule"] == "same"]
    return frozenset(noun for row in rows for noun in row["nouns"].split())


def plural_of(noun: str) -> str:
    """The regular plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


@cache
def singular_of(noun: str) -> str:
    """The singular of a noun in lower case; what is no plural comes back unchanged.

    >>> singular_of("tenancies"), singular_of("houses"), singular_of("men"), singular_of("gas")
    ('tenancy', 'house', 'man', 'gas')
    """
    if noun in _irregular():
        return _irregular()[noun]
    if noun in _unchanged():
        return noun
    if noun.endswith("children"):
        return noun[:-3]
    if noun.endswith("men") and len(noun) > 5 and noun not in _NO_MEN:
        return noun[:-2] + "an"
    for ending, replacement in _ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun[: -len(ending)] + replacement
    return noun[:-1] if is_plural(noun) and noun not in _SAME_PLURAL else noun


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in _SAME_PLURAL or word in _irregular() or word.endswith("children"):
        return True
    if word in _unchanged() or word in _NO_MEN:
        return False
    if len(word) > 5 and word.endswith("men"):
        return True
    if not word.endswith("s") or len(word) < 3:
        return False
    return word not in _SHORT_S if len(word) == 3 else not _NO_PLURAL.search(word)


_NO_MEN = cues("no_men")
_SHORT_S = cues("short_s")
_POSTPOSED = cues("postposed")


def find_noun_phrase(tokens: Tokens, at: int, *, single: bool) -> NounPhrase | None:
    """The noun phrase that starts at token *at*: up to its first plural, or the last word before the clause goes on.

    *single* says that the number before it is one, so that no plural is awaited ("one solution"). None without a noun.
    """
    ends = function_words()
    position, words = at, 0
    while words < LONGEST and tokens.kinds[position] == "word":
        if _is_end(tokens, position, ends, words):
            if not words or single or not _joins_modifiers(tokens, position):
                break
            position += 1  # rebel and regime fighters
        position = _word_end(tokens, position)
        words += 1
        word = tokens.words[position - 1]
        if is_possessive(tokens, position - 1):
            return find_noun_phrase(tokens, position, single=single) if words <= _OWNER else None
        if is_plural(word):
            return _phrase(tokens, at, _more_plurals(tokens, position))
    if not single and not _is_compound(tokens, at, position):
        return None
    return _phrase(tokens, at, position)


_OWNER = 3  # words that may name it: "half of the Syrian government's income"


def _phrase(tokens: Tokens, at: int, position: int) -> NounPhrase | None:
    """The phrase of these words; None without any, and for "first" and its like, behind which a number stands."""
    if position == at + 1 and tokens.words[at] in _ORDINALS and tokens.words[position] in number_words():
        return None
    if position == at + 2 and tokens.words[at] in _WHEN and tokens.words[at + 1] in _TIMES:
        return None  # fell to 477 last week
    return None if position == at else NounPhrase(at, position, position - 1, unit_of_noun(tokens.words[position - 1]))


_ORDINALS = cues("before_numbers")
_WHEN, _TIMES = cues("when"), cues("times_of_year")


def is_possessive(tokens: Tokens, at: int) -> bool:
    """Whether the word owns the next, also without its apostrophe: "the country's banks", "Syrias population"."""
    word, raw = tokens.words[at], tokens.raw[at]
    if word.endswith("'s") or _LOST_APOSTROPHE.search(word):
        return True
    after, behind_of = tokens.words[at + 1], "of" in (tokens.words[at - 1], tokens.words[at - 2])
    if not (behind_of and raw[:1].isupper() and not raw.isupper() and word.endswith("s") and _is_word(tokens, at + 1)):
        return False
    people = singular_of(word) in counted() or _PEOPLE.search(word)
    return not people and tokens.raw[at + 1].islower() and after not in function_words() and not after.endswith("ed")


_LOST_APOSTROPHE = re.compile(r"[^aeiou\W]ys$")
_PEOPLE = re.compile(r"(?:an|er|ist|or|at|ic|ant|ent|ite|i|ss|u|o)s$")


def _joins_modifiers(tokens: Tokens, at: int) -> bool:
    """Whether an "and" joins two words that describe the same plural: "small and medium enterprises"."""
    if tokens.words[at] not in ("and", "or", "&"):
        return False
    for position in range(at + 1, at + 4):
        if not _is_word(tokens, position) or tokens.words[position] in function_words():
            return False
        if is_plural(tokens.words[position]):
            return position > at + 1
    return False


def _is_compound(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a phrase without a plural is one, as in "11 member trade agreement", and not the start of a clause."""
    words = [tokens.words[position] for position in range(at, end)]
    if end - at > LONGEST or not words or words[-1].endswith(("ing", "ed")):
        return False
    if len(words) == 1 and (words[0] in _POSTPOSED or tokens.raw[at].isupper()):
        return words[0] not in _POSTPOSED and tokens.kinds[end] != "word"  # 0.5 WAR
    return all(tokens.raw[position].islower() or not tokens.raw[position].isalpha() for position in range(at, end))


def unit_of_noun(word: str) -> str:
    """The unit of things of this name, '' for things without one; *word* in lower case, either number."""
    return counted().get(word, "")


def _is_end(tokens: Tokens, at: int, ends: dict[str, str], words: int) -> bool:
    """Whether the word at *at* ends the phrase: a function word, a number, a participle behind its first word."""
    word = tokens.words[at]
    if _is_joined(tokens, at) and word not in _NEVER_JOINED:
        return False  # all-terrain, long-range, well-known
    if word in number_words() or (words and word in _COMPARING):
        return True
    kind = ends.get(word)
    if kind in _PARTICIPLES:
        return tokens.kinds[at + 1] != "word" or ends.get(tokens.words[at + 1], "participle") not in _PARTICIPLES
    if kind == "adverb" and words == 0 and _is_word(tokens, at + 1) and tokens.words[at + 1] not in ends:
        return False  # 12 straight wins
    if kind is not None or word in harming():
        return True
    if words and word.endswith("ed") and ends.get(tokens.words[at + 1]) == "determiner":
        return True  # an 11 member trade agreement dubbed the TPP-11
    if not word.endswith("ly") or len(word) < 5 or word in _NOUNS_IN_LY:
        return False
    return words > 0 or not _is_word(tokens, at + 1) or ends.get(tokens.words[at + 1], "harmed") not in _PARTICIPLES


_NOUNS_IN_LY = ("family", "assembly", "elderly", "butterfly", "monopoly")


def _word_end(tokens: Tokens, at: int) -> int:
    """Where the word at *at* ends, with what hyphens join to it ("first-team")."""
    at += 1
    while tokens.words[at] in ("-", "‑") and tokens.glued(at - 1) and tokens.glued(at):
        named = tokens.kinds[at + 1] == "number" and tokens.raw[at - 1].isupper()  # COVID-19 vaccines
        if not named and not _is_word(tokens, at + 1):
            break
        at += 2
    return at


_COMPARING = frozenset(("more", "fewer", "less", "least"))  # than the number that follows
_NEVER_JOINED = cues("never_joined")


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins the word at *at* to the next."""
    return tokens.words[at + 1] in ("-", "‑") and tokens.glued(at) and tokens.glued(at + 1) and _is_word(tokens, at + 2)


def _is_word(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == "word" and tokens.words[at] not in number_words()


def _more_plurals(tokens: Tokens, at: int) -> int:
    """Past a second plural ("sales offices"), and past the noun behind a plural that only ever describes one.

    In copy that lost its commas two persons in a row are a list ("soldiers guards"), unless the first has no plural.
    """
    before, word = tokens.words[at - 1], tokens.words[at]
    if tokens.kinds[at] != "word" or word in function_words() or not tokens.raw[at].islower() or word in harming():
        return at
    if before in counted() and before not in _SAME_PLURAL:
        return at
    describes = before in _DESCRIBING
    if is_plural(word) and word not in _SAME_PLURAL and describes:
        return at + 1
    after = tokens.words[at + 1]
    if describes and is_plural(after) and tokens.kinds[at + 1] == "word" and after not in function_words():
        return at + 2
    return at


_DESCRIBING = cues("describing")
