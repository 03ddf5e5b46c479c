"""What stands at single clauses of a document's page besides their words: former addresses, remarks of an archivist,
what other documents do to the clause, who cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from vankien.library import Library
from vankien.model import Document, Link
from vankien.portal.document.old_addresses import OldAddresses
from vankien.portal.mentions import Mention, MentionReader
from vankien.portal.standing import EffectView, effect_views


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one clause: the ids under which it stood before, remarks, effects on it, mentions of it, one for
    each clause that cites."""

    old: tuple[str, ...]
    remarks: tuple[str, ...]
    effects: tuple[EffectView, ...]
    mentions: tuple[Mention, ...]


def said_of_clauses(
    document: Document, library: Library, reader: MentionReader, old: OldAddresses
) -> Mapping[str, Said]:
    """Clause id -> what is said of it, for the clauses of which anything is."""
    remarks, effects, links = _remarks(document), _effects(document, library), _links(document, library)
    return {
        clause: Said(
            old.moved.get(clause, ()),
            tuple(remarks.get(clause, ())),
            tuple(effects.get(clause, ())),
            _mentions(links.get(clause, ()), reader),
        )
        for clause in {**old.moved, **remarks, **effects, **links}
    }


def _remarks(document: Document) -> Mapping[str, list[str]]:
    """What an archivist remarks ("[nguyên văn]")."""
    notes = document.corrections.get("notes")
    found: dict[str, list[str]] = defaultdict(list)
    for note in notes if isinstance(notes, (list, tuple)) else ():
        found[str(note["clause"])].append(str(note["note"]))
    return found


def _effects(document: Document, library: Library) -> Mapping[str, list[EffectView]]:
    found: dict[str, list[EffectView]] = defaultdict(list)
    for effect in library.effects_on(document.id):
        if effect.clause:
            found[effect.clause] += effect_views((effect,), library)
    return found


def _links(document: Document, library: Library) -> Mapping[str, tuple[Link, ...]]:
    cited = {clause for link in library.cited_by(document.id) for clause in link.clauses}
    return {clause: library.cited_by_clause(document.id, clause) for clause in cited}


def _mentions(links: tuple[Link, ...], reader: MentionReader) -> tuple[Mention, ...]:
    seen = {(link.document, link.citation.clause): link for link in reversed(links)}
    return reader.read(reversed(seen.values()))
