"""Capitals that a plain TCVN3 text cannot hold, and a letter that only looks like Đ."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.reading import read
from vankien.reading.toned_capitals import with_toned_capitals


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("CộNG HòA Xã HộI CHủ NGHĩA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ủY BAN NHÂN DÂN     Hà Nội, ngày 5", "ỦY BAN NHÂN DÂN     Hà Nội, ngày 5"),
        ("QUYếT ĐịNH của Bộ", "QUYẾT ĐỊNH của Bộ"),
        ("T/M BAN THƯờNG Vụ", "T/M BAN THƯỜNG VỤ"),
        ("Cao Văn ích", "Cao Văn Ích"),
        ("Số: 118/KH-UBND", "Số: 118/KH-UBND"),
        ("- Vụ CST;", "- Vụ CST;"),
        ("Thực hiện Chỉ thị của Tỉnh ủy", "Thực hiện Chỉ thị của Tỉnh ủy"),
    ],
)
def test_what_the_capitals_around_show(written: str, meant: str) -> None:
    assert with_toned_capitals(written) == meant


@given(st.text("abcàảãáạ ẾỆÊêBCD.\n|", max_size=80))
def test_only_letters_become_greater(text: str) -> None:
    assert with_toned_capitals(text).lower() == text.lower()


def test_unicode_that_a_converter_made_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("CộNG HòA Xã HộI CHủ NGHĨA VIệT NAM\nQUYếT ĐịNH về việc\nHà Nội", encoding="utf-8")
    source = read(file)
    assert [line.text for line in source.lines] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUYẾT ĐỊNH về việc", "Hà Nội",
    ]  # fmt: skip


def test_the_icelandic_letter_is_no_letter_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ðiều 1. Ðối tượng\nsửa ðổi", encoding="utf-8")
    source = read(file)
    assert [line.text for line in source.lines] == ["Điều 1. Đối tượng", "sửa đổi"]
    assert "Ð" not in source.counted
