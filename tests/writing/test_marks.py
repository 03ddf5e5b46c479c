"""Printed marks: what they are read as, and which follows which."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.writing.letters import letter_place, letter_steps
from vankien.writing.marks import is_first, read_bullet, read_marks, steps


def read(text: str) -> list[tuple[str, str, str]]:
    return [(m.kind, m.number, text[m.end :].strip()) for m in read_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phần I QUY ĐỊNH CHUNG", ("phan", "I", "QUY ĐỊNH CHUNG")),
        ("Phần thứ hai", ("phan", "2", "")),
        ("PHẦN THỨ NHẤT. MỞ ĐẦU", ("phan", "1", "MỞ ĐẦU")),
        ("Chương II", ("chuong", "II", "")),
        ("CHƯƠNG III: TỔ CHỨC", ("chuong", "III", "TỔ CHỨC")),
        ("Chương 2. Quyền", ("chuong", "2", "Quyền")),
        ("Mục 1", ("muc", "1", "")),
        ("Mục II. NỘI DUNG", ("muc", "II", "NỘI DUNG")),
        ("Tiểu mục 3. Thủ tục", ("tieu-muc", "3", "Thủ tục")),
        ("Điều 5. Giải thích từ ngữ", ("dieu", "5", "Giải thích từ ngữ")),
        ("ĐIỀU 3.- Thi hành", ("dieu", "3", "Thi hành")),
        ("Diều 7. Hiệu lực", ("dieu", "7", "Hiệu lực")),
        ("Điều 198a. Bổ sung", ("dieu", "198a", "Bổ sung")),
        ("ĐIỀU 07: Hiệu lực", ("dieu", "7", "Hiệu lực")),
        ("Ðiều 3.- Phạm vi", ("dieu", "3", "Phạm vi")),
        ("Điều 4", ("dieu", "4", "")),
        ("Điều 6 Trách nhiệm của cơ quan", ("dieu", "6", "Trách nhiệm của cơ quan")),
        ("II- MỤC TIÊU", ("muc", "II", "MỤC TIÊU")),
        ("IV. TỔ CHỨC", ("muc", "IV", "TỔ CHỨC")),
        ("III – Giải pháp", ("muc", "III", "Giải pháp")),
        ("1. Mục tiêu", ("khoan", "1", "Mục tiêu")),
        ("01. Mục tiêu", ("khoan", "1", "Mục tiêu")),
        ("2- Nhiệm vụ", ("khoan", "2", "Nhiệm vụ")),
        ("3) Giải pháp", ("khoan", "3", "Giải pháp")),
        ("4.Giao cho các sở", ("khoan", "4", "Giao cho các sở")),
        ("1.- Phạm vi", ("khoan", "1", "Phạm vi")),
        ("5a. Nội dung chen thêm", ("khoan", "5a", "Nội dung chen thêm")),
        ("1/ Về tổ chức", ("khoan", "1", "Về tổ chức")),
        ("(3) Tiếp tục đổi mới", ("khoan", "3", "Tiếp tục đổi mới")),
        ("1.1. Tình hình", ("khoan", "1.1", "Tình hình")),
        ("2.10 Kết quả", ("khoan", "2.10", "Kết quả")),
        ("1.1.1. Kinh tế", ("khoan", "1.1.1", "Kinh tế")),
        ("a) Nghiên cứu", ("diem", "a", "Nghiên cứu")),
        ("a- Nghiên cứu", ("diem", "a", "Nghiên cứu")),
        ("3 . Giải pháp", ("khoan", "3", "Giải pháp")),
        ("Phần B. Kết quả", ("phan", "B", "Kết quả")),
        ("Phần C", ("phan", "C", "")),
        ("đ) Đề xuất", ("diem", "đ", "Đề xuất")),
        ("b. Rà soát", ("diem", "b", "Rà soát")),
        ("đ1) Chen thêm", ("diem", "đ1", "Chen thêm")),
        ("b.1) Chi tiết", ("diem", "b1", "Chi tiết")),
        ("ii) Hai", ("tiet", "ii", "Hai")),
        ("(iv) Bốn", ("tiet", "iv", "Bốn")),
    ],
)
def test_a_mark_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5 của Luật này quy định",
        "Điều 8 Nghị định số 30/2020/NĐ-CP được sửa đổi",
        "Điều 5, Điều 6 và Điều 7 hết hiệu lực",
        "Điều kiện thi đua",
        "Mục đích của kế hoạch",
        "Chương trình phối hợp",
        "2020. Năm qua",
        "1.500 hộ nghèo",
        "15/10/1930 là ngày truyền thống",
        "12-15 người",
        "(4) = (1) + (2)",
        "5 năm qua",
        "3,5 triệu đồng",
        "",
        "TP. Huế",
        "100.000 đồng",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["i) Tiếp nhận", "v. Xử lý", "(x) Khác"])
def test_some_letters_are_also_roman(text: str) -> None:
    assert [kind for kind, _, _ in read(text)] == ["diem", "tiet"]


@pytest.mark.parametrize("text", ["I. MỞ ĐẦU", "C- Tổ chức"])
def test_some_capitals_are_also_roman(text: str) -> None:
    assert [kind for kind, _, _ in read(text)] == ["muc", "phan"]


@pytest.mark.parametrize(
    ("text", "sign"), [("- Một", "-"), ("– Hai", "–"), ("+ Ba", "+"), ("-Bốn", "-"), ("• Năm", "•")]
)
def test_bullets(text: str, sign: str) -> None:
    bullet = read_bullet(text)
    assert bullet is not None
    assert bullet[0] == sign
    assert text[bullet[1] :][0].isalpha()


@pytest.mark.parametrize("text", ["-----", "- ", "***", "* Ưu điểm:", "Một - hai", ""])
def test_no_bullets(text: str) -> None:
    assert read_bullet(text) is None


@pytest.mark.parametrize(
    ("before", "after", "distance"),
    [
        ("1. x", "2. x", 1), ("5. x", "5a. x", 1), ("5a. x", "6. x", 1), ("5a. x", "5b. x", 1), ("1. x", "4. x", 3),
        ("3. x", "3. x", 0), ("4. x", "1. x", -1), ("d) x", "đ) x", 1), ("đ) x", "e) x", 1), ("e) x", "g) x", 1),
        ("d) x", "e) x", 2), ("b) x", "b1) x", 1), ("b2) x", "c) x", 1), ("đ) x", "đ1) x", 1), ("i) x", "k) x", 1),
        ("1.1. x", "1.2. x", 1), ("1.1. x", "2.1. x", None), ("1.1. x", "1.1.1. x", None), ("(1) x", "(2) x", 1),
        ("Điều 198. x", "Điều 198a. x", 1), ("Điều 198a. x", "Điều 199. x", 1), ("Chương I", "Chương II", 1),
        ("A. x", "B. x", 1), ("Phần B", "Phần C", 1), ("Phần C", "Phần D", 1), ("D. x", "Đ. x", 1), ("D. x", "E. x", 1),
    ],
)  # fmt: skip
def test_how_far_one_mark_lies_after_another(before: str, after: str, distance: int | None) -> None:
    assert steps(read_marks(before)[0], read_marks(after)[0]) == distance


def test_the_small_roman_numerals_follow_each_other() -> None:
    marks = [read_marks(f"{number}) x")[-1] for number in ("i", "ii", "iii", "iv", "v", "vi")]
    assert [steps(a, b) for a, b in itertools.pairwise(marks)] == [1] * 5


@pytest.mark.parametrize("text", ["1. x", "a) x", "(1) x", "1.1. x", "2.1. x", "Điều 1. x", "A. x"])
def test_what_begins_a_list(text: str) -> None:
    assert is_first(read_marks(text)[-1])


def test_letters_in_use_follow_each_other() -> None:
    used = "abcdđeghiklmnopqrstuvxy"
    for first, second in itertools.pairwise(used):
        assert letter_steps(letter_place(first), letter_place(second)) == 1


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_asked_for_its_mark(text: str) -> None:
    for mark in read_marks(text):
        assert text.startswith(mark.printed)
        assert 0 < mark.end <= len(text)
    bullet = read_bullet(text)
    assert bullet is None or 0 < bullet[1] < len(text)


@settings(deadline=None)
@given(st.integers(1, 999))
def test_a_number_is_read_as_it_is_printed(value: int) -> None:
    assert [m.number for m in read_marks(f"{value}. Nội dung")] == [str(value)]
    assert [m.number for m in read_marks(f"Điều {value}. Nội dung")] == [str(value)]
