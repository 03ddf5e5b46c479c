"""Numbers of persons in a text."""

import pytest

from vankien.normalizing.personal import personal_numbers


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("Ông Nguyễn Văn A, CCCD số 014085001234 cấp ngày 01/5/2021", "identity", "014******234"),
        ("số định danh cá nhân: 014 085 001 234", "identity", "014 *** *** 234"),
        ("chứng minh nhân dân số 095123456 do Công an cấp", "identity", "095***456"),
        ("hộ chiếu số B1234567 cấp tại Hà Nội", "identity", "B12**567"),
        ("Bà Trần Thị B (014085001234)", "identity", "014******234"),
        ("nộp vào tài khoản số 8600211030123 tại Kho bạc", "account", "860*******123"),
        ("liên hệ ông C, điện thoại 0912.345.678", "telephone", "091*.***.678"),
        ("SĐT: +84 912 345 678", "telephone", "+84 9** *** 678"),
    ],
)
def test_found_and_masked(text: str, kind: str, masked: str) -> None:
    (found,) = personal_numbers(text)
    assert found.kind == kind
    assert found.masked == masked
    assert len(found.masked) == found.end - found.start


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        "kinh phí 1.234.567.890 đồng",
        "điện thoại (0219) 3866 256",
        "mã số thuế 0311203203",
        "tài khoản mở tại Kho bạc Nhà nước từ ngày 01/01/2024",
        "giai đoạn 2021 - 2025, 2026 - 2030",
        "mã TTHC 1.012345.000.00.00.H22",
        "tọa độ 012345678901,5",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert personal_numbers(text) == ()


def test_hostile_text_takes_linear_time() -> None:
    assert personal_numbers("1 " * 50_000 + "tài khoản " * 5_000) is not None
