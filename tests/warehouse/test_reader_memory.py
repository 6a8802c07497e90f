"""What a reader's DuckDB may hold is bounded, and a question that needs more still has its answer."""

from __future__ import annotations

from pathlib import Path

from tests.app.published import publish
from warehouse.connection import Snapshot

SORTED = """
    select text
    from (select md5(range::varchar) || repeat('x', 60) as text from range(1000000))
    order by text desc
    limit 1
    offset 900000
"""


def test_the_bound_is_set_and_a_sort_beyond_it_goes_to_disk(tmp_path: Path) -> None:
    snapshot = Snapshot.of(publish(tmp_path), memory="80MB")
    with snapshot.reading() as cursor:
        limit = cursor.execute("select current_setting('memory_limit')").fetchone()
        last = cursor.execute(SORTED).fetchone()

    assert limit == ("76.2 MiB",)
    assert last
    assert len(last[0]) == 92
