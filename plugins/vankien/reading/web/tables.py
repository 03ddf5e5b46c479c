"""Tables on web pages: the cells with their place in the grid; tables that only lay out the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any
_LONG = 3000
_PARTS = frozenset({"tbody", "thead", "tfoot"})


def rows_of(table: Element) -> Iterator[tuple[int, int, Element]]:
    """(row, column, cell) of the table's own cells, in order; spans over rows and columns are counted."""
    taken: dict[int, int] = {}
    for row, element in enumerate(_own_rows(table)):
        column = 0
        for cell in element:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > 0:
                column += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            yield row, column, cell
            for at in range(column, column + wide):
                taken[at] = max(taken.get(at, 0), high)
            column += wide
        taken = {at: left - 1 for at, left in taken.items() if left > 1}


def is_layout(table: Element) -> bool:
    """Whether a table only places things: it has a single cell, or one that holds the text of pages."""
    cells = [cell for _, _, cell in rows_of(table)]
    return len(cells) <= 1 or any(len("".join(cell.itertext()).strip()) > _LONG for cell in cells)


def _own_rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child if row.tag == "tr")


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1")
    return max(1, min(int(value), 100)) if value.isdigit() else 1
