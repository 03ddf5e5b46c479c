"""The parts of a document's page, each by itself."""

from pathlib import Path

import pytest
from elements import made

from vankien.library import Library
from vankien.model import Clause, Document, Evidence, Fidelity, Metadata, Signer, SourceFile
from vankien.portal.document.attribute_rows import attribute_rows
from vankien.portal.document.citation_forms import citation_forms
from vankien.portal.document.clause_view import Drawing, draw_clauses
from vankien.portal.document.downloads import download_files, original_downloads
from vankien.portal.document.fidelity_view import fidelity_view
from vankien.portal.document.outline import make_outline, opening_words
from vankien.portal.document.printed import Closing, closing_view, printed_head
from vankien.portal.standing import standing_view
from vankien.project import Project


def document(sources: tuple[str, ...] = (), **attributes: object) -> Document:
    evidence = {"number": Evidence("Số 05 -CT/TU", "header", "dòng 2"), "place": Evidence("Bắc Lũng", "person")}
    metadata = Metadata(**attributes)  # type: ignore[arg-type]
    files = tuple(SourceFile(name, "0" * 64) for name in sources)
    return Document("chi-thi-05", files, metadata, evidence, (), (), "", (), Fidelity(10, 10))


def clause(kind: str, number: str, text: str, parent: str | None = None, **more: object) -> Clause:
    name = f"{parent}_{kind}-{number}" if parent else f"{kind}-{number}"
    return Clause(name, parent, kind, number, name, text, mark=f"{number}.", **more)  # type: ignore[arg-type]


def tree(*clauses: Clause) -> tuple:
    return draw_clauses(clauses, Drawing((), lambda link: ""))


def test_every_expected_attribute_has_a_row_and_says_where_it_comes_from() -> None:
    rows = {row.key: row for row in attribute_rows(document(number="05-CT/TU", place="Bắc Lũng", date="2019-02-03"))}
    assert rows["issuer"].values == ()
    assert rows["date"].values == ("03/02/2019",)
    assert (rows["number"].evidence, rows["number"].place) == ("Số 05 -CT/TU", "dòng 2")
    assert rows["place"].by_person
    assert rows["place"].evidence == ""
    assert "urgency" not in rows


def test_a_signer_is_named_with_position_and_authority() -> None:
    rows = {
        row.key: row for row in attribute_rows(document(signers=(Signer("Lê Văn Tám", "BÍ THƯ", "T/M BAN THƯỜNG VỤ"),)))
    }
    assert rows["signers"].values == ("Lê Văn Tám · BÍ THƯ · T/M BAN THƯỜNG VỤ",)


@pytest.mark.parametrize(
    ("lines", "closing"),
    [
        ((), None),
        (("Nơi nhận:", "- Tỉnh ủy;", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Tám"),
         Closing(("Nơi nhận:", "- Tỉnh ủy;", "- Lưu Văn phòng."), ("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Văn Tám"))),
        (("BÍ THƯ", "Lê Văn Tám", "Nơi nhận:", "- Tỉnh ủy.", "Lưu: VT."),
         Closing(("Nơi nhận:", "- Tỉnh ủy.", "Lưu: VT."), ("BÍ THƯ", "Lê Văn Tám"))),
        (("CHÁNH VĂN PHÒNG", "Lê Văn Tám"), Closing((), ("CHÁNH VĂN PHÒNG", "Lê Văn Tám"))),
    ],
)  # fmt: skip
def test_recipients_stand_on_the_left_and_signers_on_the_right(lines: tuple[str, ...], closing: Closing | None) -> None:
    assert closing_view(lines) == closing


@pytest.mark.parametrize(
    ("placed", "characters", "percent"),
    [(1000, 1000, "100 %"), (9999, 10000, "99,9 %"), (0, 0, "100 %"), (1, 3, "33,3 %")],
)
def test_the_share_is_cut_and_never_rounded_up(placed: int, characters: int, percent: str) -> None:
    assert fidelity_view(Fidelity(characters, placed)).percent == percent


def test_counts_are_printed_the_vietnamese_way() -> None:
    assert fidelity_view(Fidelity(1234567, 1234000)).placed == "1.234.000"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("KẾT LUẬN", "về công tác dân vận", "-----"), False),
        (("TỈNH ỦY LÂM HÀ", "KẾT LUẬN", "về công tác dân vận"), True),
        ((), False),
    ],
)
def test_a_printed_head_that_only_repeats_the_title_is_left_out(lines: tuple[str, ...], shown: bool) -> None:
    assert printed_head(lines, Metadata(type="Kết luận", title="về công tác dân vận")) == (lines if shown else ())


