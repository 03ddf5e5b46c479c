"""PDF files with text in them: lines in reading order, without running heads and page numbers."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pypdfium2 as pdfium

from vankien.reading.pdf_words import PageWords
from vankien.reading.printed.page import Draft, draft

MAX_PAGES = 2000
_SCAN_WORDS = 12


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF holds. `scanned` are the pages (from 1) that are pictures of text; `counted` is pdfium's own text."""

    pages: tuple[Draft, ...]
    counted: str
    scanned: tuple[int, ...]


class BrokenPdfError(ValueError):
    """No PDF, or a damaged one."""


class LockedPdfError(ValueError):
    """A password is needed to open it."""


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The PDF `data`. Raises `BrokenPdfError`, `LockedPdfError`."""
    try:
        document = pdfium.PdfDocument(data)
        if not 0 < len(document) <= MAX_PAGES:
            raise BrokenPdfError(f"{len(document)} pages")
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise LockedPdfError(str(error)) from error
        raise BrokenPdfError(str(error)) from error
    return document


def read_pages(document: pdfium.PdfDocument) -> PdfText:
    """The pages of `document` as pdfium sees them."""
    pages: list[Draft] = []
    texts: list[str] = []
    scanned: list[int] = []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        opened = PageWords(page)
        text = opened.text()
        texts.append(text)
        if len(text.split()) < _SCAN_WORDS and opened.is_scan():
            scanned.append(number)
        pages.extend(
            draft(number, (layer.width, layer.height), layer.words, layer.rulings) for layer in opened.layers()
        )
        opened.close()
    return PdfText(tuple(pages), unicodedata.normalize("NFC", "\n".join(texts)), tuple(scanned))
