"""Foreman 3: documents -> the search index, the pack for the browser, answers.

The index (Whoosh, with the records that are shown) lies in `.vankien/search/` and is never published; the pack goes
into the finished site, `assets/vankien/search/pack/`. Both come from the same postings in one call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from vankien.citing.validity import standing_of
from vankien.grouping import facets_of
from vankien.grouping.standing import standing_words
from vankien.knowledge import load
from vankien.library import Library
from vankien.model import Document
from vankien.project import Project
from vankien.searching.answering import Answerer
from vankien.searching.beside import beside
from vankien.searching.collection import Collection, collect, in_order, number_postings
from vankien.searching.facets import Columns, Value
from vankien.searching.freshness import content_key, fingerprint, forget, give_again, program, remember
from vankien.searching.pack.placing import PackReport, place
from vankien.searching.pack.writing import Contents, pack_files
from vankien.searching.remembering import Memory
from vankien.searching.store import CatalogueError, keep, kept, no_index
from vankien.searching.weights import length_classes, tables
from vankien.searching.whoosh_index import IndexReader, NoIndexError
from vankien.searching.whoosh_writing import Indexed, update_index, write_index
from vankien.sweeping import no_sweeping

__all__ = ["Catalogue", "CatalogueError", "CatalogueReport", "build_catalogue", "index_folder", "open_catalogue"]

Progress = Callable[[str, int, int], None]
_FOLDER = "search"
_MEMORY = "kept.bin"
_ENGINE = Path(__file__).parent / "portal" / "assets" / "search" / "engine"


_WORTH_A_PROCESS = 4000
"""A process of its own costs as much as this many units take."""
_FACETS = {
    "loai": "type", "nam": "year", "he-thong": "system", "cap": "level", "co-quan": "issuer", "dia-phuong": "place",
    "nhiem-ky": "term", "nguoi-ky": "signer",
}  # fmt: skip
"""The ways of dividing the archive -> the filters of the search."""


@dataclass(frozen=True, slots=True)
class CatalogueReport:
    """What was built: how many documents, the units they were cut into, the files and bytes of the pack and how many of
    its files changed."""

    documents: int
    units: int
    pack: PackReport


@no_sweeping()
def build_catalogue(library: Library, pack: Path, index: Path, progress: Progress | None = None) -> CatalogueReport:
    """Indexes the documents of `library` into `index` and writes the browser's pack into `pack`.

    What was made from the same before is given again. `progress` is called with (what is being done, how many
    documents are done, of how many).
    """
    documents = in_order(library.documents.values())
    columns, engine = _columns(documents, library), _engine()
    keys, made_by = [content_key(document) for document in documents], program()
    made_from = fingerprint(keys, columns, engine, made_by)
    again = give_again(index, made_from, pack)
    if again:
        return CatalogueReport(len(documents), *again)
    forget(index)
    memory = Memory(index / _MEMORY, made_by)
    collection = collect(documents, keys, memory, progress)
    units = len(collection.unit_documents)
    classes = length_classes(collection.inversion.lengths)
    with _indexing(index, collection, tuple(keys)):
        files, version = pack_files(Contents(collection, columns, classes, tables(units), engine, memory))
        report = place(pack, files, version)
        keep(index, collection, columns, classes)
        memory.save()
    remember(index, made_from, units, files, version)
    return CatalogueReport(len(documents), units, report)


def _indexing(index: Path, collection: Collection, keys: tuple[str, ...]) -> AbstractContextManager[None]:
    """Brings the Whoosh index up to date, or writes it anew while the body runs."""
    units = np.array([len(portion.sizes) for portion in collection.portions], np.int64)
    indexed = Indexed(keys, units, collection.inversion, number_postings(collection.numbers), collection.marks)
    if update_index(index, indexed):
        return nullcontext()
    return beside(write_index, (index, indexed), len(collection.unit_documents) >= _WORTH_A_PROCESS)


def _engine() -> str:
    """The engine's parts as one script, in the order of their names; comments and indents stay in the sources."""
    lines = (line.strip() for part in sorted(_ENGINE.glob("*.js")) for line in part.read_text("utf-8").splitlines())
    body = "\n".join(line for line in lines if line and not line.startswith(("//", "/**", "*/")))
    return f'globalThis.vankien.engine = () => {{\n"use strict";\n{body}\n}};\n'


def _columns(documents: Sequence[Document], library: Library) -> Columns:
    """The facets of the archive, counted over documents by their place in the order."""
    place = {document.id: index for index, document in enumerate(documents)}
    facets = {
        _FACETS[facet.slug]: tuple(
            Value(v.name, _label(v.name, v.note), _aliases(v.name), tuple(sorted(place[d.id] for d in v.documents)))
            for v in facet.values
            if v.known
        )
        for facet in facets_of(documents)
        if facet.slug in _FACETS
    }
    facets["validity"] = tuple(_standings(documents, library))
    return Columns(facets, tuple(d.metadata.date or "" for d in documents), tuple(d.id for d in documents))


def _label(name: str, note: str) -> str:
    return f"{name} ({note})" if note else name


def _aliases(name: str) -> tuple[str, ...]:
    """The abbreviations of a type, by which it may be asked for ("loai:ct")."""
    return next((tuple(kind.get("abbr") or ()) for kind in load("types") if kind["name"] == name), ())


def _standings(documents: Sequence[Document], library: Library) -> Iterator[Value]:
    members: dict[str, list[int]] = {}
    for index, document in enumerate(documents):
        label = standing_words(standing_of(library.effects_on(document.id)))
        members.setdefault(label, []).append(index)
    for label in sorted(members, key=lambda name: (-len(members[name]), name)):
        yield Value(label, label, (), tuple(members[label]))


class Catalogue:
    """An index that answers queries."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in `folder`. Raises `CatalogueError` where there is none."""
        self._stored = kept(folder)
        try:
            reader = IndexReader(folder)
        except NoIndexError as error:
            raise no_index(folder) from error
        self._answerer = Answerer(reader, self._stored)

    def search(
        self, query: str, limit: int = 10, filters: Mapping[str, Any] | None = None, sort: str = "relevance"
    ) -> dict[str, Any]:
        """The answer to `query` (contracts: `vankien search`): at most `limit` hits, best first, over all documents."""
        return self._answerer.answer(query, limit, filters, sort)


def index_folder(project: Project) -> Path:
    """Where a portal's index lies."""
    return project.cache / _FOLDER


def open_catalogue(project: Project) -> Catalogue:
    """The catalogue of a portal that was built. Raises `CatalogueError` where it was not."""
    return Catalogue(index_folder(project))
