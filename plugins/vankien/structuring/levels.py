"""Where a printed mark stands among the clauses that are open above it."""

from __future__ import annotations

from typing import NamedTuple

from vankien.writing.marks import Mark, is_first, steps


class Open(NamedTuple):
    """A clause that can still get children: its block, its mark, how high it stands (0 is highest). `earlier` is the
    last mark of the list before the numbering began anew under the same parent."""

    block: int
    mark: Mark
    rank: float
    earlier: Mark | None = None


class Place(NamedTuple):
    """A way to place a mark: what it costs (0 is best), how many open clauses stay open above it, its rank."""

    cost: float
    mark: Mark
    depth: int
    rank: float

    def open(self, block: int, stack: list[Open]) -> None:
        """Puts the clause of `block` here: closes what it closes in `stack`, and opens it."""
        replaced = stack[self.depth] if self.depth < len(stack) else None
        earlier = None
        if replaced is not None and replaced.mark.family == self.mark.family:
            earlier = replaced.mark if self.cost == _AGAIN else replaced.earlier
        del stack[self.depth :]
        stack.append(Open(block, self.mark, self.rank, earlier))


RANKS = {
    "phan": 0.0, "upper": 1.0, "chuong": 2.0, "muc": 3.0, "roman": 3.5, "tieu-muc": 4.0, "dieu": 5.0,
    "arabic": 6.0, "decimal": 7.0, "letter": 8.0, "small": 9.0,
}  # fmt: skip
RANKS |= {f"{kind}-letter": RANKS[kind] for kind in ("phan", "chuong", "muc", "tieu-muc")}
"""How high the families of marks stand: a mark closes what stands as high or lower."""
WORDED = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu"} | {f for f in RANKS if f.endswith("-letter")})
"""The families that print a word: Phần, Chương, Mục, Tiểu mục, Điều."""
_BETWEEN = 7.5
_DEEPER = 0.01
_ROMAN_IN_ARTICLE, _UPPER_IN_ARTICLE, _UPPER_IN_ROMAN = 5.5, 5.2, 3.8
_GAP = 5
_FARTHEST_ARTICLE = 50
_BEGINNINGS = {"arabic": 3, "letter": 5, "roman": 2, "small": 0, "upper": 0, "decimal": 0}
_HOLDERS_OF_DECIMALS = frozenset({"arabic", "decimal", "dieu", "muc"})
_NEXT, _NEXT_OTHER_STYLE, _NEW, _AGAIN, _SKIPS, _SKIPS_OTHER_STYLE, _BACK, _LATE = range(8)


def choose(
    stack: list[Open], marks: tuple[Mark, ...], last_article: Mark | None, last_bracket: Mark | None = None
) -> Place | None:
    """The best place among the open clauses for a mark that may be read as each of `marks`; None where it fits
    nowhere, as a wrapped number does. `last_article` is the last Điều, which a new Chương may have closed,
    `last_bracket` the last number in brackets: aims are counted so through all headings, "(3)" below "2.2." after
    "(2)" below "2.1."."""
    if last_bracket and len(marks) == 1 and follows(last_bracket, marks[0]) and not any(_bracketed(o) for o in stack):
        return _new_level(stack, marks[0], _NEXT)
    places = [place for mark in marks for place in _places(stack, mark, last_article)]
    if len(places) < 2:
        return places[0] if places else None
    return min(places, key=lambda p: (p.cost, -p.depth))


def below(stack: list[Open], rank: float) -> int:
    """How many open clauses stand above `rank`."""
    for depth, other in enumerate(stack):
        if other.rank >= rank:
            return depth
    return len(stack)


def follows(last: Mark, mark: Mark) -> bool:
    """Whether `mark` is the next item of the list whose last item is `last`, printed in the same way."""
    return last.family == mark.family and last.style == mark.style and steps(last, mark) == 1


def _bracketed(other: Open) -> bool:
    return other.mark.family == "arabic" and other.mark.style == "()"


def _places(stack: list[Open], mark: Mark, last_article: Mark | None) -> list[Place]:
    if mark.kind == "dieu":
        fits = last_article is None or is_first(mark) or (steps(last_article, mark) or 0) <= _FARTHEST_ARTICLE
        return [Place(_NEXT, mark, below(stack, RANKS["dieu"]), RANKS["dieu"])] if fits else []
    places: list[Place] = []
    same_list = False
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth]
        if other.mark.family != mark.family:
            continue
        cost = _cost(other.mark, mark)
        if other.earlier is not None and cost != _NEXT and follows(other.earlier, mark):
            cost = _NEXT_OTHER_STYLE
        if cost is not None:
            same_list = same_list or cost == _AGAIN
            places.append(Place(cost, mark, depth, other.rank))
    if is_first(mark) and not same_list:
        places.append(_new_level(stack, mark, _NEW))
    elif not places and mark.style != "()" and (mark.family in WORDED or mark.key[0] <= _BEGINNINGS[mark.family]):
        places.append(_new_level(stack, mark, _LATE))
    return places


def _cost(last: Mark, mark: Mark) -> int | None:
    """What it costs to take `mark` as an item of the list whose last item is `last`; None where it cannot be."""
    distance = steps(last, mark)
    if distance is None:
        return None
    same_style = last.style == mark.style
    if distance == 1:
        return _NEXT if same_style else _NEXT_OTHER_STYLE
    if 1 < distance <= _GAP:
        return _SKIPS if same_style else _SKIPS_OTHER_STYLE
    if same_style and is_first(mark):
        return _AGAIN
    return _BACK if same_style and distance <= 0 else None


def _new_level(stack: list[Open], mark: Mark, cost: float) -> Place:
    """Where a list that `mark` begins hangs."""
    families = {other.mark.family for other in stack}
    rank = RANKS[mark.family]
    if mark.style == "()" or (mark.family == "arabic" and "arabic" in families):
        if mark.family != "small":
            rank = _BETWEEN
        deepest = max((other.rank for other in stack), default=-1.0)
        return Place(cost, mark, len(stack), max(rank, deepest + _DEEPER))
    if mark.family == "decimal":
        holder = _holder_of_decimal(stack, mark)
        if holder is not None:
            return Place(cost, mark, holder + 1, max(stack[holder].rank + _DEEPER, rank))
    if mark.family == "roman" and "dieu" in families:
        rank = _ROMAN_IN_ARTICLE
    elif mark.family == "upper" and families & {"dieu", "roman"}:
        rank = _UPPER_IN_ARTICLE if "dieu" in families else _UPPER_IN_ROMAN
    return Place(cost, mark, below(stack, rank), rank)


def _holder_of_decimal(stack: list[Open], mark: Mark) -> int | None:
    """The open clause whose number a decimal one goes on: "1." for "1.1."."""
    prefix = mark.number.rpartition(".")[0]
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth].mark
        if other.number == prefix and other.family in _HOLDERS_OF_DECIMALS:
            return depth
    return None
