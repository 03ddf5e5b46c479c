"""Lists, numbers, what is missing, what to check: pages made from a small library."""

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from elements import made, of_class, tree, words
from small_library import HOSTILE, cite, clause, make, small_library

from vankien.citing.resolve import resolve
from vankien.library import Library
from vankien.model import Metadata, Problem
from vankien.portal.check_page import check_page
from vankien.portal.listing import Row, document_name, rows_of, slices
from vankien.portal.missing_page import wanted_documents
from vankien.portal.page import Page, RawFile
from vankien.portal.public_pages import public_pages
from vankien.portal.settings import Settings

SETTINGS = Settings(name="Cổng thử", url="https://vanban.example.vn/")


@pytest.fixture(scope="module")
def library() -> Library:
    return small_library()


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, Page]:
    return {part.path: part for part in made(public_pages(library, SETTINGS)) if isinstance(part, Page)}


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        (Metadata(type="Nghị quyết", number="11-NQ/TU", title="về dân vận"), "Nghị quyết số 11-NQ/TU"),
        (Metadata(type="Kết luận", title="Về công tác dân vận"), "Kết luận về công tác dân vận"),
        (Metadata(title="Quy chế làm việc"), "Văn bản Quy chế làm việc"),
        (Metadata(), "Văn bản"),
    ],
)
def test_what_a_document_is_called(metadata: Metadata, name: str) -> None:
    assert document_name(metadata) == name


@pytest.mark.parametrize(("count", "pages_"), [(0, 1), (1, 1), (3, 1), (4, 2), (7, 3)])
def test_a_long_table_is_divided_and_nothing_is_lost(library: Library, count: int, pages_: int) -> None:
    row = rows_of(library.documents.values(), library)[0]
    rows: list[Row] = [row] * count
    parts = list(slices(rows, "duyet/loai/x.html", size=3))
    assert [part.path for part in parts] == [
        "duyet/loai/x.html" if n == 1 else f"duyet/loai/x-trang-{n}.html" for n in range(1, pages_ + 1)
    ]
    assert sum(len(part.rows) for part in parts) == count


def test_every_facet_page_is_reachable_from_the_list(pages: dict[str, Page]) -> None:
    reached = {"van-ban/index.html"}
    for step in list(links(pages["van-ban/index.html"])):
        reached.add(step)
        if step in pages:
            reached |= set(links(pages[step]))
    facets = {path for path in pages if path.startswith("duyet/")}
    assert facets
    assert facets <= reached


def test_every_page_links_only_to_what_is_there(pages: dict[str, Page], library: Library) -> None:
    files = {part.path for part in made(public_pages(library, SETTINGS)) if isinstance(part, RawFile)}
    there = (
        set(pages) | files | {f"van-ban/{name}.html" for name in library.documents} | {"assets/vankien/fonts/OFL.txt"}
    )
    broken = {
        (path, target)
        for path, page in pages.items()
        for target in links(page)
        if target not in there and "://" not in target
    }
    assert broken == set()


def links(page: Page) -> Iterator[str]:
    """The addresses below the root that a page links to."""
    for element in tree(page).iter("a"):
        target = element.get("href") or ""
        if not target.startswith("#"):
            yield urljoin("http://x/" + page.path, target).removeprefix("http://x/").split("#")[0].split("?")[0]


def test_every_page_has_one_heading_of_the_first_rank(pages: dict[str, Page]) -> None:
    assert {path: len(list(tree(page).iter("h1"))) for path, page in pages.items()} == dict.fromkeys(pages, 1)


def test_texts_of_documents_are_escaped_everywhere(pages: dict[str, Page]) -> None:
    assert not [path for path, page in pages.items() if "<script>alert" in page.body]
    assert HOSTILE.split(" ")[0] in words(of_class(pages["index.html"], "vk-entries", "//h3"))[-1]


