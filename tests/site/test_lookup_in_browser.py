"""Paste and go in the browser: the copy of the reader does what Python does, and the page goes to the clause."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from vankien.portal.lookup.finder import find_places
from vankien.portal.lookup.table import Table, make_table, table_files

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "portal"))

from lookup_cases import CASES  # noqa: E402
from small_library import small_library  # noqa: E402

expect.set_options(timeout=15_000)  # machines that test are busy

SCRIPTS = HERE.parent.parent / "plugins" / "vankien" / "portal" / "assets" / "pages"
MORE = (
    "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
    "mục II.2 (3) nq 11",
    "Điều 198a Luật số 88/2019/QH14",
    "gạch đầu dòng thứ hai, khoản 1",
    "điểm d khoản 1 nq 11",
    "điểm a, b và khoản 1, khoản 2 đến khoản 9 nq 11",
    "Điều 1, 3; Điều 5-7 khoản 1 hoặc khoản 2, điểm a, b, II nq 11 của Tỉnh ủy Lâm Hà",
    "tiết 1.1.1, điểm 1.1, khoản 1, Mục II nq 11-nq/tu",
    "Phụ lục II nq 11",
    "Nghị quyết số 011-NQ/TU (khóa X), ngày 05-3-2017",
    "QUY ĐỊNH 11",
    "ß ﬁ İ đ Đ ð 𝐀 ²",
    "một hai ba bốn khoản mười điều năm",
)


@pytest.fixture(scope="module")
def table() -> Table:
    return make_table(small_library())


@pytest.fixture(scope="module")
def reader(browser: Browser, table: Table) -> Iterator[Page]:
    """A bare page with the reader's scripts and the table of the small library."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    for name in ("tokens", "places", "reader", "finder"):
        page.add_script_tag(path=SCRIPTS / f"lookup_{name}.js")
    for file in table_files(table):
        page.add_script_tag(content=bytes(file.data).decode())  # type: ignore[arg-type]
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("text", [*(case[0] for case in CASES), *MORE])
def test_the_browser_reads_as_python_does(reader: Page, table: Table, text: str) -> None:
    expected = find_places(text, table)
    found = reader.evaluate(
        """text => {
            const lookup = vankien.lookup, table = lookup.prepare(lookup.table);
            return lookup.findPlaces(text, table, at => lookup.clauses[0][at]);
        }""",
        text,
    )
    assert [(p["document"], p["clause"], p["exactness"], p["dated"]) for p in found["places"]] == [
        (p.document, p.clause, p.exactness, p.dated) for p in expected.places
    ]
    assert [number["printed"] for number in found["missing"]] == [number.printed for number in expected.missing]
    assert bool(found["sure"]) == (expected.sure is not None)


@pytest.mark.browser
@pytest.mark.parametrize("over", ["http", "file"])
def test_a_citation_in_the_address_goes_to_its_clause(visit: Callable[..., Page], over: str) -> None:
    page = visit("tra-cuu.html?q=muc%20II.2%20nq%2003%20hu", over=over)
    page.wait_for_url("**/van-ban/nghi-quyet-03-nq-hu-yen-minh-2020.html#muc-ii_khoan-2")


@pytest.mark.browser
def test_candidates_are_offered_where_it_is_not_sure(visit: Callable[..., Page]) -> None:
    page = visit("tra-cuu.html", phone=True)
    page.locator("[data-lookup-field]").fill("khoản 1")
    expect(page.locator("[data-lookup-status]")).to_have_text("Có thể là:")
    assert page.locator(".vk-lookup__places li").count() > 1


@pytest.mark.browser
def test_a_number_that_is_not_held_leads_to_its_page(visit: Callable[..., Page]) -> None:
    page = visit("tra-cuu.html?q=25-NQ/TW")
    page.locator(".vk-lookup__places a").first.click()
    page.wait_for_url("**/so-hieu/25-nq-tw.html")
    expect(page.locator("h1")).to_have_text("Nghị quyết số 25-NQ/TW")


@pytest.mark.browser
def test_enter_opens_the_one_place(visit: Callable[..., Page]) -> None:
    page = visit("tra-cuu.html")
    field = page.locator("[data-lookup-field]")
    field.fill("Mục I nghị quyết 03-NQ/HU")
    expect(page.locator("[data-lookup-status]")).to_have_text("Đúng một nơi:")
    field.press("Enter")
    page.wait_for_url("**#muc-i")


@pytest.mark.browser
def test_pasted_markup_stays_text(visit: Callable[..., Page]) -> None:
    page = visit("tra-cuu.html")
    page.locator("[data-lookup-field]").fill("<img src=x onerror=alert(1)>")
    expect(page.locator("[data-lookup-status]")).to_have_text("Không nhận ra viện dẫn nào trong kho.")
    assert page.locator("[data-lookup-answer] img").count() == 0
