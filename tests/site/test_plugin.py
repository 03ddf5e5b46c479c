"""The plugin in MkDocs: an empty portal, pages written by hand, mistakes in mkdocs.yml and docs/van-ban/."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from vankien.laying_out import lay_out

DOCUMENT = """---
id: {id}
type: Kết luận
title: về công tác dân vận
sources: []
---

1\\. Giữ gìn đoàn kết.
"""


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    folder = tmp_path / "cong"
    lay_out(folder)
    return folder


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options, "--config-file", str(folder / "mkdocs.yml")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def page(folder: Path, path: str) -> html.HtmlElement:
    return html.fromstring((folder / "site" / path).read_text(encoding="utf-8"))


def test_an_empty_portal_builds(portal: Path) -> None:
    done = build(portal, "--strict")
    assert done.returncode == 0, done.stderr
    assert (portal / "site" / "index.html").is_file()


def test_a_page_written_by_hand_stands_in_the_frame_and_the_menu(portal: Path) -> None:
    put(portal, "docs/lien-he.md", "# Liên hệ\n\nXem [tìm kiếm](tim-kiem.html).\n\n!!! note\n    Giờ làm việc.\n")
    done = build(portal, "--strict")
    assert done.returncode == 0, done.stderr
    written = page(portal, "lien-he.html")
    assert written.xpath("string(//title)").startswith("Liên hệ · ")
    assert written.xpath("//main//h1/text()") == ["Liên hệ"]
    assert written.xpath("//main//a/@href") == ["tim-kiem.html"]
    assert page(portal, "so-hieu/index.html").xpath("//nav[@aria-label='Danh mục']//a[.='Liên hệ']/@href") == [
        "../lien-he.html"
    ]


def test_what_a_person_writes_on_the_home_page_comes_first(portal: Path) -> None:
    put(portal, "docs/index.md", "---\ntitle: Cổng văn bản huyện\n---\n\nLời giới thiệu của huyện.\n")
    done = build(portal, "--strict")
    assert done.returncode == 0, done.stderr
    main = page(portal, "index.html").xpath("//main")[0].text_content()
    assert main.index("Lời giới thiệu của huyện.") < main.index("Tìm kiếm")


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_built(portal: Path) -> None:
    put(portal, "docs/van-ban/tot.md", DOCUMENT.format(id="tot"))
    put(portal, "docs/van-ban/hong.md", "---\nid: [\n---\n\nVăn bản.\n")
    done = build(portal)
    assert done.returncode == 0, done.stderr
    assert "docs/van-ban/hong.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert page(portal, "van-ban/tot.html").get_element_by_id("khoan-1") is not None
    assert not (portal / "site" / "van-ban" / "hong.html").exists()
    assert build(portal, "--strict").returncode != 0


def test_a_withdrawn_document_leaves_a_page_without_its_words(portal: Path) -> None:
    put(portal, "docs/van-ban/cu.md", "---\nid: cu\nwithdrawn:\n  'on': '2026-03-04'\n---\n")
    done = build(portal, "--strict")
    assert done.returncode == 0, done.stderr
    words = " ".join(page(portal, "van-ban/cu.html").xpath("//main")[0].text_content().split())
    assert words.startswith("Văn bản đã gỡ khỏi cổng Văn bản ở địa chỉ này đã được gỡ khỏi cổng ngày 04/03/2026.")


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("use_directory_urls: true", "use_directory_urls: false", "use_directory_urls: false"),
        ("      clause_word: muc\n      office:", "      office:", "clause_word"),
        ("      offfice: A\n      office:", "      office:", "offfice"),
    ],
    ids=["addresses", "value", "key"],
)
def test_a_mistake_in_the_settings_is_told_in_a_line(portal: Path, wrong: str, right: str, said: str) -> None:
    config = (portal / "mkdocs.yml").read_text(encoding="utf-8")
    assert right in config
    put(portal, "mkdocs.yml", config.replace(right, wrong, 1))
    done = build(portal, "--strict")
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
