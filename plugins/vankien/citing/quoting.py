"""Quotations in amending documents: there "Thông tư này" is the amended document, not the one that quotes."""

from __future__ import annotations

from collections.abc import Sequence

from vankien.model import Clause

_OPEN, _CLOSE = "“", "”"


class Quotations:
    """Follows the quotation marks through the clauses of one document, in order."""

    def __init__(self) -> None:
        self._depth = 0

    def enter(self, clause: Clause) -> None:
        """Begin a clause. A new Điều stands outside: structuring has ended what was left open before it."""
        if clause.kind in ("dieu", "chuong", "phan", "phu-luc", "kem-theo", "ket", "muc"):
            self._depth = 0

    def within(self, text: str, places: Sequence[int]) -> list[bool]:
        """For each of `places` (rising offsets in `text`) whether it stands within a quotation; then go on behind the
        text. Straight marks count only where they pair up in one text."""
        found, at, depth, straight = [], 0, self._depth, False
        paired = text.count('"') % 2 == 0
        for place in [*places, len(text)]:
            piece = text[at:place]
            if _OPEN in piece or _CLOSE in piece:
                for char in piece:
                    if char == _OPEN:
                        depth += 1
                    elif char == _CLOSE and depth:
                        depth -= 1
            if paired and piece.count('"') % 2:
                straight = not straight
            found.append(depth > 0 or straight)
            at = place
        self._depth = depth
        return found[:-1]
