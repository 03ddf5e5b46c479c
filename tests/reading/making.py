"""Small files for the tests of reading, made byte by byte: a Word package, a PDF."""

import io
import zipfile
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "hdr",
    "footer1": "ftr",
}


def word(body: str, media: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with `body` inside w:body; `parts` are the insides of other parts ("styles", "numbering", ...)."""
    media = media or {}
    types = ['<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>']
    types.append('<Default Extension="png" ContentType="image/png"/>')
    types.append(_type("document", "document.main"))
    relations = []
    for number, name in enumerate(parts, 1):
        kind = name.rstrip("1")
        types.append(_type(name, kind))
        relations.append(f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
    relations += [
        f'<Relationship Id="{name.split(".")[0]}" Type="{_OFFICE}/image" Target="media/{name}"/>' for name in media
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{namespace}">{"".join(types)}</Types>')
        main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", _relations([main]))
        archive.writestr("word/_rels/document.xml.rels", _relations(relations))
        archive.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            root = _ROOTS[name]
            archive.writestr(f"word/{name}.xml", f"<w:{root} {W} {R}>{inside}</w:{root}>")
        for name, data in media.items():
            archive.writestr(f"word/media/{name}", data)
    return out.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; plain strings become runs."""
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: Sequence[str]) -> str:
    """A table; a cell is paragraphs' XML, or plain words."""
    cells = ["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _type(name: str, kind: str) -> str:
    family = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return f'<Override PartName="/word/{name}.xml" ContentType="{family}.{kind}+xml"/>'


def _relations(inside: Sequence[str]) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(inside)}</Relationships>'


Piece = tuple[float, float, float, str]


def pdf(*pages: Sequence[Piece], drawing: str = "", turned: bool = False) -> bytes:
    """A PDF of A4 pages. Each piece is (x, y, size, text); a text beginning with "!" is bold. `drawing` are path
    operators for the first page. `turned`: the text runs upwards."""
    signs = sorted({sign for page in pages for *_, text in page for sign in text.lstrip("!")})
    code = {sign: at + 1 for at, sign in enumerate(signs)}
    to_unicode = "\n".join(f"<{code[sign]:04x}> <{sign.encode('utf-16-be').hex()}>" for sign in signs)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + "\n".join(
            f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
            for part in _chunks(to_unicode.split("\n"), 90)
        )
        + "\nendcmap end end"
    )
    objects: list[bytes] = []

    def add(content: bytes | str) -> int:
        objects.append(content.encode("ascii") if isinstance(content, str) else content)
        return len(objects)

    def stream(content: str) -> int:
        return add(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")

    cmap_at = stream(cmap)
    fonts = [_font(add, name, cmap_at) for name in ("TimesNewRoman", "TimesNewRoman,Bold")]
    tree = len(objects) + 1 + 2 * len(pages)
    kids = []
    for number, page in enumerate(pages):
        shown = [drawing if number == 0 else ""]
        for x, y, size, text in page:
            font = "F2" if text.startswith("!") else "F1"
            string = "".join(f"{code[sign]:04x}" for sign in text.lstrip("!"))
            matrix = f"0 1 -1 0 {x} {y}" if turned else f"1 0 0 1 {x} {y}"
            shown.append(f"BT /{font} {size} Tf {matrix} Tm <{string}> Tj ET")
        content = stream("\n".join(shown))
        fonts_used = f"/F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R"
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
                f"/Resources << /Font << {fonts_used} >> >> >>"
            )
        )
    references = " ".join(f"{kid} 0 R" for kid in kids)
    add(f"<< /Type /Pages /Kids [{references}] /Count {len(kids)} >>")
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    return _assemble(objects, root)


def _font(add, name: str, cmap: int) -> int:
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 890 /Descent -216 /CapHeight 660 /StemV 80 >>"
    )
    cid = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    return add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{cid} 0 R] "
        f"/ToUnicode {cmap} 0 R >>"
    )


def _assemble(objects: Sequence[bytes], root: int) -> bytes:
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start))
    return out.getvalue()


def _chunks(items: Sequence[str], size: int) -> list[Sequence[str]]:
    return [items[at : at + size] for at in range(0, len(items), size)]
