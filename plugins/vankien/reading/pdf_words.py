"""The words of a PDF page with their places, as pdfium gives them, and the lines drawn on it."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vankien.reading.legacy import Legacy, of_font, to_unicode
from vankien.reading.pdf_drawing import drawn_boxes
from vankien.reading.printed.grids import Ruling
from vankien.reading.printed.words import Word, beside

_WORD = re.compile(r"[^\s\x00]+")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_BOLD = re.compile(r"bold|black|heavy|demi|,b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_RAISED = 0.8
_THIN = 3.0
_TOUCH = 0.1
_OUTLINES = 200
_MARKS = "0123456789*[]()"


@dataclass(frozen=True, slots=True)
class Layer:
    """The words of a page that are read in one direction, with places as if that direction were upright."""

    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a character stands: its box."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class _Font:
    """What a font's name tells."""

    strong: bool
    em: bool
    encoding: Legacy | None


class PageWords:
    """One page of a PDF, open: its words, its rulings, its text by pdfium's own simplest route. `encoding` is that of
    all its text, where it is known to be older than Unicode; else the fonts tell."""

    def __init__(self, page: pdfium.PdfPage, encoding: Legacy | None = None) -> None:
        self._page = page
        self._text = page.get_textpage()
        turned = page.get_rotation() % 180
        size = page.get_size()
        self._width, self._height = size[::-1] if turned else size
        self._count = self._text.count_chars()
        self._box = raw.FS_RECTF()
        self._encoding = encoding
        self._fonts: dict[str, _Font] = {}
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()

    def close(self) -> None:
        """Give pdfium's memory for the page back."""
        self._text.close()
        self._page.close()

    def printed_text(self) -> str:
        """All characters in pdfium's order, in Unicode (NFC)."""
        text = self.text()
        if self._encoding or any(font.encoding for font in self._fonts.values()):
            text = _WORD.sub(lambda match: self._in_unicode(match[0], self._font(match.start())), text)
        return unicodedata.normalize("NFC", text)

    def _in_unicode(self, text: str, font: _Font) -> str:
        encoding = font.encoding or self._encoding
        return to_unicode(text, encoding) if encoding else text

    def text(self) -> str:
        """All characters in pdfium's order as stored, one for each of its indices."""
        text: str = self._text.get_text_range() if self._count else ""
        if len(text) != self._count:
            text = "".join(chr(raw.FPDFText_GetUnicode(self._text, at)) for at in range(self._count))
        return text.translate(_HYPHENS)

    def layers(self) -> list[Layer]:
        """The page's words by the direction in which they are read, upright ones first. The rulings belong to the
        direction that most words have."""
        text = self.text()
        found = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        angles = self._angles([start for start, _ in found])
        layers: dict[int, list[Word]] = {}
        for (start, end), angle in zip(found, angles, strict=True):
            words = layers.setdefault(angle, [])
            for part, (first, last) in enumerate(self._parts(start, end, angle)):
                word = self._word(text[first:last], first, last, angle, len(words))
                glued = part > 0 or (bool(words) and self._touches(words[-1], word, first))
                words.append(replace(word, glued=glued))
        most = max(layers, key=lambda angle: len(layers[angle]), default=0)
        return [
            Layer(
                *((self._height, self._width) if angle % 180 else (self._width, self._height)),
                tuple(_with_raised(layers[angle])),
                tuple(self._rulings(angle)) if angle == most else (),
            )
            for angle in sorted(layers)
        ]

    def is_scan(self) -> bool:
        """Whether the page is a picture of text: images cover most of it; or it has no text and any image, or so many
        drawn shapes that letters are among them."""
        area, shapes = 0.0, 0
        for item in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH], max_depth=4):
            if item.type == raw.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = item.get_bounds()
                area += (right - left) * (top - bottom)
            else:
                shapes += 1
        page = self._width * self._height
        return area > 0.5 * page or (not self._count and (area > 0.02 * page or shapes > _OUTLINES))

    def _angles(self, starts: list[int]) -> list[int]:
        """The direction of the words that begin at `starts`: 0, 90 (upwards), 180, 270 (downwards)."""
        if not any(self._angle(start) for start in starts[:: max(1, len(starts) // 25)]):
            return [0] * len(starts)
        return [self._angle(start) for start in starts]

    def _angle(self, at: int) -> int:
        return -round(math.degrees(raw.FPDFText_GetCharAngle(self._text, at)) / 90) * 90 % 360

    def _touches(self, before: Word, word: Word, start: int) -> bool:
        """Whether only pdfium's own guess parts the word from the one before."""
        gap = word.x0 - before.x1
        return (
            -_TOUCH * word.height <= gap < _TOUCH * word.height
            and beside(before, word)
            and bool(raw.FPDFText_IsGenerated(self._text, start - 1))
        )

    def _rulings(self, angle: int) -> Iterator[Ruling]:
        """Straight lines, thin bars and the edges of drawn boxes."""
        for box, stroked in drawn_boxes(self._page):
            (x0, y0), (x1, y1) = self._turn(box[0], box[1], angle), self._turn(box[2], box[3], angle)
            left, right, bottom, top = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
            if min(right - left, top - bottom) <= _THIN:
                yield Ruling(left, right, bottom, top)
            elif stroked:
                yield Ruling(left, right, top, top)
                yield Ruling(left, right, bottom, bottom)
                yield Ruling(left, left, bottom, top)
                yield Ruling(right, right, bottom, top)

    def _parts(self, start: int, end: int, angle: int) -> Iterator[tuple[int, int]]:
        """The word `start:end`, divided where a line ends in it, and before a footnote mark printed small behind it."""
        first, last = self._place(start, angle), self._place(end - 1, angle)
        if end - start > 1 and not last.top > first.bottom + first.height / 3 > last.bottom:
            cut = self._line_end(start, end, angle)
            if cut < end:
                yield start, cut
                yield from self._parts(cut, end, angle)
                return
        small = _RAISED * first.height
        cut = end
        if last.height < small:
            text = self._text.get_text_range(start, end - start)
            while cut > start + 1 and text[cut - 1 - start] in _MARKS and self._place(cut - 1, angle).height < small:
                cut -= 1
        yield start, cut
        if cut < end:
            yield cut, end

    def _line_end(self, start: int, end: int, angle: int) -> int:
        """Where the first line of the word `start:end` ends: the next character stands lower and further left."""
        before = self._place(start, angle)
        for at in range(start + 1, end):
            place = self._place(at, angle)
            if place.left < before.left and not place.top > before.bottom + before.height / 3 > place.bottom:
                return at
            before = place
        return end

    def _word(self, text: str, start: int, end: int, angle: int, order: int) -> Word:
        first, last = self._place(start, angle), self._place(end - 1, angle)
        font = self._font(start)
        return Word(
            unicodedata.normalize("NFC", self._in_unicode(text, font)),
            min(first.left, last.left),
            max(first.right, last.right),
            min(first.bottom, last.bottom),
            max(first.top, last.top),
            order,
            font.strong,
            font.em,
        )

    def _place(self, at: int, angle: int) -> _Place:
        """A character's box as seen when text of direction `angle` is held upright."""
        raw.FPDFText_GetLooseCharBox(self._text, at, self._box)
        box = self._box
        if not angle:
            return _Place(box.left, box.right, box.bottom, box.top)
        (x0, y0), (x1, y1) = self._turn(box.left, box.bottom, angle), self._turn(box.right, box.top, angle)
        return _Place(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))

    def _turn(self, x: float, y: float, angle: int) -> tuple[float, float]:
        match angle:
            case 90:
                return y, self._width - x
            case 180:
                return self._width - x, self._height - y
            case 270:
                return self._height - y, x
            case _:
                return x, y

    def _font(self, at: int) -> _Font:
        """The font of a character, known by its name."""
        size = raw.FPDFText_GetFontInfo(self._text, at, self._name, 256, self._flags)
        name = self._name.raw[: max(0, min(size, 256) - 1)].decode("utf-8", "replace")
        if name not in self._fonts:
            family = re.split(r"[,-](?=[A-Z][a-z])", _SUBSET.sub("", name))[0]
            self._fonts[name] = _Font(bool(_BOLD.search(name)), bool(_ITALIC.search(name)), of_font(family))
        return self._fonts[name]


def _with_raised(words: list[Word]) -> Iterator[Word]:
    """The words, those marked that are printed smaller and higher than a neighbour and may be a footnote's mark."""
    for at, word in enumerate(words):
        neighbours = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        if all(sign in _MARKS for sign in word.text) and any(_is_raised(word, other) for other in neighbours):
            yield replace(word, raised=True)
        else:
            yield word


def _is_raised(word: Word, other: Word) -> bool:
    near = -other.height < word.x0 - other.x1 < other.height or -other.height < other.x0 - word.x1 < other.height
    return (
        near
        and word.height < _RAISED * other.height
        and word.bottom > other.bottom + 0.15 * other.height
        and word.top > other.bottom + 0.6 * other.height
        and word.bottom < other.top
    )
