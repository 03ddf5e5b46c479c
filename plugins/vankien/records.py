"""The value types as plain JSON objects, in the shapes of the contracts: what `inspect`, `citations` and the portal's
data files say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from vankien.model import (
    Citation,
    Clause,
    Dropped,
    Evidence,
    Fidelity,
    Link,
    Metadata,
    Normalized,
    Problem,
    Signer,
    Source,
)

Record = dict[str, Any]


def _recorder(kind: type[Any], *left_out: str) -> Callable[[Any], Record]:
    """What makes a record of the values of one type: its fields in order. `dataclasses.asdict` copies every value
    deeply and takes ten times as long."""
    names = [field.name for field in fields(kind) if field.name not in left_out]
    values = attrgetter(*names)

    def record(value: Any) -> Record:
        return {
            name: list(held) if isinstance(held, tuple) else held
            for name, held in zip(names, values(value), strict=True)
        }

    return record


_of_metadata = _recorder(Metadata)
_of_signer = _recorder(Signer)
_of_evidence = _recorder(Evidence)
_of_citation = _recorder(Citation, "end")
_of_dropped = _recorder(Dropped)
_of_fidelity = _recorder(Fidelity)
_of_problem = _recorder(Problem)


def metadata_record(metadata: Metadata) -> Record:
    """All attributes; a missing one is null or []."""
    return _of_metadata(metadata) | {"signers": [_of_signer(signer) for signer in metadata.signers]}


def evidence_record(evidence: Mapping[str, Evidence]) -> Record:
    """Attribute -> the printed words and the rule that read them."""
    return {name: _of_evidence(found) for name, found in evidence.items()}


def clause_record(clause: Clause) -> Record:
    """A clause as contracts.md has it, with its printed mark; a table's cells as `rows`."""
    record: Record = {
        "id": clause.id,
        "parent": clause.parent,
        "kind": clause.kind,
        "number": clause.number,
        "label": clause.label,
        "text": clause.text,
        "mark": clause.mark,
    }
    if clause.rows:
        record["rows"] = [list(row) for row in clause.rows]
    if clause.image:
        record["image"] = clause.image
    return record


def citation_record(citation: Citation) -> Record:
    """A mention as found in one document."""
    return _of_citation(citation)


def link_record(link: Link) -> Record:
    """A mention as resolved, the line of `vankien citations`."""
    return {
        "document": link.document,
        "clause": link.citation.clause,
        "start": link.citation.start,
        "text": link.citation.text,
        "kind": link.citation.kind,
        "type": link.citation.type,
        "number": link.citation.number,
        "date": link.citation.date,
        "issuer": link.citation.issuer,
        "pinpoints": list(link.citation.pinpoints),
        "state": link.state,
        "target": link.target,
        "target_clause": link.clauses[0] if link.clauses else None,
        "target_clauses": list(link.clauses),
        "exact": link.exact,
        "candidates": list(link.candidates),
        "relation": link.citation.relation,
        "inside": link.citation.inside,
        "antecedent": link.citation.antecedent,
        "evidence": link.citation.sentence,
        "rule": link.rule,
        "doubt": link.doubt,
        "by_person": link.by_person,
    }


def fidelity_record(fidelity: Fidelity) -> Record:
    """Where the source's characters went."""
    return _of_fidelity(fidelity) | {"dropped": [_of_dropped(dropped) for dropped in fidelity.dropped]}


def inspection_record(
    source: Source, normalized: Normalized, clauses: Sequence[Clause], citations: Sequence[Citation]
) -> Record:
    """The line of `vankien inspect` for a file that could be read."""
    return {
        "source": {
            "path": source.path,
            "sha256": source.sha256,
            "format": source.format,
            "encoding": source.encoding,
        },
        "metadata": metadata_record(normalized.metadata),
        "evidence": evidence_record(normalized.evidence),
        "clauses": [clause_record(clause) for clause in clauses],
        "citations": [citation_record(citation) for citation in citations],
        "fidelity": fidelity_record(normalized.fidelity),
        "held_back": [_of_evidence(mark) for mark in normalized.marks],
        "lead": list(normalized.lead),
        "notices": [*source.notices, *normalized.notices],
    }


def problem_record(problem: Problem) -> Record:
    """A problem, for `vankien check --json`."""
    return _of_problem(problem)
