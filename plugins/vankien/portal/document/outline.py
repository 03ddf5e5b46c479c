"""The outline beside a document's text: its parts and, where they are few, its numbered clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vankien.portal.document.clause_view import ClauseView

_PARTS = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu", "kem-theo", "phu-luc"})
_NUMBERED = frozenset({"khoan"})
_MOST = 80
_WORDS = 72


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the outline: the clause's id, its printed mark, its opening words, what lies below it."""

    id: str
    mark: str
    words: str
    children: tuple[OutlineItem, ...]

    @property
    def size(self) -> int:
        """How many lines this one and those below it are."""
        return 1 + sum(child.size for child in self.children)


def make_outline(clauses: Sequence[ClauseView]) -> tuple[OutlineItem, ...]:
    """The outline with the numbered clauses below the parts where that makes no more than 80 lines."""
    full = _items(clauses, _PARTS | _NUMBERED)
    parts = _items(clauses, _PARTS)
    return full if not parts or sum(item.size for item in full) <= _MOST else parts


def _items(clauses: Sequence[ClauseView], kinds: frozenset[str], below: str = "") -> tuple[OutlineItem, ...]:
    found: list[OutlineItem] = []
    for view in clauses:
        clause = view.clause
        if clause.kind in kinds and not (clause.kind == below == "khoan"):
            mark = clause.mark or clause.number or ("" if clause.text else clause.label)
            below_it = _items(view.children, kinds, clause.kind)
            found.append(OutlineItem(clause.id, mark, opening_words(clause.text), below_it))
    return tuple(found)


def opening_words(text: str, limit: int = _WORDS) -> str:
    """The first whole words of `text`, up to `limit` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit + 1].rpartition(" ")[0].rstrip(" ,;:.") + "…"
