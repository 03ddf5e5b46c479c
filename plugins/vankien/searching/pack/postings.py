"""The files of terms: postings of pairs and of syllables, each term in the file that its hash names.

A file is a number of terms (16 bits) and the seed of its fingerprints (8), then each term in the order of fingerprints:
the step to its fingerprint, its number of postings, for a syllable its accent forms (3 bits for how many less one, then
each form's short hash), then a symbol a posting: the gap's bucket and the frequency in one Huffman code by the length
of the list, the gap's lower bits, and for a syllable of several forms its accent code. Frequent syllables have files
of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vankien.searching.inversion import Postings
from vankien.searching.pack.coding import Integers, bucket_of, huffman, pack_streams
from vankien.searching.pack.hashing import FINGERPRINT_BITS, VARIANT_BITS, hash_terms, variant_code
from vankien.searching.weights import FREQUENCY_LIMIT

GAP_BUCKETS = 40
LIST_CLASSES = 17
_SEEDS = 250
_FORMS_A_ITEM = 4
FORMS = 7
NUMBER_BUCKETS = 2 * FINGERPRINT_BITS + 2


@dataclass(frozen=True, slots=True)
class TermCodes:
    """The Huffman codes of a kind of terms, as symbol lengths: steps between fingerprints, list lengths, postings by
    the length of the list, accent codes by the number of forms."""

    steps: Integers
    counts: Integers
    postings: tuple[Integers, ...]
    accents: tuple[Integers, ...]


def term_files(postings: Postings, files: Integers, many: int) -> tuple[list[bytes], TermCodes]:
    """The texts of `many` files (UTF-16LE) when `files[term]` says where each term goes, and the codes used."""
    sizes = np.diff(postings.starts)
    prints, seeds = _fingerprints(postings.terms, files, many)
    order = np.lexsort((prints, files))
    file_of = files[order]
    first = np.append(True, file_of[1:] != file_of[:-1]) if len(order) else np.zeros(0, bool)
    steps = np.where(first, prints[order] + 1, prints[order] - np.append(0, prints[order][:-1]))
    forms = np.array([len(v) for v in postings.variants], np.int64)[order] if postings.variants else None
    before = 2 if forms is None else 5
    items = _Items(file_of, many, sizes[order] + before)
    items.head(np.bincount(files, minlength=many).astype(np.int64) << 8 | seeds, 24)
    step_code = items.put_numbers(0, steps)
    count_code = items.put_numbers(1, sizes[order])
    if forms is not None:
        _put_forms(items, forms, [postings.variants[i] for i in order.tolist()])
    posting_codes, accent_codes = _put_postings(items, postings, order, forms, before)
    return items.packed(), TermCodes(step_code, count_code, posting_codes, accent_codes)


def _fingerprints(terms: Sequence[bytes], files: Integers, many: int) -> tuple[Integers, Integers]:
    """Each term's fingerprint, and for each file the seed with which no two of its terms share one."""
    seeds = np.zeros(many, np.int64)
    mask = (1 << FINGERPRINT_BITS) - 1
    prints = np.zeros(len(terms), np.int64)
    left = np.arange(len(terms))
    for seed in range(1, _SEEDS):
        prints[left] = (
            hash_terms(terms if seed == 1 else [terms[i] for i in left.tolist()], seed).astype(np.int64) & mask
        )
        seeds[np.unique(files[left])] = seed
        keys = files[left] << FINGERPRINT_BITS | prints[left]
        found, times = np.unique(keys, return_counts=True)
        bad = np.unique(found[times > 1] >> FINGERPRINT_BITS)
        if not len(bad):
            return prints, seeds
        left = np.flatnonzero(np.isin(files, bad))
    raise ValueError("no seed tells the terms of a file apart; make more files")


