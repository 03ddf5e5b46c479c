"""Writes finished postings as a Whoosh index, and brings it up to date.

Whoosh's own writer sorts every posting in Python and takes fourteen times as long. Here the inversion is done
(`inversion.py`), and `posting_blocks.py` hands the postings to Whoosh's codec.

An index is one segment of all units as they were, in which units that went are deleted, and one of all units that came
since, which is written anew each time. When the changes are many, all is written anew.

Whoosh's files differ on every build and hold pickles: they stay in `.vankien/` and are never published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from vankien.searching.inversion import Integers, Inversion, Postings
from vankien.searching.posting_blocks import write_terms
from vankien.searching.tally import flagged
from vankien.searching.term_table import TermTable
from vankien.searching.terms import Terms
from vankien.searching.unit_map import Row, UnitMap, forget_map, kept_map, row_heads, write_map
from vankien.searching.whoosh_index import schema

MANY_CHANGES = 8
"""All is written anew when more than one unit of this many came or went."""


@dataclass(frozen=True)
class Indexed:
    """What is indexed: the documents by their keys, how many units each has, and all postings."""

    documents: tuple[str, ...]
    units: Integers
    inversion: Inversion
    numbers: Postings
    marks: Postings

    def fields(self) -> dict[str, Postings]:
        """The postings by field, as the index keeps them."""
        alone = self.inversion.syllables
        kept = Postings(alone.terms, alone.starts, alone.units, alone.frequencies, self.inversion.places)
        return {"mark": self.marks, "number": self.numbers, "pair": self.inversion.pairs, "syllable": kept}

    def forms(self) -> dict[str, tuple[str, ...]]:
        """The accent forms of each syllable."""
        names = (term.decode() for term in self.inversion.syllables.terms)
        return dict(zip(names, self.inversion.forms, strict=True))


class _Storage(FileStorage):  # type: ignore[misc]
    """A folder of Whoosh's. Whoosh's own way to its temporary folder runs into an exception that keeps every caller's
    objects alive until the next sweep."""

    def temp_storage(self, name: str | None = None) -> FileStorage:
        """A folder for temporary files."""
        folder = Path(self.folder) / (name or "temporary")
        folder.mkdir(exist_ok=True)
        return FileStorage(str(folder))


def write_index(folder: Path, indexed: Indexed) -> None:
    """Writes a new index of one segment into `folder`, in place of any older one."""
    folder.mkdir(parents=True, exist_ok=True)
    forget_map(folder)
    writer = FileIndex.create(_Storage(str(folder)), schema()).writer(codec=W3Codec(), compound=False)
    _write_segment(writer, indexed.inversion.lengths, indexed.fields())
    _commit(writer, [writer.get_segment()])
    rows = row_heads(indexed.documents, indexed.units)
    write_map(folder, UnitMap(writer.generation, tuple(rows), (), indexed.forms(), {}))


def update_index(folder: Path, indexed: Indexed) -> bool:
    """Brings the index in `folder` up to date, where there is one and the changes are few; says whether it did."""
    known = kept_map(folder)
    if known is None:
        return False
    rows = {row.document: row for row in row_heads(indexed.documents, indexed.units)}
    main = [row._replace(head=rows[row.document].head if row.document in rows else None) for row in known.main]
    newer = [rows[key] for key in rows.keys() - {row.document for row in main}]
    newer.sort(key=lambda row: row.head or 0)
    gone = sum(row.units for row in main if row.head is None)
    if (gone + sum(row.units for row in newer)) * MANY_CHANGES > len(indexed.inversion.lengths):
        return False
    index = FileIndex(_Storage(str(folder)))
    if index.latest_generation() != known.generation:
        return False
    forget_map(folder)
    writer = index.writer(codec=W3Codec(), compound=False)
    [segment, *_] = writer.segments
    segment._deleted = set(_members(main)) or None
    local = _local(newer, len(indexed.inversion.lengths))
    fields = {name: _of_units(postings, local) for name, postings in indexed.fields().items()}
    _write_segment(writer, indexed.inversion.lengths[local >= 0], fields)
    _commit(writer, [segment, writer.get_segment()] if newer else [segment])
    codes = known.changed(indexed.forms())
    write_map(folder, UnitMap(writer.generation, tuple(main), tuple(newer), known.forms, codes))
    return True


def _members(main: Iterable[Row]) -> Iterable[int]:
    """Whoosh's numbers of the units that went."""
    place = 0
    for row in main:
        if row.head is None:
            yield from range(place, place + row.units)
        place += row.units


def _local(newer: Iterable[Row], many: int) -> npt.NDArray[np.int32]:
    """Each unit's number among those that came, -1 for the others."""
    came = np.zeros(many, bool)
    for row in newer:
        came[row.head : (row.head or 0) + row.units] = True
    return np.where(came, np.cumsum(came) - 1, -1).astype(np.int32)


def _of_units(postings: Postings, local: npt.NDArray[np.int32]) -> Postings:
    """The postings of the units that have a number in `local`, under that number."""
    mine = local[postings.units]
    kept = mine >= 0
    sizes = flagged(kept, postings.starts)
    alive = np.flatnonzero(sizes)
    terms = postings.terms
    chosen = terms.chosen(alive) if isinstance(terms, Terms) else tuple(terms[place] for place in alive.tolist())
    return Postings(
        chosen, np.append(0, np.cumsum(sizes[alive], dtype=np.int64)), mine[kept].astype(np.uint32),
        postings.frequencies[kept], None if postings.accents is None else postings.accents[kept],
    )  # fmt: skip


def _commit(writer: Any, segments: list[Any]) -> None:
    writer._close_segment()
    writer._commit_toc(segments)
    writer._finish()


def _write_segment(writer: Any, lengths: Integers, fields: dict[str, Postings]) -> None:
    for length in lengths.tolist():
        writer.perdocwriter.start_doc(writer.docnum)
        writer.perdocwriter.add_field("syllable", writer.schema["syllable"], None, length)
        writer.perdocwriter.finish_doc()
        writer.docnum += 1
    writer.perdocwriter.close()
    _write_at_once(writer.fieldwriter)
    for name, postings in fields.items():
        writer.fieldwriter.start_field(name, writer.schema[name])
        write_terms(writer.fieldwriter, postings)
        writer.fieldwriter.finish_field()


def _write_at_once(fields: Any) -> None:
    """Puts a table that is written at once in the place of the codec's own, in the same file."""
    file = fields._tindex.dbfile
    file.seek(0)
    fields._tindex = TermTable(file)
    fields._fieldmap = fields._tindex.extras["fieldmap"] = {}
