"""Tables that a crawl of a portal leaves as bars: lines of their own holding `|` before, between and after the cells.

The bars tell neither a row's end from an empty cell nor a table's end from one more cell. So: two bars in a row end
a row, unless the row then has exactly the cells of the table's first row; a text that reads like a document's body
(`knowledge/tables.yml`), or that follows a full row, stands outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load

Cell = tuple[int, int, int]
BAR = "|"
REASON = "vạch ngăn ô của bảng"
_LONG = 900
_SHORT = 160


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines `first` to `last` (exclusive) and how many bars stand before and after."""

    first: int
    last: int
    before: int
    after: int


@dataclass(slots=True)
class _Place:
    """Where in which table the reading stands. `width` is 0 until the first row has ended."""

    table: int = -1
    row: int = 0
    column: int = 0
    width: int = 0
    inside: bool = False

    def open(self, bars: int) -> None:
        self.table += 1
        self.row, self.column, self.width, self.inside = 0, bars - 1, 0, True

    def next_row(self, bars: int) -> None:
        self.width = self.width or self.column + 1 + (bars - 2)
        self.row, self.column = self.row + 1, 0


def cells_of(lines: Sequence[str]) -> dict[int, Cell]:
    """The cell of each line that stands in a bar table, by line number. `lines` are free of blanks and stars at
    their ends."""
    stretches = _stretches(lines)
    cells: dict[int, Cell] = {}
    place = _Place()
    for at, stretch in enumerate(stretches):
        if stretch.before == 0 or stretch.after == 0:
            place.inside = False
            continue
        if place.inside and _opens_table(lines, stretch, stretches[at - 1]):
            for number in range(stretches[at - 1].first, stretches[at - 1].last):
                cells.pop(number, None)
            place.inside = False
        if not place.inside:
            place.open(stretch.before)
        elif stretch.before == 1:
            if _ends_table(lines, stretch, place, stretches[at - 1]):
                place.inside = False
                continue
            place.column += 1
        elif _same_row(stretches, at, place):
            place.column += stretch.before
        else:
            place.next_row(stretch.before)
        for number in range(stretch.first, stretch.last):
            cells[number] = (place.table, place.row, place.column)
    return cells


def _stretches(lines: Sequence[str]) -> list[_Stretch]:
    """The texts between bars, in order. Blank lines at the start and end of the text make no stretch."""
    bars = [number for number, line in enumerate(lines) if line == BAR]
    found: list[_Stretch] = []
    begin, before = 0, 0
    for bar in [*bars, len(lines)]:
        if any(lines[begin:bar]):
            if found:
                last = found[-1]
                found[-1] = _Stretch(last.first, last.last, last.before, before)
            found.append(_Stretch(begin, bar, before, 0))
            before = 0
        before += 1
        begin = bar + 1
    if found:
        last = found[-1]
        found[-1] = _Stretch(last.first, last.last, last.before, before - 1)
    return found


def _ends_table(lines: Sequence[str], stretch: _Stretch, place: _Place, last: _Stretch) -> bool:
    """Whether the stretch after a single bar is no further cell but text after the table."""
    text = [line for line in lines[stretch.first : stretch.last] if line]
    narrow = place.width in (0, 1, 2)
    full = place.width > 0 and place.column + 1 >= place.width
    if place.column == 1 and place.width in (0, 2) and _matches("two_columns", _first(lines, last, place)):
        return True
    if full and narrow:
        return True
    length = sum(map(len, text))
    if full and (length > _SHORT or _matches("body_begins", text[0])):
        return True
    if narrow and (length > _LONG or _matches("body_begins", text[0])):
        return place.column > 0 or length > _LONG
    of_body = sum(_matches("body_holds", line) for line in text)
    return of_body > 0 and (narrow or (of_body > 1 and length > _LONG))


def _opens_table(lines: Sequence[str], stretch: _Stretch, last: _Stretch) -> bool:
    """Whether the stretch is a table's first cell by its words, so that the long text before it was none."""
    if stretch.before != 1 or sum(map(len, lines[last.first : last.last])) < _SHORT / 2:
        return False
    first = next((line for line in lines[stretch.first : stretch.last] if line), "")
    return _matches("opens", first)


def _first(lines: Sequence[str], last: _Stretch, place: _Place) -> str:
    """The first line of the first cell of the row that `last` ends: two cells back, one stretch before."""
    at = last.first - 2
    while at > 0 and lines[at - 1] != BAR:
        at -= 1
    return next((line for line in lines[at : last.first] if line), "") if place.column else ""


def _same_row(stretches: Sequence[_Stretch], at: int, place: _Place) -> bool:
    """Whether the bars before stretch `at` hold an empty cell of the row that is being read."""
    if not place.width or place.column + stretches[at].before >= place.width:
        return False
    end = at
    while end + 1 < len(stretches) and stretches[end].after == 1:
        end += 1
    cells = place.column + stretches[at].before + (end - at) + 1
    return cells <= place.width <= cells + max(0, stretches[end].after - 2)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(load("tables")[key]))


def _matches(key: str, line: str) -> bool:
    return _pattern(key).match(line) is not None
