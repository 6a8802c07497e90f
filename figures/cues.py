"""Word lists that one rule each depends on, by name, from ``lexicon/cues.csv``."""

from __future__ import annotations

from functools import cache

from figures import wordlists


@cache
def _rows() -> dict[str, frozenset[str]]:
    return {row["cue"]: frozenset(row["words"].split()) for _, row in wordlists.packaged("cues.csv")}


def cues(name: str) -> frozenset[str]:
    """The words of one list, in lower case. Raises KeyError for a list that the file lacks."""
    return _rows()[name]
