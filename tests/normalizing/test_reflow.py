"""Lines become paragraphs as a person reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.model import Line, NoteRef, Span
from vankien.normalizing.reflow import reflow, reflow_printed
from vankien.normalizing.wrapping import Wrapping, measure

WRAPPED = Wrapping(wrapped=True, width=60)
CRAWLED = Wrapping(wrapped=True, width=70, ragged=True, first=30)
WHOLE = Wrapping()


def paragraphs(text: str, wrapping: Wrapping) -> list[str]:
    return [p.text for p in reflow([Line(t) for t in text.split("\n")], wrapping)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các cấp ủy đảng, chính quyền, Mặt trận Tổ quốc phối hợp với các\nđịa phương rà soát.", 1),
        ("Các huyện ủy triển khai thực hiện đến chi bộ.\n2. Ban Dân vận theo dõi, đôn đốc.", 2),
        ("1. Văn phòng tham mưu giúp Thường trực;\na) Chủ trì theo dõi;\nb) Báo cáo định kỳ.", 3),
        ("Thực hiện theo quy định tại điểm b khoản 2 và quy định tại khoản\n1. Điều này không áp dụng cho năm đầu.", 1),
        ("Phát triển kinh tế của địa phương gắn với các nhiệm vụ chính trị\n- xã hội trên địa bàn.", 1),
        ("Giai đoạn thực hiện chương trình của tỉnh được tính từ năm 2021\n- 2025 theo kế hoạch.", 1),
        ("Chương trình được phê duyệt ngày 31/12/\n2024 của Ủy ban nhân dân tỉnh.", 1),
        ("Chương II\nTỔ CHỨC THỰC HIỆN", 2),
        ("Chương\nII", 1),
        ("Điều\n5. Phạm vi điều chỉnh", 1),
        ("Điều 5.\nPhạm vi điều chỉnh", 1),
        ("QUY ĐỊNH VỀ QUẢN LÝ, SỬ DỤNG VÀ KHAI THÁC HỆ THỐNG THÔNG TIN\nCỦA TỈNH", 1),
        ("thực hiện các nhiệm vụ được giao./.\nPhụ lục", 2),
        ("d)\nThực hiện chế độ báo cáo định kỳ.", 1),
        ("nêu tại khoản 3 và theo quy định tại\nĐiều 16 Nghị định số 62/2025/NĐ-CP.", 1),
        ("Bãi bỏ cụm từ “cấp huyện” tại khoản 2 Điều 21 và điểm b khoản 1 và 2\nĐiều 29.\n8. Thay thế", 2),
        ("Điều 6. Bổ sung điểm l vào sau điểm k khoản 4 Điều 26\n“l) Chủ dự án thực hiện tham vấn.”", 2),
        ("1. Nguyên tắc bảo quản và sử dụng tài liệu lưu trữ số\na) Nguyên tắc chung: an toàn.", 2),
        ("4. Công an xã chỉ đạo các tổ chức, cơ quan, đơn vị trực thuộc\na) Kiểm tra hằng tháng;", 2),
        ("có bằng cử nhân đối với các ngành đào tạo gồm: Kinh tế, Tài chính\n- Ngân hàng - Bảo hiểm.", 1),
        ("- Các cơ quan, đơn vị của Trung ương đóng trên địa bàn tỉnh Lâm Đồng\n- Lưu Văn phòng.", 2),
        ("các đơn vị liên quan có trách nhiệm phối hợp thực hiện nhiệm vụ này\nĐIỀU 2. Hiệu lực thi hành.", 2),
        ("các đơn vị liên quan có trách nhiệm phối hợp thực hiện nhiệm vụ này\nDiều 2. Hiệu lực thi hành.", 2),
        ("2. Sở Tài chính bảo đảm kinh phí thực hiện các nhiệm vụ.\nTrên đây là báo cáo của Sở.", 2),
        ("Căn cứ Luật Đất đai;\nCăn cứ Luật Nhà ở;\nTheo đề nghị của Giám đốc Sở.", 3),
        ("I- Đánh giá kết quả\nQua 05 năm thực hiện, phong trào đạt nhiều kết quả tích cực.", 2),
    ],
)
def test_wrapped_lines(text: str, expected: int) -> None:
    assert len(paragraphs(text, WRAPPED)) == expected, paragraphs(text, WRAPPED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "*Ngày 01\nTheo đề nghị của Giám đốc\nSở Công Thương tại tờ trình.",
            ["*Ngày 01", "Theo đề nghị của Giám đốc Sở Công Thương tại tờ trình."],
        ),
        ("a) Tổ chức triển khai thực hiện\nThông tư này.", ["a) Tổ chức triển khai thực hiện Thông tư này."]),
        ("2. Mục tiêu cụ thể\nĐến năm 2030, tỷ lệ hộ dân sử dụng nước sạch đạt 95 % ở khu vực nông thôn.", None),
    ],
)
def test_a_web_page_wrapped_with_its_markup(text: str, expected: list[str] | None) -> None:
    found = paragraphs(text, CRAWLED)
    assert found == (expected or text.split("\n"))


def test_whole_paragraphs_stay_as_they_are() -> None:
    text = "Điều 1. Phạm vi\nThông tư này quy định về thuế\na) Có mặt tại Việt Nam\nnội dung khác"
    assert paragraphs(text, WHOLE) == text.split("\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa", "XI) về công tác dân vận."),
        ("hướng dẫn, đôn đốc việc thực hiện phong trào thi đua của các địa", "phương, đơn vị."),
    ],
)
def test_a_page_break_in_mid_sentence(before: str, after: str) -> None:
    assert paragraphs(f"{before}\n\n{after}", WHOLE) == [f"{before} {after}"]


def test_a_blank_line_ends_a_paragraph_unless_every_line_has_one() -> None:
    text = "Các cấp ủy quan tâm lãnh đạo công tác dân vận của địa phương.\n\nMặt trận phối hợp thực hiện."
    assert len(paragraphs(text, WHOLE)) == 2
    double = "\n\n".join(
        [
            "việc triển khai thực hiện phong trào thi đua ở các cơ quan, đơn",
            "vị trên địa bàn tỉnh còn hạn chế, chưa đồng đều giữa các ngành,",
            "các địa phương trong tỉnh.",
        ]
    )
    lines = [Line(t) for t in double.split("\n")]
    assert measure(lines).double_spaced
    assert len(reflow(lines, measure(lines))) == 1


def test_a_format_that_ends_paragraphs_is_believed() -> None:
    lines = [
        Line("Phạm vi điều chỉnh của quy định này trong thời gian tới", ends=True, page=1),
        Line("áp dụng cho mọi cơ quan.", ends=True, page=1),
    ]
    assert len(reflow(lines, WRAPPED)) == 2
    broken = [lines[0], Line(lines[1].text, ends=True, page=2)]
    assert len(reflow(broken, WRAPPED)) == 1


def test_bold_heading_and_plain_text_are_two_paragraphs() -> None:
    heading = "2. Nhiệm vụ chủ yếu"
    lines = [Line(heading, spans=(Span(0, len(heading), "strong"),)), Line("Các sở, ngành thực hiện.")]
    assert len(reflow(lines, CRAWLED)) == 2


def test_spans_and_notes_follow_their_words() -> None:
    lines = [
        Line(
            "chủ trương của  Đảng về công tác dân vận, nhằm tạo sự",
            spans=(Span(16, 20, "em"),),
            refs=(NoteRef(40, "1"),),
        ),
        Line("chuyển biến mạnh mẽ", spans=(Span(0, 11, "em"),)),
    ]
    (paragraph,) = reflow(lines, WRAPPED)
    assert [paragraph.text[s.start : s.end] for s in paragraph.spans] == ["Đảng", "chuyển biến"]
    assert paragraph.text[: paragraph.refs[0].at].endswith("công tác dân vận")


def test_generated_numbers_are_printed() -> None:
    (paragraph,) = reflow([Line("Sở Nội vụ", ends=True, number="1.", spans=(Span(0, 2, "strong"),))], WHOLE)
    assert paragraph.text == "1. Sở Nội vụ"
    assert paragraph.spans == (Span(3, 5, "strong"),)


def test_cells_are_never_joined_with_each_other() -> None:
    lines = [Line("Tên thủ tục hành", cell=(0, 0, 0)), Line("chính", cell=(0, 0, 0)), Line("lệ phí", cell=(0, 0, 1))]
    assert [p.text for p in reflow(lines, CRAWLED)] == ["Tên thủ tục hành chính", "lệ phí"]


def test_a_header_stays_as_printed() -> None:
    lines = [
        Line(t)
        for t in ["ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH", "Số:", "471/QĐ-UBND", "Bắc Ninh, ngày 28", "tháng 11 năm 2025"]
    ]
    assert [p.text for p in reflow_printed(lines)] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC NINH",
        "Số: 471/QĐ-UBND",
        "Bắc Ninh, ngày 28 tháng 11 năm 2025",
    ]


def test_indented_first_lines() -> None:
    text = """\
      Các tổ chức, cá nhân được cấp phép có trách nhiệm thống kê hằng năm
