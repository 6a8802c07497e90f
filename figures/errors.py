"""What can be wrong with an input: each error keeps its parts and says file, place and remedy."""

from __future__ import annotations


class FiguresError(Exception):
    """Base of every error that a user can cause and mend."""


class InputError(FiguresError):
    """A file, or one place in it, that cannot be read.

    *line* is 1-based; None where the whole file is meant. The message is one line:
    ``file:line: what was found; what to do``.
    """

    def __init__(self, file: str, problem: str, remedy: str, line: int | None = None) -> None:
        super().__init__(file, problem, remedy, line)
        self.file = file
        self.problem = problem
        self.remedy = remedy
        self.line = line

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.problem}; {self.remedy}".replace("\n", " ")


class LexiconError(InputError):
    """A lexicon or name file with a bad row."""
