"""A document's data beside its page: what `vankien inspect` says, with the links resolved."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from vankien.library import Library
from vankien.model import Clause, Document, Link


def document_json(document: Document, library: Library) -> bytes:
    """The JSON of one document (contracts.md, `inspect`), with `links` and `cited_by` added; keys in a fixed order."""
    data: dict[str, Any] = {
        "id": document.id,
        "sources": [asdict(source) for source in document.sources],
        "metadata": {key: value for key, value in asdict(document.metadata).items() if value not in (None, ())}
        | {key: getattr(document.metadata, key) for key in ("type", "number", "date", "place", "issuer", "title")},
        "evidence": {key: asdict(evidence) for key, evidence in sorted(document.evidence.items())},
        "clauses": [_clause(clause) for clause in document.clauses],
        "links": [_link(link) for link in library.links_of(document.id)],
        "cited_by": [{"document": link.document, **_link(link)} for link in library.cited_by(document.id)],
        "fidelity": asdict(document.fidelity),
    }
    return (json.dumps(data, ensure_ascii=False) + "\n").encode()


def _clause(clause: Clause) -> dict[str, Any]:
    data = {
        "id": clause.id,
        "parent": clause.parent,
        "kind": clause.kind,
        "number": clause.number,
        "label": clause.label,
        "text": clause.text,
    }
    return data | ({"rows": clause.rows} if clause.rows else {})


def _link(link: Link) -> dict[str, Any]:
    citation = link.citation
    return {
        "clause": citation.clause,
        "start": citation.start,
        "text": citation.text,
        "kind": citation.kind,
        "type": citation.type,
        "number": citation.number,
        "date": citation.date,
        "issuer": citation.issuer,
        "pinpoints": citation.pinpoints,
        "relation": citation.relation,
        "evidence": citation.sentence,
        "antecedent": citation.antecedent,
        "inside": citation.inside,
        "state": link.state,
        "target": link.target,
        "target_clauses": link.clauses,
        "exact": link.exact,
        "candidates": link.candidates,
        "rule": link.rule,
        "doubt": link.doubt,
    }
