"""Originators that no name table knows: what can be said of them with certainty, and nothing more."""

from __future__ import annotations

import re
from functools import cache

from figures import wordlists

# Words that say a source has no name; "officials" and the like stand for people who are not named either.
_NAMELESS = re.compile(
    r"\b(?:unnamed|anonymous|unidentified|undisclosed|sources?|insiders?|officials?|spokes\w+|witness\w*|residents?"
    r"|analysts?|experts?|authorities|monitors?|volunteers?|activists?|medics?|rescuers?|police)\b",
    re.IGNORECASE,
)


def kind_of(name: str) -> str:
    """``anonymous`` for a description ("a senior Ukrainian official"), ``person`` for a name."""
    return "anonymous" if _NAMELESS.search(name) else "person"


def country_of(name: str) -> str | None:
    """The country whose people or affairs the name speaks of; None for none, or for more than one."""
    found = {country for word, country in _demonyms().items() if re.search(rf"\b{re.escape(word)}\b", name)}
    return found.pop() if len(found) == 1 else None


@cache
def _demonyms() -> dict[str, str]:
    """Demonyms and the countries' own names, each with its country."""
    rows = [row for _, row in wordlists.packaged("demonyms.csv")]
    return {**{row["place"]: row["place"] for row in rows}, **{row["demonym"]: row["place"] for row in rows}}
