"""Where the warehouse keeps its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """One folder that holds everything the program writes.

    ``work/`` is the writer's own; ``pub/`` is what readers open; ``inbox/`` holds requests that wait for
    the writer; ``parts/`` holds what other processes have read and the writer has not yet taken in.
    """

    path: Path

    @classmethod
    def from_environment(cls) -> Home:
        """The folder that FIGURES_HOME names, else ``var`` in the working directory."""
        return cls(Path(os.environ.get("FIGURES_HOME") or "var"))

    @property
    def work_file(self) -> Path:
        """The database of the one writer; nobody else opens it."""
        return self.path / "work" / "work.duckdb"

    @property
    def lock_file(self) -> Path:
        """Held by the writer; its content is the writer's process id."""
        return self.path / "work" / ".lock"

    @property
    def published(self) -> Path:
        """The file that readers open, read-only; each publish puts a new one in its place."""
        return self.path / "pub" / "figures.duckdb"

    @property
    def published_texts(self) -> Path:
        """The articles' full texts, beside the published file: for the article page, never for download."""
        return self.path / "pub" / "texts.duckdb"

    @property
    def inbox(self) -> Path:
        """Requests for the writer, one JSON file each."""
        return self.path / "inbox"

    @property
    def parts(self) -> Path:
        """Parquet files of what workers have read, named by content."""
        return self.path / "parts"

    def prepare(self) -> None:
        """Make the folders that are missing."""
        for folder in (self.work_file.parent, self.published.parent, self.inbox, self.parts):
            folder.mkdir(parents=True, exist_ok=True)
