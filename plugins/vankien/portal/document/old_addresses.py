"""Addresses that a document's clauses had before: a link to one still arrives, and is told what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vankien.model import Document
from vankien.permalinks.divided import DividedLedger
from vankien.permalinks.ledger import Ledger


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """`moved`: clause id -> the ids under which it stood before; `gone`: ids of clauses that are in no current text."""

    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def old_addresses(document: Document, ledger: Ledger | DividedLedger) -> OldAddresses:
    """What the ledger says of ids that no clause of `document` bears now. A chain of moves is followed to its end."""
    entries = ledger.documents.get(document.id, {})
    current = {clause.id for clause in document.clauses}
    moved: dict[str, list[str]] = {}
    gone = []
    for old in entries:
        if old in current:
            continue
        target, seen = old, {old}
        while target not in current and target in entries:
            following = entries[target].to
            if following is None or following in seen:
                break
            seen.add(following)
            target = following
        if target in current:
            moved.setdefault(target, []).append(old)
        else:
            gone.append(old)
    return OldAddresses({clause: tuple(old) for clause, old in moved.items()}, tuple(gone))
