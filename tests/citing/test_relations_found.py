"""What the sentence says of a mention, and which mention stands in another one's description."""

import pytest

from vankien.citing import find
from vankien.model import Clause, Metadata, NoteRef

RELATIONS = [
    ("Căn cứ Nghị định số 1/2020/NĐ-CP;", "basis"),
    ("Căn cứ quy định tại khoản 2 Điều 3 Nghị định số 1/2020/NĐ-CP;", "basis"),
    ("Tiếp tục quán triệt Nghị định số 1/2020/NĐ-CP.", "implements"),
    ("Hồ sơ theo quy định tại Điều 3 Nghị định số 1/2020/NĐ-CP.", "implements"),
    ("Rà soát trên cơ sở Nghị định số 1/2020/NĐ-CP.", "implements"),
    ("Điều kiện quy định tại Điều 3 Nghị định số 1/2020/NĐ-CP.", "refers"),
    ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 1/TTr-SNV.", "refers"),
    ("Sửa đổi, bổ sung một số điều của Quy định về giá đất ban hành kèm theo Quyết định số 1/QĐ-UBND.", "amends"),
    ("Thay thế cụm từ “cấp huyện” tại Điều 3 Quyết định số 1/QĐ-UBND.", "amends"),
    ("Bãi bỏ quy định tại khoản 2 Điều 3 Quyết định số 1/QĐ-UBND.", "repeals"),
    ("Quyết định số 1/QĐ-UBND về giá đất hết hiệu lực kể từ ngày ký.", "repeals"),
    ("Hướng dẫn này thay thế Hướng dẫn số 1-HD/BTCTW.", "replaces"),
    ("Thông tư này quy định chi tiết một số điều của Nghị định số 1/2020/NĐ-CP.", "guides"),
    ("Xây dựng các văn bản hướng dẫn thi hành Nghị định số 1/2020/NĐ-CP.", "refers"),
    ("Sở Tư pháp rà soát, báo cáo cấp có thẩm quyền bãi bỏ Quyết định số 1/QĐ-UBND.", "refers"),
    ("Giấy phép cấp trước ngày Nghị định số 1/2020/NĐ-CP có hiệu lực.", "refers"),
    ("Đính chính Quyết định số 1/QĐ-UBND.", "corrects"),
    ("Ban Chấp hành Đảng bộ huyện nêu tên Nghị quyết số 1-NQ/HU.", "refers"),
    ("Tiếp theo Công điện số 1/CĐ-TTg, Thủ tướng yêu cầu.", "refers"),
    ("Các quy định đã bị thay thế bởi Quyết định số 1/QĐ-UBND.", "refers"),
    ("Thay thế Phụ lục II kèm theo Thông tư số 1/2020/TT-BTC.", "amends"),
    ("Quyết định số 1/QĐ-UBND.", "refers"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_the_verb_says_the_relation(found, text, relation):
    citation = next(c for c in found(text, own="Hướng dẫn" if text.startswith("Hướng") else "Thông tư") if c.number)
    assert citation.relation == relation
    assert citation.sentence == text


def test_a_list_carries_its_verb(found):
    text = (
        "Quán triệt Chỉ thị số 4-CT/TW ngày 2/3/2015 về công tác dân tộc; Nghị quyết số 5-NQ/TW về thực hiện dân chủ; "
        "Kết luận số 6-KL/TW."
    )
    assert [c.relation for c in found(text)] == ["implements"] * 3


def test_a_list_of_paragraphs_carries_its_verb(found):
    citations = found(
        "Căn cứ Nghị định số 1/2020/NĐ-CP về kiểm soát thủ tục;", "Nghị định số 2/2020/NĐ-CP sửa đổi một số điều;"
    )
    assert [c.relation for c in citations] == ["basis", "basis"]


def test_a_heading_that_ends_documents_leads_its_list():
    clauses = [
        Clause("dieu-1", None, "dieu", "1", "", "Bãi bỏ toàn bộ các văn bản quy phạm pháp luật"),
        Clause("dieu-1_khoan-1", "dieu-1", "khoan", "1", "", "Thông tư số 1/2010/TT-BCT về hội chợ."),
    ]
    (citation,) = find(clauses, Metadata(type="Thông tư"))
    assert citation.relation == "repeals"
    assert citation.sentence == f"{clauses[0].text} {clauses[1].text}"


def test_children_take_the_verb_of_the_clause_above():
    clauses = [
        Clause("khoan-1", None, "khoan", "1", "", "Bãi bỏ các văn bản sau:"),
        Clause("khoan-1_diem-a", "khoan-1", "diem", "a", "", "Quyết định số 1/QĐ-UBND;"),
        Clause("khoan-1_diem-b", "khoan-1", "diem", "b", "", "Quyết định số 2/QĐ-UBND."),
    ]
    assert [c.relation for c in find(clauses, Metadata(type="Quyết định"))] == ["repeals", "repeals"]


def test_a_footnote_takes_the_verb_at_its_mark_and_stands_there():
    text = "Quán triệt chủ trương của Đảng theo Chỉ thị số 1-CT/TW, đạt kết quả tốt theo Chỉ thị số 3-CT/TW."
    clauses = [
        Clause("doan-1", None, "doan", None, "", text, refs=(NoteRef(text.index(", đạt"), "1"),)),
        Clause("chu-thich-1", None, "chu-thich", "1", "", "Trọng tâm là: Chỉ thị số 2-CT/TW."),
    ]
    citations = find(clauses, Metadata(type="Nghị quyết"))
    assert [(c.number, c.relation) for c in citations] == [(f"{n}-CT/TW", "implements") for n in (1, 2, 3)]


SMALL_WORDS = [
    ("Người khai phải khai bổ sung theo quy định tại Điều 20 Thông tư số 1/2015/TT-BTC.", "implements"),
    ("Các dự án có tình huống tương tự như trong Kết luận số 1-KL/TW.", "refers"),
    ("Chi bộ vi phạm khoản 2 Điều 4 Quy định số 1-QĐ/TW.", "refers"),
    ("Sửa đổi, bổ sung, thay thế một số điều của Nghị định số 1/2020/NĐ-CP", "amends"),
]


@pytest.mark.parametrize(("text", "relation"), SMALL_WORDS)
def test_words_that_look_like_another_verb(found, text, relation):
    (citation,) = found(text)
    assert citation.relation == relation


PROPOSED = [
    ("Đề nghị bãi bỏ Quyết định số 1/QĐ-UBND và thay thế Quyết định số 2/QĐ-UBND.", ["refers", "refers"]),
    ("Sở Tư pháp kiến nghị sửa đổi Quyết định số 1/QĐ-UBND; bãi bỏ Quyết định số 2/QĐ-UBND.", ["refers", "refers"]),
    ("Dự thảo Nghị quyết thay thế Nghị quyết số 1/NQ-HĐND.", ["refers"]),
    ("Theo đề nghị của Giám đốc Sở Tư pháp, bãi bỏ Quyết định số 1/QĐ-UBND.", ["repeals"]),
    ("Bãi bỏ mẫu đơn đề nghị cấp phép tại Thông tư số 1/2019/TT-BTC.", ["repeals"]),
    ("Đề nghị các đơn vị lưu ý, Công văn này thay thế Công văn số 1/BTC-CST.", ["refers", "replaces"]),
]


@pytest.mark.parametrize(("text", "relations"), PROPOSED)
def test_what_is_only_proposed_changes_nothing(found, text, relations):
    assert [c.relation for c in found(text, own="Công văn")] == relations


def test_what_is_quoted_has_its_own_verb(found):
    quoting, quoted = found(
        "Sửa đổi Điều 2 Quyết định số 1/QĐ-UBND như sau:", "“Điều 2. Mức thu nêu tại Nghị định số 2/2020/NĐ-CP.”"
    )
    assert (quoting.relation, quoted.relation) == ("amends", "refers")


INSIDE = [
    ("Kế hoạch số 1-KH/TU, ngày 9/9/2019 thực hiện Kết luận số 2-KL/TW về tiếp tục thực hiện Nghị quyết số 3-NQ/TW",
     [None, "1-KH/TU", "2-KL/TW"]),
    ("Luật Giá số 1/2012/QH13 được sửa đổi, bổ sung bởi Luật số 2/2020/QH14 và Luật số 3/2023/QH15;",
     [None, "1/2012/QH13", "1/2012/QH13"]),
    ("Nghị định số 1/2020/NĐ-CP quy định chi tiết Luật Giá được sửa đổi, bổ sung bởi Nghị định số 2/2021/NĐ-CP;",
     [None, "1/2020/NĐ-CP", "1/2020/NĐ-CP"]),
    ("Quyết định số 1/QĐ-TTg về kiểm soát giá và Quyết định số 2/QĐ-TTg về kiểm tra giá", [None, None]),
    ("Quyết định số 1/QĐ-TTg về kiểm soát giá; Quyết định số 2/QĐ-TTg", [None, None]),
    ("Nghị định số 1/2020/NĐ-CP (sửa đổi Điều 4 Nghị định số 2/2018/NĐ-CP) và Thông tư số 3/2021/TT-BTC",
     [None, "1/2020/NĐ-CP", None]),
    ("Luật số 1/2024/QH15 sửa đổi Luật Giá, Luật Kế toán và Luật Chứng khoán", [None, *["1/2024/QH15"] * 3]),
    ("Nghị định số 3/2025/NĐ-CP sửa đổi Nghị định số 1/2025/NĐ-CP quy định chi tiết Luật Giá và "
     "Nghị định số 2/2025/NĐ-CP",
     [None, "3/2025/NĐ-CP", "1/2025/NĐ-CP", "3/2025/NĐ-CP"]),
    ("Nghị định số 1/2020/NĐ-CP quy định chi tiết Luật Giá và Thông tư số 2/2021/TT-BTC",
     [None, "1/2020/NĐ-CP", None]),
    ("Thông tư số 2/2021/TT-BTC hướng dẫn Luật Giá và Nghị định số 1/2020/NĐ-CP",
     [None, "2/2021/TT-BTC", "2/2021/TT-BTC"]),
    ("Quyết định số 1/QĐ-TTg về giá, theo Nghị quyết số 2/NQ-CP", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holders"), INSIDE)
def test_what_stands_in_another_ones_description(found, text, holders):
    assert [c.inside for c in found(f"Thực hiện {text}")] == holders


def test_every_row_of_a_table_speaks_for_itself(found):
    citations = found("1 Xã A theo Nghị quyết số 1/NQ-X về sắp xếp\n2 Xã B theo Nghị quyết số 1/NQ-X về sắp xếp")
    assert [(c.relation, c.inside) for c in citations] == [("implements", None)] * 2


def test_a_law_by_name_holds_by_its_printed_words(found):
    law, amending = found("Căn cứ Luật Giá ngày 19 tháng 6 năm 2023 được sửa đổi, bổ sung bởi Luật số 5/2024/QH15;")
    assert amending.inside == law.text == "Luật Giá ngày 19 tháng 6 năm 2023"
