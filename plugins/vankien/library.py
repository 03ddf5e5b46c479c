"""Foreman 2: docs/van-ban/*.md become documents with clauses and citations, linked both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from vankien.citing.resolve import resolve
from vankien.citing.validity import Effect, effects
from vankien.documents import Progress, document_files
from vankien.model import Document, Link, Problem
from vankien.project import Project
from vankien.sweeping import no_sweeping
from vankien.writing.numbers import number_key
from vankien.writing.slugs import number_slug

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A number that someone cites, or that a held document bears: its page is so-hieu/<slug>.html.

    `printed` is the number as most often printed, `types` the types it is cited with, `links` the mentions in
    document order, `held` the ids of the held documents that bear it.
    """

    slug: str
    printed: str
    types: tuple[str, ...]
    links: tuple[Link, ...]
    held: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """All documents of a portal and the links between them. `documents` stands newest first, undated ones last. `seals`
    says of each in one word what it was understood from: while that is the same, the document is."""

    documents: Mapping[str, Document]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...] = ()
    withdrawn: Mapping[str, str | None] = field(default_factory=dict)
    seals: Mapping[str, str] = field(default_factory=dict)

    def links_of(self, document: str) -> tuple[Link, ...]:
        """What a document cites, in printed order."""
        return self._from.get(document, ())

    def cited_by(self, document: str) -> tuple[Link, ...]:
        """The mentions of a document in other documents."""
        return self._to.get(document, ())

    def cited_by_clause(self, document: str, clause: str) -> tuple[Link, ...]:
        """The mentions in other documents that point to this very clause."""
        return self._to_clause.get((document, clause), ())

    def effects_on(self, document: str) -> tuple[Effect, ...]:
        """What other documents of the archive say of this one's validity."""
        return self._effects.get(document, ())

    @cached_property
    def numbers(self) -> Mapping[str, CitedNumber]:
        """Slug -> number, for every number cited or held, sorted by slug."""
        return _numbers(self.documents.values(), self.links)

    @cached_property
    def _from(self) -> Mapping[str, tuple[Link, ...]]:
        return _group((link.document, link) for link in self.links)

    @cached_property
    def _to(self) -> Mapping[str, tuple[Link, ...]]:
        return _group((link.target, link) for link in self.links if link.target and link.state == "linked")

    @cached_property
    def _to_clause(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        return _group(
            ((link.target, clause), link)
            for link in self.links
            if link.target and link.state == "linked"
            for clause in link.clauses
        )

    @cached_property
    def _effects(self) -> Mapping[str, tuple[Effect, ...]]:
        return effects(tuple(self.documents.values()), self.links)


def load_library(project: Project, progress: Progress | None = None) -> Library:
    """The portal's documents as docs/van-ban/*.md hold them. A file that cannot be read becomes a problem."""
    with no_sweeping():
        files = document_files(project, progress)
        documents = [held.read() for held in files.held]
        documents.sort(key=lambda d: (d.metadata.date is None, _descending(d.metadata.date), d.id))
        seals = {held.id: held.seal for held in files.held}
        return Library({d.id: d for d in documents}, resolve(documents), files.problems, files.withdrawn, seals)


def _descending(date: str | None) -> int:
    return -int((date or "0").replace("-", ""))


def _group(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _numbers(documents: Iterable[Document], links: Sequence[Link]) -> dict[str, CitedNumber]:
    printed: dict[str, list[str]] = defaultdict(list)
    types: dict[str, dict[str, None]] = defaultdict(dict)
    mentions: dict[str, list[Link]] = defaultdict(list)
    held: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.metadata.number:
            slug = number_slug(document.metadata.number)
            held[slug].append(document.id)
            printed[slug].append(document.metadata.number)
            types[slug].update(dict.fromkeys([document.metadata.type or ""]))
    for link in links:
        number = link.citation.number or (link.citation.antecedent if link.citation.kind == "short" else None)
        if number and number_key(number)[:1].isdigit():
            slug = number_slug(number)
            mentions[slug].append(link)
            printed[slug].append(number)
            types[slug].update(dict.fromkeys([link.citation.type]))
    return {
        slug: CitedNumber(
            slug,
            max(printed[slug], key=printed[slug].count),
            tuple(t for t in types[slug] if t),
            tuple(mentions[slug]),
            tuple(held[slug]),
        )
        for slug in sorted(printed)
    }
