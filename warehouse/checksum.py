"""The published file as a file: how large it is, and what its bytes come to.

Only the published file may be opened this way, which nobody writes to: it is replaced whole
(``connection.py`` says what a plain ``open()`` does to the work file).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from warehouse.connection import Snapshot
from warehouse.errors import NotPublished


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """*sha256* in hexadecimal."""

    bytes: int
    sha256: str


def published_file(published: Snapshot) -> PublishedFile:
    """Size and checksum of the newest generation; read once a generation. Raises NotPublished."""
    signature = published.signature
    if signature is None:
        raise NotPublished(published.path)
    return _measured(published.path, signature)


@lru_cache(maxsize=4)
def _measured(path: Path, signature: tuple[int, int]) -> PublishedFile:
    with path.open("rb") as file:
        return PublishedFile(path.stat().st_size, file_digest(file, "sha256").hexdigest())
