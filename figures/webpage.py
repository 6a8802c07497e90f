"""A saved web page: its article without the furniture, and what the page says of it."""

from __future__ import annotations

from pathlib import Path

from figures.decoding import read_bytes
from figures.document import Origin
from figures.errors import InputError
from figures.origin import origin_from


def read_webpage(path: Path) -> tuple[str, Origin]:
    """The text of the article in the page, and its title, outlet, date (basis "page") and address.

    Reader comments are left out. Raises InputError for a page in which no article is found.
    """
    from trafilatura import bare_extraction  # here, since it takes longer to load than a text takes to read

    found = bare_extraction(
        read_bytes(path),
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = None if found is None else found.text
    if not text:
        raise InputError(str(path), "no article found in the page", "save the article's text as .txt")
    stated = {"title": found.title, "publisher": found.sitename, "published": found.date, "url": found.url}
    cells = {key: value for key, value in stated.items() if value}
    basis = {"published_basis": "page"} if found.date else {}
    return text, origin_from({**cells, **basis})
