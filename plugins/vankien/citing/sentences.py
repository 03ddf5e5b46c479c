"""Where the sentences of a clause end."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<!\bTP\.)(?<!\bTs\.)(?<!\bThS\.)[.!?…”\")]{0,4}"
    r"(?= {1,8}[“\"(\[]{0,3}[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ\d–-]))"
)

_LONGEST = 1600


class Sentences:
    """The sentences of one text: `of(offset)` gives the start and end of the one that holds an offset."""

    def __init__(self, text: str) -> None:
        self._ends = [m.end() for m in _END.finditer(text)]
        self._length = len(text)

    def of(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that holds `offset`."""
        place = bisect_right(self._ends, offset)
        start = self._ends[place - 1] if place else 0
        end = self._ends[place] if place < len(self._ends) else self._length
        return start, end

    def evidence(self, text: str, offset: int) -> str:
        """The sentence that holds `offset`, without outer blanks; of a very long one the words around."""
        start, end = self.of(offset)
        if end - start > _LONGEST:
            start, end = max(start, offset - _LONGEST // 2), min(end, offset + _LONGEST // 2)
        return text[start:end].strip()
