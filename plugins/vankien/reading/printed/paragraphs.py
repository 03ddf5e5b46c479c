"""Where paragraphs end on a printed page, as indents, short lines and gaps tell; which lines stand in the middle."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from vankien.reading.printed.page import PrintedLine

_SENTENCE = (".", ";", ":", "!", "?", "…", ".”", '."', ";”")
_INDENT = 0.5
_SHORT = 2.0
_GAP = 1.3
_BLANK = 1.9
_LONG = 30
_SAME = 4.0


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right edge of a page's text, where a paragraph's first line begins, and the usual distance from
    line to line."""

    left: float
    right: float
    indent: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Hints:
    """By line number: does a paragraph end there, does a blank line follow, does it stand in the middle."""

    ends: frozenset[int]
    blank_after: frozenset[int]
    centered: frozenset[int]


def hints(lines: Sequence[PrintedLine], of: Collection[int]) -> Hints:
    """What the geometry of the lines numbered in `of` says; table cells are left out."""
    body = [at for at, line in enumerate(lines) if line.cell is None and at in of]
    margins = _margins([lines[at] for at in body])
    centered = frozenset(at for at in body if _centered(lines[at], margins[lines[at].page]))
    ends: set[int] = set()
    blank: set[int] = set()
    for at, after in itertools.pairwise(body):
        line, following = lines[at], lines[after]
        own, its = margins[line.page], margins[following.page]
        gap = line.top - following.top if line.page == following.page else None
        if gap is not None and gap > _BLANK * own.pitch:
            blank.add(at)
        if at in centered or after in centered or not _begins_at_margin(line, own):
            continue
        stops = line.text.endswith(_SENTENCE)
        short = line.x1 < own.right - _SHORT * line.height
        indented = following.x0 > its.left + _INDENT * following.height
        apart = gap is not None and gap > _GAP * own.pitch
        if (indented and (short or stops)) or (apart and short and stops):
            ends.add(at)
    return Hints(frozenset(ends), frozenset(blank), centered)


def _margins(lines: Sequence[PrintedLine]) -> dict[int, Margins]:
    """The margins of each page; those of the whole file where a page has too few lines."""
    whole = _of(lines)
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return {page: _of(members) if sum(map(_is_long, members)) >= 6 else whole for page, members in pages.items()}


def _of(lines: Sequence[PrintedLine]) -> Margins:
    long = [line for line in lines if _is_long(line)] or list(lines)
    lefts = Counter(round(line.x0 / 3) for line in long)
    often = max(2, 0.06 * len(long)) if len(long) > 4 else 1
    left = min((place for place, count in lefts.items() if count >= often), default=0) * 3.0
    further = Counter(round(line.x0 / 3) for line in lines if line.x0 > left + line.height / 2)
    indent = further.most_common(1)[0][0] * 3.0 if further else left
    rights = sorted(line.x1 for line in long)
    right = rights[len(rights) * 3 // 4] if rights else 0.0
    gaps = [a.top - b.top for a, b in itertools.pairwise(lines) if a.page == b.page and 0 < a.top - b.top < 60]
    return Margins(left, right, indent, median(gaps) if gaps else 20.0)


def _is_long(line: PrintedLine) -> bool:
    return len(line.text) >= _LONG


def _begins_at_margin(line: PrintedLine, margins: Margins) -> bool:
    """Whether a line begins where lines of running text begin: at the left edge or at the first line's indent."""
    return line.x0 < margins.left + _SAME or abs(line.x0 - margins.indent) < _SAME


def _centered(line: PrintedLine, margins: Margins) -> bool:
    middle = (margins.left + margins.right) / 2
    return (
        abs((line.x0 + line.x1) / 2 - middle) < 0.8 * line.height
        and line.x0 > margins.left + 1.2 * line.height
        and line.x1 < margins.right - line.height
        and not (abs(line.x0 - margins.indent) < _SAME and (len(line.text) > _LONG or line.text.endswith(_SENTENCE)))
    )
