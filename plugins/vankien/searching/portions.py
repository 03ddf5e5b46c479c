"""What one document gives to the search: its units as they are shown, its marks, its numbers, its words.

A portion depends on its document alone, and places in it count from the document's first unit, so that it is made
once and kept (`remembering.py`) for as long as the document stays as it is.
"""

from __future__ import annotations

import itertools
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vankien.knowledge import load
from vankien.model import Document, Metadata
from vankien.searching.analysis import folded_words
from vankien.searching.marks import marks_of
from vankien.searching.remembering import Memory
from vankien.searching.units import Unit, document_name, short_name
from vankien.writing.numbers import number_key

SAME = "\ue000"
"""Stands in a label for the label of the unit's first clause."""
UNITS_A_GROUP = 16
"""Records are compressed so many together."""
_SHOWN, _RECORDS = "portion", "records"
Texts = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Portion:
    """What one document gives. `key` names its content; `document` is what is shown of it; `names` counts the pairs
    of its name; `sizes[unit]` the characters of a unit, `headings` the headings that are clauses of their own;
    `marks` maps a mark to the units that bear it; `number` is [key, printed] or None, `cited` has rows [key, printed,
    times, units]; `groups` are the sizes of the compressed groups of `records`."""

    key: str
    document: list[Any]
    names: int
    sizes: list[int]
    headings: list[str]
    marks: Mapping[str, list[int]]
    number: list[str] | None
    cited: list[list[Any]]
    groups: list[int]
    packed: Callable[[], bytes]

    def records(self) -> list[list[Any]]:
        """What is shown of each unit: [clause id, heading, headed, passages]; a head's has no passages."""
        return [record for group in unpacked(self.packed(), self.groups) for record in group]


def portion_of(document: Document, key: str, units: Sequence[Unit], memory: Memory) -> Portion:
    """The portion of a document that was cut into `units`; `memory` keeps it under `key`."""
    records = [_record(unit) for unit in units]
    groups = [
        zlib.compress(json.dumps(records[start : start + UNITS_A_GROUP], ensure_ascii=False).encode(), 1)
        for start in range(0, len(records), UNITS_A_GROUP)
    ]
    marks: dict[str, list[int]] = {}
    places: dict[str, int] = {}
    for place, unit in enumerate(units):
        for mark in marks_of(p.id for p in unit.passages):
            marks.setdefault(mark, []).append(place)
        places.update((p.id, place) for p in unit.passages)
    given = document.metadata
    told: dict[str, Any] = {
        "document": _shown(document),
        "names": _name_pairs(given),
        "sizes": [60 + sum(len(p.text) + 20 for p in unit.passages) for unit in units],
        "headings": [unit.passages[0].text for unit in units if unit.heading],
        "marks": marks,
        "number": [number_key(given.number), given.number] if given.number else None,
        "cited": list(_cited(document, places)),
        "groups": [len(group) for group in groups],
    }
    memory.keep(key, _SHOWN, json.dumps(told, ensure_ascii=False).encode())
    memory.keep(key, _RECORDS, b"".join(groups))
    return Portion(key=key, packed=lambda: memory.kept(key, _RECORDS) or b"", **told)


def _name_pairs(given: Metadata) -> int:
    """How many different pairs of words a document's name has; none where its type is all that is known of it, unless
    such are called by it (Hiến pháp)."""
    if not given.title and not any(kind.get("law") for kind in load("types") if kind["name"] == given.type):
        return 0
    return len(set(itertools.pairwise(folded_words(short_name(given)))))


def kept_portion(key: str, memory: Memory) -> Portion | None:
    """The portion that was kept under `key`."""
    told = memory.kept(key, _SHOWN)
    packed = memory.kept(key, _RECORDS)
    if told is None or packed is None:
        return None
    return Portion(key=key, packed=lambda: packed, **json.loads(told))


def unpacked(data: bytes, groups: Sequence[int]) -> Iterator[list[list[Any]]]:
    """Groups of records, of which so many bytes lie in `data` one after the other."""
    for end, size in zip(itertools.accumulate(groups), groups, strict=True):
        yield json.loads(zlib.decompress(data[end - size : end]))


def texts_of(document: Document, unit: Unit) -> Texts:
    """What is searched of a unit: its headings, and its texts with what stands over them."""
    if unit.clause is None:
        return [short_name(document.metadata)], _head_texts(document)
    if not unit.has_words:
        return [], []
    body = unit.passages[1:] if unit.heading else unit.passages
    return [unit.heading], [*(p.text for p in body), *unit.context[-1:]]


def _head_texts(document: Document) -> list[str]:
    given = document.metadata
    people = [f"{signer.name}. {signer.position or ''}" for signer in given.signers]
    return [text for text in (given.number, given.issuer, given.place, given.province, *people) if text]


def _shown(document: Document) -> list[Any]:
    given = document.metadata
    source = document.sources[0].file if document.sources else ""
    return [document.id, source, document_name(given), given.type, given.number, given.date, given.issuer]


def _cited(document: Document, places: Mapping[str, int]) -> Iterator[list[Any]]:
    found: dict[tuple[str, str], list[Any]] = {}
    for citation in document.citations:
        if citation.number and (key := number_key(citation.number))[:1].isdigit():
            row = found.setdefault((key, citation.number), [key, citation.number, 0, []])
            row[2] += 1
            unit = places.get(citation.clause)
            if unit is not None and unit not in row[3]:
                row[3].append(unit)
    yield from found.values()


def _record(unit: Unit) -> list[Any]:
    if unit.clause is None:
        return [None, "", 0, []]
    first = unit.passages[0]
    passages = []
    for passage in unit.passages:
        suffix = passage.id.removeprefix(first.id) if passage is not first else passage.id
        label = passage.label
        if passage is not first and first.label and label.endswith(first.label):
            label = label.removesuffix(first.label) + SAME
        passages.append([suffix, passage.depth, label, passage.text])
    heading = unit.heading or (unit.context[-1] if unit.context else "")
    return [unit.clause, "" if unit.heading else heading, int(bool(unit.heading)), passages]


def clause_ids(record: Sequence[Any]) -> list[str]:
    """The ids of the passages of a record that begins with its document. A suffix begins with "_", which no id does."""
    root = record[1]
    return [root + p[0] if p[0].startswith(("_", "-lan-")) else p[0] for p in record[4]]


def label_of(record: Sequence[Any], passage: int) -> str:
    """The label of a passage of a record that begins with its document."""
    return str(record[4][passage][2]).replace(SAME, record[4][0][2])
