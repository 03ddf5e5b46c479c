"""Footnotes on printed pages: a small raised figure in a sentence, and the small print at the foot of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vankien.reading.printed.page import PrintedLine

_SMALL = 0.94


def mark_of(line: PrintedLine, at: int) -> str:
    """The figure of the line's raised mark number `at`, without brackets."""
    start, end = line.marks[at]
    return line.text[start:end].strip("[]()")


def notes(lines: Sequence[PrintedLine]) -> dict[int, str]:
    """By line number: the mark of the footnote that the line belongs to. Only marks that a sentence refers to count;
    a note that goes on at the foot of the next page is followed."""
    body = _body_height(lines)
    heads = {at for at, line in enumerate(lines) if _begins_note(line)}
    called = {
        mark_of(line, k)
        for at, line in enumerate(lines)
        for k in range(len(line.marks))
        if (at, k) not in {(h, 0) for h in heads}
    }
    found: dict[int, str] = {}
    mark: str | None = None
    page = 0
    for at, line in enumerate(lines):
        if at in heads and mark_of(line, 0) in called:
            mark, page = mark_of(line, 0), line.page
        elif (
            mark is None
            or not _is_small(line, body)
            or (line.page != page and not (line.page == page + 1 and _at_foot(lines, at, body)))
        ):
            continue
        page = line.page
        found[at] = mark
    return found


def _begins_note(line: PrintedLine) -> bool:
    return bool(line.marks) and line.cell is None and not line.text[: line.marks[0][0]].strip()


def _is_small(line: PrintedLine, body: float) -> bool:
    return line.cell is None and line.height <= _SMALL * body


def _at_foot(lines: Sequence[PrintedLine], at: int, body: float) -> bool:
    """Whether from `at` on the page holds small print only, below text of ordinary size."""
    page = lines[at].page
    rest = [line for line in lines[at:] if line.page == page]
    above = [line for line in lines[max(0, at - 60) : at] if line.page == page and line.cell is None]
    return all(_is_small(line, body) for line in rest) and any(not _is_small(line, body) for line in above)


def _body_height(lines: Sequence[PrintedLine]) -> float:
    """The height of most letters outside tables."""
    heights: Counter[float] = Counter()
    for line in lines:
        if line.cell is None:
            heights[line.height] += len(line.text)
    return max(heights, key=lambda height: heights[height]) if heights else 0.0
