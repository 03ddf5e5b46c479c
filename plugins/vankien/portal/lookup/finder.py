"""From a reference to the clause, or to the candidates. The browser's copy is assets/pages/lookup_finder.js."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vankien.citing.landing import land, loose_key
from vankien.portal.lookup.reader import Reference, read_reference
from vankien.portal.lookup.table import Entry, Number, Table
from vankien.writing.folding import words

MOST_DOCUMENTS = 64
"""Documents in which a place without a document is looked for; in a larger archive a document must be named."""
MOST_PLACES = 24
_NAMED = 0.6

Exactness = Literal["exact", "deepest", "document"]


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate. `exactness`: "exact" the very clause (or the document, where no clause was asked for), "deepest" the
    deepest part that exists, "document" where no part of the place exists. `dated` is False where the date given is
    not the document's."""

    document: str
    clause: str | None
    exactness: Exactness
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """The candidates, best first, and the numbers that are cited and not held."""

    places: tuple[Place, ...]
    missing: tuple[Number, ...]

    @property
    def sure(self) -> Place | None:
        """The one place to go to without asking."""
        alone = len(self.places) == 1 and not self.missing
        return self.places[0] if alone and self.places[0].exactness == "exact" and self.places[0].dated else None


def find_places(text: str, table: Table) -> Finding:
    """Looks `text` up."""
    reference = read_reference(text, table.grammar, table.marks)
    documents = _documents(reference, table)
    missing = tuple(number for number in table.numbers if _fits_number(number.parts, reference.number))
    if reference.types:
        missing = tuple(n for n in missing if set(n.types) & set(reference.types))
    named = bool(reference.number or reference.types or reference.words)
    if not documents and not named and reference.paths and len(table.entries) <= MOST_DOCUMENTS:
        documents = list(range(len(table.entries)))
    places = [place for at in documents[:MOST_DOCUMENTS] for place in _land(reference, table, at, alone=named)]
    best = [place for place in places if place.exactness == "exact"] or (places if named else [])
    dated = [place for place in best if place.dated] or best
    return Finding(tuple(dict.fromkeys(dated))[:MOST_PLACES], missing)


def _documents(reference: Reference, table: Table) -> list[int]:
    """The documents that the reference may mean."""
    entries = table.entries
    if reference.number:
        found = [at for at, entry in enumerate(entries) if _fits_number(entry.parts, reference.number)]
        found = [at for at in found if _fits_type(entries[at], reference)] or found
        return _as_named(found, reference, entries)
    scores = [(_share(entry, reference), at) for at, entry in enumerate(entries)]
    best = max((score for score, _ in scores), default=0.0)
    if best >= _NAMED:
        return [at for score, at in scores if score == best]
    return [at for at, entry in enumerate(entries) if reference.types and _fits_type(entry, reference)]


def _as_named(found: list[int], reference: Reference, entries: Sequence[Entry]) -> list[int]:
    """Documents with one number, those that the other words name first; alone where they name every word."""
    shares = {at: _share(entries[at], reference) for at in found}
    whole = [at for at in found if shares[at] == 1]
    return whole or sorted(found, key=lambda at: -shares[at])


def _fits_number(parts: Sequence[str], asked: Sequence[str]) -> bool:
    return bool(asked) and bool(parts) and parts[0] == asked[0] and set(asked) <= set(parts)


def _fits_type(entry: Entry, reference: Reference) -> bool:
    return not reference.types or entry.type in reference.types


def _share(entry: Entry, reference: Reference) -> float:
    if not reference.words or not _fits_type(entry, reference):
        return 0.0
    known = set(entry.words)
    return sum(word in known for word in reference.words) / len(reference.words)


def _land(reference: Reference, table: Table, at: int, *, alone: bool) -> Iterator[Place]:
    entry = table.entries[at]
    dated = not (reference.date and entry.date) or reference.date == entry.date
    labelled = None if reference.more else _labelled(reference, table.clauses[at])
    if labelled:
        yield Place(entry.id, labelled, "exact", dated)
        return
    if not reference.paths:
        yield Place(entry.id, None, "exact", dated)
        return
    clauses = {loose_key(clause): clause for clause, _ in reversed(table.clauses[at])}
    for paths in (reference.paths, *reference.more):
        landed = [land(path, clauses) for path in paths]
        exact = next((clause for clause, is_exact in landed if is_exact), None)
        below = _below(paths, clauses)
        if exact:
            yield Place(entry.id, exact, "exact", dated)
        elif below:
            yield from (Place(entry.id, clause, "exact", dated) for clause in below)
        elif alone:
            deepest = next((clause for clause, _ in landed if clause), None)
            yield Place(entry.id, deepest, "deepest" if deepest else "document", dated)


def _labelled(reference: Reference, clauses: Sequence[tuple[str, str]]) -> str | None:
    """The clause whose label begins the text, where the label says more than levels and numbers: "đoạn thứ hai,
    khoản 1, Mục I", "chú thích số 1"."""
    best, longest = None, 2 * (reference.paths[0].count("_") + 1) if reference.paths else 0
    for clause, label in clauses:
        said = tuple(words(label))
        if len(said) > longest and reference.said[: len(said)] == said:
            best, longest = clause, len(said)
    return best


def _below(paths: Sequence[str], clauses: dict[str, str]) -> list[str]:
    """The clauses that a place without its upper levels may be: "khoản 2" where there is only "khoản 2, Mục I"."""
    tails = tuple(f"_{loose_key(path)}" for path in paths)
    return [clause for key, clause in sorted(clauses.items()) if key.endswith(tails)]
