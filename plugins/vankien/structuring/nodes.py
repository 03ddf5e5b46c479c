"""The tree while it is built: one node for each clause, in printed order."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.model import ClauseKind, NoteRef, Span
from vankien.structuring.blocks import Block
from vankien.writing.marks import Mark

LISTED = frozenset({"khoan", "diem", "tiet"})
"""Kinds that stand in lists inside an article or a section."""
BULLETS = frozenset({"gach", "cong"})


@dataclass(slots=True, eq=False)
class Node:
    """A clause in the making. `printed` is its mark as it was read; `lead` begins the id of what stands before the
    first number ("mo-dau")."""

    kind: ClauseKind
    text: str
    parent: Node | None = None
    number: str | None = None
    mark: str = ""
    printed: Mark | None = None
    spans: tuple[Span, ...] = ()
    refs: tuple[NoteRef, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    image: str | None = None
    quoted: bool = False
    lead: str = ""

    @property
    def open_ended(self) -> bool:
        """Whether what follows is plainly its own: a mere heading, or words that end with a colon."""
        return is_open_ended(self.text)


def is_heading(text: str) -> bool:
    """Whether a line is only a heading: nothing, capitals, or a short line that ends no sentence."""
    return not text or (text[-1] not in ".;:,!?…/" and (len(text) <= 160 or text.isupper()))


def is_open_ended(text: str) -> bool:
    """Whether a line promises more: a mere heading, or words that end with a colon."""
    return is_heading(text) or text.endswith(":")


def make_node(block: Block, kind: ClauseKind, end: int = 0) -> Node:
    """The node for `block` whose first `end` characters are the printed mark."""
    text = block.text
    start = end
    while start < len(text) and text[start].isspace():
        start += 1
    own = text[start:] if start else text
    spans, refs = block.spans, block.refs
    if start and (spans or refs):
        spans = tuple(Span(max(s.start - start, 0), s.end - start, s.style) for s in spans if s.end > start)
        refs = tuple(NoteRef(max(r.at - start, 0), r.mark) for r in refs)
    mark = text[:end].rstrip()
    return Node(kind, own, None, None, mark, None, spans, refs, block.rows, block.image)


def append_block(node: Node, block: Block) -> None:
    """The words of `block` as a further line of a heading."""
    shift = len(node.text) + 1 if node.text else 0
    node.text = f"{node.text} {block.text}" if node.text else block.text
    node.spans += tuple(Span(s.start + shift, s.end + shift, s.style) for s in block.spans)
    node.refs += tuple(NoteRef(r.at + shift, r.mark) for r in block.refs)
