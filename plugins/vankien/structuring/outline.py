"""Which printed marks are clauses of the document, and under which one each of them stands.

A mark counts when it goes on a list that is open above it, or begins a new one; so a wrapped "1." or "2020." does
not. Marks in quoted text are not looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vankien.structuring.blocks import Block
from vankien.structuring.quotations import AMENDING, STARTS, Quotations, announced_mark, announces, is_announced
from vankien.structuring.repairs import bare_number
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
_RANKS |= {f"{kind}-letter": _RANKS[kind] for kind in ("phan", "chuong", "muc", "tieu-muc")}
_WORDED = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu"} | {f for f in _RANKS if f.endswith("-letter")})
_GAP = 5
_ORPHANS = {"arabic": 3, "letter": 5, "roman": 2, "small": 0, "upper": 0, "decimal": 0}
_LONGEST = 400
_LAST_WORD = 8
_QUOTE_SIGNS = "".join(STARTS)
_HANGING = re.compile(r"(?:\(|\b(?:[Kk]hoản|[Đđ]iểm|Điều|[Mm]ục|và|hoặc|từ|đến|tại|của|bởi|các))$")


def outline(blocks: list[Block]) -> Outline:
    """The numbered clauses among `blocks` (of one part of a document)."""
    found = Outline()
    quotations = Quotations(blocks)
    stack: list[Open] = []
    last_article: Mark | None = None
    announced: tuple[str, str] | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind != "text":
            at += 1
            continue
        opening = quotations.opens_at(at)
        marks = () if opening == 0 else block.marks
        if opening == 0 or (announced and _is_new_wording(block, marks, announced)):
            end = _quoted_until(blocks, quotations if opening == 0 else None, at, stack)
            found.quoted.update(range(at, end + 1))
            at, announced = end + 1, None
            continue
        if not marks and opening is None and quotations.is_whole(at):
            found.quoted.add(at)
            at, announced = at + 1, None
            continue
        if not marks and opening is None and block.text[:1].isdigit():
            bare = bare_number(blocks, at, [other.mark for other in stack])
            marks = (bare,) if bare else ()
        chosen = _choose(stack, marks, last_article) if marks and not _hangs(blocks, at, found) else None
        if chosen:
            mark, depth, rank = chosen
            del stack[depth:]
            found.marks[at] = mark
            found.parents[at] = stack[-1].block if stack else None
            stack.append(Open(at, mark, rank))
            if mark.kind == "dieu":
                last_article = mark
        announced = announced_mark(block)
        if opening is not None:
            end = _quoted_until(blocks, quotations, at, stack)
            found.quoted.update(range(at + 1, end + 1))
            at, announced = end, None
        at += 1
    return found


def _is_new_wording(block: Block, marks: tuple[Mark, ...], announced: tuple[str, str]) -> bool:
    """Whether `block` is the announced provision, given without quotation marks."""
    return any(is_announced(mark, announced) and not AMENDING.match(block.text, mark.end) for mark in marks)


def _hangs(blocks: list[Block], at: int, found: Outline) -> bool:
    """Whether the sentence before block `at` is plainly not finished, so that its beginning is no number of a clause.
    A heading may end with any word."""
    if at == 0 or blocks[at - 1].kind != "text":
        return False
    before = found.marks.get(at - 1)
    if before is not None and before.family in _WORDED:
        return False
    return _HANGING.search(blocks[at - 1].text[-_LAST_WORD:]) is not None


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
    elif not places and (mark.family in _WORDED or mark.key[0] <= _ORPHANS[mark.family]) and mark.style != "()":
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


def _quoted_until(blocks: list[Block], quotations: Quotations | None, start: int, stack: list[Open]) -> int:
    """The last block of the quotation that begins in block `start`; `quotations` is None for new wording without
    quotation marks. What is not closed ends before the block where the outer numbering goes on."""
    end = len(blocks)
    if quotations is not None:
        end, closed = quotations.end(start)
        if closed:
            second = quotations.second_close(end)
            if second is None or _outer_goes_on(blocks, end, second + 1, stack)[0] is not None:
                return end
            return second
    goes_on, last_inner = _outer_goes_on(blocks, start, min(end + 1, len(blocks), start + _LONGEST), stack)
    if goes_on is not None:
        return goes_on - 1
    if end < len(blocks):
        return max(end - 1, start)
    return last_inner if start and announces(blocks[start - 1]) else start


def _outer_goes_on(blocks: list[Block], start: int, stop: int, stack: list[Open]) -> tuple[int | None, int]:
    """The first block between `start` and `stop` with a mark that follows an open clause and either orders an
    amendment or does not follow the quoted numbering, None where there is none; and the last block before it that
    follows the quoted numbering."""
    inner: list[Open] = []
    last_inner = start
    first = read_marks(blocks[start].text.lstrip(_QUOTE_SIGNS))
    if first:
        inner.append(Open(start, first[0], _RANKS[first[0].family]))
    for at in range(start + 1, stop):
        marks = blocks[at].marks
        for mark in marks:
            outer = any(_is_next(other.mark, mark) for other in stack)
            if outer and (AMENDING.match(blocks[at].text, mark.end) or not _may_be_inner(inner, mark)):
                return at, last_inner
        chosen = _choose(inner, marks, None) if marks else None
        if chosen:
            del inner[chosen[1] :]
            inner.append(Open(at, chosen[0], chosen[2]))
            last_inner = at
    return None, last_inner


def _is_next(last: Mark, mark: Mark) -> bool:
    return last.family == mark.family and last.style == mark.style and steps(last, mark) == 1


def _may_be_inner(inner: list[Open], mark: Mark) -> bool:
    """Whether a mark may go on the quoted numbering; numbers of articles are not skipped there, others may be."""
    if is_first(mark):
        return True
    distances = [steps(other.mark, mark) for other in inner if other.mark.family == mark.family]
    return any(distance == 1 or (mark.kind != "dieu" and (distance or 0) > 1) for distance in distances)
