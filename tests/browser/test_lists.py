"""The front page, the disagreements and the figure page answer to what is typed and chosen."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.conftest import AREA, Visitor
from warehouse.home import Home

Rows = Callable[..., list[tuple]]


def test_the_front_page_lists_every_series_with_its_counts(visitor: Visitor, rows: Rows) -> None:
    counted = rows("select slug, count(*), count(distinct voice) from figures group by slug order by count(*) desc")
    page = visitor.open("/", wait=".card")
    several = sum(voices > 1 for _, _, voices in counted)

    assert several == page.locator(".card").count()
    assert len(counted) - several == page.locator(".once li").count()
    slug, figures, voices = counted[0]
    card = page.locator(".card", has=page.locator(f"a[href='/series/{slug}']"))
    assert f"{figures} figures · {voices} voices" in card.text_content()


def test_a_word_narrows_the_series_and_writes_the_address(visitor: Visitor) -> None:
    page = visitor.open("/", wait=".card")
    before = page.locator(".card").count()
    page.get_by_label("Find a series").fill("evacuated")
    visitor.until("location.search === '?q=evacuated'")
    visitor.until(f"document.querySelectorAll('.card').length < {before}")

    assert page.locator(".card").count() > 0
    assert all("evacuated" in text.lower() for text in page.locator(".card h3").all_text_contents())


def test_the_front_page_says_what_is_contested_why_and_by_whom(visitor: Visitor, rows: Rows) -> None:
    worst = rows(
        "select narrative, voice_a, voice_b, slug from disagreements where severity >= 2 "
        "order by severity desc, severity_score desc limit 1"
    )[0]
    page = visitor.open("/", wait=".contested")
    told = page.locator(".contested").first

    assert worst[0] == told.locator("h3").text_content()
    assert {worst[1], worst[2]} == set(told.locator(".voice").all_text_contents())
    assert told.locator(f"h3 a[href='/series/{worst[3]}']").count() == 1
    assert told.locator(".reason").text_content()
    assert told.locator("img.beside").count() == 2


def test_a_source_is_found_by_its_name(visitor: Visitor) -> None:
    page = visitor.open("/?q=Syrskyi", wait=".once li")

    assert page.locator("a[href='/source/oleksandr-syrskyi']").count() == 1


def test_a_number_is_found_in_whatever_unit_it_was_printed(visitor: Visitor) -> None:
    page = visitor.open("/?q=500+square+miles", wait=".found li")

    assert any("square miles" in text for text in page.locator(".found li").all_text_contents())
    page = visitor.open("/?q=1,295+km2", wait=".found li")
    assert any("some 500 square miles" in text for text in page.locator(".found li").all_text_contents())


def test_a_link_to_the_front_page_leads_out_of_a_search(visitor: Visitor) -> None:
    page = visitor.open("/", wait=".card")
    every = page.locator(".card").count()
    page.get_by_label("Find a series").fill("evacuated")
    visitor.until(f"location.search === '?q=evacuated' && document.querySelectorAll('.card').length < {every}")
    page.locator(".nav-wide a", has_text="Figures").click()
    visitor.until(f"location.search === '' && document.querySelectorAll('.card').length === {every}")


def test_nothing_found_says_what_to_try(visitor: Visitor) -> None:
    page = visitor.open("/?q=zebras", wait=".empty")

    assert "Nothing is said of “zebras”" in page.locator(".empty").text_content()


def test_disagreements_are_all_listed_worst_first_with_denials(visitor: Visitor, rows: Rows) -> None:
    narratives = [text for (text,) in rows("select narrative from disagreements")]
    page = visitor.open("/disagreements", wait=".quarrel")
    shown = page.locator(".quarrel h3").all_text_contents()
    grades = page.locator(".quarrel").evaluate_all("all => all.map(e => +e.className.match(/severity-(\\d)/)[1])")

    assert sorted(narratives) == sorted(shown)
    assert grades == sorted(grades, reverse=True)
    assert any(" denied what " in text or " denies what " in text for text in shown)


def test_a_filter_narrows_the_disagreements_and_stays_in_the_address(visitor: Visitor, rows: Rows) -> None:
    grave = rows("select count(*) from disagreements where severity >= 3")[0][0]
    page = visitor.open("/disagreements", wait=".quarrel")
    page.get_by_text("Major +", exact=True).click()
    visitor.until(f"document.querySelectorAll('.quarrel').length === {grave}")
    visitor.until("location.search.includes('severity=3')")
    page.reload()
    page.wait_for_selector(".quarrel")

    assert grave == page.locator(".quarrel").count()


def test_both_passages_stand_side_by_side_with_the_number_marked(visitor: Visitor, rows: Rows) -> None:
    pair = rows(
        "select d.narrative, d.excerpt_a, d.excerpt_b from disagreements as d "
        "join figures as a on a.figure_id = d.figure_a "
        "join figures as b on b.figure_id = d.figure_b "
        "where a.evidence = 'passage' and b.evidence = 'passage' limit 1"
    )[0]
    page = visitor.open("/disagreements", wait=".quarrel")
    section = page.locator(".quarrel", has=page.locator("h3", has_text=pair[0])).first

    assert set(pair[1:]) == set(section.locator("mark").all_text_contents())
    assert section.locator(".links a[href^='/article/']").count() == 2


def test_a_report_waits_in_the_inbox_and_changes_nothing(visitor: Visitor, rows: Rows, home: Home) -> None:
    figure = rows("select figure_id from figures where slug = ? limit 1", AREA.removeprefix("/series/"))[0][0]
    before = set(home.inbox.glob("*.json"))
    page = visitor.open(f"/figure/{figure}", wait="#report")
    page.get_by_label("What is wrong").fill("The speaker named here never gave this number.")
    page.get_by_role("button", name="Send").click()
    visitor.until("document.querySelector('#report-answer').textContent.startsWith('Thank you')")
    new = set(home.inbox.glob("*.json")) - before

    assert len(new) == 1
    assert figure in new.pop().read_text(encoding="utf-8")


def test_an_empty_report_is_asked_for_more(visitor: Visitor, rows: Rows, home: Home) -> None:
    figure = rows("select figure_id from figures limit 1")[0][0]
    before = set(home.inbox.glob("*.json"))
    page = visitor.open(f"/figure/{figure}", wait="#report")
    page.get_by_role("button", name="Send").click()
    visitor.until("document.querySelector('#report-answer').textContent.includes('what is wrong')")

    assert before == set(home.inbox.glob("*.json"))
