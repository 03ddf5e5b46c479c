"""Markdown pipe tables: `| a | b |` lines, each a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

REASON = "vạch ngăn ô của bảng"
_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class PipeRow:
    """The cells of one line as (start, end) in that line; `bars` are the offsets of the bars."""

    cells: tuple[tuple[int, int], ...]
    bars: tuple[int, ...]


def pipe_row(line: str) -> PipeRow | None:
    """The row that `line` is, or None."""
    bare = line.strip()
    if len(bare) < 3 or bare[0] != "|" or bare[-1] != "|":
        return None
    bars = tuple(match.start() for match in _BAR.finditer(line))
    if len(bars) < 2:
        return None
    return PipeRow(tuple((a + 1, b) for a, b in pairwise(bars)), bars)


def is_rule(line: str) -> bool:
    """Whether `line` is the `|---|---|` below a table's head."""
    return "|" in line and _RULE.fullmatch(line.strip()) is not None
