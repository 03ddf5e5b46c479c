"""Which blocks are quoted text: the new wording that an amending document gives between quotation marks.

Quotation marks are often straight, turned round or forgotten, so a mark is read from its neighbours, and only an
opening one that stands where a quoted provision begins (at the start of a block, or after a colon) counts beyond
its own block."""

from __future__ import annotations

import re

from vankien.structuring.blocks import Block

_QUOTE = re.compile(r"[“”\"„‟″«»]")
_OPENERS = frozenset("“„«")
_CLOSERS = frozenset("”»")
_AFTER_CLOSER = frozenset(" .,;:)]/\t")
_BEFORE_OPENER = frozenset(' ([/\t“"')
_INTRODUCES = re.compile(r"(?:như sau|sau đây|sau)\s*:?$|:$")
_AMENDS = re.compile(r"sửa đổi|bổ sung|thay|bãi bỏ|đính chính|thêm", re.IGNORECASE)
STARTS = tuple('“"„«‟″”')
"""With what a quoted block may begin."""


def unmatched(text: str) -> tuple[list[int], bool]:
    """The places of the opening quotation marks in `text` that are not closed in it, and whether a closing one has no
    opening one in it."""
    opened: list[int] = []
    closes = False
    last = len(text) - 1
    for match in _QUOTE.finditer(text):
        at, sign = match.start(), match[0]
        free_before = at == 0 or text[at - 1] in _BEFORE_OPENER
        free_after = at == last or text[at + 1] in _AFTER_CLOSER
        if sign in _OPENERS:
            opens = not free_after or free_before
        elif sign in _CLOSERS:
            opens = free_before and not free_after and at < last
        else:
            opens = free_before and not free_after
        if opens:
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            closes = True
    return opened, closes


def opens_at(block: Block, previous: Block | None) -> int | None:
    """Where in `block` a quotation begins that goes on in the following blocks; None where none does. `previous` is
    the block before it."""
    text = block.text
    if not _QUOTE.search(text):
        return None
    for at in unmatched(text)[0]:
        if at == 0:
            return 0 if previous is None or previous.text.rstrip().endswith(":") or _provision(text) else None
        before = text[:at].rstrip()
        if before.endswith(":") and _AMENDS.search(before):
            return at
    return None


_PROVISION = re.compile(r".(?:(?:Phần|Chương|Mục|Tiểu mục|Điều|Phụ lục)\s|\(?\w{1,4}[.)/-])", re.IGNORECASE)


def _provision(text: str) -> bool:
    """Whether quoted text begins as a provision does ("“Điều 5. ...", "“2. ...", "“đ) ...")."""
    return _PROVISION.match(text) is not None


def is_whole(block: Block, previous: Block | None) -> bool:
    """Whether `block` is a quoted provision that begins and ends in it: “2. ...”."""
    text = block.text
    return text.startswith(STARTS) and (_provision(text) or introduces(previous))


def introduces(block: Block | None) -> bool:
    """Whether a block announces new wording: "Sửa đổi khoản 1 Điều 4 như sau:"."""
    return block is not None and bool(_INTRODUCES.search(block.text.rstrip()) and _AMENDS.search(block.text))


def end_of_quotation(blocks: list[Block], start: int) -> tuple[int, bool]:
    """Where the quotation that block `start` leaves open ends: the index of its last block, and True. Where it is
    not closed before the next one is announced: the index of the announcing block or the number of blocks, and
    False."""
    for at in range(start + 1, len(blocks)):
        text = blocks[at].text
        if text.startswith(STARTS):
            if introduces(blocks[at - 1]):
                return at - 1, False
            if not unmatched(text[1:])[1]:
                continue
            return at, True
        if _QUOTE.search(text) and unmatched(text)[1]:
            return at, True
    return len(blocks), False
