"""archive/ becomes docs/van-ban/, again and again."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import docx
import pytest
from clerk import LETTER, Portal
from docx.oxml import parse_xml

from vankien.archive import Report, normalize_archive
from vankien.library import load_library
from vankien.normalizing.front_matter import read_document
from vankien.project import open_project

ID = "ket-luan-12-kl-tu-hoa-an-2021"


def test_a_document_is_written_once(portal: Portal) -> None:
    portal.put("2021/ket luan.txt")
    first = portal.run()
    assert (first.written, first.unchanged, first.failed, first.unplaced) == (1, 0, False, 0)
    before = portal.everything_written()
    again = portal.run()
    assert (again.written, again.unchanged) == (0, 1)
    assert portal.everything_written() == before
    document = read_document(portal.documents()[ID])
    assert document.sources[0].file == "2021/ket luan.txt"
    assert document.metadata.number == "12-KL/TU"


def test_without_the_memory_nothing_changes_either(portal: Portal) -> None:
    portal.put("a.txt")
    portal.run()
    (portal.root / ".vankien" / "normalized.json").write_text("{", encoding="utf-8")
    assert portal.run().unchanged == 1


def test_the_id_stays_when_the_text_changes_or_the_file_moves(portal: Portal) -> None:
    path = portal.put("a.txt")
    portal.run()
    portal.put("a.txt", LETTER.replace("12-KL/TU", "13-KL/TU"))
    portal.run()
    assert list(portal.documents()) == [ID]
    path.rename(portal.root / "archive" / "b.txt")
    report = portal.run()
    assert list(portal.documents()) == [ID]
    assert report.written == 1 and not report.problems


def test_a_hand_edited_document_is_kept_and_a_proposal_waits(portal: Portal) -> None:
    portal.put("a.txt")
    portal.run()
    portal.edit(ID, "nghiêm túc", "rất nghiêm túc")
    quiet = portal.run()
    assert quiet.edited == {f"docs/van-ban/{ID}.md": None} and not quiet.problems
    portal.put("a.txt", LETTER.replace("đôn đốc.", "đôn đốc, báo cáo."))
    report = portal.run()
    proposal = portal.root / ".vankien" / "proposals" / f"{ID}.md"
    assert report.edited == {f"docs/van-ban/{ID}.md": f".vankien/proposals/{ID}.md"}
    assert "rất nghiêm túc" in portal.documents()[ID]
    assert "đôn đốc, báo cáo." in proposal.read_text(encoding="utf-8")
    portal.edit(ID, "rất nghiêm túc", "hết sức nghiêm túc")
    portal.run()
    assert "hết sức nghiêm túc" in portal.documents()[ID]


def test_corrections_come_from_the_yml(portal: Portal) -> None:
    portal.put("a.txt")
    portal.put("a.yml", "number: 15-KL/TU\nid: ket-luan-15\ncitations: [{text: x, target: y}]\n")
    assert not portal.run().failed
    document = read_document(portal.documents()["ket-luan-15"])
    assert document.metadata.number == "15-KL/TU"
    assert document.evidence["number"].rule == "person"
    assert document.corrections["citations"] == [{"text": "x", "target": "y"}]


def test_a_wish_for_another_id_moves_the_document(portal: Portal) -> None:
    portal.put("a.txt")
    portal.run()
    portal.put("a.yml", "id: ket-luan-ve-dan-van\n")
    portal.run()
    assert list(portal.documents()) == ["ket-luan-ve-dan-van"]


def test_two_documents_that_claim_one_id(portal: Portal) -> None:
    for name, number in (("a", "1"), ("b", "2")):
        portal.put(f"{name}.txt", LETTER.replace("12-KL", f"{number}-KL"))
        portal.put(f"{name}.yml", "id: ket-luan\n")
    report = portal.run()
    assert list(portal.documents()) == ["ket-luan", "ket-luan-2"]
    assert report.failed and "ket-luan" in report.problems[0].vi and report.problems[0].file == "archive/b.yml"
    again = portal.run()
    assert again.failed and again.written == 0
    assert list(portal.documents()) == ["ket-luan", "ket-luan-2"]


@pytest.mark.parametrize("mark", ["MẬT", "T Ố I  M Ậ T", "LƯU HÀNH NỘI BỘ", "DỰ THẢO LẦN 2", "XEM XONG TRẢ LẠI"])
def test_a_marked_document_leaves_no_word(portal: Portal, mark: str) -> None:
    portal.put("a.txt", f"{mark}\n{LETTER}")
    report = portal.run()
    assert report.held == ("a.txt",) and not report.failed
    assert [p.severity for p in report.problems] == ["held"]
    assert portal.documents() == {}
    written = portal.everything_written()
    assert "huyện" not in written and "ket-luan-12" not in written and "12-KL" not in written


def test_a_person_releases_it(portal: Portal) -> None:
    portal.put("a.txt", f"MẬT\n{LETTER}")
    portal.run()
    portal.put("a.yml", "release: {by: Lê Văn C, on: 01/5/2024}\n")
    assert portal.run().held == ()
    assert read_document(portal.documents()[ID]).corrections["release"] == {"by": "Lê Văn C", "on": "2024-05-01"}


def test_a_document_marked_later_is_taken_away(portal: Portal) -> None:
    portal.put("a.txt")
    portal.run()
    portal.edit(ID, "nghiêm túc", "rất nghiêm túc")
    portal.put("a.txt", f"MẬT\n{LETTER}")
    report = portal.run()
    assert portal.documents() == {} and report.held == ("a.txt",)
    assert "rất nghiêm túc" in (portal.root / "archive" / "a.md.held").read_text(encoding="utf-8")
    assert "nghiêm túc" not in portal.everything_written()
    assert portal.run().held == ("a.txt",)


@pytest.mark.parametrize("yml", ["withdrawl: true\n", "title: a: b\n"])
def test_an_unreadable_decision_holds_a_new_document_back(portal: Portal, yml: str) -> None:
    portal.put("a.txt")
    portal.put("a.yml", yml)
    report = portal.run()
    assert report.failed and report.held == ("a.txt",) and portal.documents() == {}


def test_an_unreadable_yml_leaves_a_published_document_as_it_was(portal: Portal) -> None:
    portal.put("a.txt")
    portal.put("a.yml", "number: 15-KL/TU\n")
    portal.run()
    before = portal.documents()
    portal.put("a.yml", "number: 15-KL/TU: x\n")
    report = portal.run()
    assert report.failed and portal.documents() == before


def test_a_withdrawn_document_leaves_a_tombstone(portal: Portal) -> None:
    path = portal.put("a.txt")
    portal.run()
    portal.put("a.yml", "withdrawn: {on: 2024-02-01, reason: Hết hiệu lực}\n")
    report = portal.run()
    assert report.withdrawn == (ID,)
    assert read_document(portal.documents()[ID]).withdrawn == "2024-02-01"
    assert "huyện" not in portal.documents()[ID]
    path.unlink()
    again = portal.run()
    assert list(portal.documents()) == [ID] and not again.problems


def test_a_vanished_original_is_reported_not_deleted(portal: Portal) -> None:
    path = portal.put("a.txt")
    portal.run()
    path.unlink()
    report = portal.run()
    assert list(portal.documents()) == [ID]
    assert "archive/a.txt" in report.problems[0].vi


def test_files_of_one_stem_are_one_document(portal: Portal) -> None:
    portal.put("a.txt")
    portal.put("a.md", LETTER.replace("12-KL/TU", "21-KL/TU"))
    report = portal.run()
    (document,) = [read_document(text) for text in portal.documents().values()]
    assert len(document.sources) == 2
    assert any("21-KL/TU" in p.vi or "12-KL/TU" in p.vi for p in report.problems)


def test_a_mark_in_one_of_two_files_holds_both_back(portal: Portal) -> None:
    portal.put("a.md")
    portal.put("a.txt", f"TUYỆT MẬT\n{LETTER}")
    assert portal.run().held and portal.documents() == {}


def test_the_same_file_twice_is_one_document(portal: Portal) -> None:
    portal.put("a.txt")
    portal.put("b/c.txt")
    report = portal.run()
    assert len(portal.documents()) == 1
    assert report.skipped == ("b/c.txt",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.txt", b"\x7fELF\x02\x01\xd0\xff\x00\x00" * 99),
        ("a.xyz", b"x"),
        ("a.docx", b"PK"),
        ("a.pdf", b"%PDF-1.4"),
    ],
)
def test_a_bad_file_stops_nothing(portal: Portal, name: str, data: bytes) -> None:
    portal.put("z.txt")
    (portal.root / "archive" / name).write_bytes(data)
    report = portal.run()
    assert list(portal.documents()) == [ID]
    assert report.problems and report.problems[0].file == f"archive/{name}"
    assert report.problems[0].vi and report.problems[0].en
    assert str(portal.root) not in report.problems[0].vi + report.problems[0].en


def test_a_document_without_any_structure(portal: Portal) -> None:
    portal.put("ghi chép.txt", "Một dòng chữ.\n")
    assert not portal.run().failed
    assert list(portal.documents()) == ["ghi-chep"]


def test_no_documents_at_all(portal: Portal) -> None:
    (portal.root / "archive").rmdir()
    assert portal.run() == Report()


def test_damaged_kept_files_are_reported(portal: Portal) -> None:
    portal.put("a.txt")
    portal.run()
    (portal.root / "docs" / "van-ban" / "hong.md").write_text("không có phần đầu", encoding="utf-8")
    report = portal.run()
    assert report.failed and report.problems[0].file == "docs/van-ban/hong.md"


def test_it_works_where_the_system_speaks_no_utf_8(portal: Portal) -> None:
    portal.put("Kết luận.txt")
    code = (
        "import sys, pathlib; from vankien.archive import normalize_archive; from vankien.project import open_project\n"
        "r = normalize_archive(open_project(pathlib.Path(sys.argv[1]))); assert r.written == 1 and not r.problems, r"
    )
    environment = {**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, str(portal.root)], env=environment, check=True)
    assert list(portal.documents()) == [ID]


def test_paths_stay_short(portal: Portal) -> None:
    portal.put("a.txt", LETTER.replace("12-KL/TU", "12-" + "A" * 300 + "/TU").replace("Hòa An", "Hòa " + "An" * 99))
    portal.run()
    assert all(len(name) <= 100 for name in portal.documents())


def test_the_four_directives_are_up_to_date() -> None:
    root = Path(__file__).resolve().parents[2]
    kept = {p.stem: p.read_text(encoding="utf-8") for p in (root / "docs" / "van-ban").glob("*.md")}
    files = {source.file for text in kept.values() for source in read_document(text).sources}
    assert files == {p.name for p in (root / "archive").glob("*.txt")}
    assert all(read_document(text).fidelity.unplaced == 0 for text in kept.values())


def test_a_misread_clause_is_put_right(portal: Portal) -> None:
    portal.put("a.txt")
    portal.put("a.yml", "clauses: [{text: 2. Văn phòng, number: '3'}]\n")
    portal.run()
    (document,) = load_library(portal.project).documents.values()
    assert [clause.id for clause in document.clauses if clause.kind == "khoan"] == ["khoan-1", "khoan-3"]


def test_pictures_of_the_text_are_kept_beside_it(portal: Portal) -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    document = docx.Document()
    document.add_paragraph("Điều 1. Mẫu huy hiệu như sau:")
    document.add_picture(io.BytesIO(png))
    document.add_paragraph("Điều 2. Tổ chức thực hiện./.")
    document.save(str(portal.root / "archive" / "mau.docx"))
    assert not portal.run().failed
    ((name, text),) = portal.documents().items()
    picture = portal.root / "docs" / "van-ban" / name / "image1.png"
    assert "![image1.png](image1.png)" in text
    assert picture.read_bytes() == png
    portal.put("mau.yml", "withdrawn: true\n")
    portal.run()
    assert not picture.exists()


def test_a_name_in_separate_accents(portal: Portal) -> None:
    portal.put(unicodedata.normalize("NFD", "Kết luận số 12.txt"))
    portal.put("Kết luận số 12.yml", "number: 15-KL/TU\n")
    assert not portal.run().problems
    portal.put(unicodedata.normalize("NFD", "Kết luận số 12.txt"), LETTER.replace("đôn đốc", "báo cáo"))
    portal.run()
    (text,) = portal.documents().values()
    assert "15-KL/TU" in text and "báo cáo" in text


def test_the_committed_documents_are_what_the_program_writes(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for folder in ("archive", "docs/van-ban"):
        shutil.copytree(root / folder, tmp_path / folder)
    (tmp_path / "mkdocs.yml").write_text("plugins: [vankien]\n", encoding="utf-8")
    report = normalize_archive(open_project(tmp_path))
    assert (report.written, report.edited, report.problems) == (0, {}, ())


TEXT_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize("where", ["header", "footer", "text box", "table"])
def test_a_mark_anywhere_on_a_word_page_holds_back(portal: Portal, where: str) -> None:
    document = docx.Document()
    if where == "table":
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "TỈNH ỦY HÒA AN\n*\nSố 12-KL/TU\nTỐI MẬT"
        table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM\nHòa An, ngày 05 tháng 3 năm 2021"
    for text in ["KẾT LUẬN", "về công tác dân vận", "1. Các huyện ủy thực hiện Kết luận này./."]:
        document.add_paragraph(text)
    if where == "header":
        document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    elif where == "footer":
        document.sections[0].footer.paragraphs[0].text = "LƯU HÀNH NỘI BỘ"
    elif where == "text box":
        document.paragraphs[0]._p.append(parse_xml(TEXT_BOX))
    document.save(str(portal.root / "archive" / "a.docx"))
    assert portal.run().held == ("a.docx",)
    assert portal.documents() == {}
