"""Paste and go, `tra-cuu.html`, with the table that its scripts look things up in."""

from __future__ import annotations

from collections.abc import Iterator

from vankien.library import Library
from vankien.portal.listing import document_name
from vankien.portal.lookup.table import make_table, table_files
from vankien.portal.page import Page, RawFile
from vankien.portal.templating import render

PATH = "tra-cuu.html"
_SCRIPTS = tuple(
    f"assets/vankien/pages/lookup_{name}.js" for name in ("tokens", "places", "reader", "finder", "asking", "page")
)
_EXAMPLES = 4
_LABEL = 30
_KINDS = frozenset({"khoan", "diem", "dieu"})


def lookup_pages(library: Library) -> Iterator[Page | RawFile]:
    """The page and its table."""
    title = "Tra cứu viện dẫn"
    yield Page(
        path=PATH,
        title=title,
        body=render("pages/lookup.html", title=title, examples=list(_examples(library))),
        description="Dán một câu viện dẫn để đến đúng điều khoản.",
        scripts=_SCRIPTS,
        kind="paste",
    )
    yield from table_files(make_table(library))


def _examples(library: Library) -> Iterator[str]:
    """One clause of each of the first documents, as people write it."""
    for document in list(library.documents.values())[:_EXAMPLES]:
        labels = [clause.label for clause in document.clauses if clause.kind in _KINDS and _is_plain(clause.label)]
        if labels:
            yield f"{labels[len(labels) // 2]} {document_name(document.metadata)}"


def _is_plain(label: str) -> bool:
    return 0 < len(label) <= _LABEL and "(" not in label
