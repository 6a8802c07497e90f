"""Files in: which ones are meant, and what each is made into or refused for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from figures.document import Origin
from figures.errors import InputError
from figures.files import find_files, open_document, read_manifest

SENTENCE = "At least 12 people were killed on Monday, the mayor of the town said."


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_means_its_articles_claims_and_tables_and_nothing_else(tmp_path: Path) -> None:
    for name in (
        "b.md", "a.txt", "articles/deep/c.html", "claims.csv", "claims_more.csv", "sources.csv", "fx_rates.csv",
        "README.md", "readme.txt", "manifest.csv", "other.csv", "picture.png", ".hidden.md", "elsewhere/d.md",
    ):  # fmt: skip
        write(tmp_path / name, SENTENCE)

    found = find_files([tmp_path])

    assert [str(file.relative_to(tmp_path)) for file in found.articles] == ["a.txt", "articles/deep/c.html", "b.md"]
    assert [file.name for file in found.claims] == ["claims.csv", "claims_more.csv"]
    assert [file.name for file in found.tables] == ["sources.csv", "fx_rates.csv"]
    assert found.problems == ()


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    article = write(tmp_path / "a.txt", SENTENCE)

    found = find_files([article, tmp_path, tmp_path / "." / "a.txt"])

    assert (article,) == found.articles


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.md", "no such file or folder"), ("picture.png", "not a kind of file"), ("empty", "nothing to read")],
)
def test_a_path_that_leads_to_nothing_is_a_problem_and_the_rest_is_found(tmp_path: Path, name: str, says: str) -> None:
    article = write(tmp_path / "a.txt", SENTENCE)
    write(tmp_path / "picture.png", b"\x89PNG")
    (tmp_path / "empty").mkdir()

    found = find_files([tmp_path / name, article])

    assert (article,) == found.articles
    assert [str(tmp_path / name)] == [problem.file for problem in found.problems]
    assert says in found.problems[0].problem


def test_plain_text_is_kept_as_it_is_byte_order_mark_and_line_ends_too(tmp_path: Path) -> None:
    document = open_document(write(tmp_path / "a.txt", "\ufeffOne.\r\nTwo.\r\n"))

    assert document.text == "\ufeffOne.\r\nTwo.\r\n"
    assert (document.body.start, document.body.end) == (1, 13)


def test_the_body_of_markdown_begins_below_its_front_matter(tmp_path: Path) -> None:
    text = f"---\ntitle: 'A: B'\npublisher: Example\npublished: 2025-03-04\npublished_basis: page\n---\n{SENTENCE}\n"

    document = open_document(write(tmp_path / "a.md", text))

    assert text == document.text
    assert text.index("At least") == document.body.start
    assert Origin("A: B", "Example", None, datetime(2025, 3, 4, tzinfo=UTC), "day", "page") == document.origin


def test_markdown_without_front_matter_is_all_body(tmp_path: Path) -> None:
    assert open_document(write(tmp_path / "a.md", f"# Flood\n\n---\n\n{SENTENCE}")).body.start == 0


@pytest.mark.parametrize(
    ("published", "start", "precision"),
    [
        ("2025", datetime(2025, 1, 1, tzinfo=UTC), "year"),
        ("2025-03", datetime(2025, 3, 1, tzinfo=UTC), "month"),
        ("2025-03-04", datetime(2025, 3, 4, tzinfo=UTC), "day"),
        ("2025-03-04T05:06:07+02:00", datetime(2025, 3, 4, 3, 6, 7, tzinfo=UTC), "time"),
        ("'2025-03-04'", datetime(2025, 3, 4, tzinfo=UTC), "day"),
    ],
)
def test_published_is_a_day_a_month_a_year_or_a_moment(
    tmp_path: Path, published: str, start: datetime, precision: str
) -> None:
    document = open_document(write(tmp_path / "a.md", f"---\npublished: {published}\n---\n{SENTENCE}"))

    assert (start, precision, "given") == (
        document.origin.published,
        document.origin.published_precision,
        document.origin.published_basis,
    )


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("title: [unclosed\n", 3, "does not parse"),
        ("title: one\nother: a: b\n", 3, "does not parse"),
        ("published: 2025-02-31\n", 2, "does not parse"),
        ("title: x\npublished: last week\n", 3, "is no date"),
        ("published_basis: guessed\n", 2, "is not known"),
        ("- a\n- b\n", 2, "no list of keys"),
        ("x: " + "[" * 5000 + "\n", 2, "does not parse"),
    ],
)
def test_front_matter_that_does_not_parse_names_its_line(tmp_path: Path, front: str, line: int, says: str) -> None:
    with pytest.raises(InputError) as caught:
        open_document(write(tmp_path / "a.md", f"---\n{front}---\n{SENTENCE}"))

    assert says in str(caught.value)
    assert line == caught.value.line
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\t\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("binary.txt", b"\x7fELF\0\0\0", "binary"),
        ("open.md", b"---\ntitle: x\n", "never closes"),
        ("bare.md", b"---\ntitle: x\n---\n \n", "no text"),
        ("wide.txt", "\ufeffWide text".encode("utf-16"), "UTF-16"),
        ("latin.txt", "Les forces ont tué 12 personnes à Orléans, près de la forêt.\n".encode("latin-1"), "not UTF-8"),
        ("page.html", b"<html><body></body></html>", "no article found"),
        ("picture.png", b"\x89PNG", "not a kind of file"),
        ("german.txt", "Nach Angaben der Stadt ist das Dorf nicht von der Flut zerstört.".encode(), "German"),
        ("ukrainian.txt", "За словами речника, у районі залишаються дві тисячі цивільних.".encode(), "Cyrillic"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line_with_a_remedy(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        write(path, content)

    with pytest.raises(InputError) as caught:
        open_document(path)

    assert says in caught.value.problem
    assert caught.value.remedy
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_an_unknown_encoding_is_named_with_the_line_and_the_command_that_mends_it(tmp_path: Path) -> None:
    russian = "Первая строка текста о событиях в области.\nВторая строка текста.\n"
    path = write(tmp_path / "a.txt", b"ASCII first.\n" + russian.encode("cp1251"))

    with pytest.raises(InputError) as caught:
        open_document(path)

    assert caught.value.line == 2
    assert "iconv -f" in caught.value.remedy


PAGE = f"""<html lang="en"><head><title>Flood kills 12 - Daily Example</title>
<meta property="og:site_name" content="Daily Example">
<meta property="article:published_time" content="2025-03-04T10:00:00Z">
<link rel="canonical" href="https://example.org/flood"></head>
<body><nav>Top 5 This Week</nav><article><h1>Flood kills 12</h1><p>{SENTENCE}</p>
<p>About 3,400 people left their homes, according to the ministry, and it was the worst flood in decades there.</p>
</article><footer>Over 99 newsletters</footer></body></html>"""


def test_a_web_page_gives_its_article_title_outlet_date_and_address(tmp_path: Path) -> None:
    document = open_document(write(tmp_path / "a.html", PAGE))

    assert SENTENCE in document.text
    assert "Top 5" not in document.text
    assert "newsletters" not in document.text
    assert (0, len(document.text)) == (document.body.start, document.body.end)
    assert (
        Origin("Flood kills 12", "Daily Example", None, datetime(2025, 3, 4, tzinfo=UTC), "day", "page",
               "https://example.org/flood")
        == document.origin
    )  # fmt: skip


def test_a_manifest_goes_before_what_the_file_says_and_leaves_the_rest(tmp_path: Path) -> None:
    article = write(tmp_path / "a.md", f"---\ntitle: Own\npublisher: Own Paper\npublished: 2025\n---\n{SENTENCE}")
    manifest = write(
        tmp_path / "manifest.csv",
        "file,title,publisher,published,published_basis,url\na.md,,Given Paper,2025-03-04,byline,\n",
    )

    document = open_document(article, read_manifest(manifest)["a.md"])

    assert (document.origin.title, document.origin.publisher) == ("Own", "Given Paper")
    assert (document.origin.published_precision, document.origin.published_basis) == ("day", "byline")


@pytest.mark.parametrize(
    ("table", "line", "says"),
    [
        ("name,title\na.md,x\n", 1, "no column `file`"),
        ("file,title\na.md\n", 2, "1 cells where the header has 2"),
        ("file,title\na.md,x\nfolder/a.md,y\n", 3, "listed twice"),
        ('file,title,published\nb.md,"two\nlines",2025\na.md,x,soon\n', 4, "is no date"),
        ("file,published_basis\na.md,felt\n", 2, "is not known"),
        ("file,title\n,x\n", 2, "without a file"),
    ],
)
def test_a_manifest_that_is_wrong_names_its_line(tmp_path: Path, table: str, line: int, says: str) -> None:
    path = write(tmp_path / "manifest.csv", table)

    with pytest.raises(InputError) as caught:
        read_manifest(path)

    assert says in caught.value.problem
    assert line == caught.value.line
