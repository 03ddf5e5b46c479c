"""Where the sentences of a clause end."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"\n|(?<!\bTP)(?<!\bTs)(?<!\bThS)[.!?…]+[”\")]*(?= +[“\"(\[]*[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ\d–-])")


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
