"""Which clause of a unit answers, and the words of it that are shown.

The deepest clause is taken that still holds most of what the unit holds of the query; a unit whose heading says it
all is shown as a whole. The passage is the stretch of `SNIPPET` characters with the most different words asked for.
`engine/7-passages.js` does the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.searching.analysis import Token, tokens
from vankien.searching.marks import answers

SNIPPET = 240
_LEAD = 60
_WHOLE = 290
_MOST_PART, _MOST_OF = 2, 3
_HEADING_PART, _HEADING_OF = 17, 20

_BEYOND = re.compile("[\U00010000-\U0010ffff]")

Mark = tuple[int, int]
"""[start, end) in UTF-16 units, as a browser counts them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: the weight of each term used, the accent forms typed for each word ("" where any will do), the
    marks named."""

    weights: Mapping[str, int]
    accents: Mapping[str, frozenset[str]]
    marks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a unit: which passage, a snippet of it, and the marked stretches of the snippet."""

    passage: int
    snippet: str
    marks: tuple[Mark, ...]


def show(depths: Sequence[int], ids: Sequence[str], texts: Sequence[str], headed: bool, wanted: Wanted) -> Shown:
    """The best passage of a unit whose passages have these depths, ids and texts; `headed`: the first is a heading."""
    held = [_terms_in(text, wanted.weights) for text in texts]
    chosen, whole = _choose(depths, ids, held, headed, wanted)
    end = _end(depths, chosen) if not whole else len(texts)
    first = chosen + 1 if headed and chosen == 0 and end > 1 else chosen
    text = " ".join(part for part in texts[first:end] if part)
    snippet, marks = cut(text, wanted)
    return Shown(chosen, snippet, marks)


def _choose(
    depths: Sequence[int], ids: Sequence[str], held: Sequence[frozenset[str]], headed: bool, wanted: Wanted
) -> tuple[int, bool]:
    """The passage, and whether it stands for all passages of the unit."""
    if wanted.marks:
        scores = [answers(clause, wanted.marks) for clause in ids]
        if max(scores) > 0:
            return scores.index(max(scores)), False
    weights = wanted.weights
    everything = _weight(held, 0, len(held), weights)
    if headed and _weight(held, 0, 1, weights) * _HEADING_OF >= everything * _HEADING_PART:
        return 0, True
    body = _weight(held, int(headed), len(held), weights)
    start, end, level = int(headed), len(held), depths[0] + int(headed)
    chosen = -1
    while True:
        children = [i for i in range(start, end) if depths[i] == level]
        sums = [_weight(held, i, _end(depths, i), weights) for i in children]
        if not sums or max(sums) * _MOST_OF < body * _MOST_PART or not max(sums):
            return max(chosen, 0), chosen < 0
        chosen = children[sums.index(max(sums))]
        start, end, level = chosen + 1, _end(depths, chosen), depths[chosen] + 1


def _end(depths: Sequence[int], index: int) -> int:
    """The end of what lies below a passage."""
    end = index + 1
    while end < len(depths) and depths[end] > depths[index]:
        end += 1
    return end


def _weight(held: Sequence[frozenset[str]], start: int, end: int, weights: Mapping[str, int]) -> int:
    found: set[str] = set()
    for terms in held[start:end]:
        found |= terms
    return sum(weights[term] for term in found)


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[Token, ...]:
    """The words of a text, remembered: a hit's texts are read several times."""
    return tuple(tokens(text))


def _terms_in(text: str, weights: Mapping[str, int]) -> frozenset[str]:
    found = set()
    before = ""
    for word in words_of(text):
        if word.folded in weights:
            found.add(word.folded)
        if before and (pair := f"{before} {word.folded}") in weights:
            found.add(pair)
        before = word.folded
    return frozenset(found)


def cut(text: str, wanted: Wanted) -> tuple[str, tuple[Mark, ...]]:
    """The best stretch of a text, with "… " and " …" where it was cut, and the marked stretches in it."""
    text = _as_units(text)
    words = words_of(text)
    if len(text) <= _WHOLE:
        return _as_letters(text), _marked(text, words, wanted, 0, len(text), 0)
    begin, end = _window(text, words, wanted.weights)
    prefix, suffix = "… " if begin else "", " …" if end < len(text) else ""
    shown = _as_letters(prefix + text[begin:end] + suffix)
    return shown, _marked(text, words, wanted, begin, end, len(prefix) - begin)


def mark(text: str, wanted: Wanted) -> tuple[Mark, ...]:
    """The marked stretches of a whole text (a title, a heading)."""
    text = _as_units(text)
    return _marked(text, words_of(text), wanted, 0, len(text), 0)


def _as_units(text: str) -> str:
    """The text with its UTF-16 units as letters: those of rare scripts and small pictures become two."""
    return _BEYOND.sub(lambda match: "".join(map(chr, memoryview(match[0].encode("utf-16-le")).cast("H"))), text)


def _as_letters(text: str) -> str:
    """The other way."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _window(text: str, words: Sequence[Token], weights: Mapping[str, int]) -> tuple[int, int]:
    """The stretch with the most different terms. A pair that a dotted line parts is longer than any stretch."""
    found = []
    for index, word in enumerate(words):
        if word.folded in weights:
            found.append((word.start, word.end, word.folded))
        if index and (pair := f"{words[index - 1].folded} {word.folded}") in weights:
            found.append((words[index - 1].start, word.end, pair))
    found = [term for term in found if term[1] - term[0] <= SNIPPET - _LEAD]
    counts: dict[str, int] = {}
    best = total = left = 0
    first, last = 0, 0
    for _, end, term in found:
        counts[term] = counts.get(term, 0) + 1
        total += weights[term] if counts[term] == 1 else 0
        while end - found[left][0] > SNIPPET - _LEAD:
            gone = found[left][2]
            counts[gone] -= 1
            total -= weights[gone] if not counts[gone] else 0
            left += 1
        if total > best:
            best, first, last = total, found[left][0], end
    begin = first - min(_LEAD, max(0, (SNIPPET - (last - first)) // 2))
    if begin <= _LEAD // 2:
        begin = 0
    else:
        blank = text.find(" ", begin)
        begin = blank + 1 if 0 <= blank < first else first
    end = begin + SNIPPET
    if end >= len(text):
        return begin, len(text)
    blank = text.rfind(" ", begin, end + 1)
    return begin, blank if blank > max(last, begin) else max(end, last)


def _marked(
    text: str, words: Sequence[Token], wanted: Wanted, begin: int, end: int, shift: int
) -> tuple[Mark, ...]:  # fmt: skip
    weights, accents = wanted.weights, wanted.accents
    marks: list[Mark] = []
    for index, word in enumerate(words):
        if word.start < begin or word.end > end:
            continue
        typed = accents.get(word.folded)
        if typed is None or ("" not in typed and word.accent not in typed):
            continue
        before = index > 0 and f"{words[index - 1].folded} {word.folded}" in weights
        after = index + 1 < len(words) and f"{word.folded} {words[index + 1].folded}" in weights
        if word.folded in weights or before or after:
            start, stop = word.start + shift, word.end + shift
            if marks and text[marks[-1][1] - shift : word.start] == " ":
                marks[-1] = (marks[-1][0], stop)
            else:
                marks.append((start, stop))
    return tuple(marks)
