"""The page of the schema is what the schema is."""

from __future__ import annotations

import re

from warehouse.schema_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    """If this fails: python -m warehouse.schema_page > warehouse/SCHEMA.md."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_table_view_column_and_macro_says_what_it_holds() -> None:
    empty = [line for line in page().splitlines() if re.search(r"\|\s+\|$|^\* `.*`: $", line)]

    assert empty == []


def test_the_picture_shows_what_refers_to_what() -> None:
    picture = page().split("```")[1]

    assert '    series ||--o{ figure : "series_id"' in picture
    assert '    document ||--o{ figure : "document_id"' in picture
    assert "figures {" not in picture  # views are no tables
