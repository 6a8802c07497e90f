"""Name tables of the user's: what is wrong with one is said in a line, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.errors import InputError
from figures.names import packaged_names

PLACES = "name,kind,parent,code,latitude,longitude,area_km2,aliases,weak_aliases"
SOURCES = "name,kind,parent,alignment,alignment_basis,aliases,offices"


@pytest.mark.parametrize(
    ("name", "table", "says"),
    [
        ("places.csv", b"name,kind\nX,town\n", "places.csv:1: no column 'parent'"),
        ("places.csv", f"# about\n{PLACES}\nX,town,,,north,,,,\n".encode(), "places.csv:3: could not convert"),
        ("places.csv", f"{PLACES}\nX,town\n".encode(), "places.csv:2: 2 cells where the header has 9"),
        ("places.csv", f"{PLACES}\n,town,,,,,,,\n".encode(), "places.csv:2: a row without a name"),
        ("places.csv", b"\xff\xfe\0", "places.csv:1: not UTF-8"),
        ("sources.csv", f"{SOURCES}\nX,person,,friend,,,\n".encode(), "sources.csv:2: alignment 'friend' is none of"),
        ("sources.csv", f"{SOURCES}\nX,person,,party,,,mayor (2024-13-01..)\n".encode(), "sources.csv:2: month must"),
    ],
)
def test_a_table_that_cannot_be_read_names_its_line(tmp_path: Path, name: str, table: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(table)

    with pytest.raises(InputError) as caught:
        packaged_names().with_folder(tmp_path)

    assert says in str(caught.value)
    assert caught.value.remedy


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_bytes(f"\ufeff{PLACES}\r\nX,town,,,51.5,,,Ex|Iks,\r\n".encode())

    place = packaged_names().with_folder(tmp_path).places["X"]

    assert (place.latitude, place.aliases) == (51.5, ("Ex", "Iks"))
