"""What of a query is asked for, and what only makes a question of it ("... , đúng hay sai?", "... nào sau đây").

`engine/45-framing.js` tells the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from vankien.knowledge import load
from vankien.searching.analysis import Token, folded_words


def asked_terms(runs: Iterable[Sequence[Token]]) -> tuple[set[str], set[str]]:
    """The folded words and pairs of words ("dan van") that are asked for, and those that only frame the question."""
    words = [[word.folded for word in run] for run in runs]
    asked = _terms(part for run in words for part in _parts(run))
    return asked, _terms(words) - asked


def _parts(words: Sequence[str]) -> Iterator[list[str]]:
    """The words in pieces, without the frames between them."""
    part: list[str] = []
    index = 0
    while index < len(words):
        length = _frame_at(words, index)
        if length:
            yield part
            part = []
        else:
            part.append(words[index])
        index += length or 1
    yield part


def _terms(runs: Iterable[Sequence[str]]) -> set[str]:
    found: set[str] = set()
    for run in runs:
        found.update(run, map(" ".join, itertools.pairwise(run)))
    return found


def _frame_at(words: Sequence[str], index: int) -> int:
    """How many words from `index` on are a frame, the longest there is."""
    frames = _frames().get(words[index], ())
    return next((len(frame) for frame in frames if words[index : index + len(frame)] == frame), 0)


@cache
def _frames() -> dict[str, list[list[str]]]:
    """The frames by their first word, longest first."""
    words = load("query")
    found: dict[str, list[list[str]]] = {}
    for frame in sorted(map(folded_words, [*words["frame"], *words["question"]]), key=len, reverse=True):
        found.setdefault(frame[0], []).append(frame)
    return found
