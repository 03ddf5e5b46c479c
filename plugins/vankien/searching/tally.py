"""The words of a row of documents, counted: what an inversion is made of, in whole arrays that can be kept and joined.

All numbers follow sorted orders (words, accent forms, terms, pairs, units), so that joining two tallies keeps every
order, and the same documents give the same tally whichever way they came together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from vankien.searching.remembering import Memory

Numbers = npt.NDArray[Any]
Word = tuple[str, str, str]
"""A word: its folded term, its accent form, itself in small letters."""
SEVERAL = -1
"""Stands for the form of a syllable that a unit holds in several ways."""
_KEY = ""
_ARRAYS = ("units", "lengths", "spoken", "starts", "times")


@dataclass(frozen=True)
class Lists:
    """Sorted terms, each with its units in order. `keys` are the terms, term i has the places
    `starts[i]:starts[i + 1]` in the other arrays; `forms` (of syllables) is the accent form or `SEVERAL`."""

    keys: Numbers
    starts: Numbers
    units: Numbers
    frequencies: Numbers
    forms: Numbers | None = None


@dataclass(frozen=True)
class Tally:
    """Counted words. `documents` are the keys of the documents, `units[document]` how many units each has,
    `lengths[unit]` its syllables. Document d says the words `spoken[starts[d]:starts[d + 1]]` so many `times`.
    A syllable's key is its term's number, a pair's is first * number of terms + second."""

    documents: tuple[str, ...]
    words: tuple[Word, ...]
    units: Numbers
    lengths: Numbers
    spoken: Numbers
    starts: Numbers
    times: Numbers
    syllables: Lists
    pairs: Lists

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers of the words."""
        return numbering(self.words)


@dataclass(frozen=True)
class Numbering:
    """The orders of words, forms and terms: `forms[word]` and `terms[form]` are numbers, `names[term]` and
    `accents[form]` what they stand for."""

    names: tuple[str, ...]
    accents: tuple[str, ...]
    forms: Numbers
    terms: Numbers


def numbering(words: Iterable[Word]) -> Numbering:
    """The numbers of sorted words."""
    names: list[str] = []
    accents: list[str] = []
    forms: list[int] = []
    terms: list[int] = []
    last: tuple[str, str] | None = None
    for term, accent, _ in words:
        if (term, accent) != last:
            if last is None or term != last[0]:
                names.append(term)
            accents.append(accent)
            terms.append(len(names) - 1)
            last = (term, accent)
        forms.append(len(accents) - 1)
    return Numbering(tuple(names), tuple(accents), np.array(forms, np.int64), np.array(terms, np.int64))


def small(numbers: Numbers, below: int) -> Numbers:
    """Numbers from -1 to `below` in two bytes each where they fit."""
    return numbers.astype(np.int32 if below > np.iinfo(np.int16).max else np.int16, copy=False)


def flagged(flags: Numbers, starts: Numbers) -> Numbers:
    """How many members of each list are flagged; no list is empty."""
    counts: Numbers = np.add.reduceat(flags.view(np.int8), starts[:-1], dtype=np.int32)
    return counts


def keep_tally(tally: Tally, memory: Memory) -> None:
    """Keeps a tally for the next build."""
    arrays = {name: getattr(tally, name) for name in _ARRAYS}
    for name, lists in (("syllables", tally.syllables), ("pairs", tally.pairs)):
        arrays |= {f"{name}.{part}": array for part, array in vars(lists).items() if array is not None}
    for name, array in arrays.items():
        memory.keep(_KEY, name, array.tobytes())
    kinds = {name: array.dtype.str for name, array in arrays.items()}
    memory.keep(_KEY, "tally", json.dumps([tally.documents, tally.words, kinds], ensure_ascii=False).encode())


def kept_tally(memory: Memory) -> Tally | None:
    """The tally of the last build, None where it is not whole."""
    told = memory.kept(_KEY, "tally")
    if told is None:
        return None
    documents, words, kinds = json.loads(told)
    arrays: dict[str, Numbers] = {}
    for name, kind in kinds.items():
        data = memory.kept(_KEY, name)
        if data is None:
            return None
        arrays[name] = np.frombuffer(data, kind)
    lists = [Lists(**_below(arrays, name)) for name in ("syllables.", "pairs.")]
    own = {name: arrays[name] for name in _ARRAYS}
    return Tally(tuple(documents), tuple(map(tuple, words)), **own, syllables=lists[0], pairs=lists[1])


def _below(arrays: Mapping[str, Numbers], prefix: str) -> dict[str, Numbers]:
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
