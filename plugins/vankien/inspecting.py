"""What is understood of one file, from its bytes to its citations, without writing anything."""

from __future__ import annotations

from pathlib import Path

from vankien.normalizing import normalize
from vankien.reading import UnreadableError, read
from vankien.records import Record, inspection_record
from vankien.understanding import understand


def inspect_file(path: Path) -> Record:
    """The `vankien inspect` record of a file; `{"source", "error"}` where it cannot be read."""
    try:
        source = read(path)
    except UnreadableError as error:
        return {
            "source": {"path": str(path)},
            "error": f"{error.problem.vi} / {error.problem.en}",
            "severity": error.problem.severity,
        }
    normalized = normalize(source)
    clauses, citations = understand(normalized.body, normalized.metadata)
    return inspection_record(source, normalized, clauses, citations)
