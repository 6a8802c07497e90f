"""The partitioned tree: what DuckDB, pandas and pyarrow find in it, and how generations follow each other."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.dataset as ds

from tests.warehouse.claimtables import publish
from warehouse.connection import Snapshot
from warehouse.tree import write_tree

ROWS: tuple[dict[str, str], ...] = (
    {},
    {"value": "1250", "as_of": "2024-08-10"},
    {"indicator": "killed", "unit": "person"},
)


def next_generation(published: Snapshot, number: int) -> Snapshot:
    published.close()
    with duckdb.connect(published.path) as file:
        file.execute("update warehouse_meta set generation = ?", [number])
    return Snapshot(published.path)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


def test_the_tree_has_a_folder_for_each_indicator_and_reads_as_the_view(tmp_path: Path) -> None:
    published = publish(tmp_path, *ROWS)
    tree = write_tree(published, tmp_path / "lake")

    assert list(files(tree)) == ["indicator=area_controlled/figures.parquet", "indicator=killed/figures.parquet"]
    asked = "select figure_id, indicator, value, as_of_start from {} order by all"
    with published.reading() as cursor, duckdb.connect() as reader:
        source = f"read_parquet('{tree}/**/*.parquet', hive_partitioning = true)"
        assert reader.execute(asked.format(source)).fetchall() == cursor.execute(asked.format("figures")).fetchall()
    assert sorted(pd.read_parquet(tree)["value"]) == [1150, 1150, 1250]
    assert ds.dataset(tree, partitioning="hive").count_rows(filter=ds.field("indicator") == "killed") == 1


def test_a_partition_is_sorted_by_series_and_as_of(tmp_path: Path) -> None:
    tree = write_tree(publish(tmp_path, *ROWS), tmp_path / "lake")

    assert list(pd.read_parquet(tree / "indicator=area_controlled")["value"]) == [1250, 1150]


def test_the_next_generation_takes_the_place_and_the_one_before_is_kept_once(tmp_path: Path) -> None:
    published = publish(tmp_path, *ROWS)
    for number in (7, 8, 9):
        published = next_generation(published, number)
        tree = write_tree(published, tmp_path / "lake")

    assert tree.resolve().name == "figures-9"
    assert sorted(path.name for path in (tmp_path / "lake").iterdir()) == ["figures", "figures-8", "figures-9"]


def test_one_generation_is_the_same_bytes_and_is_written_once(tmp_path: Path) -> None:
    published = publish(tmp_path, *ROWS)
    first = write_tree(published, tmp_path / "one")
    second = write_tree(published, tmp_path / "other")
    before = {path: path.stat().st_mtime_ns for path in first.rglob("*.parquet")}

    assert files(first) == files(second)
    assert write_tree(published, tmp_path / "one") == first
    assert {path: path.stat().st_mtime_ns for path in first.rglob("*.parquet")} == before
