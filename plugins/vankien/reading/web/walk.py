"""From HTML to lines: blocks are paragraphs, table cells are cells, what is inline is text."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache

from vankien.knowledge import load
from vankien.model import Dropped, Line, Picture, Span
from vankien.reading.cutting import plain_blanks
from vankien.reading.legacy import Legacy, to_unicode
from vankien.reading.noting import Mark, marks_in
from vankien.reading.unseen import seen
from vankien.reading.web.content import Element, is_frame, is_hidden, is_unread
from vankien.reading.web.looks import Look, Looks
from vankien.reading.web.tables import is_layout, rows_of
from vankien.reading.word.counting import counted

Cell = tuple[int, int, int]
_BLANKS = re.compile(r"\s+")
_DATA = re.compile(r"data:(image/(?:png|jpe?g|gif|webp))?;base64,([A-Za-z0-9+/=\s]{1,20000000})", re.IGNORECASE)
_LISTS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def shown(text: str, encoding: Legacy | None) -> str:
    """`text` as its font prints it, NFC."""
    if not text:
        return ""
    return to_unicode(text, encoding) if encoding else unicodedata.normalize("NFC", text)


@dataclass(slots=True)
class _Open:
    """The line being filled."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)
    number: str | None = None
    blank: bool = True


class Walker:
    """Gathers the lines of one page. `marks` are possible footnote marks."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._open = _Open()
        self._cell: Cell | None = None
        self._tables = 0
        self._paragraphs = 0
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.dropped: list[Dropped] = []
        self.pictures: dict[str, Picture] = {}

    def read(self, element: Element, around: Look) -> None:
        """Add what stands inside `element`, whose look is `around`."""
        self._inside(element, around)
        self._flush(around, ends=True)

    def _inside(self, element: Element, look: Look) -> None:
        self._text(element.text, look)
        for child in element:
            self._element(child, look)
            self._text(child.tail, look)

    def _element(self, element: Element, around: Look) -> None:
        tag = element.tag
        if is_unread(element):
            return
        look = self._looks.inside(element, around)
        if is_hidden(element) or is_frame(element):
            self._leave_out(element, look)
        elif tag == "br":
            self._flush(around, ends=False, keep_blank=True)
        elif tag == "img":
            self._picture(element, around)
        elif tag == "table":
            self._flush(around, ends=True)
            self._table(element, look)
        elif tag in _blocks():
            self._flush(around, ends=True)
            if tag == "li":
                self._open.number = _number(element)
            self._inside(element, look)
            self._flush(look, ends=True)
        else:
            self._inside(element, look)

    def _text(self, text: str | None, look: Look) -> None:
        """Add inline text: runs of blanks are one, none at a line's beginning."""
        if not text:
            return
        text = _BLANKS.sub(" ", plain_blanks(seen(shown(text, look.encoding))))
        line = self._open
        if line.blank:
            text = text.lstrip()
        if not text:
            return
        start, line.length = line.length, line.length + len(text)
        line.parts.append(text)
        line.blank = text.endswith(" ")
        end = line.length - (len(text) - len(text.rstrip()))
        start += len(text) - len(text.lstrip())
        if start < end:
            if look.strong:
                line.spans.append(Span(start, end, "strong"))
            if look.em:
                line.spans.append(Span(start, end, "em"))
            if look.raised:
                line.raised.append((start, end))

    def _flush(self, look: Look, *, ends: bool, keep_blank: bool = False) -> None:
        """Close the open line. `keep_blank`: an empty one, between two `<br>`, is a blank line."""
        line, self._open = self._open, _Open()
        text = unicodedata.normalize("NFC", "".join(line.parts)).rstrip()
        if not text and not (keep_blank and self.lines and self.lines[-1].text and self._cell is None):
            if line.number:
                self._open.number = line.number
            return
        if text and self._cell is None:
            self._paragraphs += 1
        place = f"đoạn {self._paragraphs}" if self._cell is None else _place(self._cell)
        at = len(self.lines)
        self.marks += marks_in(at, text, line.raised)
        self.lines.append(
            Line(
                text,
                place,
                ends=ends,
                spans=tuple(_merged(line.spans, len(text))),
                cell=self._cell,
                number=line.number,
                centered=look.centered,
            )
        )

    def _table(self, table: Element, look: Look) -> None:
        if is_layout(table):
            self._layout(table, look)
            return
        outer, number = self._cell, self._tables
        self._tables += 1
        for row, column, cell in rows_of(table):
            self._cell = (number, row, column)
            inside = self._looks.inside(cell, look)
            self._inside(cell, inside)
            self._flush(inside, ends=True)
        self._cell = outer

    def _layout(self, table: Element, look: Look) -> None:
        """A table that only places things on the page: its cells are blocks."""
        for _, _, cell in rows_of(table):
            inside = self._looks.inside(cell, look)
            self._inside(cell, inside)
            self._flush(inside, ends=True)

    def _picture(self, element: Element, look: Look) -> None:
        """A picture that the page itself holds."""
        found = _DATA.match(element.get("src", ""))
        if found is None:
            return
        try:
            data = base64.b64decode(found[2])
        except (binascii.Error, ValueError):
            return
        kind = (found[1] or "image/png").lower()
        name = f"hinh-{len(self.pictures) + 1}.{kind.split('/')[1].replace('jpeg', 'jpg')}"
        self.pictures[name] = Picture(name, data, kind)
        self._flush(look, ends=True)
        self.lines.append(Line("", f"đoạn {self._paragraphs}", ends=True, cell=self._cell, image=name))

    def _leave_out(self, element: Element, look: Look) -> None:
        kept = self._open, self._cell, self.lines, self.marks, self._paragraphs, self._tables
        self._open, self.lines, self.marks = _Open(), [], []
        self._inside(element, replace(look))
        self._flush(look, ends=True)
        text = " ".join(line.text for line in self.lines if line.text)
        self._open, self._cell, self.lines, self.marks, self._paragraphs, self._tables = kept
        if text:
            reason = "phần ẩn của trang web" if is_hidden(element) else "phần khung của trang web"
            self.dropped.append(Dropped(text, reason))


def _number(item: Element) -> str:
    """What a browser prints before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    items = [child for child in parent if child.tag == "li"]
    start = parent.get("start", "1")
    number = (int(start) if start.lstrip("-").isdigit() else 1) + items.index(item)
    own = item.get("value", "")
    return f"{counted(int(own) if own.isdigit() else number, _LISTS.get(parent.get('type', '1'), 'decimal'))}."


def _merged(spans: list[Span], length: int) -> list[Span]:
    """Neighbouring spans of one style made one."""
    out: dict[str, list[Span]] = {}
    for span in spans:
        same = out.setdefault(span.style, [])
        if same and span.start - same[-1].end <= 1:
            same[-1] = Span(same[-1].start, span.end, span.style)
        elif span.end <= length:
            same.append(span)
    return sorted((span for same in out.values() for span in same), key=lambda span: span.start)


def _place(cell: Cell) -> str:
    return f"bảng {cell[0] + 1}, hàng {cell[1] + 1}, cột {cell[2] + 1}"


@cache
def _blocks() -> frozenset[str]:
    return frozenset(load("web")["blocks"])
