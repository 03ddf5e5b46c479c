"""What the archive's own documents say of each other's validity, each with its evidence; never more than that."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vankien.knowledge import load
from vankien.model import Citation, Document, Link
from vankien.writing.patterns import any_of

Standing = Literal["expired", "partly-expired", "amended", "suspended", "corrected"]
_STANDING: Mapping[str, Standing] = {
    "repeals": "expired",
    "replaces": "expired",
    "amends": "amended",
    "suspends": "suspended",
    "corrects": "corrected",
}
_RULES = load("validity")
_NO_PROPOSAL = re.compile(any_of(_RULES["no_proposals"]), re.IGNORECASE)
_PROPOSED = re.compile(rf"(?<!\w)(?:{any_of(_RULES['proposals'])})(?!\w)[^.;:]{{0,60}}$", re.IGNORECASE)
_PARTLY = re.compile(rf"^[^.;]{{0,200}}(?<!\w)(?:{any_of(_RULES['partly'])})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one document does to another, or to one clause of it (`clause`), by the sentence in `link`. `effective` is
    the ISO date from which the acting document says that it works, None where it does not say."""

    document: str
    clause: str | None
    standing: Standing
    link: Link
    effective: str | None


def effects(documents: Sequence[Document], links: Sequence[Link]) -> dict[str, tuple[Effect, ...]]:
    """Document id -> what other documents of the archive do to it, in the order of `links`.

    Only linked mentions count whose own relation amends, repeals, replaces, suspends or corrects, that stand in no
    other document's description (`inside`) and in no quotation, and that a document makes which may (validity.yml).
    A repeal of single clauses makes the document partly expired; where such a clause is not found, nothing is said of
    any clause.
    """
    by_id = {d.id: d for d in documents}
    found: dict[str, list[Effect]] = defaultdict(list)
    for link in links:
        standing = _STANDING.get(link.citation.relation)
        if standing is None or link.state != "linked" or link.target is None:
            continue
        acting, affected = by_id.get(link.document), by_id.get(link.target)
        if acting is None or affected is None or not _acts(link.citation, acting, affected):
            continue
        whole = not link.citation.pinpoints and not _PARTLY.search(_around(link.citation)[1])
        places = link.clauses if link.exact and not whole else ()
        said = standing if whole or places or standing != "expired" else "partly-expired"
        for clause in places or (None,):
            found[link.target].append(Effect(link.target, clause, said, link, acting.metadata.effective))
    return {document: tuple(these) for document, these in found.items()}


def _acts(citation: Citation, acting: Document, affected: Document) -> bool:
    """Whether the mention is the acting document's own deed on the affected one, and it may do that."""
    kind, date, before = acting.metadata.type, acting.metadata.date, affected.metadata.date
    if citation.inside or citation.quoted or (date and before and date < before):
        return False
    own_kind = kind is not None and kind == affected.metadata.type and kind not in _RULES["only_report"]
    if not (own_kind or kind in _RULES["acts"] or citation.relation in _RULES["anyone_may"]):
        return False
    return not _PROPOSED.search(_NO_PROPOSAL.sub("", _around(citation)[0]))


def _around(citation: Citation) -> tuple[str, str]:
    """The words of the sentence before and behind the mention."""
    before, _, behind = citation.sentence.partition(citation.text)
    return before, behind


def standing_of(these: Sequence[Effect]) -> Standing | None:
    """The standing of a document as a whole under its effects: the strongest one that is said of it."""
    whole = {e.standing for e in these if e.clause is None}
    if "expired" in whole:
        return "expired"
    every = {e.standing for e in these}
    if every & {"expired", "partly-expired"}:
        return "partly-expired"
    order: tuple[Standing, ...] = ("suspended", "amended", "corrected")
    return next((s for s in order if s in every), None)
