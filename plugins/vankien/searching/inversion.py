"""Texts -> postings, in whole arrays: which unit holds which syllable and which adjacent pair, and how often.

Runs of words are counted by sorting one number a word, so millions of words take seconds, not minutes.
"""

from __future__ import annotations

import re
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
_BREAK_MARK = "\x01"
_WORDS = re.compile(f"{WORD.pattern}|{_BREAK_MARK}")


@dataclass(frozen=True)
class Postings:
    """Sorted terms, each with its units in order. Term i has the postings `starts[i]:starts[i + 1]`; `frequencies`
    count the heading's words `HEADING` times; `accents` (syllables only) say which of the term's accent forms,
    `written` how it is most often written."""

    terms: tuple[bytes, ...]
    starts: Integers
    units: npt.NDArray[np.uint32]
    frequencies: Bytes
    accents: Bytes | None = None
    variants: tuple[tuple[str, ...], ...] = ()
    written: tuple[str, ...] = ()


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
        self._ids[_BREAK_MARK]
        self._words: list[npt.NDArray[np.uint32]] = []
        self._spans: list[int] = []

    def add(self, headings: Iterable[str], texts: Iterable[str]) -> None:
        """Adds one unit: its headings and texts, each a run of words of its own."""
        for runs in (headings, texts):
            words = _WORDS.findall(_BREAK_MARK.join([*runs, ""]).lower())
            self._words.append(np.array(list(map(self._ids.__getitem__, words)), np.uint32))
            self._spans.append(len(words))

    def invert(self) -> Inversion:
        """The postings of all that was added."""
        raw = np.concatenate([*self._words, np.zeros(1, np.uint32)])
        self._words.clear()
        vocabulary = _Vocabulary(list(self._ids), np.bincount(raw, minlength=len(self._ids)))
        spans = np.array(self._spans, np.int64)
        many = len(spans) // 2
        stream = _Stream(
            vocabulary.folded[raw],
            vocabulary.codes[raw],
            np.append(np.repeat(np.arange(many, dtype=np.int32), spans.reshape(-1, 2).sum(axis=1)), np.int32(0)),
            np.append(np.repeat(np.tile(np.array([HEADING, 1], np.uint8), many), spans), np.uint8(1)),
            raw != _BREAK,
            max(1, many),
        )
        lengths = np.bincount(stream.units[stream.real], minlength=many)
        return Inversion(lengths, _count_syllables(stream, vocabulary), _count_pairs(stream, vocabulary))


class _Vocabulary:
    """The different words: `folded[word]` its term (by alphabet), `codes[word]` its accent code, and for each term its
    accent forms, most frequent first, and how it is most often written."""

    def __init__(self, words: Sequence[str], counts: Integers) -> None:
        found = [forms(word) for word in words[1:]]
        by_term: dict[str, dict[str, int]] = {}
        best: dict[str, tuple[int, str]] = {}
        for (term, accent), number, word in zip(found, counts[1:].tolist(), words[1:], strict=True):
            accents = by_term.setdefault(term, {})
            accents[accent] = accents.get(accent, 0) + number
            best[term] = min(best.get(term, (0, "")), (-number, word))
        self.terms = sorted(by_term)
        self.variants = tuple(_by_count(by_term[term])[:MIXED] for term in self.terms)
        self.written = tuple(best[term][1] for term in self.terms)
        place = {term: index for index, term in enumerate(self.terms)}
        code = {(t, a): i for t, these in zip(self.terms, self.variants, strict=True) for i, a in enumerate(these)}
        self.folded = np.array([0] + [place[term] for term, _ in found], np.int32)
        self.codes = np.array([MIXED] + [code.get(pair, MIXED) for pair in found], np.uint8)


def _by_count(counts: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


@dataclass(frozen=True, slots=True)
class _Stream:
    """All words in order: term, accent code, unit and weight of each; `real` is False at a break between runs."""

    terms: npt.NDArray[np.int32]
    codes: Bytes
    units: npt.NDArray[np.int32]
    weights: Bytes
    real: npt.NDArray[np.bool_]
    many: int


def _runs(sorted_keys: Integers) -> Integers:
    """Where each run of equal keys begins."""
    if not len(sorted_keys):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.append(True, sorted_keys[1:] != sorted_keys[:-1]))


def _frequencies(weights: Integers, begin: Integers) -> Bytes:
    """The sum of each run of weights, as far as frequencies are told apart."""
    return np.minimum(np.add.reduceat(weights, begin), FREQUENCY_LIMIT).astype(np.uint8)


def _count_syllables(stream: _Stream, vocabulary: _Vocabulary) -> Postings:
    real, many = stream.real, stream.many
    keys = (stream.terms[real].astype(np.int64) * many + stream.units[real]) << 6
    keys |= stream.codes[real] << _WEIGHT_BITS | stream.weights[real]
    keys.sort()
    postings = keys >> 6
    begin = _runs(postings)
    codes = keys >> _WEIGHT_BITS & 7
    low, high = np.minimum.reduceat(codes, begin), np.maximum.reduceat(codes, begin)
    accents = np.where(low == high, low, MIXED).astype(np.uint8)
    term, unit = np.divmod(postings[begin], many)
    starts = np.append(_runs(term), len(term))
    names = tuple(t.encode() for t in vocabulary.terms)
    frequencies = _frequencies(keys & 7, begin)
    return Postings(
        names, starts, unit.astype(np.uint32), frequencies, accents, vocabulary.variants, vocabulary.written
    )


def _count_pairs(stream: _Stream, vocabulary: _Vocabulary) -> Postings:
    """Sorted by (first, second), which is the order of the bytes of "first second": a blank sorts before letters."""
    terms, many, size = vocabulary.terms, stream.many, max(1, len(vocabulary.terms))
    adjacent = stream.real[:-1] & stream.real[1:]
    keys = stream.terms[:-1][adjacent].astype(np.int64) * size + stream.terms[1:][adjacent]
    keys = (keys * many + stream.units[:-1][adjacent]) << _WEIGHT_BITS | stream.weights[:-1][adjacent]
    keys.sort()
    postings = keys >> _WEIGHT_BITS
    begin = _runs(postings)
    pair, unit = np.divmod(postings[begin], many)
    starts = np.append(_runs(pair), len(pair))
    first, second = np.divmod(pair[starts[:-1]], size)
    names = tuple(f"{terms[a]} {terms[b]}".encode() for a, b in zip(first.tolist(), second.tolist(), strict=True))
    return Postings(names, starts, unit.astype(np.uint32), _frequencies(keys & 7, begin))
