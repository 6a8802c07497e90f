"""What was read, as Arrow tables with names still unresolved: what workers write and the one writer loads.

Names (of places, sources, events) become ids only in the writer (``loading.py``), because only it sees all
name tables and what is known already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TypeAlias

import pyarrow as pa

from figures.document import Document, Origin
from figures.figure import Figure, Period, Role, Stance, Step, Unread
from warehouse.claim import ClaimDocument, ClaimFigure
from warehouse.schemas import CHAIN, DOCUMENT, FIGURE, UNREAD

Row: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and what was read in it, in text order."""

    document: Document
    found: tuple[Figure | Unread, ...]


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A document with all that was read in it, as rows already: what comes back from a worker (``parts.py``)."""

    document: Row
    figures: list[Row]
    chains: list[Row]
    unread: list[Row]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some documents with all their figures, the chains of those, each once, and unread numbers (``schemas.py``)."""

    documents: pa.Table
    figures: pa.Table
    chains: pa.Table
    unread: pa.Table


def rows_of(readings: Iterable[Reading | StoredReading | ClaimDocument]) -> Rows:
    """The tables of what was read; order is kept."""
    documents: list[Row] = []
    figures: list[Row] = []
    chains: dict[str, Row] = {}
    unread: list[Row] = []
    for reading in readings:
        if isinstance(reading, ClaimDocument):
            documents.append(_claim_document_row(reading))
            _add_claims(reading, figures, chains)
        elif isinstance(reading, StoredReading):
            documents.append(reading.document)
            figures.extend(reading.figures)
            chains |= {str(chain["chain_key"]): chain for chain in reading.chains}
            unread.extend(reading.unread)
        else:
            documents.append(_article_row(reading.document))
            _add_found(reading, figures, chains, unread)
    return Rows(
        pa.Table.from_pylist(documents, DOCUMENT),
        pa.Table.from_pylist(figures, FIGURE),
        pa.Table.from_pylist(list(chains.values()), CHAIN),
        pa.Table.from_pylist(unread, UNREAD),
    )


def document_id_of(content_sha256: str) -> str:
    """The id of the document with this content."""
    return content_sha256[:16]


def _add_found(reading: Reading, figures: list[Row], chains: dict[str, Row], unread: list[Row]) -> None:
    document_id = document_id_of(reading.document.content_sha256)
    for found in reading.found:
        if isinstance(found, Unread):
            unread.append(_unread_row(found, document_id))
        else:
            chain_key = _add_chain(found.chain, reading.document.origin, chains)
            figures.append(_figure_row(found, chain_key, reading.document, document_id))


def _add_claims(document: ClaimDocument, figures: list[Row], chains: dict[str, Row]) -> None:
    document_id = document_id_of(document.content_sha256)
    for claim in document.figures:
        chain_key = _add_chain(claim.chain, document.origin, chains)
        figures.append(_claim_row(claim, chain_key, document_id))


def _add_chain(chain: Sequence[Step], origin: Origin, chains: dict[str, Row]) -> str | None:
    """Note the whole chain, once, and give its key; None where nobody is known."""
    row = _chain_row(tuple(whole_chain(chain, origin)))
    if not row["steps"]:
        return None
    key = str(row["chain_key"])
    chains[key] = row
    return key


def whole_chain(chain: Sequence[Step], origin: Origin) -> Iterator[Step]:
    """The chain as read, then who wrote and who printed the document, where the chain does not name them."""
    yield from chain
    named = {step.source for step in chain}
    writer, printer = origin.original_publisher, origin.publisher
    if writer is not None and writer not in named:
        yield Step(writer, Role.PUBLISHER, Stance.NOT_STATED)
    if printer is not None and printer not in named and printer != writer:
        yield Step(printer, Role.PUBLISHER if writer is None else Role.REPUBLISHER, Stance.NOT_STATED)


_WAY = {  # how a step is told in the chain in words; checks and denials are no part of the way
    Role.ORIGINATOR: "",
    Role.SPEAKER: "",
    Role.RELAY: "through ",
    Role.AGENCY: "through ",
    Role.PUBLISHER: "in ",
    Role.REPUBLISHER: "reprinted by ",
}


def chain_in_words(chain: Iterable[Step]) -> str:
    """The way of a number: ``an unnamed military insider, through TASS, in Proto Thema``; '' where nobody is known."""
    told: list[str] = []
    for step in chain:
        if step.role not in _WAY:
            continue
        words = f"{_WAY[step.role]}{step.source}"
        if words not in told:
            told.append(words)
    return ", ".join(told).removeprefix("in ").removeprefix("through ")


