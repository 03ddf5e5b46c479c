"""A tally -> postings: the same terms and units with names and accent codes, as index and pack hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from vankien.searching.tally import Numbering, Tally, Word
from vankien.searching.terms import Terms

Integers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
MIXED = 7
"""The accent code of a unit that holds a syllable in several ways, or in a rare one."""
UNTOLD = 255
"""The place of a form where a unit holds a syllable in several ways."""


@dataclass(frozen=True)
class Postings:
    """Sorted terms, each with its units in order. Term i has the postings `starts[i]:starts[i + 1]`; `frequencies`
    count the heading's words `HEADING` times; `accents` (syllables only) say which of the term's accent forms,
    `written` how it is most often written."""

    terms: tuple[bytes, ...] | Terms
    starts: Integers
    units: npt.NDArray[np.uint32]
    frequencies: Bytes
    accents: Bytes | None = None
    variants: tuple[tuple[str, ...], ...] = ()
    written: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inversion:
    """What a collection's words say: `lengths[unit]` in syllables, postings of syllables and of pairs ("dan van").
    `forms` are all accent forms of each syllable, most frequent first; `places` say for each posting of a syllable
    which of them, `UNTOLD` for several."""

    lengths: Integers
    syllables: Postings
    pairs: Postings
    forms: tuple[tuple[str, ...], ...]
    places: Bytes


def inversion_of(tally: Tally) -> Inversion:
    """The postings of a tally."""
    known = tally.numbering
    names = tuple(name.encode() for name in known.names)
    times = np.bincount(tally.spoken, tally.times, len(tally.words)).astype(np.int64)
    forms, places = _ranked_forms(known, times)
    alone = tally.syllables
    mine = places[alone.forms] if alone.forms is not None else places[:0]
    syllables = Postings(
        names, alone.starts, alone.units.astype(np.uint32), alone.frequencies, np.minimum(mine, np.uint8(MIXED)),
        tuple(form[:MIXED] for form in forms), _written(tally.words, times.tolist()),
    )  # fmt: skip
    first, second = np.divmod(tally.pairs.keys, max(1, len(names)))
    terms = Terms((), names, first, second)
    pairs = Postings(terms, tally.pairs.starts, tally.pairs.units.astype(np.uint32), tally.pairs.frequencies)
    return Inversion(tally.lengths.astype(np.int64), syllables, pairs, forms, mine)


def _ranked_forms(known: Numbering, times: Integers) -> tuple[tuple[tuple[str, ...], ...], Bytes]:
    """The accent forms of each term, most frequent first, and each form's place among them; the last place stands for
    `SEVERAL`."""
    counts = np.bincount(known.forms, times, len(known.accents)).astype(np.int64)
    order = np.lexsort((-counts, known.terms))
    first = np.searchsorted(known.terms, np.arange(len(known.names) + 1))
    places = np.full(len(order) + 1, UNTOLD, np.uint8)
    rank = np.arange(len(order)) - first[:-1][known.terms]
    places[order] = np.minimum(rank, UNTOLD)
    accents = [known.accents[form] for form in order.tolist()]
    return tuple(tuple(accents[a:b]) for a, b in pairwise(first.tolist())), places


def _written(words: Sequence[Word], times: Sequence[int]) -> tuple[str, ...]:
    """How each term is most often written."""
    best: dict[str, tuple[int, str]] = {}
    for (term, _, word), many in zip(words, times, strict=True):
        best[term] = min(best.get(term, (0, "")), (-many, word))
    return tuple(word for _, word in best.values())
