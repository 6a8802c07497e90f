"""Everybody can use every page: no axe findings, the keyboard alone, a phone, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import AREA, MARKS, Visitor

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
Rows = Callable[..., list[tuple]]


def addresses(rows: Rows) -> list[str]:
    figure, document = rows(
        "select figure_id, document_id from figures where evidence = 'passage' and severity > 1 order by 1 limit 1"
    )[0]
    event = rows("select event_id from event order by 1 limit 1")[0][0]
    return [
        "/",
        "/?q=500",
        "/?q=zebras",
        AREA,
        f"{AREA}?from=2024-08-01",
        f"{AREA}?tab=compare",
        f"{AREA}?tab=table",
        f"{AREA}?tab=sources",
        f"{AREA}?who=",
        f"/figure/{figure}",
        "/disagreements",
        "/disagreements?q=zebras",
        "/place/kursk",
        "/source/deepstate",
        f"/event/{event}",
        "/method",
        "/check",
        "/articles",
        f"/article/{document}",
        "/data",
        "/sql?q=from+figures+limit+3",
        "/sql?q=select+nope",
        "/no-such-page",
    ]


# By one rule at a time axe takes twice as long; these two are all that light and dark can differ in.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
ALL_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
FIND = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_axe_finds_nothing(
    open_visitor: Callable[..., Visitor], rows: Rows, width: int, height: int, half: int
) -> None:
    """On every page, by all rules in the light and by those of colours in the dark; nor does a page scroll sideways."""
    visitor = open_visitor(width=width, height=height)
    visitor.page.emulate_media(reduced_motion="reduce")  # no colour is on its way to another
    findings = []
    for address in addresses(rows)[half::2]:
        page = visitor.open(address)
        visitor.rest()
        findings += found_by_axe(visitor, address, ALL_RULES)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} scrolls sideways"
        show(visitor, "dark")
        findings += found_by_axe(visitor, f"{address} in the dark", OF_COLOURS)
        show(visitor, "light")

    assert not findings, "\n".join(findings)


def show(visitor: Visitor, scheme: str) -> None:
    """Change the scheme of the machine, which the page follows, and its chart after it."""
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.until(f"document.documentElement.dataset.mantineColorScheme === '{scheme}'")
    visitor.rest()


def found_by_axe(visitor: Visitor, address: str, rules: dict) -> list[str]:
    if not visitor.page.evaluate("() => 'axe' in window"):
        visitor.page.evaluate(AXE)
    found = visitor.page.evaluate(FIND, rules)
    return [
        f"{address}: {violation['id']}: {node['target']} {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"][:3]
    ]


def test_the_skip_link_comes_first_and_leads_to_the_content(visitor: Visitor) -> None:
    page = visitor.load(AREA, wait=MARKS)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_keyboard_reaches_every_control_and_shows_where_it_is(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    reached, hidden = [], []
    for _ in range(80):
        page.keyboard.press("Tab")
        name, outlined = page.evaluate(
            """() => {
                const at = document.activeElement;
                if (at === document.body) return [null, true];
                const box = at.closest('label, .mantine-Chip-root') || at;
                const marked = [at, at.nextElementSibling, at.parentElement, box].filter(Boolean)
                    .some(e => getComputedStyle(e).outlineStyle !== 'none' || getComputedStyle(e).boxShadow !== 'none');
                const group = at.closest('[role=group]')?.ariaLabel;
                return [at.getAttribute('aria-label') || group || at.textContent.trim() || at.id, marked];
            }"""
        )
        if name is None:
            break  # past the last control
        reached.append(name)
        if not outlined:
            hidden.append(name)
    said = " | ".join(reached)

    for control in ("Whose numbers to show", "Unit", "Scale", "Chart", "marks as a list", "CSV", "Copy link"):
        assert control in said
    assert not hidden


def test_arrow_keys_move_between_the_tabs(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    page.get_by_role("tab", name="Chart").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".chart-compare " + MARKS, state="attached")

    assert page.locator("[role=tab][aria-selected=true]").text_content() == "Compare"


def test_a_phone_shows_all_of_the_header_and_cuts_no_label(open_visitor: Callable[..., Visitor]) -> None:
    visitor = open_visitor(width=390, height=844)
    page = visitor.open_chart(AREA)
    cut = page.evaluate(
        """() => {
            const plot = document.querySelector('.js-plotly-plot').getBoundingClientRect();
            return [...document.querySelectorAll('.xtick text, .ytick text, .annotation-text')].filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < plot.left - 1 || box.right > plot.right + 1 || box.bottom > plot.bottom + 1;
            }).map(text => text.textContent);
        }"""
    )
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main [role=tab], header a, header summary, header button')]
            .filter(e => e.offsetParent && !e.closest('details:not([open])'))
            .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
            .filter(([_, box]) => box.height && (box.height < 24 || box.width < 24)).map(([name]) => name)"""
    )

    outside = page.evaluate(
        """() => {
            const bar = document.querySelector('.site-header').getBoundingClientRect();
            return [...document.querySelectorAll('.site-header .bar > *')].filter(e => e.offsetParent)
                .map(e => e.getBoundingClientRect())
                .filter(box => box.top < bar.top || box.bottom > bar.bottom || box.right > bar.right).length;
        }"""
    )

    assert not cut
    assert not small
    assert not outside
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_menu_of_a_phone_leads_to_every_page(open_visitor: Callable[..., Visitor]) -> None:
    page = open_visitor(width=390, height=844).open("/method")
    page.locator(".nav-narrow summary").click()
    page.locator(".nav-narrow a", has_text="Disagreements").click()
    page.wait_for_selector("h1:has-text('Where sources disagree')")


def test_a_page_change_moves_the_focus_to_its_heading(visitor: Visitor) -> None:
    page = visitor.open("/")
    page.locator(".card a").first.click()
    page.wait_for_selector(".series h1")
    visitor.until("document.activeElement.tagName === 'H1'")


def test_paper_has_every_quote_and_address_and_no_controls(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    page.emulate_media(media="print")

    assert not page.locator(".controls").is_visible()
    assert not page.locator(".site-header nav").first.is_visible()
    assert page.locator(".quarrel").first.is_visible()
    shown = page.locator(".quarrel .links a").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert "http" in shown


def test_who_wants_no_motion_gets_none(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
        const style = getComputedStyle(e);
        return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 && style.transitionProperty !== 'none';
    }).length"""

    assert page.evaluate(moving) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == 0


def test_paper_has_the_whole_table_and_the_evidence_of_each_mark(visitor: Visitor, rows: Rows) -> None:
    figures = rows("select count(*) from figures where slug = ?", AREA.removeprefix("/series/"))[0][0]
    page = visitor.open_chart(AREA)
    page.emulate_media(media="print", color_scheme="dark")

    assert figures == page.locator(".endnotes li").count()
    assert page.locator(".endnotes").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor") == "rgb(255, 255, 255)"


def test_the_scheme_follows_the_button_and_so_does_the_chart(open_visitor: Callable[..., Visitor]) -> None:
    visitor = open_visitor(fresh=True)
    page = visitor.open_chart(AREA)
    page.locator("#scheme").click()
    visitor.until("document.querySelector('.js-plotly-plot').layout.paper_bgcolor === '#1a1d21'")

    assert page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor") == "rgb(26, 29, 33)"
