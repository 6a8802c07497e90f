"""Ingest end to end on files: idempotent, one bad file costs only itself, a corrected file corrects."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse.connection import open_work, run
from warehouse.home import Home
from warehouse.ingesting import Summary, ingest

ARTICLE = """---
title: {title}
publisher: The Daily
published: {published}
url: {url}
---
Ukraine's forces control {area} square kilometres of Kursk region, General Valery Gerasimov said on 15 August 2024.
The villages had been quiet for three days.
"""
CLAIMS = """indicator,holder,statistic,place,as_of,quantifier,value,unit,speaker,publisher,published,url
area_controlled,Ukraine,level,Kursk,2024-08-15,exact,{first},km**2,Oleksandr Syrskyi,The Daily,{published},https://a.example/1
area_controlled,Ukraine,level,Kursk,2024-08-20,exact,1263,km**2,Oleksandr Syrskyi,The Daily,2024-08-21,https://a.example/2
"""


class Folder:
    """A folder of input and a home beside it."""

    def __init__(self, path: Path) -> None:
        self.input = path / "input"
        self.input.mkdir()
        self.home = Home(path / "home")

    def article(self, name: str = "a.md", **parts: object) -> None:
        given = {"title": "A", "published": "2024-08-16", "url": "https://a.example/0", "area": "1,150", **parts}
        (self.input / name).write_text(ARTICLE.format(**given), encoding="utf-8")

    def claims(self, **parts: object) -> None:
        text = CLAIMS.format(**{"first": 1150, "published": "2024-08-16", **parts})
        (self.input / "claims.csv").write_text(text, encoding="utf-8")

    def ingest(self) -> Summary:
        return ingest([self.input], self.home)

    def values(self) -> list[float]:
        with duckdb.connect(str(self.home.published), read_only=True) as database:
            rows = database.execute("select value from figures where indicator = 'area_controlled' order by 1")
            return [row[0] for row in rows.fetchall()]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_second_ingest_adds_nothing_and_publishes_nothing(folder: Folder) -> None:
    folder.article()
    folder.claims()
    first, second = folder.ingest(), folder.ingest()

    assert (first.documents_added, first.added, first.unread, first.generation) == (3, 3, 1, 1)
    assert (second.documents_added, second.added, second.retired, second.generation) == (0, 0, 0, None)
    assert second.problems == []
    with open_work(folder.home) as work:
        assert run(work, "select count(*) from run") == [(1,)]


def test_a_corrected_table_replaces_what_it_said(folder: Folder) -> None:
    folder.claims(first=1150)
    folder.ingest()
    folder.claims(first=1160)
    again = folder.ingest()

    assert (again.added, again.retired, again.known) == (1, 1, 1)
    assert folder.values() == [1160.0, 1263.0]


def test_a_corrected_article_replaces_what_it_said(folder: Folder) -> None:
    folder.article(area="1,150")
    folder.ingest()
    folder.article(area="1,250")
    folder.ingest()

    assert folder.values() == [1250.0]


def test_a_page_saved_again_under_a_later_date_stands_beside_the_first(folder: Folder) -> None:
    folder.article(area="1,150", published="2024-08-16")
    folder.ingest()
    folder.article(area="1,250", published="2024-08-17")
    folder.ingest()

    assert folder.values() == [1150.0, 1250.0]


def test_what_another_file_still_says_stands(folder: Folder) -> None:
    folder.article("a.md")
    folder.ingest()
    folder.article("b.md")
    folder.article("a.md", area="1,250")
    folder.ingest()

    assert 1250.0 in folder.values()


def test_a_table_with_a_bad_row_withdraws_nothing(folder: Folder) -> None:
    folder.claims(first=1150)
    folder.ingest()
    folder.claims(first="many")
    again = folder.ingest()

    assert len(again.problems) == 1
    assert folder.values() == [1150.0, 1263.0]


def test_one_bad_file_costs_only_itself(folder: Folder) -> None:
    folder.article()
    folder.claims(published="2024-08-01")  # its as-of would lie after its publication
    (folder.input / "empty.txt").write_text("")
    (folder.input / "binary.txt").write_bytes(bytes(range(256)) * 10)
    summary = folder.ingest()
    told = [str(problem) for problem in summary.problems]

    assert len(told) == 3
    assert any(line.startswith("claims.csv:2: ") for line in told)
    assert all("\n" not in line for line in told)
    assert folder.values() == [1150.0, 1263.0]


def test_a_fault_of_the_readers_costs_one_article(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.article("a.md")
    folder.article("b.md", title="B", url="https://a.example/b")

    def broken(document: object, names: object = None) -> list[object]:
        raise KeyError(str(document)[:20])

    monkeypatch.setattr("warehouse.articles.read", broken)
    summary = folder.ingest()

    assert len(summary.problems) == 2
    assert "the reader failed on it (KeyError" in str(summary.problems[0])


def test_an_ingest_that_was_killed_before_comparing_is_finished_by_the_next(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.claims()
    folder.article(area="500")
    with monkeypatch.context() as broken:
        broken.setattr("warehouse.ingesting._compare", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            folder.ingest()
    assert not folder.home.published.exists()

    folder.ingest()
    with duckdb.connect(str(folder.home.published), read_only=True) as database:
        [[flagged]] = database.execute("select count(*) from disagreements where slug like 'area-of-kursk%'").fetchall()
        [[unfinished]] = database.execute("select count(*) from run where ended_at is null").fetchall()

    assert flagged == 1
    assert unfinished == 0
    assert folder.values() == [500.0, 1150.0, 1263.0]


def test_hostile_text_is_stored_as_it_is(folder: Folder) -> None:
    title = '=cmd|" /C calc"!A0 <script>alert(1)</script> \'; drop table figure; --'
    folder.article(title="'" + title.replace("'", "''") + "'")
    folder.ingest()

    with duckdb.connect(str(folder.home.published), read_only=True) as database:
        assert database.execute("select title from figures").fetchall() == [(title,)]
