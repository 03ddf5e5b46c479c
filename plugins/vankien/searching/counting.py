"""Texts -> a tally, in whole arrays: which unit holds which syllable and which adjacent pair, and how often.

Runs of words are counted by sorting one number a word, so millions of words take seconds, not minutes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count, cycle

import numpy as np
import numpy.typing as npt

from vankien.searching.analysis import WORD, forms
from vankien.searching.tally import SEVERAL, Lists, Numbering, Numbers, Tally, Word, numbering, small
from vankien.searching.weights import FREQUENCY_LIMIT, HEADING

_WEIGHT_BITS = 3
_MARKS = ("\u0391", "\u0392", "\u0393")
_BREAK, _BODY, _UNIT = _MARKS
"""Stand between two runs of words, between the headings and the texts of a unit, and behind a unit. They are
capitals, which no text in small letters holds."""
_WORDS = re.compile(f"{WORD.pattern}|[{''.join(_MARKS)}]")
Texts = tuple[Iterable[str], Iterable[str]]
"""The headings and the texts of a unit."""


class WordStream:
    """Collects the words of documents, one after the other."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, int] = defaultdict(count().__next__)
        for mark in _MARKS:
            self._ids[mark]
        self._words: list[npt.NDArray[np.uint32]] = []
        self._documents: list[str] = []
        self._units: list[int] = []

    def add(self, document: str, units: Iterable[Texts]) -> None:
        """Adds a document: of each unit its headings and its texts, each a run of words of its own."""
        parts = [_BREAK.join(map(str.lower, runs)) for unit in units for runs in unit]
        words = _WORDS.findall(
            "".join(f"{part}{mark}" for part, mark in zip(parts, cycle((_BODY, _UNIT)), strict=False))
        )
        self._words.append(np.fromiter(map(self._ids.__getitem__, words), np.uint32, len(words)))
        self._documents.append(document)
        self._units.append(len(parts) // 2)

    def tally(self) -> Tally:
        """All that was added, counted."""
        raw = np.concatenate([np.zeros(0, np.uint32), *self._words])
        ends = np.append(0, np.cumsum([len(words) for words in self._words], dtype=np.int64))
        self._words.clear()
        words, places = _in_order(self._ids)
        known = numbering(words)
        unit_ends = raw == _MARKS.index(_UNIT)
        many = int(unit_ends.sum())
        units = np.cumsum(unit_ends, dtype=np.int32) - unit_ends
        levels = np.cumsum((raw == _MARKS.index(_BODY)).view(np.int8) + unit_ends.view(np.int8), dtype=np.int32) & 1
        weights = np.array([HEADING, 1], np.uint8)[levels]
        stream = _Stream(
            np.append(known.forms, 0).astype(np.int32)[places[raw]], units, weights, raw >= len(_MARKS), max(1, many)
        )
        lengths = np.bincount(units[stream.real], minlength=many).astype(np.int32)
        said, starts, times = _spoken(places[raw], ends, len(words))
        return Tally(
            tuple(self._documents), words, np.array(self._units, np.int32), lengths, said, starts, times,
            _syllables(stream, known), _pairs(stream, known),
        )  # fmt: skip


def _in_order(ids: Iterable[str]) -> tuple[tuple[Word, ...], Numbers]:
    """The words in order, and the place of each id there; that of a mark is behind them all."""
    found = [(*forms(word), word) for word in ids if word not in _MARKS]
    words = tuple(sorted(found))
    place = {word: number for number, word in enumerate(words)}
    return words, np.array([*[len(words)] * len(_MARKS), *(place[word] for word in found)], np.int32)


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
    """Grouped by term, and in each term by unit; a sort of numbers of two bytes keeps the order of units and takes a
    fraction of the time of another."""
    forms = stream.forms[stream.real]
    terms = _narrow(known.terms)[forms]
    order = np.argsort(terms, kind="stable")
    terms, forms, units = terms[order], forms[order], stream.units[stream.real][order]
    begin = np.flatnonzero(np.append(True, (terms[1:] != terms[:-1]) | (units[1:] != units[:-1]))[: len(terms)])
    low, high = np.minimum.reduceat(forms, begin), np.maximum.reduceat(forms, begin)
    frequencies = _frequencies(stream.weights[stream.real][order].astype(np.int32), begin)
    single = small(np.where(low == high, low, SEVERAL), len(known.terms))
    starts = np.append(_runs(terms[begin]), len(begin))
    return Lists(np.arange(len(known.names)), starts, small(units[begin], stream.many), frequencies, single)


def _narrow(numbers: Numbers) -> Numbers:
    return numbers.astype(np.uint16 if numbers.max(initial=0) <= np.iinfo(np.uint16).max else np.uint32)


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
