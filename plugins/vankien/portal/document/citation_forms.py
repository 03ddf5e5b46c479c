"""The two official ways of citing a document: what follows the label of one of its clauses."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.model import Document
from vankien.writing.official_citation import CitedDocument, first_citation, later_citation


@dataclass(frozen=True, slots=True)
class CitationForms:
    """`first`: Viện dẫn lần đầu; `later`: Các lần sau. A clause's citation is its label, a blank, and these words; in
    a regulation issued with the document, "ban hành kèm theo" stands between."""

    first: str
    later: str


def citation_forms(document: Document) -> CitationForms:
    """The words for one document."""
    metadata = document.metadata
    cited = CitedDocument(
        type=metadata.type,
        number=metadata.number,
        date=metadata.date,
        issuer=metadata.issuer,
        title=metadata.title,
        system=metadata.system,
    )
    return CitationForms(first_citation("", cited), later_citation("", cited))
