"""The open pages in a browser: SQL, data, articles, check and the frame."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import AREA, MARKS, Visitor

Rows = Callable[..., list[tuple]]


def ask(visitor: Visitor, statement: str) -> None:
    visitor.page.fill("#sql-text", statement)
    visitor.page.keyboard.press("Control+Enter")


def test_a_statement_runs_by_keyboard_and_its_address_gives_it_again(
    visitor: Visitor, open_visitor: Callable[..., Visitor]
) -> None:
    visitor.open("/sql")
    ask(visitor, "select 40 + 2 as answer")
    visitor.page.wait_for_selector("#sql-answer td")
    visitor.until("location.search.includes('q=select+40')")
    again = open_visitor()
    again.open(visitor.page.url.removeprefix(visitor.site))
    again.page.wait_for_selector("#sql-answer td")

    assert again.page.inner_text("#sql-answer td") == "42"


def test_a_wrong_statement_is_pointed_at(visitor: Visitor) -> None:
    visitor.open("/sql")
    ask(visitor, "select *\nfrom figures\nwhere nope = 1")
    visitor.page.wait_for_selector("#sql-answer .problem")

    assert visitor.page.inner_text("#sql-answer .place") == "Line 3, column 7"
    assert visitor.page.inner_text("#sql-answer .pointed").splitlines() == ["where nope = 1", "      ^"]


def test_a_runaway_statement_is_stopped_and_the_page_stays_usable(visitor: Visitor) -> None:
    visitor.open("/sql")
    ask(visitor, "select sleep_ms(60000)")
    visitor.page.wait_for_selector("#sql-answer .problem")
    ask(visitor, "select 7")
    visitor.page.wait_for_selector("#sql-answer td")

    assert visitor.page.inner_text("#sql-answer td") == "7"


def test_the_csv_of_an_answer_has_its_rows(visitor: Visitor, rows: Rows) -> None:
    visitor.open("/sql?q=select+figure_id+from+figures+order+by+figure_id")
    visitor.page.wait_for_selector("#sql-answer td")
    with visitor.page.expect_download() as download:
        visitor.page.click("#sql-answer a:has-text('CSV')")
    with open(download.value.path(), encoding="utf-8", newline="") as file:
        found = [row[0] for row in csv.reader(file)][1:]

    assert found == [row[0] for row in rows("select figure_id from figures order by figure_id")]


def test_every_number_of_an_article_is_marked_at_its_place(visitor: Visitor, rows: Rows) -> None:
    [(document,)] = rows(
        "select document_id from figure where char_start is not null group by 1 order by count(*) desc limit 1"
    )
    marked = rows(
        "select figure_id, excerpt from figures where document_id = $1 and derived_from_id is null order by char_start, char_end",
        document,
    )
    visitor.open(f"/article/{document}", wait=".text mark")
    shown = visitor.page.eval_on_selector_all(
        ".text mark.read", "found => found.map(mark => [mark.id, mark.innerText])"
    )

    assert {(figure, " ".join(words.split())) for figure, words in shown} <= {
        (f, " ".join(e.split())) for f, e in marked
    }
    assert len(shown) >= 0.8 * len(marked)  # of two figures in one place one is marked; the list has both
    assert visitor.page.locator(".numbers li").count() >= len(marked)


def test_an_article_opens_at_the_number_of_its_address(visitor: Visitor, rows: Rows) -> None:
    [(document, figure)] = rows(
        "select document_id, figure_id from figures where char_start is not null order by char_start desc limit 1"
    )
    visitor.open(f"/article/{document}#{figure}", wait="mark:target")

    assert visitor.page.locator("mark:target").get_attribute("id") == figure


def test_rows_are_narrowed_by_the_form_and_the_files_with_them(visitor: Visitor, rows: Rows) -> None:
    visitor.open("/data")
    visitor.page.fill("input[name=q]", "square")
    visitor.page.click("button:has-text('Show')")
    visitor.page.wait_for_url("**/data?q=square")
    visitor.page.wait_for_selector("a[href='/data/figures.csv?q=square']")
    [(many,)] = rows(
        "select count(*) from figures where contains(lower(excerpt), 'square') or contains(lower(sentence), 'square')"
    )

    assert f"of {many}" in visitor.page.inner_text("[role=status]")


def test_a_list_turns_its_pages_and_back_comes_back(visitor: Visitor) -> None:
    visitor.open("/data", wait=".pager")
    visitor.page.click("text=After →")
    visitor.page.wait_for_url("**/data?page=2")
    visitor.page.wait_for_selector("text=← Before")
    visitor.page.go_back()
    visitor.page.wait_for_selector("[role=status]:has-text('Rows 1 to')")

    assert visitor.page.url.endswith("/data")


def test_a_pasted_text_is_told_what_others_say(visitor: Visitor) -> None:
    visitor.open("/check")
    visitor.page.fill(
        "#draft", "Ukraine holds 450 square kilometres of the Kursk region, Syrskyi said on 15 August 2024."
    )
    visitor.page.click("#check")
    visitor.page.wait_for_selector("#checked mark")

    assert visitor.page.inner_text("#checked .text mark") == "450 square kilometres"
    assert "Disputed" in visitor.page.inner_text("#checked .numbers li")
    assert visitor.page.locator("#checked .numbers a[href^='/figure/']").count() > 0


def test_markup_in_a_pasted_text_stays_text(visitor: Visitor) -> None:
    visitor.open("/check")
    visitor.page.fill(
        "#draft", "<img src=x onerror=alert(1)> <script>alert(2)</script> held 58 square kilometres {{7*7}}."
    )
    visitor.page.click("#check")
    visitor.page.wait_for_selector("#checked mark")

    assert "<script>alert(2)</script>" in visitor.page.inner_text("#checked .text")
    assert visitor.page.locator("#checked img, #checked script").count() == 0


def test_the_frame_draws_every_mark_without_the_rest_of_the_site(visitor: Visitor, rows: Rows) -> None:
    visitor.load(f"/embed/{AREA.removeprefix('/series/')}", wait=MARKS)
    drawn = {figure for trace in visitor.marks() for figure in trace["ids"]}
    dated = rows(
        "select count(*) from figures where slug = $1 and as_of_start is not null", AREA.removeprefix("/series/")
    )

    assert len(drawn) == dated[0][0]
    assert "known=" in visitor.page.url
    assert not [address for address in visitor.requested if "dash" in address]


PAGES = ["/sql?q=from+figures", "/data", "/articles", "/check", f"/embed/{AREA.removeprefix('/series/')}"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_is_wider_than_its_window_and_nothing_leaves_the_house(
    open_visitor: Callable[..., Visitor], path: str, width: int
) -> None:
    visitor = open_visitor(width=width)
    page = visitor.load(path)
    visitor.rest()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(address.startswith((visitor.site, "data:", "blob:")) for address in visitor.requested)


FOCUSABLE = "a[href], button, input:not([type=hidden]), textarea, summary, [tabindex='0']"
COLLECT = f"""() => [...document.querySelectorAll("main :is({FOCUSABLE})")]
    .filter(found => found.checkVisibility() && found.tabIndex >= 0).length"""


@pytest.mark.parametrize("path", ["/sql", "/check"])
def test_every_control_is_reached_by_tab(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    visitor.rest()
    controls = page.evaluate(COLLECT)
    page.evaluate("() => { document.querySelector('main').focus(); window.seen = new Set(); }")
    for _ in range(controls):
        page.keyboard.press("Tab")
        page.evaluate("() => window.seen.add(document.activeElement)")

    assert page.evaluate("() => [...window.seen].filter(found => found.closest('main')).length") == controls


def test_json_beside_the_page_says_what_the_page_says(visitor: Visitor, rows: Rows) -> None:
    answer = visitor.page.request.get(f"{visitor.site}/api{AREA}")
    found = json.loads(answer.text())

    assert re.match(r"application/json", answer.headers["content-type"])
    assert (
        len(found["figures"])
        == rows("select count(*) from figures where slug = $1", AREA.removeprefix("/series/"))[0][0]
    )
