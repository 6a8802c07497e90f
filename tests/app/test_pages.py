"""Callbacks as functions and pages as answers, on a small published file and on none."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from app.page import SiteMap
from app.pages.method import setting_words
from app.server import create_app
from app.settings import Settings
from app.site import PAGES
from tests.app.published import publish
from warehouse.settings import Settings as Thresholds

SITE = SiteMap(PAGES)


def test_every_address_of_the_map_has_its_page() -> None:
    for path in ("/", "/series/x", "/figure/x", "/disagreements", "/place/x", "/source/x", "/event/x", "/articles",
                 "/article/x", "/data", "/sql", "/method", "/check"):  # fmt: skip
        assert SITE.visit(path) is not None


def test_a_query_parameter_never_overrides_a_part_of_the_path() -> None:
    visit = SITE.visit("/series/one", "?slug=two")

    assert visit is not None
    assert visit.variables == {"slug": "one"}


@pytest.mark.parametrize("path", ["/nothing", "/series", "/series/a/b", "/figure/", "//evil.example"])
def test_an_address_off_the_map_is_nowhere(path: str) -> None:
    assert SITE.visit(path) is None


def test_an_unknown_name_is_not_found_and_a_known_one_has_its_title(tmp_path: Path) -> None:
    home = publish(tmp_path)
    client = create_app(Settings(home=home.path)).server.test_client()

    assert client.get("/").status_code == 200
    for path in ("/series/none", "/figure/none", "/place/none", "/source/none", "/event/none", "/nothing"):
        assert client.get(path).status_code == 404
    assert "<title>Kursk – Reported Figures</title>" in client.get("/place/kursk").text


def test_without_a_published_file_a_page_says_what_to_do(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path))
    answer = app.server.test_client().get("/method")

    assert answer.status_code in (200, 503)
    assert "Traceback" not in answer.text


def test_every_threshold_has_its_words_on_the_method_page() -> None:
    assert {field.name for field in fields(Thresholds)} == set(setting_words())
