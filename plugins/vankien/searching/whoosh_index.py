"""The Whoosh index: its fields, a writer for finished postings, a reader of whole postings.

Whoosh's own writer sorts every posting in Python and takes fourteen times as long. Here the inversion is done
(`inversion.py`), so each term's postings go as one block to the W3 codec's own term and posting files, in the codec's
own layout; any stock Whoosh reader opens them. Fields:

- `syllable`, `pair`: folded words; a posting's weight is the frequency, a syllable's value byte its accent code;
- `number`: number keys ("43-KL-TW"); weight `OWN` for the head of a document that bears it, `CITED` for a unit that
  cites it;
- `mark`: "dieu 5", "khoan 2": the printed numbers that a unit stands under.

Whoosh's files differ on every build and hold pickles: they stay in `.vankien/` and are never published.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from pickle import dumps
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import index as stock
from whoosh.codec.whoosh3 import W3Codec, W3LeafMatcher
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Format
from whoosh.reading import TermNotFound

from vankien.searching.inversion import Bytes, Integers, Inversion, Postings
from vankien.searching.term_table import TermTable

OWN, CITED = 2, 1
_COMPRESS_FROM = 256
_INLINE_BELOW = 5
_TERMS_AT_ONCE = 20_000
_MAGIC = b"W3Bl"
_INFO = struct.Struct("!BfIBBfII")
_PLACE = struct.Struct("!qi")
_FIELD_NUMBER = struct.Struct("!H")


class WeightAndCode(Format):  # type: ignore[misc]
    """Postings of a weight and one byte."""

    posting_size = 1


@dataclass(frozen=True, slots=True)
class Found:
    """The postings of one term: units in order, with frequency and, for syllables, accent code."""

    units: npt.NDArray[np.uint32]
    frequencies: Bytes
    accents: Bytes | None = None


def _schema() -> Schema:
    return Schema(
        syllable=FieldType(WeightAndCode(), None, scorable=True),
        pair=FieldType(Existence(), None),
        number=FieldType(Existence(), None),
        mark=FieldType(Existence(), None),
    )


def write_index(folder: Path, inversion: Inversion, numbers: Postings, marks: Postings) -> None:
    """Writes a new index of one segment into `folder`, in place of any older one."""
    folder.mkdir(parents=True, exist_ok=True)
    index = stock.create_in(str(folder), _schema())
    writer = index.writer(codec=W3Codec(), compound=False)
    for length in inversion.lengths.tolist():
        writer.perdocwriter.start_doc(writer.docnum)
        writer.perdocwriter.add_field("syllable", writer.schema["syllable"], None, length)
        writer.perdocwriter.finish_doc()
        writer.docnum += 1
    writer.perdocwriter.close()
    _write_at_once(writer.fieldwriter)
    fields = {"mark": marks, "number": numbers, "pair": inversion.pairs, "syllable": inversion.syllables}
    for name, postings in fields.items():
        writer.fieldwriter.start_field(name, writer.schema[name])
        _write_terms(writer.fieldwriter, postings)
        writer.fieldwriter.finish_field()
    writer._close_segment()
    writer._commit_toc([writer.get_segment()])
    writer._finish()


def _write_at_once(fields: Any) -> None:
    """Puts a table that is written at once in the place of the codec's own, in the same file."""
    file = fields._tindex.dbfile
    file.seek(0)
    fields._tindex = TermTable(file)
    fields._fieldmap = fields._tindex.extras["fieldmap"] = {}


