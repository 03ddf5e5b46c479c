"""One ranking, two places: the command line and a real browser give the same answer, key by key."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from questions import SORTED_BY_DATE, questions

import vankien
from vankien.catalogue import Catalogue, build_catalogue
from vankien.library import Library

SEARCH = Path(vankien.__file__).parent / "portal" / "assets" / "search" / "search.js"
ASK = """async (asked) => {
  const found = [];
  for (const [query, options] of asked) found.push(await vankien.search(query, options));
  return found;
}"""
HTML = """<!doctype html><meta charset="utf-8"><script>var vankien = {kept: 1};</script>
<script src="../../../search.js"></script>"""
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(built: Path, browser: Browser) -> Iterator[Page]:
    """A page on file:// that carries the search script."""
    folder = built / "site" / "deep" / "er"
    folder.mkdir(parents=True)
    shutil.copy(SEARCH, built / "search.js")
    (folder / "page.html").write_text(HTML, encoding="utf-8")
    context = browser.new_context()
    found = context.new_page()
    found.goto((folder / "page.html").as_uri())
    yield found
    context.close()


def same(answer: dict) -> dict:
    return json.loads(json.dumps(answer))


def test_the_same_answers(page: Page, catalogue: Catalogue, library: Library) -> None:
    asked = questions(library)
    assert len(asked) >= 300
    found = page.evaluate(ASK, [[text, {"limit": 10}] for text in asked])
    different = [t for t, answer in zip(asked, found, strict=True) if answer != same(catalogue.search(t))]
    assert different == []


@pytest.mark.parametrize(
    ("filters", "sort"),
    [
        ({}, "date"),
        ({"type": ["Chỉ thị"]}, "relevance"),
        ({"type": ["Chỉ thị", "Kết luận"], "year": ["2020"]}, "relevance"),
        ({"from": "2020-01-01", "to": "2020-12-31"}, "date"),
        ({"document": ["nghi-quyet-03-nq-hu-yen-minh-2020"]}, "relevance"),
        ({"place": ["Tuyên Quang"]}, "relevance"),
        ({"issuer": ["không có"]}, "relevance"),
    ],
)
def test_the_same_under_filters(filters: dict, sort: str, page: Page, catalogue: Catalogue) -> None:
    options = {"limit": 50, "filters": filters, "sort": sort}
    [found] = page.evaluate(ASK, [[SORTED_BY_DATE, options]])
    assert found == same(catalogue.search(SORTED_BY_DATE, 50, filters, sort))


def test_other_scripts_keep_their_part(page: Page) -> None:
    assert page.evaluate("vankien.kept") == 1


def test_completion(page: Page) -> None:
    found = page.evaluate("vankien.suggest('dan van kh')")
    assert found
    assert "dân vận khéo" in found[0]["text"].lower()
    [[start, end]] = found[0]["marks"]
    assert found[0]["text"][start:end].lower() == "dân vận kh"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("nghi quyet so 0", "Nghị quyết số 03-NQ/HU"),
        ("nghị quyết 3", "Nghị quyết số 03-NQ/HU"),
        ("nq 2", "25-NQ/TW"),
        ("kết luận số 4", "43-KL/TW"),
    ],
)
def test_completion_of_a_number_half_typed(typed: str, offered: str, page: Page) -> None:
    found = page.evaluate("(typed) => vankien.suggest(typed)", typed)
    assert any(row["text"].startswith(offered) for row in found)


@pytest.mark.parametrize("typed", ["nghị quyết 9", "chỉ thị 03", "nghị quyết 3 "])
def test_no_completion_of_what_begins_no_number(typed: str, page: Page) -> None:
    assert page.evaluate("(typed) => vankien.suggest(typed)", typed) == []


def test_addresses_there_and_back(page: Page) -> None:
    state = {
        "query": "dân vận & khéo",
        "filters": {"type": ["Chỉ thị", "Kết luận"], "from": "2016-01-01"},
        "sort": "date",
    }
    address = page.evaluate("(state) => vankien.searchAddress(state)", state)
    assert address.startswith("tim-kiem.html?q=")
    assert page.evaluate("(text) => vankien.readAddress(text)", address.partition("?")[2]) == state


def test_history(page: Page) -> None:
    page.evaluate("for (const text of [' a ', 'b', 'a', '']) vankien.history.add(text)")
    assert page.evaluate("vankien.history.list()") == ["a", "b"]
    page.evaluate("vankien.history.clear()")
    assert page.evaluate("vankien.history.list()") == []


def test_without_a_worker_the_page_answers_itself(page: Page, catalogue: Catalogue) -> None:
    other = page.context.new_page()
    other.add_init_script("globalThis.Worker = class { constructor() { throw new Error('refused'); } };")
    other.goto(page.url)
    [found] = other.evaluate(ASK, [["dân vận khéo", {"limit": 10}]])
    other.close()
    assert found == same(catalogue.search("dân vận khéo"))


def message_of(page: Page, folder: Path) -> str:
    """What the page in `folder` says when it cannot answer."""
    shutil.copy(SEARCH, folder / "search.js")
    (folder / "page.html").write_text('<meta charset="utf-8"><script src="search.js"></script>', encoding="utf-8")
    other = page.context.new_page()
    other.goto((folder / "page.html").as_uri())
    message = other.evaluate("vankien.search('dân vận').then(() => '', (error) => error.message)")
    other.close()
    return str(message)


def test_a_damaged_file_is_an_error_in_words(page: Page, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "pack", tmp_path / "pack")
    head = (tmp_path / "pack" / "head.js").read_bytes()
    (tmp_path / "pack" / "head.js").write_bytes(head.replace(head[4000:4002], b"\x11\x11", 1))
    assert message_of(page, tmp_path) == "Dữ liệu tìm kiếm bị thiếu hoặc hỏng; hãy tải lại trang."


def test_files_of_a_later_publication_are_not_mixed_with_an_earlier_head(
    page: Page, built: Path, library: Library, tmp_path: Path
) -> None:
    fewer = Library(dict(list(library.documents.items())[1:]), library.links)
    build_catalogue(fewer, tmp_path / "pack", tmp_path / "index")
    shutil.copy(built / "pack" / "head.js", tmp_path / "pack" / "head.js")
    assert message_of(page, tmp_path) == "Dữ liệu tìm kiếm đã đổi; hãy tải lại trang."
