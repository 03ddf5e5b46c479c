"""The search page: more results keep what was opened; a search held to one document says so."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

HITS = "ol.vk-hits > li[data-document]"
FOCUSED = """() => {
  const item = document.activeElement.closest("li[data-document]");
  return item && item.dataset.document + "#" + item.dataset.clause;
}"""
NAMES = "items => items.map((item) => item.dataset.document + '#' + item.dataset.clause)"


@pytest.mark.browser
def test_more_results_keep_open_what_was_opened(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=c%C3%B4ng%20t%C3%A1c")
    page.locator(".vk-hit__more").first.click()
    before = page.eval_on_selector_all(HITS, NAMES)
    document = page.evaluate("document.activeElement.closest('li').dataset.document")
    page.locator("[data-search-more]").click()
    expect(page.locator(HITS).nth(len(before))).to_be_attached()
    assert page.locator(f'{HITS}[data-document="{document}"][hidden]').count() == 0
    expect(page.locator(f"{HITS}:has(:focus)")).to_have_count(1)
    assert page.evaluate(FOCUSED) not in before


@pytest.mark.browser
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_a_search_held_to_one_document_says_so(visit: Callable[..., Page], phone: bool) -> None:
    page = visit("tim-kiem.html?q=c%C3%B4ng%20t%C3%A1c", phone=phone)
    document = page.locator(HITS).first.get_attribute("data-document")
    page.goto(page.url + f"&trong={document}")
    within = page.locator(".vk-filters__within")
    expect(within).to_contain_text("chỉ trong ")
    assert {name.split("#")[0] for name in page.eval_on_selector_all(HITS, NAMES)} == {document}
    within.get_by_role("button", name="Bỏ chọn").click()
    expect(within).to_have_count(0)
    assert "trong=" not in page.url


@pytest.mark.browser
def test_a_document_that_is_not_here_is_said_to_be_missing(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=trong%3Akhong-co%20c%C3%B4ng%20t%C3%A1c")
    expect(page.locator(".vk-filters__within")).to_have_text("chỉ trong văn bản không có trong kho")
    assert page.locator(".vk-filters__within button").count() == 0, "what is typed is taken out by typing"
