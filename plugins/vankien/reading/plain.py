"""Text and Markdown files: physical lines, without the marks that a crawl or a converter left in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vankien.model import Dropped, Line
from vankien.reading import grid, pipes, unseen
from vankien.reading.cutting import Cut, Cutter, Markings, dropped, plain_blanks, without_margins
from vankien.reading.emphasis import mark_emphasis
from vankien.reading.footmarks import Note, mark_notes, mark_ruled_notes
from vankien.reading.markup import looks_marked, mark_headings, mark_inline

_ENDS = re.compile(r"\r\n|[\r\x0b\x1c-\x1e\x85\u2028\u2029]")
_PAGE = "\f"


class _Physical(NamedTuple):
    """One line of the file: `text[start:end]`, counted from 1, on a page if the file has page breaks."""

    start: int
    end: int
    number: int
    page: int | None


@dataclass(frozen=True, slots=True)
class _Tables:
    """By line number: the cell in a bar table, the cells of a pipe row; which lines are only bars and rules."""

    cells: dict[int, grid.Cell] = field(default_factory=dict)
    rows: dict[int, pipes.PipeRow] = field(default_factory=dict)
    bars: set[int] = field(default_factory=set)


def read_plain(text: str, marked: bool = False) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of `text` (NFC) and what was taken out. `marked`: the file says that it is Markdown."""
    marks = Markings()
    if not text.replace("\n", "").isprintable():  # most texts hold none of what is looked for here
        text = plain_blanks(_ENDS.sub("\n", text))
        marks.cuts.extend(Cut(*match.span(), unseen.REASON) for match in unseen.UNSEEN.finditer(text))
    notes = mark_notes(text, marks) or mark_ruled_notes(text, marks)
    if not (marked or marks.cuts or looks_marked(text)):
        return tuple(_bare_lines(text)), ()
    physical = list(_physical(text))
    if marked or looks_marked(text):
        lines = _marked_lines(text, physical, marks, notes)
    else:
        lines = _lines(text, physical, marks, notes, _Tables())
    read = tuple(lines)
    return read, dropped(text, sorted(marks.cuts, key=lambda cut: cut.start))


def _physical(text: str) -> Iterator[_Physical]:
    """The lines of `text`; a form feed begins a page."""
    paged = _PAGE in text
    page, start = 1, 0
    for number, row in enumerate(text.split("\n"), 1):
        page += row.count(_PAGE) if paged else 0
        yield _Physical(start, start + len(row), number, page if paged else None)
        start += len(row) + 1


def _bare_lines(text: str) -> Iterator[Line]:
    """The lines of a text that holds no marks at all: the quick way for most files."""
    page = 1 if _PAGE in text else None
    for number, row in enumerate(text.split("\n"), 1):
        if page is not None:
            page += row.count(_PAGE)
        yield Line(without_margins(row), f"dòng {number}", page)


def _marked_lines(text: str, physical: list[_Physical], marks: Markings, notes: list[Note]) -> Iterator[Line]:
    """The lines of a Markdown text: its marks cut, its tables as cells."""
    raw = [text[line.start : line.end] for line in physical]
    bare = [row.strip() for row in raw]
    has_bars = grid.BAR in bare
    cells = grid.cells_of([row if row == grid.BAR else row.strip("*_ ") for row in bare]) if has_bars else {}
    rows = {at: row for at, line in enumerate(raw) if "|" in line and (row := pipes.pipe_row(line))}
    mark_headings(text, marks)
    for start, end in _blocks(physical, bare, rows):
        mark_emphasis(text, start, end, marks)
    for at, row in rows.items():
        _mark_row(physical[at], row, pipes.is_rule(bare[at]), marks)
    marks.cuts.extend(
        Cut(line.start, line.end, grid.REASON) for line, row in zip(physical, bare, strict=True) if row == grid.BAR
    )
    mark_inline(text, marks)
    bars = {at for at, row in enumerate(bare) if row == grid.BAR or (at in rows and pipes.is_rule(row))}
    return _lines(text, physical, marks, notes, _Tables(cells, rows, bars))


