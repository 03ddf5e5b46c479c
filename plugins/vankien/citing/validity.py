"""What the archive's own documents say of each other's validity, each with its evidence; never more than that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vankien.model import Document, Link

Standing = Literal["expired", "partly-expired", "amended", "suspended", "corrected"]
_STANDING: Mapping[str, Standing] = {
    "repeals": "expired",
    "replaces": "expired",
    "amends": "amended",
    "suspends": "suspended",
    "corrects": "corrected",
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What one document does to another, or to one clause of it (`clause`), by the sentence in `link`."""

    document: str
    clause: str | None
    standing: Standing
    link: Link
    effective: str | None


def effects(documents: Sequence[Document], links: Sequence[Link]) -> dict[str, tuple[Effect, ...]]:
    """Document id -> what other documents of the archive do to it, in the order of `links`.

    Only linked mentions count whose own relation amends, repeals, replaces, suspends or corrects and that stand in
    no other document's description (`inside`). A repeal of single clauses makes the document partly expired.
    """
    effective = {d.id: d.metadata.effective or d.metadata.date for d in documents}
    found: dict[str, list[Effect]] = defaultdict(list)
    for link in links:
        standing = _STANDING.get(link.citation.relation)
        if standing is None or link.state != "linked" or link.target is None or link.citation.inside:
            continue
        if link.citation.pinpoints and not (link.clauses and link.exact):
            continue
        for clause in link.clauses or (None,):
            found[link.target].append(Effect(link.target, clause, standing, link, effective.get(link.document)))
    return {document: tuple(these) for document, these in found.items()}


def standing_of(these: Sequence[Effect]) -> Standing | None:
    """The standing of a document as a whole under its effects: the strongest one that is said of it."""
    whole = {e.standing for e in these if e.clause is None}
    if "expired" in whole:
        return "expired"
    if any(e.standing == "expired" for e in these):
        return "partly-expired"
    order: tuple[Standing, ...] = ("suspended", "amended", "corrected")
    every = {e.standing for e in these}
    return next((s for s in order if s in every), None)
