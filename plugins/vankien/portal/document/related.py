"""What a document cites and what cites it, document by document, each mention with its clause and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vankien.library import Library
from vankien.model import Document, Link
from vankien.portal.listing import document_name, document_url
from vankien.portal.mentions import Mention, MentionReader
from vankien.portal.number_pages import number_url
from vankien.portal.reference_link import cited_name, cited_number, mention_id
from vankien.portal.wording import RELATIONS, STATES
from vankien.writing.folding import folded_words
from vankien.writing.slugs import number_slug
from vankien.writing.titles import readable


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: the id of its line (of what the document cites), its clause and sentence, and the documents that
    it may mean."""

    id: str | None
    mention: Mention
    candidates: tuple[tuple[str, str], ...]
    exact: bool
    by_person: bool


@dataclass(frozen=True, slots=True)
class Related:
    """A cited or citing document. `url` is its page or its number's page, below the root, or None; `held` is its id
    where it is held; `relations` are the words for how they relate, the strongest first."""

    name: str
    title: str | None
    date: str | None
    url: str | None
    held: str | None
    state: str
    state_words: str
    relations: tuple[str, ...]
    places: tuple[Place, ...]


def cited_documents(document: Document, library: Library, reader: MentionReader) -> tuple[Related, ...]:
    """What `document` cites, in the order of the first mention; itself left out."""
    links = [link for link in library.links_of(document.id) if link.state != "self"]
    return tuple(_related(group, library, reader, citing=False) for group in _groups(links, _cited_key))


def citing_documents(document: Document, library: Library, reader: MentionReader) -> tuple[Related, ...]:
    """The documents that cite `document`, in the library's order."""
    groups = _groups(library.cited_by(document.id), lambda link: link.document)
    order = {name: at for at, name in enumerate(library.documents)}
    groups.sort(key=lambda group: order[group[0].document])
    return tuple(_related(group, library, reader, citing=True) for group in groups)


def _cited_key(link: Link) -> str:
    if link.target:
        return link.target
    number = cited_number(link)
    if number:
        return f"{number_slug(number)} {link.state}"
    return folded_words(link.citation.antecedent or link.citation.text)


def _groups(links: Iterable[Link], key: Callable[[Link], str]) -> list[list[Link]]:
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(key(link), []).append(link)
    return list(groups.values())


def _related(links: list[Link], library: Library, reader: MentionReader, *, citing: bool) -> Related:
    first = next((link for link in links if link.citation.number), links[0])
    held = first.document if citing else first.target
    metadata = library.documents[held].metadata if held and held in library.documents else None
    number = cited_number(first)
    url = document_url(held) if held else (number_url(number_slug(number)) if number else None)
    return Related(
        name=document_name(metadata) if metadata else cited_name(first),
        title=readable(metadata.title) if metadata and metadata.number and metadata.title else None,
        date=metadata.date if metadata else first.citation.date,
        url=url,
        held=held,
        state=first.state,
        state_words=STATES[first.state],
        relations=_relations(links),
        places=tuple(_place(link, library, reader, citing=citing) for link in links),
    )


def _relations(links: Iterable[Link]) -> tuple[str, ...]:
    found = {link.citation.relation for link in links if not link.citation.inside} or {"refers"}
    if len(found) > 1:
        found.discard("refers")
    return tuple(words for relation, words in RELATIONS.items() if relation in found)


def _place(link: Link, library: Library, reader: MentionReader, *, citing: bool) -> Place:
    candidates = tuple(
        (document_url(name), document_name(library.documents[name].metadata))
        for name in link.candidates
        if name in library.documents
    )
    return Place(None if citing else mention_id(link), reader.read([link])[0], candidates, link.exact, link.by_person)
