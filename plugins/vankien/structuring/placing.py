"""Where bullets and unnumbered paragraphs belong, once the numbered clauses are known (design.md, Clause ids)."""

from __future__ import annotations

from vankien.structuring.blocks import Block
from vankien.structuring.closing import first_of_closing
from vankien.structuring.nodes import BULLETS, LISTED, Node, append_block, is_heading, is_open_ended, make_node
from vankien.structuring.outline import Outline
from vankien.writing.marks import is_first, read_bullet, steps

_TITLED = frozenset({"phan", "chuong", "muc", "tieu-muc"})


class Placing:
    """The nodes of one part of a document: `root` is the annex that holds it, None for the document proper."""

    def __init__(self, blocks: list[Block], outline: Outline, root: Node | None = None) -> None:
        self._blocks = blocks
        self._outline = outline
        self._root = root
        self._nodes: list[Node] = []
        self._numbered: dict[int, Node] = {}
        self._current: Node | None = root
        self._dash: Node | None = None
        self._bullets = [
            None if at in outline.marks or at in outline.quoted or block.kind != "text" else read_bullet(block.text)
            for at, block in enumerate(blocks)
        ]
        self._next, self._next_bullet = self._look_ahead()
        self._closing = None if root else self._find_closing()

    def _find_closing(self) -> int | None:
        """Where the closing formula stands. The first paragraph below a mere heading is its content, whatever it
        says ("Hiệu lực thi hành")."""
        last = max(self._outline.marks, default=None)
        if last is None:
            return None
        own = self._blocks[last].text[self._outline.marks[last].end :].strip()
        return first_of_closing(self._blocks, last + 1 + is_open_ended(own))

    def _look_ahead(self) -> tuple[list[int | None], list[str]]:
        """For each block the next numbered one after it, and the sign of the next bullet before that ("" for none)."""
        numbered: list[int | None] = []
        bullet: list[str] = []
        upcoming, sign = None, ""
        for at in range(len(self._blocks) - 1, -1, -1):
            numbered.append(upcoming)
            bullet.append(sign)
            found = self._bullets[at]
            if at in self._outline.marks:
                upcoming, sign = at, ""
            elif found:
                sign = found[0]
        return numbered[::-1], bullet[::-1]

    def run(self) -> list[Node]:
        """All nodes in printed order."""
        at = 0
        while at < len(self._blocks):
            at = self._place(at)
        return self._nodes

    def _place(self, at: int) -> int:
        """Places block `at`; gives the next block to look at."""
        block = self._blocks[at]
        if at in self._outline.marks:
            return self._number(at)
        bullet = self._bullets[at]
        if at == self._closing:
            self._current, self._dash = self._add(make_node(block, "ket"), None), None
        elif at in self._outline.quoted:
            self._paragraph(block, self._holder()).quoted = True
        elif block.kind != "text":
            open_ended = self._current is not None and self._current.open_ended
            self._paragraph(block, self._current if open_ended else self._holder())
        elif bullet:
            self._bullet(block, *bullet)
        else:
            self._paragraph(block, self._owner(at))
        return at + 1

    def _add(self, node: Node, parent: Node | None) -> Node:
        node.parent = parent
        if parent is None and self._outline.marks and not self._numbered and node.kind in ("doan", "gach", "cong"):
            node.lead = "mo-dau"
        self._nodes.append(node)
        return node

    def _number(self, at: int) -> int:
        """Places a numbered clause, with the further lines of its heading."""
        mark = self._outline.marks[at]
        node = make_node(self._blocks[at], mark.kind, mark.end)
        node.number, node.printed = mark.number, mark
        above = self._outline.parents[at]
        self._add(node, self._root if above is None else self._numbered[above])
        self._numbered[at] = node
        self._current, self._dash = node, None
        return self._heading_lines(node, at + 1)

    def _heading_lines(self, node: Node, at: int) -> int:
        """Takes in what follows a number that stands alone, and the next line of a heading in capitals."""
        while at < len(self._blocks) and self._is_plain(at):
            block = self._blocks[at]
            goes_on = node.kind in _TITLED and node.text.isupper() and block.text.isupper() and is_heading(node.text)
            if node.text and not goes_on:
                break
            append_block(node, block)
            at += 1
        return at

    def _is_plain(self, at: int) -> bool:
        return (
            self._blocks[at].kind == "text"
            and at not in self._outline.marks
            and at not in self._outline.quoted
            and self._bullets[at] is None
            and at != self._closing
        )

    def _holder(self) -> Node | None:
        """The nearest numbered clause, annex or closing that is open."""
        node = self._current
        while node is not None and (node.kind in BULLETS or node.kind == "doan"):
            node = node.parent
        return node

    def _bullet(self, block: Block, sign: str, end: int) -> None:
        holder = self._holder()
        if sign == "+":
            self._current = self._add(make_node(block, "cong", end), self._dash or holder)
        else:
            self._current = self._dash = self._add(make_node(block, "gach", end), holder)

    def _paragraph(self, block: Block, owner: Node | None) -> Node:
        if owner is None or owner.kind not in BULLETS:
            self._dash = None
        self._current = owner
        return self._add(make_node(block, "doan"), owner)

    def _owner(self, at: int) -> Node | None:
        """Whose paragraph an unnumbered block is: that of the clause above it where its list goes on after the
        paragraph, else that of the list's parent."""
        node = self._current
        if node is None or node is self._root:
            return node
        if node.kind in BULLETS:
            return self._bullet_owner(node, self._next_bullet[at])
        upcoming = self._next[at]
        if upcoming is not None:
            above = self._outline.parents[upcoming]
            parent = self._root if above is None else self._numbered.get(above)
            first = is_first(self._outline.marks[upcoming])
            if parent is node or (parent is node.parent and not first and self._follows(node, upcoming)):
                return node
            if first and (parent is None or _is_above(parent, node)):
                return parent
        if node.kind not in LISTED or node.open_ended or (node.parent is None and upcoming is None):
            return node
        return node.parent

    def _bullet_owner(self, node: Node, sign: str) -> Node | None:
        """Whose paragraph follows the bullet `node`, when the next bullet is `sign`."""
        if node.kind == "cong" and sign not in ("+", "") and node.parent is not None and node.parent.kind == "gach":
            return node.parent
        return node if sign or node.open_ended else self._holder()

    def _follows(self, node: Node, upcoming: int) -> bool:
        """Whether the next numbered block is the next item of the list in which `node` stands."""
        mark = self._outline.marks[upcoming]
        last = node.printed
        return last is not None and last.family == mark.family and (steps(last, mark) or 0) > 0


def _is_above(node: Node, below: Node) -> bool:
    above = below.parent
    while above is not None and above is not node:
        above = above.parent
    return above is node
