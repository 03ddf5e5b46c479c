"""The files of terms: postings of pairs and of syllables, each term in the file that its hash names.

A file is a number of terms (16 bits) and the seed of its fingerprints (8), then each term in the order of fingerprints:
the step to its fingerprint, its number of postings, for a syllable its accent forms (3 bits for how many less one, then
each form's short hash), then a symbol a posting: the gap's bucket and the frequency in one Huffman code by the length
of the list, the gap's lower bits, and for a syllable of several forms its accent code. Frequent syllables have files
of their own. `lists.py` codes the postings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from vankien.searching.inversion import Postings
from vankien.searching.pack.coding import BitStreams, Code, Integers, bucket_of, huffman
from vankien.searching.pack.hashing import FINGERPRINT_BITS, VARIANT_BITS, hash_terms, variant_codes
from vankien.searching.pack.lists import FORMS, CodedLists

_SEEDS = 250
_FORMS_A_ITEM = 4
NUMBER_BUCKETS = 2 * FINGERPRINT_BITS + 2
_FILE_HEAD = 24


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
    prints, seeds, order = _fingerprints(postings.terms, files, many)
    file_of = files[order]
    first = np.append(True, file_of[1:] != file_of[:-1]) if len(order) else np.zeros(0, bool)
    steps = np.where(first, prints[order] + 1, prints[order] - np.append(0, prints[order][:-1]))
    step_items, step_code = _numbers(steps)
    count_items, count_code = _numbers(sizes[order])
    heads = [step_items, count_items]
    if postings.variants:
        heads += _forms([postings.variants[i] for i in order.tolist()])
    lists = CodedLists(postings, order)
    whole: Integers = np.sum([lists.bits, *(items.bits for items in heads)], axis=0)
    streams = BitStreams(_FILE_HEAD + np.bincount(file_of, whole, many).astype(np.int64))
    streams.put(
        streams.begins, np.bincount(files, minlength=many).astype(np.int64) << 8 | seeds, np.full(many, _FILE_HEAD)
    )
    place = streams.begins[file_of] + _FILE_HEAD + _sums_before(whole, first)
    for items in heads:
        streams.put(place, items.values, items.bits)
        place = place + items.bits
    lists.put_in(streams, place)
    return streams.texts(), TermCodes(step_code.lengths, count_code.lengths, lists.lengths, lists.accent_lengths)


def _fingerprints(terms: Sequence[bytes], files: Integers, many: int) -> tuple[Integers, Integers, Integers]:
    """Each term's fingerprint, for each file the seed with which no two of its terms share one, and the order of terms
    by file and fingerprint."""
    seeds = np.ones(many, np.int64)
    mask = (1 << FINGERPRINT_BITS) - 1
    prints = hash_terms(terms, 1).astype(np.int64) & mask
    for seed in range(2, _SEEDS):
        keys = files << FINGERPRINT_BITS | prints
        order = np.argsort(keys)
        keys = keys[order]
        bad = np.unique(keys[1:][keys[1:] == keys[:-1]] >> FINGERPRINT_BITS)
        if not len(bad):
            return prints, seeds, order
        left = np.flatnonzero(np.isin(files, bad))
        prints[left] = hash_terms([terms[i] for i in left.tolist()], seed).astype(np.int64) & mask
        seeds[bad] = seed
    raise ValueError("no seed tells the terms of a file apart; make more files")


def _sums_before(numbers: Integers, first: npt.NDArray[np.bool_]) -> Integers:
    """The sum of what stands before each number since the last `first`."""
    sums = np.cumsum(numbers) - numbers
    begins = np.flatnonzero(first)
    return sums - np.repeat(sums[begins], np.diff(np.append(begins, len(numbers))))


@dataclass(frozen=True, slots=True)
class _Items:
    """An item for each term: values and their sizes in bits."""

    values: Integers
    bits: Integers


def _numbers(numbers: Integers) -> tuple[_Items, Code]:
    """Numbers >= 1 in a Huffman code of their own."""
    buckets, low, rest = bucket_of(numbers)
    code = huffman(np.bincount(buckets, minlength=NUMBER_BUCKETS))
    return _Items(code.bits[buckets] << low | rest, code.lengths[buckets] + low), code


def _forms(variants: Sequence[Sequence[str]]) -> list[_Items]:
    """How many accent forms each term has, then their short hashes in two items."""
    forms = np.array([len(these) for these in variants], np.int64)
    hashes = np.zeros((len(forms), FORMS + 1), np.int64)
    rows = np.repeat(np.arange(len(forms)), forms)
    columns = np.arange(len(rows)) - np.repeat(np.cumsum(forms) - forms, forms)
    hashes[rows, columns] = variant_codes([*chain.from_iterable(variants)])
    found = [_Items(forms - 1, np.full(len(forms), 3))]
    for start in (0, _FORMS_A_ITEM):
        value, bits = np.zeros(len(forms), np.int64), np.zeros(len(forms), np.int64)
        for place in range(start, start + _FORMS_A_ITEM):
            there = place < forms
            value[there] = value[there] << VARIANT_BITS | hashes[there, place]
            bits[there] += VARIANT_BITS
        found.append(_Items(value, bits))
    return found
