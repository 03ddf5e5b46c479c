"""A person's corrections of citations, from NAME.yml through the whole pipeline, again after a rebuild."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from vankien.cli import main

HEAD = """{body}
*
Số {number}

ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày {date}

{kind}
{title}

{text}

Nơi nhận:
- Như trên.

T/M {body}
Trương Thị Mai
"""
DOCUMENTS = {
    "ct-2016": ("BỘ CHÍNH TRỊ", "05-CT/TW", "15 tháng 5 năm 2016", "CHỈ THỊ", "về học tập", "1. Học.\n\n2. Làm."),
    "ct-2021": ("BAN BÍ THƯ", "05-CT/TW", "10 tháng 8 năm 2021", "CHỈ THỊ", "về lưu trữ", "1. Lập.\n\n2. Lưu."),
    "bao-cao": (
        "BAN DÂN VẬN TRUNG ƯƠNG", "10-BC/BDVTW", "10 tháng 01 năm 2022", "BÁO CÁO", "về thực hiện chỉ thị",
        "1. Quán triệt Chỉ thị số 05-CT/TW.\n\n2. Theo khoản 2 Chỉ thị số 05-CT/TW.\n\n3. Mẫu ghi Chỉ thị số 05-CT/TW.",
    ),
}  # fmt: skip
CORRECTIONS = """citations:
  - {{text: Chỉ thị số 05-CT/TW, clause: khoan-1, target: {target}}}
  - {{text: khoản 2 Chỉ thị số 05-CT/TW, target: {target}}}
  - {{text: Chỉ thị số 05-CT/TW, clause: khoan-3, not_a_citation: true}}
"""


def run(project: Path, *words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--project", str(project)])
    assert result.exit_code == 0, result.output
    return result.output


def cited(project: Path) -> list[tuple[str, str, str | None, str | None]]:
    rows = [json.loads(line) for line in run(project, "citations", "--json").splitlines()]
    rows = [row for row in rows if row["document"].startswith("bao-cao")]
    return [(row["clause"], row["state"], row["target"], row["target_clause"]) for row in rows]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [vankien]\n", encoding="utf-8")
    for name, (body, number, date, kind, title, text) in DOCUMENTS.items():
        page = HEAD.format(body=body, number=number, date=date, kind=kind, title=title, text=text)
        (tmp_path / "archive" / f"{name}.txt").write_text(page, encoding="utf-8")
    run(tmp_path, "normalize")
    return tmp_path


def test_corrections_survive_a_rebuild(project: Path) -> None:
    assert [state for _, state, _, _ in cited(project)] == ["ambiguous"] * 3
    target = next(path.stem for path in (project / "docs" / "van-ban").glob("chi-thi-*2016.md"))
    (project / "archive" / "bao-cao.yml").write_text(CORRECTIONS.format(target=target), encoding="utf-8")
    for _ in range(2):
        run(project, "normalize")
        assert cited(project) == [
            ("khoan-1", "linked", target, None),
            ("khoan-2", "linked", target, "khoan-2"),
        ]


def test_a_correction_of_words_that_are_not_there_is_told(project: Path) -> None:
    entry = "citations: [{text: Kết luận số 99, not_a_citation: true}]\n"
    (project / "archive" / "bao-cao.yml").write_text(entry, encoding="utf-8")
    run(project, "normalize")
    assert "Kết luận số 99" in run(project, "check")
