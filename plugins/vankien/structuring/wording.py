"""How far the new wording of an amended provision reaches, though its quotation marks may be wanting or astray."""

from __future__ import annotations

from vankien.structuring.announcing import announces, begins_amending, orders_amendment
from vankien.structuring.blocks import Block
from vankien.structuring.levels import RANKS, Open, choose, follows
from vankien.structuring.quotations import STARTS, Quotations
from vankien.writing.marks import Mark, is_first, read_marks, steps

_LONGEST = 400
_QUOTE_SIGNS = "".join(STARTS)


def end_of_wording(
    blocks: list[Block], quotations: Quotations, start: int, stack: list[Open], *, opened: bool = True
) -> int:
    """The last block of the wording that begins in block `start`; `opened` is False where no quotation mark opens it.
    What no mark closes ends before the block where the outer numbering, that of `stack`, goes on."""
    close = quotations.next_close(start + opened)
    limit = quotations.next_announced(start + 1)
    if close < limit:
        outer, _ = _outer_goes_on(blocks, start, close + 1, stack, strict=opened)
        if outer is not None:
            return outer - 1
        second = quotations.second_close(close)
        if second is None or _outer_goes_on(blocks, close, second + 1, stack)[0] is not None:
            return close
        return second
    outer, last_inner = _outer_goes_on(blocks, start, min(limit, start + _LONGEST), stack)
    if outer is not None:
        return outer - 1
    if limit < len(blocks):
        return max(limit - 2, start)
    return last_inner if start and announces(blocks[start - 1]) else start


def _outer_goes_on(
    blocks: list[Block], start: int, stop: int, stack: list[Open], *, strict: bool = False
) -> tuple[int | None, int]:
    """The first block between `start` and `stop` with a mark that follows an open clause and is of the outer text
    (`strict`: beyond doubt), None where there is none; and the last block before it that follows the quoted
    numbering."""
    inner: list[Open] = []
    last_inner = start
    first = read_marks(blocks[start].text.lstrip(_QUOTE_SIGNS))
    if first:
        inner.append(Open(start, first[0], RANKS[first[0].family]))
    for at in range(start + 1, stop):
        block = blocks[at]
        for mark in block.marks:
            if any(follows(other.mark, mark) for other in stack) and _is_outer(block, mark, inner, strict=strict):
                return at, last_inner
        place = choose(inner, block.marks, None) if block.marks else None
        if place:
            place.open(at, inner)
            last_inner = at
    return None, last_inner


def _is_outer(block: Block, mark: Mark, inner: list[Open], *, strict: bool) -> bool:
    """Whether a mark that follows an open clause goes on the outer text: it orders an amendment, or cannot follow the
    quoted numbering. `strict`: only an article is taken for outer because of its number."""
    orders = orders_amendment if strict else begins_amending
    if orders(block.text, mark.end):
        return True
    return (mark.kind == "dieu" or not strict) and not _may_be_inner(inner, mark)


def _may_be_inner(inner: list[Open], mark: Mark) -> bool:
    """Whether a mark may go on the quoted numbering; numbers of articles are not skipped there, others may be."""
    if is_first(mark):
        return True
    distances = [steps(other.mark, mark) for other in inner if other.mark.family == mark.family]
    return any(distance == 1 or (mark.kind != "dieu" and (distance or 0) > 1) for distance in distances)
