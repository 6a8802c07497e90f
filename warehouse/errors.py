"""What can be wrong with the warehouse itself: each message says what was found and what to do."""

from __future__ import annotations

from pathlib import Path

from figures.errors import FiguresError


class WarehouseError(FiguresError):
    """Base of the errors of the warehouse's files."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        super().__init__(path, problem, remedy)
        self.path = path
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.remedy}".replace("\n", " ")


class IngestRunning(WarehouseError):  # noqa: N818 - reads as what happened
    """Another process holds the work file; *pid* is None when it has not said its number."""

    def __init__(self, path: Path, pid: int | None) -> None:
        who = "pid unknown" if pid is None else f"pid {pid}"
        super().__init__(path, f"another ingest is running ({who})", "wait for it to end and try again")
        self.pid = pid


class NotPublished(WarehouseError):  # noqa: N818 - reads as what happened
    """There is no published file yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "nothing is published yet", "run: figures ingest PATH")


class Damaged(WarehouseError):  # noqa: N818 - reads as what happened
    """A database file that does not open or does not hold what it should."""


class PublishRefused(WarehouseError):  # noqa: N818 - reads as what happened
    """The new snapshot broke an invariant; the published file is left as it was."""
