"""Which place a number belongs to."""

import pytest

from vankien.citing.locality import is_local, local_mark, named_localities
from vankien.writing.numbers import number_key


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ban Thường vụ Tỉnh ủy Bình Thuận về đẩy mạnh", {"binh thuan"}),
        ("TỈNH UỶ BÌNH THUẬN", {"binh thuan"}),
        ("Ban Chấp hành Đảng bộ huyện Yên Minh", {"yen minh"}),
        ("BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN KHÓA XVIII", set()),
        ("Ủy ban nhân dân tỉnh Đắk Nông", {"dak nong"}),
        ("Ủy ban nhân dân thành phố Hồ Chí Minh ban hành", {"ho chi minh"}),
        ("Ban Thường vụ Tỉnh ủy", set()),
        ("Thủ tướng Chính phủ", set()),
    ],
)
def test_named_localities(text: str, names: set[str]) -> None:
    assert named_localities(text) == names


@pytest.mark.parametrize(
    ("number", "mark"),
    [
        ("44-CT/TU", "TU"),
        ("03-NQ/HU", "HU"),
        ("12/QĐ-UBND", "UBND"),
        ("05/2024/NQ-HĐND", "HĐND"),
        ("11-BC/BTGTU", "BTGTU"),
        ("43-KL/TW", None),
        ("16/CT-TTg", None),
        ("30/2020/NĐ-CP", None),
        ("01/2021/TT-BNV", None),
    ],
)
def test_local_marks(number: str, mark: str | None) -> None:
    assert local_mark(number_key(number)) == mark
    assert is_local(number_key(number)) is (mark is not None)
