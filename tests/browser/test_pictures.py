"""The pictures in the README are made here, so that they show the pages as they are.

``FIGURES_PICTURES=1 pytest -n 0 tests/browser/test_pictures.py`` makes them anew. The words on the page when a picture
was made stand beside it, and the test fails once they are no longer those of the page.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import AREA, MARKS, Visitor

PICTURES = Path(__file__).resolve().parents[2] / "app" / "pictures"
REMAKE = "make it anew with FIGURES_PICTURES=1"
WORDS = "main h1, main h2, .finding, [role=tab], .choice label, .days-folded summary, .key li"


@pytest.mark.parametrize(
    ("name", "address", "width", "height", "scheme"),
    [
        ("series", AREA, 1280, 1030, "light"),
        ("front", "/", 1280, 1030, "light"),
        ("phone", f"{AREA}?tab=compare", 390, 1030, "dark"),
    ],
)
def test_a_picture_in_the_readme_shows_the_page_as_it_is(
    open_visitor: Callable[..., Visitor], name: str, address: str, width: int, height: int, scheme: str
) -> None:
    visitor = open_visitor(width=width, height=900, scheme=scheme)
    page = visitor.open(address, wait=MARKS if address != "/" else ".card")
    words = "\n".join(page.locator(WORDS).all_text_contents()) + "\n"
    picture, told = PICTURES / f"{name}.png", PICTURES / f"{name}.txt"
    if os.environ.get("FIGURES_PICTURES") == "1":
        visitor.rest()
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        picture.write_bytes(page.screenshot(clip=clip, full_page=True))
        told.write_text(words, encoding="utf-8")

    assert picture.read_bytes().startswith(b"\x89PNG"), REMAKE
    assert told.read_text(encoding="utf-8") == words, REMAKE
