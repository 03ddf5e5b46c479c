"""Which place a number belongs to."""

import pytest

from vankien.citing.locality import is_local, local_mark, named_level, named_localities, seats
from vankien.model import Metadata
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
        ("Thành ủy TP. Hồ Chí Minh", {"ho chi minh"}),
        ("Thành ủy TP.HCM", {"ho chi minh"}),
        ("UBND tỉnh Bà Rịa - Vũng Tàu", {"ba ria vung tau"}),
        ("Đảng ủy xã Tân Lập, huyện Bắc Sơn, tỉnh Lạng Sơn", {"tan lap", "bac son", "lang son"}),
        ("UBND phường Hải Châu Thành phố Đà Nẵng", {"hai chau", "da nang"}),
        ("ỦY BAN NHÂN DÂN XÃ TAM PHÚ HUYỆN PHÚ NINH", {"tam phu", "phu ninh"}),
        ("HUYỆN ỦY CHÂU THÀNH", {"chau thanh"}),
        ("TỈNH ỦY THANH HÓA", {"thanh hoa"}),
        ("UBND Phường 1 Quận 3", {"1", "3"}),
        ("UBND tỉnh. Các sở", set()),
        ("HĐND tỉnh năm 2021", set()),
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


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("Ủy ban nhân dân xã", "Xã"),
        ("UBND phường Hải Châu", "Xã"),
        ("Huyện ủy", "Huyện"),
        ("Ban Chấp hành Đảng bộ huyện Yên Minh", "Huyện"),
        ("Ủy ban nhân dân tỉnh", "Tỉnh"),
        ("Ủy ban nhân dân thành phố Đà Nẵng", "Tỉnh"),
        ("Ủy ban nhân dân thành phố Tam Kỳ", "Huyện"),
        ("Ủy ban nhân dân thành phố", None),
        ("Ban Thường vụ Thành ủy", None),
        ("Bộ Chính trị", None),
    ],
)
def test_named_level(body: str, level: str | None) -> None:
    assert named_level(body) == level


@pytest.mark.parametrize(
    ("issuer", "level", "province", "place", "expected"),
    [
        ("Tỉnh ủy Lâm Đồng", "Tỉnh", "Lâm Đồng", "Đà Lạt", {"lam dong"}),
        ("Ban Chấp hành Đảng bộ tỉnh", "Tỉnh", None, "Lâm Đồng", {"lam dong"}),
        ("Huyện ủy Quản Bạ", "Huyện", "Hà Giang", "Quản Bạ", {"quan ba"}),
        ("Ủy ban nhân dân huyện Quản Bạ tỉnh Hà Giang", "Huyện", "Hà Giang", None, {"quan ba"}),
        ("Ban Bí thư", "Trung ương", None, "Hà Nội", set()),
    ],
)
def test_seats(issuer: str, level: str, province: str | None, place: str | None, expected: set[str]) -> None:
    assert seats(Metadata(issuer=issuer, level=level, province=province, place=place)) == expected
