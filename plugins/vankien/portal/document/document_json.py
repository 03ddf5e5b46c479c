"""A document's data beside its page: what `vankien inspect` says, with the links resolved."""

from __future__ import annotations

import json
from dataclasses import asdict

from vankien.library import Library
from vankien.model import Document
from vankien.records import (
    Record,
    clause_record,
    evidence_record,
    fidelity_record,
    link_record,
    metadata_record,
)


def document_json(document: Document, library: Library) -> bytes:
    """The JSON of one document (contracts.md, `inspect`), with `links` and `cited_by` added; keys in a fixed order."""
    record: Record = {
        "id": document.id,
        "sources": [asdict(source) for source in document.sources],
        "metadata": metadata_record(document.metadata),
        "evidence": dict(sorted(evidence_record(document.evidence).items())),
        "clauses": [clause_record(clause) for clause in document.clauses],
        "links": [link_record(link) for link in library.links_of(document.id)],
        "cited_by": [link_record(link) for link in library.cited_by(document.id)],
        "fidelity": fidelity_record(document.fidelity),
    }
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
