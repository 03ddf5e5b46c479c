"""What follows the closing: attached regulations, annexes, forms."""

from bodies import clauses, ids

DECISION = ["Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.", "Điều 2. Hiệu lực", "***"]


def test_an_attached_regulation_has_ids_of_its_own() -> None:
    found = clauses(
        *DECISION, "QUY CHẾ LÀM VIỆC", "(Ban hành kèm theo Quyết định số 5/QĐ-UBND)", "Chương I", "CHUNG",
        "Điều 1. Phạm vi", "1. Một.", "Điều 2. Đối tượng",
        system="Nhà nước",
    )  # fmt: skip
    assert list(found) == [
        "dieu-1", "dieu-2", "kem-theo-1", "kem-theo-1_chuong-i", "kem-theo-1_dieu-1", "kem-theo-1_dieu-1_khoan-1",
        "kem-theo-1_dieu-2",
    ]  # fmt: skip
    assert found["kem-theo-1"].label == "Quy chế làm việc"
    assert found["kem-theo-1_dieu-1_khoan-1"].label == "khoản 1 Điều 1 Quy chế làm việc"
    assert found["kem-theo-1_chuong-i"].parent == "kem-theo-1"


def test_annexes_keep_their_printed_number() -> None:
    found = clauses(
        *DECISION, "PHỤ LỤC I", "DANH MỤC THỦ TỤC", "1. Cấp giấy.", "2. Thu hồi.", "Phụ lục 02: Mẫu đơn", "Họ tên:",
        system="Nhà nước",
    )  # fmt: skip
    assert list(found)[2:] == [
        "phu-luc-i", "phu-luc-i_khoan-1", "phu-luc-i_khoan-2", "phu-luc-2", "phu-luc-2_doan-1",
    ]  # fmt: skip
    assert found["phu-luc-i"].text == "DANH MỤC THỦ TỤC"
    assert found["phu-luc-i_khoan-1"].label == "khoản 1 Phụ lục I"


def test_an_annex_without_the_word() -> None:
    found = clauses(
        *DECISION, "DANH MỤC", "- Một.", "***", "BIỂU MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐƠN XIN."
    )
    assert [i for i in found if "_" not in i][2:] == ["phu-luc-1", "phu-luc-2"]
    assert "phu-luc-1_gach-1" in found


def test_a_regulation_and_its_annex() -> None:
    found = ids(*DECISION, "QUY CHẾ", "Điều 1. Phạm vi", "***", "Phụ lục", "MẪU BÁO CÁO", "1. Tình hình.")
    assert found[2:] == ["kem-theo-1", "kem-theo-1_dieu-1", "phu-luc-1", "phu-luc-1_khoan-1"]


def test_a_list_in_the_title_begins_no_annex() -> None:
    found = clauses(*DECISION, "PHỤ LỤC I", "DANH MỤC CHỈ TIÊU", "(Kèm theo Quyết định số 5/QĐ-UBND)", "1. Một.")
    assert list(found)[2:] == ["phu-luc-i", "phu-luc-i_khoan-1"]
    assert found["phu-luc-i"].text == "DANH MỤC CHỈ TIÊU (Kèm theo Quyết định số 5/QĐ-UBND)"


def test_articles_of_a_form_make_no_regulation() -> None:
    found = ids(*DECISION, "BIỂU MẪU", "Mẫu số 01", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Điều 1. Cho phép ông A.")
    assert found[2] == "phu-luc-1"
    assert "phu-luc-1_dieu-1" in found


def test_the_name_of_a_regulation_leaves_out_what_stands_above_it() -> None:
    found = clauses(
        *DECISION, "ỦY BAN NHÂN DÂN TỈNH", "QUY CHẾ QUẢN LÝ XE", "Điều 1. Phạm vi", "1. Một.", system="Đảng"
    )
    assert found["kem-theo-1_dieu-1_khoan-1"].label == "khoản 1, Điều 1 Quy chế quản lý xe"


def test_a_mention_of_an_annex_begins_none() -> None:
    found = ids(*DECISION, "PHỤ LỤC I", "BIỂU MẪU", "1. Một.", "Phụ lục này gồm hai phần, được dùng tại xã.")
    assert [i for i in found if i.startswith("phu-luc") and "_" not in i] == ["phu-luc-i"]


def test_an_annex_whose_rule_is_missing() -> None:
    found = ids("Điều 1. Ban hành Danh mục.", "Điều 2. Hiệu lực", "PHỤ LỤC I", "DANH MỤC", "1. Một.")
    assert found[2:] == ["phu-luc-i", "phu-luc-i_khoan-1"]
