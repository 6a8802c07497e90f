"""Figures of realistic shape in any number, made from a seed: the same number gives the same figures.

A tenth as many series as figures, the largest a few thousand times the smallest; 40 % of them told by several
voices; four figures a document; sentences of 90 to 250 characters; half of all numbers hedged.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.rows import Rows
from warehouse.schemas import CHAIN, DOCUMENT, FIGURE, STEP, UNREAD

SEVERAL_VOICES = 0.4
FIGURES_A_DOCUMENT = 4
SOURCES = 400
OUTLETS = 200
INDICATORS = (
    ("area_controlled", "km**2", "level"),
    ("settlements_controlled", "settlement", "level"),
    ("killed", "person", "total"),
    ("wounded", "person", "total"),
    ("displaced", "person", "level"),
    ("evacuated", "person", "level"),
    ("troops", "person", "level"),
    ("houses_destroyed", "building", "total"),
)
_EVENTS = ("", "offensive", "flood", "earthquake", "siege")
_TEXT = """officials said forces villages border region after weeks fighting people have left their homes near the town
while aid groups warned that roads remain closed and shelters are full according to local reports on Monday"""
_WORDS = np.array(_TEXT.split())
_FIRST_DAY = (date(2022, 2, 24) - date(1970, 1, 1)).days


def rows(figures: int, *, seed: int = 1, of_series: int = 0) -> Rows:
    """*figures* figures in so many series (0: a tenth as many) with their documents and chains; none is unread."""
    dice = np.random.default_rng(seed)
    series = _series_of(figures, of_series or max(1, figures // 10), dice)
    document = np.arange(figures) // FIGURES_A_DOCUMENT
    voice = _voices_of(series, dice)
    return Rows(
        _documents(int(document[-1]) + 1, dice),
        _figures(series, document, voice, dice),
        _chains(voice, document % OUTLETS),
        pa.Table.from_pylist([], UNREAD),
    )


def _series_of(figures: int, count: int, dice: np.random.Generator) -> np.ndarray:
    """The series of each figure: every one at least once, the rest thinning out from the first."""
    rest = (dice.random(figures - count) ** 2 * count).astype(int)
    drawn = np.concatenate([np.arange(count), rest])
    dice.shuffle(drawn)
    return drawn


def _voices_of(series: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    """One voice of its own for most series, up to five for the others."""
    several = (series * 2_654_435_761 % 1000) < SEVERAL_VOICES * 1000
    return (series * 7 + several * dice.integers(0, 5, len(series))) % SOURCES


def _documents(count: int, dice: np.random.Generator) -> pa.Table:
    number = _texts(np.arange(count))
    published = pa.array((_FIRST_DAY + dice.integers(0, 1200, count)) * 86_400_000_000, pa.timestamp("us"))
    ids = _hex(np.arange(count), salt=0x9E3779B97F4A7C15)
    columns = {
        "document_id": ids,
        "kind": _same("article", count),
        "file": pc.binary_join_element_wise(number, ".txt", ""),
        "title": _sentences(dice, count, 8),
        "url": pc.binary_join_element_wise("https://news.example.org/2024/", number, ""),
        "publisher": _texts(dice.integers(0, OUTLETS, count), "Outlet "),
        "published_at": published,
        "published_precision": _same("day", count),
        "published_basis": _same("page", count),
        "content_sha256": pc.binary_join_element_wise(ids, ids, ids, ids, ""),
        "text": _same("A text of its own.", count),
    }
    return _table(columns, DOCUMENT, count)


def _figures(series: np.ndarray, document: np.ndarray, voice: np.ndarray, dice: np.random.Generator) -> pa.Table:
    count = len(series)
    kind = series % len(INDICATORS)
    value = np.round(10 ** (1 + series % 5 + dice.random(count) / 4))
    hedged = dice.random(count) < 0.5
    day = _FIRST_DAY + (series % 1000) + dice.integers(0, 200, count)
    start = 90 * (np.arange(count) % FIGURES_A_DOCUMENT)
    columns = {
        "figure_id": _hex(np.arange(count), salt=0xBF58476D1CE4E5B9),
        "document_id": _hex(document, salt=0x9E3779B97F4A7C15),
        "evidence": _same("passage", count),
        "char_start": pa.array(start, pa.int32()),
        "char_end": pa.array(start + 12, pa.int32()),
        "excerpt": _texts(value.astype(int), "about "),
        "sentence": _sentences(dice, count, 25),
        "sentence_start": pa.array(start, pa.int32()),
        "quantifier": pa.array(np.where(hedged, "approximately", "exact")),
        "value_reported": pa.array(value),
        "low_reported": pa.array(value * 0.95),
        "high_reported": pa.array(value * 1.05),
        "unit_reported": _chosen([unit for _, unit, _ in INDICATORS], kind),
        "significant_digits": pa.array(np.full(count, 3), pa.int8()),
        "value": pa.array(value),
        "low": pa.array(value * 0.95),
        "high": pa.array(value * 1.05),
        "unit": _chosen([unit for _, unit, _ in INDICATORS], kind),
        "indicator": _chosen([name for name, _, _ in INDICATORS], kind),
        "statistic": _chosen([statistic for _, _, statistic in INDICATORS], kind),
        "holder": _same("", count),
        "share_of": _same("", count),
        "place": _texts(series // len(INDICATORS) // len(_EVENTS), "Place "),
        "event": _chosen(list(_EVENTS), series // len(INDICATORS) % len(_EVENTS)),
        "population": _same("", count),
        "as_of_start": pa.array(day, pa.int32()).cast(pa.date32()),
        "as_of_end": pa.array(day, pa.int32()).cast(pa.date32()),
        "as_of_precision": _same("day", count),
        "as_of_basis": _same("stated", count),
        "originator": _texts(voice, "Speaker "),
        "stance": _same("claims", count),
        "chain_key": _texts(voice * OUTLETS + document % OUTLETS),
        "confidence": pa.array(np.full(count, 0.8)),
    }
    return _table(columns, FIGURE, count)


def _chains(voice: np.ndarray, outlet: np.ndarray) -> pa.Table:
    """Two steps for each pair that occurs: who said it, who printed it."""
    pairs = np.unique(voice * OUTLETS + outlet)
    speakers, outlets = _texts(pairs // OUTLETS, "Speaker "), _texts(pairs % OUTLETS, "Outlet ")
    second = np.arange(2 * len(pairs)) % 2
    of_pair = pa.array(np.repeat(np.arange(len(pairs)), 2))
    steps = pa.StructArray.from_arrays(
        [
            pa.array(second, pa.int8()),
            pc.if_else(pa.array(second == 0), speakers.take(of_pair), outlets.take(of_pair)),
            _chosen(["originator", "publisher"], second),
            _chosen(["claims", "not_stated"], second),
            pa.nulls(len(second), pa.string()),
        ],
        fields=list(STEP),
    )
    columns = {
        "chain_key": _texts(pairs),
        "words": pc.binary_join_element_wise(speakers, outlets, ", in "),
        "steps": pa.ListArray.from_arrays(pa.array(2 * np.arange(len(pairs) + 1), pa.int32()), steps),
    }
    return _table(columns, CHAIN, len(pairs))


def _table(columns: dict[str, pa.Array], schema: pa.Schema, count: int) -> pa.Table:
    return pa.table({field.name: columns.get(field.name, pa.nulls(count, field.type)) for field in schema}).cast(schema)


def _hex(numbers: np.ndarray, *, salt: int) -> pa.Array:
    """Sixteen hex digits for each number, scattered like those of a hash and never twice."""
    scattered = (numbers.astype(np.uint64) * np.uint64(salt)) & np.uint64(2**64 - 1)
    return pa.array([f"{number:016x}" for number in scattered.tolist()])


def _texts(numbers: np.ndarray, prefix: str = "") -> pa.Array:
    return pc.binary_join_element_wise(prefix, pc.cast(pa.array(numbers), pa.string()), "")


def _same(text: str, count: int) -> pa.Array:
    return pa.array(np.full(count, text))


def _chosen(words: list[str], places: np.ndarray) -> pa.Array:
    return pa.array(words).take(pa.array(places))


def _sentences(dice: np.random.Generator, count: int, words: int) -> pa.Array:
    """Sentences that differ: ten thousand beginnings by ten thousand ends."""
    pool = pa.array([" ".join(dice.choice(_WORDS, dice.integers(words // 2, words))) for _ in range(10_000)])
    halves = [pool.take(pa.array(dice.integers(0, 10_000, count))) for _ in range(2)]
    return pc.binary_join_element_wise(*halves, ", ")
