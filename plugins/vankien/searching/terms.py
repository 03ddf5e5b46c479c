"""Many terms without an object for each: some as they are, then pairs of words by the numbers of their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]


class Terms(Sequence[bytes]):
    """A row of terms: `plain` ones, then one "first second" for each pair of numbers of `words`."""

    def __init__(self, plain: Sequence[bytes], words: Sequence[bytes], firsts: Numbers, seconds: Numbers) -> None:
        self.plain = tuple(plain)
        self.words = tuple(words)
        self.firsts, self.seconds = firsts, seconds

    def __len__(self) -> int:
        return len(self.plain) + len(self.firsts)

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[bytes, ...]: ...
    def __getitem__(self, place: int | slice) -> bytes | tuple[bytes, ...]:
        if isinstance(place, slice):
            return tuple(self._at(number) for number in range(*place.indices(len(self))))
        return self._at(range(len(self))[place])

    def _at(self, place: int) -> bytes:
        if place < len(self.plain):
            return self.plain[place]
        pair = place - len(self.plain)
        first, second = int(self.firsts[pair]), int(self.seconds[pair])
        return self.words[first] + b" " + self.words[second]

    def __radd__(self, before: tuple[bytes, ...]) -> Terms:
        """The same behind other plain terms."""
        return Terms((*before, *self.plain), self.words, self.firsts, self.seconds)

    def chosen(self, places: Numbers) -> Terms:
        """The terms at these places, in order."""
        begin = len(self.plain)
        split = int(np.searchsorted(places, begin))
        pairs = places[split:] - begin
        plain = [self.plain[place] for place in places[:split].tolist()]
        return Terms(plain, self.words, self.firsts[pairs], self.seconds[pairs])
