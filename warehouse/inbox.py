"""Requests that wait for the one writer: one JSON file each, put there whole or not at all.

Anybody may drop one (the command line, a page); only the writer takes them, moves what it has done to
``inbox/done`` and what it cannot do to ``inbox/refused``. Being files, they also rebuild a lost warehouse.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from figures.errors import InputError

Content: TypeAlias = dict[str, str]

_LIMIT = 8_000_000  # bytes: a request is a sentence, a kept text an article


@dataclass(frozen=True, slots=True)
class Request:
    """A waiting file: *kind* is ``review`` or ``text``; *content* are its other fields, all text."""

    path: Path
    request_id: str
    kind: str
    content: Content


def drop(inbox: Path, kind: str, content: Content) -> str:
    """Leave a request for the writer and give its id. It is on disk before this returns."""
    inbox.mkdir(parents=True, exist_ok=True)
    request_id = uuid4().hex[:16]
    asked_at = datetime.now(UTC).isoformat()
    name = f"{asked_at[:19].replace(':', '')}-{request_id}.json"
    hidden = inbox / f".{name}"
    text = json.dumps({"kind": kind, "request_id": request_id, "asked_at": asked_at, **content}, ensure_ascii=False)
    with hidden.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    hidden.replace(inbox / name)
    return request_id


def waiting(inbox: Path) -> Iterator[Request | InputError]:
    """The requests that wait, oldest first; one that makes no sense is an error that names its file."""
    for path in sorted(inbox.glob("*.json")):
        try:
            yield _read(path)
        except InputError as problem:
            yield problem


def keep_done(request: Request) -> None:
    """Move a request that is done to the archive."""
    _move(request.path, "done")


def refuse(path: Path) -> None:
    """Move a request that cannot be done out of the way, so that it is told once."""
    _move(path, "refused")


def _move(path: Path, folder: str) -> None:
    (path.parent / folder).mkdir(exist_ok=True)
    path.replace(path.parent / folder / path.name)


def _read(path: Path) -> Request:
    remedy = "it is moved to inbox/refused; ask again"
    try:
        if path.stat().st_size > _LIMIT:
            raise InputError(path.name, f"more than {_LIMIT:,} bytes", remedy)
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(path.name, f"no request ({error})", remedy) from error
    if not isinstance(content, dict) or not {"kind", "request_id", "asked_at"} <= content.keys():
        raise InputError(path.name, "no request (kind, request_id or asked_at is missing)", remedy)
    texts = {str(name): str(value) for name, value in content.items() if value is not None}
    return Request(path, texts.pop("request_id"), texts.pop("kind"), texts)
