"""New wording that an amending document quotes is text, not clauses."""

import pytest
from bodies import clauses, numbered

NEXT = ["2. Bãi bỏ khoản 3 Điều 9.", "Điều 2. Hiệu lực thi hành"]
OUTER = ["dieu-1", "dieu-1_khoan-1", "dieu-1_khoan-2", "dieu-2"]
BEGIN = "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế"

CASES = {
    "curly marks": [
        "1. Sửa đổi Điều 5 như sau:", "“Điều 5. Hồ sơ", "1. Gồm:", "a) Đơn;", "b) Ảnh.", "2. Nộp tại xã.”.",
    ],
    "straight marks": ["1. Sửa đổi Điều 5 như sau:", '"Điều 5. Hồ sơ', "1. Gồm đơn.", '2. Nộp tại xã.";'],
    "one block": ["1. Sửa đổi khoản 2 Điều 5 như sau:", "“2. Nộp tại xã.”"],
    "two wordings": ["1. Sửa đổi khoản 2, khoản 3 Điều 5 như sau:", "“2. Nộp tại xã.”", "“3. Nộp tại phường.”"],
    "each paragraph opens anew": ["1. Sửa đổi Điều 5 như sau:", "“Điều 5. Hồ sơ", "“1. Gồm đơn.", "“2. Nộp tại xã.”"],
    "in the middle of the paragraph": ["1. Sửa đổi khoản 1 Điều 5 như sau: “1. Hồ sơ gồm:", "a) Đơn;", "b) Ảnh.”."],
    "never closed": ["1. Sửa đổi Điều 5 như sau:", "“Điều 5. Hồ sơ", "1. Gồm:", "a) Đơn;", "2. Nộp tại xã."],
    "closed too early": ["1. Sửa đổi Điều 5 như sau:", "“Điều 5. Hồ sơ", "1. Gồm đơn.”", "3. Trả tại xã.”."],
    "quotations inside": [
        "1. Sửa đổi Điều 5 như sau:", "“Điều 5. Từ ngữ", "1. “Hồ sơ” là đơn;", "2. Từ “xã” gồm cả “phường”.”.",
    ],
    "marks turned round": ["1. Sửa đổi khoản 2 Điều 5 như sau:", "”2. Nộp tại xã;", "3. Trả tại xã.“."],
    "opening marks forgotten": [
        "1. Sửa đổi Điều 54 như sau:", "Điều 54. Sửa đổi, bổ sung điều ước", "1. Bổ sung hồ sơ.", "2. Nộp tại xã.”.",
    ],
    "single marks": ["1. Sửa đổi Điều 5 như sau:", "‘Điều 5. Hồ sơ", "1. Gồm đơn.", "2. Nộp tại xã.”."],
    "without marks, numbers left out": ["1. Sửa đổi khoản 1, khoản 3 Điều 5 như sau:", "1. Gồm đơn.", "3. Trả tại xã."],
    "without marks": ["1. Sửa đổi điểm đ khoản 7 Điều 5 như sau:", "đ) Trạm y tế;"],
    "without marks, several": ["1. Sửa đổi điểm a, c khoản 1 Điều 5 như sau:", "a) Xã khó khăn.", "c) Ủy ban xã."],
}  # fmt: skip


@pytest.mark.parametrize("paragraphs", CASES.values(), ids=CASES.keys())
def test_quoted_numbers_are_no_clauses(paragraphs: list[str]) -> None:
    assert numbered(BEGIN, *paragraphs, *NEXT) == OUTER
    found = clauses(BEGIN, *paragraphs, *NEXT)
    quoted = [c for c in found.values() if c.quoted]
    assert all(c.parent == "dieu-1_khoan-1" and c.kind == "doan" for c in quoted)
    assert len(quoted) == len(paragraphs) - 1


POINTS = [
    "1. Sửa đổi một số khoản của Điều 4 như sau:", "a) Sửa đổi khoản 1 như sau:", "“1. Trưởng Công an xã.”;",
    "b) Sửa đổi khoản 3 như sau:", "“3. Giám đốc:", "a) Giải quyết;", "b) Trả lời.”.",
]  # fmt: skip


def test_amendments_may_be_points() -> None:
    points = ["dieu-1_khoan-1_diem-a", "dieu-1_khoan-1_diem-b"]
    assert numbered(BEGIN, *POINTS, *NEXT) == [*OUTER[:2], *points, *OUTER[2:]]


def test_an_article_announces_without_a_colon() -> None:
    found = numbered(
        "Điều 11. Bổ sung Điều 4a vào sau Điều 4", "“Điều 4a. Hồ sơ", "1. Nguyên tắc:", "a) Nộp tại xã.",
        "Điều 12. Sửa đổi khoản 2 Điều 7", "“2. Thủ trưởng các đơn vị chịu trách nhiệm.”.", "Điều 13. Hiệu lực",
    )  # fmt: skip
    assert found == ["dieu-11", "dieu-12", "dieu-13"]


def test_other_quotations_change_nothing() -> None:
    found = numbered("1. Phong trào “Dân vận khéo rất tốt.", "2. “Dân vận khéo” là gì.", '3. Từ "xã" gồm phường.')
    assert found == ["khoan-1", "khoan-2", "khoan-3"]


def test_a_stray_mark_swallows_no_article() -> None:
    found = numbered("Điều 30. Tên", "1. Gồm:", "„m) Nguồn vốn;", "n) Chi phí.", "Điều 31. Thẩm định", "1. Hồ sơ.”")
    assert found[:1] + found[-2:] == ["dieu-30", "dieu-31", "dieu-31_khoan-1"]
