"""Blocks set in columns without rules: the head of a document, its signatures, an unruled table."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.reading.printed.words import Fragment, Row

_GUTTER = 0.1
_CLOSE = 0.4
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Zone:
    """Rows `first` to `last` (exclusive) stand in columns; `gutters` are the x between them."""

    first: int
    last: int
    gutters: tuple[float, ...]

    def column(self, piece: Fragment) -> int:
        """The column in which the middle of `piece` lies."""
        middle = (piece.x0 + piece.x1) / 2
        return sum(middle > gutter for gutter in self.gutters)


def zones(rows: Sequence[Row]) -> list[Zone]:
    """The column blocks of a page, from the top down, none of them overlapping."""
    found: list[Zone] = []
    at = 0
    while at < len(rows):
        zone = _zone(rows, at, found[-1].last if found else 0) if len(rows[at]) > 1 else None
        if zone is None:
            at += 1
        else:
            found.append(zone)
            at = zone.last
    return found


def _zone(rows: Sequence[Row], start: int, least: int) -> Zone | None:
    """The block of which row `start` is the first with more than one fragment."""
    spans = _spans(rows[start])
    page = (min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows))
    last, pending, divided = start + 1, start + 1, 1
    while pending < len(rows):
        merged = _merged(spans, rows[pending])
        if merged is None:
            break
        several = len(rows[pending]) > 1
        if not several and not _aligned(rows[pending][0], spans, page):
            break
        if several or _side_row(rows, pending, spans, page):
            last = pending + 1
        elif rows[pending - 1][0].bottom - rows[pending][0].top > _NEAR * rows[pending][0].height:
            break
        divided += several
        spans = merged
        pending += 1
    if divided < 2 and last - start < 2:
        return None
    first = start
    while first > least and _belongs_above(rows, first, spans, page):
        first -= 1
    return Zone(first, last, tuple((a[1] + b[0]) / 2 for a, b in itertools.pairwise(spans)))


def _spans(row: Row) -> list[tuple[float, float]]:
    return [(piece.x0, piece.x1) for piece in row]


def _merged(spans: list[tuple[float, float]], row: Row) -> list[tuple[float, float]] | None:
    """The columns' extents with those of `row` taken in; None where a fragment bridges two columns."""
    out = list(spans)
    for piece in row:
        touched = [at for at, (x0, x1) in enumerate(out) if piece.x0 < x1 and piece.x1 > x0]
        if not touched:
            middle = (piece.x0 + piece.x1) / 2
            touched = [min(range(len(out)), key=lambda at: min(abs(out[at][0] - middle), abs(out[at][1] - middle)))]
        if len(touched) > 1:
            return None
        at = touched[0]
        out[at] = (min(out[at][0], piece.x0), max(out[at][1], piece.x1))
    height = row[0].height
    if any(b[0] - a[1] < _GUTTER * height for a, b in itertools.pairwise(out)):
        return None
    return out


def _side_row(rows: Sequence[Row], at: int, spans: list[tuple[float, float]], page: tuple[float, float]) -> bool:
    """Whether a row of one fragment goes on with a column: right of the first one, or close below in the first."""
    piece = rows[at][0]
    if not _aligned(piece, spans, page):
        return False
    if piece.x0 > spans[0][1]:
        return True
    above = [other for row in rows[max(0, at - 3) : at] for other in row if other.x0 < spans[0][1]]
    return any(other.bottom - piece.top <= _CLOSE * piece.height for other in above[-1:])


def _aligned(piece: Fragment, spans: list[tuple[float, float]], page: tuple[float, float]) -> bool:
    """Whether `piece` begins or is centred where its column does. What is centred on the `page` is a title."""
    middle = (piece.x0 + piece.x1) / 2
    x0, x1 = min(spans, key=lambda span: max(span[0] - middle, middle - span[1]))
    off = abs(middle - (x0 + x1) / 2)
    if abs(middle - sum(page) / 2) <= 0.7 * piece.height and off > piece.height:
        return False
    return abs(piece.x0 - x0) <= piece.height or off <= 0.1 * (x1 - x0) + 0.7 * piece.height


def _belongs_above(
    rows: Sequence[Row], first: int, spans: list[tuple[float, float]], page: tuple[float, float]
) -> bool:
    """Whether the row above the block is of one of its columns: in the right one, or close above in the left one."""
    row = rows[first - 1]
    if len(row) != 1 or not _aligned(row[0], spans, page):
        return False
    piece, below = row[0], rows[first]
    merged = _merged(spans, row)
    if merged is None:
        return False
    distance = piece.bottom - max(other.top for other in below)
    if piece.x0 > spans[0][1]:
        return distance <= 2 * piece.height
    return distance <= _CLOSE / 4 * piece.height and piece.x1 <= spans[0][1] + piece.height
