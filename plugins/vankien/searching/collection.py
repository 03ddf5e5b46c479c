"""Documents -> the units that are ranked, with everything index and pack need, in one order: newest document first.

Undated documents stand last, then by id; inside a document the head comes first and the clauses follow in printed
order. So a unit's number breaks ties by date, and sorting by date is sorting by number.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vankien.model import Document
from vankien.searching.analysis import folded_words
from vankien.searching.inversion import Integers, Inversion, Postings, WordStream
from vankien.searching.marks import marks_of
from vankien.searching.units import Unit, document_name, short_name, units_of
from vankien.searching.whoosh_index import CITED, OWN
from vankien.writing.numbers import number_key
from vankien.writing.slugs import number_slug

Progress = Callable[[str, int, int], None]
SAME = "\ue000"
"""Stands in a label for the label of the unit's first clause."""


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
    """All units of all documents. `records[unit]` is [document, clause id, heading, headed, passages] as it is shown,
    a head's has no passages; `sizes[unit]` the characters in it; `documents` what is shown of each document."""

    documents: tuple[list[Any], ...]
    order: tuple[str, ...]
    heads: Integers
    unit_documents: Integers
    names: Integers
    records: list[list[Any]]
    sizes: list[int]
    inversion: Inversion
    marks: Postings
    numbers: tuple[NumberEntry, ...]


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Newest first, undated last, then by id."""
    by_id = sorted(documents, key=lambda d: d.id)
    return sorted(by_id, key=lambda d: d.metadata.date or "", reverse=True)


def collect(documents: Iterable[Document], progress: Progress | None = None) -> Collection:
    """The collection of these documents. `progress` is called with (what, how many documents done, of how many)."""
    ordered = in_order(documents)
    stream = WordStream()
    heads: list[int] = []
    unit_documents: list[int] = []
    names: list[int] = []
    records: list[list[Any]] = []
    marks: dict[str, list[int]] = {}
    places: list[dict[str, int]] = []
    for index, document in enumerate(ordered):
        heads.append(len(records))
        names.append(_name_pairs(document))
        places.append({})
        for unit in units_of(document):
            number = len(records)
            if unit.clause is None:
                stream.add([short_name(document.metadata)], _head_texts(document))
            else:
                body = unit.passages[1:] if unit.heading else unit.passages
                texts = [*(p.text for p in body), *unit.context[-1:]]
                stream.add([unit.heading] if unit.has_words else [], texts if unit.has_words else [])
                for mark in marks_of(p.id for p in unit.passages):
                    marks.setdefault(mark, []).append(number)
                places[index].update((p.id, number) for p in unit.passages)
            unit_documents.append(index)
            records.append(_record(index, unit))
        if progress:
            progress("Tách từ", index + 1, len(ordered))
    return Collection(
        tuple(_document_record(d) for d in ordered), tuple(d.id for d in ordered), np.array(heads, np.int64),
        np.array(unit_documents, np.int64), np.array(names, np.int64), records, [_size(r) for r in records],
        stream.invert(), postings_of(marks), _numbers(ordered, heads, places),
    )  # fmt: skip


def postings_of(units: Mapping[str, Sequence[int]], weights: Mapping[str, Sequence[int]] | None = None) -> Postings:
    """Postings from lists of units in order, each of weight 1 or of the weight given."""
    terms = sorted(units, key=str.encode)
    starts = np.cumsum([0, *(len(units[term]) for term in terms)])
    flat = np.array([unit for term in terms for unit in units[term]], np.uint32)
    found = [w for term in terms for w in (weights[term] if weights else [1] * len(units[term]))]
    return Postings(tuple(term.encode() for term in terms), starts, flat, np.array(found, np.uint8))


def number_postings(numbers: Iterable[NumberEntry]) -> Postings:
    """The numbers as postings: `OWN` at heads that bear them, `CITED` at units that cite them. A number that is cited
    only where nothing is indexed has none and is left out."""
    units, weights = {}, {}
    for entry in numbers:
        both = sorted([(head, OWN) for head in entry.own] + [(unit, CITED) for unit in entry.citing])
        if both:
            units[entry.key] = [unit for unit, _ in both]
            weights[entry.key] = [weight for _, weight in both]
    return postings_of(units, weights)


def _name_pairs(document: Document) -> int:
    words = folded_words(short_name(document.metadata))
    return len(set(itertools.pairwise(words)))


def _head_texts(document: Document) -> list[str]:
    given = document.metadata
    people = [f"{signer.name}. {signer.position or ''}" for signer in given.signers]
    return [text for text in (given.number, given.issuer, given.place, given.province, *people) if text]


def _document_record(document: Document) -> list[Any]:
    given = document.metadata
    source = document.sources[0].file if document.sources else ""
    return [document.id, source, document_name(given), given.type, given.number, given.date, given.issuer]


def _record(document: int, unit: Unit) -> list[Any]:
    if unit.clause is None:
        return [document, None, "", 0, []]
    first = unit.passages[0]
    passages = []
    for passage in unit.passages:
        suffix = passage.id.removeprefix(first.id) if passage is not first else passage.id
        label = passage.label
        if passage is not first and first.label and label.endswith(first.label):
            label = label.removesuffix(first.label) + SAME
        passages.append([suffix, passage.depth, label, passage.text])
    heading = unit.heading or (unit.context[-1] if unit.context else "")
    return [document, unit.clause, "" if unit.heading else heading, int(bool(unit.heading)), passages]


def clause_ids(record: Sequence[Any]) -> list[str]:
    """The ids of a record's passages. A suffix begins with "_", which no id does."""
    root = record[1]
    return [root + p[0] if p[0].startswith(("_", "-lan-")) else p[0] for p in record[4]]


def label_of(record: Sequence[Any], passage: int) -> str:
    """The label of a record's passage."""
    return str(record[4][passage][2]).replace(SAME, record[4][0][2])


def _size(record: Sequence[Any]) -> int:
    return 60 + sum(len(passage[3]) + 20 for passage in record[4])


def _numbers(
    documents: Sequence[Document], heads: Sequence[int], places: Sequence[Mapping[str, int]]
) -> tuple[NumberEntry, ...]:
    printed: dict[str, dict[str, int]] = {}
    own: dict[str, list[int]] = {}
    citing: dict[str, set[int]] = {}
    for index, document in enumerate(documents):
        if document.metadata.number:
            key = number_key(document.metadata.number)
            own.setdefault(key, []).append(heads[index])
            printed.setdefault(key, {})[document.metadata.number] = 1 << 30
        for citation in document.citations:
            if citation.number and number_key(citation.number)[:1].isdigit():
                key = number_key(citation.number)
                seen = printed.setdefault(key, {})
                seen[citation.number] = seen.get(citation.number, 0) + 1
                unit = places[index].get(citation.clause)
                if unit is not None:
                    citing.setdefault(key, set()).add(unit)
    return tuple(
        NumberEntry(key, shown, number_slug(shown), tuple(own.get(key, ())), tuple(sorted(citing.get(key, ()))))
        for key in sorted(printed, key=str.encode)
        for shown in [min(printed[key], key=lambda text: (-printed[key][text], text))]
    )
