"""How clauses are called (words.md)."""

import pytest
from bodies import body, clauses

from vankien.structuring import structure

PARTY = [
    "Mở đầu.", "II- NHIỆM VỤ", "1. Mục tiêu", "1.1. Chung", "a) Một.", "1.1.1. Con", "2. Giải pháp", "(1) Cũ.",
    "(2) Mới.", "(3) Đổi mới.", "- Một;", "- Hai:", "+ Ba;", "+ Bốn.",
    "2. Lại một việc nữa cần phải làm ngay trong năm.", "Phần thứ hai",
]  # fmt: skip
STATE = [
    "Điều 5. Tên",
    "Đoạn.",
    "1. Một.",
    "2. Hai:",
    "a) A;",
    "d) D;",
    "đ) Đ:",
    "- Gạch.",
    "Chương II",
    "TÊN",
    "Mục 1",
    "TÊN",
]


@pytest.mark.parametrize(
    ("clause", "label"),
    [
        ("mo-dau_doan-1", "đoạn thứ nhất, phần mở đầu"),
        ("muc-ii", "Mục II"),
        ("muc-ii_khoan-1", "khoản 1, Mục II"),
        ("muc-ii_khoan-1_khoan-1-1", "điểm 1.1, khoản 1, Mục II"),
        ("muc-ii_khoan-1_khoan-1-1_diem-a", "tiết a, điểm 1.1, khoản 1, Mục II"),
        ("muc-ii_khoan-1_khoan-1-1_khoan-1-1-1", "tiết 1.1.1, điểm 1.1, khoản 1, Mục II"),
        ("muc-ii_khoan-2_khoan-3", "điểm (3), khoản 2, Mục II"),
        ("muc-ii_khoan-2_khoan-3_gach-2", "gạch đầu dòng thứ hai, điểm (3), khoản 2, Mục II"),
        (
            "muc-ii_khoan-2_khoan-3_gach-2_cong-2",
            "dấu cộng thứ hai, gạch đầu dòng thứ hai, điểm (3), khoản 2, Mục II",
        ),
        ("muc-ii_khoan-2-lan-2", "khoản 2 (đánh số lần thứ hai), Mục II “Lại một việc nữa cần phải làm ngay...”"),
        ("phan-2", "Phần thứ hai"),
    ],
)
def test_labels_of_the_party(clause: str, label: str) -> None:
    assert clauses(*PARTY, system="Đảng")[clause].label == label


@pytest.mark.parametrize(
    ("clause", "label"),
    [
        ("dieu-5", "Điều 5"),
        ("dieu-5_doan-1", "đoạn thứ nhất Điều 5"),
        ("dieu-5_khoan-2_diem-dd", "điểm đ khoản 2 Điều 5"),
        ("dieu-5_khoan-2_diem-dd_gach-1", "gạch đầu dòng thứ nhất điểm đ khoản 2 Điều 5"),
        ("chuong-ii_muc-1", "Mục 1 Chương II"),
    ],
)
def test_labels_of_the_state(clause: str, label: str) -> None:
    assert clauses(*STATE)[clause].label == label


def test_a_paragraph_counts_after_the_words_of_its_number() -> None:
    found = clauses("1. Các huyện ủy thực hiện.", "Nội dung:", "2. Hai.", system="Đảng")
    assert found["khoan-1_doan-1"].label == "đoạn thứ hai, khoản 1"


def test_the_older_habit_of_the_party() -> None:
    text = body("I- TÊN", "1. Một", "a) Hai.", "II- TÊN")
    labels = [c.label for c in structure(text, system="Đảng", number_word="điểm")]
    assert labels == ["Mục I", "điểm 1, Mục I", "tiết a, điểm 1, Mục I", "Mục II"]