def test_no_page_carries_inline_scripts_or_styles(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert not tree(page).xpath(".//script | .//style | .//*[@style or @onclick or @onchange]"), path


def test_a_number_that_is_held_leads_to_its_document(pages: dict[str, Page]) -> None:
    page = pages["so-hieu/11-nq-tu.html"]
    assert "../van-ban/nghi-quyet-11-nq-tu-2017.html" in page.body
    assert words(of_class(page, "vk-answer", "/strong")) == ["Có trong kho."]


def test_a_number_that_is_not_held_says_so_and_who_cites_it_where(pages: dict[str, Page]) -> None:
    page = pages["so-hieu/88-ct-tw.html"]
    assert words(of_class(page, "vk-answer", "/strong")) == ["Chưa có trong kho."]
    assert words(of_class(page, "vk-mention__words", "/mark")) == [
        "Chỉ thị số 88-CT/TW của Ban Bí thư",
        "Chỉ thị số 88-CT/TW",
    ]
    assert "../van-ban/ke-hoach-20-kh-hu-2018.html#khoan-1" in page.body
    assert "Căn cứ" in words(of_class(page, "vk-tag"))


def test_missing_documents_are_ranked_by_how_many_cite_them(library: Library) -> None:
    wanted = wanted_documents(library)
    assert [(w.name, w.documents, w.url) for w in wanted] == [
        ("Chỉ thị số 88-CT/TW", 2, "so-hieu/88-ct-tw.html"),
        ("Luật Quy hoạch năm 2017", 1, None),
    ]


def test_held_back_documents_are_counted_and_not_named(library: Library) -> None:
    problems = [
        Problem("2021/mat-12.docx", "Tạm giữ, chưa đăng", "Held back", "held"),
        Problem("hong.pdf", "Tệp hỏng", "Damaged", "error"),
    ]
    page = check_page(library, problems)
    assert "mat-12" not in page.body
    assert "hong.pdf" not in page.body
    assert words(of_class(page, "vk-summary", "/li"))[:2] == ["1 văn bản tạm giữ, chưa đăng", "1 tệp có lỗi"]


def test_missing_attributes_are_listed(pages: dict[str, Page]) -> None:
    rows = words(of_class(pages["can-kiem-tra.html"], "vk-list", "//td"))
    assert "Số, ký hiệu, Ngày ban hành, Người ký" in rows


def test_an_empty_archive_makes_every_page_all_the_same() -> None:
    parts = list(public_pages(Library({}, ()), SETTINGS))
    paths = {part.path for part in parts}
    assert {
        "index.html",
        "van-ban/index.html",
        "so-hieu/index.html",
        "so-do.html",
        "tim-kiem.html",
        "404.html",
    } <= paths


def test_citations_that_contradict_each_other_lead_to_their_clause() -> None:
    text = "Theo Kế hoạch số 20-KH/HU ngày 15/01/2018 và Kế hoạch số 20-KH/HU ngày 16/01/2018."
    first = clause("khoan-1", text, "khoản 1")
    report = make(
        "bao-cao",
        (first,),
        (
            cite(first, "Kế hoạch số 20-KH/HU ngày 15/01/2018", "Kế hoạch", "20-KH/HU", date="2018-01-15"),
            cite(first, "Kế hoạch số 20-KH/HU ngày 16/01/2018", "Kế hoạch", "20-KH/HU", date="2018-01-16"),
        ),
        type="Báo cáo",
        number="1-BC/HU",
        date="2019-01-01",
    )
    page = check_page(Library({report.id: report}, resolve((report,))))
    targets = [link.get("href") for link in of_class(page, "vk-problems", "/li/a")]
    assert "van-ban/bao-cao.html#khoan-1" in targets


def test_a_held_number_says_when_it_is_cited_of_another_body() -> None:
    text = "Theo Nghị quyết số 11-NQ/TU ngày 01/02/2003 của Tỉnh ủy Sông Bé."
    first = clause("doan-1", text, "đoạn thứ nhất")
    citation = cite(
        first, "Nghị quyết số 11-NQ/TU ngày 01/02/2003 của Tỉnh ủy Sông Bé", "Nghị quyết", "11-NQ/TU",
        date="2003-02-01", issuer="Tỉnh ủy Sông Bé",
    )  # fmt: skip
    report = make("bao-cao", (first,), (citation,), type="Báo cáo", number="1-BC/HU", date="2019-01-01")
    held = small_library().documents["nghi-quyet-11-nq-tu-2017"]
    library = Library({d.id: d for d in (held, report)}, resolve((held, report)))
    pages = {part.path: part for part in made(public_pages(library, SETTINGS)) if isinstance(part, Page)}
    told = words(of_class(pages["so-hieu/11-nq-tu.html"], "vk-answer__title"))
    assert any(line.startswith("1 lượt viện dẫn") for line in told)


def test_a_sentence_that_names_a_number_twice_is_shown_once() -> None:
    first = clause("khoan-1", "Thực hiện Đề án số 06-ĐA/TU (sau đây gọi tắt là Đề án 06-ĐA/TU).", "khoản 1")
    citations = (
        cite(first, "Đề án số 06-ĐA/TU", "Đề án", "06-ĐA/TU"),
        cite(first, "Đề án 06-ĐA/TU", "Đề án", "06-ĐA/TU"),
    )
    report = make("ket-luan", (first,), citations, type="Kết luận")
    library = Library({report.id: report}, resolve((report,)))
    pages = {part.path: part for part in made(public_pages(library, SETTINGS)) if isinstance(part, Page)}
    page = pages["so-hieu/06-dda-tu.html"]
    assert len(of_class(page, "vk-mention__words")) == 1
    assert "2 lần, trong 1 văn bản." in words(of_class(page, "vk-intro"))
