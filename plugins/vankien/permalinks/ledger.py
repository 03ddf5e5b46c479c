"""The ledger: one line for every clause id that was ever published, kept in the repository as JSON lines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import groupby
from typing import Literal

EntryState = Literal["live", "alias", "gone"]
_STATES = ("live", "alias", "gone")
_encode = json.JSONEncoder(ensure_ascii=False).encode


class LedgerError(ValueError):
    """A line of the ledger that is not one; `line` counts from 1."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"dòng {line}: {what}")
        self.line = line


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One published clause id. `opening` and `text` are digests of its first words and of its whole text as last
    published under it ("" where there are none, or no words may be kept); `first` and `changed` are the days (ISO)
    of its first publication and of the last change of its text.

    state "live": the clause stands on its page; `to` is then the id to which its former text has moved, if it has.
    "alias": it stands under `to` now. "gone": it is in no current text."""

    document: str
    clause: str
    opening: str
    text: str
    first: str
    state: EntryState = "live"
    to: str | None = None
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was first published (ISO), and how many of its clauses came or changed on each day since."""

    first: str
    days: Mapping[str, int]


@dataclass(frozen=True)
class Ledger:
    """All entries, sorted by document and clause."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def documents(self) -> Mapping[str, Mapping[str, Entry]]:
        """Document id -> clause id -> entry."""
        groups = groupby(self.entries, key=lambda e: e.document)
        return {document: {entry.clause: entry for entry in group} for document, group in groups}

    @cached_property
    def published(self) -> Mapping[str, Published]:
        """Document id -> when it was published and changed."""
        return {document: published_when(entries.values()) for document, entries in self.documents.items()}

    def lines(self, document: str) -> str:
        """What the ledger says of a document, as text; "" for one that it does not know."""
        return write_ledger(Ledger(tuple(self.documents.get(document, {}).values())))


def published_when(entries: Iterable[Entry]) -> Published:
    """The days of one document, of its entries (one at least)."""
    these = tuple(entries)
    days = Counter(day for entry in these for day in {entry.first, entry.changed or entry.first})
    return Published(min(entry.first for entry in these), dict(sorted(days.items())))


def read_ledger(text: str) -> Ledger:
    """The ledger that a file holds. Lines joined by a merge in any order are sorted; a `LedgerError` names a line that
    cannot be read or an id that stands twice."""
    entries: dict[tuple[str, str], Entry] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError) as error:
            raise LedgerError(number, f"không đọc được / cannot be read ({error})") from error
        if entry.state not in _STATES or not all(isinstance(v, str) for v in (entry.document, entry.clause)):
            raise LedgerError(number, "trạng thái hoặc mã không hợp lệ / invalid state or id")
        if (entry.document, entry.clause) in entries:
            raise LedgerError(number, f"trùng mã / id stands twice: {entry.document}#{entry.clause}")
        entries[entry.document, entry.clause] = entry
    return Ledger(tuple(entries[key] for key in sorted(entries)))


def write_ledger(ledger: Ledger) -> str:
    """The text of the file: a line an entry, empty values left out; the same ledger gives the same bytes."""
    names = [field.name for field in fields(Entry)]
    lines = []
    for entry in ledger.entries:
        values = {name: getattr(entry, name) for name in names}
        lines.append(_encode({k: v for k, v in values.items() if v is not None}))
    return "".join(f"{line}\n" for line in lines)
