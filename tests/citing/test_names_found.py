"""Documents without number: laws, congresses, statutes; short names; the document itself."""

import pytest

NAMED = [
    ("theo Luật Cư trú và các văn bản hướng dẫn", "Luật Cư trú"),
    ("theo Luật Phòng, chống tham nhũng, Luật sư và người dân", "Luật Phòng, chống tham nhũng"),
    ("theo Luật Quản lý, sử dụng tài sản công ngày 21 tháng 6 năm 2017;", "Luật Quản lý, sử dụng tài sản công"),
    ("theo Bộ luật Lao động năm 2019", "Bộ luật Lao động"),
    ("theo Luật Kinh tế biển xanh về khai thác", "Luật Kinh tế biển xanh"),
    ("theo Pháp lệnh Ưu đãi người có công với cách mạng", "Pháp lệnh Ưu đãi người có công với cách mạng"),
    ("theo Hiến pháp năm 2013", "Hiến pháp năm 2013"),
    ("thi hành Điều lệ Đảng", "Điều lệ Đảng"),
    ("thực hiện Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng"),
    ("thực hiện Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII"),
    (
        "thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2020 - 2025 và các chương trình",
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2020 - 2025",
    ),
    ("xem xét Tờ trình của Đảng ủy Công an tỉnh về biên chế", "Tờ trình của Đảng ủy Công an tỉnh"),
    ("theo Chỉ thị ngày 05/7/2019 của Ban Thường vụ Tỉnh ủy về", "Chỉ thị ngày 05/7/2019 của Ban Thường vụ Tỉnh ủy"),
]


@pytest.mark.parametrize(("text", "title"), NAMED)
def test_a_document_cited_by_name(found, text, title):
    (citation,) = found(text)
    assert (citation.kind, citation.title) == ("named", title)


def test_an_amending_law_is_one_document(found):
    text = (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá, Luật Kế toán và luật thuế tài nguyên ngày 29/11/2024;"
    )
    (citation,) = found(text)
    assert citation.date == "2024-11-29"
    assert citation.text.endswith("ngày 29/11/2024")


@pytest.mark.parametrize(
    "text",
    [
        "Luật này có hiệu lực",
        "quán triệt các nghị quyết đại hội đảng bộ các cấp",
        "các Luật có liên quan",
        "theo Hiến pháp và pháp luật",
        "lập Tờ trình của Ủy ban nhân dân cấp xã gửi cấp trên",
        "tổ chức Đại hội Đảng bộ tỉnh lần thứ XV",
    ],
)
def test_a_general_word_is_no_document(found, text):
    assert found(text, own="Kế hoạch") == []


def test_a_law_is_short_after_its_full_mention(found):
    full, bare, dated, later = found(
        "Căn cứ Luật Giá số 16/2023/QH15;",
        "theo Luật Giá và Luật Trồng trọt ngày 19/11/2018",
        "khoản 2 Điều 5 Luật Trồng trọt",
    )
    assert (full.kind, bare.kind, bare.antecedent) == ("numbered", "short", "16/2023/QH15")
    assert (dated.kind, later.kind) == ("named", "short")
    assert later.antecedent == "Luật Trồng trọt ngày 19/11/2018"


def test_a_number_as_a_name(found):
    full, short, again = found(
        "Thực hiện Đề án số 09-ĐA/TU ngày 4/12/2017 (sau đây gọi tắt là Đề án 09), các mục tiêu của Đề án 09 đạt được."
    )
    assert (full.number, short.antecedent, again.antecedent) == ("09-ĐA/TU", "09-ĐA/TU", "09-ĐA/TU")


def test_figures_alone_recall_the_whole_number(found):
    full, plain, short = found(
        "Thực hiện Kết luận số 83-KL/TW ngày 1/8/2025 của Bộ Chính trị.", "Kết luận số 83 và Kết luận 83 nêu rõ."
    )
    assert (plain.kind, plain.number, plain.antecedent) == ("numbered", "83", full.number)
    assert (short.kind, short.antecedent) == ("short", full.number)


def test_a_bare_type_set_as_a_short_name(found):
    decree, later = found(
        "Triển khai Nghị định số 20/2025/NĐ-CP ngày 9/7/2025 của Chính phủ (sau đây viết tắt là Nghị định).",
        "Các xã thi hành khoản 4, Điều 51 Nghị định; không xây dựng các Nghị định mới.",
    )
    assert (later.kind, later.antecedent, later.pinpoints) == ("short", decree.number, ("dieu-51_khoan-4",))


