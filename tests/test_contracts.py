"""What the command line and the pages promise to others, key by key, through real processes on the portal's archive."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from lxml import html

ROOT = Path(__file__).resolve().parent.parent
RESOLUTION = "nghi-quyet-cong-tac-dan-van-yen-minh.txt"
RESOLUTION_ID = "nghi-quyet-03-nq-hu-yen-minh-2020"
ATTRIBUTES = {"type", "number", "date", "place", "issuer", "title", "signers", "recipients"}
RELATIONS = {"basis", "implements", "amends", "repeals", "replaces", "guides", "refers"}
QUERIES = {"a": "dan van kheo", "b": "25 nq tw", "c": '"dân vận khéo"', "d": "không có chữ nào như qxzqxz"}


class Ran(NamedTuple):
    """A process that has ended."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


def vankien(*arguments: str | Path) -> Ran:
    """The command, on a console that is not UTF-8 and without a keyboard; what it prints must be UTF-8 all the same."""
    poor = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "vankien.cli", *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, env=os.environ | poor, stdin=subprocess.DEVNULL, check=False)
    return Ran(ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8"))


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal's own archive in a folder of its own, built from nothing but the originals."""
    root = tmp_path_factory.mktemp("contracts") / "cong"
    root.mkdir()
    shutil.copytree(ROOT / "archive", root / "archive")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "docs").mkdir()
    built = vankien("build", "--project", root)
    assert built.status == 0, built.err
    return root


@pytest.fixture(scope="module")
def originals(portal: Path) -> list[Path]:
    return sorted((portal / "archive").glob("*.txt"))


@pytest.fixture(scope="module")
def inspected(originals: list[Path]) -> list[dict[str, Any]]:
    ran = vankien("inspect", *originals)
    assert (ran.status, ran.err) == (0, "")
    return ran.records


@pytest.fixture(scope="module")
def resolution(inspected: list[dict[str, Any]]) -> dict[str, Any]:
    return next(record for record in inspected if record["source"]["path"].endswith(RESOLUTION))


@pytest.fixture(scope="module")
def cited(portal: Path) -> list[dict[str, Any]]:
    ran = vankien("citations", "--project", portal, "--json")
    assert (ran.status, ran.err) == (0, "")
    return ran.records


