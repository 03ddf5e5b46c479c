"""Which printed marks are clauses of the document, and under which one each of them stands.

A mark counts when it goes on a list that is open above it, or begins a new one; so a wrapped "1." or "2020." does
not. Marks in quoted text are not looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vankien.structuring.announcing import Provision, announced_provision, is_wording_of
from vankien.structuring.blocks import Block
from vankien.structuring.levels import WORDED, Open, choose
from vankien.structuring.quotations import Quotations
from vankien.structuring.repairs import bare_number
from vankien.structuring.wording import end_of_wording
from vankien.writing.marks import Mark


@dataclass(slots=True)
class Outline:
    """For the numbered blocks: their mark and the block of their parent; and which blocks are quoted."""

    marks: dict[int, Mark] = field(default_factory=dict)
    parents: dict[int, int | None] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)


_LAST_WORD = 8
_HANGING = re.compile(r"(?:\(|\b(?:[Kk]hoản|[Đđ]iểm|Điều|[Mm]ục|và|hoặc|từ|đến|tại|của|bởi|các))$")


def outline(blocks: list[Block]) -> Outline:
    """The numbered clauses among `blocks` (of one part of a document)."""
    found = Outline()
    quotations = Quotations(blocks)
    stack: list[Open] = []
    last_article: Mark | None = None
    last_bracket: Mark | None = None
    announced: Provision | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind != "text":
            at += 1
            continue
        opening = quotations.opens_at(at)
        if opening == 0 or (announced and is_wording_of(block, announced)):
            end = end_of_wording(blocks, quotations, at, stack, opened=opening == 0)
            found.quoted.update(range(at, end + 1))
            at, announced = end + 1, None
            continue
        if not block.marks and opening is None and quotations.is_whole(at):
            found.quoted.add(at)
            at, announced = at + 1, None
            continue
        marks = _marks(blocks, at, stack)
        place = choose(stack, marks, last_article, last_bracket) if marks and not _hangs(blocks, at, found) else None
        if place:
            place.open(at, stack)
            found.marks[at] = place.mark
            found.parents[at] = stack[-2].block if len(stack) > 1 else None
            if place.mark.kind == "dieu":
                last_article = place.mark
            if place.mark.family == "arabic" and place.mark.style == "()":
                last_bracket = place.mark
        announced = announced_provision(block)
        if opening is not None:
            end = end_of_wording(blocks, quotations, at, stack)
            found.quoted.update(range(at + 1, end + 1))
            at, announced = end, None
        at += 1
    return found


def _marks(blocks: list[Block], at: int, stack: list[Open]) -> tuple[Mark, ...]:
    """The ways to read the mark of block `at`, also a number without its point."""
    block = blocks[at]
    if block.marks or not block.text[:1].isdigit():
        return block.marks
    bare = bare_number(blocks, at, [other.mark for other in stack])
    return (bare,) if bare else ()


def _hangs(blocks: list[Block], at: int, found: Outline) -> bool:
    """Whether the sentence before block `at` is plainly not finished, so that its beginning is no number of a clause.
    A heading may end with any word."""
    if at == 0 or blocks[at - 1].kind != "text":
        return False
    before = found.marks.get(at - 1)
    if before is not None and before.family in WORDED:
        return False
    return _HANGING.search(blocks[at - 1].text[-_LAST_WORD:]) is not None
