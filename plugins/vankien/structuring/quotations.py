"""Which blocks are quoted text: the new wording that an amending document gives between quotation marks.

Quotation marks are often straight, turned round or forgotten. So what a mark does is read from its neighbours; only
an opening one that stands where a provision begins counts beyond its own block; and what the marks say is checked
against the announcements ("Sửa đổi khoản 2 Điều 5 như sau:")."""

from __future__ import annotations

import re

from vankien.structuring.announcing import amends, announces
from vankien.structuring.blocks import Block

_SIGNS = '“”"„‟″«»‘’'
_QUOTE = re.compile(f"[{_SIGNS}]")
_SINGLE = frozenset("‘’")
_OPENERS = frozenset("“„«‘")
_AFTER_CLOSER = frozenset(" .,;:)]/\t")
_BEFORE_OPENER = frozenset(' ([/\t“"')
STARTS = tuple('“"„«‟″”‘’')
"""With what a quoted block may begin."""
_PROVISION = re.compile(r".(?:(?:Phần|Chương|Mục|Tiểu mục|Điều|Phụ lục)\s|\(?\w{1,4}[.)/-])", re.IGNORECASE)
_TAIL = 4


class Quotations:
    """What the quotation marks of a list of blocks say, read once: for each block where a quotation opens, and for
    each opening where it ends."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._opened: list[list[int]] = [[] for _ in blocks]
        self._closes = [False] * len(blocks)
        everything = "\n".join(block.text for block in blocks)
        signs = [sign for sign in _SIGNS if sign in everything]
        self.any = bool(signs)
        for at, block in enumerate(blocks if signs else ()):
            text = block.text
            if any(sign in text for sign in signs):
                self._opened[at], self._closes[at] = _marks(text)
        self._next_close: list[int] = []
        self._next_limit: list[int] = []
        if self.any:
            self._look_ahead()

    def _look_ahead(self) -> None:
        count = len(self._blocks)
        close, limit = [count] * (count + 1), [count] * (count + 1)
        for at in range(count - 1, -1, -1):
            close[at] = at if self._closes[at] else close[at + 1]
            announced = at > 0 and self._blocks[at].text.startswith(STARTS) and announces(self._blocks[at - 1])
            limit[at] = at if announced else limit[at + 1]
        self._next_close, self._next_limit = close, limit

    def opens_at(self, at: int) -> int | None:
        """Where in block `at` a quotation begins that goes on in the following blocks; None where none does."""
        opened = self._opened[at]
        if not opened:
            return None
        text = self._blocks[at].text
        for place in opened:
            if place == 0:
                previous = self._blocks[at - 1].text if at else ""
                return 0 if at == 0 or previous.endswith(":") or _PROVISION.match(text) else None
            before = text[:place].rstrip()
            if before.endswith(":") and amends(before):
                return place
        return None

    def is_whole(self, at: int) -> bool:
        """Whether block `at` is a quoted provision that begins and ends in it: “2. ...”."""
        text = self._blocks[at].text
        if not self.any or not text.startswith(STARTS):
            return False
        return _PROVISION.match(text) is not None or (at > 0 and announces(self._blocks[at - 1]))

    def next_close(self, start: int) -> int:
        """The first block from `start` on that closes a quotation which was opened before it; the number of blocks
        where there is none."""
        return self._next_close[start] if self.any else len(self._blocks)

    def next_announced(self, start: int) -> int:
        """The first block from `start` on that opens a quotation as the block before it announces; the number of
        blocks where there is none."""
        return self._next_limit[start] if self.any else len(self._blocks)

    def second_close(self, close: int) -> int | None:
        """The next block after `close` that closes a quotation which nothing opened, or None: then the closing mark in
        `close` may have been a slip."""
        following = self._next_close[close + 1]
        if following >= min(self._next_limit[close + 1], len(self._blocks)):
            return None
        opened = any(self._opened[at] or self._blocks[at].text.startswith(STARTS) for at in range(close + 1, following))
        return None if opened or self._blocks[following].text.startswith(STARTS) else following


def _marks(text: str) -> tuple[list[int], bool]:
    """The places of the opening quotation marks in `text` that are not closed in it, and whether it closes a
    quotation that was opened before it. A mark at its beginning may repeat the opening one of that quotation."""
    opened: list[int] = []
    closes_at = whole_at = None
    last = len(text) - 1
    for match in _QUOTE.finditer(text):
        at, sign = match.start(), match[0]
        if sign in _SINGLE and 0 < at <= last - _TAIL:
            continue
        free_before = at == 0 or text[at - 1] in _BEFORE_OPENER
        free_after = at == last or text[at + 1] in _AFTER_CLOSER
        opens = free_before or not free_after if sign in _OPENERS else free_before and not free_after
        if opens:
            opened.append(at)
        elif opened:
            if opened.pop() == 0:
                whole_at = at
        else:
            closes_at = at
    return opened, closes_at is not None or (whole_at is not None and last - whole_at < _TAIL)
