"""Footnotes on printed pages: a small raised figure in a sentence, and the small print at the foot of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vankien.reading.printed.page import PrintedLine

_SAME_SIZE = 1.04


def mark_of(line: PrintedLine, at: int) -> str:
    """The figure of the line's raised mark number `at`, without brackets."""
    start, end = line.marks[at]
    return line.text[start:end].strip("[]()")


def notes(lines: Sequence[PrintedLine]) -> tuple[dict[int, str], dict[tuple[int, str], str]]:
    """By line number: the name of the footnote that the line belongs to; and for each (page, printed mark) the name of
    the note that it leads to.

    Only marks that a sentence refers to count. A note takes the lines below it of its own size, at the foot of the
    next page too. Its name is its mark, with `-2` where the count began again on a later page.
    """
    heads = {at for at, line in enumerate(lines) if _begins_note(line)}
    calls = [
        (line.page, mark_of(line, k))
        for at, line in enumerate(lines)
        for k in range(len(line.marks))
        if k > 0 or at not in heads
    ]
    called = {mark for _, mark in calls}
    found: dict[int, str] = {}
    names: dict[tuple[int, str], str] = {}
    name, size, page = "", 0.0, 0
    for at, line in enumerate(lines):
        if at in heads and mark_of(line, 0) in called:
            mark, size = mark_of(line, 0), line.height * _SAME_SIZE
            earlier = sum(other == mark for _, other in names)
            name = names.setdefault((line.page, mark), mark if not earlier else f"{mark}-{earlier + 1}")
        elif line.cell is not None or line.height > size:
            if line.page == page:
                size = 0.0
            continue
        elif line.page != page and not (line.page == page + 1 and _at_foot(lines, at, size)):
            continue
        page = line.page
        found[at] = name
    return found, names | _elsewhere(calls, names)


def _elsewhere(calls: Sequence[tuple[int, str]], names: Mapping[tuple[int, str], str]) -> dict[tuple[int, str], str]:
    """The names for marks whose note stands on another page: the next one on, else the last one before."""
    found: dict[tuple[int, str], str] = {}
    for page, mark in calls:
        pages = sorted(at for at, other in names if other == mark)
        if pages and (page, mark) not in names:
            nearest = next((at for at in pages if at > page), pages[-1])
            found[page, mark] = names[nearest, mark]
    return found


def _begins_note(line: PrintedLine) -> bool:
    return bool(line.marks) and line.cell is None and not line.text[: line.marks[0][0]].strip()


def _at_foot(lines: Sequence[PrintedLine], at: int, size: float) -> bool:
    """Whether from `at` on the page holds small print only, below text of larger size."""
    page = lines[at].page
    first, last = at, at
    while first > 0 and lines[first - 1].page == page:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].page == page:
        last += 1
    larger = any(line.height > size for line in lines[first:at])
    return larger and all(line.height <= size and line.cell is None for line in lines[at : last + 1])