theo quy định của Bộ trưởng. Kỳ thống kê tính từ ngày 01 tháng 01.
Số liệu được gửi về Sở trước ngày 15 tháng 01 của năm sau để tổng hợp.
      Về hồ sơ
      Sổ sách, chứng từ được lưu giữ tại nơi thực hiện dự án và tại trụ sở
chính của tổ chức, cá nhân trong thời hạn theo quy định."""
    lines = [Line(t) for t in text.split("\n")]
    assert measure(lines).indents
    assert [p.text[:12] for p in reflow(lines, measure(lines))] == ["Các tổ chức,", "Về hồ sơ", "Sổ sách, chứ"]


TEXTS = st.lists(st.text(st.sampled_from("aăĐ1. -)(;:“”\u00a0\u200b\tIVX"), max_size=30), max_size=12)


@given(TEXTS, st.booleans(), st.booleans())
def test_no_character_is_lost_or_made(texts: list[str], wrapped: bool, ragged: bool) -> None:
    lines = [Line(t, spans=(Span(0, len(t), "strong"),) if len(t) % 2 else ()) for t in texts]
    for found in (reflow(lines, Wrapping(wrapped, 20, ragged, first=10, indents=ragged)), reflow_printed(lines)):
        assert bare("".join(p.text for p in found)) == bare("".join(texts))
        for p in found:
            assert p.text == " ".join(p.text.split())
            assert all(0 <= s.start < s.end <= len(p.text) for s in p.spans)


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def test_hostile_lines_take_linear_time() -> None:
    lines = [Line("(" * 20_000), Line("1." * 20_000), Line("- " * 20_000), Line("I." * 20_000)] * 5
    assert reflow(lines, measure(lines))
