"""The door of this wing: a normalised Markdown body as the tree of its clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vankien.model import Clause
from vankien.structuring.annexes import end_of_document_proper, split_annexes
from vankien.structuring.blocks import Block, read_blocks
from vankien.structuring.corrected import correct_marks
from vankien.structuring.naming import Naming
from vankien.structuring.nodes import Node, make_node
from vankien.structuring.outline import outline
from vankien.structuring.placing import Placing
from vankien.structuring.repairs import split_joined
from vankien.writing.labels import NumberWord, separator


def structure(
    body: str,
    *,
    system: str | None = None,
    number_word: NumberWord = "khoản",
    corrections: Sequence[Mapping[str, object]] = (),
) -> tuple[Clause, ...]:
    """The clauses of a Markdown body in printed order, every parent before its children; footnotes last.

    `system` ("Đảng", "Nhà nước", ...) decides the commas of labels; None: documents with articles are the State's.
    `number_word` is what the portal calls a number below a Mục. `corrections` is what a person wrote about misread
    clauses (corrected.py). Every word of the body stands in the text or the
    mark of one clause. Any text is accepted; one without a number gives paragraphs (`doan-k`)."""
    blocks = split_joined(read_blocks(body))
    if corrections:
        blocks = correct_marks(blocks, corrections, structure(body, system=system))
    notes_at = next((at for at, block in enumerate(blocks) if block.kind == "note"), len(blocks))
    text, notes = blocks[:notes_at], blocks[notes_at:]
    proper = end_of_document_proper(text)
    main = outline(text[:proper])
    nodes = Placing(text[:proper], main).run()
    for annex in split_annexes(text[proper:]):
        nodes.append(annex.node)
        nodes += Placing(annex.blocks, annex.outline, annex.node).run()
    nodes += _notes(notes, nodes)
    if system is None and not any(mark.kind == "dieu" for mark in main.marks.values()):
        system = "Đảng"
    naming = Naming(separator(system), number_word)
    return tuple(naming.clause(node) for node in nodes)


def _notes(blocks: list[Block], nodes: list[Node]) -> list[Node]:
    """The footnotes, each below the clause that holds its mark; further paragraphs are theirs."""
    holders = {ref.mark: node for node in reversed(nodes) for ref in node.refs}
    found: list[Node] = []
    current: Node | None = None
    for block in blocks:
        if block.kind == "rule":
            continue
        if block.kind == "note":
            current = make_node(block, "chu-thich")
            current.number = current.mark = block.note or ""
            current.parent = holders.get(current.number)
            found.append(current)
        else:
            paragraph = make_node(block, "doan")
            paragraph.parent = current
            found.append(paragraph)
    return found
