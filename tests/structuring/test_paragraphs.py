"""Bullets, unnumbered paragraphs, introduction, closing formula, tables, footnotes."""

from bodies import clauses, ids


def test_bullets_are_counted_through_their_number() -> None:
    assert ids("1. Gồm:", "- Một;", "- Hai:", "+ Con;", "+ Cháu;", "Ngoài ra:", "- Ba.", "2. Hết.") == [
        "khoan-1", "khoan-1_gach-1", "khoan-1_gach-2", "khoan-1_gach-2_cong-1", "khoan-1_gach-2_cong-2",
        "khoan-1_gach-2_doan-1", "khoan-1_gach-3", "khoan-2",
    ]  # fmt: skip


def test_a_paragraph_belongs_to_its_number_while_the_list_goes_on() -> None:
    assert ids("1. Một.", "Thêm về một.", "2. Hai.", "I. Khác")[:3] == ["khoan-1", "khoan-1_doan-1", "khoan-2"]


def test_a_paragraph_after_a_finished_list_belongs_to_the_lists_parent() -> None:
    found = ids("Điều 5. Tên", "1. Gồm:", "a) A;", "b) B.", "Trường hợp khác thì thôi.", "2. Hai.", "Điều 6. Tên")
    assert "dieu-5_khoan-1_doan-1" in found
    found = ids("I- TÊN", "1. Một.", "2. Hai.", "Tuy nhiên còn hạn chế:", "1. Ba.", "II- TÊN")
    assert "muc-i_doan-1" in found


def test_a_mere_heading_keeps_the_paragraphs_below_it() -> None:
    found = clauses("I- ĐÁNH GIÁ", "1. Kết quả đạt được", "Những năm qua.", "Tuy nhiên.", "II- MỤC TIÊU")
    assert list(found)[2:4] == ["muc-i_khoan-1_doan-1", "muc-i_khoan-1_doan-2"]
    assert found["muc-i_khoan-1_doan-1"].label == "đoạn thứ nhất, khoản 1, Mục I"


def test_what_stands_before_the_first_number() -> None:
    found = clauses("Qua tổng kết.", "Yêu cầu:", "- Một việc.", "1. Các huyện ủy.")
    assert list(found) == ["mo-dau_doan-1", "mo-dau_doan-2", "mo-dau_gach-1", "khoan-1"]
    assert found["mo-dau_gach-1"].label == "gạch đầu dòng thứ nhất, phần mở đầu"
    assert all(found[i].parent is None for i in list(found)[:3])


def test_a_document_without_a_number() -> None:
    assert ids("Kính gửi các đơn vị.", "Đề nghị:", "- Một;", "- Hai.", "Trân trọng.") == [
        "doan-1", "doan-2", "gach-1", "gach-2", "doan-3",
    ]  # fmt: skip


def test_the_closing_formula() -> None:
    assert ids("1. Một.", "2. Hai.", "Chỉ thị này được phổ biến đến chi bộ.")[-1] == "ket"
    assert ids("I- A", "1. Một.", "Căn cứ Thông báo kết luận này, các cơ quan thực hiện.")[-1] == "ket"
    assert ids("Điều 1. Một", "Hai.", "Luật này được Quốc hội thông qua ngày 10 tháng 12.")[-1] == "ket"
    assert ids("1. Một.", "2. Hai.", "Yêu cầu các đơn vị nghiêm túc thực hiện./.")[-1] == "ket"
    assert ids("1. Một.", "2. Hai.", "Văn phòng thông báo để các sở biết, thực hiện.")[-1] == "ket"
    assert ids("1. Một.", "2. Hai.", "Giao Sở Nội vụ theo dõi.")[-1] == "khoan-2_doan-1"
    assert ids("Điều 9. Hiệu lực thi hành", "Thông tư này có hiệu lực từ ngày ký.")[-1] == "dieu-9_doan-1"
    found = ids("1. Một.", "Nghị quyết này phổ biến đến chi bộ.", "Giao các ban theo dõi.")
    assert found == ["khoan-1", "ket", "ket_doan-1"]


def test_a_table_and_a_picture_are_paragraphs() -> None:
    found = clauses(
        "1. Chỉ tiêu:", "| TT | Tên |\n| --- | --- |\n| 1. | **Xã** A \\| B |", "![so do](so-do.png)", "2. Hai."
    )
    assert list(found) == ["khoan-1", "khoan-1_doan-1", "khoan-1_doan-2", "khoan-2"]
    table = found["khoan-1_doan-1"]
    assert table.rows == (("TT", "Tên"), ("1.", "Xã A | B"))
    assert table.text.split() == ["TT", "Tên", "1.", "Xã", "A", "|", "B"]
    assert found["khoan-1_doan-2"].image == "so-do.png"


def test_footnotes_stand_below_the_clause_that_holds_their_mark() -> None:
    found = clauses(
        "1. Một[^1].", "| A[^2] | B |\n| --- | --- |", "2. Hai.", "[^1]: Chú thích.", "Đoạn nữa.", "[^2]: Ở bảng.",
        "[^3]: Không có dấu.",
    )  # fmt: skip
    assert [(i, c.parent) for i, c in found.items() if i.startswith("chu-thich")] == [
        ("chu-thich-1", "khoan-1"),
        ("chu-thich-1_doan-1", "chu-thich-1"),
        ("chu-thich-2", "khoan-1_doan-1"),
        ("chu-thich-3", None),
    ]
    assert found["chu-thich-1"].label == "chú thích số 1"
