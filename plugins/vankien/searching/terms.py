"""Many terms without an object for each: some as they are, then pairs of words by the numbers of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
            return self._between(*place.indices(len(self)))
        number = range(len(self))[place]
        return self._between(number, number + 1)[0]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self[:])

    def _between(self, start: int, stop: int, step: int = 1) -> tuple[bytes, ...]:
        begin, words = len(self.plain), self.words
        if step != 1:
            return tuple(self[place] for place in range(start, stop, step))
        some = slice(max(0, start - begin), max(0, stop - begin))
        pairs = zip(self.firsts[some].tolist(), self.seconds[some].tolist(), strict=True)
        return (*self.plain[start:stop], *[words[first] + b" " + words[second] for first, second in pairs])

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
