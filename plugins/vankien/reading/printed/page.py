"""One page: its words put into lines, tables and columns, in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vankien.model import Span
from vankien.reading.printed.columns import Zone, zones
from vankien.reading.printed.grids import Grid, Ruling, grids
from vankien.reading.printed.words import Row, Word, fragments, rows

Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its place on paper. `cell` counts tables from 0 on each page; `marks` are the raised figures as
    (start, end) in `text`; `height` is that of the line's ordinary words."""

    text: str
    page: int
    x0: float
    x1: float
    bottom: float
    top: float
    height: float
    spans: tuple[Span, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its layout is known: `rows` stand outside the ruled `tables`, whose words are `cells`."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    tables: tuple[Grid, ...]
    cells: dict[int, list[tuple[tuple[int, int], Word]]]


def draft(number: int, size: tuple[float, float], words: Iterable[Word], rulings: Iterable[Ruling]) -> Draft:
    """The page made of `words`; `size` is (width, height)."""
    tables = grids(rulings)
    inside: dict[int, list[tuple[tuple[int, int], Word]]] = {}
    free: list[Word] = []
    for word in words:
        for at, table in enumerate(tables):
            if (cell := table.locate(word)) is not None:
                inside.setdefault(at, []).append((cell, word))
                break
        else:
            free.append(word)
    return Draft(number, *size, tuple(rows(fragments(free))), tuple(tables), inside)


def lay_out(page: Draft) -> list[PrintedLine]:
    """The page's lines in reading order."""
    blocks: list[tuple[float, list[PrintedLine]]] = []
    for at, members in page.cells.items():
        blocks.append((page.tables[at].rows[0], _table_lines(page.number, at, members)))
    ruled = [page.tables[at] for at in page.cells]
    blocks += _free_blocks(page.number, page.rows, len(page.tables), ruled)
    blocks.sort(key=lambda block: -block[0])
    return [line for _, lines in blocks for line in lines]


def line_of(number: int, row: Row) -> PrintedLine:
    """One printed line of page `number`; between fragments a run of blanks is left, as a sign that columns may stand
    there."""
    parts: list[str] = []
    spans: list[Span] = []
    marks: list[tuple[int, int]] = []
    length = 0
    last: Word | None = None
    for piece in row:
        for at, word in enumerate(piece.words):
            blank = "" if last is None or word.glued else "   " if at == 0 else " "
            start = length + len(blank)
            parts += (blank, word.text)
            length = start + len(word.text)
            if word.raised:
                marks.append((start, length))
            if word.strong:
                spans.append(Span(start, length, "strong"))
            if word.em:
                spans.append(Span(start, length, "em"))
            last = word
    return PrintedLine(
        "".join(parts),
        number,
        row[0].x0,
        row[-1].x1,
        min(piece.bottom for piece in row),
        max(piece.top for piece in row),
        _height(row),
        tuple(_merged(spans)),
        tuple(marks),
    )


def _table_lines(number: int, table: int, members: Sequence[tuple[tuple[int, int], Word]]) -> list[PrintedLine]:
    """The lines of a ruled table, cell by cell."""
    cells: dict[tuple[int, int], list[Word]] = {}
    for cell, word in members:
        cells.setdefault(cell, []).append(word)
    lines: list[PrintedLine] = []
    for cell in sorted(cells):
        found = rows(fragments(cells[cell]))
        lines.extend(replace(line_of(number, row), cell=(table, *cell)) for row in found)
    return lines


def _free_blocks(
    number: int, found: Sequence[Row], tables: int, ruled: Sequence[Grid]
) -> list[tuple[float, list[PrintedLine]]]:
    """What stands outside ruled tables, each block with the height at which it begins."""
    blocks: list[tuple[float, list[PrintedLine]]] = []
    at = 0
    for run in _runs(found, ruled):
        for zone in (*zones(run), Zone(len(run), len(run), ())):
            blocks.extend((row[0].top, [line_of(number, row)]) for row in run[at : zone.first])
            if zone.first < zone.last:
                members = run[zone.first : zone.last]
                blocks.append((max(p.top for p in members[0]), _zone_lines(number, tables, zone, members)))
                tables += 1
            at = zone.last
        at = 0
    return blocks


def _runs(found: Sequence[Row], ruled: Sequence[Grid]) -> list[Sequence[Row]]:
    """The rows between ruled tables: no column block reaches across one."""
    if not ruled:
        return [found]
    tops = sorted((grid.rows[0] for grid in ruled), reverse=True)
    runs: list[list[Row]] = [[] for _ in range(len(tops) + 1)]
    for row in found:
        runs[sum(row[0].top < top for top in tops)].append(row)
    return [run for run in runs if run]


def _zone_lines(number: int, table: int, zone: Zone, members: Sequence[Row]) -> list[PrintedLine]:
    """A block of columns as one row of cells, each column from the top down; three columns and more are a table."""
    as_table = len(zone.gutters) > 1
    placed: list[tuple[Cell, PrintedLine]] = []
    for at, row in enumerate(members):
        for piece in row:
            cell = (table, at if as_table else 0, zone.column(piece))
            placed.append((cell, replace(line_of(number, (piece,)), cell=cell)))
    placed.sort(key=lambda item: item[0])
    return [line for _, line in placed]


def _height(row: Row) -> float:
    """The height of most of the row's letters."""
    lengths: dict[float, int] = {}
    for piece in row:
        for word in piece.words:
            lengths[round(word.height, 1)] = lengths.get(round(word.height, 1), 0) + len(word.text)
    return max(lengths, key=lambda height: lengths[height])


def _merged(spans: list[Span]) -> list[Span]:
    """Spans of one style with only blanks between them made one."""
    out: dict[str, list[Span]] = {}
    for span in spans:
        same = out.setdefault(span.style, [])
        if same and span.start - same[-1].end <= 3:
            same[-1] = Span(same[-1].start, span.end, span.style)
        else:
            same.append(span)
    return sorted((span for same in out.values() for span in same), key=lambda span: span.start)
