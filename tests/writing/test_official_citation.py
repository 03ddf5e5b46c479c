"""Official citations, as words.md writes them."""

import pytest

from vankien.writing.casing import sentence_case
from vankien.writing.official_citation import CitedDocument, first_citation, later_citation

PARTY = CitedDocument(
    "Nghị quyết",
    "03-NQ/HU",
    "2020-12-18",
    "Ban Chấp hành Đảng bộ huyện khóa XVIII",
    "về “Nâng cao chất lượng công tác Dân vận giai đoạn 2021 - 2025”",
    "Đảng",
)
DECREE = CitedDocument("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "CHÍNH PHỦ", "Về công tác văn thư", "Nhà nước")
SILENT = CitedDocument(
    "Kết luận",
    None,
    None,
    "Ban Thường vụ Tỉnh ủy",
    "về tiếp tục triển khai thực hiện phong trào “Dân vận khéo”",
    "Đảng",
)
NOTICE = CitedDocument(
    "Thông báo", None, None, "Thường trực Tỉnh ủy", "KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY tại Hội nghị tổng kết", "Đảng"
)


@pytest.mark.parametrize(
    ("label", "document", "expected"),
    [
        (
            "khoản 2, Mục II",
            PARTY,
            "khoản 2, Mục II Nghị quyết số 03-NQ/HU, ngày 18/12/2020 của Ban Chấp hành Đảng bộ huyện khóa XVIII "
            "về “Nâng cao chất lượng công tác Dân vận giai đoạn 2021 - 2025”",
        ),
        (
            "điểm a khoản 2 Điều 5",
            DECREE,
            "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ "
            "về công tác văn thư",
        ),
        (
            "khoản 4",
            SILENT,
            "khoản 4 Kết luận của Ban Thường vụ Tỉnh ủy về tiếp tục triển khai thực hiện phong trào “Dân vận khéo” "
            "(bản lưu không ghi số, ngày ban hành)",
        ),
        (
            "đoạn kết",
            NOTICE,
            "đoạn kết Thông báo kết luận của Thường trực Tỉnh ủy tại Hội nghị tổng kết "
            "(bản lưu không ghi số, ngày ban hành)",
        ),
        (
            "Điều 5",
            CitedDocument("Luật", "21/2017/QH14", "2017-11-24", "QUỐC HỘI", "QUY HOẠCH", "Nhà nước"),
            "Điều 5 Luật Quy hoạch năm 2017",
        ),
        (
            "",
            CitedDocument("Quyết định", "5/QĐ-SNV", "2024-01-02", "SỞ NỘI VỤ", "V/v kiện toàn tổ giúp việc"),
            "Quyết định số 5/QĐ-SNV ngày 02 tháng 01 năm 2024 của Sở Nội vụ về việc kiện toàn tổ giúp việc",
        ),
        (
            "Điều 2",
            CitedDocument("Thông tư", None, "2025-12-09", None, "Quy định về lưu trữ"),
            "Điều 2 Thông tư ngày 09 tháng 12 năm 2025 quy định về lưu trữ (bản lưu không ghi số)",
        ),
    ],
)
def test_the_first_time(label: str, document: CitedDocument, expected: str) -> None:
    assert first_citation(label, document) == expected


@pytest.mark.parametrize(
    ("label", "document", "expected"),
    [
        ("khoản 2, Mục II", PARTY, "khoản 2, Mục II Nghị quyết số 03-NQ/HU"),
        ("Điều 5", DECREE, "Điều 5 Nghị định số 30/2020/NĐ-CP"),
        ("khoản 4", SILENT, "khoản 4 Kết luận về tiếp tục triển khai thực hiện phong trào “Dân vận khéo”"),
    ],
)
def test_later_times(label: str, document: CitedDocument, expected: str) -> None:
    assert later_citation(label, document) == expected


def test_a_clause_of_an_attached_regulation() -> None:
    decision = CitedDocument("Quyết định", "9/QĐ-UBND", "2024-05-06", "Ủy ban nhân dân tỉnh", "ban hành Quy chế")
    assert (
        later_citation("khoản 2 Điều 5 Quy chế làm việc", decision, attached=True)
        == "khoản 2 Điều 5 Quy chế làm việc ban hành kèm theo Quyết định số 9/QĐ-UBND"
    )


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("VỀ CÔNG TÁC CÁN BỘ CỦA ĐẢNG", "Về công tác cán bộ của Đảng"),
        ("SỬA ĐỔI THÔNG TƯ SỐ 07/2024/TT-NHNN", "Sửa đổi Thông tư số 07/2024/TT-NHNN"),
        ("TRÊN ĐỊA BÀN TỈNH QUẢNG NINH, KHÓA XVIII", "Trên địa bàn tỉnh Quảng Ninh, khóa XVIII"),
        ("Về công tác văn thư", "Về công tác văn thư"),
    ],
)
def test_titles_in_capitals(printed: str, shown: str) -> None:
    assert sentence_case(printed) == shown
