"""Which units answer a query, and in which order. Sums of integers from `weights.py`; nothing else.

Ties go to the unit with the lower number: units stand newest document first, in printed order.
`engine/6-ranking.js` adds the same integers in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vankien.searching.inversion import MIXED, Bytes, Integers
from vankien.searching.weights import (
    ACCENT_OF,
    ACCENT_PART,
    CITED_NUMBER,
    ENOUGH_OF,
    ENOUGH_PART,
    HEADING,
    LONG_SHARE,
    MARK_BONUS,
    NAME_OF,
    NAME_PART,
    NAMED_BONUS,
    NAMED_MARK,
    NAMED_OF,
    NAMED_PART,
    NUMBER_STEP,
    OWN_NUMBER,
    SHORT_SHARE,
    SHORT_TERMS,
)

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the query with its postings; `accent` is the accent code asked for, None where any will do; `counts`
    is False where it only frames a question."""

    weight: int
    units: npt.NDArray[np.uint32]
    frequencies: Bytes
    accents: Bytes | None = None
    accent: int | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """The units of a collection: `heads[document]` is the unit that stands for it, `documents[unit]` its document,
    `classes[unit]` its length class, `names[document]` how many different pairs its name has."""

    heads: Integers
    documents: Integers
    classes: Bytes
    names: Integers
    impacts: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query's postings: its terms; units that bear its marks (one list a mark); for each of its numbers the heads of
    the documents that bear it; units that cite one of them; what the terms weigh that nothing holds."""

    terms: Sequence[Term]
    marks: Sequence[npt.NDArray[np.uint32]] = ()
    own: Sequence[Sequence[int]] = ()
    citing: Sequence[int] = ()
    lost: int = 0


def rank(asked: Asked, layout: Layout) -> Integers:
    """The score of every unit, 0 for what does not answer."""
    named = _named_documents(asked.terms, layout)
    many = len(layout.documents)
    scores, cover = np.zeros(many, np.int64), np.zeros(many, np.int64)
    whole = 0
    alone = all(term.accents is not None for term in asked.terms)
    for term in asked.terms:
        weight = term.weight
        if named.any() and named[layout.documents[_in_names(term, layout)]].any():
            weight = max(1, weight * NAMED_PART // NAMED_OF)
        gain = weight * layout.impacts[term.frequencies, layout.classes[term.units]]
        if alone and term.accent is not None and term.accents is not None:
            other = (term.accents != term.accent) & (term.accents != MIXED)
            gain[other] = gain[other] * ACCENT_PART // ACCENT_OF
        scores[term.units] += gain
        if term.counts:
            cover[term.units] += weight
            whole += weight
    heads = layout.heads
    from_name = scores[heads] * NAME_PART // NAME_OF
    best = int(cover.max(initial=0))
    share = SHORT_SHARE if len(asked.terms) <= SHORT_TERMS else LONG_SHARE
    scores[cover * share < best] = 0
    whole_names = (cover[heads] * 10 >= whole * 9) & (whole > 0 and not alone)
    head_scores = np.where(whole_names, scores[heads] + NAMED_BONUS, 0)
    answering = scores > 0
    scores[answering] += from_name[layout.documents[answering]]
    scores[answering & named[layout.documents]] += NAMED_BONUS
    scores[heads] = head_scores
    _add_marks(scores, asked, layout, named, from_name)
    _add_numbers(scores, asked, layout)
    return scores


def is_nearest(best: int, asked: Asked, layout: Layout) -> bool:
    """Whether the best unit, with the name of its document, holds so little of what was asked for, in the accents that
    were typed, that it is only the nearest there is."""
    both = [best, int(layout.heads[layout.documents[best]])]
    counting = [term for term in asked.terms if term.counts]
    whole = sum(term.weight for term in counting) + asked.lost
    held = sum(term.weight for term in counting if _holds(term, both))
    return held * ENOUGH_OF < whole * ENOUGH_PART


def _holds(term: Term, units: Sequence[int]) -> bool:
    places = np.flatnonzero(np.isin(term.units, units))
    if term.accent is None or term.accents is None:
        return len(places) > 0
    return bool(np.isin(term.accents[places], (term.accent, MIXED)).any())


def _in_names(term: Term, layout: Layout) -> npt.NDArray[np.uint32]:
    """The heads that have the term in their name."""
    strong = term.units[term.frequencies >= HEADING]
    heads: npt.NDArray[np.uint32] = strong[layout.heads[layout.documents[strong]] == strong]
    return heads


def _named_documents(terms: Sequence[Term], layout: Layout) -> Flags:
    """The documents whose whole name stands in the query, pair by pair."""
    counts = np.zeros(len(layout.heads), np.int64)
    for term in terms:
        if term.accents is None:
            counts[layout.documents[_in_names(term, layout)]] += 1
    return (layout.names > 0) & (counts >= layout.names)


def _add_marks(scores: Integers, asked: Asked, layout: Layout, named: Flags, from_name: Integers) -> None:
    """Of several documents named, the one comes first of whose name the query says most."""
    for units in asked.marks:
        if named.any():
            chosen = units[named[layout.documents[units]]]
            scores[chosen] += NAMED_MARK + from_name[layout.documents[chosen]]
        else:
            scores[units] += MARK_BONUS


def _add_numbers(scores: Integers, asked: Asked, layout: Layout) -> None:
    """A document that bears the number comes before all, its head first or, with marks, the clauses that bear them."""
    if len(asked.citing):
        scores[np.array(asked.citing)] += CITED_NUMBER
    marked = np.unique(np.concatenate(asked.marks)) if asked.marks else np.zeros(0, np.int64)
    places = {head: place for place, heads in enumerate(reversed(asked.own)) for head in heads}
    for head, place in places.items():
        document = layout.documents[head]
        scores[layout.documents == document] += OWN_NUMBER + place * NUMBER_STEP
        first = marked[layout.documents[marked] == document] if len(marked) else marked
        scores[first if len(first) else head] += OWN_NUMBER