def _write_terms(fields: Any, postings: Postings) -> None:
    """Hands each term to the codec's term table, its postings to the codec's posting file."""
    add, file = fields._tindex.add, fields._postfile
    prefix = _FIELD_NUMBER.pack(fields._fieldid)
    floats = [float(weight) for weight in range(int(postings.frequencies.max(initial=0)) + 1)]
    place = file.tell()
    gaps = _gaps(postings)
    for first in range(0, len(postings.terms), _TERMS_AT_ONCE):
        starts = postings.starts[first : first + _TERMS_AT_ONCE + 1].tolist()
        base, stop = starts[0], starts[-1]
        units, weights = postings.units[base:stop].tolist(), postings.frequencies[base:stop].tolist()
        steps = gaps[base:stop].tolist()
        codes = b"" if postings.accents is None else postings.accents[base:stop].tobytes()
        blocks = []
        for term, begin, over in zip(postings.terms[first : first + _TERMS_AT_ONCE], starts, starts[1:], strict=False):
            start, end = begin - base, over - base
            many, mine, values = end - start, weights[start:end], codes[start:end]
            most = max(mine)
            inline = many < _INLINE_BELOW
            info = _INFO.pack(inline, sum(mine), many, 0, 0, most, units[start], units[end - 1])
            if inline:
                each = tuple(values[i : i + 1] for i in range(many)) if values else ()
                where = dumps((tuple(units[start:end]), tuple([floats[weight] for weight in mine]), each), 2)
            else:
                block = _block(steps[start:end], mine, values, units[end - 1], most)
                where = _PLACE.pack(place, len(block))
                place += len(block)
                blocks.append(block)
            add(prefix + term, info + where)
        file.write(b"".join(blocks))


def _gaps(postings: Postings) -> npt.NDArray[np.int32]:
    """The steps from each unit of a term to the next; the first is the unit itself."""
    units = postings.units.astype(np.int32)
    gaps: npt.NDArray[np.int32] = units - np.concatenate([units[:1], units[:-1]])
    first = postings.starts[:-1]
    gaps[first] = postings.units[first]
    return gaps


def _block(gaps: list[int], weights: list[int], values: bytes, last: int, most: int) -> bytes:
    """One posting block as the codec lays it out; it is the term's only one, so its length is negative."""
    least = min(weights)
    kept = None if most == 1 else float(most) if least == most else tuple(weights)
    data = dumps((tuple(gaps), kept, values or None), 2)
    packed = len(data) >= _COMPRESS_FROM
    if packed:
        data = zlib.compress(data, 1)
    info = dumps((len(gaps), last, float(most), int(packed), 0, 0), 2)
    return _MAGIC + struct.pack("!i", -(len(info) + len(data))) + info + data


class IndexReader:
    """Reads whole postings through the stock Whoosh reader."""

    def __init__(self, folder: Path) -> None:
        self._reader = stock.open_dir(str(folder)).reader()
        self._kept: dict[tuple[str, str], Found | None] = {}

    @property
    def units(self) -> int:
        """How many units are indexed."""
        return int(self._reader.doc_count_all())

    def postings(self, field: str, term: str) -> Found | None:
        """The postings of a term, None where the index does not hold it."""
        key = (field, term)
        if key not in self._kept:
            self._kept[key] = self._read(field, term)
        return self._kept[key]

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin with `prefix`, sorted."""
        return [term.decode() for term in self._reader.expand_prefix(field, prefix)]

    def _read(self, field: str, term: str) -> Found | None:
        try:
            matcher = self._reader.postings(field, term)
        except TermNotFound:
            return None
        if not isinstance(matcher, W3LeafMatcher):
            accents = b"".join(matcher._values) if field == "syllable" else None
            return _found(matcher._ids, matcher._weights, accents)
        matcher._read_data()
        gaps, weights, accents = matcher._data
        if weights is None or isinstance(weights, float):
            weights = [weights or 1.0] * len(gaps)
        return _found(np.cumsum(gaps), weights, accents)


def _found(units: Sequence[int] | Integers, weights: Sequence[float], accents: bytes | None) -> Found:
    codes = None if accents is None else np.frombuffer(accents, np.uint8)
    return Found(np.asarray(units, np.uint32), np.asarray(weights, np.uint8), codes)
