"""Documents that the archive seems to hold twice, under two names of files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from vankien.model import Document, Problem
from vankien.writing.folding import folded_words
from vankien.writing.numbers import number_key


def duplicates(documents: Iterable[Document]) -> tuple[Problem, ...]:
    """A warning for each document whose type, number and date are those of an earlier one (by id), unless their issuers
    or provinces tell them apart: numbers are given anew in every province and commune."""
    groups: dict[tuple[str, str, str], list[Document]] = defaultdict(list)
    found = []
    for document in sorted(documents, key=lambda d: d.id):
        said = document.metadata
        if not (said.type and said.number and said.date):
            continue
        alike = groups[said.type, number_key(said.number), said.date]
        twin = next((other for other in alike if _same_body(document, other)), None)
        if twin is not None:
            found.append(_twins(twin, document))
        alike.append(document)
    return tuple(found)


def _same_body(one: Document, other: Document) -> bool:
    """Whether nothing says that two documents come from two bodies: one name may lie in the other."""
    pairs = [(getattr(one.metadata, field), getattr(other.metadata, field)) for field in ("province", "issuer")]
    known = [(f" {folded_words(a)} ", f" {folded_words(b)} ") for a, b in pairs if a and b]
    return all(a in b or b in a for a, b in known)


def _twins(first: Document, second: Document) -> Problem:
    vi = f"Có thể trùng với “{_file(first)}”: cùng loại, số {first.metadata.number}, ngày ban hành; nên giữ một bản."
    en = f"Perhaps the same document as {_file(first)}: same type, number and date; keep one of them."
    return Problem(_file(second), vi, en, severity="warning")


def _file(document: Document) -> str:
    return f"archive/{document.sources[0].file}" if document.sources else f"docs/van-ban/{document.id}.md"
