"""Gaps and repeats in the numbering of a document, for `vankien check`: often a clause that was misread, or a
misprint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vankien.model import Clause, ClauseKind
from vankien.writing.marks import Mark, is_first, read_marks, steps


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """`kind`: "gap" (numbers are missing before `clause`), "repeat" (its number stands before), "start" (its list does
    not begin at the beginning). `before` is the mark of the clause before it in the list, "" for none."""

    clause: str
    kind: Literal["gap", "repeat", "start"]
    mark: str
    before: str


def numbering_faults(clauses: Iterable[Clause]) -> tuple[NumberingFault, ...]:
    """The faults in printed order. Articles are one list through their document or attached regulation; every other
    number is looked at below its parent. Annexes hold forms that number anew, so they are left out."""
    last: dict[tuple[str | None, str, str], Mark] = {}
    faults: list[NumberingFault] = []
    for clause in clauses:
        mark = None if clause.id.startswith("phu-luc-") else _mark(clause)
        if mark is None:
            continue
        brackets = "()" if mark.style == "()" else ""
        list_of = (_articles_of(clause) if clause.kind == "dieu" else clause.parent, mark.family, brackets)
        before = last.get(list_of)
        last[list_of] = mark
        kind = _fault(before, mark)
        if kind:
            faults.append(NumberingFault(clause.id, kind, clause.mark, before.printed if before else ""))
    return tuple(faults)


def _fault(before: Mark | None, mark: Mark) -> Literal["gap", "repeat", "start"] | None:
    if before is None:
        return None if is_first(mark) else "start"
    distance = steps(before, mark)
    if distance is None or distance == 1:
        return None
    return "gap" if distance > 1 else "repeat"


def _mark(clause: Clause) -> Mark | None:
    """The mark of a numbered clause."""
    if clause.kind in ("kem-theo", "phu-luc", "chu-thich") or not clause.mark:
        return None
    return _read(clause.mark, clause.kind)


@lru_cache(maxsize=1 << 12)
def _read(printed: str, kind: ClauseKind) -> Mark | None:
    """A printed mark, read again as the kind of clause that it was taken for."""
    return next((mark for mark in read_marks(printed) or read_marks(f"{printed}.") if mark.kind == kind), None)


def _articles_of(clause: Clause) -> str:
    """The annex that an article belongs to ("" for the document proper): what stands before it in its id."""
    return clause.id.rpartition("_")[0]
