"""What follows the closing: attached regulations and annexes, one part each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.structuring.blocks import Block
from vankien.structuring.nodes import Node, append_block, is_heading, make_node
from vankien.structuring.outline import Outline, outline
from vankien.writing.marks import read_bullet

_NUMBER = r"\d{1,3}(?:[.\-]?\d{1,2})?[a-zA-ZĐđ]?|[IVXLC]+(?:[.\-]?\d{1,2})?[a-zA-Z]?|[A-HĐ]"
_ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)"
    rf"(?:\s+(?:(?:SỐ|[Ss]ố)\s*)?(?P<number>{_NUMBER}))?(?P<stop>[.:–-]*)(?=\s|$)"
)
_ATTACHED = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|DANH MỤC|HƯỚNG DẪN|QUY CHUẨN"
    r"|CHIẾN LƯỢC|BẢNG|BIỂU|BỘ TIÊU CHÍ|ĐỊNH MỨC|MỨC|GIÁ|QUY TẮC|TIÊU CHUẨN)\b"
)
_REGULATION = re.compile(r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|QUY TẮC|HƯỚNG DẪN|QUY CHUẨN)\b", re.IGNORECASE)
_ISSUED_WITH = re.compile(r"\(?\s*(?:[Bb]an hành )?[Kk]èm theo")
_FORM = re.compile(r"(?:Mẫu|MẪU|BIỂU MẪU)\s+(?:SỐ|[Ss]ố)?\s*\d|C[ỘO]NG H(?:ÒA|OÀ) X[ÃA] H[ỘO]I CH[ỦU] NGH[ĨI]A")
_TITLE_LINES = 8
_SHORT_TITLE = 60


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: its node (kind, number, title), the blocks below its title, their outline."""

    node: Node
    blocks: list[Block]
    outline: Outline


def end_of_document_proper(blocks: list[Block]) -> int:
    """Where the annexes begin: the first rule, or a line in capitals that is nothing but an annex's number, where a
    number of the document stands before it."""
    numbered = False
    for at, block in enumerate(blocks):
        if block.kind == "rule":
            return at
        if numbered and block.text[:3] == "PHỤ" and (match := _ANNEX.match(block.text)) and match[0] == block.text:
            return at
        numbered = numbered or bool(block.marks)
    return len(blocks)


def split_annexes(blocks: list[Block]) -> list[Annex]:
    """The annexes among the blocks that follow the document proper, in order."""
    parts: list[list[Block]] = []
    begun = False
    for at, block in enumerate(blocks):
        if block.kind == "rule":
            begun = False
        elif not begun or _begins(blocks, at, parts[-1]):
            parts.append([block])
            begun = True
        else:
            parts[-1].append(block)
    return [_annex(part) for part in parts]


def _begins(blocks: list[Block], at: int, part: list[Block]) -> bool:
    """Whether a new annex begins inside a part: a heading "Phụ lục II", or the title of an attached text with
    "(Ban hành kèm theo ...)" below it, unless `part`, what the current annex holds so far, is only its title."""
    block = blocks[at]
    if block.kind != "text":
        return False
    match = _ANNEX.match(block.text)
    if match:
        return len(block.text) <= 200 and (match.end() == len(block.text) or is_heading(block.text))
    if not block.text.isupper() or len(block.text) > _SHORT_TITLE or not _ATTACHED.match(block.text):
        return False
    only_title = len(part) <= _TITLE_LINES and all(
        b.kind == "text" and _is_title(b, begun=i > 0) for i, b in enumerate(part)
    )
    return not only_title and any(_ISSUED_WITH.match(b.text) for b in blocks[at + 1 : at + 5])


def _annex(part: list[Block]) -> Annex:
    title: list[Block] = []
    for block in part[:_TITLE_LINES]:
        if block.kind != "text" or not _is_title(block, begun=bool(title)):
            break
        title.append(block)
    rest = part[len(title) :]
    found = outline(rest)
    heading = _ANNEX.match(title[0].text) if title else None
    attached = heading is None and _has_articles_of_its_own(title, rest, found)
    return Annex(_title_node(title, heading, attached=attached), rest, found)


def _has_articles_of_its_own(title: list[Block], rest: list[Block], found: Outline) -> bool:
    """Whether a part has articles, and they are not those of a form in it (a model decision, a contract). A
    regulation may bear a letterhead of its own, above its name."""
    first = next((at for at, mark in found.marks.items() if mark.kind == "dieu"), None)
    if first is None:
        return False
    named = any(_REGULATION.match(block.text) for block in title)
    return not any(_FORM.match(block.text) for block in (rest[:first] if named else [*title, *rest[:first]]))


def _is_title(block: Block, *, begun: bool) -> bool:
    """Whether a line belongs to an annex's title: its name, "(Kèm theo ...)", lines in capitals."""
    text = block.text
    if _ANNEX.match(text):
        return not begun
    if block.marks or read_bullet(text):
        return False
    return is_heading(text) or (text.startswith("(") and text.endswith((")", ").", ")./."))) or text.isupper()


def _title_node(title: list[Block], heading: re.Match[str] | None, *, attached: bool) -> Node:
    node = Node("kem-theo" if attached else "phu-luc", "")
    for at, block in enumerate(title):
        if at == 0 and heading:
            first = make_node(block, "phu-luc", heading.end())
            first.number = (heading["number"] or "").lstrip("0") or None
            node = first
        else:
            append_block(node, block)
    return node