@pytest.fixture(scope="module")
def answered(portal: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    asked = tmp_path_factory.mktemp("asked") / "cau-hoi.jsonl"
    lines = (json.dumps({"id": key, "text": text}, ensure_ascii=False) for key, text in QUERIES.items())
    asked.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = vankien("search", "--project", portal, "--queries", asked, "--limit", "5")
    assert (ran.status, ran.err) == (0, "")
    return ran.records


def test_inspect_gives_one_line_a_file_in_order(inspected: list[dict[str, Any]], originals: list[Path]) -> None:
    assert [record["source"]["path"] for record in inspected] == [str(path) for path in originals]
    for record, path in zip(inspected, originals, strict=True):
        assert record.keys() >= {"source", "metadata", "evidence", "clauses", "citations", "fidelity"}
        source = record["source"]
        assert source.keys() >= {"path", "sha256", "format", "encoding"}
        assert source["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert source["format"] == "text"


def test_inspect_gives_attributes_as_printed_and_null_for_the_rest(
    resolution: dict[str, Any], inspected: list[dict[str, Any]]
) -> None:
    metadata = resolution["metadata"]
    printed = {"type": "Nghị quyết", "number": "03-NQ/HU", "date": "2020-12-18", "place": "Yên Minh"}
    assert metadata.items() >= printed.items()
    for record in inspected:
        assert record["metadata"].keys() >= ATTRIBUTES
        assert all(signer.keys() >= {"name", "position", "authority"} for signer in record["metadata"]["signers"])
        assert isinstance(record["metadata"]["recipients"], list)
        assert all(found.keys() >= {"text", "rule"} for found in record["evidence"].values())
    unnumbered = [record["metadata"] for record in inspected if record is not resolution]
    assert [(m["number"], m["date"]) for m in unnumbered] == [(None, None)] * 3


def test_inspect_does_not_read_the_corrections(tmp_path: Path, portal: Path) -> None:
    copy = tmp_path / RESOLUTION
    shutil.copy(portal / "archive" / RESOLUTION, copy)
    copy.with_suffix(".yml").write_text("number: 99-NQ/HU\n", encoding="utf-8")
    before = files_below(tmp_path)
    [record] = vankien("inspect", copy).records
    assert record["metadata"]["number"] == "03-NQ/HU"
    assert files_below(tmp_path) == before


def test_inspect_gives_clauses_with_their_own_words(resolution: dict[str, Any]) -> None:
    clauses = {clause["id"]: clause for clause in resolution["clauses"]}
    assert len(clauses) == len(resolution["clauses"])
    for clause in clauses.values():
        assert clause.keys() >= {"id", "parent", "kind", "number", "label", "text"}
        assert clause["parent"] is None or clause["parent"] in clauses
    article = clauses["muc-ii_khoan-2"]
    assert (article["kind"], article["number"], article["label"]) == ("khoan", "2", "khoản 2, Mục II")
    assert article["text"] == "Nhiệm vụ và giải pháp chủ yếu"


def test_inspect_gives_citations_where_they_stand(inspected: list[dict[str, Any]]) -> None:
    keys = {"clause", "start", "text", "kind", "type", "number", "date", "issuer", "pinpoints", "relation",
            "antecedent", "inside"}  # fmt: skip
    for record in inspected:
        texts = {clause["id"]: clause["text"] for clause in record["clauses"]}
        for citation in record["citations"]:
            assert citation.keys() >= keys
            assert citation["kind"] in {"numbered", "named", "short", "self"}
            assert citation["relation"] in RELATIONS
            assert texts[citation["clause"]].startswith(citation["text"], citation["start"])


def test_inspect_accounts_for_every_character(inspected: list[dict[str, Any]]) -> None:
    for record in inspected:
        fidelity = record["fidelity"]
        assert fidelity.keys() >= {"characters", "placed", "dropped", "unplaced"}
        assert fidelity["unplaced"] == 0
        assert all(dropped.keys() >= {"text", "reason"} for dropped in fidelity["dropped"])
        lost = sum(len("".join(dropped["text"].split())) for dropped in fidelity["dropped"])
        assert fidelity["characters"] == fidelity["placed"] + lost


def test_inspect_goes_on_after_a_file_that_cannot_be_read(portal: Path, tmp_path: Path) -> None:
    empty = tmp_path / "rong.txt"
    empty.write_bytes(b"")
    ran = vankien("inspect", empty, tmp_path / "khong-co.docx", portal / "archive" / RESOLUTION)
    assert ran.status == 1
    bad, absent, good = ran.records
    for record in (bad, absent):
        assert record.keys() >= {"source", "error"}
        assert "metadata" not in record
    assert str(empty) in bad["source"]["path"]
    assert "metadata" in good
    assert "Traceback" not in ran.err


def test_citations_of_the_whole_archive(cited: list[dict[str, Any]], portal: Path) -> None:
    keys = {"document", "clause", "text", "state", "target", "target_clause", "candidates", "relation", "evidence"}
    known = {path.stem for path in (portal / "docs" / "van-ban").glob("*.md")}
    assert RESOLUTION_ID in known
    for line in cited:
        assert line.keys() >= keys
        assert line["document"] in known
        assert line["state"] in {"linked", "ambiguous", "missing", "self"}
        assert (line["target"] in known) == (line["state"] in {"linked", "self"})
        assert line["text"] in line["evidence"]
        assert isinstance(line["candidates"], list)
    assert {line["document"] for line in cited} == known


def test_normalised_documents_begin_with_their_attributes(portal: Path) -> None:
    for path in (portal / "docs" / "van-ban").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        start, front, _ = text.split("---\n", 2)
        given = yaml.safe_load(front)
        assert start == ""
        assert given["id"] == path.stem
        for source in given["sources"]:
            original = portal / "archive" / source["file"]
            assert source["sha256"] == hashlib.sha256(original.read_bytes()).hexdigest()
        assert given["type"] in {"Nghị quyết", "Chỉ thị", "Kết luận", "Thông báo"}


def test_normalising_again_changes_nothing(portal: Path) -> None:
    before = files_below(portal / "docs")
    assert vankien("normalize", "--project", portal).status == 0
    assert files_below(portal / "docs") == before


def test_search_gives_flat_hits_that_exist(portal: Path) -> None:
    ran = vankien("search", QUERIES["a"], "--project", portal, "--json", "--limit", "7")
    assert ran.status == 0
    [answer] = ran.records
    assert answer.keys() >= {"query", "total", "hits"}
    assert answer["query"] == QUERIES["a"]
    assert len(answer["hits"]) == 7 <= answer["total"]
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores == sorted(scores, reverse=True)
    for hit in answer["hits"]:
        assert hit.keys() >= {"url", "source", "document", "clause", "title", "label", "snippet", "score"}
        assert (portal / "archive" / hit["source"]).is_file()
        page, _, clause = hit["url"].partition("#")
        assert page == f"van-ban/{hit['document']}.html"
        assert clause == (hit["clause"] or "")
        found = html.parse(portal / "site" / page).xpath("//*[@id=$clause]", clause=clause) if clause else [page]
        assert found


def test_many_queries_are_answered_in_order_in_one_process(answered: list[dict[str, Any]], portal: Path) -> None:
    assert [answer["id"] for answer in answered] == list(QUERIES)
    for answer in answered:
        assert answer.keys() >= {"id", "total", "hits"}
        assert len(answer["hits"]) <= 5
    [alone] = vankien("search", QUERIES["c"], "--project", portal, "--json", "--limit", "5").records
    assert (alone["total"], alone["hits"]) == (answered[2]["total"], answered[2]["hits"])


def test_a_list_of_queries_that_cannot_be_read_is_told(portal: Path, tmp_path: Path) -> None:
    asked = tmp_path / "sai.jsonl"
    asked.write_text('{"id": "a"}\n', encoding="utf-8")
    ran = vankien("search", "--project", portal, "--queries", asked)
    assert ran.status == 2
    assert "sai.jsonl" in ran.err
    assert "Traceback" not in ran.err


def test_check_tells_what_the_documents_do_not_print(portal: Path) -> None:
    ran = vankien("check", "--project", portal, "--json")
    assert ran.status == 0
    assert sum("số, ký hiệu, ngày ban hành" in record["vi"] for record in ran.records) == 3
    assert all(record.keys() >= {"file", "place", "vi", "en", "severity"} for record in ran.records)


def test_a_new_portal_builds_at_once_and_a_used_folder_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cổng của xã"
    assert vankien("new", folder).status == 0
    assert {path.name for path in folder.iterdir()} >= {"archive", "docs", "mkdocs.yml"}
    before = files_below(folder)
    again = vankien("new", folder)
    assert again.status == 2
    assert files_below(folder) == before
    built = vankien("build", "--project", folder)
    assert built.status == 0, built.err
    assert (folder / "site" / "index.html").is_file()


@pytest.mark.parametrize("command", ["normalize", "build", "check", "citations", "serve"])
def test_a_folder_that_is_no_portal_is_told_in_a_line_or_two(command: str, tmp_path: Path) -> None:
    ran = vankien(command, "--project", tmp_path)
    assert ran.status == 2
    assert "mkdocs.yml" in ran.err
    assert len(ran.err.splitlines()) <= 2
    assert files_below(tmp_path) == {}


def test_every_clause_of_a_page_has_its_id_and_its_button(portal: Path, resolution: dict[str, Any]) -> None:
    page = html.parse(portal / "site" / "van-ban" / f"{RESOLUTION_ID}.html")
    clauses = page.xpath("//*[contains(concat(' ', @class, ' '), ' vk-clause ')]")
    assert {clause.get("id") for clause in clauses} == {clause["id"] for clause in resolution["clauses"]}
    for clause in clauses:
        assert clause.xpath("./*//button[@class='vk-cite'] | ./button[@class='vk-cite']")
    states = [link.get("data-state") for link in page.xpath("//a[@class='vk-ref']")]
    assert len(states) >= len(resolution["citations"])
    assert set(states) <= {"linked", "ambiguous", "missing", "self"}
