"""Articles read one by one, here or by workers; the same readings in the same order either way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from figures.document import Origin
from figures.errors import InputError
from figures.files import open_document
from figures.names import Names
from figures.reading import read
from warehouse.rows import Reading


def read_article(path: Path, names: Names, origin: Origin | None) -> Reading | InputError:
    """What one article says, or why it cannot be read. The same file gives the same reading."""
    try:
        document = open_document(path, origin)
        return Reading(document, tuple(read(document, names)))
    except InputError as problem:
        return problem
    except Exception as error:  # the border of a batch: a fault of the reader's costs one article, and is told
        fault = f"the reader failed on it ({type(error).__name__}: {error})"
        return InputError(str(path), fault, "report it with the article; the others are read")


def read_articles(paths: Sequence[Path], names: Names, origins: dict[str, Origin]) -> Iterator[Reading | InputError]:
    """What each article says, in the order of *paths*; one that cannot be read is an error in its place."""
    for path in paths:
        yield read_article(path, names, origins.get(path.name))
