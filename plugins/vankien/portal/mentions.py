"""A mention of a document as pages show it: who cites, in which clause, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vankien.library import Library
from vankien.model import Citation, Clause, Link
from vankien.portal.listing import document_name, document_url
from vankien.portal.wording import RELATIONS, STATES

AROUND = 220
"""Characters of the sentence shown before and after a mention, at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `before`, `words` and `after` are its sentence, cut at whole words where it is long. `url` is the
    clause that cites, `target` what it links to (below the root), or None."""

    document: str
    name: str
    date: str | None
    url: str
    label: str
    before: str
    words: str
    after: str
    relation: str
    state: str
    state_words: str
    inside: str | None
    target: str | None
    doubt: str | None


class MentionReader:
    """Shows links as mentions; remembers the clauses of each document that it has met."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._clauses: dict[str, Mapping[str, Clause]] = {}

    def read(self, links: Iterable[Link]) -> tuple[Mention, ...]:
        """`links` as mentions, in their order."""
        return tuple(self._mention(link) for link in links)

    def clause(self, document: str, clause: str) -> Clause | None:
        """A clause of a held document."""
        if document not in self._clauses:
            self._clauses[document] = {c.id: c for c in self._library.documents[document].clauses}
        return self._clauses[document].get(clause)

    def _mention(self, link: Link) -> Mention:
        citation = link.citation
        metadata = self._library.documents[link.document].metadata
        clause = self.clause(link.document, citation.clause)
        before, words, after = sentence_around(clause.text if clause else citation.text, citation)
        return Mention(
            document=link.document,
            name=document_name(metadata),
            date=metadata.date,
            url=document_url(link.document, citation.clause),
            label=clause.label if clause else "",
            before=before,
            words=words,
            after=after,
            relation=RELATIONS[citation.relation],
            state=link.state,
            state_words=STATES[link.state],
            inside=citation.inside,
            target=document_url(link.target, link.clauses[0] if link.clauses else None) if link.target else None,
            doubt=link.doubt,
        )


def sentence_around(text: str, citation: Citation) -> tuple[str, str, str]:
    """The sentence of `citation` in its clause's `text`: what stands before the mention, its words, what follows."""
    if text[citation.start : citation.end] != citation.text:
        return "", citation.text, ""
    start, end = 0, len(text)
    at = text.find(citation.sentence) if citation.sentence else -1
    if 0 <= at <= citation.start and citation.end <= at + len(citation.sentence):
        start, end = at, at + len(citation.sentence)
    return (
        _tail(text[start : citation.start], AROUND),
        citation.text,
        _head(text[citation.end : end], AROUND),
    )


def _tail(text: str, limit: int) -> str:
    return text if len(text) <= limit else "… " + text[-limit:].partition(" ")[2]


def _head(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + " …"
