"""Which printed marks are clauses of the document, and under which one each of them stands.

A mark counts when it goes on a list that is open above it, or begins a new one; so a wrapped "1." or "2020." does
not. Marks in quoted text are not looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vankien.structuring.blocks import Block
from vankien.structuring.quotations import end_of_quotation, is_whole, opens_at
from vankien.writing.marks import Mark, is_first, read_marks, steps


@dataclass(frozen=True, slots=True)
class Open:
    """A clause that can still get children: its block, its mark, how high it stands (0 is highest)."""

    block: int
    mark: Mark
    rank: float


@dataclass(slots=True)
class Outline:
    """For the numbered blocks: their mark and the block of their parent; and which blocks are quoted."""

    marks: dict[int, Mark] = field(default_factory=dict)
    parents: dict[int, int | None] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)


_RANKS = {
    "phan": 0.0, "upper": 1.0, "chuong": 2.0, "muc": 3.0, "roman": 3.5, "tieu-muc": 4.0, "dieu": 5.0,
    "arabic": 6.0, "decimal": 7.0, "letter": 8.0, "small": 9.0,
}  # fmt: skip
_BETWEEN = 7.5
_WORDED = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu"})
_GAP = 5
_ORPHANS = {"arabic": 3, "letter": 5, "roman": 2, "small": 0, "upper": 0, "decimal": 0}
_HANGING = re.compile(
    r"(?:[(,]|\b(?:[Kk]hoản|[Đđ]iểm|Điều|điều|[Mm]ục|[Ss]ố|ngày|tháng|năm|và|hoặc|từ|đến|tại|của|bởi|theo|quý|các|là))$"
)


def outline(blocks: list[Block]) -> Outline:
    """The numbered clauses among `blocks` (of one part of a document)."""
    found = Outline()
    stack: list[Open] = []
    last_article: Mark | None = None
    at = 0
    while at < len(blocks):
        block, previous = blocks[at], blocks[at - 1] if at else None
        if block.kind != "text":
            at += 1
            continue
        opening = opens_at(block, previous)
        if opening == 0:
            end = _quoted_until(blocks, at, stack)
            found.quoted.update(range(at, end + 1))
            at = end + 1
            continue
        if opening is None and is_whole(block, previous):
            found.quoted.add(at)
            at += 1
            continue
        marks = () if previous is not None and _hangs(previous) else read_marks(block.text)
        chosen = _choose(stack, marks, last_article) if marks else None
        if chosen:
            mark, depth, rank = chosen
            del stack[depth:]
            found.marks[at] = mark
            found.parents[at] = stack[-1].block if stack else None
            stack.append(Open(at, mark, rank))
            if mark.kind == "dieu":
                last_article = mark
        if opening is not None:
            end = _quoted_until(blocks, at, stack)
            found.quoted.update(range(at + 1, end + 1))
            at = end
        at += 1
    return found


def _hangs(previous: Block) -> bool:
    """Whether a sentence is plainly not finished, so that what follows it is no number of a clause."""
    return previous.kind == "text" and _HANGING.search(previous.text) is not None


def _choose(stack: list[Open], marks: tuple[Mark, ...], last_article: Mark | None) -> tuple[Mark, int, float] | None:
    """The reading of a mark that fits best: (mark, how many open clauses stay open above it, its rank)."""
    best: tuple[float, int, Mark, int, float] | None = None
    for mark in marks:
        for cost, depth, rank in _places(stack, mark, last_article):
            if best is None or (cost, -depth) < best[:2]:
                best = (cost, -depth, mark, depth, rank)
    return best[2:] if best else None


def _places(stack: list[Open], mark: Mark, last_article: Mark | None) -> list[tuple[float, int, float]]:
    """Where `mark` may stand: (cost, depth, rank)."""
    if mark.kind == "dieu":
        return [(0, _below(stack, 5.0), 5.0)] if _article_fits(last_article, mark) else []
    places: list[tuple[float, int, float]] = []
    same_list = False
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth]
        if other.mark.family != mark.family:
            continue
        same_style = other.mark.style == mark.style
        distance = steps(other.mark, mark)
        if distance is None:
            continue
        if distance == 1:
            places.append((0 if same_style else 1, depth, other.rank))
        elif same_style and is_first(mark):
            same_list = True
            places.append((3, depth, other.rank))
        elif same_style and 1 < distance <= _GAP:
            places.append((4, depth, other.rank))
        elif same_style and distance <= 0 and not is_first(mark):
            places.append((6, depth, other.rank))
        elif 1 < distance <= _GAP:
            places.append((5, depth, other.rank))
    if is_first(mark) and not same_list:
        depth, rank = _new_level(stack, mark)
        places.append((2, depth, rank))
    elif not places and (mark.family in _WORDED or mark.key[0] <= _ORPHANS[mark.family]):
        depth, rank = _new_level(stack, mark)
        places.append((7, depth, rank))
    return places


def _article_fits(last: Mark | None, mark: Mark) -> bool:
    return last is None or is_first(mark) or (steps(last, mark) or 0) <= 50


def _new_level(stack: list[Open], mark: Mark) -> tuple[int, float]:
    """Where a list that `mark` begins hangs: (depth, rank)."""
    open_families = {o.mark.family for o in stack}
    rank = _RANKS[mark.family]
    if mark.style == "()" or (mark.family == "arabic" and "arabic" in open_families):
        if mark.family != "small":
            rank = _BETWEEN
        deepest = max((o.rank for o in stack), default=-1.0)
        return len(stack), max(rank, deepest + 0.01)
    if mark.family == "decimal":
        prefix = mark.number.rpartition(".")[0]
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].mark.number == prefix and stack[depth].mark.family in ("arabic", "decimal", "dieu", "muc"):
                return depth + 1, max(stack[depth].rank + 0.01, rank)
    if mark.family in ("roman", "upper"):
        if "dieu" in open_families:
            rank = 5.5 if mark.family == "roman" else 5.2
        elif mark.family == "upper" and "roman" in open_families:
            rank = 3.8
    return _below(stack, rank), rank


def _below(stack: list[Open], rank: float) -> int:
    """How many open clauses stand above `rank`."""
    for depth, other in enumerate(stack):
        if other.rank >= rank:
            return depth
    return len(stack)


_AMENDING = re.compile(r"\s*(?:Sửa đổi|Bổ sung|Thay|Bãi bỏ|Đính chính|Hủy bỏ|Huỷ bỏ|Ngưng)", re.IGNORECASE)


def _quoted_until(blocks: list[Block], start: int, stack: list[Open]) -> int:
    """The last block of the quotation that begins in block `start`. One that never closes ends before the block
    where the outer numbering goes on: a mark that follows an open clause and either orders an amendment or does
    not follow the quoted numbering."""
    end, closed = end_of_quotation(blocks, start)
    if closed:
        return end
    inner: list[Open] = []
    first = read_marks(blocks[start].text.lstrip('“"„«‟″”'))
    if first:
        inner.append(Open(start, first[0], _RANKS[first[0].family]))
    for at in range(start + 1, min(end + 1, len(blocks))):
        marks = read_marks(blocks[at].text) if blocks[at].kind == "text" else ()
        for mark in marks:
            outer = any(
                o.mark.family == mark.family and o.mark.style == mark.style and steps(o.mark, mark) == 1 for o in stack
            )
            if outer and (_AMENDING.match(blocks[at].text, mark.end) or not _follows(inner, mark)):
                return at - 1
        chosen = _choose(inner, marks, None) if marks else None
        if chosen:
            del inner[chosen[1] :]
            inner.append(Open(at, chosen[0], chosen[2]))
    return max(end - 1, start) if end < len(blocks) else start


def _follows(inner: list[Open], mark: Mark) -> bool:
    return is_first(mark) or any(o.mark.family == mark.family and (steps(o.mark, mark) or 0) == 1 for o in inner)
