"""What a speaker's noun phrase means: a name with what is known of who bears it."""

from __future__ import annotations

import re
from typing import NamedTuple

from figures.noun_phrases import speaker_nouns

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:[A-Z]\.)+[A-Z]\b")  # "U.N."


class Named(NamedTuple):
    """What a noun phrase means. *name* None: somebody, but nobody can say who.

    *person*: a human being, for "he"; *unsure*: a name of one word, which may be a person's or a body's.
    """

    name: str | None
    person: bool = False
    anonymous: bool = False
    unsure: bool = False
    kind: str = ""  # of the name table, where it has the name

    @property
    def is_group(self) -> bool:
        """Whether the name ends with a noun for persons: "Idlib health officials"."""
        return self.name is not None and speaker_nouns().get(self.name.split(" ")[-1].lower()) == "people"


NOBODY = Named(None)


def recognisable(name: str, printed: str) -> str:
    """The name of the table, or the one printed where a reader would not know the two for the same ("UN", "MSF")."""
    shared = {word.lower() for word in name.split()} & {word.lower() for word in printed.split()}
    if shared - {"the", "of", "and", "for"}:
        return name
    return without_dots(printed.removeprefix("the ").removeprefix("The "))


def without_dots(name: str) -> str:
    """The name with its acronyms plain: "UN" for "U.N."."""
    return _DOTTED.sub(lambda found: found.group().replace(".", ""), name)
