"""Numbers as bits, bits as text.

A number >= 1 is coded as its bucket (the place of its highest bit and the next bit) by a Huffman code, then its lower
bits as they are. The stream is cut into units of 15 bits, each a character from U+0100 on: no quote, no control
character, no surrogate, so the file is a JavaScript string in UTF-16 at 1.07 times the size of the bytes.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

UNIT_BITS = 15
FIRST_CHARACTER = 0x100
LONGEST_CODE = 15
_WINDOW = 4
"""Units that an item can touch."""
_UNIT_MASK = (1 << UNIT_BITS) - 1
_AT_ONCE = 50_000

Integers = npt.NDArray[np.int64]


def bucket_of(values: Integers) -> tuple[Integers, Integers, Integers]:
    """For numbers >= 1: the bucket, the number of lower bits, the lower bits.

    Buckets are 0 for 1, then two to a power of two: 2, 3, 4-5, 6-7, 8-11, ...
    """
    power = np.frexp(values.astype(np.float64))[1].astype(np.int64) - 1
    half = np.where(power > 0, values >> np.maximum(power - 1, 0) & 1, 0)
    low = np.maximum(power - 1, 0)
    return np.where(power > 0, 2 * power - 1 + half, 0), low, values & ((1 << low) - 1)


@dataclass(frozen=True, slots=True)
class Code:
    """A canonical Huffman code: length and bits of each symbol; length 0 for symbols that do not occur."""

    lengths: Integers
    bits: Integers


def huffman(counts: Integers) -> Code:
    """The code for symbols with these counts, no code longer than `LONGEST_CODE` bits."""
    counts = np.asarray(counts, np.int64)
    while True:
        lengths = _lengths(counts)
        if int(lengths.max(initial=0)) <= LONGEST_CODE:
            return Code(lengths, canonical(lengths))
        counts = np.where(counts > 0, np.maximum(1, counts // 4 + 1), 0)


def _lengths(counts: Integers) -> Integers:
    lengths = np.zeros(len(counts), np.int64)
    symbols = np.flatnonzero(counts).tolist()
    if len(symbols) == 1:
        lengths[symbols[0]] = 1
        return lengths
    # Nodes: the symbols, then each pair that was joined; a tie goes to the node that holds the smallest symbol.
    heap = [(int(counts[symbol]), symbol, node) for node, symbol in enumerate(symbols)]
    parents = [0] * (2 * len(symbols))
    heapq.heapify(heap)
    for node in range(len(symbols), 2 * len(symbols) - 1):
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        parents[first[2]] = parents[second[2]] = node
        heapq.heappush(heap, (first[0] + second[0], min(first[1], second[1]), node))
    depths = [0] * len(parents)
    for node in range(2 * len(symbols) - 3, -1, -1):
        depths[node] = depths[parents[node]] + 1
    lengths[symbols] = depths[: len(symbols)]
    return lengths


def canonical(lengths: Integers) -> Integers:
    """The bits of each symbol: codes in the order of (length, symbol)."""
    bits = np.zeros(len(lengths), np.int64)
    code = previous = 0
    for symbol in sorted(np.flatnonzero(lengths).tolist(), key=lambda s: (lengths[s], s)):
        code <<= int(lengths[symbol]) - previous
        previous = int(lengths[symbol])
        bits[symbol] = code
        code += 1
    return bits


class BitStreams:
    """Several streams of bits that are written anywhere, in whole arrays. `begins` is the place of each stream's first
    bit; a place counts the bits of all streams, each filled up to whole units."""

    def __init__(self, bits: Integers) -> None:
        """`bits` is the size of each stream."""
        self._starts = np.append(0, np.cumsum((bits + UNIT_BITS - 1) // UNIT_BITS))
        self._units = np.zeros(int(self._starts[-1]) + _WINDOW, np.uint16)
        self.begins: Integers = self._starts[:-1] * UNIT_BITS

    def put(self, places: Integers, values: Integers, sizes: npt.NDArray[Any]) -> None:
        """Writes values of up to 45 bits, `sizes` their bits, at ascending places; some at once, as arrays that fit the
        processor's caches cost a fraction of large ones."""
        for start in range(0, len(places), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            self._put(places[some], values[some], sizes[some])

    def _put(self, places: Integers, values: Integers, sizes: npt.NDArray[Any]) -> None:
        units = places // UNIT_BITS
        windows = values << (_WINDOW * UNIT_BITS - sizes - (places - units * UNIT_BITS))
        begins = np.flatnonzero(np.append(True, units[1:] != units[:-1]))
        windows = np.bitwise_or.reduceat(windows, begins)
        touched = (UNIT_BITS - 1 + int(sizes.max()) + UNIT_BITS - 1) // UNIT_BITS
        for step, place in enumerate(range(_WINDOW - 1, _WINDOW - 1 - touched, -1)):
            part = windows >> place * UNIT_BITS & _UNIT_MASK
            self._units[units[begins] + step] |= part.astype(np.uint16)

    def texts(self) -> list[bytes]:
        """Each stream as UTF-16LE text without byte order mark."""
        text = (self._units + np.uint16(FIRST_CHARACTER)).astype("<u2").tobytes()
        return [text[2 * start : 2 * end] for start, end in pairwise(self._starts.tolist())]


def pack_streams(values: Integers, sizes: Integers, streams: Integers, many: int) -> list[bytes]:
    """Writes items (value, size in bits up to 45) into `many` streams; `streams` says, ascending, which item goes
    where.

    Each stream is UTF-16LE text without byte order mark.
    """
    bits = np.bincount(streams, sizes, many).astype(np.int64)
    written = BitStreams(bits)
    before = np.append(0, np.cumsum(bits))[:-1]
    written.put(np.cumsum(sizes) - sizes + (written.begins - before)[streams], values, sizes)
    return written.texts()


def pack_bytes(data: bytes) -> bytes:
    """Bytes as such a text (UTF-16LE), behind one unit that says their number modulo 2**15."""
    padded = data + b"\0" * (-len(data) % 15)
    bits = np.unpackbits(np.frombuffer(padded, np.uint8)).reshape(-1, UNIT_BITS).astype(np.int64)
    values = bits @ (1 << np.arange(UNIT_BITS - 1, -1, -1))
    used = (len(data) * 8 + UNIT_BITS - 1) // UNIT_BITS
    return (np.append(len(data) & 0x7FFF, values[:used]) + FIRST_CHARACTER).astype("<u2").tobytes()
