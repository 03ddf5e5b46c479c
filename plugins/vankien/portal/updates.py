"""What was published when, as the ledger of clause ids remembers it: the page `nhat-ky.html`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from vankien.library import Library
from vankien.permalinks.divided import DividedLedger
from vankien.permalinks.ledger import Ledger
from vankien.portal.listing import Row, row_of
from vankien.portal.page import Page
from vankien.portal.templating import render

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


def first_days(ledger: Ledger | DividedLedger) -> dict[str, str]:
    """Document id -> the ISO day on which it was first published."""
    return {document: published.first for document, published in ledger.published.items()}


def days_of(library: Library, ledger: Ledger | DividedLedger) -> Iterator[Day]:
    """The days on which something was published, changed or withdrawn, the latest first."""
    updates = [*_published(library, ledger), *_withdrawn(library)]
    order = {name: at for at, name in enumerate(library.documents)}
    updates.sort(key=lambda u: order.get(u.row.id, -1) if u.row else len(order))
    updates.sort(key=lambda u: u.day, reverse=True)
    for day, these in groupby(updates, key=lambda u: u.day):
        yield Day(day, tuple(these))


def updates_page(library: Library, ledger: Ledger | DividedLedger) -> Page:
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


def _published(library: Library, ledger: Ledger | DividedLedger) -> Iterator[Update]:
    for document, published in ledger.published.items():
        if document not in library.documents:
            continue
        row = row_of(library.documents[document], library)
        yield Update(published.first, "new", row, len(library.documents[document].clauses))
        later = ((day, count) for day, count in published.days.items() if day > published.first)
        yield from (Update(day, "changed", row, count) for day, count in later)


def _withdrawn(library: Library) -> Iterator[Update]:
    return (Update(day, "withdrawn", None) for day in library.withdrawn.values() if day)
