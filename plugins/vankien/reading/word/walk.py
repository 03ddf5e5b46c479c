"""From Word's tree to lines: paragraphs, tables and text boxes in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docx.opc.part import Part

from vankien.model import Dropped, Line, Picture
from vankien.reading.noting import Mark, marks_in
from vankien.reading.word.names import (
    BLIP,
    DELETED,
    IMAGEDATA,
    MATH_TEXT,
    MC_FALLBACK,
    P_PR,
    R_EMBED,
    R_ID,
    TBL,
    TC,
    TR,
    TXBX,
    Element,
    P,
    R,
    T,
    value,
    w,
)  # fmt: skip
from vankien.reading.word.notes import ENDNOTE, FOOTNOTE, Notes, has_own_mark
from vankien.reading.word.numbering import Numbering
from vankien.reading.word.package import picture
from vankien.reading.word.runs import Looks, Run, is_break, put_together, text_of
from vankien.reading.word.styles import Look, Shape, Styles, shape_of

Cell = tuple[int, int, int]
_DEPTH = 40
_SKIPPED = frozenset(
    {P_PR, w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("sectPr"), w("rPr"), w("sdtPr"), w("instrText")}
)


@dataclass(frozen=True, slots=True)
class Within:
    """Where a paragraph stands: in a cell, a box, a note; `cell_place` says the cell to a person."""

    cell: Cell | None = None
    cell_place: str = ""
    box: str | None = None
    note: str | None = None
    depth: int = 0


@dataclass(slots=True)
class _Paragraph:
    """The paragraph being read: its runs and marks since the last line break, its boxes and pictures."""

    look: Look
    runs: list[Run] = field(default_factory=list)
    refs: list[tuple[int, str]] = field(default_factory=list)
    rows: list[tuple[list[Run], list[tuple[int, str]]]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def break_line(self) -> None:
        self.rows.append((self.runs, self.refs))
        self.runs, self.refs = [], []


class Walker:
    """Reads one part after the other; lines, pictures and what was left out gather in it."""

    def __init__(self, styles: Styles, looks: Looks, numbering: Numbering, notes: Notes) -> None:
        self._styles = styles
        self._looks = looks
        self._numbering = numbering
        self._notes = notes
        self._tables = 0
        self._paragraphs = 0
        self._part: Part | None = None
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.pictures: dict[str, Picture] = {}
        self.dropped: list[Dropped] = []
        self.unshown_pictures = 0

    def read(self, root: Element, part: Part, within: Within | None = None) -> None:
        """Add the lines of what is in `root`, which is of `part`."""
        self._part = part
        self._blocks(root, within or Within())

    def _blocks(self, parent: Element, within: Within) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, within)
            elif tag == TBL:
                self._table(child, within)
            elif tag in DELETED or tag == MC_FALLBACK or tag in _SKIPPED:
                continue
            elif len(child):
                self._blocks(child, within)

    def _paragraph(self, element: Element, within: Within) -> None:
        properties = element.find(P_PR)
        style = value(properties, "pStyle")
        shape = self._shape(properties, style)
        number = self._numbering.mark(shape) if shape.num not in (None, "0") else None
        paragraph = _Paragraph(self._looks.paragraph(element))
        self._inline(element, paragraph, 0)
        paragraph.break_line()
        if not within.cell and not within.box and not within.note:
            self._paragraphs += 1
        place = within.cell_place or (f"đoạn {self._paragraphs}" if not within.note else f"chú thích {within.note}")
        self._emit(
            paragraph,
            Line(
                "",
                place,
                cell=within.cell,
                note=within.note,
                box=within.box,
                number=number,
                centered=bool(shape.centered),
            ),
        )
        if within.depth < _DEPTH:
            for box in paragraph.boxes:
                self._blocks(
                    box, replace(within, cell=None, cell_place="", box=within.box or "textbox", depth=within.depth + 1)
                )

    def _emit(self, paragraph: _Paragraph, like: Line) -> None:
        """The paragraph's lines: one, or more where it holds line breaks."""
        for at, (runs, refs) in enumerate(paragraph.rows):
            last = at == len(paragraph.rows) - 1
            shown = put_together(runs, refs)
            text = shown.text
            if not text.strip() and (paragraph.pictures or like.cell or like.box or not last):
                continue
            if like.note is None and like.box is None:
                self.marks += marks_in(len(self.lines), text, shown.raised)
            self.lines.append(
                replace(
                    like,
                    text=text,
                    ends=last,
                    spans=shown.spans,
                    refs=shown.refs,
                    number=like.number if at == 0 else None,
                )
            )
        for name in paragraph.pictures:
            self.lines.append(replace(like, text="", ends=True, image=name, number=None))

    def _shape(self, properties: Element | None, style: str | None) -> Shape:
        own = shape_of(properties)
        inherited = self._styles.paragraph_shape(style)
        shape = own.over(inherited)
        if own.num is None and inherited.num is not None:
            level = self._numbering.level_of_style(inherited.num, style)
            return replace(shape, level=own.level if own.level is not None else level or shape.level)
        return shape

    def _inline(self, parent: Element, paragraph: _Paragraph, depth: int) -> None:
        """What stands in a paragraph: runs, also those inside links, insertions, fields, content controls."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, paragraph)
            elif tag in DELETED:
                continue
            elif tag == MATH_TEXT:
                paragraph.runs.append(Run(child.text or "", paragraph.look, None))
            elif tag != MC_FALLBACK and tag not in _SKIPPED and len(child) and depth < _DEPTH:
                self._inline(child, paragraph, depth + 1)

    def _run(self, run: Element, paragraph: _Paragraph) -> None:
        look = self._looks.of(run, paragraph.look)
        encoding = self._looks.encoding(look)
        parts: list[str] = []

        def close() -> None:
            if parts:
                text = "".join(parts)
                if look.hidden:
                    self.dropped.append(Dropped(put_together([Run(text, look, encoding)]).text, "chữ ẩn"))
                else:
                    paragraph.runs.append(Run(text, look, encoding))
                parts.clear()

        skip = False
        for child in run:
            tag = child.tag
            if tag == T and not skip:
                parts.append(child.text or "")
            elif is_break(child):
                close()
                paragraph.break_line()
            elif tag in (FOOTNOTE, ENDNOTE):
                close()
                paragraph.refs.append((len(paragraph.runs), self._notes.mark(child)))
                skip = has_own_mark(child)
            elif tag == T:
                self.dropped.append(Dropped((child.text or "").strip(), "dấu chú thích"))
            elif text := text_of(child, encoding):
                parts.append(text)
            elif tag not in _SKIPPED and len(child):
                self._drawing(child, paragraph)
        close()

    def _drawing(self, element: Element, paragraph: _Paragraph) -> None:
        """The text boxes and pictures in a drawing."""
        stack = [element]
        while stack:
            found = stack.pop()
            if found.tag == TXBX:
                paragraph.boxes.append(found)
                continue
            if found.tag in (BLIP, IMAGEDATA):
                self._picture(found.get(R_EMBED) or found.get(R_ID) or "", paragraph)
            stack.extend(child for child in reversed(found) if child.tag != MC_FALLBACK)

    def _picture(self, relation: str, paragraph: _Paragraph) -> None:
        found = None if self._part is None or not relation else picture(self._part, relation)
        if found is None:
            self.unshown_pictures += 1
            return
        self.pictures[found.name] = found
        paragraph.pictures.append(found.name)

    def _table(self, table: Element, within: Within) -> None:
        rows = list(_rows(table))
        if within.depth >= _DEPTH:
            return
        deeper = replace(within, depth=within.depth + 1)
        if len(rows) == 1 and len(rows[0]) == 1:
            self._blocks(rows[0][0][1], deeper)
            return
        number, self._tables = self._tables, self._tables + 1
        for row, cells in enumerate(rows):
            for column, cell in cells:
                place = f"bảng {number + 1}, hàng {row + 1}, cột {column + 1}"
                self._blocks(cell, replace(deeper, cell=(number, row, column), cell_place=place))


def _rows(table: Element) -> Iterator[Sequence[tuple[int, Element]]]:
    """The rows of a table: each cell with the column of the grid where it begins."""
    for row in _children(table, TR):
        properties = row.find(w("trPr"))
        before = value(properties, "gridBefore")
        column = int(before) if before and before.isdigit() else 0
        cells = []
        for cell in _children(row, TC):
            cells.append((column, cell))
            span = value(cell.find(w("tcPr")), "gridSpan")
            column += int(span) if span and span.isdigit() else 1
        if cells:
            yield cells


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The children `tag` of `parent`, also inside content controls and insertions; deleted ones are left out."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in DELETED and child.tag not in (TBL, TR, TC, P, *_SKIPPED):
            yield from _children(child, tag)
