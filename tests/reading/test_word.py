"""Word files: order, tables, notes, looks, what is not printed."""

import pytest
from making import p, r, table, word


def shown(source):
    return [line.text for line in source.lines]


def test_paragraphs_and_tables_in_printed_order(reading) -> None:
    body = (
        table(["TỈNH ỦY A", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 1-CT/TU", "A, ngày 1/3/2019"]) + p("CHỈ THỊ") + p("1. Một")
    )
    source = reading("a.docx", word(body))
    assert [(line.text, line.cell) for line in source.lines] == [
        ("TỈNH ỦY A", (0, 0, 0)),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", (0, 0, 1)),
        ("Số 1-CT/TU", (0, 1, 0)),
        ("A, ngày 1/3/2019", (0, 1, 1)),
        ("CHỈ THỊ", None),
        ("1. Một", None),
    ]
    assert all(line.ends for line in source.lines)
    assert source.lines[0].place == "bảng 1, hàng 1, cột 1"
    assert source.lines[4].place == "đoạn 1"


def test_merged_and_nested_cells(reading) -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("rộng")}'
    lower = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    body = table([wide, "c"], ["a", lower, "d"], [p("ngoài") + table(["x", "y"]) + p("sau"), "e", "f"])
    assert [(line.text, line.cell) for line in reading("a.docx", word(body)).lines] == [
        ("rộng", (0, 0, 0)),
        ("c", (0, 0, 2)),
        ("a", (0, 1, 0)),
        ("d", (0, 1, 2)),
        ("ngoài", (0, 2, 0)),
        ("x", (1, 0, 0)),
        ("y", (1, 0, 1)),
        ("sau", (0, 2, 0)),
        ("e", (0, 2, 1)),
        ("f", (0, 2, 2)),
    ]


def test_a_frame_of_one_cell_is_no_table(reading) -> None:
    assert reading("a.docx", word(table(["Điều 1. Trong khung"]))).lines[0].cell is None


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:ins>{}</w:ins>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:fldSimple>{}</w:fldSimple>",
        "<w:smartTag><w:ins>{}</w:ins></w:smartTag>",
    ],
)
def test_text_inside_other_things(reading, wrapped: str) -> None:
    assert shown(reading("a.docx", word(p("một ", wrapped.format(r("hai")), " ba")))) == ["một hai ba"]
    block = wrapped.format(p("khối"))
    assert shown(reading("a.docx", word(p("một") + block))) == ["một", "khối"]


def test_what_was_deleted_or_is_hidden_is_not_shown(reading) -> None:
    deleted = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('chuyển')}</w:moveFrom>"
    source = reading("a.docx", word(p("một ", deleted, moved, r("ẩn", "<w:vanish/>"), "hai")))
    assert shown(source) == ["một hai"]
    assert [(drop.text, drop.reason) for drop in source.dropped] == [("ẩn", "chữ ẩn")]


def test_line_breaks_tabs_hyphens(reading) -> None:
    run = '<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t><w:noBreakHyphen/><w:br w:type="page"/></w:r>'
    source = reading("a.docx", word(p(run)))
    assert [(line.text, line.ends) for line in source.lines] == [("một", False), ("hai\tba-", True)]


