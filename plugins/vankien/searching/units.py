"""What is ranked: a document cut into units, each an article or a section of a page or less, with its clauses inside.

A unit is an Điều with all below it; elsewhere it is the largest numbered clause of at most `UNIT_LENGTH` characters.
The first unit of each document is its head: name, number, issuer, place and signers, standing for the whole document.
Which clause inside a unit answers a query is decided when the unit is shown (`passages.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vankien.model import Clause, Document, Metadata
from vankien.writing.titles import readable, title_behind

UNIT_LENGTH = 1500
_HEADING_LENGTH = 250
_CUT = frozenset(["phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "tiet", "kem-theo", "phu-luc"])
_NO_HEADING_END = (";", ".", ",")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause as it is shown: `depth` counts from the unit's own clause (0)."""

    id: str
    depth: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a document that is ranked as one. `clause` is its first clause, None for the head. `context` are the
    headings above it, outermost first; `heading` is the heading of its own clause, "" where that is plain text."""

    clause: str | None
    passages: tuple[Passage, ...]
    heading: str = ""
    context: tuple[str, ...] = ()
    has_words: bool = True


def document_name(metadata: Metadata) -> str:
    """How a document is called in a list: type, number, title in readable letters; what is not printed is left out.

    >>> document_name(Metadata(type="Luật", title="Cư trú"))
    'Luật Cư trú'
    """
    kind, title = metadata.type or "", metadata.title or ""
    if metadata.number:
        return title_behind(f"{kind} số {metadata.number}".strip(), title)
    return readable(title) if title and title.casefold().startswith(kind.casefold()) else title_behind(kind, title)


def short_name(metadata: Metadata) -> str:
    """The name by which others mention a document: type and title without the number."""
    kind, title = metadata.type or "", metadata.title or ""
    return title if title.casefold().startswith(kind.casefold()) else f"{kind} {title}".strip()


def units_of(document: Document) -> list[Unit]:
    """The units of a document in printed order, its head first. Every clause stands in exactly one of them."""
    children: dict[str | None, list[Clause]] = {}
    for clause in document.clauses:
        children.setdefault(clause.parent, []).append(clause)
    sizes = _sizes(document.clauses)
    found = [Unit(None, ())]
    loose: list[Clause] = []
    for clause in children.get(None, ()):
        if clause.kind in _CUT:
            found += _loose_units(loose, children)
            loose = []
            found += _cut(clause, children, sizes, ())
        else:
            loose.append(clause)
    return [*found, *_loose_units(loose, children)]


def _sizes(clauses: Sequence[Clause]) -> Mapping[str, int]:
    sizes = {clause.id: len(clause.text) for clause in clauses}
    for clause in reversed(clauses):
        if clause.parent in sizes:
            sizes[clause.parent] += sizes[clause.id]
    return sizes


def _loose_units(loose: list[Clause], children: Mapping[str | None, list[Clause]]) -> Iterator[Unit]:
    """Unnumbered clauses of the first level, taken together while they are short."""
    group: list[Passage] = []
    for clause in loose:
        passages = _passages(clause, children, 0)
        if group and sum(len(p.text) for p in (*group, *passages)) > UNIT_LENGTH:
            yield Unit(group[0].id, tuple(group))
            group = []
        group += passages
    if group:
        yield Unit(group[0].id, tuple(group))


def _cut(
    clause: Clause, children: Mapping[str | None, list[Clause]], sizes: Mapping[str, int], context: tuple[str, ...]
) -> Iterator[Unit]:
    below = children.get(clause.id, [])
    parts = [child for child in below if child.kind in _CUT]
    has_articles = any(child.kind in {"dieu", "chuong", "muc", "tieu-muc"} for child in parts)
    heading = _heading(clause, bool(below))
    if clause.kind == "dieu" or not parts or (sizes[clause.id] <= UNIT_LENGTH and not has_articles):
        yield Unit(clause.id, tuple(_passages(clause, children, 0)), heading, context)
        return
    own = [Passage(clause.id, 0, clause.label, clause.text)]
    for child in below:
        if child.kind not in _CUT:
            own += _passages(child, children, 1)
    yield Unit(clause.id, tuple(own), heading, context, has_words=len(own) > 1 or not heading)
    above = (*context, heading) if heading else context
    for child in parts:
        yield from _cut(child, children, sizes, above)


def _heading(clause: Clause, has_children: bool) -> str:
    text = clause.text
    is_heading = has_children and 0 < len(text) <= _HEADING_LENGTH and not text.endswith(_NO_HEADING_END)
    return text if is_heading or (clause.kind in {"phan", "chuong", "tieu-muc"} and text) else ""


def _passages(clause: Clause, children: Mapping[str | None, list[Clause]], depth: int) -> list[Passage]:
    """The clause and all below it, in printed order."""
    found, left = [], [(clause, depth)]
    while left:
        clause, depth = left.pop()
        found.append(Passage(clause.id, depth, clause.label, clause.text))
        below = children.get(clause.id)
        if below:
            left += [(child, depth + 1) for child in reversed(below)]
    return found
