"""What the archive holds, as the table in which a reference is looked up: in Python as it is, for the browser as
classic scripts that also work on file://."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vankien.library import Library
from vankien.portal.listing import document_name
from vankien.portal.lookup.grammar import lookup_grammar
from vankien.portal.page import RawFile
from vankien.writing.body_case import body_case
from vankien.writing.folding import fold, words
from vankien.writing.titles import readable

FOLDER = "tra-cuu"
GROUP = 16
"""Documents whose clauses stand in one file."""
_PART = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A held document: `parts` are those of its number, the figure first; `issuer` and `title` as lists show them, the
    title only where the name does not hold it."""

    id: str
    name: str
    type: str | None
    date: str | None
    parts: tuple[str, ...]
    words: tuple[str, ...]
    issuer: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is cited and that no held document bears: its page, the types it is cited with."""

    printed: str
    slug: str
    types: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """`entries` in the library's order; `clauses` (id, label) of each; `numbers`: what is cited and not
    held; `marks`: the parts of all numbers that are words."""

    grammar: dict[str, Any]
    entries: tuple[Entry, ...]
    clauses: tuple[tuple[tuple[str, str], ...], ...]
    numbers: tuple[Number, ...]
    marks: frozenset[str]


def number_parts(printed: str) -> tuple[str, ...]:
    """The parts of a printed number, folded, without leading zeros.

    >>> number_parts("03-NQ/HU"), number_parts("30/2020/NĐ-CP")
    (('3', 'nq', 'hu'), ('30', '2020', 'nd', 'cp'))
    """
    return tuple((part.lstrip("0") or "0") if part.isdigit() else part for part in _PART.findall(fold(printed)))


def make_table(library: Library) -> Table:
    """The table of a library."""
    entries = []
    for document in library.documents.values():
        metadata = document.metadata
        name = document_name(metadata)
        place = (metadata.issuer, metadata.collective, metadata.province, metadata.place, metadata.term)
        about = " ".join(filter(None, (name, metadata.title, *place)))
        entries.append(
            Entry(
                id=document.id,
                name=name,
                type=metadata.type,
                date=metadata.date,
                parts=number_parts(metadata.number or ""),
                words=tuple(dict.fromkeys(words(about))),
                issuer=metadata.issuer and body_case(metadata.issuer),
                title=readable(metadata.title) if metadata.number and metadata.title else None,
            )
        )
    numbers = tuple(
        Number(number.printed, slug, number.types, number_parts(number.printed))
        for slug, number in library.numbers.items()
        if not number.held
    )
    known = [entry.parts for entry in entries] + [number.parts for number in numbers]
    return Table(
        grammar=lookup_grammar(),
        entries=tuple(entries),
        clauses=tuple(tuple((c.id, c.label) for c in d.clauses) for d in library.documents.values()),
        numbers=numbers,
        marks=frozenset(part for parts in known for part in parts if not part.isdigit()),
    )


def table_files(table: Table) -> Iterator[RawFile]:
    """`tra-cuu/bang.js` with grammar, documents and numbers; `tra-cuu/<n>.js` with the clauses of `GROUP` documents."""
    content = {
        "grammar": table.grammar,
        "group": GROUP,
        "documents": [
            [e.id, e.name, e.type, e.date, e.parts, " ".join(e.words), e.issuer, e.title] for e in table.entries
        ],
        "numbers": [[n.printed, n.slug, n.types, n.parts] for n in table.numbers],
        "marks": sorted(table.marks),
    }
    yield _script(f"{FOLDER}/bang.js", "table", content)
    for at in range(0, len(table.clauses), GROUP):
        yield _script(f"{FOLDER}/{at // GROUP}.js", f"clauses[{at // GROUP}]", table.clauses[at : at + GROUP])


def _script(path: str, place: str, content: Any) -> RawFile:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return RawFile(path, f"globalThis.vankien.lookup.{place}={text};\n".encode())