def test_looks_and_their_styles(reading) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"/>'
        '<w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="E"><w:rPr><w:i/></w:rPr></w:style>'
    )
    body = p("đậm ", r("không", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="T"/>')
    body += p(r("nghiêng", '<w:rStyle w:val="E"/>'), r(" hoa", "<w:caps/>"))
    source = reading("a.docx", word(body, styles=styles))
    first, second = source.lines
    assert [(span.style, first.text[span.start : span.end]) for span in first.spans] == [("strong", "đậm")]
    assert first.centered
    assert second.text == "nghiêng HOA"
    assert [(span.style, second.text[span.start : span.end]) for span in second.spans] == [("em", "nghiêng")]
    assert not second.centered


def note(number: int, *paragraphs: str) -> str:
    return f'<w:footnote w:id="{number}">{"".join(p(text) for text in paragraphs)}</w:footnote>'


def test_footnotes_and_endnotes(reading) -> None:
    separator = '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    body = p(
        "câu", '<w:r><w:footnoteReference w:id="7"/></w:r>', ", tiếp", '<w:r><w:footnoteReference w:id="3"/></w:r>'
    )
    body += p("cuối", '<w:r><w:endnoteReference w:id="1"/></w:r>')
    footnotes = separator + note(3, "chú hai") + note(7, "chú một", "thêm")
    endnotes = f'<w:endnote w:id="1">{p("chú cuối")}</w:endnote>'
    source = reading("a.docx", word(body, footnotes=footnotes, endnotes=endnotes))
    assert [(ref.mark, source.lines[0].text[: ref.at]) for ref in source.lines[0].refs] == [
        ("1", "câu"),
        ("2", "câu, tiếp"),
    ]
    assert [ref.mark for ref in source.lines[1].refs] == ["i"]
    assert [(line.text, line.note) for line in source.lines[2:]] == [
        ("chú hai", "2"),
        ("chú một", "1"),
        ("thêm", "1"),
        ("chú cuối", "i"),
    ]


def test_a_footnote_with_its_own_mark(reading) -> None:
    run = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    source = reading("a.docx", word(p("câu", run, " tiếp"), footnotes=note(1, "chú")))
    assert source.lines[0].text == "câu tiếp"
    assert [ref.mark for ref in source.lines[0].refs] == ["*"]
    assert source.lines[1].note == "*"


def test_footnotes_that_are_plain_paragraphs(reading) -> None:
    up = '<w:vertAlign w:val="superscript"/>'
    body = p("câu", r("1", up), " và [2], 20 m", r("2", up)) + p(r("1", up), " Chú thích") + p("[2] Chú nữa")
    source = reading("a.docx", word(body))
    assert [(line.text, line.note) for line in source.lines] == [
        ("câu và, 20 m2", None),
        ("Chú thích", "1"),
        ("Chú nữa", "2"),
    ]
    assert [(ref.mark, source.lines[0].text[: ref.at]) for ref in source.lines[0].refs] == [
        ("1", "câu"),
        ("2", "câu và"),
    ]


def test_boxes_headers_and_footers(reading) -> None:
    drawing = f"<w:r><w:pict><w:txbxContent>{p('MẬT')}</w:txbxContent></w:pict></w:r>"
    source = reading("a.docx", word(p("thân", drawing), header1=p("đầu"), footer1=p("2")))
    assert [(line.text, line.box) for line in source.lines] == [
        ("đầu", "header"),
        ("thân", None),
        ("MẬT", "textbox"),
        ("2", "footer"),
    ]


def test_the_fall_back_of_a_drawing_is_not_read_twice(reading) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('MẬT')}</w:txbxContent>"
    both = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent {mc}>{both}</mc:AlternateContent></w:r>"
    assert shown(reading("a.docx", word(p("thân", run)))) == ["thân", "MẬT"]


def test_pictures(reading) -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="{}"/>'
    body = p("Hình 1", f"<w:r><w:drawing>{blip.format('so-do')}</w:drawing></w:r>")
    body += p(f"<w:r><w:drawing>{blip.format('mat')}</w:drawing></w:r>")
    source = reading("a.docx", word(body, media={"so-do.png": b"\x89PNG"}))
    assert [(line.text, line.image) for line in source.lines] == [("Hình 1", None), ("", "so-do.png"), ("", None)]
    assert [(picture.name, picture.data, picture.media_type) for picture in source.pictures] == [
        ("so-do.png", b"\x89PNG", "image/png")
    ]
    assert "1 hình" in source.notices[0]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_fonts_older_than_unicode(reading) -> None:
    body = p(r("TØnh ñy", font(".VnTime")), r(" quyÕt ®Þnh", font(".VnTimeH")), " Tỉnh ủy là")
    body += p(
        r("Quyeát ñònh cuûa Tænh u", font("VNI-Times")), r("û", font("VNI-Times") + "<w:b/>"), r("y", font("VNI-Times"))
    )
    source = reading("a.docx", word(body))
    assert shown(source) == ["Tỉnh ủy QUYẾT ĐỊNH Tỉnh ủy là", "Quyết định của Tỉnh ủy"]


def test_soft_hyphen_is_a_letter_in_the_abc_fonts(reading) -> None:
    run = f"<w:r><w:rPr>{font('.VnTime')}</w:rPr><w:t>ng</w:t><w:softHyphen/><w:t>êi</w:t></w:r>"
    assert shown(reading("a.docx", word(p(run)))) == ["người"]


def test_unicode_under_the_name_of_an_old_font(reading) -> None:
    body = p(r("Quyết định của Tỉnh ủy, là à Á", font(".VnTime")))
    assert shown(reading("a.docx", word(body))) == ["Quyết định của Tỉnh ủy, là à Á"]


def test_old_text_under_other_fonts(reading) -> None:
    body = p("Céng hßa x· héi chñ nghÜa ViÖt Nam") + p("§éc lËp - Tù do - H¹nh phóc")
    assert shown(reading("a.docx", word(body))) == ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"]


def test_composed_letters_across_runs(reading) -> None:
    source = reading("a.docx", word(p(r("a", "<w:b/>"), "\u0301n, ", r("bo\u0302\u0323", "<w:i/>"))))
    assert shown(source) == ["án, bộ"]
    assert [(span.style, source.lines[0].text[span.start : span.end]) for span in source.lines[0].spans] == [
        ("strong", "á"),
        ("em", "bộ"),
    ]
