"""Verbs by which somebody says a number: "said", "claimed to", "told"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from figures import wordlists
from figures.figure import Stance
from figures.noun_phrases import phrase_words, speaker_nouns
from figures.nouns import function_words
from figures.words import Phrases, Word

BE = frozenset({"was", "were", "been", "be", "being", "is", "are", "am"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its stance, and whether its object hears ("told") or an infinitive follows ("claimed to")."""

    stance: Stance
    kind: str


@cache
def reporting_verbs() -> Phrases[Verb]:
    """The verbs by which somebody says a number."""
    return Phrases(
        (form, Verb(Stance(row["stance"]), row["kind"]))
        for _, row in wordlists.packaged("reporting_verbs.csv")
        for form in row["forms"].split("|")
    )


def is_report(words: list[Word], first: int, last: int, verb: Verb) -> bool:
    """Whether a verb reports: no passive ("was reported"), infinitive ("to say") or participle ("reported killed")."""
    word, at = words[first], first - 1
    while at > 0 and function_words().get(words[at].lower) == "adverb":
        at -= 1
    before = words[at].lower if at >= 0 else ""
    if word.text == "Said":  # a name far more often than a verb
        return False
    if (
        before.endswith("n't")
        or before in BE
        or before == "to"
        or before in phrase_words("determiner")
        or before in phrase_words("modal")
    ):
        return False
    if before in ("have", "has", "had") and first > 1 and words[first - 2].lower == "to":
        return False
    behind = [word.lower for word in words[last : last + 6]]
    if behind[:1] == ["by"] and not words[last - 1].lower.endswith("ing"):
        return False  # "an attack claimed by Islamic State"
    if word.lower in ("claimed", "claims", "claiming") and not {"lives", "responsibility", "victims"}.isdisjoint(
        behind
    ):
        return False  # "the floods claimed 76 lives"
    if word.lower == "admitted" and behind[:1] and behind[0][:1].isdigit():
        return False  # "hospitals admitted 300 patients"
    if word.lower == "informed" and behind[:1] and behind[0] in speaker_nouns():
        return False  # "informed sources"
    if verb.kind == "that":
        return behind[:1] == ["that"]
    if verb.kind == "toll":
        given = {word.lower for word in words[last : last + 9]}
        return not given.isdisjoint(("toll", "tolls", "figure", "number", "count", "as"))
    return not behind or behind[0] not in phrase_words("state")
