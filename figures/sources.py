"""The sources that a text names, by any of their spellings."""

from __future__ import annotations

from figures.names import Names
from figures.words import Found, Phrases, Word, split_words


class SourceIndex:
    """Every spelling of every source, looked up as a run of words; short all-capital ones only as printed."""

    def __init__(self, names: Names) -> None:
        self.kinds = {source.name: source.kind for source in names.sources.values()}
        spellings = [
            (s, (source.name, s)) for source in names.sources.values() for s in (source.name, *source.aliases) if s
        ]
        self.monitors = [
            (source.name, [s for s in (source.name, *source.aliases) if len(s) > 4 or s.isupper()])
            for source in names.sources.values()
            if source.kind in ("monitor", "map project")
        ]
        self._phrases: Phrases[tuple[str, str]] = Phrases(spellings)

    def find(self, words: list[Word]) -> list[Found[tuple[str, str]]]:
        """Sources named in *words*; ``entry[0]`` is the name."""
        return [found for found in self._phrases.find(words) if self._is_printed(words, found)]

    def named(self, text: str) -> str | None:
        """The source that *text* as a whole spells, or None."""
        words = split_words(text, 0, len(text))
        for found in self.find(words):
            if found.first == 0 and found.last == len(words):
                return found.entry[0]
        return None

    @staticmethod
    def _is_printed(words: list[Word], found: Found[tuple[str, str]]) -> bool:
        spelling, first = found.entry[1], words[found.first].text
        if spelling.isupper() and len(spelling) <= 6:
            return first == spelling or spelling.startswith(first + ".")
        return first[0].isupper() or not spelling[0].isupper()
