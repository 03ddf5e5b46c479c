"""Files that cannot be read: one clear problem in two languages, in bounded time; never another exception."""

import gc
import io
import os
import time
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import p, pdf, table, word

from vankien.reading import PREFERENCE, SUFFIXES, UnreadableError, by_format, office, read
from vankien.reading import ocr as recognition
from vankien.reading import read as door
from vankien.reading.word import package

GOOD_WORD = word(p("Chỉ thị") + table(["a", "b"], ["c", "d"]))
GOOD_PDF = pdf([(60, 700, 13, "Chỉ thị")])


def refused(path: Path):
    """The problem of a file that must be refused, and quickly."""
    start = time.process_time()
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert time.process_time() - start < 3
    problem = caught.value.problem
    assert problem.file == str(path)
    assert problem.vi and problem.en and "\n" not in problem.vi + problem.en
    assert problem.vi != problem.en
    return problem


def named(name: str) -> str:
    """`name` as a file name, also where the system's own encoding is not UTF-8."""
    return os.fsdecode(name.encode("utf-8"))


def locked_word() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "rỗng"),
        ("a.txt", b" \n\r\n ", "rỗng"),
        ("a.docx", b"", "rỗng"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "nhị phân"),
        ("a.txt", GOOD_WORD, "nhị phân"),
        ("a.md", GOOD_PDF, "nhị phân"),
        ("a.txt", b"m\xc3\xa1y\n\xff\xfe\xfd\xfc\xfb", "dòng 2"),
        ("a.html", b"<p>m\xc3\xa1y\n\xff\xfe\xfd\xfc\xfb</p>", "dòng 2"),
        ("a.docx", b"PK\x03\x04 no archive at all", "hỏng"),
        ("a.docx", GOOD_WORD[: len(GOOD_WORD) // 2], "hỏng"),
        ("a.docx", b"plain words", "hỏng"),
        ("a.docx", locked_word(), "mật khẩu"),
        ("a.doc", locked_word(), "mật khẩu"),
        ("a.pdf", GOOD_PDF[:60], "hỏng"),
        ("a.pdf", b"plain words", "hỏng"),
        ("a.pdf", pdf([]), "không có chữ"),
        ("a.xyz", b"x", ".docx"),
        ("noname", b"x", ".docx"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    problem = refused(path)
    assert words in problem.vi
    assert problem.severity == "error"


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    encrypt = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"28" * 32 + b"> /U <" + b"ab" * 32 + b"> >>"
    data = GOOD_PDF.replace(b"trailer <<", b"trailer << /Encrypt " + encrypt + b" /ID [<00><00>]")
    path.write_bytes(data)
    assert "mật khẩu" in refused(path).vi


def test_a_text_of_200_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert "200 MB" in refused(path).vi


def test_a_zip_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 4 * 2**20)
    out = io.BytesIO(GOOD_WORD)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.bin", b"\0" * (8 * 2**20))
    path = tmp_path / "a.docx"
    path.write_bytes(out.getvalue())
    assert path.stat().st_size < 100_000
    assert "quá lớn" in refused(path).vi


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    size = 16 * 2**20
    data = word(p("Chỉ thị"), styles=" " * size)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        honest = archive.getinfo("word/styles.xml").file_size
    path = tmp_path / "a.docx"
    path.write_bytes(data.replace(honest.to_bytes(4, "little"), (500).to_bytes(4, "little")))
    assert "hỏng" in refused(path).vi


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_an_entity_bomb(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD_WORD)) as good, zipfile.ZipFile(out, "w") as bad:
        for name in good.namelist():
            data = good.read(name).decode()
            if name == "word/document.xml":
                data = ENTITIES + "]>" + data.replace("Chỉ thị", "&i;")
            bad.writestr(name, data)
    path = tmp_path / "a.docx"
    path.write_bytes(out.getvalue())
    start = time.process_time()
    try:
        assert sum(len(line.text) for line in read(path).lines) < 1000
    except UnreadableError as error:
        assert "hỏng" in error.problem.vi
    assert time.process_time() - start < 3


def test_deep_nesting(tmp_path: Path) -> None:
    for name, data in (
        ("a.html", b"<div>" * 50_000 + "sâu".encode()),
        ("a.docx", word("<w:tbl><w:tr><w:tc>" * 3000 + p("sâu") + "</w:tc></w:tr></w:tbl>" * 3000)),
        ("b.docx", word("<w:p>" + "<w:ins>" * 3000 + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * 3000 + "</w:p>")),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        try:
            read(path)
        except UnreadableError as error:
            assert error.problem.vi


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert "Không có tệp" in refused(tmp_path / named("không có.docx")).vi
    folder = tmp_path / named("thư mục.docx")
    folder.mkdir()
    assert "Không có tệp" in refused(folder).vi
    assert refused(tmp_path / "a\0b.txt").vi
    assert refused(tmp_path / ("x" * 300 + ".txt")).vi


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    def forbid(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    assert "quyền" in refused(path).vi


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_any_form(tmp_path: Path, form: str) -> None:
    path = tmp_path / named(unicodedata.normalize(form, "Chỉ thị số 5 (bản ký).txt"))
    path.write_text("Chỉ thị", encoding="utf-8")
    assert read(path).lines[0].text == "Chỉ thị"


def test_names_that_climb(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.TXT").write_text("Chỉ thị", encoding="utf-8")
    assert read(tmp_path / "inner" / ".." / "a.TXT").lines[0].text == "Chỉ thị"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_files_are_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    suffix, good = data.draw(st.sampled_from([(".docx", GOOD_WORD), (".pdf", GOOD_PDF)]))
    broken = bytearray(good)
    for at in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=8)):
        broken[at] = data.draw(st.integers(0, 255))
    path = tmp_path / f"a{suffix}"
    path.write_bytes(bytes(broken))
    try:
        read(path)
    except UnreadableError as error:
        assert error.problem.en


def test_reading_many_files_leaves_nothing_behind(tmp_path: Path) -> None:
    files = {"a.docx": GOOD_WORD, "a.pdf": GOOD_PDF, "a.html": b"<p>a<b>b</b></p>", "a.txt": b"**a** [1]\n[1] b"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    def objects_after(times: int) -> int:
        for _ in range(times):
            for name in files:
                read(tmp_path / name)
        gc.collect()
        return len(gc.get_objects())

    before = objects_after(5)
    assert objects_after(40) - before < 200


def test_every_kind_has_its_rank() -> None:
    assert set(SUFFIXES.values()) == set(PREFERENCE)


class TestMissingPrograms:
    """What happens where LibreOffice or Tesseract are not installed, or fail."""

    OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000

    @pytest.fixture(autouse=True)
    def nothing_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(office, "find", lambda name: None)
        monkeypatch.setattr(recognition, "find", lambda name: None)

    @pytest.mark.parametrize(
        ("name", "program"),
        [("a.doc", "LibreOffice"), ("a.rtf", "LibreOffice"), ("a.odt", "LibreOffice"), ("a.png", "Tesseract")],
    )
    def test_the_file_is_skipped_with_the_remedy(self, tmp_path: Path, name: str, program: str) -> None:
        path = tmp_path / name
        path.write_bytes(self.OLD)
        problem = refused(path)
        assert problem.severity == "skipped"
        assert program in problem.vi and program in problem.en

    def test_a_scanned_pdf_is_skipped(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.pdf"
        path.write_bytes(pdf([]))
        self.scans(monkeypatch)
        problem = refused(path)
        assert problem.severity == "skipped"
        assert "Tesseract" in problem.vi

    def test_a_pdf_with_some_scanned_pages_is_read_without_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.pdf"
        words = "Chỉ thị về việc trồng cây gây rừng ở các xã vùng cao trong năm nay"
        path.write_bytes(pdf([(60, 700, 13, words)], []))
        self.scans(monkeypatch)
        source = read(path)
        assert source.lines[0].text == words
        assert "trang 2" in source.notices[0]

    @staticmethod
    def scans(monkeypatch: pytest.MonkeyPatch) -> None:
        """Let every page with few words count as a picture of text."""
        monkeypatch.setattr("vankien.reading.pdf.PageWords.is_scan", lambda self: True)


class TestPrograms:
    """What LibreOffice and Tesseract give is read as if the file itself held it."""

    TABLE = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        + "\n".join(
            "\t".join(map(str, row))
            for row in [
                (1, 1, 0, 0, 0, 0, 0, 0, 2480, 3508, -1, ""),
                (5, 1, 1, 1, 1, 1, 300, 300, 200, 40, 96, "HUYỆN"),
                (5, 1, 1, 1, 1, 2, 520, 302, 100, 38, 95, "ỦY"),
                (5, 1, 1, 1, 1, 3, 1300, 300, 200, 40, 95, "ĐẢNG"),
                (5, 1, 1, 1, 1, 4, 1520, 300, 200, 40, 95, "CỘNG"),
                (5, 1, 1, 1, 2, 1, 300, 370, 60, 40, 90, "Số"),
                (5, 1, 1, 1, 2, 2, 380, 370, 260, 40, 90, "01-CT/HU"),
                (5, 1, 1, 1, 2, 3, 1300, 370, 260, 40, 90, "ngày"),
                (5, 1, 1, 1, 3, 1, 900, 700, 30, 8, 5, "—_"),
            ]
        )
    )

    def test_a_scan(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(recognition, "find", lambda name: "tesseract")
        answers = {"--list-langs": b"List:\nvie\n"}
        monkeypatch.setattr(recognition, "run", lambda command, *_: answers.get(command[1], self.TABLE.encode()))
        path = tmp_path / "a.png"
        path.write_bytes(b"picture")
        source = read(path)
        assert [(line.text, line.cell) for line in source.lines] == [
            ("HUYỆN ỦY", (0, 0, 0)),
            ("Số 01-CT/HU", (0, 0, 0)),
            ("ĐẢNG CỘNG", (0, 0, 1)),
            ("ngày", (0, 0, 1)),
        ]
        assert source.format == "image"
        assert "đối chiếu" in source.notices[0]

    def test_tesseract_without_vietnamese(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(recognition, "find", lambda name: "tesseract")
        monkeypatch.setattr(recognition, "run", lambda *_: b"List:\neng\n")
        path = tmp_path / "a.png"
        path.write_bytes(b"picture")
        assert refused(path).severity == "skipped"

    def test_an_old_word_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(office, "find", lambda name: "soffice")

        def convert(command, timeout):
            out = Path(command[command.index("--outdir") + 1])
            out.mkdir()
            assert Path(command[-1]).name == "document.doc"
            (out / "document.docx").write_bytes(GOOD_WORD)
            return b""

        monkeypatch.setattr(office, "run", convert)
        path = tmp_path / named("cũ.doc")
        path.write_bytes(TestMissingPrograms.OLD)
        source = read(path)
        assert (source.format, source.lines[0].text) == ("doc", "Chỉ thị")
        assert source.sha256 == by_format._digest(TestMissingPrograms.OLD)

    def test_a_conversion_that_gives_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(office, "find", lambda name: "soffice")
        monkeypatch.setattr(office, "run", lambda *_: b"")
        path = tmp_path / "a.doc"
        path.write_bytes(TestMissingPrograms.OLD)
        problem = refused(path)
        assert problem.severity == "error"
        assert "LibreOffice" in problem.vi

    def test_a_word_file_named_doc(self, tmp_path: Path) -> None:
        path = tmp_path / "a.doc"
        path.write_bytes(GOOD_WORD)
        assert read(path).format == "docx"


def test_the_door_reads_by_suffix_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "A.DOCX"
    path.write_bytes(GOOD_WORD)
    assert door(path).format == "docx"
