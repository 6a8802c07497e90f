"""Quotations of a document: where each begins and ends, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from figures.figure import Span

_MARK = re.compile('[“”"\n]')
LONGEST = 4_000  # characters; a quotation that goes on longer was never closed
_OPENING = frozenset(" \t\u00a0\n([—–-‘'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Half-open offsets from the opening mark to behind the closing one.

    *goes_on*: the paragraph before ended inside it, so that the same person speaks on.
    """

    span: Span
    goes_on: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of ``text[start:end]`` in order, none inside another.

    A paragraph that ends inside a quotation is one of its own, and the next one goes on when it opens with a mark.

    >>> text = 'He said: "We lost it. All of it." Then he left.'
    >>> [text[q.span.start:q.span.end] for q in find_quotations(text, 0, len(text))]
    ['"We lost it. All of it."']
    """
    found: list[Quotation] = []
    opened: int | None = None
    goes_on = False
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if mark.group() == "\n":
            if opened is not None and _opens_next(text, at, end):
                found.append(Quotation(Span(opened, at), goes_on))
                opened, goes_on = None, True
            elif opened is not None:
                opened, goes_on = None, False
        elif _opens(text, at, start):
            goes_on = goes_on and opened is None
            opened = at
        elif opened is not None:
            if at - opened < LONGEST:
                found.append(Quotation(Span(opened, at + 1), goes_on))
            opened, goes_on = None, False
    return found


def quotation_at(quotations: list[Quotation], offset: int) -> int | None:
    """The index of the quotation that holds *offset*, None outside of them."""
    index = bisect_right(quotations, offset, key=lambda q: q.span.start) - 1
    return index if index >= 0 and offset < quotations[index].span.end else None


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a mark opens: a curly one by its shape, a straight one by the blank before it."""
    if text[at] != '"':
        return text[at] == "“"
    after = text[at + 1 : at + 2]
    return (at == start or text[at - 1] in _OPENING) and not after.isspace() and after != ""


def _opens_next(text: str, at: int, end: int) -> bool:
    """Whether the paragraph behind a line end opens with a quotation mark."""
    while at < end and text[at].isspace():
        at += 1
    return at < end and text[at] in '“"'
