"""The series page: what is drawn is what is stored, and every choice is in the address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import AREA, MARKS, Visitor

SLUG = AREA.removeprefix("/series/")
Rows = Callable[..., list[tuple]]


def ids_of(rows: Rows) -> list[str]:
    return sorted(figure for (figure,) in rows("select figure_id from figures where slug = ?", SLUG))


def test_every_figure_of_the_series_is_a_mark(visitor: Visitor, rows: Rows) -> None:
    page = visitor.open_chart(AREA)

    assert ids_of(rows) == visitor.mark_ids()
    assert len(ids_of(rows)) == page.locator(MARKS).count() - denied_crosses(rows)


def denied_crosses(rows: Rows) -> int:
    found = rows("select count(distinct figure_a) from disagreements where slug = ? and relation = 'denied'", SLUG)
    return found[0][0]


def test_the_unit_moves_marks_axis_table_and_address(visitor: Visitor, rows: Rows) -> None:
    stored = dict(rows("select figure_id, value from figures where slug = ? and value is not null", SLUG))
    page = visitor.open_chart(AREA)
    page.get_by_text("sq mi", exact=True).first.click()
    visitor.until("location.search.includes('unit=mi2')")
    visitor.until("[...document.querySelectorAll('.ytick text')].some(t => t.textContent.includes('sq mi'))")

    drawn = {figure: y for trace in visitor.marks() for figure, y in zip(trace["ids"], trace["y"], strict=True)}
    assert stored
    for figure, value in stored.items():
        assert drawn[figure] == pytest.approx(value / 2.589988110336, rel=1e-9)
    assert "sq mi" in page.locator(".ytick text").last.text_content()

    page.get_by_role("tab", name="Table").click()
    page.wait_for_selector("table.figures")
    assert "square miles" in page.locator("table.figures thead").text_content()
    assert "unit=mi2" in page.locator(".downloads a").first.get_attribute("href")


QUERY = "?tab=compare&unit=mi2&scale=log&order=value&who=monitors.ukraine&from=2024-08-10&to=2025-03-31"


def test_an_address_gives_the_same_page_to_anybody(open_visitor: Callable[..., Visitor]) -> None:
    one, other = open_visitor(), open_visitor(fresh=True)
    one.open_chart(AREA + QUERY)
    other.open_chart(AREA + QUERY)

    assert one.mark_ids() == other.mark_ids()
    assert one.marks() == other.marks()
    for visitor in (one, other):
        page = visitor.page
        assert page.locator("[role=tab][aria-selected=true]").text_content() == "Compare"
        assert page.get_by_label("Log").is_checked()
        assert page.get_by_label("By number").is_checked()
        assert page.locator("#series-start").input_value() == "2024-08-10"
        assert not page.get_by_role("checkbox", name="Russia").is_checked()


def test_choices_write_the_address_that_reloads_to_the_same(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    page.locator("label", has_text="Russia").click()
    visitor.until("location.search.includes('who=')")
    before = visitor.mark_ids()
    page.reload()
    page.wait_for_selector(MARKS, state="attached")

    assert before == visitor.mark_ids()
    assert not page.get_by_role("checkbox", name="Russia").is_checked()


def test_bad_parameters_give_the_plain_page(visitor: Visitor, rows: Rows) -> None:
    page = visitor.open_chart(AREA + "?unit=parsec&tab=zzz&scale=cubic&who=<script>alert(1)</script>&from=yesterday")

    assert ids_of(rows) == visitor.mark_ids()
    assert page.locator("[role=tab][aria-selected=true]").text_content() == "Chart"
    assert "<script>alert" not in page.content()


def test_back_restores_the_view_and_each_page_has_its_title(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    title = page.title()
    page.get_by_role("tab", name="Compare").click()
    visitor.until("location.search.includes('tab=compare')")
    page.locator(".nav-wide a", has_text="Method").click()
    page.wait_for_selector("h1:has-text('How figures are read')")
    assert page.title() != title
    page.go_back()
    page.wait_for_selector("[role=tab][aria-selected=true]:has-text('Compare')")

    assert title == page.title()
    assert "tab=compare" in page.url


def test_the_hover_tells_number_words_speaker_outlet_and_sentence(visitor: Visitor, rows: Rows) -> None:
    visitor.open_chart(AREA)
    told = {figure: text for trace in visitor.marks() for figure, text in zip(trace["ids"], trace["text"], strict=True)}
    stored = rows(
        "select figure_id, excerpt, voice, publisher, sentence from figures where slug = ? and evidence = 'passage'",
        SLUG,
    )

    assert stored
    for figure, excerpt, voice, publisher, sentence in stored:
        words = " ".join(re.sub("<[^>]*>", " ", told[figure]).split()).replace("&#x27;", "'").replace("&quot;", '"')
        assert excerpt in words
        assert voice in words
        assert (publisher or voice) in words
        assert " ".join(sentence.split())[:200] in words


def test_a_pressed_mark_opens_the_passage_with_exactly_the_number_marked(visitor: Visitor, rows: Rows) -> None:
    figure, excerpt, sentence, document = rows(
        "select figure_id, excerpt, sentence, document_id from figures where slug = ? and evidence = 'passage' limit 1",
        SLUG,
    )[0]
    page = visitor.open_chart(AREA)
    page.locator("details.marks summary").click()
    button = page.locator(f"button.mark-button[id*='{figure}']")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#passage mark")

    assert excerpt == page.locator("#passage mark").text_content()
    assert sentence == page.locator("#passage blockquote").text_content()
    assert page.locator(f"#passage a[href='/article/{document}#{figure}']").count() == 1
    assert page.locator(f"#passage a[href='/figure/{figure}']").count() == 1


def test_escape_closes_a_passage_and_leads_back_to_its_mark(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    page.locator("details.marks summary").click()
    page.locator("button.mark-button").nth(3).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#passage h2")
    visitor.until("document.activeElement.id === 'passage'")
    page.keyboard.press("Escape")
    page.wait_for_selector("#passage", state="hidden")
    visitor.until("document.activeElement === document.querySelectorAll('button.mark-button')[3]")


def test_a_clicked_mark_opens_its_passage_and_closes_again(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    page.locator(MARKS).first.click(force=True)
    page.wait_for_selector("#passage h2")
    page.get_by_role("button", name="Close").click()
    page.wait_for_selector("#passage", state="hidden")


def test_a_row_of_a_table_says_that_its_passage_is_not_held(visitor: Visitor, rows: Rows) -> None:
    figure, url = rows(
        "select figure_id, url from figures where slug = ? and evidence = 'table_row' and url is not null limit 1", SLUG
    )[0]
    page = visitor.open(f"/figure/{figure}")

    assert "Transcribed, passage not held" in page.locator("main").text_content()
    assert page.locator(f"main a[href='{url}']").count() >= 1
    assert page.locator("mark").count() == 0


def test_the_quarrel_is_flagged_with_both_numbers_and_its_gap(visitor: Visitor, rows: Rows) -> None:
    narrative, gap = rows(
        "select narrative, gap from disagreements where slug = ? and severity = 3 order by severity_score desc", SLUG
    )[0]
    page = visitor.open_chart(AREA)
    shown = page.locator("main").text_content()

    assert narrative in shown
    assert f"{gap:.2f}×" in shown
    assert page.locator(".annotation-text", has_text="Sources disagree").count() == 1


def test_peak_claims_that_agree_are_drawn_without_a_flag(visitor: Visitor, rows: Rows) -> None:
    page = visitor.open_chart(AREA + "-at-the-peak")
    excerpts = {words for (words,) in rows("select excerpt from figures where slug = ?", SLUG + "-at-the-peak")}

    assert any("500 square miles" in words for words in excerpts)
    assert any("1,400 square kilometers" in words for words in excerpts)
    assert page.locator(".annotation-text", has_text="Sources disagree").count() == 0


def test_turning_a_side_off_takes_its_flag_away_and_all_off_says_what_to_do(visitor: Visitor, rows: Rows) -> None:
    page = visitor.open_chart(AREA)
    for side in ("Ukraine", "Monitors"):
        page.locator("label", has_text=side).click()
        page.wait_for_timeout(400)
    visitor.until("!document.body.textContent.includes('Sources disagree 1.35')")
    for side in ("Russia", "Press"):
        page.locator("label", has_text=side).click()
        page.wait_for_timeout(400)
    page.wait_for_selector(".empty")
    assert page.locator(".js-plotly-plot").count() == 0
    assert page.locator(".flag").count() == 0
    page.get_by_role("button", name="Show all sources").click()
    page.wait_for_selector(MARKS, state="attached")

    assert ids_of(rows) == visitor.mark_ids()


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_open_ends_have_an_arrow_on_every_scale(visitor: Visitor, rows: Rows, scale: str) -> None:
    count = rows("select count(*) from figures where slug = ? and (low is null or high is null)", SLUG)[0][0]
    page = visitor.open_chart(f"{AREA}?scale={scale}")

    assert count > 0
    assert count == page.locator(".annotation-arrow-g").count()


def test_vague_words_have_a_bar_and_no_number(visitor: Visitor, rows: Rows) -> None:
    vague = {
        figure for (figure,) in rows("select figure_id from figures where slug = ? and quantifier = 'vague'", SLUG)
    }
    visitor.open_chart(AREA)
    symbols = visitor.page.evaluate(
        "() => Object.fromEntries(document.querySelector('.js-plotly-plot').data.filter(t => t.customdata)"
        ".flatMap(t => t.customdata.map(id => [id, t.marker.symbol])))"
    )

    assert vague
    assert {symbols[figure] for figure in vague} == {"line-ew-open"}


def test_a_log_scale_counts_the_zeros_that_it_hides(visitor: Visitor, rows: Rows) -> None:
    slug, zeros, every = rows(
        "select slug, count(*) filter (where value = 0) as zeros, count(*) from figures group by slug having zeros > 0"
    )[0]
    page = visitor.open(f"/series/{slug}?scale=log")
    page.wait_for_selector(".notes")
    drawn = page.evaluate(
        "() => { const c = document.querySelector('.js-plotly-plot');"
        "return c ? c.data.filter(t => t.customdata).reduce((n, t) => n + t.customdata.length, 0) : 0 }"
    )

    assert drawn + zeros == every
    assert drawn == 0 or "not shown on a log scale" in page.locator(".notes").first.text_content()


def test_the_table_lists_every_figure_with_its_headings(visitor: Visitor, rows: Rows) -> None:
    page = visitor.open(AREA + "?tab=table", wait="table.figures")

    assert len(ids_of(rows)) == page.locator("table.figures tbody tr").count()
    assert page.locator("table.figures caption").count() == 1
    assert page.locator("table.figures thead th:not([scope=col])").count() == 0
    assert page.locator("table.figures tbody th:not([scope=row])").count() == 0
    style = page.locator("table.figures td.number").first.evaluate("""cell => {
        const style = getComputedStyle(cell);
        return [style.textAlign, style.fontVariantNumeric];
    }""")
    assert style == ["right", "tabular-nums"]


def test_the_csv_holds_the_rows_in_view(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA + "?who=ukraine")
    link = page.locator(".downloads a", has_text="CSV")
    answer = page.request.get(visitor.site + link.get_attribute("href"))
    found = list(csv.DictReader(io.StringIO(answer.text())))

    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert SLUG in answer.headers["content-disposition"]
    assert sorted(row["figure_id"] for row in found) == visitor.mark_ids()


@pytest.mark.parametrize("picture", ["SVG", "PNG"])
def test_a_saved_picture_carries_its_title_and_sources(visitor: Visitor, picture: str) -> None:
    page = visitor.open_chart(AREA)
    heading = page.locator("main h1").text_content()
    sources = page.locator(".source-line").text_content()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=picture).click()
    saved = waiting.value.path().read_bytes()

    assert len(saved) > 5000
    if picture == "SVG":
        text = re.sub("<[^>]*>", "", saved.decode())
        assert heading in text
        assert sources[:40] in text


AS_A_CROWD = """async () => {
    const chart = document.querySelector('.js-plotly-plot');
    const place = point => point.getAttribute('transform').match(/[-\\d.]+/g).map(n => (+n).toFixed(1)).join();
    const apart = [...chart.querySelectorAll('.scatterlayer .point')].map(place).sort();
    const traces = chart.data.map(trace => ({...trace, mode: 'none', meta: {mode: trace.mode}, cliponaxis: true}));
    await Plotly.react(chart, traces, chart.layout);
    const paths = [...chart.querySelectorAll('path.crowd')];
    const kinds = chart.data.map(trace => trace.meta.mode);
    const starts = paths.filter((_, n) => kinds[n] === 'markers').flatMap(path => path.getAttribute('d').match(/M[-\\d.]+,[-\\d.]+/g));
    const together = starts.map(start => start.slice(1).split(',').map(n => (+n).toFixed(1)).join()).sort();
    return {apart, together, paths: paths.length, points: chart.querySelectorAll('.scatterlayer .point').length};
}"""


def test_a_crowd_is_one_path_a_trace_where_its_marks_would_stand(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    found = page.evaluate(AS_A_CROWD)

    assert found["apart"]
    assert found["apart"] == found["together"]
    assert found["points"] == 0
    assert found["paths"] == page.evaluate("document.querySelector('.js-plotly-plot').data.length")


def test_a_mark_of_a_crowd_tells_and_opens_as_any_other(visitor: Visitor, rows: Rows) -> None:
    page = visitor.open_chart(AREA)
    page.evaluate(AS_A_CROWD)
    x, y, figure = page.evaluate(
        """() => {
            const chart = document.querySelector('.js-plotly-plot'), axes = chart._fullLayout;
            const n = chart.data.findIndex(trace => trace.customdata && trace.marker.symbol === 'square');
            const point = chart.calcdata[n][0], box = chart.querySelector('.nsewdrag').getBoundingClientRect();
            return [box.left + axes.xaxis.c2p(point.x), box.top + axes.yaxis.c2p(point.y), chart.data[n].customdata[0]];
        }"""
    )
    page.mouse.move(x, y)
    page.wait_for_selector(".hoverlayer .hovertext")
    page.mouse.click(x, y)
    page.wait_for_selector("#passage h2")

    assert page.locator(f"#passage a[href='/figure/{figure}']").count() == 1


def test_a_drag_along_the_days_zooms_into_them_and_a_double_click_leads_back(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    days = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.map(day => +new Date(day))"
    first, last = page.evaluate(days)
    box = page.locator(".nsewdrag").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 100, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, middle, steps=4)
    page.mouse.up()
    visitor.until(f"{days}[0] > {first} && {days}[1] < {last}")
    page.mouse.dblclick(box["x"] + 300, middle)
    visitor.until(f"{days}[0] === {first} && {days}[1] === {last}")


def test_compare_on_a_phone_has_the_names_above_the_rows(open_visitor: Callable[..., Visitor], rows: Rows) -> None:
    visitor = open_visitor(width=390, height=844)
    page = visitor.open_chart(AREA + "?tab=compare")
    wide = page.evaluate("document.querySelector('.js-plotly-plot .nsewdrag').getBoundingClientRect().width")

    assert wide > 300
    assert len(ids_of(rows)) == page.locator(".textpoint").count()
