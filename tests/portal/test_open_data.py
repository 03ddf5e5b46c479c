"""The open data: JSON of documents, clauses and citations, GraphML, feed, site map."""

import json
from collections.abc import Mapping

import pytest
from elements import made
from lxml import etree
from small_library import HOSTILE, small_library

from vankien.library import Library
from vankien.portal.digests import Digests
from vankien.portal.feed import feed_file
from vankien.portal.graphml import graphml_file, xml_text
from vankien.portal.open_data import api_files
from vankien.portal.page import RawFile
from vankien.portal.settings import Settings
from vankien.portal.sitemap import MOST, sitemap_files

SETTINGS = Settings(name="Cổng & thử", url="https://vanban.example.vn/kho/", office="Ban Dân vận")
ATOM = {"a": "http://www.w3.org/2005/Atom"}
GRAPH = {"g": "http://graphml.graphdrawing.org/xmlns"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def library() -> Library:
    return small_library()


@pytest.fixture(scope="module")
def api(library: Library) -> Mapping[str, dict]:
    return {file.path: json.loads(bytes_of(file)) for file in api_parts(library)}


def api_parts(library: Library) -> list[RawFile]:
    return [part for part in made(api_files(library, Digests(library))) if isinstance(part, RawFile)]


def bytes_of(file: RawFile) -> bytes:
    assert isinstance(file.data, bytes)
    return file.data


def test_documents_as_data(api: Mapping[str, dict]) -> None:
    documents = {d["id"]: d for d in api["api/van-ban.json"]["documents"]}
    plan = documents["ke-hoach-20-kh-hu-2018"]
    assert (plan["type"], plan["number"], plan["date"], plan["issuer"]) == (
        "Kế hoạch", "20-KH/HU", "2018-01-15", "Huyện ủy Nam Ban")  # fmt: skip
    assert documents["thong-bao-cong-tac"]["number"] is None
    assert documents["thong-bao-cong-tac"]["title"] == HOSTILE


def test_clauses_as_data_lie_one_file_a_document(api: Mapping[str, dict]) -> None:
    clauses = api["api/dieu-khoan/nghi-quyet-11-nq-tu-2017.json"]["clauses"]
    assert [c["id"] for c in clauses] == ["khoan-1", "khoan-2"]
    assert clauses[1]["url"] == "van-ban/nghi-quyet-11-nq-tu-2017.html#khoan-2"


def test_citations_as_data_carry_state_target_and_evidence(api: Mapping[str, dict]) -> None:
    first = api["api/vien-dan.json"]["citations"][0]
    assert (first["state"], first["target"], first["target_clauses"], first["relation"]) == (
        "linked", "nghi-quyet-11-nq-tu-2017", ["khoan-2"], "implements")  # fmt: skip
    assert first["text"] in first["evidence"]


def test_every_file_says_its_version_and_the_index_names_the_others(api: Mapping[str, dict]) -> None:
    assert {content["version"] for content in api.values()} == {1}
    assert {f"api/{name}" for name in ("van-ban.json", "vien-dan.json", "so-hieu.json")} <= set(api)


def test_the_same_archive_gives_the_same_bytes(library: Library) -> None:
    again = small_library()
    assert [f.data for f in api_parts(library)] == [f.data for f in api_parts(again)]
    assert graphml_file(library).data == graphml_file(again).data
    assert feed_file(library, SETTINGS, {}).data == feed_file(again, SETTINGS, {}).data


def test_graphml_has_a_node_for_each_document_held_or_cited(library: Library) -> None:
    tree = etree.fromstring(bytes_of(graphml_file(library)))
    nodes = {node.get("id") for node in tree.iterfind(".//g:node", GRAPH)}
    edges = [(e.get("source"), e.get("target")) for e in tree.iterfind(".//g:edge", GRAPH)]
    assert nodes == {*library.documents, "so-hieu/88-ct-tw"}
    assert ("ke-hoach-20-kh-hu-2018", "nghi-quyet-11-nq-tu-2017") in edges
    assert {end for edge in edges for end in edge} <= nodes
    keys = {key.get("id") for key in tree.iterfind("g:key", GRAPH)}
    assert {data.get("key") for data in tree.iterfind(".//g:data", GRAPH)} <= keys


def test_the_feed_is_atom_with_the_newest_first(library: Library) -> None:
    tree = etree.fromstring(bytes_of(feed_file(library, SETTINGS, {"thong-bao-cong-tac": "2026-01-02"})))
    assert tree.tag == "{http://www.w3.org/2005/Atom}feed"
    titles = [e.findtext("a:title", namespaces=ATOM) for e in tree.iterfind("a:entry", ATOM)]
    assert titles[0] == "Thông báo " + HOSTILE
    assert titles[1:] == ["Kế hoạch số 20-KH/HU", "Nghị quyết số 11-NQ/TU"]
    assert tree.findtext("a:updated", namespaces=ATOM) == "2026-01-02T00:00:00+07:00"
    for entry in tree.iterfind("a:entry", ATOM):
        assert entry.find("a:id", ATOM) is not None
        link = entry.find("a:link", ATOM)
        assert link is not None
        assert (link.get("href") or "").startswith(SETTINGS.url)


@pytest.mark.parametrize("text", ["a\x00b", "\x0b", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_left_out(text: str) -> None:
    etree.fromstring(f"<a>{xml_text(text)}</a>")


def test_the_site_map_has_full_addresses_and_leaves_out_the_404_page() -> None:
    files = {f.path: bytes_of(f) for f in sitemap_files(["index.html", "404.html", "van-ban/a.html"], SETTINGS)}
    tree = etree.fromstring(files["sitemap.xml"])
    assert [e.text for e in tree.iterfind(".//s:loc", MAP)] == [
        SETTINGS.url + "index.html",
        SETTINGS.url + "van-ban/a.html",
    ]
    assert b"Sitemap: " + SETTINGS.url.encode() in files["robots.txt"]


def test_a_very_large_site_map_is_divided() -> None:
    files = {f.path: bytes_of(f) for f in sitemap_files((f"p/{n}.html" for n in range(MOST + 1)), SETTINGS)}
    assert {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"} <= set(files)
    assert etree.fromstring(files["sitemap.xml"]).tag.endswith("sitemapindex")


def test_without_a_public_address_there_is_no_site_map() -> None:
    assert [f.path for f in sitemap_files(["index.html"], Settings(name="x", url=""))] == ["robots.txt"]


KEYS = {
    "documents": {
        "id", "url", "name", "type", "number", "date", "place", "issuer", "title", "level", "system", "province",
        "term", "effective", "expires", "signers", "recipients", "addressees", "collective", "urgency", "sources",
        "clauses",
    },
    "citations": {
        "document", "clause", "start", "text", "kind", "type", "number", "date", "issuer", "pinpoints", "relation",
        "evidence", "antecedent", "inside", "state", "target", "target_clause", "target_clauses", "exact", "candidates",
        "rule", "doubt", "by_person",
    },
    "numbers": {"slug", "number", "types", "held", "mentions", "documents", "url"},
    "clauses": {"id", "url", "parent", "kind", "number", "label", "text", "mark"},
}  # fmt: skip


def test_every_record_has_the_same_keys_as_promised(api: Mapping[str, dict]) -> None:
    seen = set()
    for content in api.values():
        for name, keys in KEYS.items():
            for record in content.get(name, []):
                assert set(record) - {"rows", "image"} == keys
                seen.add(name)
    assert seen == set(KEYS)


def test_every_address_in_the_data_is_one_of_the_site(api: Mapping[str, dict], library: Library) -> None:
    for document in api["api/van-ban.json"]["documents"]:
        assert document["url"] == f"van-ban/{document['id']}.html"
    assert {n["url"] for n in api["api/so-hieu.json"]["numbers"]} == {f"so-hieu/{s}.html" for s in library.numbers}
