"""The postings of terms as bits: a symbol a posting, with the gap's lower bits, and the accent code of a syllable.

They are coded some terms at once: arrays that fit the processor's caches cost a fraction of large ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vankien.searching.inversion import Bytes, Postings
from vankien.searching.pack.coding import BitStreams, Code, Integers, bucket_of, huffman
from vankien.searching.weights import FREQUENCY_LIMIT

GAP_BUCKETS = 40
LIST_CLASSES = 17
FORMS = 7
_ACCENTS = 8
_SYMBOLS = GAP_BUCKETS * FREQUENCY_LIMIT
_AT_ONCE = 150_000
"""Postings that are coded together, as far as terms do not hold more."""


class CodedLists:
    """The coded postings of terms in the order of writing. `bits` is the size of each term's list; `lengths` are the
    code lengths by list class, `accent_lengths` those of accent codes by number of forms, () for pairs."""

    def __init__(self, postings: Postings, order: Integers) -> None:
        """`order` says which term is written first, second, ..."""
        gaps = _Gaps(int(postings.units.max(initial=0)) + 1)
        self._chunks = list(_chunks(postings, order, gaps))
        counts = np.zeros(LIST_CLASSES * _SYMBOLS, np.int64)
        accents = np.zeros((FORMS + 1) * _ACCENTS, np.int64)
        for chunk in self._chunks:
            counts += np.bincount(chunk.symbols, minlength=len(counts))
            if chunk.accents is not None:
                accents += np.bincount(chunk.accents, minlength=len(accents))
        accents[_ACCENTS : 2 * _ACCENTS] = 0
        codes = [huffman(row) for row in counts.reshape(LIST_CLASSES, _SYMBOLS)]
        accent_codes = [huffman(row) for row in accents.reshape(FORMS + 1, _ACCENTS)]
        self.lengths = tuple(code.lengths for code in codes)
        self.accent_lengths = tuple(code.lengths for code in accent_codes) if postings.variants else ()
        self._gaps, self._code, self._accent_code = gaps, _flat(codes), _flat(accent_codes)
        self._widths = [self._widths_of(chunk) for chunk in self._chunks]
        sums = (chunk.sums(widths) for chunk, widths in zip(self._chunks, self._widths, strict=True))
        self.bits = np.concatenate([np.zeros(0, np.int64), *sums])

    def put_in(self, streams: BitStreams, places: Integers) -> None:
        """Puts each term's list at its place, a number of bits in `streams`."""
        for chunk, widths in zip(self._chunks, self._widths, strict=True):
            ends = np.cumsum(widths, dtype=np.int64)
            shift = places[chunk.ranks] - np.append(0, ends)[chunk.starts[:-1]]
            streams.put(ends - widths + np.repeat(shift, np.diff(chunk.starts)), self._values(chunk), widths)

    def _widths_of(self, chunk: _Chunk) -> Bytes:
        """The bits of each posting."""
        widths: Bytes = self._code.lengths[chunk.symbols] + self._gaps.low[chunk.gaps]
        return widths if chunk.accents is None else widths + self._accent_code.lengths[chunk.accents]

    def _values(self, chunk: _Chunk) -> Integers:
        """The code of each posting with what follows it."""
        values: Integers = self._code.bits[chunk.symbols] << self._gaps.low[chunk.gaps] | self._gaps.rest[chunk.gaps]
        if chunk.accents is None:
            return values
        code = self._accent_code
        return values << code.lengths[chunk.accents] | code.bits[chunk.accents]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some terms: their ranks, where each list begins, and for each posting the gap, the symbol (behind those of lower
    list classes), and for syllables the accent code (behind those of fewer forms)."""

    ranks: slice
    starts: Integers
    gaps: npt.NDArray[np.int32]
    symbols: npt.NDArray[np.int16]
    accents: Bytes | None

    def sums(self, numbers: Bytes) -> Integers:
        """The sum of the numbers of each list."""
        return np.diff(np.append(0, np.cumsum(numbers, dtype=np.int64))[self.starts])


class _Gaps:
    """What each gap below a limit is coded as: `symbols` (for frequency 0), `low` bits, the `rest` in them."""

    def __init__(self, limit: int) -> None:
        buckets, low, rest = bucket_of(np.arange(1, limit + 1))
        self.symbols = np.append(0, buckets * FREQUENCY_LIMIT - 1).astype(np.int16)
        self.low = np.append(0, low).astype(np.uint8)
        self.rest = np.append(0, rest)


@dataclass(frozen=True, slots=True)
class _Flat:
    """Several codes one behind the other."""

    bits: Integers
    lengths: Bytes


def _flat(codes: Sequence[Code]) -> _Flat:
    return _Flat(
        np.concatenate([code.bits for code in codes]),
        np.concatenate([code.lengths for code in codes]).astype(np.uint8),
    )


def _chunks(postings: Postings, order: Integers, gaps: _Gaps) -> Iterator[_Chunk]:
    sizes = np.diff(postings.starts)
    classes = np.minimum(np.frexp(sizes.astype(np.float64))[1], LIST_CLASSES - 1).astype(np.int16) * np.int16(_SYMBOLS)
    forms = np.array([len(these) * _ACCENTS for these in postings.variants], np.uint8)
    ends = np.append(0, np.cumsum(sizes[order]))
    first = 0
    while first < len(order):
        after = max(first + 1, int(np.searchsorted(ends, ends[first] + _AT_ONCE)))
        terms, starts = order[first:after], ends[first : after + 1] - ends[first]
        mine = sizes[terms]
        places = np.repeat(postings.starts[terms] - starts[:-1], mine) + np.arange(int(starts[-1]))
        units = postings.units[places].astype(np.int32)
        steps = np.diff(units, prepend=np.int32(0))
        steps[starts[:-1]] = units[starts[:-1]] + 1
        symbols = gaps.symbols[steps] + postings.frequencies[places] + np.repeat(classes[terms], mine)
        accents = None
        if postings.accents is not None:
            accents = postings.accents[places] + np.repeat(forms[terms], mine)
        yield _Chunk(slice(first, after), starts, steps, symbols, accents)
        first = after
