"""The page of a document as a whole, on the small library."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from small_library import small_library

from vankien.library import Library
from vankien.portal.document.document_json import document_json
from vankien.portal.document.document_page import document_page
from vankien.portal.frame import Frame
from vankien.portal.mentions import MentionReader
from vankien.portal.settings import Settings
from vankien.project import Project

SETTINGS = Settings(
    "Cổng văn bản", "https://vanban.example.vn/", report_to="vanthu@example.vn", office="Tỉnh ủy Lâm Hà"
)


def page(name: str, library: Library | None = None, settings: Settings = SETTINGS) -> html.HtmlElement:
    library = library or small_library()
    made = document_page(library.documents[name], library, Project(Path(), {}, {}), settings, MentionReader(library))
    return html.fromstring(Frame(settings).around(made))


@pytest.fixture
def resolution() -> html.HtmlElement:
    return page("nghi-quyet-11-nq-tu-2017")


@pytest.fixture
def plan() -> html.HtmlElement:
    return page("ke-hoach-20-kh-hu-2018")


def test_every_clause_has_its_id_class_and_button(resolution: html.HtmlElement) -> None:
    clauses = resolution.xpath("//*[contains(concat(' ', @class, ' '), ' vk-clause ')]")
    assert [clause.get("id") for clause in clauses] == ["khoan-1", "khoan-2"]
    for clause in clauses:
        assert len(clause.xpath(".//button[@class='vk-cite']")) == 1


def test_a_clause_shows_who_cites_it(resolution: html.HtmlElement) -> None:
    (cited,) = resolution.xpath("//*[@class='vk-by']")
    assert cited.xpath("ancestor::*[contains(@class, 'vk-clause')][1]/@id") == ["khoan-2"]
    assert cited.xpath(".//a/@href") == ["ke-hoach-20-kh-hu-2018.html#khoan-1"]
    assert "Thực hiện" in cited.text_content()


def test_citations_are_links_that_say_their_state(plan: html.HtmlElement) -> None:
    links = plan.xpath("//a[@class='vk-ref']")
    assert [(a.get("data-state"), a.get("href")) for a in links] == [
        ("linked", "nghi-quyet-11-nq-tu-2017.html#khoan-2"),
        ("missing", "../so-hieu/88-ct-tw.html"),
    ]
    described = plan.get_element_by_id(links[1].get("aria-describedby"))
    assert described.text == "Chưa có trong kho"


def test_a_citation_has_a_preview_of_the_cited_clause(plan: html.HtmlElement) -> None:
    name = plan.xpath("//a[@class='vk-ref'][@data-state='linked']/@data-preview")[0]
    words = " ".join(plan.get_element_by_id(name).text_content().split())
    assert "khoản 2 · Nghị quyết số 11-NQ/TU" in words
    assert "Giữ gìn đoàn kết." in words


def test_a_name_without_a_number_leads_to_its_line_among_the_citations() -> None:
    notice = page("thong-bao-cong-tac")
    (link,) = [a for a in notice.xpath("//a[@class='vk-ref']") if "Luật" in a.text_content()]
    path, _, name = link.get("href").partition("#")
    assert path == ""
    assert "Luật Quy hoạch năm 2017" in notice.get_element_by_id(name).text_content()


def test_hostile_words_stay_words() -> None:
    notice = page("thong-bao-cong-tac")
    assert not notice.xpath("//script[not(@src)]")
    assert "<script>alert(1)</script>" in notice.xpath("//h1")[0].text_content()


def test_nothing_is_inline() -> None:
    for name in small_library().documents:
        made = page(name)
        assert not made.xpath("//script[not(@src)] | //style | //*[@style]")
        assert not [
            a for element in made.iter() if isinstance(element.tag, str) for a in element.attrib if a.startswith("on")
        ]


def test_ids_are_unique_and_fragments_lead_somewhere() -> None:
    for name in small_library().documents:
        made = page(name)
        ids = made.xpath("//@id")
        assert len(ids) == len(set(ids))
        for href in made.xpath("//a/@href"):
            if href.startswith("#"):
                assert href[1:] in ids


def test_the_page_has_one_heading_of_the_first_rank_and_a_language(plan: html.HtmlElement) -> None:
    assert plan.get("lang") == "vi"
    assert len(plan.xpath("//h1")) == 1
    assert plan.xpath("//title/text()")[0].startswith("Kế hoạch số 20-KH/HU")


def test_a_title_stands_once_in_the_name_of_the_page() -> None:
    assert page("thong-bao-cong-tac").xpath("string(//title)").count("nháy") == 1


def test_relations_come_with_their_sentence(plan: html.HtmlElement) -> None:
    (first, second) = plan.xpath("//section[@id='duoc-vien-dan']//li[@class='vk-related__item']")
    assert "Thực hiện" in first.text_content()
    assert first.xpath(".//mark")[0].text.startswith("khoản 2 Nghị quyết")
    assert "Chưa có trong kho" in second.text_content()


def test_the_diagram_links_to_both_sides(resolution: html.HtmlElement, plan: html.HtmlElement) -> None:
    assert resolution.xpath("//*[local-name()='svg']//a/@href")[0] == "ke-hoach-20-kh-hu-2018.html"
    assert plan.xpath("//*[local-name()='svg']//a/@href")[:2] == [
        "nghi-quyet-11-nq-tu-2017.html",
        "../so-hieu/88-ct-tw.html",
    ]


def test_report_links_are_there_where_an_address_is_set() -> None:
    assert (
        page("ke-hoach-20-kh-hu-2018")
        .xpath("//a[contains(@class, 'vk-report')]/@href")[0]
        .startswith("mailto:vanthu@example.vn?subject=B%C3%A1o%20sai%20s%C3%B3t")
    )
    silent = page("ke-hoach-20-kh-hu-2018", settings=replace(SETTINGS, report_to=""))
    assert not silent.xpath("//a[starts-with(@href, 'mailto:')] | //*[@data-report]")


def test_unknown_attributes_are_said_honestly() -> None:
    notice = page("thong-bao-cong-tac")
    facts = notice.xpath("//ul[@class='vk-doc__facts']")[0].text_content()
    assert facts.count("văn bản không ghi") == 2
    assert "Chưa có thông tin hiệu lực" in facts


def test_the_data_holds_clauses_and_resolved_links() -> None:
    library = small_library()
    data = json.loads(document_json(library.documents["ke-hoach-20-kh-hu-2018"], library))
    assert data["metadata"]["number"] == "20-KH/HU"
    assert data["metadata"]["place"] is None
    assert [link["state"] for link in data["links"]] == ["linked", "missing"]
    assert data["links"][0]["target_clauses"] == ["khoan-2"]
