"""A text and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from figures.figure import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a document beside its text; None is "not known".

    *publisher* prints it, *original_publisher* wrote it (an agency, or the paper a
    republisher copies). *published* is the start of the day, month or year that
    *published_precision* ('time', 'day', 'month', 'year') names, in UTC.
    *published_basis* is given, page, byline, inferred or unknown.
    """

    title: str | None = None
    publisher: str | None = None
    original_publisher: str | None = None
    published: datetime | None = None
    published_precision: str | None = None
    published_basis: str = "unknown"
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Document:
    """An article: the text untouched, the part of it that is read, and its origin.

    *file* is the base name. *body* is the part of *text* that may hold figures (after the
    front matter of Markdown, all of a plain text). For HTML *text* is the article's
    text as extracted, and offsets count in that.
    """

    file: str
    text: str
    body: Span
    origin: Origin

    @cached_property
    def content_sha256(self) -> str:
        """The identity of the text: equal text is the same document, whatever its file name."""
        return sha256(self.text.encode()).hexdigest()
