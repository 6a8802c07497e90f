"""Which files are meant by a path, and an article file made a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from figures.byline import byline
from figures.decoding import read_utf8
from figures.document import Document, Origin
from figures.errors import InputError
from figures.figure import Span
from figures.frontmatter import split_front_matter
from figures.language import foreign_language
from figures.manifest import read_manifest
from figures.origin import merged
from figures.webpage import read_webpage

__all__ = ["Found", "find_files", "open_document", "read_manifest"]

MARKDOWN = {".md", ".markdown"}
WEBPAGE = {".html", ".htm"}
ARTICLE = {".txt", *MARKDOWN, *WEBPAGE}
TABLES = ("sources.csv", "places.csv", "events.csv", "fx_rates.csv")
KINDS = "articles are .txt, .md or .html, claims tables .csv, .tsv or .parquet"


@dataclass(frozen=True, slots=True)
class Found:
    """What paths lead to, each file once, in the order given and by name within a folder.

    *tables* are the name tables and exchange rates (sources.csv, places.csv, events.csv, fx_rates.csv),
    *problems* the paths that lead to nothing that is read.
    """

    articles: tuple[Path, ...]
    claims: tuple[Path, ...]
    tables: tuple[Path, ...]
    problems: tuple[InputError, ...]


def find_files(paths: Iterable[Path]) -> Found:
    """Sort the files that *paths* mean into articles, claims tables and other tables.

    A folder means its ``articles/**``, its own articles, its ``claims*.csv`` and its tables; ``README.*``,
    ``manifest.csv`` and hidden files are not articles.
    """
    kinds: dict[str, dict[Path, Path]] = {"articles": {}, "claims": {}, "tables": {}}
    problems = []
    for path in paths:
        files = list(_in_folder(path)) if path.is_dir() else [path]
        if not files:
            problems.append(InputError(str(path), "nothing to read in this folder", KINDS))
        for file in files:
            kind = _kind(file)
            if kind is None or not file.exists():
                problems.append(_unfit(file))
            else:
                kinds[kind].setdefault(file.resolve(), file)
    articles, claims, tables = (tuple(files.values()) for files in kinds.values())
    return Found(articles, claims, tables, tuple(problems))


def open_document(path: Path, origin: Origin | None = None) -> Document:
    """Read an article; *origin* (of a manifest) goes before what the file says of itself, its first lines come last.

    Raises InputError for a file that is missing, empty, binary, not UTF-8, not an article, with front
    matter that does not parse, or not in English.
    """
    suffix = path.suffix.lower()
    if suffix not in ARTICLE:
        raise _unfit(path)
    text, said, start = _read(path, suffix)
    start += text.startswith("\ufeff", start)
    if not text[start:].strip():
        raise InputError(str(path), "no text below the front matter", "give an article with a text")
    said = merged(said, byline(text, start))
    known = said if origin is None else merged(origin, said)
    return Document(path.name, text, Span(start, len(text)), _in_english(known, text[start:], path))


def _read(path: Path, suffix: str) -> tuple[str, Origin, int]:
    """The text of an article file, what the file says of it, and where its body begins."""
    if suffix in WEBPAGE:
        return *read_webpage(path), 0
    text = read_utf8(path)
    return text, *(split_front_matter(text, str(path)) if suffix in MARKDOWN else (Origin(), 0))


def _in_english(origin: Origin, body: str, path: Path) -> Origin:
    """*origin* as it stands, once the text is known to be English, by what it says or by its words."""
    stated = origin.language
    foreign = foreign_language(body) if stated is None else None if stated.lower().startswith("en") else stated
    if foreign is None:
        return origin
    raise InputError(str(path), f"the text is not English ({foreign})", "give a translation; only English is read")


def _in_folder(folder: Path) -> Iterator[Path]:
    """The files of a folder that are read, by name; tables first."""
    yield from (folder / name for name in TABLES if (folder / name).is_file())
    yield from sorted(file for file in folder.glob("claims*.csv") if file.is_file())
    own = (file for file in folder.iterdir() if file.is_file())
    below = (file for file in (folder / "articles").rglob("*") if file.is_file())
    yield from sorted(file for file in [*own, *below] if _is_article(file))


def _is_article(file: Path) -> bool:
    return file.suffix.lower() in ARTICLE and file.stem.upper() != "README" and not file.name.startswith(".")


def _kind(file: Path) -> str | None:
    """Which kind of file a path names; None for one that is not read."""
    if file.name in TABLES:
        return "tables"
    suffix = file.suffix.lower()
    return "articles" if suffix in ARTICLE else "claims" if suffix in {".csv", ".tsv", ".parquet"} else None


def _unfit(path: Path) -> InputError:
    if not path.exists():
        return InputError(str(path), "no such file or folder", "check the path")
    return InputError(str(path), f"not a kind of file that is read ({path.suffix or 'no suffix'})", KINDS)
