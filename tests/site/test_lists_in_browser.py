"""Tables that sort, the map that is explored, the page for wrong addresses, and every list on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

expect.set_options(timeout=15_000)  # machines that test are busy

LISTS = (
    "index.html",
    "van-ban/index.html",
    "duyet/index.html",
    "duyet/loai.html",
    "duyet/dia-phuong.html",
    "duyet/nam/khong-ghi.html",
    "so-hieu/index.html",
    "so-hieu/25-nq-tw.html",
    "van-ban-chua-co.html",
    "can-kiem-tra.html",
    "tim-kiem.html",
    "tra-cuu.html",
    "so-do.html",
    "huong-dan.html",
    "van-thu.html",
    "gioi-thieu.html",
    "nhat-ky.html",
    "404.html",
)


def column(page: Page, number: int) -> list[str]:
    """The texts of a column of the table, top to bottom."""
    return page.locator(f"table.vk-list tbody tr > :nth-child({number})").all_inner_texts()


@pytest.mark.browser
def test_a_table_sorts_both_ways_and_what_is_not_printed_stays_last(visit: Callable[..., Page]) -> None:
    page = visit("van-ban/index.html")
    head = page.locator("th", has_text="Ngày ban hành")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    falling = column(page, 2)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    rising = column(page, 2)
    assert "không ghi" in falling[-1]
    assert "không ghi" in rising[-1]
    printed = [date for date in falling if "không" not in date]
    assert len(printed) > 1
    assert [date for date in rising if "không" not in date] == printed[::-1]


@pytest.mark.browser
def test_words_sort_as_vietnamese_does(visit: Callable[..., Page]) -> None:
    page = visit("so-hieu/index.html")
    page.locator("th", has_text="Loại văn bản").get_by_role("button").click()
    types = [text for text in column(page, 2) if text]
    order = page.evaluate("words => words.slice().sort(new Intl.Collator('vi', {numeric: true}).compare)", types)
    assert types == order


@pytest.mark.browser
@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_no_page_is_wider_than_its_screen(visit: Callable[..., Page], path: str, phone: bool) -> None:
    page = visit(path, phone=phone)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["index.html", "van-ban/index.html", "so-do.html", "tra-cuu.html", "so-hieu/index.html"]
)
def test_what_is_touched_is_large_enough(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, phone=True)
    small = page.evaluate(
        """() => Array.from(document.querySelectorAll('main button, main summary, main input'))
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"""
    )
    assert small == []


@pytest.mark.browser
def test_the_map_is_walked_with_arrow_keys_and_says_what_is_chosen(visit: Callable[..., Page]) -> None:
    page = visit("so-do.html")
    first = page.locator(".vk-map__node").first
    first.focus()
    expect(page.locator("[data-map-said]")).to_contain_text("viện dẫn")
    before = page.evaluate("document.activeElement.dataset.key")
    page.keyboard.press("ArrowDown")
    after = page.evaluate("document.activeElement.dataset.key")
    assert after
    assert after != before
    page.keyboard.press("Enter")
    page.wait_for_url("**/so-hieu/*.html")


@pytest.mark.browser
def test_the_map_zooms_by_key_and_button(visit: Callable[..., Page]) -> None:
    page = visit("so-do.html")
    width = "document.querySelector('[data-map-picture]').getBoundingClientRect().width"
    start = page.evaluate(width)
    page.locator("[data-zoom=in]").click()
    assert page.evaluate(width) > start
    page.locator("[data-map-window]").focus()
    page.keyboard.press("-")
    assert page.evaluate(width) == pytest.approx(start, rel=0.01)


@pytest.mark.browser
def test_a_number_page_leads_on_to_the_clause_that_cites(visit: Callable[..., Page]) -> None:
    page = visit("so-hieu/25-nq-tw.html")
    link = page.locator(".vk-mention__where a").first
    target = link.get_attribute("href")
    link.click()
    assert target
    page.wait_for_url("**/" + target.removeprefix("../"))
    assert page.evaluate("document.querySelector(':target') !== null")


@pytest.mark.browser
def test_the_guides_examples_are_found_on_the_site(visit: Callable[..., Page]) -> None:
    page = visit("huong-dan.html")
    for link in page.locator(".vk-guide__contents a").all():
        target = link.get_attribute("href") or ""
        assert page.locator(target).count() == 1
