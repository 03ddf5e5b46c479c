"""The search page and the search box in Chromium: typing, filters, keyboard, address, completions, hostile words."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=15_000)  # machines that test are busy

HITS = "ol.vk-hits > li[data-document]"
STATUS = "[data-search-status]"


def hits(page: Page) -> Locator:
    return page.locator(HITS)


def search(page: Page, query: str) -> None:
    """Types `query` and waits for its answer."""
    page.locator("[data-search-field]").fill(query)
    expect(page.locator(STATUS)).not_to_have_text(re.compile(r"^$|Đang tìm"))


@pytest.mark.browser
@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_search_as_one_types_without_accents(visit: Callable[..., Page], over: str, phone: bool) -> None:
    page = visit("tim-kiem.html", over=over, phone=phone)
    search(page, "dan van kheo")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ kết quả trong \d+ văn bản$"))
    assert hits(page).count() > 3
    assert page.locator(".vk-hit mark").first.inner_text().lower() == "dân vận khéo"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_the_page_shows_the_hits_that_the_search_found(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=d%C3%A2n%20v%E1%BA%ADn")
    expect(hits(page).first).to_be_visible()
    answer = page.evaluate("vankien.search('dân vận', {limit: 30})")
    found = [(hit["document"], hit["clause"] or "") for hit in answer["hits"]]
    shown = page.eval_on_selector_all(HITS, "items => items.map(i => [i.dataset.document, i.dataset.clause])")
    assert sorted(map(tuple, shown)) == sorted(found)
    documents = [document for document, _ in shown]
    assert documents == sorted(documents, key=documents.index), "the hits of one document stand together"


@pytest.mark.browser
def test_three_hits_of_a_document_are_shown_and_the_rest_is_one_tap_away(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=dan%20van%20kheo", phone=True)
    more = page.locator(".vk-hit__more").first
    expect(more).to_be_visible()
    first = hits(page).first.get_attribute("data-document")
    own = page.locator(f'{HITS}[data-document="{first}"]')
    assert own.locator("visible=true").count() >= 3
    hidden = own.count() - page.locator(f'{HITS}[data-document="{first}"]:not([hidden])').count()
    assert hidden > 0
    more.tap()
    assert page.locator(f'{HITS}[data-document="{first}"]:not([hidden])').count() == own.count()


@pytest.mark.browser
def test_words_and_filters_stand_in_the_address_and_come_back(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    search(page, "dân vận khéo")
    part = page.locator('.vk-filter[data-facet="type"]')
    part.locator("summary").click()
    choice = part.locator("label", has_text="Kết luận").first
    count = int(choice.locator(".vk-choice__count").inner_text())
    choice.click()
    expect(page.locator(STATUS)).to_have_text(f"{count} kết quả trong 1 văn bản")
    address = page.url
    assert "q=" in address
    assert "loai=" in address
    page.reload()
    expect(page.locator(STATUS)).to_have_text(f"{count} kết quả trong 1 văn bản")
    expect(page.locator("[data-search-field]")).to_have_value("dân vận khéo")
    page.get_by_role("button", name="Xóa bộ lọc").click()
    expect(page.locator(STATUS)).not_to_have_text(f"{count} kết quả trong 1 văn bản")
    page.go_back()
    expect(page.locator(STATUS)).to_have_text(f"{count} kết quả trong 1 văn bản")


@pytest.mark.browser
def test_counts_of_filters_are_true(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=d%C3%A2n%20v%E1%BA%ADn")
    expect(hits(page).first).to_be_visible()
    counted = page.evaluate(
        """async () => {
            const answer = await vankien.search("dân vận", {limit: 500});
            const found = {};
            for (const hit of answer.hits) found[hit.type] = (found[hit.type] || 0) + 1;
            return answer.facets.type.map(value => [value.count, found[value.value]]);
        }"""
    )
    assert counted
    assert all(count == found for count, found in counted)


@pytest.mark.browser
def test_the_keyboard_alone_is_enough(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    search(page, "dân vận khéo")
    field = page.locator("[data-search-field]")
    field.press("Enter")
    expect(hits(page).first).to_be_visible()
    links = page.locator(".vk-hit__link")
    field.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/*.html*")


@pytest.mark.browser
@pytest.mark.parametrize("key", ["/", "Control+k"])
@pytest.mark.parametrize("over", ["http", "file"])
def test_the_box_opens_on_any_page_and_leads_to_a_clause(visit: Callable[..., Page], key: str, over: str) -> None:
    page = visit("so-hieu/25-nq-tw.html", over=over)
    page.keyboard.press(key)
    field = page.locator("dialog.vk-find input")
    expect(field).to_be_focused()
    field.fill("giám sát và phản biện xã hội")
    expect(page.locator("dialog .vk-hit__link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.vk-find")).to_be_hidden()
    page.keyboard.press(key)
    expect(page.locator("dialog .vk-hit__link").first).to_be_visible()
    page.locator("dialog .vk-hit__link").first.click()
    page.wait_for_url("**/van-ban/*.html*")


@pytest.mark.browser
def test_typing_a_slash_into_a_field_stays_typing(visit: Callable[..., Page]) -> None:
    page = visit("tra-cuu.html")
    page.locator("[data-lookup-field]").press_sequentially("2/II")
    expect(page.locator("[data-lookup-field]")).to_have_value("2/II")
    assert page.locator("dialog.vk-find").count() == 0


@pytest.mark.browser
def test_the_home_page_answers_at_once(visit: Callable[..., Page]) -> None:
    page = visit("index.html", phone=True)
    field = page.locator("[data-home-field]")
    field.fill("dan van")
    expect(page.locator("[data-home-panel] .vk-hit__link").first).to_be_visible()
    field.press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=dan+van")
    expect(hits(page).first).to_be_visible()


@pytest.mark.browser
def test_a_number_leads_to_its_page(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=25%20nq%20tw")
    link = page.locator(".vk-found-numbers a").first
    expect(link).to_have_text("Số 25-NQ/TW")
    link.click()
    page.wait_for_url("**/so-hieu/25-nq-tw.html")


@pytest.mark.browser
def test_words_that_nothing_holds_are_met_with_help(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    search(page, "qwxzqwxz")
    expect(page.locator(STATUS)).to_have_text(re.compile("^Không tìm thấy"))
    assert hits(page).count() or page.locator("[data-search-hints]").is_visible()


@pytest.mark.browser
def test_hostile_words_stay_words(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20d%C3%A2n%20v%E1%BA%ADn")
    expect(page.locator(STATUS)).not_to_be_empty()
    assert page.locator("main img").count() == 0


@pytest.mark.browser
def test_the_link_to_a_search_is_the_public_one(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=d%C3%A2n%20v%E1%BA%ADn", over="file")
    page.locator("[data-copy-search]").click()
    expect(page.locator(".vk-copied")).to_have_text(re.compile(r"^https://vanban\.example\.vn/tinh/tim-kiem\.html\?q="))


@pytest.mark.browser
def test_order_by_date(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=d%C3%A2n%20v%E1%BA%ADn")
    page.get_by_role("button", name="Mới nhất").click()
    expect(page.get_by_role("button", name="Mới nhất")).to_have_attribute("aria-pressed", "true")
    page.wait_for_url("**sap=**")
    facts = page.locator(".vk-hit__facts").all_inner_texts()
    dates = [match[0].split("/")[::-1] for text in facts if (match := re.search(r"\d{2}/\d{2}/\d{4}", text))]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.browser
def test_past_searches_stay_in_the_browser_and_can_be_forgotten(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    search(page, "quy chế dân chủ")
    page.locator("[data-search-field]").press("Enter")
    page.goto(page.url.replace("tim-kiem.html", "index.html").split("?")[0])
    page.locator("[data-home-field]").focus()
    expect(page.locator(".vk-recent .vk-completion")).to_have_text(["quy chế dân chủ"])
    page.get_by_role("button", name="Xóa lịch sử tìm kiếm").click()
    expect(page.locator(".vk-recent")).to_have_count(0)
    assert page.evaluate("vankien.history.list()") == []


@pytest.mark.browser
def test_half_a_word_finds_what_it_becomes_and_is_no_mistake_yet(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    search(page, "phong trà")
    expect(page.locator(STATUS)).to_have_text(re.compile("cho “[Pp]hong trào”$"))
    expect(page.locator(".vk-suggestion")).to_have_count(0)
    expect(page.locator(".vk-completion").first).to_be_visible()
    field = page.locator("[data-search-field]")
    field.press("ArrowDown")
    expect(page.locator(".vk-completion").first).to_be_focused()


@pytest.mark.browser
def test_a_mistyped_word_gets_a_proposal(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    search(page, "dân vạm khéo")
    proposal = page.locator(".vk-suggestion a")
    expect(proposal).to_have_text("dân vận khéo")
    proposal.click()
    expect(page.locator("[data-search-field]")).to_have_value("dân vận khéo")
    expect(proposal).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize("over", ["http", "file"])
def test_a_citation_in_the_search_box_opens_its_clause(visit: Callable[..., Page], over: str) -> None:
    page = visit("tim-kiem.html", over=over)
    search(page, "khoản 2 mục II nq 03 hu")
    line = page.locator(".vk-reference__link")
    expect(line).to_have_text("khoản 2, Mục II Nghị quyết số 03-NQ/HU")
    line.click()
    page.wait_for_url("**/van-ban/nghi-quyet-03-nq-hu-yen-minh-2020.html#muc-ii_khoan-2")


@pytest.mark.browser
def test_dates_narrow_a_search_and_stand_in_the_address(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=d%C3%A2n%20v%E1%BA%ADn")
    part = page.locator('.vk-filter[data-facet="year"]')
    part.locator("summary").click()
    part.get_by_label("Từ ngày").fill("2018-01-01")
    part.get_by_label("Từ ngày").blur()
    page.wait_for_url("**tu=2018-01-01**")
    expect(part.locator("summary")).to_have_text("01/01/2018 – …")
    dates = [
        hit["date"]
        for hit in page.evaluate("vankien.search('dân vận', {limit: 99, filters: {from: '2018-01-01'}})")["hits"]
    ]
    assert dates
    assert min(dates) >= "2018-01-01"


@pytest.mark.browser
def test_the_sheet_of_a_filter_stands_at_the_foot_of_a_phone(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?q=d%C3%A2n%20v%E1%BA%ADn", phone=True)
    part = page.locator('.vk-filter[data-facet="type"]')
    part.locator("summary").tap()
    box = part.locator(".vk-filter__panel").bounding_box()
    assert box
    assert box["x"] == 0
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    part.get_by_role("button", name="Xong").tap()
    expect(part.locator(".vk-filter__panel")).to_be_hidden()


@pytest.mark.browser
def test_back_leads_to_the_search_before(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html")
    field = page.locator("[data-search-field]")
    for query in ("dân vận khéo", "cán bộ"):
        field.fill("")
        field.press_sequentially(query)
        field.press("Enter")
        expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ kết quả"))
    page.go_back()
    expect(field).to_have_value("dân vận khéo")
    page.go_back()
    expect(field).to_have_value("")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "facet", "said"),
    [("?q=can+bo&nam=1901", "year", "1901"), ("?q=nam:1901..1902+can+bo", "year", "01/01/1901 – 31/12/1902")],
)
def test_filters_that_nothing_passes_are_said(visit: Callable[..., Page], address: str, facet: str, said: str) -> None:
    page = visit(f"tim-kiem.html{address}")
    expect(page.locator(STATUS)).to_have_text("Không tìm thấy.")
    expect(page.locator(f'.vk-filter[data-facet="{facet}"] summary')).to_have_text(said)


@pytest.mark.browser
def test_filters_alone_are_counted(visit: Callable[..., Page]) -> None:
    page = visit("tim-kiem.html?loai=Ngh%E1%BB%8B+quy%E1%BA%BFt")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ kết quả trong \d+ văn bản$"))
