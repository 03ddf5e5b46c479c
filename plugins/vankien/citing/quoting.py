"""Quotations in amending documents: there "Thông tư này" is the amended document, not the one that quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Clause

_OUTSIDE = frozenset(["dieu", "chuong", "phan", "phu-luc", "kem-theo", "ket", "muc"])
_QUOTES = re.compile(r"(?:^|[:;,] ?|(?:cụm từ|từ ngữ|từ|bằng|là) )[“\"]*$")
_CURLY = re.compile("[“”]")
_MARK = re.compile('[“”"]')


class Quotations:
    """Follows the quotation marks through the clauses of one document, in order.

    Only what is quoted as text counts: it opens a clause, or follows a colon or "cụm từ". Titles in quotation marks
    (về “Tăng cường ...”) do not.
    """

    def __init__(self) -> None:
        self._open = False

    def enter(self, clause: Clause) -> None:
        """Begin a clause. A new Điều stands outside: structuring has ended what was left open before it."""
        if clause.kind in _OUTSIDE:
            self._open = False

    def within(self, text: str, places: Sequence[int]) -> list[int | None]:
        """For each of `places` (rising offsets in `text`) where the quotation begins that holds it (0 for one that
        began in an earlier clause), None outside; then go on behind the text. Straight marks count only where they
        pair up in one text."""
        found: list[int | None] = []
        if not self._open and "“" not in text and '"' not in text:
            return [None] * len(places)
        depth, first, begin = (1, 1, 0) if self._open else (0, 0, 0)
        straight: int | None = None
        paired = False
        marks = _MARK if text.count('"') % 2 == 0 else _CURLY
        at = 0
        for place in [*places, len(text)]:
            for match in marks.finditer(text, at, place):
                if match[0] == "“":
                    depth += 1
                    if not first and _QUOTES.search(text, max(0, match.start() - 12), match.start()):
                        first, begin = depth, match.end()
                elif match[0] == '"':
                    paired = not paired
                    counts = paired and _QUOTES.search(text, max(0, match.start() - 12), match.start())
                    straight = match.end() if counts else None
                elif depth:
                    first = first if depth > first else 0
                    depth -= 1
            found.append(begin if first else straight)
            at = place
        self._open = bool(first)
        return found[:-1]
