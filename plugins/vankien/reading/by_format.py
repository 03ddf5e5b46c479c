"""For each format: bytes to a `Source`, and what went wrong said as a problem. A wrong suffix is seen through."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from pypdfium2 import PdfDocument

from vankien.model import Format, Source
from vankien.reading import ocr, office
from vankien.reading.decoding import UndecodableError, decode
from vankien.reading.pdf import BrokenPdfError, LockedPdfError, PdfText, open_pdf, read_pages, render
from vankien.reading.plain import read_plain
from vankien.reading.printed.page import Draft
from vankien.reading.printed.reading_order import read_printed
from vankien.reading.problems import UnreadableError, unreadable
from vankien.reading.programs import FailedError
from vankien.reading.web import NoPageError, read_web
from vankien.reading.word import BrokenPackageError, TooLargeError, read_word

MAX_SCANS = 200
RECOGNISED = "Chữ được nhận dạng từ ảnh quét ({pages}); cần đối chiếu với bản gốc."
NOT_RECOGNISED = "Chưa đọc được trang ảnh quét: {pages} (cần Tesseract và dữ liệu tiếng Việt)."
FAILED = "Không nhận dạng được chữ trên trang ảnh quét: {pages}."
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml|meta|head)|MIME-Version:", re.IGNORECASE)


def read_text(path: Path, data: bytes) -> Source:
    """A .txt or .md file."""
    if data.startswith((_ZIP, _OLE, b"%PDF-")):
        raise unreadable(path, "binary")
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        raise _undecodable(path, error) from error
    lines, dropped = read_plain(text, marked=path.suffix.lower() == ".md")
    return Source(str(path), _digest(data), "text", encoding, lines, text, dropped)


def read_docx(path: Path, data: bytes, form: Format = "docx", original: bytes = b"") -> Source:
    """A .docx file; `form` and `original` are those of the file it was made from."""
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise unreadable(path, "word-locked")
        return read_doc(path, data)
    try:
        word = read_word(data)
    except TooLargeError as error:
        raise unreadable(path, "unpacks-large") from error
    except BrokenPackageError as error:
        raise unreadable(path, "word-broken") from error
    digest = _digest(original or data)
    return Source(str(path), digest, form, None, word.lines, word.counted, word.dropped, word.pictures, word.notices)


def read_doc(path: Path, data: bytes) -> Source:
    """A .doc, .rtf or .odt file, by way of LibreOffice; a .doc that is a .docx or a web page is read as that."""
    suffix = path.suffix.lower()
    if suffix == ".doc" and data.startswith(_ZIP):
        return read_docx(path, data)
    if suffix == ".doc" and _PAGE.match(data[:400]):
        return read_html(path, data)
    if data.startswith(_OLE) and _LOCKED in data:
        raise unreadable(path, "word-locked")
    try:
        converted = office.to_docx(data, ".doc" if suffix == ".docx" else suffix)
    except office.MissingOfficeError as error:
        raise unreadable(path, "no-office") from error
    except FailedError as error:
        raise unreadable(path, "office-failed") from error
    return read_docx(path, converted, "doc", data)


def read_html(path: Path, data: bytes) -> Source:
    """A saved web page."""
    try:
        web = read_web(data)
    except UndecodableError as error:
        raise _undecodable(path, error) from error
    except NoPageError as error:
        raise unreadable(path, "page-broken") from error
    return Source(str(path), _digest(data), "html", web.encoding, web.lines, web.counted, web.dropped, web.pictures)


def read_pdf(path: Path, data: bytes) -> Source:
    """A PDF: its text, and by OCR that of its scanned pages."""
    try:
        with closing(open_pdf(data)) as document:
            pdf = read_pages(document)
            recognised: dict[int, Draft] = {}
            notices: list[str] = []
            if pdf.scanned:
                if len(pdf.scanned) > MAX_SCANS:
                    raise unreadable(path, "too-many-scans", pages=len(pdf.scanned), limit=MAX_SCANS)
                recognised, notices = _recognise(path, document, pdf)
    except LockedPdfError as error:
        raise unreadable(path, "pdf-locked") from error
    except BrokenPdfError as error:
        raise unreadable(path, "pdf-broken") from error
    pages = [page for page in pdf.pages if page.number not in recognised] + list(recognised.values())
    lines, dropped = read_printed(sorted(pages, key=lambda page: page.number))
    counted = "\n".join([*(text for page, text in pdf.texts.items() if page not in recognised), *_words(recognised)])
    if not counted.strip():
        raise unreadable(path, "textless")
    return Source(str(path), _digest(data), "pdf", None, lines, counted, dropped, notices=tuple(notices))


def read_image(path: Path, data: bytes) -> Source:
    """A scan as a picture file."""
    try:
        found = ocr.recognize(ocr.tesseract(), data)
    except ocr.MissingOcrError as error:
        raise unreadable(path, "no-ocr") from error
    except FailedError as error:
        raise unreadable(path, "ocr-failed", why=str(error).strip().split("\n")[-1][:120]) from error
    pages = {at: ocr.page_draft(at, size, words) for at, (size, words) in enumerate(found, 1)}
    lines, dropped = read_printed(list(pages.values()))
    counted = "\n".join(_words(pages))
    if not counted.strip():
        raise unreadable(path, "textless")
    notices = (RECOGNISED.format(pages=_listed(list(pages))),)
    return Source(str(path), _digest(data), "image", "ocr", lines, counted, dropped, notices=notices)


def _recognise(path: Path, document: PdfDocument, pdf: PdfText) -> tuple[dict[int, Draft], list[str]]:
    """The scanned pages by OCR, and what to tell about them. A PDF that has other text is read without those that
    cannot be recognised."""
    drafts: dict[int, Draft] = {}
    failed = ""
    try:
        program = ocr.tesseract()
    except ocr.MissingOcrError as error:
        if len(pdf.scanned) == len(pdf.texts):
            raise unreadable(path, "no-ocr") from error
        return {}, [NOT_RECOGNISED.format(pages=_listed(pdf.scanned))]
    for number in pdf.scanned:
        try:
            sheets = ocr.recognize(program, render(document, number))
        except FailedError as error:
            failed = str(error).strip().split("\n")[-1][:120]
        else:
            if sheets:
                drafts[number] = ocr.page_draft(number, *sheets[0])
    if failed and len(pdf.scanned) == len(pdf.texts) and not drafts:
        raise unreadable(path, "ocr-failed", why=failed)
    notices = [RECOGNISED.format(pages=_listed(list(drafts)))] if drafts else []
    if missing := [number for number in pdf.scanned if number not in drafts]:
        notices.append(FAILED.format(pages=_listed(missing)))
    return drafts, notices


def _words(pages: Mapping[int, Draft]) -> list[str]:
    """The words that OCR found, page by page."""
    return [" ".join(piece.text for row in page.rows for piece in row) for page in pages.values()]


def _listed(pages: Sequence[int]) -> str:
    return "trang " + ", ".join(map(str, pages[:20])) + (" ..." if len(pages) > 20 else "")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _undecodable(path: Path, error: UndecodableError) -> UnreadableError:
    if error.binary:
        return unreadable(path, "binary")
    return unreadable(path, "encoding", place=f"dòng {error.line}", line=error.line)
