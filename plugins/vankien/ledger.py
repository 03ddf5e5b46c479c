"""The portal's ledger of published clause ids, `permalinks.jsonl`: brought up to date, and read again.

What was written for which documents is remembered in `.vankien/ledger.json`, so that a document that has not changed
is not looked at again. Without that memory everything is, with the same result.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from vankien.documents import DocumentFiles
from vankien.keeping import digest, fingerprint, read_sealed, write_sealed
from vankien.model import Problem
from vankien.permalinks.divided import DividedLedger, cut, divide
from vankien.permalinks.ledger import Entry, Ledger, LedgerError, Published, published_when, read_ledger, write_ledger
from vankien.permalinks.update import update_document, without_digests
from vankien.project import Project
from vankien.understanding import Held

LEDGER = "permalinks.jsonl"
"""The ledger's file in the portal's folder; it belongs into version control."""
_MEMORY = "ledger.json"
_GONE, _WITHDRAWN = "gone", "withdrawn"
_ROOMS = ("permalinks", "ledger.py", "keeping")


@dataclass(frozen=True, slots=True)
class _Memory:
    """Of each document, in the ledger's order, what was last published (its seal, or that it is gone or withdrawn), its
    days, and how long its part of the ledger is (characters)."""

    states: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, Published] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)


def keep_ledger(project: Project, files: DocumentFiles, today: str) -> Problem | None:
    """Bring the ledger up to date on the day `today` (ISO). A ledger that cannot be read is left as it is, and the
    problem says where: no address is forgotten by accident."""
    file = project.root / LEDGER
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        memory = _remembered(project, before)
        parts = cut(before, memory.lengths) if memory else divide(write_ledger(read_ledger(before)))
        after, memory = _updated(parts, files, today, memory or _Memory())
        if after != before:
            file.write_text(after, encoding="utf-8", newline="\n")
    except (LedgerError, OSError, UnicodeDecodeError) as error:
        return Problem(
            LEDGER, f"Sổ địa chỉ hỏng, được giữ nguyên: {error}", f"The ledger is damaged and left as it is: {error}"
        )
    _remember(project, after, memory)
    return None


def open_ledger(project: Project) -> Ledger | DividedLedger:
    """The project's ledger; an empty one where there is none yet or it is damaged (the build says so)."""
    try:
        text = (project.root / LEDGER).read_text(encoding="utf-8")
        memory = _remembered(project, text)
        return DividedLedger(cut(text, memory.lengths), memory.published) if memory else read_ledger(text)
    except (LedgerError, OSError, UnicodeDecodeError):
        return Ledger(())


def _updated(parts: Mapping[str, str], files: DocumentFiles, today: str, memory: _Memory) -> tuple[str, _Memory]:
    """The text of the next ledger, and what to remember of it."""
    held = {document.id: document for document in files.held}
    lines: dict[str, str] = {}
    states: dict[str, str] = {}
    published: dict[str, Published] = {}
    for document in sorted({*parts, *held}):
        now = None if document in files.withdrawn else held.get(document)
        state = _WITHDRAWN if document in files.withdrawn else now.seal if now else _GONE
        part = parts.get(document, "")
        if memory.states.get(document) == state and document in memory.published:
            published[document] = memory.published[document]
        else:
            entries = _entries(document, part, now, today)
            if state == _WITHDRAWN:
                entries = [without_digests(entry) for entry in entries]
            if not entries:
                continue
            part = write_ledger(Ledger(tuple(sorted(entries, key=lambda entry: entry.clause))))
            published[document] = published_when(entries)
        states[document] = state
        lines[document] = part
    lengths = {document: len(part) for document, part in lines.items()}
    return "".join(lines.values()), _Memory(states, published, lengths)


def _entries(document: str, part: str, now: Held | None, today: str) -> list[Entry]:
    before = {entry.clause: entry for entry in read_ledger(part).entries}
    return update_document(document, before, now.read().clauses if now else None, today)


def _remembered(project: Project, text: str) -> _Memory | None:
    """What was remembered with this very text, by this program."""
    told = read_sealed(project.cache / _MEMORY)
    try:
        if told["made_from"] != _made_from(text):
            return None
        documents: dict[str, tuple[str, str, dict[str, int], int]] = told["documents"]
        return _Memory(
            {document: state for document, (state, _, _, _) in documents.items()},
            {document: Published(first, days) for document, (_, first, days, _) in documents.items()},
            {document: length for document, (_, _, _, length) in documents.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _remember(project: Project, text: str, memory: _Memory) -> None:
    documents = {
        document: [state, published.first, published.days, memory.lengths[document]]
        for (document, state), published in zip(memory.states.items(), memory.published.values(), strict=True)
    }
    with suppress(OSError):
        write_sealed(project.cache / _MEMORY, {"made_from": _made_from(text), "documents": documents})


def _made_from(text: str) -> list[str]:
    return [fingerprint(*_ROOMS), digest(text.encode())]
