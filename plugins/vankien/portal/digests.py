"""What the parts of a library are in one word each, so that a page can say what it is made from."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter

from vankien.library import Library
from vankien.model import Citation, Clause, Link
from vankien.portal.listing import row_of
from vankien.portal.page import one_word

_OF_LINK = attrgetter(*(field.name for field in fields(Link) if field.name != "citation"))
_OF_CITATION = attrgetter(*(field.name for field in fields(Citation)))


class Digests:
    """The words for parts of `library`, each made once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._links: dict[int, str] = {}
        self._known: dict[tuple[str, ...], str] = {}
        self._clauses: dict[str, Mapping[str, Clause]] = {}

    def links(self, links: Iterable[Link]) -> list[str]:
        """Links of the library, each with its citation."""
        return [self._links.get(id(link)) or self._link(link) for link in links]

    def mentions(self, links: Sequence[Link]) -> list[tuple[str, str, str]]:
        """Links as mentions: with the clause that cites and the attributes of its document."""
        return [
            (word, self.clause(link.document, link.citation.clause), self.attributes(link.document))
            for link, word in zip(links, self.links(links), strict=True)
        ]

    @cached_property
    def relations(self) -> str:
        """All links, and the attributes of all documents."""
        documents = [(document, self.attributes(document)) for document in self.library.documents]
        return one_word(documents, self.links(self.library.links))

    @cached_property
    def everything(self) -> str:
        """The whole library."""
        documents = [(document, self.whole(document)) for document in self.library.documents]
        return one_word(documents, self.relations, self.library.problems, sorted(self.library.withdrawn.items()))

    def whole(self, document: str) -> str:
        """A document."""
        seal = self.library.seals.get(document)
        return seal or self._once(("whole", document), lambda: one_word(self.library.documents[document]))

    def attributes(self, document: str) -> str:
        """A document's attributes."""
        return self._once(("attributes", document), lambda: one_word(self.library.documents[document].metadata))

    def row(self, document: str) -> str:
        """A document as lists show it."""
        return self._once(("row", document), lambda: one_word(row_of(self.library.documents[document], self.library)))

    def clause(self, document: str, clause: str) -> str:
        """A clause of a document, "" where the document has none of that id."""
        return self._once(("clause", document, clause), lambda: one_word(self.clauses(document).get(clause)))

    def clauses(self, document: str) -> Mapping[str, Clause]:
        """The clauses of a document by id."""
        if document not in self._clauses:
            self._clauses[document] = {clause.id: clause for clause in self.library.documents[document].clauses}
        return self._clauses[document]

    def _link(self, link: Link) -> str:
        # There are more links than all else. Version 0 of marshal writes equal values alike; nothing reads it.
        told = marshal.dumps((_OF_LINK(link), _OF_CITATION(link.citation)), 0)
        self._links[id(link)] = word = hashlib.blake2b(told, digest_size=16).hexdigest()
        return word

    def _once(self, key: tuple[str, ...], make: Callable[[], str]) -> str:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]
