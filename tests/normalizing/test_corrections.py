"""NAME.yml: what is understood, and what is said about mistakes."""

from collections.abc import Callable

import pytest

from vankien.model import Evidence, Metadata, Signer
from vankien.normalizing.correction_entries import Decision
from vankien.normalizing.corrections import read_corrections


def test_every_kind_of_entry() -> None:
    text = """\
number: 12-KL/TU
date: 18/12/2020
place: no
title: null
signers:
  - Nguyễn Văn A
  - {name: Trần Thị B, position: Phó Bí thư}
recipients: Các huyện ủy
id: ket-luan-12-kl-tu-2020
release: {by: Lê Văn C, on: 2024-05-01}
approved: true
clauses: [{text: 2020. Qua, not_a_clause: true}]
citations: [{text: Đề án 06, number: 06-ĐA/TU}]
notes: [{clause: khoan-2, note: "[nguyên văn]"}]
"""
    found, problems = read_corrections(text.encode(), "archive/a.yml")
    assert problems == ()
    assert found.attributes == {
        "number": "12-KL/TU",
        "date": "2020-12-18",
        "place": "no",
        "title": None,
        "signers": (Signer("Nguyễn Văn A"), Signer("Trần Thị B", "Phó Bí thư")),
        "recipients": ("Các huyện ủy",),
    }
    assert found.id == "ket-luan-12-kl-tu-2020"
    assert found.release == Decision("Lê Văn C", "2024-05-01")
    assert found.as_data()["citations"] == [{"text": "Đề án 06", "number": "06-ĐA/TU"}]
    assert not found.unsure


def test_a_value_of_a_person_replaces_what_was_read() -> None:
    found, _ = read_corrections(b"number: 3\ntype:\n", "a.yml")
    metadata, evidence = found.apply(Metadata(type="Chỉ thị", title="x"), {"title": Evidence("x", "type line")})
    assert metadata == Metadata(type=None, number="3", title="x")
    assert evidence["number"] == Evidence("3", "person")
    assert evidence["title"].rule == "type line"


@pytest.mark.parametrize(
    ("text", "place", "vi"),
    [
        ("titel: abc", "dòng 1, khóa “titel”", "có phải “title”"),
        ("a: 1", "dòng 1, khóa “a”", "Không có khóa này"),
        ("title: Kế hoạch: năm 2024", "dòng 1", "dấu hai chấm"),
        ("type: Kết luận\n\tnumber: 3", "dòng 2", "Tab"),
        ("date: 31/02/2020", "dòng 1, khóa “date”", "không phải là ngày"),
        ("number: [1, 2]", "dòng 1, khóa “number”", "Cần một dòng chữ"),
        ("number: 1\nnumber: 2", "dòng 2", "ghi hai lần"),
        ("- a", "dòng 1", "khóa: giá trị"),
        ("id: Kết luận 1", "dòng 1, khóa “id”", "không làm địa chỉ được"),
        ("id: con", "dòng 1, khóa “id”", "không làm địa chỉ được"),
        ("id: ../../x", "dòng 1, khóa “id”", "không làm địa chỉ được"),
        ("release: được", "dòng 1, khóa “release”", "`true`"),
        ("clauses: [{text: a}]", "dòng 1, khóa “clauses”", "not_a_clause"),
        ("clauses: [{text: a, kind: khoản}]", "dòng 1, khóa “clauses”", "Không có loại"),
        ("citations: [{target: a}]", "dòng 1, khóa “citations”", "Cần `text`"),
        ("notes: [{clause: a}]", "dòng 1, khóa “notes”", "`note`"),
        ("signers: [{ten: A}]", "dòng 1, khóa “signers”", "Không có khóa “ten”"),
        ('title: "abc', "dòng 1", "nháy"),
        ("a: &x [1]\nb: *x", "dòng 1", "YAML"),
        ("[" * 5000, "", "Lồng"),
    ],
)
def test_a_mistake_is_told_in_both_languages(text: str, place: str, vi: str) -> None:
    _, problems = read_corrections(text.encode(), "archive/a.yml")
    assert problems
    assert problems[0].file == "archive/a.yml"
    assert problems[0].place == place
    assert vi in problems[0].vi
    assert problems[0].en.isascii() or "“" in problems[0].en or "Kế hoạch" in problems[0].en


def test_a_wrong_entry_does_not_spoil_the_others() -> None:
    found, problems = read_corrections(b"number: 5-KL/TU\nfoo: 1\n", "a.yml")
    assert found.attributes == {"number": "5-KL/TU"}
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["withdrawl: true", "release: abc", "title: a: b", "relase: true"])
def test_a_decision_that_cannot_be_read_makes_unsure(text: str) -> None:
    assert read_corrections(text.encode(), "a.yml")[0].unsure


@pytest.mark.parametrize(
    "encode",
    [lambda t: t.encode("utf-8-sig"), lambda t: t.encode("utf-16"), lambda t: t.replace("\n", "\r\n").encode()],
)
def test_files_as_notepad_writes_them(encode: Callable[[str], bytes]) -> None:
    found, problems = read_corrections(encode("title: Về công tác dân vận\nnumber: 1-CT/TU\n"), "a.yml")
    assert problems == ()
    assert found.attributes == {"title": "Về công tác dân vận", "number": "1-CT/TU"}


def test_another_encoding_is_told_with_the_remedy() -> None:
    found, problems = read_corrections("number: 1\ntitle: Về".encode("cp1258", "replace") + b"\xe0\xff", "a.yml")
    assert problems[0].place == "dòng 2"
    assert "UTF-8" in problems[0].vi
    assert found.unsure
