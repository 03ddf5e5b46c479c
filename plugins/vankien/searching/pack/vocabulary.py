"""The words of a collection's texts and their codes: syllables, punctuation, marks of clauses, recurring phrases.

A word stands with the blank before it, so texts are words put one behind the other. Frequent words have short codes
(canonical Huffman, at most 15 bits); a word that is in no vocabulary is spelled with its letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np

from vankien.searching.pack.coding import LONGEST_CODE, Integers, huffman

OPEN, CLOSE, END, RAW, BETWEEN = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""Characters that no document may hold (Unicode: noncharacters). OPEN begins the mark of a clause, CLOSE ends a field,
END a text, behind RAW stands a letter without a code as 16 bits, BETWEEN parts words in a list."""
_WORD = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}[^{CLOSE}]*{CLOSE}| ?[^\\W\\d_]+| ?\\d+| ?[^\\w\\s{END}]|[\\s\\S]")
_LETTERS = tuple(map(chr, range(32, 127)))
_FEWEST = 3
_MOST_LETTERS, _MOST_WORDS, _MOST_PHRASES = 2000, 9000, 4000
_LONGEST_PHRASE = 6
_SAMPLE_OF_RUNS = 400_000
_UNKNOWN = 0


def words_in(text: str) -> list[str]:
    """The words that a text consists of; one behind the other they are the text."""
    return _WORD.findall(text)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in the order of their codes, and how many of them have a code of 1, 2, ... bits. `runs` counts runs of
    words in the texts that they were chosen from: what recurs may be offered as a completion."""

    words: tuple[str, ...]
    lengths: tuple[int, ...]
    runs: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """What the browser reads; it needs no OPEN."""
        return {"lengths": self.lengths, "words": BETWEEN.join(self.words).replace(OPEN, "")}


class Phrases:
    """Finds the longest phrases in arrays of words, each word known by a number >= 1."""

    def __init__(self, phrases: Iterable[Sequence[int]], symbols: Iterable[int], known: int) -> None:
        """`symbols` are the phrases' own numbers; `known` is above the number of every word."""
        self._known = known
        self._begins = np.zeros(known, bool)
        states: list[dict[tuple[int, int], int]] = [{} for _ in range(_LONGEST_PHRASE + 1)]
        ends: list[list[int]] = [[] for _ in range(_LONGEST_PHRASE + 1)]
        for phrase, symbol in zip(phrases, symbols, strict=True):
            self._begins[phrase[0]] = True
            state = phrase[0]
            for depth, word in enumerate(phrase[1:], 2):
                place = states[depth].setdefault((state, word), len(ends[depth]))
                if place == len(ends[depth]):
                    ends[depth].append(-1)
                state = place
            ends[len(phrase)][state] = symbol
        self._levels = [self._level(states[depth], ends[depth]) for depth in range(2, _LONGEST_PHRASE + 1)]

    def _level(self, states: Mapping[tuple[int, int], int], ends: Sequence[int]) -> tuple[Integers, Integers, Integers]:
        keys = np.array([before * self._known + word for before, word in states] or [-1], np.int64)
        order = np.argsort(keys)
        places = np.array([*states.values()] or [0], np.int64)
        return keys[order], places[order], np.array(ends or [-1], np.int64)

    def put_in(self, words: Integers) -> tuple[Integers, Integers]:
        """The words with phrases in the place of what they consist of, and where in `words` each begins."""
        symbols, sizes = words.copy(), np.ones(len(words), np.int64)
        alive = np.flatnonzero(self._begins[words])
        states = words[alive]
        for depth, (keys, places, ends) in enumerate(self._levels, 2):
            inside = alive + depth <= len(words)
            alive, states = alive[inside], states[inside]
            wanted = states * self._known + words[alive + depth - 1]
            found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            there = keys[found] == wanted
            alive, states = alive[there], places[found[there]]
            whole = np.flatnonzero(ends[states] >= 0) if len(states) else alive
            symbols[alive[whole]], sizes[alive[whole]] = ends[states[whole]], depth
        starts = _one_after_the_other(sizes)
        return symbols[starts], starts


