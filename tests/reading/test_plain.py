"""Text and Markdown files: what a crawl leaves is taken out, what is printed stays."""

from collections import Counter
from pathlib import Path

import pytest

from vankien.model import Line, Source
from vankien.reading import read
from vankien.reading.plain import read_plain


def texts(text: str, **more: bool) -> list[str]:
    return [line.text for line in read_plain(text, **more)[0]]


def unplaced(source: Source) -> Counter[str]:
    """The characters of the source that are neither in a line nor listed as dropped."""
    placed = "".join(line.text for line in source.lines) + "".join(drop.text for drop in source.dropped)
    counted = Counter(c for c in source.counted if not c.isspace())
    counted.subtract(c for c in placed if not c.isspace())
    return Counter({c: n for c, n in counted.items() if n})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Điều 1. **Phê\nduyệt kế hoạch", ["Điều 1. Phê", "duyệt kế hoạch"]),
        ("**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA**", ["CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA"]),
        ("**KẾT LUẬN****về công tác dân vận**", ["KẾT LUẬNvề công tác dân vận"]),
        ("**TỈNH ỦY\n**\nĐồng Nai", ["TỈNH ỦY", "", "Đồng Nai"]),
        ("**I.** bổ sung** 48** văn bản", ["I. bổ sung 48 văn bản"]),
        ("*Căn cứ Luật; **C**ăn cứ Nghị định;*", ["Căn cứ Luật; Căn cứ Nghị định;"]),
        ("*một**hai*", ["mộthai"]),
        ("***x*** và **y**", ["x và y"]),
        ("**Tỉnh ủy**\n*\nSố 1-CT/TU", ["Tỉnh ủy", "*", "Số 1-CT/TU"]),
        ("**Tỉnh ủy**\n\\*\nSố 1-CT/TU", ["Tỉnh ủy", "*", "Số 1-CT/TU"]),
        ("**Bảng** 2*3*4 = 24", ["Bảng 2*3*4 = 24"]),
        ("**Bảng** gồm (*) và (**)", ["Bảng gồm (*) và (**)"]),
        ("**Bảng**\n\n* Ghi chú: số liệu năm 2020", ["Bảng", "", "* Ghi chú: số liệu năm 2020"]),
        ("**Bảng**\n\nSố liệu*\n*Ghi chú:* tạm tính", ["Bảng", "", "Số liệu*", "Ghi chú: tạm tính"]),
        ("## II- MỤC TIÊU ##", ["II- MỤC TIÊU"]),
        ("1\\. Một **hai** \\- ba", ["1. Một hai - ba"]),
        ("**a**&nbsp;b &amp; c", ["a b & c"]),
        ("**a** [Luật Đất đai](https://vbpl.example/a) b", ["a Luật Đất đai b"]),
        ("**a**<br/>b", ["a", "b"]),
        ("D:\\thang3\\2014\\Hoanh", ["D:\\thang3\\2014\\Hoanh"]),
        ("Số liệu*\n2 * 3 = 6\nGhi chú: * là tạm tính", ["Số liệu*", "2 * 3 = 6", "Ghi chú: * là tạm tính"]),
        ("phát\u00adhuy\ufeff \u200bquyền", ["pháthuy quyền"]),
        ("Số:\u00a005 -CT/TU  ", ["Số: 05 -CT/TU"]),
        ("a\r\nb\rc\x0bd\u2028e", ["a", "b", "c", "d", "e"]),
    ],
)
def test_shown_text(text: str, shown: list[str]) -> None:
    assert texts(text) == shown


def test_markdown_is_told_by_the_suffix_too() -> None:
    assert texts("*a* b") == ["*a* b"]
    assert texts("*a* b", marked=True) == ["a b"]


def test_emphasis_across_lines_is_a_span_on_each() -> None:
    lines, _ = read_plain("**Điều 1. **Phê *duyệt\nkế* hoạch")
    assert [(s.style, line.text[s.start : s.end]) for line in lines for s in line.spans] == [
        ("strong", "Điều 1."),
        ("em", "duyệt"),
        ("em", "kế"),
    ]


def test_footnote_in_mid_sentence() -> None:
    lines, dropped = read_plain("về dân vận<sup>1</sup>, nhằm tạo\n\n<sup>1</sup>. Trọng tâm\nlà: x\n\nsự đồng thuận")
    assert [(line.text, line.note) for line in lines if line.text] == [
        ("về dân vận, nhằm tạo", None),
        ("Trọng tâm", "1"),
        ("là: x", "1"),
        ("sự đồng thuận", None),
    ]
    assert [(ref.mark, line.text[: ref.at]) for line in lines for ref in line.refs] == [("1", "về dân vận")]
    assert [drop.text for drop in dropped] == ["<sup>1</sup> <sup>1</sup>."]


