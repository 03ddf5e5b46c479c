"""Provinces: named in a text, called today, redrawn."""

import pytest

from vankien.knowledge import load
from vankien.writing.places import former_provinces, named_provinces, province_of_name, todays_province, was_redrawn


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("phong trào thi đua của tỉnh Bình Thuận", ["Bình Thuận"]),
        ("đồng bào dân tộc Hà Giang", []),
        ("Tỉnh uỷ Bắc Kạn và Thành ủy Hải Phòng", ["Bắc Kạn", "Hải Phòng"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", ["Huế"]),
        ("UBND tỉnh Bà Rịa-Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
        ("tỉnh Đăk Lăk", ["Đắk Lắk"]),
        ("Thành phố Hồ Chí Minh", ["Hồ Chí Minh"]),
        ("tỉnh hà nam", []),
    ],
)
def test_provinces_that_a_text_names(text: str, names: list[str]) -> None:
    found = named_provinces(text)
    assert [province.name for province in found] == names
    assert all(text[province.start : province.end].split()[0] for province in found)


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("Bình Thuận", "Lâm Đồng"),
        ("tỉnh Bắc Kạn", "Thái Nguyên"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Thừa Thiên Huế", "Huế"),
        ("Hà Tây", "Hà Nội"),
        ("Cao Bằng", "Cao Bằng"),
        ("Yên Minh", None),
    ],
)
def test_what_a_province_is_called_today(name: str, today: str | None) -> None:
    assert todays_province(name) == today


def test_sixty_three_provinces_became_thirty_four() -> None:
    before = [p["name"] for p in load("places") if str(p.get("until", "9")) > "2025-06-30" and p["name"] != "Hà Tây"]
    assert len(before) == 63
    assert len({todays_province(name) for name in before}) == 34
    merged = {name for row in load("succession")["provinces"] for name in (row["to"], *row["from"])}
    assert {n for n in merged if n not in ("Huế", "Thừa Thiên Huế", "Hà Tây", "Hà Nội")} == set(
        load("succession")["merged_provinces"]
    )


def test_a_name_that_lives_on_means_another_territory() -> None:
    assert was_redrawn("Lâm Đồng") == "2025-07-01"
    assert was_redrawn("Cao Bằng") is None
    assert set(former_provinces("Lâm Đồng")) == {"Đắk Nông", "Bình Thuận"}
    assert province_of_name("tỉnh Lâm Đồng") == "Lâm Đồng"
