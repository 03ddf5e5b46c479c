"""The two official ways of citing a document's clauses, as patterns that the page fills with a clause's label."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.model import Document
from vankien.portal.listing import document_name

LABEL = "{}"
"""Stands for the clause's label in a pattern."""


@dataclass(frozen=True, slots=True)
class CitationForms:
    """`first`: Viện dẫn lần đầu; `later`: Các lần sau."""

    first: str
    later: str


def citation_forms(document: Document) -> CitationForms:
    """The patterns for one document."""
    name = document_name(document.metadata)
    return CitationForms(f"{LABEL} {name}", f"{LABEL} {name}")
