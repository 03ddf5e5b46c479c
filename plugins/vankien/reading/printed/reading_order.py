"""All pages together: from drafts of pages to the lines of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vankien.model import Dropped, Line, NoteRef
from vankien.reading.cutting import Cut, Cutter, Markings, Piece, dropped
from vankien.reading.footmarks import REASON, lone_blank
from vankien.reading.printed.furniture import clear
from vankien.reading.printed.notes import mark_of, notes
from vankien.reading.printed.page import Draft, PrintedLine, lay_out
from vankien.reading.printed.paragraphs import hints


def read_printed(pages: Sequence[Draft]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of `pages` in reading order and what was left out. Stamps come first, with box "stamp"."""
    cleared = clear(pages)
    printed = _numbered_tables([lay_out(page) for page in cleared.pages])
    noted, names = notes(printed)
    hint = hints(printed, {at for at in range(len(printed)) if at not in noted})
    lines = [Line(line.text, _place(line), line.page, ends=True, box="stamp") for line in cleared.stamps]
    out = list(cleared.dropped)
    for at, line in enumerate(printed):
        text, left_out = _line(line, noted.get(at), names)
        out.extend(left_out)
        lines.append(
            Line(
                text.text,
                _place(line),
                line.page,
                at in hint.ends,
                text.spans,
                text.refs,
                line.cell,
                noted.get(at),
                centered=at in hint.centered,
            )
        )
        if at in hint.blank_after:
            lines.append(Line("", _place(line), line.page))
    return tuple(lines), tuple(out)


def _line(
    line: PrintedLine, note: str | None, names: Mapping[tuple[int, str], str]
) -> tuple[Piece, tuple[Dropped, ...]]:
    """The line's text without the marks that lead from a sentence to a footnote and stand before the note. `names`
    gives the note's name for a page and a printed mark."""
    marks = Markings(spans=list(line.spans))
    for at, (start, end) in enumerate(line.marks):
        name = names.get((line.page, mark_of(line, at)))
        heads = note is not None and note == name and not line.text[:start].strip()
        if heads or (name is not None and note is None):
            apart = lone_blank(line.text, start, end)
            marks.cuts.append(Cut(start - apart, end, REASON))
            if not heads:
                marks.refs.append(NoteRef(start - apart, str(name)))
    return Cutter(line.text, marks).piece(0, len(line.text)), dropped(line.text, marks.cuts)


def _place(line: PrintedLine) -> str:
    if line.cell is None:
        return f"trang {line.page}"
    table, row, column = line.cell
    return f"trang {line.page}, bảng {table + 1}, hàng {row + 1}, cột {column + 1}"


def _numbered_tables(pages: Sequence[list[PrintedLine]]) -> list[PrintedLine]:
    """All lines, with the tables counted through the document. A ruled table that goes on at the top of the next page
    is not known to be the same one."""
    out: list[PrintedLine] = []
    first = 0
    for lines in pages:
        used = -1
        for line in lines:
            if line.cell is not None:
                used = max(used, line.cell[0])
                line = replace(line, cell=(first + line.cell[0], line.cell[1], line.cell[2]))
            out.append(line)
        first += used + 1
    return out
