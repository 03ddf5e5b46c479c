"""Bodies: level, system, marks, what became of them, their names in ordinary letters."""

import pytest

from vankien.writing.bodies import issuer_mark, level_of_body, successor_of_body, system_of_body
from vankien.writing.body_case import body_case


@pytest.mark.parametrize(
    ("name", "level", "system"),
    [
        ("Bộ Chính trị, Ban Bí thư", "Trung ương", "Đảng"),
        ("Văn phòng Trung ương Đảng", "Trung ương", "Đảng"),
        ("Ban Thường vụ Tỉnh ủy", "Tỉnh", "Đảng"),
        ("Huyện ủy Yên Minh", "Huyện", "Đảng"),
        ("Ban Chấp hành Đảng bộ huyện khóa XVIII", "Huyện", "Đảng"),
        ("Đảng ủy xã Yên Minh", "Xã", "Đảng"),
        ("Chi bộ thôn Nà Tèn", "Cơ sở", "Đảng"),
        ("Thủ tướng Chính phủ", "Trung ương", "Nhà nước"),
        ("Bộ Lao động - Thương binh và Xã hội", "Trung ương", "Nhà nước"),
        ("Cục Thuế", "Trung ương", "Nhà nước"),
        ("Ủy ban nhân dân thành phố Huế", "Tỉnh", "Nhà nước"),
        ("Sở Nông nghiệp và Môi trường", "Tỉnh", "Nhà nước"),
        ("UBND huyện Yên Minh", "Huyện", "Nhà nước"),
        ("Thành ủy Tam Kỳ", "Huyện", "Đảng"),
        ("Thành ủy Hà Nội", "Tỉnh", "Đảng"),
        ("Hội đồng nhân dân thành phố", "Tỉnh", "Nhà nước"),
        ("Ủy ban nhân dân phường Hạc Thành", "Xã", "Nhà nước"),
        ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Trung ương", "Mặt trận và đoàn thể"),
        ("Công ty A", "Cơ sở", None),
        ("Tổ giúp việc", None, None),
    ],
)
def test_level_and_system(name: str, level: str | None, system: str | None) -> None:
    assert (level_of_body(name), system_of_body(name)) == (level, system)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("45-HD/BTCTW", "Ban Tổ chức Trung ương"),
        ("88/2019/QH14", "Quốc hội"),
        ("03-NQ/HU", "Huyện ủy"),
        ("03-CT/TƯ", "Tỉnh ủy, thành ủy"),
        ("12/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("5/X-ABC", None),
    ],
)
def test_whom_the_mark_in_a_number_stands_for(number: str, name: str | None) -> None:
    mark = issuer_mark(number)
    assert (mark.name if mark else None) == name


def test_what_became_of_a_body() -> None:
    found = successor_of_body("Ban Dân vận Tỉnh ủy", "2020-01-01")
    assert found and found.name == "Ban Tuyên giáo và Dân vận Tỉnh ủy"
    assert "246-QĐ/TW" in found.source
    assert successor_of_body("Ban Tuyên giáo và Dân vận Trung ương") is None
    ended = successor_of_body("Huyện ủy Yên Minh")
    assert ended and (ended.name, ended.since) == (None, "2025-07-01")
    office = successor_of_body("Ban cán sự đảng UBND tỉnh")
    assert office and office.name == "Đảng ủy UBND tỉnh"
    assert successor_of_body("Bộ Kế hoạch và Đầu tư", "2026-01-01") is None
    assert successor_of_body("Tỉnh ủy Cao Bằng") is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ", "Ủy ban nhân dân tỉnh Phú Thọ"),
        ("UBND TỈNH BÀ RỊA - VŨNG TÀU", "UBND tỉnh Bà Rịa - Vũng Tàu"),
        ("CỤC THUẾ", "Cục Thuế"),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("BỘ QUỐC PHÒNG", "Bộ Quốc phòng"),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        ("HUYỆN ỦY YÊN MINH", "Huyện ủy Yên Minh"),
        ("BAN THƯỜNG VỤ HUYỆN UỶ ĐỒNG VĂN", "Ban Thường vụ Huyện uỷ Đồng Văn"),
        ("HUYỆN ỦY KHÓA XVIII", "Huyện ủy khóa XVIII"),
        ("BAN DÂN VẬN HUYỆN ỦY", "Ban Dân vận Huyện ủy"),
        ("HUYỆN ỦY VÀ ỦY BAN NHÂN DÂN HUYỆN ĐÔNG HƯNG", "Huyện ủy và Ủy ban nhân dân huyện Đông Hưng"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN KHÓA XVIII", "Ban Chấp hành Đảng bộ huyện khóa XVIII"),
    ],
)
def test_a_name_in_ordinary_letters(printed: str, name: str) -> None:
    assert body_case(printed) == name
