"""PDF files with text in them: lines in reading order, without running heads and page numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium

from vankien.reading.guessing import rescued
from vankien.reading.legacy import Legacy
from vankien.reading.pdf_words import PageWords
from vankien.reading.printed.page import Draft, draft

MAX_PAGES = 2000
DPI = 300
MAX_PIXELS = 6000
_SCAN_WORDS = 12


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF holds. `scanned` are the pages (from 1) that are pictures of text; `texts` is pdfium's own text of
    each page, NFC."""

    pages: tuple[Draft, ...]
    texts: Mapping[int, str]
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
    """The pages of `document` as pdfium sees them, text older than Unicode converted. Raises `BrokenPdfError`."""
    pdf = _pages(document, None)
    old = rescued("\n".join(pdf.texts.values()))
    return _pages(document, "tcvn3" if old[1] == "tcvn3" else "vni") if old else pdf


def _pages(document: pdfium.PdfDocument, encoding: Legacy | None) -> PdfText:
    pages: list[Draft] = []
    texts: dict[int, str] = {}
    scanned: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            opened = PageWords(document[number - 1], encoding)
            layers = opened.layers()
            text = opened.printed_text()
            if len(text.split()) < _SCAN_WORDS and opened.is_scan():
                scanned.append(number)
            opened.close()
        except pdfium.PdfiumError as error:
            raise BrokenPdfError(f"page {number}: {error}") from error
        texts[number] = text
        pages.extend(draft(number, (layer.width, layer.height), layer.words, layer.rulings) for layer in layers)
    return PdfText(tuple(pages), texts, tuple(scanned))


def render(document: pdfium.PdfDocument, number: int) -> bytes:
    """Page `number` (from 1) as a grey picture of `DPI` dots an inch, in the PGM format."""
    page = document[number - 1]
    scale = min(DPI / 72, MAX_PIXELS / max(page.get_size()))
    pixels = page.render(scale=scale, grayscale=True).to_numpy()
    height, width = pixels.shape[:2]
    picture: bytes = b"P5 %d %d 255\n" % (width, height) + pixels.tobytes()
    page.close()
    return picture
