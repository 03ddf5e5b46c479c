"""The words of a PDF page with their places, as pdfium gives them, and the lines drawn on it."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vankien.reading.printed.grids import Ruling
from vankien.reading.printed.words import Word

_WORD = re.compile(r"[^\s\x00]+")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_BOLD = re.compile(r"bold|black|heavy|demi|,b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
_RAISED = 0.8
_THIN = 3.0
_MARKS = "0123456789*[]()"


class PageWords:
    """One page of a PDF, open: its words, its rulings, its text by pdfium's own simplest route."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._text = page.get_textpage()
        self.width, self.height = page.get_size()
        self._turned = page.get_rotation() % 360
        self.count = self._text.count_chars()
        self._box = raw.FS_RECTF()
        self._fonts: dict[str, tuple[bool, bool]] = {}
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._mode, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._color = tuple(ctypes.c_uint() for _ in range(4))

    def close(self) -> None:
        """Give pdfium's memory for the page back."""
        self._text.close()
        self._page.close()

    def text(self) -> str:
        """All characters in pdfium's order, one for each of its indices."""
        text = self._text.get_text_range() if self.count else ""
        if len(text) != self.count:
            text = "".join(chr(raw.FPDFText_GetUnicode(self._text, at)) for at in range(self.count))
        return text.translate(_HYPHENS)

    def words(self) -> Iterator[Word]:
        """The words in the file's order."""
        last: Word | None = None
        order = 0
        for match in _WORD.finditer(self.text()):
            for part, (start, end) in enumerate(self._parts(match.start(), match.end())):
                word = self._word(match.string[start:end], start, end, order, glued=part > 0, before=last)
                order += 1
                last = word if not word.raised else last
                yield word

    def rulings(self) -> Iterator[Ruling]:
        """Straight lines, thin bars and the edges of drawn boxes; what is drawn in white shows nothing."""
        for item in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
            filled, stroked = self._painted(item)
            if not filled and not stroked:
                continue
            left, bottom, right, top = item.get_bounds()
            (x0, y0), (x1, y1) = self._turn(left, bottom), self._turn(right, top)
            box = Ruling(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))
            if min(box.x1 - box.x0, box.top - box.bottom) <= _THIN:
                yield box
            elif stroked:
                yield Ruling(box.x0, box.x1, box.top, box.top)
                yield Ruling(box.x0, box.x1, box.bottom, box.bottom)
                yield Ruling(box.x0, box.x0, box.bottom, box.top)
                yield Ruling(box.x1, box.x1, box.bottom, box.top)

    def _painted(self, item: pdfium.PdfObject) -> tuple[bool, bool]:
        """Whether a path is filled, and whether it is stroked, with another colour than white."""
        raw.FPDFPath_GetDrawMode(item, self._mode, self._stroke)
        filled = bool(self._mode.value) and self._dark(raw.FPDFPageObj_GetFillColor, item)
        return filled, bool(self._stroke.value) and self._dark(raw.FPDFPageObj_GetStrokeColor, item)

    def _dark(self, ask: Callable[..., int], item: pdfium.PdfObject) -> bool:
        red, green, blue, alpha = self._color
        return (
            bool(ask(item, red, green, blue, alpha))
            and alpha.value > 20
            and min(c.value for c in self._color[:3]) < 230
        )

    def is_scan(self) -> bool:
        """Whether an image covers most of the page, as on a scan."""
        for item in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            left, bottom, right, top = item.get_bounds()
            if (right - left) * (top - bottom) > 0.5 * self.width * self.height:
                return True
        return False

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The word `start:end`, divided before a footnote mark that is printed small behind it."""
        first, last = self._place(start), self._place(end - 1)
        small = _RAISED * (first[3] - first[2])
        cut = end
        if last[3] - last[2] < small:
            text = self._text.get_text_range(start, end - start)
            while cut > start + 1 and text[cut - 1 - start] in _MARKS:
                place = self._place(cut - 1)
                if place[3] - place[2] >= small:
                    break
                cut -= 1
        yield start, cut
        if cut < end:
            yield cut, end

    def _word(self, text: str, start: int, end: int, order: int, *, glued: bool, before: Word | None) -> Word:
        first, last = self._place(start), self._place(end - 1)
        bottom, top = min(first[2], last[2]), max(first[3], last[3])
        raised = (
            before is not None
            and all(sign in _MARKS for sign in text)
            and top - bottom < _RAISED * before.height
            and bottom > before.bottom + 0.15 * before.height
            and top > before.bottom + 0.6 * before.height
            and bottom < before.top
        )
        strong, em = self._look(start)
        return Word(
            unicodedata.normalize("NFC", text),
            min(first[0], last[0]),
            max(first[1], last[1]),
            bottom,
            top,
            order,
            strong,
            em,
            raised,
            glued,
        )

    def _place(self, at: int) -> tuple[float, float, float, float]:
        """Left, right, bottom, top of a character as the page is looked at."""
        raw.FPDFText_GetLooseCharBox(self._text, at, self._box)
        box = self._box
        if not self._turned:
            return box.left, box.right, box.bottom, box.top
        (x0, y0), (x1, y1) = self._turn(box.left, box.bottom), self._turn(box.right, box.top)
        return min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)

    def _turn(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's coordinates on the page as it is turned for reading."""
        match self._turned:
            case 90:
                return y, self.height - x
            case 180:
                return self.width - x, self.height - y
            case 270:
                return self.width - y, x
            case _:
                return x, y

    def _look(self, at: int) -> tuple[bool, bool]:
        """Whether the font of a character is bold, italic, by its name."""
        size = raw.FPDFText_GetFontInfo(self._text, at, self._name, 256, self._flags)
        name = self._name.raw[: max(0, min(size, 256) - 1)].decode("utf-8", "replace")
        if name not in self._fonts:
            self._fonts[name] = (bool(_BOLD.search(name)), bool(_ITALIC.search(name)))
        return self._fonts[name]