@lru_cache(maxsize=1024)
def _chain_row(chain: tuple[Step, ...]) -> Row:
    """A chain with its steps; its key is the same wherever it is read."""
    words, steps = chain_in_words(chain), list(_step_rows(chain))
    told = chr(30).join([words, *(chr(31).join(map(str, step.values())) for step in steps)])
    return {"chain_key": sha256(told.encode()).hexdigest()[:16], "words": words, "steps": steps}


def _step_rows(chain: Iterable[Step]) -> Iterator[Row]:
    for number, step in enumerate(chain):
        yield {
            "step": number,
            "source": step.source,
            "role": step.role.value,
            "stance": step.stance.value,
            "cue": step.cue,
        }


def _article_row(document: Document) -> Row:
    return {
        "kind": "article",
        "file": document.file,
        "content_sha256": document.content_sha256,
        "document_id": document_id_of(document.content_sha256),
        "text": document.text,
        **_origin_cells(document.origin),
    }


def _claim_document_row(document: ClaimDocument) -> Row:
    return {
        "kind": "claims",
        "file": document.file,
        "content_sha256": document.content_sha256,
        "document_id": document_id_of(document.content_sha256),
        "text": None,
        **_origin_cells(document.origin),
    }


def _origin_cells(origin: Origin) -> Row:
    published = origin.published
    return {
        "title": origin.title,
        "url": origin.url,
        "language": origin.language,
        "publisher": origin.publisher,
        "original_publisher": origin.original_publisher,
        "published_at": None if published is None else published.replace(tzinfo=None),
        "published_precision": origin.published_precision,
        "published_basis": origin.published_basis,
    }


def _figure_row(figure: Figure, chain_key: str | None, document: Document, document_id: str) -> Row:
    mention = figure.mention
    return {
        "evidence": "passage",
        "char_start": mention.span.start,
        "char_end": mention.span.end,
        "sentence": document.text[figure.sentence.start : figure.sentence.end],
        "sentence_start": figure.sentence.start,
        "quantifier": mention.quantifier.value,
        "value_reported": mention.value,
        "low_reported": mention.amount.low,
        "high_reported": mention.amount.high,
        "unit_reported": mention.unit,
        "significant_digits": mention.digits,
        "term": figure.term,
        "part_of": figure.part_of,
        "derived_from_id": figure.derived_from,
        "derivation": figure.derivation,
        **_meaning(figure, chain_key, document_id),
    }


def _claim_row(claim: ClaimFigure, chain_key: str | None, document_id: str) -> Row:
    return {
        "evidence": "table_row",
        "sentence": claim.quote,
        "quantifier": claim.quantifier.value,
        "value_reported": claim.value_reported,
        "low_reported": claim.reported.low,
        "high_reported": claim.reported.high,
        "unit_reported": claim.unit_reported,
        "significant_digits": claim.digits,
        "originator_side": claim.originator_side,
        **_meaning(claim, chain_key, document_id),
    }


def _meaning(figure: Figure | ClaimFigure, chain_key: str | None, document_id: str) -> Row:
    """What an article's figure and a table's have in common."""
    return {
        "figure_id": figure.figure_id,
        "document_id": document_id,
        "excerpt": figure.excerpt,
        "value": figure.value,
        "low": figure.amount.low,
        "high": figure.amount.high,
        "unit": figure.unit,
        "indicator": figure.indicator,
        "holder": figure.holder,
        "share_of": figure.share_of,
        "place": figure.place or "",
        "event": figure.event,
        "population": figure.population,
        "statistic": figure.statistic.value,
        "originator": figure.originator,
        "stance": figure.stance.value,
        "chain_key": chain_key,
        "restates_id": figure.restates,
        "confidence": figure.confidence,
        **_as_of(figure.period),
    }


def _as_of(period: Period | None) -> Row:
    if period is None:
        return {}
    return {
        "as_of_start": period.start,
        "as_of_end": period.end,
        "as_of_precision": period.precision.value,
        "as_of_basis": period.basis.value,
    }


def _unread_row(unread: Unread, document_id: str) -> Row:
    span = unread.mention.span
    return {
        "document_id": document_id,
        "char_start": span.start,
        "char_end": span.end,
        "excerpt": unread.excerpt,
        "reason": unread.reason.value,
    }
