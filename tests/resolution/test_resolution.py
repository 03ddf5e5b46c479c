"""Two archives of hard citations: the state and target that a careful person gives, through the whole pipeline.

A wrong link is worth five times an "ambiguous": none is allowed at all.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from vankien.archive import normalize_archive
from vankien.library import Library, load_library
from vankien.model import Link
from vankien.project import open_project
from vankien.writing.folding import folded_words

ARCHIVES = ("archive.yml", "second.yml")
MENTION = re.compile(r"\{\{(.+?)\|(linked|ambiguous|missing|self)(?:\|([^}#]+)(?:#([^}]+))?)?\}\}")


class Expected(NamedTuple):
    """A mention and what a careful person says of it."""

    file: str
    words: str
    state: str
    target: str | None
    clause: str | None


def rendered(case: dict[str, str]) -> str:
    """The document as an office would have typed it: whole (`page`), or laid out here around its text."""
    if "page" in case:
        return MENTION.sub(r"\1", case["page"])
    body = MENTION.sub(r"\1", case["text"]).replace("\n", "\n\n")
    date = "ngày {} tháng {} năm {}".format(*case["date"].split("/"))
    if case["form"] == "dang":
        head = f"{case['body_name']}\n*\nSố {case['number']}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{case['place']}, {date}\n\n"
        authority = f"T/M {case['for']}\n" if case["for"] else ""
    else:
        number = f"Luật số: {case['number']}" if case["form"] == "luat" else f"Số: {case['number']}"
        head = f"{case['body_name']}\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        head += f"---------------\n\n{number}\n\n{case['place']}, {date}\n\n"
        authority = f"TM. {case['for']}\n" if case["for"] else ""
    post = case.get("post") or ("BÍ THƯ" if case["form"] == "dang" else "CHỦ TỊCH")
    foot = f"Nơi nhận:\n- Như trên;\n- Lưu văn thư.\n\n{authority}{post}\n\n\n{case['signer']}\n"
    return f"{head}{case['type']}\n{case['title']}\n\n-----\n\n{body}\n\n{foot}"


@pytest.fixture(scope="module", params=ARCHIVES)
def cases(request: pytest.FixtureRequest) -> list[dict[str, str]]:
    return yaml.safe_load(Path(__file__).with_name(request.param).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def library(cases: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("resolution")
    (root / "archive").mkdir()
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [vankien]\n", encoding="utf-8")
    for case in cases:
        (root / "archive" / f"{case['file']}.txt").write_text(rendered(case), encoding="utf-8")
    project = open_project(root)
    report = normalize_archive(project)
    assert not report.failed, report.problems
    return load_library(project)


def expectations(cases: list[dict[str, str]]) -> Iterator[Expected]:
    for case in cases:
        for words, state, target, clause in MENTION.findall(case.get("page") or case["text"]):
            yield Expected(case["file"], words, state, target or None, clause or None)


def match(expected: list[Expected], links: list[Link]) -> list[tuple[Expected, Link | None]]:
    """Pair each expected mention with the first unused link of the same words, in order."""
    unused = list(links)
    pairs: list[tuple[Expected, Link | None]] = []
    for mention in expected:
        words = folded_words(mention.words)
        found = next((x for x in unused if _same(words, folded_words(x.citation.text))), None)
        if found:
            unused.remove(found)
        pairs.append((mention, found))
    return pairs


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def test_the_archive_is_large_enough(cases: list[dict[str, str]]) -> None:
    assert len(cases) >= 40
    assert len(list(expectations(cases))) >= 120


def test_every_mention_gets_the_state_and_target_of_a_careful_person(
    cases: list[dict[str, str]], library: Library
) -> None:
    names = {d.sources[0].file.removesuffix(".txt"): d.id for d in library.documents.values()}
    assert set(names) == {case["file"] for case in cases}
    wrong_links, misses = [], []
    for case in cases:
        links = list(library.links_of(names[case["file"]]))
        for mention, link in match(list(expectations([case])), links):
            target = names[mention.target] if mention.target else None
            if link is None:
                misses.append(f"{mention.file}: not found: {mention.words}")
                continue
            got = (link.state, link.target, link.clauses[0] if link.clauses else None)
            want = (mention.state, target, mention.clause)
            if got != want:
                line = f"{mention.file}: {mention.words}: expected {want}, got {got} {link.rule} {link.doubt}"
                (wrong_links if link.state == "linked" and link.target != target else misses).append(line)
    assert not wrong_links + misses, "\n".join(["WRONG LINKS", *wrong_links, "OTHER", *misses])