def test_a_short_name_for_what_a_decision_issues(found):
    decision, *rest = found(
        "Quyết định số 16/QĐ-TTg ngày 6/1/2022 phê duyệt Đề án dữ liệu dân cư (sau đây gọi tắt là Đề án 16).",
        "Triển khai Đề án 16 tại cơ sở.",
    )
    assert [c.antecedent for c in rest] == [decision.number, decision.number]


def test_the_bracket_gives_the_number_of_what_is_considered(found):
    named, numbered, short = found(
        "Tại phiên họp, xem xét Tờ trình của Đảng ủy Quân sự tỉnh về diễn tập (Tờ trình số 13-TTr/ĐU, ngày 7/1/2025), "
        "Ban Thường vụ kết luận: nhất trí với Tờ trình của Đảng ủy Quân sự tỉnh."
    )
    assert (named.kind, numbered.number) == ("named", "13-TTr/ĐU")
    assert (short.kind, short.antecedent) == ("short", "13-TTr/ĐU")


def test_a_regulation_named_with_its_decision(found):
    named, decision = found(
        "Tiêu chuẩn nêu trong Quy chế làm việc của huyện ủy (ban hành kèm theo Quyết định số 7-QĐ/HU, ngày 1/9/2025)."
    )
    assert (named.kind, named.title) == ("named", "Quy chế làm việc của huyện ủy")
    assert decision.number == "7-QĐ/HU"


def test_the_document_itself(found):
    (citation,) = found("Đối tượng tại khoản 2 Điều 3 Nghị quyết này được hỗ trợ.", own="Nghị quyết")
    assert (citation.kind, citation.pinpoints) == ("self", ("dieu-3_khoan-2",))


def test_the_document_itself_in_small_letters(found):
    (citation,) = found("Báo cáo kết quả các nhiệm vụ tại công điện này; một công điện này khác.", own="Công điện")
    assert (citation.kind, citation.text) == ("self", "công điện này")


def test_another_type_is_not_the_document_itself(found):
    assert found("ký theo mẫu kèm theo Nghị định này", own="Công văn") == []


def test_what_an_amending_document_quotes_speaks_for_the_amended_one(found):
    amended, quoted, own = found(
        "Sửa đổi khoản 1 Điều 4 Thông tư số 27/2021/TT-BYT như sau:",
        "“1. Cơ sở khám bệnh thực hiện quy định tại Thông tư này.”.",
        "Thông tư này có hiệu lực từ ngày 1/1/2026.",
        own="Thông tư",
    )
    assert (quoted.quoted, quoted.antecedent) == (amended.number, "27/2021/TT-BYT")
    assert own.quoted is None


def test_what_a_letter_quotes_speaks_for_the_quoted_law(found):
    _, quoted = found(
        "Tại khoản 2 Điều 33 Nghị định số 27/2024/NĐ-CP quy định: “2. Hồ sơ lập theo mẫu kèm theo Nghị định này.”.",
        own="Công văn",
    )
    assert (quoted.kind, quoted.quoted) == ("self", "27/2024/NĐ-CP")


def test_a_short_name_with_the_word_number(found):
    full, first, second = found(
        "Theo Nghị định số 70/2021/NĐ-CP (sau đây viết tắt là Nghị định số 70), đơn vị báo cáo.",
        "Thực hiện Điều 5 Nghị định số 70.",
    )
    assert (full.kind, first.kind, second.kind) == ("numbered", "short", "short")
    assert first.antecedent == second.antecedent == "70/2021/NĐ-CP"
    assert (second.number, second.pinpoints) == (None, ("dieu-5",))


def test_a_law_in_small_letters_is_sealed_by_its_date(found):
    (law,) = found("Căn cứ Luật tổ chức Hội đồng Bộ trưởng ngày 4 tháng 7 năm 1981;")
    assert (law.kind, law.date, law.relation) == ("named", "1981-07-04", "basis")
    assert found("Luật kể từ ngày 01 tháng 01 năm 2026 được áp dụng") == []


def test_a_title_in_straight_marks_is_no_quotation(found):
    first, second = found('Thực hiện Chỉ thị số 1-CT/TW của Ban Bí thư "về thi đua", Chỉ thị số 2-CT/TW.')
    assert first.relation == second.relation == "implements"