def _one_after_the_other(sizes: Integers) -> Integers:
    """The places at which pieces begin when each piece found in what is left is taken, from the left."""
    longer = np.flatnonzero(sizes > 1)
    free, taken = np.ones(len(sizes), bool), []
    end = 0
    for start, size in zip(longer.tolist(), sizes[longer].tolist(), strict=True):
        if start >= end:
            taken.append(start)
            end = start + size
    chosen = np.array(taken, np.int64)
    for step in range(1, _LONGEST_PHRASE):
        free[chosen[sizes[chosen] > step] + step] = False
    return np.flatnonzero(free)


def choose_words(texts: Iterable[str]) -> Vocabulary:
    """The vocabulary for these texts and others like them; each ends with END."""
    words = [word for text in texts for word in words_in(text)]
    counts = Counter(words)
    usual = sorted((word for word, times in counts.items() if times >= _FEWEST), key=lambda w: (-counts[w], w))
    letters = dict.fromkeys([*_LETTERS, *_usual_letters(counts), RAW, END])
    table = {word: place for place, word in enumerate(dict.fromkeys([*letters, *usual[:_MOST_WORDS]]), 1)}
    numbers = np.fromiter(map(table.get, words, repeat(_UNKNOWN)), np.int64, len(words))
    first = numbers[:_SAMPLE_OF_RUNS]
    runs = _runs(first, table[END], len(table) + 1)
    ranked = sorted(runs, key=lambda run: (-runs[run] * (len(run) - 1), run))
    phrases = _in_use(ranked[: 2 * _MOST_PHRASES], first, len(table) + 1)
    names = ["", *table]
    symbols, _ = Phrases(phrases, range(len(names), len(names) + len(phrases)), len(names)).put_in(numbers)
    times = np.bincount(symbols, minlength=len(names) + len(phrases)) + 1
    spelled = Counter(letter for word, many in counts.items() if word not in table for letter in word * min(many, 2))
    for letter, many in spelled.items():
        times[table.get(letter, table[RAW])] += many
    shown = [*names[1:], *("".join(names[word] for word in phrase) for phrase in phrases)]
    lengths = huffman(times[1:]).lengths.tolist()
    order = sorted(range(len(shown)), key=lambda place: (lengths[place], shown[place]))
    many_of = Counter(lengths)
    recurring = {"".join(names[word] for word in run).strip(): runs[run] for run in ranked}
    return Vocabulary(
        tuple(shown[place] for place in order), tuple(many_of[bits] for bits in range(1, LONGEST_CODE + 1)), recurring
    )


def _usual_letters(words: Mapping[str, int]) -> list[str]:
    """The letters that get a code: there are more letters in the world than codes."""
    counts: Counter[str] = Counter()
    for word, many in words.items():
        for letter in word:
            counts[letter] += many
    return sorted(sorted(counts, key=lambda letter: (-counts[letter], letter))[:_MOST_LETTERS])


def _runs(numbers: Integers, end: int, known: int) -> dict[tuple[int, ...], int]:
    """How often each run of two words or more occurs, where it is often enough. None reaches over an END."""
    found: dict[tuple[int, ...], int] = {}
    keys, alive = numbers, (numbers != _UNKNOWN) & (numbers != end)
    for length in range(2, min(_LONGEST_PHRASE, len(numbers)) + 1):
        last = numbers[length - 1 :]
        alive = alive[: len(last)] & (last != _UNKNOWN) & (last != end)
        keys = np.unique(keys[: len(last)], return_inverse=True)[1] * known + last
        places = np.flatnonzero(alive)
        _, first, times = np.unique(keys[places], return_index=True, return_counts=True)
        often = np.flatnonzero(times > _FEWEST)
        for start, many in zip(places[first[often]].tolist(), times[often].tolist(), strict=True):
            found[tuple(numbers[start : start + length].tolist())] = many
    return found


def _in_use(phrases: Sequence[tuple[int, ...]], numbers: Integers, known: int) -> list[tuple[int, ...]]:
    """Of these phrases those that are used most when the longest are taken first."""
    symbols, _ = Phrases(phrases, range(known, known + len(phrases)), known).put_in(numbers)
    times = np.bincount(symbols, minlength=known + len(phrases))[known:].tolist()
    used = [(-many * (len(phrase) - 1), phrase) for phrase, many in zip(phrases, times, strict=True) if many > _FEWEST]
    return [phrase for _, phrase in sorted(used)[:_MOST_PHRASES]]
