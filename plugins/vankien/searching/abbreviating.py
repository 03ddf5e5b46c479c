"""Abbreviations of the field in queries: "QCDC" is asked for with "quy chế dân chủ", and the other way.

`engine/48-abbreviating.js` does the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from vankien.knowledge import load
from vankien.searching.analysis import Token, folded_words

_SHORTEST_REVERSE = 3
"""Shorter runs of words are not said by their abbreviation too: "cán bộ" is not asked for with CB."""


def expansions(run: Sequence[Token], text: str) -> Iterator[list[Token]]:
    """What abbreviations in a run stand for, and the abbreviations of what stands in it."""
    forward, reverse = abbreviations()
    folded = [word.folded for word in run]
    for index, word in enumerate(run):
        typed = text[word.start : word.end]
        if word.folded in forward and (typed.isupper() or not set(word.folded) & set("aeiouy")):
            yield [Token(0, 0, part, part) for part in forward[word.folded]]
        for length in range(_SHORTEST_REVERSE, len(run) - index + 1):
            short = reverse.get(" ".join(folded[index : index + length]))
            if short:
                yield [Token(0, 0, short, short)]


@cache
def abbreviations() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """Folded abbreviation -> folded words, and the other way."""
    forward = {
        "".join(folded_words(short)): tuple(folded_words(words)) for short, words in load("abbreviations").items()
    }
    reverse: dict[str, str] = {}
    for short, words in forward.items():
        reverse.setdefault(" ".join(words), short)
    return forward, reverse
