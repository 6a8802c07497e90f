"""Front matter: the YAML block that may open a Markdown file, and what it says of the article."""

from __future__ import annotations

import re
from datetime import date, datetime

import yaml

from figures.document import Origin
from figures.errors import InputError
from figures.origin import CellError, origin_from

OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
FIRST_LINE = 2  # of the block, as a person counts lines of the file


def split_front_matter(text: str, file: str) -> tuple[Origin, int]:
    """What the front matter says, and where the body begins; without one, nothing and 0.

    Raises InputError, with the line in the file, for a block that is not closed or does not parse.
    """
    opening = OPENING.match(text)
    if opening is None:
        return Origin(), 0
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        raise InputError(file, "front matter opens with --- and never closes", "end it with a line of ---", 1)
    block = text[opening.end() : closing.start()]
    try:
        return origin_from(_cells(_parsed(block, file), file)), closing.end()
    except CellError as error:
        raise InputError(file, error.problem, error.remedy, _line_of(error.key, block)) from error


def _parsed(block: str, file: str) -> object:
    remedy = "write `key: value` lines and quote values that hold a colon"
    try:
        return yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = FIRST_LINE + (mark.line if mark else 0)
        raise InputError(file, f"front matter does not parse ({error.problem})", remedy, line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = f"front matter does not parse ({str(error).splitlines()[0]})"
        raise InputError(file, problem, remedy, FIRST_LINE) from error


def _cells(parsed: object, file: str) -> dict[str, str]:
    if parsed is None:
        return {}
    if not isinstance(parsed, dict):
        raise InputError(file, "front matter is no list of keys", "write `key: value` lines", FIRST_LINE)
    return {str(key): _cell(value) for key, value in parsed.items() if not isinstance(value, dict | list)}


def _cell(value: object) -> str:
    """A value as a manifest would have it; YAML makes dates of what looks like one."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date | datetime) else str(value).strip()


def _line_of(key: str, block: str) -> int:
    for number, line in enumerate(block.splitlines(), FIRST_LINE):
        if line.startswith(f"{key}:"):
            return number
    return FIRST_LINE
