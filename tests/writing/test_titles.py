"""Titles as lists show them."""

import pytest

from vankien.writing.titles import readable, title_behind


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("VỀ CÔNG TÁC DÂN VẬN CỦA ĐẢNG", "Về công tác dân vận của Đảng"),
        ("KẾT LUẬN CỦA THƯỜNG TRỰC tại hội nghị", "Kết luận của Thường trực tại hội nghị"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("Bộ Y tế", "Bộ Y tế"),
        ("", ""),
    ],
)
def test_titles_in_capitals_become_readable(printed: str, shown: str) -> None:
    assert readable(printed).lower() == shown.lower()
    assert readable(printed)[:4] == shown[:4]


@pytest.mark.parametrize(
    ("name", "title", "shown"),
    [
        ("Chỉ thị", "Về việc tiếp tục lãnh đạo", "Chỉ thị về việc tiếp tục lãnh đạo"),
        ("Kết luận số 4-KL/TU", "VỀ CÔNG TÁC DÂN VẬN", "Kết luận số 4-KL/TU về công tác dân vận"),
        ("Kế hoạch số 15-KH/TU", "THỰC HIỆN CHỈ THỊ SỐ 5", "Kế hoạch số 15-KH/TU thực hiện Chỉ thị số 5"),
        ("Quyết định", "QUẢNG NINH ĐỔI MỚI", "Quyết định Quảng Ninh đổi mới"),
        ("Luật", "Cư trú", "Luật Cư trú"),
        ("Báo cáo số 9-BC/TU", "", "Báo cáo số 9-BC/TU"),
        ("", "Về dân vận", "Về dân vận"),
    ],
)
def test_a_title_behind_the_name_of_its_type(name: str, title: str, shown: str) -> None:
    assert title_behind(name, title) == shown
