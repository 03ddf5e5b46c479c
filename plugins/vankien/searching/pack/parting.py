"""Which terms share a file: most stand where their hash says; the longest lists have files of their own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vankien.searching import weights
from vankien.searching.collection import Collection
from vankien.searching.inversion import Integers, Inversion, Postings
from vankien.searching.pack.hashing import hash_terms
from vankien.searching.pack.postings import TermCodes, term_files

_POSTINGS_A_FILE, _MOST_POSTINGS_A_FILE = 2400, 6000
"""A file holds about so many postings; more only when there would be too many files, and never more than the second."""
_LONG_LIST = 1200
_SHARED_PAIRS, _OWN_PAIRS = 620, 150
_SHARED_SYLLABLES, _OWN_SYLLABLES = 60, 340
_MOST_FREQUENT = 112
"""More syllables than this are never in a fixed share of all units."""


@dataclass(frozen=True)
class TermFiles:
    """The files of one kind of terms: those that terms share by their hash come first, then one for each of `own`."""

    files: list[bytes]
    shared: int
    own: list[str]
    codes: TermCodes


def pair_files(collection: Collection) -> TermFiles:
    """The files of pairs and of marks: a mark is the term "@dieu 5"."""
    pairs, marks = collection.inversion.pairs, collection.marks
    both = Postings(
        tuple(b"@" + term for term in marks.terms) + pairs.terms,
        np.concatenate([marks.starts[:-1], pairs.starts + len(marks.units)]),
        np.concatenate([marks.units, pairs.units]),
        np.concatenate([marks.frequencies, pairs.frequencies]),
    )
    return _files(both, _longest(both, _OWN_PAIRS), _SHARED_PAIRS)


def syllable_files(inversion: Inversion) -> tuple[TermFiles, int]:
    """The files of syllables, and how many of the first that have their own are frequent: these are left out where a
    query has rarer words."""
    syllables = inversion.syllables
    frequent = np.diff(syllables.starts) * weights.FREQUENT_SHARE > len(inversion.lengths)
    long = [term for term in _longest(syllables, _OWN_SYLLABLES + _MOST_FREQUENT) if not frequent[term]]
    own = [*np.flatnonzero(frequent).tolist(), *long[:_OWN_SYLLABLES]]
    return _files(syllables, own, _SHARED_SYLLABLES), int(frequent.sum())


def _longest(postings: Postings, most: int) -> list[int]:
    """The terms with the longest lists, in the order of terms."""
    sizes = np.diff(postings.starts)
    longest = np.argsort(-sizes, kind="stable")[:most]
    return sorted(longest[sizes[longest] > _LONG_LIST].tolist())


def _files(postings: Postings, own: list[int], many: int) -> TermFiles:
    left: Integers = np.delete(np.diff(postings.starts), own)
    shared = shared_files(int(left.sum()), many)
    files = (hash_terms(postings.terms) % np.uint32(shared)).astype(np.int64)
    files[own] = shared + np.arange(len(own))
    made, codes = term_files(postings, files, shared + len(own))
    return TermFiles(made, shared, [postings.terms[term].decode() for term in own], codes)


def shared_files(postings: int, many: int) -> int:
    """How many files so many postings share: `many` in a usual archive, fewer in a small one, more in a large one."""
    return max(1, min(many, postings // _POSTINGS_A_FILE), postings // _MOST_POSTINGS_A_FILE)
