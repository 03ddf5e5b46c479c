"""The Whoosh index: its fields, and a reader of whole postings.

`whoosh_writing.py` writes it; any stock Whoosh reader opens it. Fields:

- `syllable`, `pair`: folded words; a posting's weight is the frequency, a syllable's value byte the place of its accent
  form among those of the syllable (`unit_map.py` says what the place means today);
- `number`: number keys ("43-KL-TW"); weight `OWN` for the head of a document that bears it, `CITED` for a unit that
  cites it;
- `mark`: "dieu 5", "khoan 2": the printed numbers that a unit stands under.

Whoosh's own numbers of units grow with each change; the unit map turns them into the numbers of units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import index as stock
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Format
from whoosh.reading import TermNotFound

from vankien.searching.inversion import Bytes, Integers
from vankien.searching.unit_map import NO_UNIT, read_map

OWN, CITED = 2, 1


class WeightAndCode(Format):  # type: ignore[misc]
    """Postings of a weight and one byte."""

    posting_size = 1


@dataclass(frozen=True, slots=True)
class Found:
    """The postings of one term: units in order, with frequency and, for syllables, accent code."""

    units: npt.NDArray[np.uint32]
    frequencies: Bytes
    accents: Bytes | None = None


class NoIndexError(Exception):
    """A folder holds no whole index."""


def schema() -> Schema:
    """The fields."""
    return Schema(
        syllable=FieldType(WeightAndCode(), None, scorable=True),
        pair=FieldType(Existence(), None),
        number=FieldType(Existence(), None),
        mark=FieldType(Existence(), None),
    )


class IndexReader:
    """Reads whole postings through the stock Whoosh reader."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in `folder`. Raises `NoIndexError` where there is none, or it is not whole."""
        units = read_map(folder)
        if units is None:
            raise NoIndexError(folder)
        try:
            self._reader = stock.open_dir(str(folder)).reader()
        except (OSError, stock.IndexError) as error:
            raise NoIndexError(folder) from error
        self._map, self._numbers = units, units.numbers()
        self._whole = not (self._numbers == NO_UNIT).any()
        self._kept: dict[tuple[str, str], Found | None] = {}

    @property
    def units(self) -> int:
        """How many units are indexed."""
        return int(self._reader.doc_count())

    def postings(self, field: str, term: str) -> Found | None:
        """The postings of a term, None where the index does not hold it."""
        key = (field, term)
        if key not in self._kept:
            self._kept[key] = self._read(field, term)
        return self._kept[key]

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin with `prefix`, sorted."""
        found = [term.decode() for term in self._reader.expand_prefix(field, prefix)]
        return found if self._whole else [term for term in found if self.postings(field, term) is not None]

    def _read(self, field: str, term: str) -> Found | None:
        parts = list(self._parts(field, term))
        if not parts:
            return None
        units, frequencies, accents = (np.concatenate(column) for column in zip(*parts, strict=True))
        kept = np.flatnonzero(units != NO_UNIT)
        if not len(kept):
            return None
        kept = kept[np.argsort(units[kept], kind="stable")]
        return Found(
            units[kept].astype(np.uint32), frequencies[kept].astype(np.uint8),
            accents[kept].astype(np.uint8) if field == "syllable" else None,
        )  # fmt: skip

    def _parts(self, field: str, term: str) -> Iterator[tuple[Integers, Any, Any]]:
        """What each segment holds: numbers of units, weights, accent codes."""
        for number, (leaf, base) in enumerate(self._reader.leaf_readers()):
            try:
                matcher = leaf._terms.matcher(field, term.encode(), leaf.schema[field].format)
            except TermNotFound:
                continue
            found, weights, values = _block(matcher)
            codes = np.frombuffer(values, np.uint8) if field == "syllable" else np.zeros(len(weights), np.uint8)
            yield self._numbers[np.asarray(found) + base], weights, self._map.accents(term, codes, number == 0)


def _block(matcher: Any) -> tuple[Sequence[int] | Integers, Any, bytes]:
    """The postings of a term in a segment: Whoosh's numbers of units, weights, value bytes."""
    if not isinstance(matcher, W3LeafMatcher):
        return matcher._ids, matcher._weights, b"".join(matcher._values)
    matcher._read_data()
    gaps, weights, values = matcher._data
    if weights is None or isinstance(weights, float):
        weights = [weights or 1.0] * len(gaps)
    return np.cumsum(gaps), weights, values or b""
