"""Bytes of a file made text: UTF-8 untouched, anything else named with its remedy."""

from __future__ import annotations

from pathlib import Path

from figures.errors import InputError

LARGEST = 64 * 2**20  # bytes: no article is longer, and a mistaken path should not fill the memory
WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
SAMPLE = 2**16  # bytes that the guess of an encoding looks at


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that holds text. Raises InputError for one that is missing, too large, empty or binary."""
    if not path.exists():
        raise InputError(str(path), "no such file", "check the path")
    if not path.is_file():
        raise InputError(str(path), "not a file", "give a file")
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(str(path), f"larger than {LARGEST // 2**20} MB", "give articles, one a file")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be opened", "make it readable") from error
    if not raw.removeprefix(b"\xef\xbb\xbf").strip():
        raise InputError(str(path), "the file is empty", "give a file with text")
    if b"\0" in raw and raw[:2] not in WIDE_MARKS:
        raise InputError(str(path), "the file is binary, not text", "save the article as .txt, .md or .html")
    return raw


def read_utf8(path: Path) -> str:
    """The text of a UTF-8 file, untouched: line ends and byte order mark stay. Raises as read_bytes does."""
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _not_utf8(path, raw, line) from error


def _not_utf8(path: Path, raw: bytes, line: int) -> InputError:
    encoding = WIDE_MARKS.get(raw[:2]) or _guess(raw[:SAMPLE])
    if encoding is None:
        return InputError(str(path), "not UTF-8, and no known encoding", "save it as UTF-8", line)
    remedy = f"convert it: iconv -f {encoding} -t UTF-8 {path.name} > utf8-{path.name}"
    return InputError(str(path), f"not UTF-8; it looks like {encoding}", remedy, line)


def _guess(sample: bytes) -> str | None:
    """The likeliest encoding by its IANA name; None when none fits."""
    from charset_normalizer import from_bytes  # here, since most files never need it

    best = from_bytes(sample).best()
    return None if best is None else best.encoding.replace("_", "-")
