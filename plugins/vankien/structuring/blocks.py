"""The normalised Markdown body as a list of blocks: paragraphs, tables, pictures, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vankien.model import NoteRef, Span
from vankien.structuring.inline import plain
from vankien.writing.marks import Mark, read_marks

BlockKind = Literal["text", "table", "image", "rule", "note"]


@dataclass(slots=True)
class Block:
    """One block. `text` is plain; `spans` and `refs` count in it. `rows` holds a table's cells, `image` a picture's
    name, `note` the mark of the footnote that begins here, `marks` the ways to read the number that a paragraph begins
    with."""

    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    refs: tuple[NoteRef, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    image: str | None = None
    note: str | None = None
    marks: tuple[Mark, ...] = ()


_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_RULE = re.compile(r"[*_](?:[ ]?[*_]){2,}")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\(([^)\n]*)\)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_CELL = re.compile(r"(?<!\\)\|")
_DIVIDER = re.compile(r"[\s|:-]+")


def read_blocks(body: str) -> list[Block]:
    """The blocks of a Markdown body in order; every word of it stands in one of them."""
    paragraphs = _BLANK_LINES.split(body) if " \n" in body or "\t\n" in body else body.split("\n\n")
    return [_block(raw) for raw in map(str.strip, paragraphs) if raw]


def _block(raw: str) -> Block:
    first = raw[0]
    if first == "|":
        return _table(raw)
    if first in "*_" and _RULE.fullmatch(raw):
        return Block("rule", "")
    if first == "!" and (match := _IMAGE.fullmatch(raw)):
        return Block("image", plain(match[1])[0], image=match[2])
    if first == "[" and (match := _NOTE.match(raw)):
        return Block("note", *plain(raw[match.end() :]), note=match[1])
    if first == "#" and (match := _HEADING.match(raw)):
        raw = raw[match.end() :]
    text, spans, refs = plain(raw)
    return Block("text", text, spans, refs, marks=read_marks(text))


def _table(raw: str) -> Block:
    """A pipe table; `text` is its words row by row, cells parted by a blank."""
    rows: list[tuple[str, ...]] = []
    refs: list[NoteRef] = []
    parts: list[str] = []
    length, line_begins = 0, False
    for line in raw.split("\n"):
        if _DIVIDER.fullmatch(line) and "-" in line:
            continue
        cells = _CELL.split(line.strip())
        cells = cells[1:] if not cells[0] else cells
        cells = cells[:-1] if len(cells) > 1 and not cells[-1] else cells
        row = [plain(cell.strip().replace("<br>", "\n")) for cell in cells]
        if length:
            parts.append("\n")
            length, line_begins = length + 1, True
        for words, _, marks in row:
            if words and length and not line_begins:
                parts.append(" ")
                length += 1
            refs += [NoteRef(length + ref.at, ref.mark) for ref in marks]
            if words:
                parts.append(words)
                length, line_begins = length + len(words), words.endswith("\n")
        rows.append(tuple(words for words, _, _ in row))
    return Block("table", "".join(parts), refs=tuple(refs), rows=tuple(rows))
