"""Previews of what a citation leads to: a few words of the cited clause, shown beside the link."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.library import Library
from vankien.model import Link, Metadata
from vankien.portal.document.outline import opening_words
from vankien.portal.listing import document_name
from vankien.portal.mentions import MentionReader
from vankien.portal.reference_link import cited_name, link_target
from vankien.portal.wording import STATES
from vankien.writing.titles import readable

_WORDS = 320


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown: the document's name, the clause's label, its words, a word on the state, what disagrees, and
    what following the link does."""

    id: str
    url: str
    name: str
    title: str | None
    label: str
    words: str
    state: str
    state_words: str
    note: str
    action: str


class PreviewMaker:
    """Makes the previews of one document's page, each once."""

    def __init__(self, library: Library, reader: MentionReader) -> None:
        self._library = library
        self._reader = reader
        self._made: dict[tuple[str, str, str | None, bool], Preview] = {}

    @property
    def previews(self) -> tuple[Preview, ...]:
        """Those made so far, in the order of their first link."""
        return tuple(self._made.values())

    def preview(self, link: Link) -> str | None:
        """The id of the link's preview; None for a mention of the document by itself."""
        if link.state == "self" and not link.clauses:
            return None
        key = (link_target(link), link.state, link.doubt, link.exact)
        if key not in self._made:
            self._made[key] = self._make(link, f"vk-p{len(self._made) + 1}")
        return self._made[key].id

    def _make(self, link: Link, name: str) -> Preview:
        held = link.target or (link.document if link.state == "self" else None)
        document = self._library.documents.get(held) if held else None
        clause = self._reader.clause(held, link.clauses[0]) if document and held and link.clauses else None
        first = clause or (document.clauses[0] if document and document.clauses else None)
        return Preview(
            id=name,
            url=link_target(link),
            name=document_name(document.metadata) if document else cited_name(link),
            title=_title(document.metadata) if document and not clause else None,
            label=clause.label if clause else "",
            words=opening_words(first.text, _WORDS) if first else "",
            state=link.state,
            state_words=STATES[link.state],
            note=_note(link, clause.label if clause else ""),
            action=_action(link),
        )


def _title(metadata: Metadata) -> str | None:
    """The title, where the name does not hold it already."""
    return readable(metadata.title) if metadata.number and metadata.title else None


def _note(link: Link, label: str) -> str:
    notes = []
    if link.citation.pinpoints and not link.exact:
        notes.append(f"Không có điểm này; mở đến {label}." if label else "Không có điểm này; mở đến đầu văn bản.")
    if link.doubt:
        notes.append(link.doubt)
    return " ".join(notes)


def _action(link: Link) -> str:
    if link.state == "linked":
        return "Mở văn bản"
    if link.state == "self":
        return "Đến chỗ này"
    return "Xem nơi viện dẫn" if link.state == "missing" else "Xem các văn bản có thể"
