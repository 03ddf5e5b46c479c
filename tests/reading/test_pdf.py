"""PDF files: columns, tables, running heads, footnotes, paragraphs."""

from making import pdf

HEAD = [
    (70, 780, 13, "!HUYỆN ỦY A LƯỚI"),
    (330, 780, 13, "!ĐẢNG CỘNG SẢN VIỆT NAM"),
    (110, 764, 13, "*"),
    (80, 748, 13, "Số 01-CT/HU"),
    (330, 748, 13, "A Lưới, ngày 02/3/2019"),
    (270, 715, 14, "!CHỈ THỊ"),
    (190, 698, 14, "!về việc trồng cây gây rừng"),
]


def lines(start: float, *texts: str, x: float = 60, size: float = 13) -> list:
    return [(x, start - 18 * at, size, text) for at, text in enumerate(texts)]


LONG = "Trong những năm qua việc trồng cây gây rừng đã có nhiều kết quả đáng mừng,"
BODY = [
    *lines(660, LONG, x=90),
    *lines(642, "được nhân dân các xã, thị trấn, các cơ quan, đơn vị đóng trên địa bàn huyện ta", "hưởng ứng."),
    *lines(606, "1. Mỗi hộ gia đình trồng ít nhất mười cây bản địa trong một năm và chăm sóc", x=90),
    *lines(588, "cho đến khi cây lớn, không để trâu bò phá hoại, không chặt phá cây còn non, cây", "đang lớn."),
    *lines(552, "2. Các xã báo cáo kết quả trước ngày 31 tháng 12 hằng năm để huyện tổng hợp,", x=90),
    *lines(534, "đánh giá, khen thưởng những nơi làm tốt và nhắc nhở những nơi làm chưa tốt việc", "này./."),
]


def test_the_head_in_two_columns_then_the_text(reading) -> None:
    source = reading("a.pdf", pdf([*HEAD, *BODY]))
    assert [(line.text, line.cell) for line in source.lines if line.text][:8] == [
        ("HUYỆN ỦY A LƯỚI", (0, 0, 0)),
        ("*", (0, 0, 0)),
        ("Số 01-CT/HU", (0, 0, 0)),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", (0, 0, 1)),
        ("A Lưới, ngày 02/3/2019", (0, 0, 1)),
        ("CHỈ THỊ", None),
        ("về việc trồng cây gây rừng", None),
        (LONG, None),
    ]
    assert source.lines[0].spans[0].style == "strong"
    assert source.lines[0].place == "trang 1, bảng 1, hàng 1, cột 1"


def test_where_paragraphs_end(reading) -> None:
    source = reading("a.pdf", pdf([*HEAD, *BODY]))
    assert [line.text for line in source.lines if line.ends] == ["hưởng ứng.", "đang lớn."]


def test_signatures_beside_the_list_of_recipients(reading) -> None:
    foot = [
        (60, 400, 12, "!Nơi nhận:"),
        (360, 400, 13, "!T/M BAN THƯỜNG VỤ"),
        (60, 386, 11, "- Thường trực Tỉnh ủy,"),
        (388, 384, 13, "!BÍ THƯ"),
        (60, 372, 11, "- Các chi bộ,"),
        (60, 358, 11, "- Lưu Văn phòng."),
        (372, 320, 13, "!Hồ Văn Nhâm"),
    ]
    source = reading("a.pdf", pdf([*BODY, *foot]))
    cells = [(line.text, line.cell) for line in source.lines if line.cell]
    assert cells == [
        ("Nơi nhận:", (0, 0, 0)),
        ("- Thường trực Tỉnh ủy,", (0, 0, 0)),
        ("- Các chi bộ,", (0, 0, 0)),
        ("- Lưu Văn phòng.", (0, 0, 0)),
        ("T/M BAN THƯỜNG VỤ", (0, 0, 1)),
        ("BÍ THƯ", (0, 0, 1)),
        ("Hồ Văn Nhâm", (0, 0, 1)),
    ]


