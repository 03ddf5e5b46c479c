"""The register of documents: out, looked through by an office, and back."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from vankien.model import Document, Fidelity, Metadata, Signer, SourceFile
from vankien.project import Project
from vankien.register import apply_changes, read_changes, register_rows, register_widths
from vankien.spreadsheet import SpreadsheetError, read_table, write_table

DOCUMENT = Document(
    id="chi-thi-phong-chay",
    sources=(SourceFile("2014/chi-thi.txt", "0" * 64),),
    metadata=Metadata(
        type="Chỉ thị",
        date="2014-03-05",
        title="về phòng cháy, “rừng”",
        signers=(Signer("Đinh Văn Chung", "PHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ"),),
        recipients=("Các ban đảng", "Lưu VPTU"),
    ),
    evidence={},
    lead=(),
    header=(),
    body="",
    closing=(),
    fidelity=Fidelity(0, 0),
)
DOCUMENTS = {DOCUMENT.id: DOCUMENT}


def project(root: Path) -> Project:
    (root / "archive" / "2014").mkdir(parents=True)
    return Project(root, {}, {})


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_register_that_nobody_touched_changes_nothing(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"danh-muc{ending}"
    write_table(file, register_rows([DOCUMENT]), register_widths())
    table = read_table(file)
    assert table == register_rows([DOCUMENT])
    assert read_changes(table, DOCUMENTS, file.name) == ([], [])


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_corrections_come_back_into_the_yml_and_its_comments_stay(tmp_path: Path, ending: str) -> None:
    portal = project(tmp_path)
    yml = portal.archive / "2014" / "chi-thi.yml"
    yml.write_text("# hỏi lại Văn phòng\nplace: Phan Thiết\n", encoding="utf-8")
    rows = register_rows([DOCUMENT])
    heading = rows[0].index
    rows[1][heading("Số, ký hiệu")] = "12-CT/TU"
    rows[1][heading("Ngày ban hành")] = "06/3/2014"
    rows[1][heading("Người ký")] = "Đinh Văn Chung; Lê Thị Hoa"
    file = tmp_path / f"danh-muc{ending}"
    write_table(file, rows, register_widths())
    changes, problems = read_changes(read_table(file), DOCUMENTS, file.name)
    assert problems == []
    assert [(c.row, c.name, c.after) for c in changes] == [
        (2, "number", "12-CT/TU"),
        (2, "date", "06/3/2014"),
        (2, "signers", "Đinh Văn Chung; Lê Thị Hoa"),
    ]
    assert apply_changes(portal, changes, DOCUMENTS) == []
    text = yml.read_text(encoding="utf-8")
    assert text.startswith("# hỏi lại Văn phòng\n")
    written = yaml.safe_load(text)
    assert written["place"] == "Phan Thiết"
    assert written["number"] == "12-CT/TU"
    assert str(written["date"]) == "2014-03-06"
    assert written["signers"] == [
        {"name": "Đinh Văn Chung", "position": "PHÓ BÍ THƯ", "authority": "T/M BAN THƯỜNG VỤ"},
        {"name": "Lê Thị Hoa"},
    ]


def test_a_signer_spelt_anew_keeps_the_post(tmp_path: Path) -> None:
    rows = register_rows([DOCUMENT])
    rows[1][rows[0].index("Người ký")] = "Đinh Văn Trung"
    changes, _ = read_changes(rows, DOCUMENTS, "danh-muc.csv")
    assert apply_changes(project(tmp_path), changes, DOCUMENTS) == []
    written = yaml.safe_load((tmp_path / "archive" / "2014" / "chi-thi.yml").read_text(encoding="utf-8"))
    assert written["signers"] == [
        {"name": "Đinh Văn Trung", "position": "PHÓ BÍ THƯ", "authority": "T/M BAN THƯỜNG VỤ"}
    ]


def test_rows_that_cannot_be_used_are_told_and_the_others_count(tmp_path: Path) -> None:
    rows = register_rows([DOCUMENT, replace(DOCUMENT, id="khac")])
    rows[1][rows[0].index("Ngày ban hành")] = "32/13/2014"
    rows[1][rows[0].index("Địa danh")] = "Hà Nội"
    changes, problems = read_changes(rows, DOCUMENTS, "danh-muc.csv")
    assert [(c.name, c.after) for c in changes] == [("place", "Hà Nội")]
    assert [(p.severity, p.place) for p in problems] == [
        ("error", "dòng 2, cột Ngày ban hành"),
        ("warning", "dòng 3"),
    ]


def test_a_table_of_another_kind_is_refused(tmp_path: Path) -> None:
    assert read_changes([["A", "B"], ["1", "2"]], DOCUMENTS, "x.csv")[1][0].severity == "error"
    broken = tmp_path / "x.xlsx"
    broken.write_bytes(b"PK not a workbook")
    with pytest.raises(SpreadsheetError):
        read_table(broken)
    with pytest.raises(SpreadsheetError):
        write_table(tmp_path / "x.doc", [], [])


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    rows = [["Trích yếu"], ["=HYPERLINK(1)"], ["-gạch"]]
    for name in ("x.csv", "x.xlsx"):
        write_table(tmp_path / name, rows, [10])
        assert read_table(tmp_path / name) == rows
    assert "'=HYPERLINK" in (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
