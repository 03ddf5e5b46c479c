"""The issuer out of a letterhead: broken lines, superior bodies, organs of committees."""

import pytest

from vankien.model import Line
from vankien.normalizing.attributes import read_attributes
from vankien.normalizing.layout import divide


@pytest.mark.parametrize(
    ("letterhead", "type_line", "issuer"),
    [
        ("HỘI ĐỒNG THẨM PHÁN\nTÒA ÁN NHÂN DÂN\nTỐI CAO", "NGHỊ QUYẾT", "Hội đồng thẩm phán Tòa án nhân dân tối cao"),
        ("VĂN\nPHÒNG CHÍNH PHỦ", "THÔNG BÁO", "Văn phòng Chính phủ"),
        ("BỘ QUỐC\nPHÒNG", "THÔNG TƯ", "Bộ Quốc phòng"),
        ("BỘ NỘI VỤ\nBỘ TÀI CHÍNH", "THÔNG TƯ LIÊN TỊCH", "Bộ Nội vụ - Bộ Tài chính"),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "THÔNG BÁO", "Cục Thuế"),
        ("BAN CHỈ ĐẠO TRUNG ƯƠNG\nVỀ CHUYỂN ĐỔI SỐ\nTỔ GIÚP VIỆC", "THÔNG BÁO", "Tổ giúp việc"),
        ("ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY\nỦY BAN NHÂN DÂN TỈNH", "KẾ HOẠCH", "Đảng ủy Ủy ban nhân dân tỉnh"),
        ("ĐẢNG BỘ XÃ TÂN TIẾN\nĐẢNG ỦY", "NGHỊ QUYẾT", "Đảng ủy xã Tân Tiến"),
        ("BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC", "HƯỚNG DẪN", "Ban Tổ chức Trung ương"),
        ("TỈNH ỦY CAO BẰNG\nVĂN PHÒNG", "THÔNG BÁO", "Văn phòng Tỉnh ủy Cao Bằng"),
        ("UBND TỈNH SƠN LA\nSỞ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH", "QUYẾT ĐỊNH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BỘ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI", "THÔNG TƯ", "Bộ Lao động - Thương binh và Xã hội"),
        ("CÔNG AN\nTỈNH SƠN LA", "KẾ HOẠCH", "Công an tỉnh Sơn La"),
        ("ỦY\nBAN NHÂN DÂN\nTHÀNH PHỐ HẢI\nPHÒNG", "QUYẾT ĐỊNH", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("BỘ NỘI VỤ\nBỘ NỘI VỤ", "THÔNG TƯ", "Bộ Nội vụ"),
        ("BẢO HIỂM XÃ HỘI\nVIỆT NAM", "QUYẾT ĐỊNH", "Bảo hiểm xã hội Việt Nam"),
    ],
)
def test_the_issuer_of_a_letterhead(letterhead: str, type_line: str, issuer: str) -> None:
    text = (
        f"{letterhead}\nSố: 12/QĐ-ABC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Hà Nội, ngày 5 tháng 3 năm 2022\n{type_line}\nVề việc giao nhiệm vụ\nCăn cứ Luật;\nĐiều 1. Giao."
    )
    metadata, evidence = read_attributes(divide([Line(row) for row in text.split("\n")]))
    assert metadata.issuer == issuer
    assert metadata.title == "Về việc giao nhiệm vụ"
    assert all(word in letterhead.replace("\n", " ") for word in evidence["issuer"].text.split(" / "))


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("CHỈ THỊ\nVề công tác dân vận\nBan Thường vụ Tỉnh ủy yêu cầu:\n1. Làm tốt.", "Ban Thường vụ Tỉnh ủy"),
        (
            "HƯỚNG DẪN\nVỀ BÁO CÁO VIÊN\n- Căn cứ Quy định số 29;\nBan Dân vận Trung ương hướng dẫn như sau:",
            "Ban Dân vận Trung ương",
        ),
        (
            "THÔNG TƯ\nQuy định về phí\nCăn cứ Luật;\nBộ trưởng Bộ Tài chính ban hành Thông tư quy định về phí.",
            "Bộ trưởng Bộ Tài chính",
        ),
        (
            "THÔNG BÁO\nKẾT LUẬN CỦA THƯỜNG TRỰC HUYỆN ỦY\ntại Hội nghị giao ban\nNgày 5/3/2020, ...",
            "Thường trực Huyện ủy",
        ),
        ("THÔNG BÁO\nÝ KIẾN CỦA ĐỒNG CHÍ BÍ THƯ\n1. Nội dung.", None),
    ],
)
def test_the_issuer_of_a_document_without_a_letterhead(text: str, issuer: str | None) -> None:
    metadata, _ = read_attributes(divide([Line(row) for row in text.split("\n")]))
    assert metadata.issuer == issuer
