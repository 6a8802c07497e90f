"""A file to write into at one end and take bytes from at the other."""

from __future__ import annotations

from io import RawIOBase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Pipe(RawIOBase):
    """Holds only what is written and not yet taken; a writer sees a file that grows and cannot be gone back in."""

    def __init__(self) -> None:
        super().__init__()
        self._chunks: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, content: ReadableBuffer, /) -> int:
        """Keep a copy of *content* until it is taken."""
        chunk = bytes(content)
        self._chunks.append(chunk)
        self._written += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        """How many bytes were ever written."""
        return self._written

    def taken(self) -> bytes:
        """What was written since the last time."""
        content = b"".join(self._chunks)
        self._chunks.clear()
        return content