class _Items:
    """The items of all files in the order in which they are written: of each file its head, then term by term."""

    def __init__(self, file_of: Integers, many: int, items: Integers) -> None:
        """`file_of` is the file of each term in the order of writing, `items` the number of items of each."""
        ends = np.cumsum(items)
        self._starts = ends - items + file_of + 1
        total = int(ends[-1] if len(ends) else 0) + many
        terms_before = np.searchsorted(file_of, np.arange(many), side="left")
        self._heads = np.append(0, ends)[terms_before] + np.arange(many)
        self._values, self._bits = np.zeros(total, np.int64), np.zeros(total, np.int64)
        self._files = np.repeat(np.arange(many), np.bincount(file_of, items, many).astype(np.int64) + 1)

    def head(self, values: Integers, bits: int) -> None:
        """Sets the head of each file."""
        self._values[self._heads], self._bits[self._heads] = values, bits

    def put(self, ranks: Integers, slots: int | Integers, values: Integers, bits: Integers | int) -> None:
        """Sets the items at `slots` of the terms `ranks`."""
        place = self._starts[ranks] + slots
        self._values[place], self._bits[place] = values, bits

    def put_numbers(self, slot: int, numbers: Integers) -> Integers:
        """Sets a number >= 1 in each term, in a Huffman code of their own; gives the code's lengths."""
        buckets, low, rest = bucket_of(numbers)
        code = huffman(np.bincount(buckets, minlength=NUMBER_BUCKETS))
        self.put(np.arange(len(numbers)), slot, code.bits[buckets] << low | rest, code.lengths[buckets] + low)
        return code.lengths

    def packed(self) -> list[bytes]:
        """The text of each file."""
        return pack_streams(self._values, self._bits, self._files, len(self._heads))


def _put_forms(items: _Items, forms: Integers, variants: Sequence[Sequence[str]]) -> None:
    hashes = np.array([[variant_code(v[i]) if i < len(v) else 0 for i in range(FORMS + 1)] for v in variants], np.int64)
    ranks = np.arange(len(forms))
    items.put(ranks, 2, forms - 1, 3)
    for slot, start in ((3, 0), (4, _FORMS_A_ITEM)):
        value, bits = np.zeros(len(forms), np.int64), np.zeros(len(forms), np.int64)
        for place in range(start, start + _FORMS_A_ITEM):
            there = place < forms
            value[there] = value[there] << VARIANT_BITS | hashes[there, place]
            bits[there] += VARIANT_BITS
        items.put(ranks, slot, value, bits)


def _put_postings(
    items: _Items, postings: Postings, order: Integers, forms: Integers | None, before: int
) -> tuple[tuple[Integers, ...], tuple[Integers, ...]]:
    """Sets a symbol a posting; gives the code lengths by list class, and those of accent codes by number of forms."""
    sizes = np.diff(postings.starts)
    gaps: Integers = np.diff(postings.units.astype(np.int64), prepend=np.int64(0)).astype(np.int64)
    starts = postings.starts[:-1]
    gaps[starts] = postings.units[starts].astype(np.int64) + 1
    place = np.empty(len(sizes), np.int64)
    place[order] = np.arange(len(order))
    rank = np.repeat(place, sizes)
    slot = before + np.arange(len(gaps)) - np.repeat(starts, sizes)
    classes = np.repeat(np.minimum(np.frexp(sizes.astype(np.float64))[1], LIST_CLASSES - 1), sizes)
    buckets, low, rest = bucket_of(gaps)
    symbols = buckets * FREQUENCY_LIMIT + np.minimum(postings.frequencies.astype(np.int64), FREQUENCY_LIMIT) - 1
    size = GAP_BUCKETS * FREQUENCY_LIMIT
    counts = np.bincount(classes * size + symbols, minlength=LIST_CLASSES * size).reshape(LIST_CLASSES, size)
    codes = [huffman(row) for row in counts]
    bits = np.stack([code.bits for code in codes])[classes, symbols]
    lengths = np.stack([code.lengths for code in codes])[classes, symbols]
    value, width = bits << low | rest, lengths + low
    accent_lengths: tuple[Integers, ...] = ()
    if forms is not None and postings.accents is not None:
        of_term = np.empty(len(sizes), np.int64)
        of_term[order] = forms
        many = np.repeat(of_term, sizes)
        accents = postings.accents.astype(np.int64)
        table = np.bincount(many * 8 + accents, minlength=(FORMS + 1) * 8).reshape(FORMS + 1, 8)
        table[1] = 0
        accent_codes = [huffman(row) for row in table]
        extra = np.stack([code.lengths for code in accent_codes])[many, accents]
        value = value << extra | np.stack([code.bits for code in accent_codes])[many, accents]
        width = width + extra
        accent_lengths = tuple(code.lengths for code in accent_codes)
    items.put(rank, slot, value, width)
    return tuple(code.lengths for code in codes), accent_lengths
