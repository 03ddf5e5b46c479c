"""Numbers as bits, bits as text.

A number >= 1 is coded as its bucket (the place of its highest bit and the next bit) by a Huffman code, then its lower
bits as they are. The stream is cut into units of 15 bits, each a character from U+0100 on: no quote, no control
character, no surrogate, so the file is a JavaScript string in UTF-16 at 1.07 times the size of the bytes.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

UNIT_BITS = 15
FIRST_CHARACTER = 0x100
LONGEST_CODE = 15

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


def pack_streams(values: Integers, sizes: Integers, streams: Integers, many: int) -> list[bytes]:
    """Writes items (value, size in bits up to 45) into `many` streams; `streams` says, ascending, which item goes
    where.

    Each stream is UTF-16LE text without byte order mark.
    """
    bits = np.bincount(streams, sizes, many).astype(np.int64)
    units = (bits + UNIT_BITS - 1) // UNIT_BITS
    unit_starts = np.append(0, np.cumsum(units))
    item_ends = np.cumsum(sizes)
    bit_starts = np.append(0, np.cumsum(bits))
    place = item_ends - sizes - bit_starts[streams] + unit_starts[streams] * UNIT_BITS
    words = np.zeros(int(unit_starts[-1]) + 4)
    first, inside = np.divmod(place, UNIT_BITS)
    for step in range(4):
        reached = np.flatnonzero(inside + sizes > step * UNIT_BITS)
        shift = (step + 1) * UNIT_BITS - inside[reached] - sizes[reached]
        part = np.where(shift >= 0, values[reached] << np.maximum(shift, 0), values[reached] >> np.maximum(-shift, 0))
        words += np.bincount(first[reached] + step, part & 0x7FFF, len(words))
    text = (words[: int(unit_starts[-1])] + FIRST_CHARACTER).astype("<u2")
    return [text[unit_starts[i] : unit_starts[i + 1]].tobytes() for i in range(many)]


def pack_bytes(data: bytes) -> bytes:
    """Bytes as such a text (UTF-16LE), behind one unit that says their number modulo 2**15."""
    padded = data + b"\0" * (-len(data) % 15)
    bits = np.unpackbits(np.frombuffer(padded, np.uint8)).reshape(-1, UNIT_BITS).astype(np.int64)
    values = bits @ (1 << np.arange(UNIT_BITS - 1, -1, -1))
    used = (len(data) * 8 + UNIT_BITS - 1) // UNIT_BITS
    return (np.append(len(data) & 0x7FFF, values[:used]) + FIRST_CHARACTER).astype("<u2").tobytes()
