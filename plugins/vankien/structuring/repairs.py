"""Two slips of print that hide a number: two marks on one line ("Điều 2. 1. Nhà nước ..."), and a number without its
point ("23 Đề nghị ..."). Both are put right only where the numbering around them says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.model import NoteRef, Span
from vankien.structuring.blocks import Block
from vankien.writing.marks import Mark, is_first, read_marks, steps

_FAR = 60
_MARK = 40
_FIRST_SIGNS = frozenset("01a(")
_PARENTS = frozenset({"dieu", "khoan", "muc", "diem"})
_CHILDREN = frozenset({"arabic", "letter"})
_BARE = re.compile(r"(\d{1,3})\s+(?=[^\W\d_])")


def split_joined(blocks: list[Block]) -> list[Block]:
    """`blocks` with a line of two marks as two blocks, where the list that the second one begins goes on below."""
    out: list[Block] = []
    for at, block in enumerate(blocks):
        rest = block
        while (place := _second_mark(rest, blocks, at)) is not None:
            out.append(_part(rest, 0, place))
            rest = _part(rest, place, len(rest.text))
        out.append(rest)
    return out


def _second_mark(block: Block, blocks: Sequence[Block], at: int) -> int | None:
    """Where the second mark of a block begins."""
    for first in block.marks:
        place = first.end
        while block.text[place : place + 1].isspace():
            place += 1
        if first.kind not in _PARENTS or block.text[place : place + 1] not in _FIRST_SIGNS:
            continue
        for second in read_marks(block.text[place : place + _MARK]):
            if second.family in _CHILDREN and second.family != first.family and is_first(second):
                return place if _goes_on(second, first, blocks, at) else None
    return None


def _goes_on(mark: Mark, above: Mark, blocks: Sequence[Block], at: int) -> bool:
    """Whether the list that `mark` begins has a second item below, before the next mark of the kind of `above`."""
    for block in blocks[at + 1 : at + _FAR]:
        for later in block.marks:
            if later.family == mark.family and later.style == mark.style:
                return steps(mark, later) == 1
            if later.family == above.family:
                return False
    return False


def _part(block: Block, start: int, end: int) -> Block:
    """The characters `start` to `end` of a block, as a block."""
    spans = tuple(
        Span(max(s.start - start, 0), min(s.end, end) - start, s.style)
        for s in block.spans
        if s.start < end and s.end > start
    )
    last = end == len(block.text)
    refs = tuple(NoteRef(r.at - start, r.mark) for r in block.refs if start <= r.at < end or (last and r.at == end))
    text = block.text[start:] if last else block.text[start:end].rstrip()
    return replace(block, text=text, spans=spans, refs=refs, marks=read_marks(text))


def bare_number(blocks: Sequence[Block], at: int, opened: Sequence[Mark]) -> Mark | None:
    """The mark of block `at` that begins with a number without its point: one that comes next after one of the open
    marks, or begins a list, and is followed by the next number in print."""
    match = _BARE.match(blocks[at].text)
    if match is None:
        return None
    value = int(match[1])
    lasts = [mark for mark in opened if mark.family == "arabic" and mark.key[0] == value - 1]
    if value != 1 and not lasts:
        return None
    style = lasts[-1].style if lasts else "."
    mark = Mark("khoan", "arabic", style, str(value), (value, 0), match[1], match.end())
    for block in blocks[at + 1 : at + _FAR]:
        for later in block.marks:
            if later.family == "arabic" and later.style == style:
                return mark if steps(mark, later) == 1 else None
            if later.kind == "dieu":
                return None
    return None
