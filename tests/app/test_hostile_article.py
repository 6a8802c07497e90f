"""One hostile article through the whole house: it is text, and nothing but text, everywhere."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import main

TITLE = "=cmd|' /C calc'!A0 <script>alert(1)</script>"
PUBLISHER = "Robert'); drop table figure;--"
BODY = f"""=HYPERLINK("http://x","12 people") were killed, police said.
+17 people were <b onmouseover="alert(1)">killed</b> on Monday, the mayor's "office" said; '; drop table figure; --
@SUM(1) said that 3,400 people were evacuated \u202e\u0000from the town.
A soldier \x1b[31msaid that 21 people were missing\x1b[0m.
{"9" * 5_000_000} people were killed.
<img src=x onerror=alert(1)> ${{jndi:ldap://x}} {{{{7*7}}}} %s%n The ministry said that 58 square kilometers were held.
""".replace("\u0000", "")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    front = json.dumps({"title": TITLE, "publisher": PUBLISHER, "published": "2025-03-04"})
    (folder / "article'; drop.md").write_text(f"---\n{front}\n---\n{BODY}", encoding="utf-8")
    result = run(folder / "home", "ingest", folder / "article'; drop.md")
    assert result.exit_code == 0, result.output
    return folder / "home"


def run(home: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in arguments], env={"FIGURES_HOME": str(home)})


def test_it_is_stored_as_it_stands_and_nothing_is_dropped(home: Path) -> None:
    answer = run(home, "sql", "select title, publisher, count(*) as n from figures group by all", "--format", "json")

    (row,) = json.loads(answer.stdout)
    assert (row["title"], row["publisher"]) == (TITLE, PUBLISHER)
    assert row["n"] >= 3


def test_no_cell_of_a_download_is_run_by_a_spreadsheet(home: Path) -> None:
    listing = run(home, "export", "--all", "--format", "csv")
    asked = run(home, "sql", "select * from figures", "--format", "csv")

    for text in (listing.stdout, asked.stdout):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        cells = [cell for row in rows for cell in row]
        assert len(rows) > 3
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_a_table_on_the_terminal_holds_no_control_characters(home: Path) -> None:
    shown = run(home, "sql", "select excerpt, sentence, title from figures", "--format", "table").stdout

    assert not [sign for sign in shown if not sign.isprintable() and sign != "\n"]


def test_a_second_ingest_adds_nothing(home: Path) -> None:
    count = "select count(*) as n from figures"
    before = run(home, "sql", count, "--format", "json").stdout

    again = run(home, "ingest", home.parent / "article'; drop.md")

    assert again.exit_code == 0
    assert run(home, "sql", count, "--format", "json").stdout == before


def test_doctor_finds_nothing_wrong(home: Path) -> None:
    assert run(home, "doctor").exit_code == 0
