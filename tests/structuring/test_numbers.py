"""Which printed numbers are clauses, and under which."""

import pytest
from bodies import clauses, numbered

CASES: dict[str, tuple[list[str], list[str]]] = {
    "a law": (
        [
            "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Luật này quy định về lưu trữ.", "Điều 2. Đối tượng",
            "1. Cơ quan.", "2. Tổ chức:", "a) Trong nước;", "b) Ngoài nước.", "3. Cá nhân.", "Chương II", "TỔ CHỨC",
            "Mục 1", "BỘ MÁY", "Điều 3. Cơ quan quản lý", "Mục 2", "NHÂN SỰ", "Điều 4. Người làm việc",
        ],
        [
            "chuong-i", "dieu-1", "dieu-2", "dieu-2_khoan-1", "dieu-2_khoan-2", "dieu-2_khoan-2_diem-a",
            "dieu-2_khoan-2_diem-b", "dieu-2_khoan-3", "chuong-ii", "chuong-ii_muc-1", "dieu-3", "chuong-ii_muc-2",
            "dieu-4",
        ],
    ),
    "a code with parts and subsections": (
        ["Phần thứ nhất", "CHUNG", "Chương I", "MỞ ĐẦU", "Điều 1. Một", "Mục 1", "TÊN", "Tiểu mục 1", "CON",
         "Điều 2. Hai", "Phần thứ hai", "RIÊNG", "Chương I", "LẠI TỪ ĐẦU", "Điều 3. Ba"],
        ["phan-1", "phan-1_chuong-i", "dieu-1", "phan-1_chuong-i_muc-1", "phan-1_chuong-i_muc-1_tieu-muc-1", "dieu-2",
         "phan-2", "phan-2_chuong-i", "dieu-3"],
    ),
    "a Party document": (
        ["I- ĐÁNH GIÁ", "1. Kết quả.", "2. Hạn chế.", "II- NHIỆM VỤ", "1. Mục tiêu", "2. Giải pháp", "(1) Một.",
         "(2) Hai.", "III- TỔ CHỨC", "1- Giao sở.", "2- Giao ban."],
        ["muc-i", "muc-i_khoan-1", "muc-i_khoan-2", "muc-ii", "muc-ii_khoan-1", "muc-ii_khoan-2",
         "muc-ii_khoan-2_khoan-1", "muc-ii_khoan-2_khoan-2", "muc-iii", "muc-iii_khoan-1", "muc-iii_khoan-2"],
    ),
    "aims counted in brackets through all headings": (
        ["I. Mục tiêu", "1. Chung", "2. Cụ thể", "2.1. Kinh tế", "(1) Một.", "(2) Hai.", "2.2. Xã hội", "(3) Ba.",
         "3. Giải pháp", "(4) Bốn.", "(1) Lại một."],
        ["muc-i", "muc-i_khoan-1", "muc-i_khoan-2", "muc-i_khoan-2_khoan-2-1", "muc-i_khoan-2_khoan-2-1_khoan-1",
         "muc-i_khoan-2_khoan-2-1_khoan-2", "muc-i_khoan-2_khoan-2-2", "muc-i_khoan-2_khoan-2-2_khoan-3",
         "muc-i_khoan-3", "muc-i_khoan-3_khoan-4", "muc-i_khoan-3_khoan-1"],
    ),
    "decimal numbers": (
        ["1. Về tổ chức", "1.1. Tỉnh", "1.1.1. Sở", "1.1.2. Ban", "a) Một", "1.2. Xã", "2. Về cán bộ", "2.1 Nguồn"],
        ["khoan-1", "khoan-1_khoan-1-1", "khoan-1_khoan-1-1_khoan-1-1-1", "khoan-1_khoan-1-1_khoan-1-1-2",
         "khoan-1_khoan-1-1_khoan-1-1-2_diem-a", "khoan-1_khoan-1-2", "khoan-2", "khoan-2_khoan-2-1"],
    ),
    "capital letters above roman numerals": (
        ["A. KẾT QUẢ", "I. Kinh tế", "1. Công nghiệp", "II. Xã hội", "B. NHIỆM VỤ", "I. Kinh tế", "C. TỔ CHỨC"],
        ["phan-a", "phan-a_muc-i", "phan-a_muc-i_khoan-1", "phan-a_muc-ii", "phan-b", "phan-b_muc-i", "phan-c"],
    ),
    "sections of a plan that a decision approves": (
        ["Điều 1. Phê duyệt Kế hoạch với nội dung sau:", "I. MỤC TIÊU", "1. Chung", "2. Riêng", "II. NHIỆM VỤ",
         "1. Một", "Điều 2. Hiệu lực"],
        ["dieu-1", "dieu-1_muc-i", "dieu-1_muc-i_khoan-1", "dieu-1_muc-i_khoan-2", "dieu-1_muc-ii",
         "dieu-1_muc-ii_khoan-1", "dieu-2"],
    ),
    "articles below roman sections": (
        ["I- QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1- Một.", "II- CỤ THỂ", "Điều 2. Đối tượng"],
        ["muc-i", "dieu-1", "dieu-1_khoan-1", "muc-ii", "dieu-2"],
    ),
    "the order of letters": (
        ["1. Gồm:", *(f"{letter}) Mục." for letter in "abcdđeghiklmnopqrstuvxy")],
        ["khoan-1", *(f"khoan-1_diem-{letter}" for letter in "abcd"), "khoan-1_diem-dd",
         *(f"khoan-1_diem-{letter}" for letter in "eghiklmnopqrstuvxy")],
    ),
    "roman numerals below a letter": (
        ["1. Gồm:", "a) Một, gồm:", "i) Con một;", "ii) Con hai;", "b) Hai."],
        ["khoan-1", "khoan-1_diem-a", "khoan-1_diem-a_tiet-i", "khoan-1_diem-a_tiet-ii", "khoan-1_diem-b"],
    ),
    "the letter i after h": (
        ["1. Gồm:", *(f"{letter}) Mục." for letter in "abcdđegh"), "i) Mục.", "k) Mục."],
        ["khoan-1", *(f"khoan-1_diem-{letter}" for letter in ("a", "b", "c", "d", "dd", "e", "g", "h", "i", "k"))],
    ),
    "inserted numbers": (
        ["Điều 5. Năm", "1. Một.", "1a. Chen.", "2. Hai:", "a) A;", "đ) Đ;", "đ1) Chen;", "e) E.", "Điều 5a. Chen",
         "Điều 6. Sáu"],
        ["dieu-5", "dieu-5_khoan-1", "dieu-5_khoan-1a", "dieu-5_khoan-2", "dieu-5_khoan-2_diem-a",
         "dieu-5_khoan-2_diem-dd", "dieu-5_khoan-2_diem-dd1", "dieu-5_khoan-2_diem-e", "dieu-5a", "dieu-6"],
    ),
    "points with a number of their own": (
        ["1. Gồm:", "a) A;", "b) B:", "b.1) Một;", "b.2) Hai;", "c) C."],
        ["khoan-1", "khoan-1_diem-a", "khoan-1_diem-b", "khoan-1_diem-b1", "khoan-1_diem-b2", "khoan-1_diem-c"],
    ),
    "the same number again": (
        ["I- KẾT QUẢ", "1. Một.", "2. Hai.", "Tuy nhiên:", "1. Khác.", "2. Nữa."],
        ["muc-i", "muc-i_khoan-1", "muc-i_khoan-2", "muc-i_khoan-1-lan-2", "muc-i_khoan-2-lan-2"],
    ),
    "a list that goes on after another one": (
        ["1. Một.", "2. Hai gồm các việc", "1. Con một.", "2. Con hai.", "3. Ba.", "4. Bốn."],
        ["khoan-1", "khoan-2", "khoan-1-lan-2", "khoan-2-lan-2", "khoan-3", "khoan-4"],
    ),
    "a long list that goes on after another one": (
        [*(f"{n}. Việc." for n in range(1, 10)), "1. Con một.", "2. Con hai.", "10. Mười.", "11. Hết."],
        [*(f"khoan-{n}" for n in range(1, 10)), "khoan-1-lan-2", "khoan-2-lan-2", "khoan-10", "khoan-11"],
    ),
    "a missing number": (["1. Một.", "2. Hai.", "4. Bốn."], ["khoan-1", "khoan-2", "khoan-4"]),
    "a heading and its first number on one line": (
        ["Điều 2. 1. Nhà nước của Nhân dân.", "2. Quyền lực thống nhất.", "Điều 3. Nhà nước bảo đảm."],
        ["dieu-2", "dieu-2_khoan-1", "dieu-2_khoan-2", "dieu-3"],
    ),
    "a number without its point": (
        ["Điều 7. Quyền", "1. Một.", "2 Hai là thế.", "3. Ba."],
        ["dieu-7", "dieu-7_khoan-1", "dieu-7_khoan-2", "dieu-7_khoan-3"],
    ),
    "mentions are no headings": (
        ["Điều 1. Phạm vi", "Điều 8 của Luật này áp dụng cho các bên.", "Điều 2. Đối tượng",
         "Chương III của Nghị định số 30/2020/NĐ-CP hết hiệu lực."],
        ["dieu-1", "dieu-2"],
    ),
    "a year that a wrap brought to the front": (
        ["1. Tổng kết giai đoạn", "2020. Năm qua có nhiều đổi mới.", "2. Phương hướng."],
        ["khoan-1", "khoan-2"],
    ),
    "a wrapped pinpoint": (
        ["1. Thực hiện theo quy định tại khoản", "5. Điều này và các văn bản liên quan.", "2. Báo cáo."],
        ["khoan-1", "khoan-2"],
    ),
    "sentence-like marks inside a paragraph": (
        ["1. Gồm hai việc: (1) rà soát; (2) báo cáo.", "2. Tổ chức thực hiện."],
        ["khoan-1", "khoan-2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), CASES.values(), ids=CASES.keys())
def test_numbers_become_clauses(paragraphs: list[str], expected: list[str]) -> None:
    assert numbered(*paragraphs) == expected


def test_a_heading_takes_the_lines_below_its_number() -> None:
    found = clauses("Chương II", "QUYỀN VÀ NGHĨA VỤ", "CỦA CÔNG DÂN", "Mục 1. Chung", "Điều 4", "Bầu cử")
    assert found["chuong-ii"].text == "QUYỀN VÀ NGHĨA VỤ CỦA CÔNG DÂN"
    assert found["chuong-ii_muc-1"].text == "Chung"
    assert found["dieu-4"].text == "Bầu cử"
    assert found["dieu-4"].parent == "chuong-ii_muc-1"


def test_a_clause_keeps_its_mark_number_and_emphasis() -> None:
    found = clauses("**II- MỤC TIÊU**", "1\\. Đổi *mới* công tác[^1] dân vận.", "[^1]: Theo **Đề án**.")
    section, point, note = found["muc-ii"], found["muc-ii_khoan-1"], found["chu-thich-1"]
    assert (section.mark, section.number, section.text) == ("II-", "II", "MỤC TIÊU")
    assert (point.mark, point.number, point.text) == ("1.", "1", "Đổi mới công tác dân vận.")
    assert [point.text[s.start : s.end] for s in point.spans] == ["mới"]
    assert [(point.text[: r.at], r.mark) for r in point.refs] == [("Đổi mới công tác", "1")]
    assert (note.parent, note.number, note.text) == ("muc-ii_khoan-1", "1", "Theo Đề án.")
