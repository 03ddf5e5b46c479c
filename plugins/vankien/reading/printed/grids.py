"""Ruled tables: the lines drawn on a page, the cells between them, merged ones included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vankien.reading.printed.words import Word

_NEAR = 3.0
_LEAST = 8.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn straight line or thin bar, as its box."""

    x0: float
    x1: float
    bottom: float
    top: float

    @property
    def flat(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells: `columns` and `rows` are the coordinates of all its lines (rows from the top down); `cell_of`
    gives the merged cell, named by its upper left one, for each (row, column)."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cell_of: dict[tuple[int, int], tuple[int, int]]

    def locate(self, word: Word) -> tuple[int, int] | None:
        """The cell in which the middle of `word` lies, None outside the table."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if not (self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]):
            return None
        column = bisect_right(self.columns, x) - 1
        row = bisect_right([-each for each in self.rows], -y) - 1
        return self.cell_of.get((row, column))


def grids(rulings: Iterable[Ruling]) -> list[Grid]:
    """The tables that `rulings` draw, from the top of the page down. Frames of a single cell are none."""
    long = [ruling for ruling in rulings if max(ruling.x1 - ruling.x0, ruling.top - ruling.bottom) >= _LEAST]
    found = [grid for group in _connected(long) if (grid := _grid(group))]
    return sorted(found, key=lambda grid: -grid.rows[0])


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Groups of rulings that touch each other."""
    groups: list[tuple[Ruling, list[Ruling]]] = []
    for ruling in sorted(rulings, key=lambda each: -each.top):
        box, members, rest = ruling, [ruling], []
        for other, group in groups:
            if _touch(box, other):
                box = Ruling(
                    min(box.x0, other.x0), max(box.x1, other.x1), min(box.bottom, other.bottom), max(box.top, other.top)
                )
                members += group
            else:
                rest.append((other, group))
        groups = [*rest, (box, members)]
    return [members for _, members in groups]


def _touch(a: Ruling, b: Ruling) -> bool:
    return a.x0 - _NEAR <= b.x1 and b.x0 - _NEAR <= a.x1 and a.bottom - _NEAR <= b.top and b.bottom - _NEAR <= a.top


def _grid(group: Sequence[Ruling]) -> Grid | None:
    flat = [ruling for ruling in group if ruling.flat]
    tall = [ruling for ruling in group if not ruling.flat]
    columns = _positions((ruling.x0 + ruling.x1) / 2 for ruling in tall)
    rows = _positions((ruling.top + ruling.bottom) / 2 for ruling in flat)[::-1]
    if len(columns) < 2 or len(rows) < 2 or (len(columns) == 2 and len(rows) == 2):
        return None
    return Grid(tuple(columns), tuple(rows), _cells(columns, rows, flat, tall))


def _positions(values: Iterable[float]) -> list[float]:
    """Rising coordinates, those that are nearly the same made one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _cells(
    columns: Sequence[float], rows: Sequence[float], flat: Sequence[Ruling], tall: Sequence[Ruling]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Each cell's upper left one: cells without a line between them are one."""
    cell_of: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            middle_x = (columns[column] + columns[column + 1]) / 2
            middle_y = (rows[row] + rows[row + 1]) / 2
            if row and not _drawn(flat, middle_x, rows[row], along_x=True):
                cell_of[row, column] = cell_of[row - 1, column]
            elif column and not _drawn(tall, columns[column], middle_y, along_x=False):
                cell_of[row, column] = cell_of[row, column - 1]
            else:
                cell_of[row, column] = (row, column)
    return cell_of


def _drawn(rulings: Sequence[Ruling], x: float, y: float, *, along_x: bool) -> bool:
    """Whether a line passes through the point (x, y), along x or along y."""
    if along_x:
        return any(r.x0 - _NEAR <= x <= r.x1 + _NEAR and abs((r.top + r.bottom) / 2 - y) <= _NEAR for r in rulings)
    return any(r.bottom - _NEAR <= y <= r.top + _NEAR and abs((r.x0 + r.x1) / 2 - x) <= _NEAR for r in rulings)
