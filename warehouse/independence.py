"""Who is a voice of its own: originators, newsrooms, near-copies of a text and echoed phrases.

A copy is not a voice. Where nobody is named the voice is the newsroom that wrote the text: the agency or paper
it is credited to, or that of the text it nearly repeats, or of the earlier figure whose phrase it echoes. Links of
strength certain and probable make one voice of two; possible ones are kept, and make a count of voices a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warehouse.connection import Connection
from warehouse.settings import DEFAULTS, Settings
from warehouse.sql import query

# One run of words in four is kept: a text of 400 words leaves a hundred, enough to see a share of 0.30.
_SAMPLE = 4

# What names the newsroom in a text: "first appeared on X", a dateline "BEIRUT (Reuters) -", a closing "--AFP".
_CREDITS = (
    re.compile(
        r"\b(?:originally|first)\s+(?:appeared|published)\s+(?:on|in|by|at)\s+(?P<name>[^.\n]{2,60})", re.IGNORECASE
    ),
    re.compile(r"^.{0,80}?\b[A-Z][A-Za-z'. ]{2,30}\((?P<name>[A-Z][A-Za-z ]{1,20})\)\s*[-–—]", re.DOTALL),
    re.compile(r"[-–—]{1,2}\s*(?P<name>[A-Z][A-Za-z ]{1,20})\s*\.?\s*$"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures with a common origin: how surely, and what they share. *earlier* was published first."""

    earlier: str
    later: str
    earlier_document: str
    is_unnamed: bool  # the later one names nobody, so it can take the voice of the earlier
    strength: str
    basis: str


def link(connection: Connection, document_ids: Iterable[str], *, settings: Settings = DEFAULTS) -> None:
    """Set ``voice_id``, ``origin_group`` and ``near_duplicate_of`` for these documents, and write their links."""
    documents = list(document_ids)
    if not documents:
        return
    _index(connection, documents, settings)
    _credit(connection, documents)
    connection.execute(query("newsrooms"), {"document_ids": documents})
    links = list(_echoes(connection, documents, settings))
    _keep_links(connection, documents, links)
    _join_speakers(connection, documents)
    _take_voices(connection, links)
    connection.execute(query("set_voices"))
    for table in ("duplicate", "credited", "newsroom", "joint", "renamed", "echo"):
        connection.execute(f"drop table if exists temp.{table}")


def _index(connection: Connection, documents: list[str], settings: Settings) -> None:
    """Find near-copies by an index of word runs, which only the work file has and which grows with new texts."""
    connection.execute("create schema if not exists working")
    connection.execute(
        "create table if not exists working.shingle (run ubigint not null, document_id varchar not null)"
    )
    connection.execute(
        query("new_shingles"), {"document_ids": documents, "words": settings.shingle_words, "sample": _SAMPLE}
    )
    connection.execute(
        query("duplicate_documents"),
        {"document_ids": documents, "containment": settings.near_duplicate_containment},
    )
    connection.execute(query("mark_duplicates"))


def _credit(connection: Connection, documents: list[str]) -> None:
    """The temporary table ``credited``: the newsroom that a text itself names, where a source of that name is known."""
    texts = connection.execute(
        "select document_id, text from document_text where document_id in (select unnest($ids::varchar[]))"
        " or document_id in (select original_id from duplicate)",
        {"ids": documents},
    ).fetchall()
    known = _known_newsrooms(connection)
    found = [(document, source) for document, text in texts if (source := credited_newsroom(text, known)) is not None]
    connection.execute("create or replace temp table credited (document_id varchar, source_id varchar)")
    connection.execute(
        "insert into credited select unnest($documents::varchar[]), unnest($sources::varchar[])",
        {"documents": [row[0] for row in found], "sources": [row[1] for row in found]},
    )


def credited_newsroom(text: str, known: dict[str, str]) -> str | None:
    """The source that the text says it comes from, by *known* names in small letters; None where it says nothing."""
    for pattern in _CREDITS:
        found = pattern.search(text)
        name = found["name"].strip().lower() if found else ""
        for candidate in (name, name.removeprefix("the ")):
            if candidate in known:
                return known[candidate]
    return None


def _known_newsrooms(connection: Connection) -> dict[str, str]:
    rows = connection.execute(
        "with named as ("
        " select lower(name) as name, source_id from source where kind in ('agency', 'newspaper')"
        " union select lower(alias), source_id from source_alias"
        " where source_id in (select source_id from source where kind in ('agency', 'newspaper')))"
        " select name, min(source_id) from named group by name having count(distinct source_id) = 1"
    ).fetchall()
    return dict(rows)


def _echoes(connection: Connection, documents: list[str], settings: Settings) -> Iterator[Link]:
    rows = connection.execute(
        query("echo_candidates"),
        {
            "document_ids": documents,
            "words": settings.possible_echo_words,
            "horizon_days": settings.horizon_days,
        },
    ).fetchall()
    for earlier, later, document, _, sentence, other_sentence, excerpt, is_unnamed in rows:
        words = echoed_words(sentence, other_sentence, excerpt)
        probable = len(words) >= settings.echo_words
        basis = f"the words “{' '.join(words)}”"
        yield Link(earlier, later, document, is_unnamed, "probable" if probable else "possible", basis)


def echoed_words(sentence: str, other: str, excerpt: str) -> list[str]:
    """The longest run of words around *excerpt* that both sentences have; at least the excerpt's own words."""
    wanted = _words(excerpt)
    one, two = _words(sentence), _words(other)
    starts, other_starts = _places(one, wanted), _places(two, wanted)
    runs = [_grown(one, start, two, begin, len(wanted)) for start in starts for begin in other_starts]
    return max(runs, key=len, default=wanted)


def _words(text: str) -> list[str]:
    return [word.strip(".,") for word in re.findall(r"[^\W_][\w.,'’-]*", text.lower())]


def _places(words: list[str], wanted: list[str]) -> list[int]:
    return [start for start in range(len(words) - len(wanted) + 1) if words[start : start + len(wanted)] == wanted]


def _grown(one: list[str], start: int, two: list[str], begin: int, length: int) -> list[str]:
    """The run that starts as *length* common words, taken as far to both sides as the words stay equal."""
    left = 0
    while left < min(start, begin) and one[start - left - 1] == two[begin - left - 1]:
        left += 1
    end = length
    while start + end < len(one) and begin + end < len(two) and one[start + end] == two[begin + end]:
        end += 1
    return one[start - left : start + end]


def _keep_links(connection: Connection, documents: list[str], links: list[Link]) -> None:
    connection.execute(query("drop_origin_links"), {"document_ids": documents})
    connection.execute(
        query("add_origin_links"),
        {
            "figure_a": [min(each.earlier, each.later) for each in links],
            "figure_b": [max(each.earlier, each.later) for each in links],
            "strength": [each.strength for each in links],
            "basis": [each.basis for each in links],
        },
    )


def _join_speakers(connection: Connection, documents: list[str]) -> None:
    """The temporary tables ``joint`` (those who give one number together) and ``renamed`` (full names)."""
    connection.execute(query("joint_speakers"), {"document_ids": documents})
    connection.execute(query("add_joint_sources"))
    connection.execute(query("short_names"), {"document_ids": documents})


def _take_voices(connection: Connection, links: list[Link]) -> None:
    """The temporary table ``echo``: unnamed figures that repeat an earlier one's phrase, with that one's newsroom."""
    probable = [each for each in links if each.strength == "probable" and each.is_unnamed]
    connection.execute(
        query("echoed_newsrooms"),
        {"later": [each.later for each in probable], "earlier": [each.earlier for each in probable]},
    )
