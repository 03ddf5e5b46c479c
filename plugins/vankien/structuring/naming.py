"""Ids and labels of the nodes, and the finished clauses (design.md, Clause ids; words.md)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vankien.model import Clause
from vankien.structuring.nodes import BULLETS, Node, is_heading
from vankien.writing import labels
from vankien.writing.clause_ids import id_number, join_id

_LOWEST = {"khoan": 0, "diem": 1, "tiet": 2}


@dataclass(slots=True)
class _Named:
    """What children need of their parent: its id and label, how deep in numbered lists it stands (-1 outside), the
    id of the annex that it belongs to, whether a Mục is the nearest heading above; and whether its number stood
    before under the same parent."""

    id: str
    label: str
    level: int = -1
    annex: str | None = None
    in_section: bool = False
    repeats: bool = False


class Naming:
    """Names nodes in printed order. `between` stands between the levels of a label; `number_word` is what numbers
    below a Mục are called."""

    def __init__(self, between: str, number_word: labels.NumberWord) -> None:
        self._between = between
        self._section_shift = 1 if number_word == "điểm" else 0
        self._counts: Counter[str] = Counter()
        self._named: dict[Node, _Named] = {}
        self._annex_labels: dict[str, str] = {}

    def clause(self, node: Node) -> Clause:
        """The clause of `node`, whose parent was named before."""
        parent = self._named[node.parent] if node.parent is not None else None
        named = self._named[node] = self._name(node, parent)
        label = f"{named.label} {labels.quoted_opening(node.text)}" if named.repeats and node.text else named.label
        return Clause(
            named.id, parent.id if parent else None, node.kind, node.number, label, node.text,
            node.mark, node.spans, node.refs, node.rows, node.image, node.quoted,
        )  # fmt: skip

    def _name(self, node: Node, parent: _Named | None) -> _Named:
        kind = node.kind
        if kind == "doan" or kind in BULLETS:
            return self._counted(node, parent)
        if kind == "ket":
            return _Named("ket", "đoạn kết")
        if kind in ("kem-theo", "phu-luc"):
            return self._annex(node)
        if kind == "chu-thich":
            return self._note(node)
        return self._numbered(node, parent)

    def _place(self, key: str) -> int:
        self._counts[key] += 1
        return self._counts[key]

    def _counted(self, node: Node, parent: _Named | None) -> _Named:
        """A bullet or a paragraph: numbered by its place below its parent."""
        above = parent.id if parent else node.lead or None
        place = self._place(f"{above}/{node.kind}")
        if node.kind == "doan":
            name = labels.paragraph_name(place + (node.parent is not None and _carries_words(node.parent)))
        else:
            name = labels.bullet_name(node.kind, place)
        called = parent.label if parent else "phần mở đầu" if node.lead else None
        label = labels.below(name, called, self._join(parent))
        return _Named(
            join_id(above, f"{node.kind}-{place}"),
            label,
            parent.level if parent else -1,
            parent.annex if parent else None,
        )

    def _join(self, parent: _Named | None) -> str:
        """What stands before the parent's label: an annex takes no comma."""
        return " " if parent is not None and parent.annex == parent.id else self._between

    def _annex(self, node: Node) -> _Named:
        number = node.number or ""
        place = self._place(node.kind)
        own = f"{node.kind}-{id_number(number) or place}"
        times = self._place(f"/{own}")
        annex = f"{own}-lan-{times}" if times > 1 else own
        if node.kind == "phu-luc":
            label = labels.again(labels.annex_name(number, place), times)
        else:
            label = labels.attached_name(node.text)
        self._annex_labels[annex] = label
        return _Named(annex, label, -1, annex)

    def _note(self, node: Node) -> _Named:
        number = id_number(node.number or "") or str(self._place("/notes"))
        times = self._place(f"/note/{number}")
        own = f"chu-thich-{number}"
        return _Named(
            f"{own}-lan-{times}" if times > 1 else own, labels.again(labels.note_name(node.number or ""), times)
        )

    def _numbered(self, node: Node, parent: _Named | None) -> _Named:
        kind, number = node.kind, node.number or ""
        article = kind == "dieu"
        annex = parent.annex if parent else None
        above = annex if article else parent.id if parent else None
        own = join_id(above, f"{kind}-{id_number(number)}")
        times = self._place(own)
        level = -1
        in_section = kind in ("muc", "tieu-muc") or (not article and parent is not None and parent.in_section)
        if kind in _LOWEST:
            level = max((parent.level if parent else -1) + 1, _LOWEST[kind])
            bracketed = node.printed is not None and node.printed.style == "()"
            name = labels.number_name(number, level + self._section_shift * in_section, bracketed=bracketed)
        else:
            name = labels.heading_name(kind, number, node.mark)
        name = labels.again(name, times)
        if article:
            label = labels.below(name, self._annex_labels.get(annex or ""), " ")
        else:
            label = labels.below(name, parent.label if parent else None, self._join(parent))
        if times > 1:
            return _Named(f"{own}-lan-{times}", label, level, annex, in_section, True)
        return _Named(own, label, level, annex, in_section)


def _carries_words(node: Node) -> bool:
    """Whether the line of a clause has words of its own that count as its first paragraph."""
    if node.kind in BULLETS or node.kind in ("doan", "ket", "chu-thich"):
        return True
    return node.kind not in ("kem-theo", "phu-luc") and not is_heading(node.text)
