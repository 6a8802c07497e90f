"""Invisible characters inside words and numbers, left out before reading and put back into the offsets."""

from __future__ import annotations

import re

# Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark, variation selectors.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]")


def cleaned(text: str, start: int, end: int) -> tuple[str, list[int] | None]:
    """``text[start:end]`` without invisible characters, and where each of its characters stands in *text*.

    The offsets are None, and the text is *text* itself, when there are none to leave out.
    """
    if text.isascii() or _INVISIBLE.search(text, start, end) is None:
        return text, None
    offsets = [position for position in range(start, end) if not _INVISIBLE.match(text, position)]
    return "".join(text[position] for position in offsets), offsets
