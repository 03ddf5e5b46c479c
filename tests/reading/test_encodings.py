"""Encodings older than Unicode, against the tables of the C library; and good Unicode, which stays."""

import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.knowledge import load
from vankien.reading.decoding import UndecodableError, decode
from vankien.reading.guessing import guess_bytes, rescued
from vankien.reading.legacy import from_bytes, of_font, to_unicode
from vankien.reading.syllables import is_syllable

TEXT = (
    "Ban Thường vụ Huyện ủy yêu cầu các chi bộ quán triệt Chỉ thị này; đẩy mạnh phong trào thi đua, giữ vững kỷ cương, "
    "bảo đảm quyền làm chủ của nhân dân ở các xã, thị trấn. Những nơi còn khó khăn thì mỗi quý tổ chức một buổi họp.\n"
    "NGHỊ QUYẾT VỀ CÔNG TÁC DÂN VẬN CỦA ĐẢNG BỘ HUYỆN, NHIỆM KỲ MỚI"
)
ENCODED = ["TCVN", "VISCII", "CP1258"]


def iconv(data: bytes, source: str, target: str) -> bytes:
    return subprocess.run(["iconv", "-f", source, "-t", target], input=data, capture_output=True, check=True).stdout


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_text_file_in_an_old_encoding(encoding: str) -> None:
    text, name = decode(iconv(TEXT.encode(), "UTF-8", encoding))
    assert text == TEXT
    assert name == {"TCVN": "tcvn3", "VISCII": "viscii", "CP1258": "windows-1258"}[encoding]


@pytest.mark.parametrize(("ours", "theirs"), [("tcvn3_full", "TCVN"), ("viscii", "VISCII")])
def test_every_letter_of_the_tables(ours: str, theirs: str) -> None:
    tables = ["tcvn3", "tcvn3_capitals"] if ours == "tcvn3_full" else ["viscii"]
    for byte in (byte for table in tables for row in load("encodings")[table] for byte in row["at"]):
        data = b"a" + bytes([byte])
        assert from_bytes(data, ours) == unicodedata.normalize("NFC", iconv(data, theirs, "UTF-8").decode())


@pytest.mark.parametrize(
    ("encoding", "written", "meant"),
    [
        ("tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("tcvn3", "§éc lËp - Tù do - H¹nh phóc, ng\u00adêi", "Độc lập - Tự do - Hạnh phúc, người"),
        ("tcvn3_capital", "Céng hßa x· héi", "CỘNG HÒA XÃ HỘI"),
        ("tcvn3_capital", "uBND", "UBND"),
        ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("vni", "ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("vni", "Quyeát ñònh, ngöôøi, kyõ sö, yù kieán", "Quyết định, người, kỹ sư, ý kiến"),
        ("tcvn3", "\uf043\uf0e9ng", "Cộng"),
        ("tcvn3", "đã là Unicode", "đã là Unicode"),
    ],
)
def test_text_in_old_fonts(encoding, written: str, meant: str) -> None:
    assert to_unicode(written, encoding) == meant


LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


@given(st.text(LETTERS + " .,;-0123456789", max_size=60))
def test_tcvn3_there_and_back(text: str) -> None:
    rows = load("encodings")["tcvn3"]
    table = {letter: chr(byte) for row in rows for byte, letter in zip(row["at"], row["is"], strict=True)}
    written = "".join(table.get(letter, letter) for letter in text)
    assert to_unicode(written, "tcvn3") == text


@given(st.lists(st.text("bcdghklmnpqrstvx ", max_size=2) | st.sampled_from(LETTERS), max_size=30))
def test_vni_there_and_back(parts: list[str]) -> None:
    data = load("encodings")["vni"]
    table = {to: letter + mark for letter, marks in data["after"].items() for mark, to in marks.items()}
    table |= {to: letter for letter, to in data["alone"].items()}
    text = "".join(parts)
    assert to_unicode("".join(table.get(letter, letter) for letter in text), "vni") == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3_capital"),
        (".vnarial narrowh", "tcvn3_capital"),
        (".VnCentury Schoolbook", "tcvn3"),
        ("VNI-Times", "vni"),
        ("VNI Helve", "vni"),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
        (None, None),
    ],
)
def test_fonts(font, encoding) -> None:
    assert of_font(font) == encoding


def test_latin_letters_that_were_tcvn3_or_vni() -> None:
    assert rescued("Céng hßa X· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc") == (
        "Cộng hòa Xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
        "tcvn3",
    )
    assert rescued("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp, töï do") == (
        "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập, tự do",
        "vni",
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Số: 05-CT/TU × 3 ° § ® “trích” – hết…",
        "Bà là má, cô là dì; có ý gì thì nói rõ cho cả nhà, không có gì thì thôi à.",
        "Le procès-verbal a été signé à Genève par les délégués, après l'arrêté du préfet.",
        "Übergrößenträger fährt über die Straße, größtenteils süß und schön.",
        "",
        "Plain English only.",
    ],
)
def test_good_text_stays(text: str) -> None:
    assert rescued(text) is None
    assert decode(text.encode()) == (text, "utf-8")


def test_good_unicode_of_the_archive_stays(archive: Path) -> None:
    for path in archive.glob("*.txt"):
        data = path.read_bytes()
        assert decode(data) == (unicodedata.normalize("NFC", data.decode()), "utf-8")


@given(st.text(LETTERS + LETTERS.upper() + " ", max_size=200))
def test_text_with_letters_of_unicode_alone_is_never_converted(text: str) -> None:
    text = "ạ" * (len(text) // 300 + 1) + text
    assert rescued(text) is None


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(encoding: str, mark: str) -> None:
    assert decode((mark + TEXT).encode(encoding))[0] == TEXT


def test_composed_form() -> None:
    assert decode(unicodedata.normalize("NFD", TEXT).encode())[0] == TEXT


@pytest.mark.parametrize(
    ("data", "line", "binary"),
    [
        (b"m\xc3\xa1\nhai\nba \xff\xfe\xfd\xfc", 3, False),
        (TEXT.encode()[:-2], 2, False),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1, True),
        (b"van ban\n\x00\x00", 2, True),
    ],
)
def test_what_is_no_text(data: bytes, line: int, binary: bool) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert (caught.value.line, caught.value.binary) == (line, binary)


def test_syllables() -> None:
    assert all(map(is_syllable, ["nghiêng", "quyết", "giữ", "khuỷu", "ý", "Đảng", "oằn", "yết"]))
    assert not any(map(is_syllable, ["hßa", "ViÖt", "X·", "Vieät", "fáp", "áá"]))


def test_bytes_that_make_no_sense_are_not_guessed() -> None:
    assert guess_bytes(bytes(range(128, 256)) * 4) is None
