"""Originators that no name table knows: what can be said of them with certainty, and nothing more."""

from __future__ import annotations

import re
from functools import cache

from figures import wordlists

# Several who speak together: "Kyiv, Seoul and Washington"; the name of one body has no comma before its "and".
_JOINT = re.compile(r"[A-Z][^,]*(?:, [A-Z][^,]*)+,? and [A-Z]|^[A-Z]\w+ and [A-Z]\w+$")


def kind_of(name: str) -> str:
    """What its words say it is (``source_kinds.csv``), ``joint`` for several; a name that says nothing is a person's.

    >>> kind_of("a senior Ukrainian official"), kind_of("Russian army"), kind_of("Kyiv and Seoul"), kind_of("Ann Lee")
    ('anonymous', 'military', 'joint', 'person')
    """
    if _JOINT.search(name):
        return "joint"
    return next((kind for pattern, kind in _kinds() if pattern.search(name)), "person")


def country_of(name: str) -> str | None:
    """The country whose people or affairs the name speaks of; None for none, or for more than one."""
    found = {_demonyms()[word] for word in _country_words().findall(name)}
    return found.pop() if len(found) == 1 else None


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (row for _, row in wordlists.packaged("source_kinds.csv"))
    return tuple((re.compile(rf"\b{re.escape(row['word'])}s?\b", re.IGNORECASE), row["kind"]) for row in rows)


@cache
def _country_words() -> re.Pattern[str]:
    """Longest first: South Sudan is not Sudan."""
    words = sorted(_demonyms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _demonyms() -> dict[str, str]:
    """Demonyms and the countries' own names, each with its country."""
    rows = [row for _, row in wordlists.packaged("demonyms.csv")]
    return {**{row["place"]: row["place"] for row in rows}, **{row["demonym"]: row["place"] for row in rows}}
