"""The picture in the README is made here, so that it shows the page as it is.

``FIGURES_PICTURES=1 pytest tests/browser/test_pictures.py`` makes it anew. The words on the page when it was made
stand beside it, and the test fails once they are no longer those of the page.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.browser.conftest import AREA, Visitor

PICTURES = Path(__file__).resolve().parents[2] / "app" / "pictures"
REMAKE = "make it anew with FIGURES_PICTURES=1"


def test_the_picture_in_the_readme_shows_the_page_as_it_is(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    page.wait_for_timeout(500)
    words = "\n".join(page.locator("main h1, .finding, [role=tab], .choice label, .day label").all_text_contents())
    picture, told = PICTURES / "series.png", PICTURES / "series.txt"
    if os.environ.get("FIGURES_PICTURES") == "1":
        picture.write_bytes(page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 1180}, full_page=True))
        told.write_text(words + "\n", encoding="utf-8")

    assert picture.read_bytes().startswith(b"\x89PNG"), REMAKE
    assert told.read_text(encoding="utf-8") == words + "\n", REMAKE
