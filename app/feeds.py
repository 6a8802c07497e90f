"""Disagreements as an Atom feed, so that a desk can watch a topic. RFC 4287."""

from __future__ import annotations

import re
from datetime import datetime
from typing import cast
from urllib.parse import quote
from xml.etree import ElementTree as Tree

from flask import Flask, Response, request

from app import api, current, words
from app.page import read_query
from app.view import Filter
from warehouse import asking
from warehouse.answers import Disagreement

LONGEST = 100  # entries, newest first
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, not even escaped.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def register(server: Flask) -> None:
    """Give *server* its feed, narrowed by the same query string as the page of disagreements."""
    server.add_url_rule("/disagreements.atom", "feed", feed)


def feed() -> Response:
    """The newest disagreements of a filter."""
    chosen = Filter.from_query(read_query(request.query_string.decode(errors="replace")))
    built_at = asking.meta(current.published()).built_at
    pairs = cast(list[Disagreement], api.chosen_disagreements())
    newest = sorted(pairs, key=lambda pair: _told_at(pair, built_at), reverse=True)[:LONGEST]
    root = Tree.Element("feed", xmlns=_ATOM)
    _add(root, "title", _title(chosen))
    _add(root, "id", f"urn:reported-figures:disagreements:{quote(chosen.to_query())}")
    _add(root, "updated", _moment(max([_told_at(pair, built_at) for pair in newest], default=built_at)))
    Tree.SubElement(root, "link", rel="self", href=_address(f"/disagreements.atom?{chosen.to_query()}"))
    Tree.SubElement(root, "link", href=_address(f"/disagreements?{chosen.to_query()}"))
    author = Tree.SubElement(root, "author")
    _add(author, "name", "Reported Figures")
    for pair in newest:
        _entry(root, pair, built_at)
    text = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(text, mimetype="application/atom+xml")


def _entry(root: Tree.Element, pair: Disagreement, built_at: datetime) -> None:
    entry = Tree.SubElement(root, "entry")
    _add(entry, "title", f"{pair.indicator_label}{f', {pair.place}' if pair.place else ''}: {_verdict(pair)}")
    _add(entry, "id", f"urn:reported-figures:pair:{pair.figure_a}:{pair.figure_b or 'denied'}")
    _add(entry, "updated", _moment(_told_at(pair, built_at)))
    _add(entry, "summary", pair.narrative)
    Tree.SubElement(entry, "link", href=_address(f"/series/{quote(pair.slug)}"))
    for figure_id in (pair.figure_a, pair.figure_b):
        if figure_id is not None:
            Tree.SubElement(entry, "link", rel="related", href=_address(f"/figure/{quote(figure_id)}"))


def _verdict(pair: Disagreement) -> str:
    if pair.relation == "denied" or pair.gap is None:
        return f"{pair.voice_b} denies it"
    return f"{pair.voice_a} and {pair.voice_b}, {words.times(pair.gap)} apart"


def _title(chosen: Filter) -> str:
    parts = [chosen.indicator.replace("_", " "), chosen.place, chosen.party, chosen.words]
    about = ", ".join(part for part in parts if part)
    return f"Where sources disagree{f': {about}' if about else ''}"


def _told_at(pair: Disagreement, built_at: datetime) -> datetime:
    """When the later of the two was published; when the file was built, where neither is dated."""
    return max([moment for moment in (pair.published_at_a, pair.published_at_b) if moment], default=built_at)


def _moment(moment: datetime) -> str:
    return f"{moment.isoformat(timespec='seconds')}Z"


def _address(path: str) -> str:
    return (current.settings().public_url or request.host_url.rstrip("/")) + path.removesuffix("?")


def _add(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = _UNPRINTABLE.sub("", text)
