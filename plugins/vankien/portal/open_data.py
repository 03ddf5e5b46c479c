"""The archive as open data below `api/`: documents, clauses, citations as JSON, citations as GraphML.

Every file is deterministic: same archive, same bytes. Addresses in them are below the site's root. `van-ban.json`
lists the documents, `dieu-khoan/<document>.json` a document's clauses, `vien-dan.json` all citations, `so-hieu.json`
all numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from vankien.library import Library
from vankien.model import Document
from vankien.portal.digests import Digests
from vankien.portal.listing import document_name, document_url
from vankien.portal.number_pages import number_rows
from vankien.portal.page import Later, RawFile
from vankien.records import Record, clause_record, link_record, metadata_record

VERSION = 1
"""Of the files' shape; a change that breaks a reader raises it."""


def api_files(library: Library, digests: Digests) -> Iterator[Later | RawFile]:
    """The JSON files."""
    documents = library.documents.values()
    yield _json("api/index.json", {"van_ban": "van-ban.json", "vien_dan": "vien-dan.json", "so_hieu": "so-hieu.json",
                                   "dieu_khoan": "dieu-khoan/{id}.json", "graphml": "vien-dan.graphml"})  # fmt: skip
    yield _json("api/van-ban.json", {"documents": [_document(document) for document in documents]})
    yield Later("api/vien-dan.json", digests.relations, lambda: _citations(library))
    yield _json("api/so-hieu.json", {"numbers": [
        {"slug": row.number.slug, "number": row.number.printed, "types": row.number.types, "held": row.number.held,
         "mentions": row.mentions, "documents": row.documents, "url": row.url}
        for row in number_rows(library)
    ]})  # fmt: skip
    for document in documents:
        path = f"api/dieu-khoan/{document.id}.json"
        yield Later(path, digests.whole(document.id), partial(_clauses, path, document))


def _json(path: str, content: Record) -> RawFile:
    text = json.dumps({"version": VERSION, **content}, ensure_ascii=False, separators=(",", ":"))
    return RawFile(path, (text + "\n").encode())


def _document(document: Document) -> Record:
    return {
        "id": document.id,
        "url": document_url(document.id),
        "name": document_name(document.metadata),
        **metadata_record(document.metadata),
        "sources": [{"file": source.file, "sha256": source.sha256} for source in document.sources],
        "clauses": len(document.clauses),
    }


def _citations(library: Library) -> RawFile:
    return _json("api/vien-dan.json", {"citations": [link_record(link) for link in library.links]})


def _clauses(path: str, document: Document) -> RawFile:
    clauses = [clause_record(clause) | {"url": document_url(document.id, clause.id)} for clause in document.clauses]
    return _json(path, {"document": document.id, "clauses": clauses})
