"""What the parts of a library are in one word each, so that a page can say what it is made from."""

from __future__ import annotations

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter

from vankien.library import Library
from vankien.model import Citation, Link
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
        self._clauses: dict[str, dict[str, str]] = {}

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
        """A clause that a link leads to or comes from; "" where the document has none of that id."""
        if document not in self._clauses:
            # Only these: the clauses of a large archive are too many to be held a second time.
            shown = self._shown.get(document, ())
            clauses = self.library.documents[document].clauses
            self._clauses[document] = {one.id: one_word(one) for one in clauses if one.id in shown}
        return self._clauses[document].get(clause, "")

    def opening(self, document: str) -> str:
        """A document's first clause."""
        return self._once(("opening", document), lambda: one_word(self.library.documents[document].clauses[:1]))

    @cached_property
    def _shown(self) -> Mapping[str, set[str]]:
        """Document -> its clauses that links lead to or come from."""
        shown: dict[str, set[str]] = defaultdict(set)
        for link in self.library.links:
            shown[link.document].add(link.citation.clause)
            if link.target:
                shown[link.target].update(link.clauses)
        return shown

    def _link(self, link: Link) -> str:
        # There are more links than all else. Version 0 of marshal writes equal values alike; nothing reads it.
        told = marshal.dumps((_OF_LINK(link), _OF_CITATION(link.citation)), 0)
        self._links[id(link)] = word = hashlib.blake2b(told, digest_size=16).hexdigest()
        return word

    def _once(self, key: tuple[str, ...], make: Callable[[], str]) -> str:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]