def test_columns_that_nearly_touch(reading) -> None:
    head = [(60, 780, 13, "!BỘ LAO ĐỘNG - THƯƠNG BINH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    head += [
        (280, 764, 13, "Độc lập - Tự do - Hạnh phúc"),
        (80, 748, 13, "Số: 01/TT"),
        (290, 748, 13, "Hà Nội, ngày 2/3/2019"),
    ]
    found = [line.text for line in reading("a.pdf", pdf([*head, *BODY])).lines if line.cell]
    assert found[:3] == ["BỘ LAO ĐỘNG - THƯƠNG BINH", "Số: 01/TT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_running_heads_and_page_numbers(reading) -> None:
    gazette = "CÔNG BÁO/Số 11 + 12/Ngày 23-12-2021"
    pages = []
    for number in range(1, 4):
        head = f"{number} {gazette}" if number % 2 else f"{gazette} {number}"
        pages.append([(60, 800, 12, head), *BODY, (290, 40, 12, f"- {number} -")])
    source = reading("a.pdf", pdf(*pages))
    assert not any("CÔNG BÁO" in line.text or line.text.startswith("- ") for line in source.lines)
    assert sorted({drop.reason for drop in source.dropped}) == ["số trang", "đầu trang, chân trang"]
    assert [line.page for line in source.lines if line.text == LONG] == [1, 2, 3]


def test_the_stamp_of_a_digital_signature(reading) -> None:
    stamp = [
        (60, 820, 8, "Người ký: Cổng Thông tin"),
        (60, 811, 8, "Email: a@b.vn"),
        (60, 802, 8, "Thời gian ký: 22.12.2021 15:16"),
    ]
    source = reading("a.pdf", pdf([*stamp, *HEAD, *BODY]))
    assert [line.text for line in source.lines if line.box == "stamp"] == [text for *_, text in stamp]
    assert source.lines[3].text == "HUYỆN ỦY A LƯỚI"


def test_footnotes_by_their_size(reading) -> None:
    note = [(60, 122, 6, "1"), (64, 118, 10, "Cây bản địa là cây mọc tự nhiên"), (60, 104, 10, "trên địa bàn huyện.")]
    note += [(84, 90, 10, "Cây khác do xã chọn.")]
    mark = [(60, 480, 13, "3. Trồng cây bản địa"), (192, 486, 7, "1"), (200, 480, 13, "trên đất trống.")]
    source = reading("a.pdf", pdf([*BODY, *mark, *note], BODY))
    line = next(line for line in source.lines if line.text.startswith("3."))
    assert line.text == "3. Trồng cây bản địa trên đất trống."
    assert [(ref.mark, line.text[: ref.at].rstrip()) for ref in line.refs] == [("1", "3. Trồng cây bản địa")]
    assert [line.text for line in source.lines if line.note == "1"] == [
        "Cây bản địa là cây mọc tự nhiên",
        "trên địa bàn huyện.",
        "Cây khác do xã chọn.",
    ]


def test_footnotes_whose_count_begins_again_on_each_page(reading) -> None:
    pages = []
    for name in ("một", "hai"):
        note = [(60, 122, 6, "1"), (64, 118, 10, f"Chú thích {name}.")]
        pages.append([*BODY, (60, 480, 13, f"Câu {name}"), (102, 486, 7, "1"), *note])
    source = reading("a.pdf", pdf(*pages))
    assert [(line.text, line.note) for line in source.lines if line.note] == [
        ("Chú thích một.", "1"),
        ("Chú thích hai.", "1-2"),
    ]
    assert [(line.text, [ref.mark for ref in line.refs]) for line in source.lines if line.refs] == [
        ("Câu một", ["1"]),
        ("Câu hai", ["1-2"]),
    ]


RULES = " ".join(
    ["0.5 w"]
    + [f"60 {y} m 360 {y} l S" for y in (500, 470, 410)]
    + ["60 440 m 160 440 l S"]
    + [f"{x} 410 m {x} 500 l S" for x in (60, 160, 360)]
)


def test_a_ruled_table_with_a_merged_cell(reading) -> None:
    words = [(65, 480, 12, "STT"), (165, 480, 12, "Tên xã"), (65, 450, 12, "1"), (65, 420, 12, "2")]
    words += [(165, 450, 12, "Hồng Thái"), (165, 430, 12, "và Nhâm")]
    source = reading("a.pdf", pdf([(60, 540, 12, "Bảng 1"), *words, (60, 380, 12, "Hết.")], drawing=RULES))
    assert [(line.text, line.cell) for line in source.lines if line.text] == [
        ("Bảng 1", None),
        ("STT", (0, 0, 0)),
        ("Tên xã", (0, 0, 1)),
        ("1", (0, 1, 0)),
        ("Hồng Thái", (0, 1, 1)),
        ("và Nhâm", (0, 1, 1)),
        ("2", (0, 2, 0)),
        ("Hết.", None),
    ]


def test_text_that_runs_up_the_page(reading) -> None:
    words = [(100, 60, 12, "Dòng thứ nhất của phụ lục"), (120, 60, 12, "Dòng thứ hai của phụ lục")]
    assert [line.text for line in reading("a.pdf", pdf(words, turned=True)).lines] == [
        "Dòng thứ nhất của phụ lục",
        "Dòng thứ hai của phụ lục",
    ]


def test_a_clause_mark_far_from_its_text(reading) -> None:
    words = [(60, 700 - 18 * at, 13, f"{at}.") for at in range(1, 4)]
    words += [(110, 700 - 18 * at, 13, f"Nội dung thứ {at}") for at in range(1, 4)]
    assert [line.text for line in reading("a.pdf", pdf(words)).lines] == [
        f"{at}. Nội dung thứ {at}" for at in range(1, 4)
    ]


def test_text_older_than_unicode(reading) -> None:
    words = [(60, 700, 13, "Céng hßa x· héi chñ nghÜa ViÖt Nam"), (60, 680, 13, "§éc lËp - Tù do - H¹nh phóc")]
    assert [line.text for line in reading("a.pdf", pdf(words)).lines if line.text] == [
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Độc lập - Tự do - Hạnh phúc",
    ]
