"""Documents -> the units that are ranked, with everything index and pack need, in one order: newest document first.

Undated documents stand last, then by id; inside a document the head comes first and the clauses follow in printed
order. So a unit's number breaks ties by date, and sorting by date is sorting by number.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from vankien.model import Document
from vankien.searching.counting import WordStream
from vankien.searching.inversion import Integers, Inversion, Postings, inversion_of
from vankien.searching.joining import merged, without
from vankien.searching.portions import SAME, Portion, clause_ids, kept_portion, label_of, portion_of, texts_of
from vankien.searching.remembering import Memory
from vankien.searching.tally import keep_tally, kept_tally
from vankien.searching.units import units_of
from vankien.searching.whoosh_index import CITED, OWN
from vankien.writing.slugs import number_slug

__all__ = ["SAME", "Collection", "NumberEntry", "clause_ids", "collect", "in_order", "label_of", "number_postings"]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A number that is borne or cited: key, as printed, its page, the heads that bear it, the units that cite it."""

    key: str
    printed: str
    slug: str
    own: tuple[int, ...]
    citing: tuple[int, ...]


@dataclass(frozen=True)
class Collection:
    """All units of all documents: what each document gives, in order, and what all of them together say. `heads`
    are the first units of the documents, `unit_documents` the document of each unit."""

    portions: tuple[Portion, ...]
    heads: Integers
    unit_documents: Integers
    inversion: Inversion
    marks: Postings
    numbers: tuple[NumberEntry, ...]

    @cached_property
    def documents(self) -> tuple[list[Any], ...]:
        """What is shown of each document."""
        return tuple(portion.document for portion in self.portions)

    @cached_property
    def names(self) -> Integers:
        """How many different pairs the name of each document has."""
        return np.array([portion.names for portion in self.portions], np.int64)


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Newest first, undated last, then by id."""
    by_id = sorted(documents, key=lambda d: d.id)
    return sorted(by_id, key=lambda d: d.metadata.date or "", reverse=True)


def collect(
    documents: Sequence[Document], keys: Sequence[str], memory: Memory, progress: Progress | None = None
) -> Collection:
    """The collection of these documents, which stand in order; `keys` name their contents. What `memory` holds under
    a key is not made again. `progress` is called with (what, how many documents done, of how many)."""
    before = kept_tally(memory)
    counted = frozenset(before.documents if before else ())
    stream = WordStream()
    portions: list[Portion] = []
    for document, key in zip(documents, keys, strict=True):
        portion = kept_portion(key, memory)
        if portion is None or key not in counted:
            units = units_of(document)
            portion = portion or portion_of(document, key, units, memory)
            if key not in counted:
                stream.add(key, (texts_of(document, unit) for unit in units))
        portions.append(portion)
        if progress:
            progress("Tách từ", len(portions), len(documents))
    tally = stream.tally()
    if before:
        tally = merged(without(before, counted.difference(keys)), tally, keys)
    keep_tally(tally, memory)
    counts = np.array([len(portion.sizes) for portion in portions], np.int64)
    heads = np.cumsum(counts) - counts
    return Collection(
        tuple(portions), heads, np.repeat(np.arange(len(counts)), counts), inversion_of(tally),
        _marks(portions, heads), _numbers(portions, heads),
    )  # fmt: skip


def _marks(portions: Sequence[Portion], heads: Integers) -> Postings:
    """The units that bear each mark."""
    names = [mark for portion in portions for mark in portion.marks]
    lists = [places for portion in portions for places in portion.marks.values()]
    terms = sorted(set(names), key=str.encode)
    number = {term: place for place, term in enumerate(terms)}
    sizes = np.fromiter(map(len, lists), np.int64, len(lists))
    first = np.repeat(heads, [len(portion.marks) for portion in portions])
    units = np.fromiter(itertools.chain.from_iterable(lists), np.int64) + np.repeat(first, sizes)
    of = np.repeat(np.fromiter(map(number.__getitem__, names), np.int64, len(names)), sizes)
    order = np.argsort(of, kind="stable")
    starts = np.append(0, np.cumsum(np.bincount(of, minlength=len(terms))))
    ones = np.ones(len(units), np.uint8)
    return Postings(tuple(term.encode() for term in terms), starts, units[order].astype(np.uint32), ones)


def number_postings(numbers: Iterable[NumberEntry]) -> Postings:
    """The numbers as postings: `OWN` at heads that bear them, `CITED` at units that cite them. A number that is cited
    only where nothing is indexed has none and is left out."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    for entry in numbers:
        both = sorted([(head, OWN) for head in entry.own] + [(unit, CITED) for unit in entry.citing])
        if both:
            found[entry.key.encode()] = both
    terms = sorted(found)
    flat = [posting for term in terms for posting in found[term]]
    starts = np.cumsum([0, *(len(found[term]) for term in terms)])
    units = np.array([unit for unit, _ in flat], np.uint32)
    return Postings(tuple(terms), starts, units, np.array([weight for _, weight in flat], np.uint8))


def _numbers(portions: Sequence[Portion], heads: Integers) -> tuple[NumberEntry, ...]:
    printed: dict[str, dict[str, int]] = {}
    own: dict[str, list[int]] = {}
    citing: dict[str, set[int]] = {}
    for portion, head in zip(portions, heads.tolist(), strict=True):
        if portion.number:
            key, text = portion.number
            own.setdefault(key, []).append(head)
            printed.setdefault(key, {})[text] = 1 << 30
        for key, text, times, places in portion.cited:
            seen = printed.setdefault(key, {})
            seen[text] = seen.get(text, 0) + times
            if places:
                citing.setdefault(key, set()).update(head + place for place in places)
    return tuple(
        NumberEntry(key, shown, number_slug(shown), tuple(own.get(key, ())), tuple(sorted(citing.get(key, ()))))
        for key in sorted(printed, key=str.encode)
        for shown in [min(printed[key], key=lambda text: (-printed[key][text], text))]
    )
