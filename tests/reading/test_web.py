"""Saved web pages: the document without its portal."""

import base64

import pytest

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Tiêu đề trang</title></head><body>
<nav><ul><li>Trang chủ</li></ul></nav><div><a href="/">Đăng nhập</a></div>
<div class="wrap"><div class="side"><a href="x">Văn bản mới</a></div><div class="content">
<table><tr><td><b>HUYỆN ỦY A LƯỚI<br>*</b></td><td><b>ĐẢNG CỘNG SẢN VIỆT NAM</b></td></tr>
<tr><td>Số 01-CT/HU</td><td><i>A Lưới, ngày 02 tháng 3 năm 2019</i></td></tr></table>
<p align="center"><b>CHỈ THỊ</b></p>
<p><b>1.</b> Trồng cây<sup><a href="#n1">[1]</a></sup> trên 20 m<sup>2</sup>
   đất&nbsp;trống.</p>
<table border="1"><tr><th rowspan="2">STT</th><th colspan="2">Số cây</th></tr><tr><td>2018</td><td>2019</td></tr>
<tr><td>1</td><td>20</td><td>30</td></tr></table>
<p>Nơi nhận:<br>- Các xã.</p><p><sup>[1]</sup> Cây bản địa.</p><div style="display: none">ẩn</div></div></div>
<footer>Bản quyền</footer><script>var x = "không đọc";</script></body></html>"""


def test_a_page_of_a_portal(reading) -> None:
    source = reading("a.html", PAGE.encode())
    assert [(line.text, line.cell) for line in source.lines] == [
        ("HUYỆN ỦY A LƯỚI", (0, 0, 0)),
        ("*", (0, 0, 0)),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", (0, 0, 1)),
        ("Số 01-CT/HU", (0, 1, 0)),
        ("A Lưới, ngày 02 tháng 3 năm 2019", (0, 1, 1)),
        ("CHỈ THỊ", None),
        ("1. Trồng cây trên 20 m2 đất trống.", None),
        ("STT", (1, 0, 0)),
        ("Số cây", (1, 0, 1)),
        ("2018", (1, 1, 1)),
        ("2019", (1, 1, 2)),
        ("1", (1, 2, 0)),
        ("20", (1, 2, 1)),
        ("30", (1, 2, 2)),
        ("Nơi nhận:", None),
        ("- Các xã.", None),
        ("Cây bản địa.", None),
    ]
    title, first = source.lines[5], source.lines[6]
    assert title.centered
    assert [(span.style, first.text[span.start : span.end]) for span in first.spans] == [("strong", "1.")]
    assert [(ref.mark, first.text[: ref.at]) for ref in first.refs] == [("1", "1. Trồng cây")]
    assert source.lines[-1].note == "1"
    assert {(drop.text, drop.reason) for drop in source.dropped} == {
        ("Trang chủ", "phần khung của trang web"),
        ("Đăng nhập", "phần khung của trang web"),
        ("Văn bản mới", "phần khung của trang web"),
        ("Bản quyền", "phần khung của trang web"),
        ("ẩn", "phần ẩn của trang web"),
        ("[1]", "dấu chú thích"),
    }


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>một<p>hai", [("một", True), ("hai", True)]),
        ("<p>một<br>hai</p>ba", [("một", False), ("hai", True), ("ba", True)]),
        ("một<br><br>hai", [("một", False), ("", False), ("hai", True)]),
        ("<div>một<div>hai</div>ba</div>", [("một", True), ("hai", True), ("ba", True)]),
        ("<p>a<b>b </b> c</p>", [("ab c", True)]),
        ("<p>a<!-- b -->c<script>d</script></p>", [("ac", True)]),
        ("<p>a &lt; b &amp; c</p>", [("a < b & c", True)]),
    ],
)
def test_blocks_and_breaks(reading, html: str, shown: list[tuple[str, bool]]) -> None:
    assert [(line.text, line.ends) for line in reading("a.html", f"<body>{html}</body>".encode()).lines] == shown


def test_numbers_that_a_browser_generates(reading) -> None:
    html = '<ol start="3"><li>a</li><li>b<ol type="a"><li>c</li></ol></li></ol><ul><li>d</li></ul>'
    html += '<ol type="I"><li>e</li></ol>'
    lines = reading("a.html", f"<body>{html}</body>".encode()).lines
    assert [(line.number, line.text) for line in lines] == [
        ("3.", "a"),
        ("4.", "b"),
        ("a.", "c"),
        ("-", "d"),
        ("I.", "e"),
    ]


@pytest.mark.parametrize("name", ["windows-1258", "viscii", "utf-8", "x-viet-tcvn", "utf-16"])
def test_character_sets(reading, name: str) -> None:
    bodies = {
        "windows-1258": b"Ti\xccnh \xf0\xf4\xeci",
        "viscii": b"\xf0\xf4i",
        "utf-8": "đôi".encode(),
        "x-viet-tcvn": b"\xae\xabi",
    }
    if name == "utf-16":
        assert reading("a.html", "<body>đôi</body>".encode("utf-16")).lines[0].text == "đôi"
        return
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={name}">'.encode()
    text = reading("a.html", b"<html><head>" + head + b"</head><body>" + bodies[name] + b"</body></html>").lines[0].text
    assert text == ("Tình đối" if name == "windows-1258" else "đôi")


def test_a_page_that_names_a_wrong_character_set(reading) -> None:
    page = '<meta charset="iso-8859-1"><body>Tỉnh ủy quyết định</body>'.encode()
    assert reading("a.html", page).lines[0].text == "Tỉnh ủy quyết định"


@pytest.mark.parametrize(
    "html",
    [
        '<body><font face=".VnTime">TØnh ñy</font> là <span style="font-family:\'VNI-Times\'">ñònh</span></body>',
        '<head><style>p.a, li.b {margin:0; font-family:".VnTime",serif} .c{font-family:VNI-Times}</style></head>'
        '<body><p class="a">TØnh ñy <font face="Arial">là</font> <span class="c">ñònh</span></p></body>',
    ],
)
def test_fonts_older_than_unicode(reading, html: str) -> None:
    assert reading("a.html", f'<meta charset="utf-8">{html}'.encode()).lines[0].text == "Tỉnh ủy là định"


def test_a_page_laid_out_by_a_table(reading) -> None:
    long = "".join(f"<p>Điều {number}. {'Nội dung dài. ' * 30}</p>" for number in range(1, 9))
    html = f"<body><table><tr><td>Mục lục</td><td>{long}</td></tr></table></body>"
    lines = reading("a.html", html.encode()).lines
    assert all(line.cell is None for line in lines)
    assert sum(line.text.startswith("Điều") for line in lines) == 8


def test_an_old_portal_of_forms_and_nested_tables(reading) -> None:
    body = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>" + "".join(f"<p>Điều {at}. Nội dung.</p>" for at in range(1, 30))
    body += "<table><tr><td>Nơi nhận:<br>- Các xã.</td><td>CHỦ TỊCH</td></tr></table>"
    html = (
        '<body><form id="aspnetForm"><table><tr><td colspan="2">Cổng thông tin điện tử</td></tr>'
        f"<tr><td>Danh mục<br>Liên hệ</td><td><div>{body}</div></td></tr></table></form></body>"
    )
    source = reading("a.html", html.encode())
    assert source.lines[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert [line.cell for line in source.lines[-3:]] == [(0, 0, 0), (0, 0, 0), (0, 0, 1)]
    assert [drop.text for drop in source.dropped] == ["Cổng thông tin điện tử", "Danh mục Liên hệ"]


def test_a_page_that_is_one_long_table(reading) -> None:
    rows = "".join(f"<tr><td>{at}</td><td>Xã thứ {at} của huyện</td></tr>" for at in range(1, 40))
    lines = reading("a.html", f"<body><div><h1>Danh sách</h1><table>{rows}</table></div></body>".encode()).lines
    assert lines[0].text == "Danh sách"
    assert lines[-1].cell == (0, 38, 1)


def test_pictures_inside_the_page(reading) -> None:
    data = base64.b64encode(b"\x89PNG").decode()
    html = f'<body><p>a<img src="data:image/png;base64,{data}">b<img src="x.gif"></p></body>'
    source = reading("a.html", html.encode())
    assert [(line.text, line.image) for line in source.lines] == [("a", None), ("", "hinh-1.png"), ("b", None)]
    assert source.pictures[0].data == b"\x89PNG"


def test_a_page_saved_as_one_file(reading) -> None:
    mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
    mail += b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<body>Ch=E1=BB=89 th=E1=BB=8B</body>\r\n--x--\r\n"
    assert reading("a.mht", mail).lines[0].text == "Chỉ thị"


def test_a_web_page_named_doc(reading) -> None:
    source = reading("a.doc", "<html><body><p>Chỉ thị</p></body></html>".encode())
    assert (source.format, source.lines[0].text) == ("html", "Chỉ thị")
