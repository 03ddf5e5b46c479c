"""What the built site holds of its documents, read from the files."""

import json
from pathlib import Path

import pytest
import yaml
from addresses import DECISION, LONG, RESOLUTION
from lxml import html

pytestmark = pytest.mark.browser


def read(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_text(encoding="utf-8"))


def test_an_amended_clause_says_by_what_and_with_which_words(site: Path) -> None:
    page = read(site, DECISION)
    head = " ".join(page.xpath("//header[@class='vk-doc__head']")[0].text_content().split())
    assert "Hết hiệu lực một phần" in head
    assert "Được sửa đổi, bổ sung hoặc bãi bỏ tại: khoản 1 Điều 1; điểm c khoản 2 Điều 1" in head
    (note,) = page.xpath("//*[@id='dieu-1_khoan-1']/div/p[@class='vk-effect']")
    assert "Đã được sửa đổi, bổ sung theo Quyết định số 11/2021/QĐ-UBND, từ 01/05/2021" in note.text_content()
    assert note.xpath(".//a/@href") == ["quyet-dinh-11-2021-qd-ubnd-lam-ha.html#dieu-1"]


def test_a_remark_of_the_archivist_is_shown_as_theirs(site: Path) -> None:
    (remark,) = read(site, RESOLUTION).xpath("//p[@class='vk-remark']")
    assert remark.xpath("ancestor::*[contains(@class, 'vk-clause')][1]/@id") == ["muc-ii_khoan-1"]
    assert " ".join(remark.text_content().split()) == "[nguyên văn] Do cán bộ văn thư bổ sung"


def test_the_words_of_a_text_never_become_markup(site: Path) -> None:
    page = read(site, DECISION)
    assert not page.xpath("//script[not(@src)] | //h1//i")
    assert '<script>alert("x")</script>' in page.get_element_by_id("dieu-1_khoan-2_diem-b").text_content()


def test_beside_the_page_lie_original_markdown_and_data(site: Path, request: pytest.FixtureRequest) -> None:
    stem = site / RESOLUTION.removesuffix(".html")
    here = Path(request.path).parent
    original = here / "archive" / "nghi-quyet-dan-van.txt"
    assert stem.with_suffix(".goc.txt").read_bytes() == original.read_bytes()
    front = stem.with_suffix(".md").read_text(encoding="utf-8").split("---\n")[1]
    assert yaml.safe_load(front)["number"] == "11-NQ/TU"
    data = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    assert [clause["id"] for clause in data["clauses"]][:3] == ["mo-dau_doan-1", "muc-i", "muc-i_khoan-1"]
    links = read(site, RESOLUTION).xpath("//ul[@class='vk-drop__list']//a/@href")
    assert [(site / "van-ban" / link).is_file() for link in links] == [True] * 3


def test_the_footer_names_the_office(site: Path) -> None:
    words = " ".join(read(site, LONG).xpath("//footer")[0].text_content().split())
    for said in ("Tỉnh ủy Lâm Hà", "Văn phòng Tỉnh ủy", "vanphong@lamha.example.vn", "bản chính có giá trị"):
        assert said in words


def test_the_home_page_says_how_new_the_newest_document_is(site: Path) -> None:
    (facts,) = read(site, "index.html").xpath("//p[@class='vk-hero__facts']")
    assert "8 văn bản, mới nhất ngày 20/04/2021" in " ".join(facts.text_content().split())


def test_a_footnote_and_its_mark_lead_to_each_other(site: Path) -> None:
    page = read(site, LONG)
    (mark,) = page.xpath("//sup[@class='vk-note']")
    assert mark.xpath("a/@href") == ["#chu-thich-1"]
    (back,) = page.get_element_by_id("chu-thich-1").xpath(".//a[@class='vk-note-back']/@href")
    assert back == f"#{mark.get('id')}"


def test_the_documents_of_docs_are_not_rendered_twice(site: Path) -> None:
    assert not list((site / "van-ban").glob("*/index.html"))
    assert not (site / "assets" / "javascripts").exists()
