"""A document in Chromium: its clauses, links, outline and print, on a desk and on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from addresses import DECISION, LONG, PLAN, RESOLUTION, SITE_URL
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
SCRIPTS = Path(__file__).parents[2] / "plugins" / "vankien" / "portal" / "assets" / "document"
CLIPBOARD = "navigator.clipboard.readText()"


def cite(page: Page, clause: str) -> None:
    page.locator(f'[id="{clause}"] > .vk-own .vk-cite').click()


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize("path", [RESOLUTION, PLAN, DECISION, LONG, "index.html"])
def test_a_page_opens_without_complaint_and_without_scrolling_sideways(
    visit: Visit, path: str, over: str, phone: bool
) -> None:
    page = visit(path, phone=phone, over=over)
    width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]


def test_a_click_copies_the_public_link_of_the_clause(visit: Visit) -> None:
    page = visit(RESOLUTION)
    cite(page, "muc-ii_khoan-2")
    expect(page.locator(".vk-panel__status")).to_contain_text("Đã sao chép liên kết")
    assert page.evaluate(CLIPBOARD) == f"{SITE_URL}{RESOLUTION}#muc-ii_khoan-2"
    assert page.locator(".vk-panel__words").text_content() == f"{SITE_URL}{RESOLUTION}#muc-ii_khoan-2"


@pytest.mark.parametrize(
    ("button", "begins"),
    [
        ("Viện dẫn lần đầu", "khoản 2, Mục II Nghị quyết số 11-NQ/TU, ngày 05/03/2017 của"),
        ("Các lần sau", "khoản 2, Mục II Nghị quyết số 11-NQ/TU ("),
    ],
)
def test_the_official_citation_is_copied_with_the_link(visit: Visit, button: str, begins: str) -> None:
    page = visit(RESOLUTION)
    cite(page, "muc-ii_khoan-2")
    page.get_by_role("button", name=button).click()
    expect(page.locator(".vk-panel__status")).to_contain_text("Đã sao chép trích dẫn")
    copied = page.evaluate(CLIPBOARD)
    assert copied.startswith(begins)
    assert copied.endswith(f"({SITE_URL}{RESOLUTION}#muc-ii_khoan-2)")


def test_copying_works_without_the_clipboard_interface(visit: Visit) -> None:
    page = visit(RESOLUTION, clipboard=False)
    page.evaluate(
        "document.addEventListener('copy', () => { globalThis.copied = String(document.activeElement.value) })"
    )
    cite(page, "muc-i_khoan-2_diem-dd")
    expect(page.locator(".vk-panel__status")).to_contain_text("Đã sao chép liên kết")
    assert page.evaluate("copied") == f"{SITE_URL}{RESOLUTION}#muc-i_khoan-2_diem-dd"


def test_no_local_path_is_ever_copied(visit: Visit, site: Path) -> None:
    page = visit(RESOLUTION, over="file")
    cite(page, "muc-ii")
    words = page.locator(".vk-panel__words")
    assert words.text_content() == f"{SITE_URL}{RESOLUTION}#muc-ii"
    page.evaluate("delete document.body.dataset.site")
    page.locator(".vk-panel").get_by_role("button", name="Sao chép liên kết").click()
    expect(words).to_have_text(f"{RESOLUTION}#muc-ii")


def test_a_portal_without_a_public_address_copies_its_own(visit: Visit, served: str) -> None:
    page = visit(f"{RESOLUTION}?tu=thu#muc-i")
    page.evaluate("delete document.body.dataset.site")
    cite(page, "muc-ii")
    expect(page.locator(".vk-panel__words")).to_have_text(f"{served}{RESOLUTION}#muc-ii")


def test_a_clause_is_cited_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit(RESOLUTION)
    button = page.locator('[id="muc-i"] > .vk-own .vk-cite')
    button.focus()
    assert button.evaluate("element => getComputedStyle(element).opacity") == "1"
    page.keyboard.press("Enter")
    expect(page.locator(".vk-panel")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "Viện dẫn lần đầu"
    page.keyboard.press("Escape")
    expect(page.locator(".vk-panel")).to_have_count(0)
    assert button.evaluate("element => element === document.activeElement")


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_clause_reached_by_its_link_stands_below_the_header_and_is_named(visit: Visit, phone: bool) -> None:
    page = visit(f"{LONG}#muc-iii_khoan-2", phone=phone)
    bar = page.locator(".vk-arrival")
    expect(bar).to_contain_text("khoản 2, Mục III")
    top = page.locator('[id="muc-iii_khoan-2"] .vk-line').first.evaluate("e => e.getBoundingClientRect().top")
    bottom = page.locator(".vk-header").evaluate("e => e.getBoundingClientRect().bottom")
    assert bottom <= top < page.viewport_size["height"] / 2
    assert page.locator('[id="muc-iii_khoan-2"] > .vk-own').evaluate("e => getComputedStyle(e).boxShadow") != "none"
    page.evaluate("scrollTo(0, 0)")
    expect(bar).to_be_hidden()


def test_an_old_address_leads_to_where_the_clause_stands_now(visit: Visit) -> None:
    page = visit(f"{RESOLUTION}#muc-ii_khoan-7")
    expect(page.locator(".vk-arrival")).to_contain_text("Đã chuyển đến khoản 2, Mục II")
    assert page.url.endswith("#muc-ii_khoan-2")


def test_an_address_whose_clause_is_gone_says_so(visit: Visit) -> None:
    page = visit(f"{RESOLUTION}#muc-ii_khoan-8")
    gone = page.locator(".vk-gone")
    expect(gone).to_be_visible()
    expect(gone).to_be_in_viewport()
    expect(gone).to_have_text("Nội dung này không còn trong bản hiện hành.")


def test_an_address_that_never_was_leads_to_the_deepest_part_or_says_so(visit: Visit) -> None:
    page = visit(f"{RESOLUTION}#muc-ii_khoan-2_diem-x_gach-9")
    bar = page.locator(".vk-arrival")
    expect(bar).to_contain_text("Không có điểm này; mở đến khoản 2, Mục II")
    page = visit(f"{RESOLUTION}#muc-xx")
    expect(page.locator(".vk-arrival__label")).to_have_text("Văn bản này không có nội dung mà liên kết nêu.")


def test_the_outline_button_never_lies_on_the_panel_of_a_clause(visit: Visit) -> None:
    page = visit(RESOLUTION, phone=True)
    page.locator(".vk-cite").nth(3).tap()
    expect(page.locator(".vk-panel__tools").last).to_be_in_viewport()
    expect(page.locator(".vk-outline-open")).to_be_hidden()
    page.get_by_role("button", name="Đóng").tap()
    expect(page.locator(".vk-outline-open")).to_be_visible()


def test_a_citation_leads_to_the_clause_that_it_names(visit: Visit) -> None:
    page = visit(PLAN)
    page.locator("#khoan-1 .vk-ref[data-state=linked]").first.click()
    page.wait_for_url(f"**/{RESOLUTION}#muc-i_khoan-2_diem-dd")
    expect(page.locator(".vk-arrival")).to_contain_text("điểm đ, khoản 2, Mục I")


def test_a_citation_is_previewed_on_pointing_and_on_focus(visit: Visit) -> None:
    page = visit(PLAN)
    link = page.locator("#khoan-1 .vk-ref[data-state=linked]").first
    link.hover()
    preview = page.locator(".vk-preview")
    expect(preview).to_contain_text("Công tác kiểm tra chưa thường xuyên.")
    page.mouse.move(5, 5)
    expect(preview).to_be_hidden()
    page.locator(".vk-cite").first.focus()
    page.keyboard.press("Tab")
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()


def test_the_first_tap_shows_the_preview_and_the_second_follows(visit: Visit) -> None:
    page = visit(PLAN, phone=True)
    link = page.locator("#khoan-1 .vk-ref[data-state=linked]").first
    link.tap()
    expect(page.locator(".vk-preview")).to_contain_text("Có trong kho")
    assert page.url.endswith(PLAN)
    page.locator(".vk-preview a").tap()
    page.wait_for_url(f"**/{RESOLUTION}#muc-i_khoan-2_diem-dd")


def test_a_missing_part_says_where_the_link_opens(visit: Visit) -> None:
    page = visit(PLAN)
    page.locator("#khoan-2 .vk-ref[data-state=linked]").first.hover()
    expect(page.locator(".vk-preview")).to_contain_text("Không có điểm này; mở đến Mục II.")


def test_the_outline_follows_the_reading_place(visit: Visit) -> None:
    page = visit(f"{LONG}#muc-ii")
    current = page.locator(".vk-outline [aria-current]")
    expect(current).to_have_attribute("href", "#muc-ii")
    page.locator('.vk-outline a[href="#muc-iii_khoan-2"]').click()
    expect(current).to_have_attribute("href", "#muc-iii_khoan-2")


def test_on_a_phone_the_outline_opens_behind_one_button(visit: Visit) -> None:
    page = visit(LONG, phone=True)
    outline = page.locator(".vk-outline")
    expect(outline).to_be_hidden()
    page.get_by_role("button", name="Mục lục").tap()
    expect(outline).to_be_visible()
    outline.locator('a[href="#muc-iii"]').tap()
    expect(outline).to_be_hidden()
    page.wait_for_url("**#muc-iii")


def test_the_colours_change_and_stay_changed(visit: Visit) -> None:
    page = visit(RESOLUTION)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Đổi nền sáng, tối").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark


CONTRAST = """() => {
  const channel = value => { value /= 255; return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4 };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = words => (words.match(/[\\d.]+/g) || []).map(Number);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    const seen = element.checkVisibility({opacityProperty: true}) && !element.closest("svg, .vk-unseen");
    if (!own || !seen) continue;
    const pair = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) poor.push(`${element.className}: ${element.textContent.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", [RESOLUTION, PLAN])
def test_words_stand_out_from_their_ground(visit: Visit, path: str, dark: bool) -> None:
    page = visit(f"{path}#khoan-1", dark=dark)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize(
    ("effective", "expires", "begins"),
    [
        ("2001-01-01", "", "Có hiệu lực từ"),
        ("2999-01-01", "", "Chưa có hiệu lực (có hiệu lực từ"),
        ("2001-01-01", "2999-01-01", "Còn hiệu lực (có hiệu lực từ"),
        ("2001-01-01", "2002-01-01", "Hết hiệu lực toàn bộ (có hiệu lực từ"),
    ],
)
def test_the_dates_of_validity_mean_what_they_mean_today(
    browser: Browser, effective: str, expires: str, begins: str
) -> None:
    page = browser.new_page()
    page.set_content(
        f'<p class="vk-standing" data-standing="dated" data-effective="{effective}" data-expires="{expires}">'
        "Có hiệu lực từ …</p>"
    )
    page.add_script_tag(path=SCRIPTS / "standing.js")
    assert page.locator(".vk-standing").inner_text().startswith(begins)
    page.close()


def test_the_page_prints_its_text_with_address_and_day(visit: Visit) -> None:
    page = visit(RESOLUTION)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    foot = page.locator(".vk-print-foot")
    expect(foot).to_be_visible()
    expect(foot).to_contain_text(f"{SITE_URL}{RESOLUTION} · In ngày ")
    expect(page.locator(".vk-header")).to_be_hidden()
    expect(page.locator('[id="muc-ii_khoan-2"] .vk-line').first).to_be_visible()


def test_the_text_can_be_read_without_scripts(browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + RESOLUTION)
    expect(page.locator('[id="muc-ii_khoan-2"]')).to_be_visible()
    expect(page.locator(".vk-cite").first).to_be_hidden()
    expect(page.locator(".vk-outline")).to_be_visible()
    context.close()


def test_the_list_of_downloads_closes_with_escape_and_a_click_elsewhere(visit: Visit) -> None:
    page = visit(RESOLUTION)
    downloads = page.locator(".vk-drop__list")
    page.get_by_text("Tải về", exact=True).click()
    expect(downloads).to_be_visible()
    page.keyboard.press("Escape")
    expect(downloads).to_be_hidden()
    page.get_by_text("Tải về", exact=True).click()
    page.locator("h1").click()
    expect(downloads).to_be_hidden()


def test_report_mails_name_the_clause(visit: Visit) -> None:
    page = visit(RESOLUTION)
    cite(page, "muc-ii_khoan-2")
    link = page.locator(".vk-panel__report").get_attribute("href")
    assert link.startswith("mailto:vanthu@lamha.example.vn?subject=")
    assert "muc-ii_khoan-2" in link


def test_one_clause_is_printed_alone_with_its_own_address(visit: Visit) -> None:
    page = visit(RESOLUTION)
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    cite(page, "muc-ii_khoan-2")
    page.get_by_role("button", name="In phần này").click()
    page.emulate_media(media="print")
    foot = page.locator(".vk-print-foot")
    expect(foot).to_contain_text(f"khoản 2, Mục II · {SITE_URL}{RESOLUTION}#muc-ii_khoan-2 · In ngày")
    expect(page.locator('[id="muc-ii_khoan-2"] > .vk-own')).to_be_visible()
    expect(page.locator('[id="muc-i"] > .vk-own')).to_be_hidden()
    expect(page.locator('[id="muc-ii"] > .vk-own')).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator('[id="muc-i"] > .vk-own')).to_be_visible()