@pytest.mark.parametrize("form", ["[{}]", "[^{}]", "<sup>({})</sup>", "<sup>{}</sup>"])
def test_forms_of_footnote_marks(form: str) -> None:
    one = form.format(1)
    lines, _ = read_plain(f"Một câu{one}.\n\n{one}: Chú thích.")
    known = "(" not in form
    assert [ref.mark for ref in lines[0].refs] == (["1"] if known else [])
    assert lines[2].note == ("1" if known else None)


def test_a_raised_number_without_a_note_is_text() -> None:
    assert texts("Diện tích 20 m<sup>2</sup> và [2]") == ["Diện tích 20 m2 và [2]"]


BARS = """|
**HUYỆN ỦY
A LƯỚI**
|
**ĐẢNG CỘNG SẢN VIỆT NAM**
|
|
Số 01-CT/HU
|
*A Lưới, ngày 02 tháng 3 năm 2019*
|
**CHỈ THỊ**
về việc trồng cây
1. Trồng nhiều cây.
|
Nơi nhận:
- Các xã.
|
**T/M BAN THƯỜNG VỤ**
|
**PHỤ LỤC**
|
STT
|
Xã
|
Số cây
|
|
1
|
Hồng Thái
|
|
|
2
|
|
100
|
|
3
|
Nhâm
|
50
|
Hết.
"""


def test_bar_tables() -> None:
    cells = {line.text: line.cell for line in read_plain(BARS)[0] if line.text}
    assert cells == {
        "HUYỆN ỦY": (0, 0, 0),
        "A LƯỚI": (0, 0, 0),
        "ĐẢNG CỘNG SẢN VIỆT NAM": (0, 0, 1),
        "Số 01-CT/HU": (0, 1, 0),
        "A Lưới, ngày 02 tháng 3 năm 2019": (0, 1, 1),
        "CHỈ THỊ": None,
        "về việc trồng cây": None,
        "1. Trồng nhiều cây.": None,
        "Nơi nhận:": (1, 0, 0),
        "- Các xã.": (1, 0, 0),
        "T/M BAN THƯỜNG VỤ": (1, 0, 1),
        "PHỤ LỤC": None,
        "STT": (2, 0, 0),
        "Xã": (2, 0, 1),
        "Số cây": (2, 0, 2),
        "1": (2, 1, 0),
        "Hồng Thái": (2, 1, 1),
        "2": (2, 2, 0),
        "100": (2, 2, 2),
        "3": (2, 3, 0),
        "Nhâm": (2, 3, 1),
        "50": (2, 3, 2),
        "Hết.": None,
    }


def test_the_signatures_stand_in_a_table_whatever_came_before() -> None:
    long = "thuộc nhóm hàng này theo kết quả phân tích. " * 6
    text = f"**A**\n|\nSTT\n|\nTên\n|\n|\n1\n|\nHai\n|\n|\n2\n|\n{long}\n|\nNơi nhận:\n- Các xã.\n|\nCHỦ TỊCH\n|\nHết."
    cells = {line.text: line.cell for line in read_plain(text)[0]}
    assert cells[long.strip()] is None
    assert cells["Nơi nhận:"] == (1, 0, 0)
    assert cells["CHỦ TỊCH"] == (1, 0, 1)
    assert cells["Hết."] is None


def test_pipe_tables() -> None:
    lines, _ = read_plain("| STT | **Xã** |\n|---|:--:|\n| 1 | Hồng<br>Thái |\n\nHết.")
    assert [(line.text, line.cell) for line in lines if line.text] == [
        ("STT", (0, 0, 0)),
        ("Xã", (0, 0, 1)),
        ("1", (0, 1, 0)),
        ("Hồng", (0, 1, 1)),
        ("Thái", (0, 1, 1)),
        ("Hết.", None),
    ]


def test_pages_of_form_feeds() -> None:
    lines, _ = read_plain("a\n\fb\n")
    assert [(line.text, line.page, line.place) for line in lines] == [
        ("a", 1, "dòng 1"),
        ("b", 2, "dòng 2"),
        ("", 2, "dòng 3"),
    ]


def test_every_character_of_the_archive_is_placed(archive: Path) -> None:
    for path in sorted(archive.glob("*.txt")):
        source = read(path)
        assert not unplaced(source), path.name
        assert not any("*" in line.text and line.text != "*" for line in source.lines)


def test_the_footnote_of_the_resolution(archive: Path) -> None:
    source = read(archive / "nghi-quyet-cong-tac-dan-van-yen-minh.txt")
    notes: list[Line] = [line for line in source.lines if line.note == "1"]
    assert len(notes) == 1
    assert notes[0].text.startswith("Trọng tâm là:")
