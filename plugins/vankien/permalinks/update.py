"""The next ledger from the last one and the documents as they are to be published."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from vankien.model import Clause, Document
from vankien.permalinks.ledger import Entry, Ledger

_OPENING_WORDS = 12


def update(ledger: Ledger, documents: Iterable[Document], today: str, withdrawn: Collection[str] = ()) -> Ledger:
    """The ledger after publishing `documents` on the day `today` (ISO).

    Every id ever published stays. An id whose clause is gone becomes an alias of the one id that bears the same text
    now (else the same first words), or a tombstone; an id that bears another text remembers the day, and where its
    former text went. A document that is not among `documents` leaves tombstones; of one in `withdrawn` (taken from
    the portal, or held back) not even digests are kept. Pure: the same input gives the same ledger."""
    before = ledger.documents
    current = {document.id: document.clauses for document in documents}
    entries: list[Entry] = []
    for document in {**before, **current}:
        clauses = None if document in withdrawn else current.get(document)
        these = update_document(document, before.get(document, {}), clauses, today)
        entries += [without_digests(entry) for entry in these] if document in withdrawn else these
    return Ledger(tuple(sorted(entries, key=lambda e: (e.document, e.clause))))


def update_document(
    document: str, before: Mapping[str, Entry], clauses: Iterable[Clause] | None, today: str
) -> list[Entry]:
    """The entries of one document, in any order. `before` are its entries by clause, `clauses` its clauses now, None
    where it is no more. Done again without a change, it changes nothing."""
    if clauses is None:
        return [replace(entry, state="gone", to=None) for entry in before.values()]
    fresh = {c.id: Entry(document, c.id, opening_digest(c.text), digest(c.text), today) for c in clauses}
    moved = _Moved(before, fresh)
    entries = [entry for clause, entry in fresh.items() if clause not in before]
    for clause, old in before.items():
        new = fresh.get(clause)
        entries.append(_kept(old, new, moved, today) if new else moved.lost(old))
    return entries


def without_digests(entry: Entry) -> Entry:
    """What may be kept of a withdrawn document's clause."""
    return replace(entry, opening="", text="", state="gone", to=None)


def digest(words: str) -> str:
    """A short digest of a text, blanks apart; "" for no words."""
    words = " ".join(words.split())
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest() if words else ""


def opening_digest(text: str) -> str:
    """The digest of the first words of a text, in small letters."""
    return digest(" ".join(text.lower().split()[:_OPENING_WORDS]))


def _kept(old: Entry, new: Entry, moved: _Moved, today: str) -> Entry:
    """The entry of an id that a clause bears now."""
    if not old.text or old.text == new.text:
        to = moved.follow(old.to, old.clause) if old.state == "live" else None
        return replace(new, first=old.first, to=to, changed=old.changed)
    return replace(new, first=old.first, to=moved.target(old), changed=today)


class _Moved:
    """Where the texts of the last ledger stand now."""

    def __init__(self, before: Mapping[str, Entry], fresh: Mapping[str, Entry]) -> None:
        self._before = before
        self._fresh = fresh
        self._by_text: dict[str, list[str]] = defaultdict(list)
        self._by_opening: dict[str, list[str]] = defaultdict(list)
        for clause, entry in fresh.items():
            self._by_text[entry.text].append(clause)
            self._by_opening[entry.opening].append(clause)

    def target(self, old: Entry) -> str | None:
        """The one id that bears the text of `old` now, or its first words; None where there is none, or several."""
        if not old.text:
            return None
        for found in (self._by_text.get(old.text, []), self._by_opening.get(old.opening, [])):
            found = [clause for clause in found if clause != old.clause]
            if len(found) > 1:
                found = [clause for clause in found if clause not in self._before] or found
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def follow(self, clause: str | None, start: str) -> str | None:
        """The id that stands now where an older link pointed to `clause`; None where the trail ends, or leads back to
        `start`."""
        seen = {start}
        while clause and clause not in seen:
            if clause in self._fresh:
                return clause
            seen.add(clause)
            old = self._before.get(clause)
            clause = (self.target(old) or old.to) if old else None
        return None

    def lost(self, old: Entry) -> Entry:
        """The entry of an id that no clause bears now: an alias, where possible along its last one, or a tombstone."""
        target = self.target(old) or self.follow(old.to, old.clause)
        return replace(old, state="alias" if target else "gone", to=target)
