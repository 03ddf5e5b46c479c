"""What a document's page is made from: the document, its links both ways, and what they show of other documents.

A page is made from a library that holds nothing else; so what decides it can be said in one word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vankien.library import Library
from vankien.model import Document, Fidelity, Link
from vankien.portal.digests import Digests
from vankien.portal.page import one_word

_NOTHING = Fidelity(0, 0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`word` changes when anything does that `library` gives: a library of the document and its neighbours, of which
    only what may be shown is left: attributes, the first clause, the clauses that are cited here or cite from there."""

    word: str
    library: Callable[[], Library]


class Surveyor:
    """Surveys the surroundings of the documents of a library, one after another."""

    def __init__(self, library: Library, digests: Digests) -> None:
        self._library = library
        self._digests = digests
        self._order = {document: at for at, document in enumerate(library.documents)}
        self._places = {id(link): at for at, link in enumerate(library.links)}

    def survey(self, document: Document) -> Surroundings:
        """The surroundings of one document."""
        links = self._links(document.id)
        shown: dict[str, set[str]] = {document.id: set()}
        for link in links:
            for other, clauses in _shown(link):
                if other in self._order:
                    shown.setdefault(other, set()).update(clauses)
        kept = [(name, sorted(shown[name])) for name in sorted(shown, key=self._order.__getitem__)]
        digests = self._digests
        word = one_word(
            digests.whole(document.id),
            [
                (name, digests.attributes(name), digests.opening(name), [digests.clause(name, c) for c in clauses])
                for name, clauses in kept
            ],
            digests.links(links),
        )

        def library() -> Library:
            these = (document if name == document.id else self._bare(name, set(clauses)) for name, clauses in kept)
            return Library({one.id: one for one in these}, links)

        return Surroundings(word, library)

    def _links(self, document: str) -> tuple[Link, ...]:
        """The links from and to a document, in the library's order."""
        both = (*self._library.links_of(document), *self._library.cited_by(document))
        return tuple(sorted({id(link): link for link in both}.values(), key=lambda link: self._places[id(link)]))

    def _bare(self, document: str, clauses: set[str]) -> Document:
        whole = self._library.documents[document]
        left = tuple(clause for at, clause in enumerate(whole.clauses) if at == 0 or clause.id in clauses)
        return Document(document, (), whole.metadata, {}, (), (), "", (), _NOTHING, left)


def _shown(link: Link) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The documents that a link shows something of, and the clauses."""
    yield link.document, (link.citation.clause,)
    if link.target:
        yield link.target, link.clauses
    for candidate in link.candidates:
        yield candidate, ()
