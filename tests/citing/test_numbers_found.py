"""Numbers in every printed form, and what only looks like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.citing import find
from vankien.model import Clause, Metadata
from vankien.writing.numbers import number_key

NUMBERS = [
    ("Thực hiện Nghị quyết số 12-NQ/TW, ngày 5/6/2017 của Trung ương.", "Nghị quyết", "12-NQ/TW", "2017-06-05"),
    ("theo Kết luận số 61 -KL/TW ngày 08 tháng 3 năm 2022", "Kết luận", "61-KL/TW", "2022-03-08"),
    ("theo Chỉ thị số 07 - CT/TW", "Chỉ thị", "07-CT/TW", None),
    ("theo Quy định số 96- QĐ/TW ngày 02-02-2023", "Quy định", "96-QĐ/TW", "2023-02-02"),
    ("theo Nghị quyết số 27/NQ- TW", "Nghị quyết", "27/NQ-TW", None),
    ("theo Chỉ thị 33/CT/TW ngày 1.8.2019", "Chỉ thị", "33/CT/TW", "2019-08-01"),
    ("theo Chỉ thị số 03-CT/TƯ", "Chỉ thị", "03-CT/TƯ", None),
    ("theo Chỉ thị số 05 CT/TW", "Chỉ thị", "05CT/TW", None),
    ("Quyết định số 99 -QĐ/T ngày 4/10/2013", "Quyết định", "99-QĐ/T", "2013-10-04"),
    ("Nghị định số 61/2018/NÐ-CP", "Nghị định", "61/2018/NĐ-CP", None),
    ("Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025", "Nghị quyết", "66.7/2025/NQ-CP", "2025-11-15"),
    ("Nghị quyết 35/NQ-CP", "Nghị quyết", "35/NQ-CP", None),
    ("Luật số 64/2020/QH14", "Luật", "64/2020/QH14", None),
    ("Nghị quyết số 1211/2016/UBTVQH13", "Nghị quyết", "1211/2016/UBTVQH13", None),
    ("công văn số 5485/CT-CS ngày 26/11/2025 của Cục Thuế", "Công văn", "5485/CT-CS", "2025-11-26"),
    ("văn bản số 213/SNN&MT-QLĐĐ", "Văn bản", "213/SNN&MT-QLĐĐ", None),
    ("Tờ trình số 87/TTr-SGDĐT- VP", "Tờ trình", "87/TTr-SGDĐT-VP", None),
    ("Báo cáo thẩm định số 45/BC-STP ngày 2/7/2024", "Báo cáo", "45/BC-STP", "2024-07-02"),
    ("Báo cáo tiếp thu, giải trình số 45/BC-UBND", "Báo cáo", "45/BC-UBND", None),
    ("công văn của Bộ Tài chính số 77/BTC-CST", "Công văn", "77/BTC-CST", None),
    ("Quyết định số 01814/QĐ-UBND", "Quyết định", "01814/QĐ-UBND", None),
    ("Hướng dẫn sổ 06-HD/BTCTW", "Hướng dẫn", "06-HD/BTCTW", None),
    ("Thông tư số: 03/2021/TT-BNV", "Thông tư", "03/2021/TT-BNV", None),
    ("Công văn số 123 ngày 12/3/2020 của Sở Y tế", "Công văn", "123", "2020-03-12"),
    ("theo NĐ 30/2020/NĐ-CP ngày 5/3/2020", "Nghị định", "30/2020/NĐ-CP", "2020-03-05"),
    ("theo TT số 22/2021/TT-BTC", "Thông tư", "22/2021/TT-BTC", None),
    ("theo 22/2021/TT-BTC", "Thông tư", "22/2021/TT-BTC", None),
    ("CV số 112/UBND-NC", "Công văn", "112/UBND-NC", None),
    ("theo Quy dịnh số 12-QĐ/TW", "Quy định", "12-QĐ/TW", None),
    ("Sắc lệnh số 15 ngày 7 tháng 9 năm 1945", "Sắc lệnh", "15", "1945-09-07"),
    ("Thông tư liên bộ số 08-TT/LB ngày 1-3-1975", "Thông tư liên tịch", "08-TT/LB", "1975-03-01"),
    ("được phân công theo 16/CT-TTg", "Chỉ thị", "16/CT-TTg", None),
]


@pytest.mark.parametrize(("text", "kind", "number", "date"), NUMBERS)
def test_a_number_as_printed(found, text, kind, number, date):
    (citation,) = found(text)
    assert (citation.kind, citation.type, citation.number, citation.date) == ("numbered", kind, number, date)
    assert citation.text == text[citation.start : citation.end]


LISTS = [
    ("các Kết luận số 187, 188-KL/TW ngày 29/8/2025", ["187-KL/TW", "188-KL/TW"]),
    ("Kết luận 187, 188-KL/TW", ["187-KL/TW", "188-KL/TW"]),
    ("các Nghị quyết số 18 và 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
    ("các Công điện số 21/CĐ-TTg, 22/CĐ-TTg và 23/CĐ-TTg", ["21/CĐ-TTg", "22/CĐ-TTg", "23/CĐ-TTg"]),
    ("các Quyết định: số 17/QĐ-TTg, số 92/QĐ-TTg; số 90/QĐ-TTg", ["17/QĐ-TTg", "92/QĐ-TTg", "90/QĐ-TTg"]),
    ("tại Văn bản số 67/VPCP-V.I ngày 19/7/2025 và số 75/VPCP-V.I ngày 1/8/2025", ["67/VPCP-V.I", "75/VPCP-V.I"]),
    ("các Nghị định số 5, 7 và 9/2020/NĐ-CP", ["5/2020/NĐ-CP", "7/2020/NĐ-CP", "9/2020/NĐ-CP"]),
    ("Quyết định số 61/QĐ-UBND (cũ); số 81/QĐ-UBND ngày 6/6/2025", ["61/QĐ-UBND", "81/QĐ-UBND"]),
]


SHORT_LISTS = [
    ("Quán triệt Nghị quyết 21, 22 và 35 của Trung ương.", ["Nghị quyết 21", "22", "35 của Trung ương"]),
    ("Thực hiện các Nghị quyết 21, 22 khóa XII.", ["Nghị quyết 21", "22 khóa XII"]),
    ("Theo Nghị quyết 21, 12 đơn vị đã sắp xếp.", ["Nghị quyết 21"]),
    ("Thực hiện Chỉ thị 13 và 5 người bị xử lý.", ["Chỉ thị 13"]),
    ("Nghị quyết Trung ương 4 khóa XI, XII và khóa XIII", ["Nghị quyết Trung ương 4 khóa XI", "XII", "khóa XIII"]),
    ("đồng chí A đã vi phạm Quy định 37, bị kỷ luật.", ["Quy định 37"]),
    ("Quy định 02 hình thức khen thưởng, Kế hoạch 2025.", []),
    ("Nghị quyết Trung ương 4 khóa XI, I. Mục tiêu", ["Nghị quyết Trung ương 4 khóa XI"]),
]


@pytest.mark.parametrize(("text", "words"), SHORT_LISTS)
def test_a_list_of_short_names_goes_on_where_nothing_is_counted(found, text, words):
    assert [c.text for c in found(text)] == words


WHOLE_BODIES = [
    ("Kết luận số 8-KL/TU của Ban Thường vụ Tỉnh ủy đạt kết quả tốt", "Ban Thường vụ Tỉnh ủy"),
    ("Chỉ thị số 9-CT/TU của Ban Thường vụ Tỉnh ủy Bắc Kạn mở ra", "Ban Thường vụ Tỉnh ủy Bắc Kạn"),
    ("Kế hoạch số 4/KH-UBND của UBND thành phố Huế nâng mức hỗ trợ", "UBND thành phố Huế"),
    ("Nghị quyết số 7/NQ-CP của Chính phủ tạm ngưng hiệu lực", "Chính phủ"),
    ("Chỉ thị số 2-CT/TW của Ban Bí thư Trung ương Đảng (khóa XII) về", "Ban Bí thư Trung ương Đảng (khóa XII)"),
    ("Nghị quyết số 3-NQ/TU của Ban Chấp hành Đảng bộ tỉnh khóa XVII", "Ban Chấp hành Đảng bộ tỉnh khóa XVII"),
]


@pytest.mark.parametrize(("text", "issuer"), WHOLE_BODIES)
def test_the_name_of_a_body_takes_no_verb(found, text, issuer):
    assert [c.issuer for c in found(text)] == [issuer]


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_a_list_shares_type_and_sign(found, text, numbers):
    citations = found(text)
    assert [c.number for c in citations] == numbers
    assert len({c.type for c in citations}) == 1


NOTHING = [
    "Kế hoạch 5 năm 2021-2025 và Chương trình 02 nội dung",
    "Quy định 02 hình thức khen thưởng; Báo cáo 03 nhóm vấn đề",
    "Mẫu số 01/TK-SDĐ và biểu số 08/TCĐT",
    "số lượng 12/20 đơn vị, tăng 3-5% so với năm 2019",
    "phong trào thi đua giai đoạn 2016 - 2020; 01/7/2025",
    "thực hiện theo kế hoạch, chương trình, quy định của Đảng",
    "ban hành các Luật, Nghị quyết của Quốc hội",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_number(found, text):
    assert found(text) == []


def test_a_citation_never_crosses_the_end_of_a_sentence(found):
    (citation,) = found("Quán triệt Nghị quyết số 12-NQ/TW. Ngày 5/6/2017 của năm đó là ngày ban hành.")
    assert (citation.text, citation.date) == ("Nghị quyết số 12-NQ/TW", None)


BODIES = [
    ("của Bộ Nông nghiệp và Môi trường quy định chi tiết", "Bộ Nông nghiệp và Môi trường"),
    ("của Ban Chấp hành Trung ương Đảng (khóa XI) về công tác dân vận", "Ban Chấp hành Trung ương Đảng (khóa XI)"),
    ("của Bộ Văn hóa, Thể thao và Du lịch, Công văn", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("của Bộ Chính trị, Ban Bí thư và các quy định", "Bộ Chính trị, Ban Bí thư"),
    ("của Ủy ban nhân dân tỉnh ban hành Quy chế", "Ủy ban nhân dân tỉnh"),
    ("của Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ"),
    ("của Bộ Công an và Bộ Quốc phòng hướng dẫn", "Bộ Công an và Bộ Quốc phòng"),
]


@pytest.mark.parametrize(("tail", "issuer"), BODIES)
def test_the_body_ends_where_the_title_begins(found, tail, issuer):
    assert found(f"Thực hiện Quyết định số 3/QĐ-X ngày 4/5/2020 {tail}")[0].issuer == issuer


SIGNS = st.sampled_from(["NQ/TW", "CT/TU", "KL/TW", "CTr/HU", "NĐ-CP", "QĐ-UBND", "TTr-SNV", "QH15"])
BLANK = st.sampled_from(["", " "])


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 99999), st.one_of(st.none(), st.integers(1990, 2030)), SIGNS, BLANK, BLANK, st.booleans())
def test_stray_blanks_do_not_change_a_number(figure, year, sign, before, after, zero):
    joint = "/" if year or "/" not in sign else "-"
    middle = f"/{year}/" if year else f"{before}{joint}{after}"
    printed = f"{'0' if zero else ''}{figure}{middle}{sign}"
    text = f"Thực hiện Nghị quyết số {printed} của Trung ương"
    (citation,) = find([Clause("doan-1", None, "doan", None, "", text)], Metadata())
    assert number_key(citation.number or "") == number_key(printed)
