"""Finished postings -> the term and posting files of Whoosh's W3 codec: one block a term, in the codec's own layout."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pickle import dumps
from typing import Any

import numpy as np
import numpy.typing as npt

from vankien.searching.inversion import Bytes, Integers, Postings

_COMPRESS_FROM = 256
_INLINE_BELOW = 5
_TERMS_AT_ONCE = 20_000
_MAGIC = b"W3Bl"
_INFO = struct.Struct("!BfIBBfII")
_PLACE = struct.Struct("!qi")
_FIELD_NUMBER = struct.Struct("!H")


def write_terms(fields: Any, postings: Postings) -> None:
    """Hands each term to the codec's term table, its postings to the codec's posting file."""
    add, file = fields._tindex.add, fields._postfile
    prefix = _FIELD_NUMBER.pack(fields._fieldid)
    floats = [float(weight) for weight in range(int(postings.frequencies.max(initial=0)) + 1)]
    place = file.tell()
    gaps = _gaps(postings)
    for first in range(0, len(postings.terms), _TERMS_AT_ONCE):
        many = min(_TERMS_AT_ONCE, len(postings.terms) - first)
        starts = postings.starts[first : first + many + 1].tolist()
        base, stop = starts[0], starts[-1]
        units, weights = postings.units[base:stop].tolist(), postings.frequencies[base:stop].tolist()
        steps = gaps[base:stop].tolist()
        codes = b"" if postings.accents is None else postings.accents[base:stop].tobytes()
        sums, mosts, leasts = _of_lists(postings.frequencies[base:stop], postings.starts[first : first + many] - base)
        terms = postings.terms[first : first + many]
        blocks = []
        for term, (begin, over), total, most, least in zip(terms, pairwise(starts), sums, mosts, leasts, strict=True):
            start, end = begin - base, over - base
            size, mine, values = end - start, weights[start:end], codes[start:end]
            inline = size < _INLINE_BELOW
            info = _INFO.pack(inline, total, size, 0, 0, most, units[start], units[end - 1])
            if inline:
                each = tuple(values[i : i + 1] for i in range(size)) if values else ()
                where = dumps((tuple(units[start:end]), tuple([floats[weight] for weight in mine]), each), 2)
            else:
                kept = None if most == 1 else float(most) if least == most else tuple(mine)
                block = _block(steps[start:end], kept, values, units[end - 1], most)
                where = _PLACE.pack(place, len(block))
                place += len(block)
                blocks.append(block)
            add(prefix + term, info + where)
        file.write(b"".join(blocks))


def _of_lists(weights: Bytes, starts: Integers) -> Iterator[list[int]]:
    """Of each list of weights the sum, the greatest and the least."""
    wide = weights.astype(np.int32)
    return (reduce(wide, starts).tolist() for reduce in (np.add.reduceat, np.maximum.reduceat, np.minimum.reduceat))


def _gaps(postings: Postings) -> npt.NDArray[np.int32]:
    """The steps from each unit of a term to the next; the first is the unit itself."""
    units = postings.units.astype(np.int32)
    gaps: npt.NDArray[np.int32] = units - np.concatenate([units[:1], units[:-1]])
    first = postings.starts[:-1]
    gaps[first] = postings.units[first]
    return gaps


def _block(
    gaps: list[int], weights: tuple[int, ...] | float | None, values: bytes, last: int, most: int
) -> bytes:  # fmt: skip
    """One posting block as the codec lays it out; it is the term's only one, so its length is negative. `weights` are
    one where they are all the same, None where that is 1."""
    data = dumps((tuple(gaps), weights, values or None), 2)
    packed = len(data) >= _COMPRESS_FROM
    if packed:
        data = zlib.compress(data, 1)
    info = dumps((len(gaps), last, float(most), int(packed), 0, 0), 2)
    return _MAGIC + struct.pack("!i", -(len(info) + len(data))) + info + data
