"""Marks that hold a document back, and words that do not."""

import pytest

from vankien.model import Line
from vankien.normalizing.layout import Parts
from vankien.normalizing.secrecy import find_marks, mark_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("Mật", "MẬT"),
        ("[MẬT]", "MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("T U Y Ệ T   M Ậ T", "TUYỆT MẬT"),
        ("MAT", "MẬT"),
        ("TOI MAT", "TỐI MẬT"),
        ("LƯU HÀNH NỘI BỘ", "LƯU HÀNH NỘI BỘ"),
        ("(Lưu hành nội bộ)", "LƯU HÀNH NỘI BỘ"),
        ("LUU HANH NOI BO", "LƯU HÀNH NỘI BỘ"),
        ("XEM XONG TRẢ LẠI", "XEM XONG TRẢ LẠI"),
        ("ĐỌC XONG TRẢ LẠI", "ĐỌC XONG TRẢ LẠI"),
        ("KHÔNG SAO CHỤP", "KHÔNG SAO CHỤP"),
        ("KHÔNG PHỔ BIẾN", "KHÔNG PHỔ BIẾN"),
        ("Độ mật: Mật", "MẬT"),
        ("DỰ THẢO", "DỰ THẢO"),
        ("DỰ THẢO NGHỊ QUYẾT", "DỰ THẢO"),
        ("NGHỊ QUYẾT (Dự thảo)", "DỰ THẢO"),
        ("(Dự thảo)", "DỰ THẢO"),
        ("DỰ THẢO LẦN 2", "DỰ THẢO"),
        ("Dự thảo lần thứ 3", "DỰ THẢO"),
        ("Dự thảo ngày 12/3/2024", "DỰ THẢO"),
        ("Dự thảo (15.4.2024)", "DỰ THẢO"),
        ("Số 12-BC/TU (Mật)", "MẬT"),
        ("Số: 15/BC-UBND (Tối mật)", "TỐI MẬT"),
    ],
)
def test_marks(text: str, name: str) -> None:
    assert mark_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Luật Bảo vệ bí mật nhà nước",
        "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Về việc bảo vệ bí mật nhà nước",
        "Dự thảo Luật sửa đổi Luật Đất đai",
        "Độ mật",
        "độ mật của văn bản do người soạn thảo đề xuất",
        "mặt",
        "MẤT",
        "MẶT TRẬN TỔ QUỐC",
        "MÁT",
        "Khẩn",
        "",
        "Số 12-BC/TU",
        "Thông báo (mật độ dân số)",
        "Góp ý dự thảo Nghị định",
        "Về việc góp ý văn bản (dự thảo)",
        "DỰ THẢO LUẬT ĐẤT ĐAI",
        "M",
        "A B C",
    ],
)
def test_no_marks(text: str) -> None:
    assert mark_of(text) is None


def parts(*header: str, body: tuple[Line, ...] = ()) -> Parts:
    return Parts(header=tuple(Line(t) for t in header), body=body)


def test_a_mark_in_header_box_or_stamp_holds_back() -> None:
    assert find_marks((), parts("TỈNH ỦY", "MẬT", "Số 12-BC/TU"))[0].rule == "mark: MẬT"
    boxed = (Line("Căn cứ;"), Line("TỐI MẬT", box="textbox", place="trang 2"))
    assert find_marks(boxed, Parts(body=boxed))[0].place == "trang 2"


def test_a_mark_inside_the_text_or_a_table_does_not() -> None:
    body = (
        Line("Căn cứ Luật;"),
        Line("Điều 1. Danh mục"),
        *(Line("x") for _ in range(9)),
        Line("Mật", cell=(0, 3, 1)),
        Line("Mật"),
    )
    assert find_marks(body, parts("QUỐC HỘI", "LUẬT", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", body=body)) == ()


def test_a_cell_of_a_table_that_begins_the_text_is_no_mark() -> None:
    body = (Line("Độ mật", cell=(0, 0, 0)), Line("Mật", cell=(0, 0, 1)))
    assert find_marks(body, Parts(body=body)) == ()


def test_a_mark_beside_the_issuer_in_two_columns() -> None:
    assert find_marks((), parts("TỈNH ỦY HÒA AN                MẬT"))[0].rule == "mark: MẬT"
