"""Texts -> postings, in whole arrays: which unit holds which syllable and which adjacent pair, and how often.

Runs of words are counted by sorting one number a word, so millions of words take seconds, not minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from vankien.searching.analysis import WORD, forms
from vankien.searching.weights import FREQUENCY_LIMIT, HEADING

Integers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
_BREAK = 0
_WEIGHT_BITS = 3
MIXED = 7
"""The accent code of a unit that holds a syllable in several ways, or in a rare one."""
_BREAK_WORD = "\n"


@dataclass(frozen=True)
class Postings:
    """Sorted terms, each with its units in order. Term i has the postings `starts[i]:starts[i + 1]`; `frequencies`
    count the heading's words `HEADING` times; `accents` (syllables only) say which of the term's accent forms."""

    terms: tuple[bytes, ...]
    starts: Integers
    units: npt.NDArray[np.uint32]
    frequencies: Bytes
    accents: Bytes | None = None
    variants: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Inversion:
    """What a collection's words say: `lengths[unit]` in syllables, postings of syllables and of pairs ("dan van")."""

    lengths: Integers
    syllables: Postings
    pairs: Postings


class WordStream:
    """Collects the words of units, one after the other."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, int] = defaultdict(count().__next__)
        self._ids[_BREAK_WORD]
        self._words: list[npt.NDArray[np.uint32]] = []
        self._weights: list[Bytes] = []
        self._counts: list[int] = []

    def add(self, headings: Iterable[str], texts: Iterable[str]) -> None:
        """Adds one unit: its headings and texts, each a run of words of its own."""
        words, weights, total = [], [], 0
        for weight, runs in ((HEADING, headings), (1, texts)):
            for run in runs:
                found = WORD.findall(run.lower())
                found.append(_BREAK_WORD)
                words += found
                weights.append((weight, len(found)))
                total += len(found)
        ids = self._ids
        self._words.append(np.fromiter((ids[word] for word in words), np.uint32, total))
        self._weights.append(np.repeat(*np.array(weights or [(1, 0)]).T).astype(np.uint8))
        self._counts.append(total)

    def invert(self) -> Inversion:
        """The postings of all that was added."""
        raw = np.concatenate([*self._words, np.zeros(1, np.uint32)]).astype(np.int64)
        weights = np.concatenate([*self._weights, np.ones(1, np.uint8)]).astype(np.int64)
        units = np.append(np.repeat(np.arange(len(self._counts)), self._counts), 0)
        folded, terms, ranks, variants = _fold_vocabulary(list(self._ids), raw)
        words = folded[raw]
        real = raw != _BREAK
        lengths = np.bincount(units[real], minlength=len(self._counts))
        syllables = _count_syllables(words, ranks[raw], units, weights, real, terms, variants)
        pairs = _count_pairs(words, units, weights, real, terms)
        return Inversion(lengths, syllables, pairs)


def _fold_vocabulary(
    vocabulary: Sequence[str], raw: Integers
) -> tuple[Integers, list[str], Integers, list[tuple[str, ...]]]:
    """Word -> folded term (by alphabet), word -> its accent code, and each term's accent forms, most frequent first."""
    counts = np.bincount(raw, minlength=len(vocabulary))
    pairs = [("", "")] + [forms(word) for word in vocabulary[1:]]
    by_term: dict[str, dict[str, int]] = {}
    for (term, accent), number in zip(pairs[1:], counts[1:], strict=True):
        by_term.setdefault(term, {}).setdefault(accent, 0)
        by_term[term][accent] += int(number)
    terms = sorted(by_term)
    variants = [tuple(sorted(by_term[t], key=lambda a, t=t: (-by_term[t][a], a))[:MIXED]) for t in terms]
    place = {term: index for index, term in enumerate(terms)}
    rank = {(term, a): r for term, accents in zip(terms, variants, strict=True) for r, a in enumerate(accents)}
    folded = np.array([0] + [place[term] for term, _ in pairs[1:]], np.int64)
    ranks = np.array([MIXED] + [rank.get(pair, MIXED) for pair in pairs[1:]], np.int64)
    return folded, terms, ranks, variants


def _runs(sorted_keys: Integers) -> Integers:
    """Where each run of equal keys begins."""
    return (
        np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]))
        if len(sorted_keys)
        else sorted_keys
    )


def _frequencies(sums: Integers) -> Bytes:
    return np.minimum(sums, FREQUENCY_LIMIT).astype(np.uint8)


def _count_syllables(
    words: Integers, ranks: Integers, units: Integers, weights: Integers, real: npt.NDArray[np.bool_],
    terms: Sequence[str], variants: Sequence[tuple[str, ...]],
) -> Postings:  # fmt: skip
    many = len(units)
    keys = (words[real] * many + units[real]) << 6 | ranks[real] << _WEIGHT_BITS | weights[real]
    keys.sort()
    postings = keys >> 6
    begin = _runs(postings)
    sums = np.add.reduceat(keys & 7, begin)
    codes = keys >> _WEIGHT_BITS & 7
    low, high = np.minimum.reduceat(codes, begin), np.maximum.reduceat(codes, begin)
    accents = np.where(low == high, low, MIXED).astype(np.uint8)
    term, unit = np.divmod(postings[begin], many)
    starts = np.append(_runs(term), len(term))
    names = tuple(t.encode() for t in terms)
    return Postings(names, starts, unit.astype(np.uint32), _frequencies(sums), accents, tuple(variants))


def _count_pairs(
    words: Integers, units: Integers, weights: Integers, real: npt.NDArray[np.bool_], terms: Sequence[str]
) -> Postings:
    """Sorted by (first, second), which is the order of the bytes of "first second": a blank sorts before letters."""
    many, size = len(units), len(terms)
    adjacent = real[:-1] & real[1:]
    pairs = words[:-1][adjacent] * size + words[1:][adjacent]
    keys = (pairs * many + units[:-1][adjacent]) << _WEIGHT_BITS | weights[:-1][adjacent]
    keys.sort()
    postings = keys >> _WEIGHT_BITS
    begin = _runs(postings)
    sums = np.add.reduceat(keys & 7, begin)
    pair, unit = np.divmod(postings[begin], many)
    starts = np.append(_runs(pair), len(pair))
    first, second = np.divmod(pair[starts[:-1]], size)
    names = [f"{terms[a]} {terms[b]}".encode() for a, b in zip(first.tolist(), second.tolist(), strict=True)]
    return Postings(tuple(names), starts, unit.astype(np.uint32), _frequencies(sums))
