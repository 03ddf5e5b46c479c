"""What was published when, as the ledger of clause ids remembers it: the page `nhat-ky.html`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from vankien.library import LEDGER, Library
from vankien.permalinks.ledger import Entry, Ledger, LedgerError, read_ledger
from vankien.portal.listing import Row, row_of
from vankien.portal.page import Page
from vankien.portal.templating import render
from vankien.project import Project

PATH = "nhat-ky.html"
MOST_DAYS = 200
"""Days on the page; older ones stand in the ledger."""


@dataclass(frozen=True, slots=True)
class Update:
    """What happened to a document on a day. `row` is None for a withdrawn one, of which nothing is said but that."""

    day: str
    kind: Literal["new", "changed", "withdrawn"]
    row: Row | None
    clauses: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """The updates of one day (ISO)."""

    day: str
    updates: tuple[Update, ...]


def open_ledger(project: Project) -> Ledger:
    """The project's ledger; an empty one where there is none yet or it is damaged (the build says so)."""
    try:
        return read_ledger((project.root / LEDGER).read_text(encoding="utf-8"))
    except (LedgerError, OSError, UnicodeDecodeError):
        return Ledger(())


def first_days(ledger: Ledger) -> dict[str, str]:
    """Document id -> the ISO day on which it was first published."""
    days: dict[str, str] = {}
    for entry in ledger.entries:
        days[entry.document] = min(days.get(entry.document, entry.first), entry.first)
    return days


def days_of(library: Library, ledger: Ledger) -> Iterator[Day]:
    """The days on which something was published, changed or withdrawn, the latest first."""
    updates = [*_published(library, ledger), *_withdrawn(library)]
    order = {name: at for at, name in enumerate(library.documents)}
    updates.sort(key=lambda u: order.get(u.row.id, -1) if u.row else len(order))
    updates.sort(key=lambda u: u.day, reverse=True)
    for day, these in groupby(updates, key=lambda u: u.day):
        yield Day(day, tuple(these))


def updates_page(library: Library, ledger: Ledger) -> Page:
    """The page."""
    title = "Nhật ký cập nhật"
    days = list(days_of(library, ledger))[:MOST_DAYS]
    return Page(
        path=PATH,
        title=title,
        body=render("pages/updates.html", path=PATH, title=title, days=days),
        description="Văn bản mới đăng, văn bản có nội dung thay đổi, văn bản đã gỡ, theo ngày.",
        kind="list",
    )


def _published(library: Library, ledger: Ledger) -> Iterator[Update]:
    first = first_days(ledger)
    for document, entries in _by_document(ledger).items():
        if document not in library.documents:
            continue
        row = row_of(library.documents[document], library)
        yield Update(first[document], "new", row, len(library.documents[document].clauses))
        changes: dict[str, int] = defaultdict(int)
        for entry in entries:
            for day in {entry.first, entry.changed or entry.first}:
                changes[day] += day > first[document]
        yield from (Update(day, "changed", row, count) for day, count in changes.items() if count)


def _withdrawn(library: Library) -> Iterator[Update]:
    return (Update(day, "withdrawn", None) for day in library.withdrawn.values() if day)


def _by_document(ledger: Ledger) -> Mapping[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        groups[entry.document].append(entry)
    return groups