def _blocks(physical: list[_Physical], bare: list[str], rows: dict[int, pipes.PipeRow]) -> Iterator[tuple[int, int]]:
    """The stretches of text within which emphasis is paired: between blank lines and bars, and each cell."""
    begin: int | None = None
    for at, line in enumerate(physical):
        if at in rows or bare[at] in ("", grid.BAR):
            if begin is not None:
                yield begin, physical[at - 1].end
            begin = None
            if at in rows:
                yield from ((line.start + a, line.start + b) for a, b in rows[at].cells)
        elif begin is None:
            begin = line.start
    if begin is not None:
        yield begin, physical[-1].end


def _mark_row(line: _Physical, row: pipes.PipeRow, is_rule: bool, marks: Markings) -> None:
    """Cut the bars of a pipe row, or the whole rule below a table's head."""
    if is_rule:
        marks.cuts.append(Cut(line.start, line.end, grid.REASON))
    else:
        marks.cuts.extend(Cut(line.start + bar, line.start + bar + 1, grid.REASON) for bar in row.bars)


def _lines(text: str, physical: list[_Physical], marks: Markings, notes: list[Note], tables: _Tables) -> Iterator[Line]:
    """Each physical line as a `Line`, a pipe row as a line for each cell."""
    cutter = Cutter(text, marks)
    breaks = sorted(marks.breaks)
    noted = _note_of_line(physical, notes, text, tables.bars)
    table = max((cell[0] for cell in tables.cells.values()), default=-1)
    row_number, last_row = 0, -2
    divided = bool(breaks)
    for at, line in enumerate(physical):
        if at in tables.bars:
            last_row += at == last_row + 1
            continue
        place = f"dòng {line.number}"
        if at not in tables.rows:
            cell = tables.cells.get(at)
            if not divided and cutter.is_bare(line.start, line.end):
                words = without_margins(text[line.start : line.end])
                if words or not cell:
                    yield Line(words, place, line.page, cell=cell, note=noted.get(at))
                continue
            for start, end in _parts(line.start, line.end, breaks) if divided else ((line.start, line.end),):
                piece = cutter.piece(start, end)
                if piece.text or not cell:
                    yield Line(
                        piece.text, place, line.page, spans=piece.spans, refs=piece.refs, cell=cell, note=noted.get(at)
                    )
            continue
        if at != last_row + 1:
            table, row_number = table + 1, 0
        last_row = at
        filled = False
        for column, (a, b) in enumerate(tables.rows[at].cells):
            for start, end in _parts(line.start + a, line.start + b, breaks):
                piece = cutter.piece(start, end)
                if piece.text:
                    filled = True
                    cell = (table, row_number, column)
                    yield Line(piece.text, place, line.page, spans=piece.spans, refs=piece.refs, cell=cell)
        row_number += filled


def _parts(start: int, end: int, breaks: list[int]) -> Iterator[tuple[int, int]]:
    """`start` to `end`, divided where a `<br>` stands."""
    at = bisect_left(breaks, start)
    while at < len(breaks) and breaks[at] < end:
        yield start, breaks[at]
        start, at = breaks[at], at + 1
    yield start, end


def _note_of_line(physical: list[_Physical], notes: list[Note], text: str, bars: set[int]) -> dict[int, str]:
    """The footnote's mark for each line of its paragraph: up to a blank line, a bar or the next note."""
    if not notes:
        return {}
    begins = {note.start: note.mark for note in notes}
    starts = sorted(begins)
    noted: dict[int, str] = {}
    mark: str | None = None
    for at, line in enumerate(physical):
        first = bisect_left(starts, line.start)
        if first < len(starts) and starts[first] < line.end:
            mark = begins[starts[first]]
        elif at in bars or not text[line.start : line.end].strip():
            mark = None
        if mark is not None:
            noted[at] = mark
    return noted
