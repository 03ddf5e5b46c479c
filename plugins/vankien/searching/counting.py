"""Texts -> a tally, in whole arrays: which unit holds which syllable and which adjacent pair, and how often.

Runs of words are counted by sorting one number a word, so millions of words take seconds, not minutes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from vankien.searching.analysis import WORD, forms
from vankien.searching.tally import SEVERAL, Lists, Numbering, Numbers, Tally, Word, numbering, small
from vankien.searching.weights import FREQUENCY_LIMIT, HEADING

_BREAK = 0
_WEIGHT_BITS = 3
_BREAK_MARK = "\x01"
_WORDS = re.compile(f"{WORD.pattern}|{_BREAK_MARK}")


class WordStream:
    """Collects the words of units, one after the other."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, int] = defaultdict(count().__next__)
        self._ids[_BREAK_MARK]
        self._words: list[npt.NDArray[np.uint32]] = []
        self._spans: list[int] = []
        self._documents: list[str] = []
        self._units: list[int] = []

    def begin(self, document: str) -> None:
        """Says that the units that follow are this document's."""
        self._documents.append(document)
        self._units.append(0)

    def add(self, headings: Iterable[str], texts: Iterable[str]) -> None:
        """Adds one unit: its headings and texts, each a run of words of its own."""
        for runs in (headings, texts):
            words = _WORDS.findall(_BREAK_MARK.join([*runs, ""]).lower())
            self._words.append(np.array(list(map(self._ids.__getitem__, words)), np.uint32))
            self._spans.append(len(words))
        self._units[-1] += 1

    def tally(self) -> Tally:
        """All that was added, counted."""
        raw = np.concatenate([*self._words, np.zeros(1, np.uint32)])
        self._words.clear()
        words, places = _in_order(self._ids)
        known = numbering(words)
        spoken = places[raw]
        spans = np.array(self._spans, np.int64)
        many = len(spans) // 2
        of_word = np.append(known.forms, 0)
        stream = _Stream(
            of_word[spoken].astype(np.int32),
            np.append(np.repeat(np.arange(many, dtype=np.int32), spans.reshape(-1, 2).sum(axis=1)), np.int32(0)),
            np.append(np.repeat(np.tile(np.array([HEADING, 1], np.uint8), many), spans), np.uint8(1)),
            raw != _BREAK,
            max(1, many),
        )
        units = np.array(self._units, np.int32)
        lengths = np.bincount(stream.units[stream.real], minlength=many).astype(np.int32)
        ends = np.append(0, np.cumsum(spans.reshape(-1, 2).sum(axis=1)))[np.append(0, np.cumsum(units))]
        said, starts, times = _spoken(spoken, ends, len(words))
        return Tally(
            tuple(self._documents), words, units, lengths, said, starts, times,
            _syllables(stream, known), _pairs(stream, known),
        )  # fmt: skip


def _in_order(ids: Iterable[str]) -> tuple[tuple[Word, ...], Numbers]:
    """The words in order, and the place of each id there; a break's is behind them all."""
    found = [(*forms(word), word) for word in ids if word != _BREAK_MARK]
    words = tuple(sorted(found))
    place = {word: number for number, word in enumerate(words)}
    return words, np.array([len(words), *(place[word] for word in found)], np.int32)


def _spoken(words: Numbers, ends: Numbers, many: int) -> tuple[Numbers, Numbers, Numbers]:
    """The words of each document, where each document begins, and the times of each word."""
    said, times = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for start, end in zip(ends.tolist(), ends[1:].tolist(), strict=False):
        counts = np.bincount(words[start:end], minlength=many)[:many]
        said.append(np.flatnonzero(counts))
        times.append(counts[said[-1]])
    starts = np.append(0, np.cumsum([len(found) for found in said[1:]])).astype(np.int64)
    return small(np.concatenate(said), many), starts, np.concatenate(times).astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Stream:
    """All words in order: form, unit and weight of each; `real` is False at a break between runs."""

    forms: npt.NDArray[np.int32]
    units: npt.NDArray[np.int32]
    weights: npt.NDArray[np.uint8]
    real: npt.NDArray[np.bool_]
    many: int


def _runs(sorted_keys: Numbers) -> Numbers:
    """Where each run of equal keys begins."""
    if not len(sorted_keys):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.append(True, sorted_keys[1:] != sorted_keys[:-1]))


def _frequencies(weights: Numbers, begin: Numbers) -> Numbers:
    """The sum of each run of weights, as far as frequencies are told apart."""
    return np.minimum(np.add.reduceat(weights, begin), FREQUENCY_LIMIT).astype(np.uint8)


def _syllables(stream: _Stream, known: Numbering) -> Lists:
    """Sorted by (term, unit, form); forms are counted from the first of their term."""
    real, many = stream.real, stream.many
    first = np.searchsorted(known.terms, np.arange(len(known.names)))
    local = np.append(np.arange(len(known.terms)) - first[known.terms], 0)
    bits = int(local.max(initial=0)).bit_length() + _WEIGHT_BITS
    found = stream.forms[real]
    keys = (known.terms[found] * many + stream.units[real]) << bits
    keys |= local[found] << _WEIGHT_BITS | stream.weights[real]
    keys.sort()
    postings = keys >> bits
    begin = _runs(postings)
    codes = (keys & (1 << bits) - 1) >> _WEIGHT_BITS
    low, high = np.minimum.reduceat(codes, begin), np.maximum.reduceat(codes, begin)
    term, unit = np.divmod(postings[begin], many)
    starts = np.append(_runs(term), len(term))
    single = np.where(low == high, low + first[term], SEVERAL)
    frequencies = _frequencies(keys & 7, begin)
    names = np.arange(len(known.names))
    return Lists(names, starts, small(unit, many), frequencies, small(single, len(known.terms)))


def _pairs(stream: _Stream, known: Numbering) -> Lists:
    """Sorted by (first, second), which is the order of the bytes of "first second": a blank sorts before letters."""
    many, size = stream.many, max(1, len(known.names))
    adjacent = stream.real[:-1] & stream.real[1:]
    terms = np.append(known.terms, 0)[stream.forms]
    keys = terms[:-1][adjacent] * size + terms[1:][adjacent]
    keys = (keys * many + stream.units[:-1][adjacent]) << _WEIGHT_BITS | stream.weights[:-1][adjacent]
    keys.sort()
    postings = keys >> _WEIGHT_BITS
    begin = _runs(postings)
    pair, unit = np.divmod(postings[begin], many)
    starts = np.append(_runs(pair), len(pair))
    return Lists(pair[starts[:-1]], starts, small(unit, many), _frequencies(keys & 7, begin))
