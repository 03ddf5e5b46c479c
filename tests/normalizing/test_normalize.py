"""The four directives of the archive as a person reads them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.model import Line, Normalized, Source
from vankien.normalizing import normalize
from vankien.reading import read


def blocks(archive: Path, name: str) -> tuple[Normalized, list[str]]:
    found = normalize(read(archive / f"{name}.txt"))
    return found, found.body.rstrip("\n").split("\n\n")


@pytest.mark.parametrize(
    ("name", "count", "begins", "ends"),
    [
        ("chi-thi-dan-van-kheo", 11, "Trong những năm qua", "để thực hiện./."),
        ("ket-luan-dan-van-kheo", 15, "Qua đánh giá tổng kết", "thực hiện Kết luận này."),
        ("thong-bao-ket-luan-dan-van-kheo", 19, "Ngày 29/3/2021", "để theo dõi, chỉ đạo./."),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", 36, "Thực hiện Nghị quyết Đại hội", "Tỉnh ủy.v.v."),
    ],
)
def test_the_paragraphs(archive: Path, name: str, count: int, begins: str, ends: str) -> None:
    found, paragraphs = blocks(archive, name)
    assert len(paragraphs) == count
    assert paragraphs[0].startswith(begins)
    assert paragraphs[-1].endswith(ends)
    assert (found.fidelity.unplaced, found.fidelity.extra, found.marks, found.lead) == (0, 0, (), ())
    assert not any("  " in paragraph or "\n" in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("chi-thi-dan-van-kheo", "(khóa XI) về “Tăng cường"),
        ("chi-thi-dan-van-kheo", "cấp ủy địa phương thường xuyên theo dõi"),
        ("ket-luan-dan-van-kheo", "của các địa phương, đơn vị. Thực hiện việc kiểm tra"),
        ("thong-bao-ket-luan-dan-van-kheo", "niềm tin của các tầng lớp nhân dân đối với cấp ủy, chính quyền các cấp"),
        ("thong-bao-ket-luan-dan-van-kheo", "trọng tâm là Kế hoạch số 158-KH/TU"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "với nhân dân; phát huy quyền làm chủ"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "công tác dân vận[^1], nhằm tạo sự chuyên biến mạnh mẽ"),
    ],
)
def test_what_page_and_line_broke(archive: Path, name: str, joined: str) -> None:
    assert joined in blocks(archive, name)[0].body


@pytest.mark.parametrize(
    ("name", "paragraph"),
    [
        ("thong-bao-ket-luan-dan-van-kheo", "I- Đánh giá kết quả đạt được"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "**III- TỔ CHỨC THỰC HIỆN**"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "**1. Kết quả đạt được**"),
    ],
)
def test_headings_stand_alone(archive: Path, name: str, paragraph: str) -> None:
    assert paragraph in blocks(archive, name)[1]


def test_misprints_stay(archive: Path) -> None:
    assert "Quyết định số 217 -QĐ/T ngày 12/12/2013" in blocks(archive, "nghi-quyet-cong-tac-dan-van-yen-minh")[0].body
    assert "kinh tế- xã hội" in blocks(archive, "ket-luan-dan-van-kheo")[0].body


def test_the_printers_path_is_dropped_with_its_reason(archive: Path) -> None:
    found, _ = blocks(archive, "chi-thi-dan-van-kheo")
    assert [(d.text, d.reason) for d in found.fidelity.dropped] == [
        ("D:\\thang3\\2014\\Hoanh", "đường dẫn tệp trên máy in")
    ]


def source(*lines: Line) -> Source:
    return Source("a", "0", "docx", None, lines, "\n".join(line.text for line in lines))


def test_a_table_in_the_text_becomes_a_pipe_table() -> None:
    cells = [
        Line(text, cell=(0, at // 2, at % 2), ends=True) for at, text in enumerate(["STT", "Tên", "1", "Sở | Ban"])
    ]
    found = normalize(
        source(Line("Điều 1. Danh mục:", ends=True), *cells, Line("- Cột hai", cell=(0, 1, 1), ends=True))
    )
    assert "| STT | Tên |\n| --- | --- |\n| 1 | Sở \\| Ban<br>- Cột hai |" in found.body
    assert found.fidelity.unplaced == 0


def test_a_frame_of_one_column_is_no_table() -> None:
    found = normalize(source(*(Line(f"Đoạn {n}.", cell=(0, n, 0), ends=True) for n in range(3))))
    assert "|" not in found.body


def test_footnotes_that_begin_again_on_each_page_are_told_apart() -> None:
    found = normalize(
        Source(
            "a", "0", "pdf", None,
            (
                Line("Điều 1. Một chú thích.", ends=True, refs=()),
                Line("thứ nhất", note="1", ends=True),
                Line("Điều 2. Hai chú thích.", ends=True),
                Line("thứ hai", note="1", ends=True),
            ),
            "Điều 1. Một chú thích. thứ nhất Điều 2. Hai chú thích. thứ hai",
        )
    )  # fmt: skip
    assert found.fidelity.unplaced == 0
    assert "thứ nhất" in found.body and "thứ hai" in found.body


def test_an_empty_source() -> None:
    assert normalize(source()).body == ""


PIECES = [
    "Điều 1.",
    "Căn cứ",
    "MẬT",
    "Số",
    "12-KL/TU",
    "1.",
    "a)",
    "-",
    "các",
    "Nơi nhận:",
    "T/M",
    "ngày",
    "2020",
    "*",
    "Chương II",
    "PHỤ LỤC",
    "(khóa",
    "XI)",
    "thực hiện./.",
    "QUYẾT ĐỊNH",
    "Nguyễn Văn An",
    "-----",
    "2",
    "…",
    "[^1]",
]
WORDS = st.lists(st.sampled_from([*PIECES, "|", "\\"]), max_size=6).map(" ".join)
LINES = st.lists(
    st.builds(
        Line,
        WORDS,
        ends=st.booleans(),
        cell=st.none() | st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 2)),
        note=st.sampled_from([None, None, None, "1", "*"]),
        box=st.sampled_from([None, None, None, "header", "textbox", "stamp"]),
        number=st.sampled_from([None, None, "1.", "-"]),
    ),
    max_size=25,
)


@given(LINES)
def test_every_character_of_any_source_is_accounted_for(lines: list[Line]) -> None:
    found = normalize(source(*lines))
    assert found.fidelity.unplaced == 0
    assert found.fidelity.characters == sum(len("".join(line.text.split())) for line in lines)
    assert found.body == "" or found.body.endswith("\n")


def test_long_hostile_text_takes_linear_time() -> None:
    lines = [
        Line(text) for text in ["(" * 5000, "1." * 5000, "- " * 5000, "a) " * 3000, "MẬT " * 3000, "ngày " * 3000] * 10
    ]
    assert normalize(source(*lines)).fidelity.unplaced == 0
