"""Pronouns and definite nouns for those who spoke before: "he", "it", "the official", "the group"."""

from __future__ import annotations

from figures.named import NOBODY, Named
from figures.noun_phrases import phrase_words, speaker_nouns
from figures.words import Word


def pronoun_of(noun_phrase: list[Word]) -> str | None:
    """The pronoun that a phrase is, or for "the source", "the official" the kind of noun; None for any other."""
    if len(noun_phrase) == 1:
        word = noun_phrase[0].lower
        return word if word in phrase_words("pronoun_person") or word in phrase_words("pronoun_group") else None
    if not noun_phrase:
        return None
    head = speaker_nouns().get(noun_phrase[-1].lower)
    if len(noun_phrase) > 1 and head == "paper" and noun_phrase[0].lower in ("its", "their"):
        return "it" if noun_phrase[0].lower == "its" else "they"  # "its table", "their report"
    if head == "paper" and len(noun_phrase) > 2 and noun_phrase[1].lower.endswith("'s"):
        owner = noun_phrase[1].lower.removesuffix("'s")  # "the body's report"
        return speaker_nouns().get(owner) if noun_phrase[0].lower == "the" else None
    if len(noun_phrase) < 2 or noun_phrase[0].lower != "the":
        return None
    if noun_phrase[-1].lower == "agency":
        return "agency"
    kind = speaker_nouns().get(noun_phrase[-1].lower, "body")
    return None if kind == "body" else kind


def meant(pronoun: str, speakers: set[Named]) -> Named | None:
    """Whom *pronoun* means among those who spoke: a person by "he", a body by "it" or "the group".

    NOBODY when two could be meant, None when nobody could.

    "She" is a body too: translations from French and Russian keep its gender.
    """
    if pronoun in phrase_words("pronoun_person"):
        fitting = {s for s in speakers if s.person or s.unsure}
        if pronoun == "she" and not fitting:
            fitting = {s for s in speakers if not s.anonymous}
    elif pronoun == "it":
        fitting = {s for s in speakers if not s.person and not s.is_group}
    elif pronoun == "monitor":  # "the group", which is no agency
        fitting = {s for s in speakers if not s.person and not s.is_group and s.kind not in ("agency", "newspaper")}
    elif pronoun == "agency":  # which is no monitor
        fitting = {s for s in speakers if not s.person and not s.is_group and s.kind not in ("monitor", "ngo")}
    elif pronoun == "they":
        fitting = {s for s in speakers if not s.person}
    elif pronoun.startswith("the "):  # "the ministry": the defence ministry that spoke
        fitting = {s for s in speakers if s.name is not None and s.name.lower().endswith(pronoun[3:])}
    elif pronoun in ("people", "title"):
        fitting = {s for s in speakers if s.person or s.anonymous or s.is_group}
    else:
        fitting = speakers
    if not fitting:
        return None
    return next(iter(fitting)) if len({s.name for s in fitting}) == 1 else NOBODY
