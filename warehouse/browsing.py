"""What the open pages ask: the schema, the saved examples, the articles and all rows a page at a time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import groupby

from warehouse import questions
from warehouse.connection import Snapshot
from warehouse.sql import queries_of


@dataclass(frozen=True, slots=True)
class DescribedColumn:
    """A column of a table or view, with the comment of each."""

    table_name: str
    table_kind: str
    table_comment: str
    column_name: str
    column_type: str
    column_comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view with its columns in their order."""

    name: str
    kind: str
    comment: str
    columns: tuple[DescribedColumn, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words, and its statement."""

    name: str
    question: str
    sql: str


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in the list, with how many of its numbers were read, left unread and are disputed (severity 2 up)."""

    document_id: str
    file: str
    title: str | None
    publisher: str | None
    original_publisher: str | None
    published_at: datetime | None
    published_precision: str | None
    published_basis: str
    url: str | None
    language: str | None
    near_duplicate_of: str | None
    figures: int
    disputed: int
    unread: int


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of a document. *kind* is article, or claims for a row of a claims table."""

    document_id: str
    kind: str
    file: str
    title: str | None
    publisher: str | None
    original_publisher: str | None
    published_at: datetime | None
    published_precision: str | None
    published_basis: str
    url: str | None
    archive_url: str | None
    language: str | None
    translated: bool | None
    accessed_at: datetime
    content_sha256: str
    near_duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class SeenNumber:
    """A number of a document: a figure with its id and series, or an unread one with its *reason*.

    Offsets are half-open and count characters of the text; both None for a row of a claims table.
    """

    char_start: int | None
    char_end: int | None
    excerpt: str
    figure_id: str | None
    series_title: str | None
    slug: str | None
    voice: str | None
    sentence: str | None
    severity: int | None
    reviewed: str | None
    restates_id: str | None
    derivation: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the published file holds: current figures, disagreements of severity 1 up."""

    figures: int
    series: int
    articles: int
    claims: int
    unread: int
    disagreements: int
    sources: int


@dataclass(frozen=True, slots=True)
class BrowsedFigure:
    """A figure in the table of all rows. Amounts are in *unit*."""

    figure_id: str
    slug: str
    indicator: str
    indicator_label: str
    kind: str
    place: str
    excerpt: str
    evidence: str
    voice: str
    party: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    as_of_start: date | None
    as_of_end: date | None
    publisher: str | None
    published_at: datetime | None
    severity: int
    reviewed: str
    document_id: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that figures can be narrowed to; *kind* is indicator, place or party."""

    kind: str
    name: str
    label: str
    figures: int


@dataclass(frozen=True, slots=True)
class _Statement:
    statement: str


@dataclass(frozen=True, slots=True)
class _Text:
    text: str


@dataclass(frozen=True, slots=True)
class _Count:
    rows: int


def described_tables(published: Snapshot) -> tuple[Table, ...]:
    """All tables and views, ``figures`` first. Raises NotPublished."""
    rows = questions.rows(published, "described_columns", DescribedColumn)
    groups = groupby(rows, key=lambda row: (row.table_name, row.table_kind, row.table_comment))
    return tuple(Table(*table, tuple(columns)) for table, columns in groups)


def schema(published: Snapshot) -> str:
    """The schema of the published file as SQL: tables, views and every comment."""
    return "\n".join(row.statement for row in questions.rows(published, "schema_statements", _Statement)) + "\n"


@cache
def examples() -> tuple[Example, ...]:
    """The saved examples (``queries/examples/``: the question on the first line), by name."""
    return tuple(_example(name, text) for name, text in queries_of("examples").items())


def _example(name: str, text: str) -> Example:
    question, _, sql = text.partition("\n")
    return Example(name, question.removeprefix("-- "), sql.strip())


def articles(published: Snapshot, *, words: str = "", limit: int = 50, offset: int = 0) -> list[ListedArticle]:
    """Articles whose title, publisher or file holds *words*, newest first."""
    return questions.rows(published, "articles", ListedArticle, words=words, limit=limit, offset=offset)


def article(published: Snapshot, document_id: str) -> Article | None:
    """What is known of a document; None for an unknown id."""
    return questions.row(published, "article", Article, document_id=document_id)


def numbers(published: Snapshot, document_id: str) -> list[SeenNumber]:
    """Every number of a document, read or not, in text order."""
    return questions.rows(published, "numbers_of_article", SeenNumber, document_id=document_id)


def text(published: Snapshot, document_id: str) -> str | None:
    """The untouched text of an article; None where this service keeps no texts."""
    with published.reading() as cursor:
        attached = cursor.execute(
            "select 1 from duckdb_tables() where database_name = 'texts' and table_name = 'document_text'"
        ).fetchone()
    found = questions.row(published, "article_text", _Text, document_id=document_id) if attached else None
    return None if found is None else found.text


def counts(published: Snapshot) -> Counts:
    """How much there is; asked once a generation."""
    return _counts(published, published.signature)


@lru_cache(maxsize=4)
def _counts(published: Snapshot, generation: object) -> Counts:
    return questions.rows(published, "row_counts", Counts)[0]


def choices(published: Snapshot) -> tuple[Choice, ...]:
    """What figures can be narrowed to, the most used first within each kind; asked once a generation."""
    return _choices(published, published.signature)


@lru_cache(maxsize=4)
def _choices(published: Snapshot, generation: object) -> tuple[Choice, ...]:
    return tuple(questions.rows(published, "filter_choices", Choice))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the table of all rows is narrowed to; '' and 0 narrow nothing. *words*: in excerpt or sentence."""

    words: str = ""
    severity: int = 0
    indicator: str = ""
    place: str = ""
    party: str = ""


def figures(published: Snapshot, narrowing: Narrowing, *, limit: int, offset: int = 0) -> list[BrowsedFigure]:
    """Current figures, newest as-of first."""
    return questions.rows(published, "rows_of_figures", BrowsedFigure, **asdict(narrowing), limit=limit, offset=offset)


def count_figures(published: Snapshot, narrowing: Narrowing) -> int:
    """How many current figures a narrowing leaves."""
    if narrowing == Narrowing():
        return counts(published).figures
    return questions.rows(published, "count_of_figures", _Count, **asdict(narrowing))[0].rows
