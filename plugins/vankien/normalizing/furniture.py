"""What the page carries and the document does not say: running heads, page numbers, a printer's path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vankien.model import Dropped, Line

_PATH = re.compile(r"(?:[A-Za-z]:\\|\\\\\w|file:///)\S.*")
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:Trang\s+)?(?P<number>\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?")


def take_furniture(lines: Iterable[Line]) -> tuple[list[Line], list[Dropped]]:
    """The lines that are text, and what was taken out with the reason."""
    lines = list(lines)
    numbers = _page_numbers(lines)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    for at, line in enumerate(lines):
        text = line.text.strip()
        if line.box in ("header", "footer"):
            dropped.append(Dropped(text, "đầu trang, chân trang"))
        elif at in numbers:
            dropped.append(Dropped(text, "số trang"))
        elif line.cell is None and _PATH.fullmatch(text):
            dropped.append(Dropped(text, "đường dẫn tệp trên máy in"))
        else:
            kept.append(line)
    return kept, [drop for drop in dropped if drop.text]


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Places of lines that are page numbers: they count up one by one, two of them at least, from 1 or 2."""
    found: list[int] = []
    expected: tuple[int, ...] = (1, 2)
    for at, line in enumerate(lines):
        if line.cell is not None or line.ends or not line.text or len(line.text) > 20:
            continue
        match = _PAGE_NUMBER.fullmatch(line.text.strip())
        if match and int(match["number"]) in expected:
            found.append(at)
            expected = (int(match["number"]) + 1,)
    return set(found) if len(found) > 1 else set()