def test_clauses_nest_and_notes_stand_apart() -> None:
    clauses, notes = tree(
        clause("muc", "I", "Đánh giá"),
        clause("khoan", "1", "Ưu điểm", "muc-I"),
        clause("chu-thich", "1", "Xem báo cáo.", "muc-I_khoan-1"),
        clause("khoan", "2", "Hạn chế", "muc-I"),
        clause("ket", "", "Kết luận này được phổ biến."),
    )
    assert [view.clause.kind for view in clauses] == ["muc", "ket"]
    assert [view.clause.number for view in clauses[0].children] == ["1", "2"]
    assert [view.clause.kind for view in notes] == ["chu-thich"]
    assert (clauses[0].heading, clauses[0].children[0].heading) == (3, 0)


def test_a_long_article_is_no_heading() -> None:
    clauses, _ = tree(clause("dieu", "1", "Ban hành kèm theo Quyết định này Quy chế làm việc. " * 8))
    assert clauses[0].heading == 0


def test_citations_in_a_table_stand_in_their_cells() -> None:
    from markupsafe import Markup

    from vankien.model import Citation, Link

    table = clause("doan", "1", "Tên Số Chỉ thị 05 01", rows=(("Tên", "Số"), ("Chỉ thị 05", "01")))
    citation = Citation("doan-1", 7, 17, "Chỉ thị 05", "short", "Chỉ thị")
    link = Link("x", citation, "missing")
    clauses, _ = draw_clauses([table], Drawing([link], lambda one: Markup("<a>")))
    assert clauses[0].rows == (("Tên", "Số"), ("<a>Chỉ thị 05</a>", "01"))


def test_the_outline_leaves_numbered_clauses_out_where_they_are_many() -> None:
    few, _ = tree(clause("muc", "I", "A"), clause("khoan", "1", "b", "muc-I"))
    many, _ = tree(clause("muc", "I", "A"), *(clause("khoan", str(n), "b", "muc-I") for n in range(100)))
    flat, _ = tree(*(clause("khoan", str(n), "b") for n in range(100)))
    assert [item.id for item in make_outline(few)[0].children] == ["muc-I_khoan-1"]
    assert make_outline(many)[0].children == ()
    assert len(make_outline(flat)) == 100


def test_opening_words_end_at_a_word() -> None:
    assert opening_words("Các cấp ủy, chính quyền", 14) == "Các cấp ủy…"
    assert opening_words("Các  cấp\nủy", 14) == "Các cấp ủy"


def test_originals_keep_their_format_and_web_pages_are_zipped(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    for name in ("a.docx", "a.html", "b.docx"):
        (tmp_path / "archive" / name).write_bytes(b"<script>")
    project = Project(tmp_path, {}, {})
    one = document(("a.docx", "a.html", "b.docx", "lost.pdf"))
    paths = [download.path for download in original_downloads(one, project)]
    assert paths == [
        "van-ban/chi-thi-05.goc.docx",
        "van-ban/chi-thi-05.goc.html.zip",
        "van-ban/chi-thi-05.goc-2.docx",
    ]
    files = {file.path: file.data for file in made(download_files(one, project))}
    assert set(files) == set(paths)
    assert isinstance(files[paths[1]], bytes)
    assert files == {file.path: file.data for file in made(download_files(one, project))}


def test_a_citation_says_what_the_copy_does_not_print() -> None:
    forms = citation_forms(document(type="Kết luận", issuer="Tỉnh ủy", title="về công tác dân vận", system="Đảng"))
    assert forms.first == "Kết luận của Tỉnh ủy về công tác dân vận (bản lưu không ghi số, ngày ban hành)"
    assert forms.later == "Kết luận về công tác dân vận"


@pytest.mark.parametrize(
    ("dates", "kind", "words"),
    [
        ({}, "unknown", "Chưa có thông tin hiệu lực"),
        ({"effective": "2021-08-01"}, "dated", "Có hiệu lực từ 01/08/2021"),
        ({"expires": "2024-01-01"}, "dated", "Hết hiệu lực từ 01/01/2024"),
        (
            {"effective": "2021-08-01", "expires": "2024-01-01"},
            "dated",
            "Có hiệu lực từ 01/08/2021, hết hiệu lực từ 01/01/2024",
        ),
    ],
)
def test_the_dates_of_a_document_tell_its_validity(dates: dict[str, str], kind: str, words: str) -> None:
    view = standing_view((), Library({}, ()), Metadata(**dates))  # type: ignore[arg-type]
    assert (view.kind, view.words) == (kind, words)
