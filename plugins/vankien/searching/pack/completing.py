"""What the search box offers while one types, and the lexicon against which mistyped words are held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from vankien.knowledge import load
from vankien.searching.analysis import WORD, folded_words, tokens
from vankien.searching.collection import Collection
from vankien.searching.inversion import Postings

_LONGEST = 70
_PHRASES, _HEADINGS, _TITLES, _NUMBERS = 900, 500, 400, 300
_LEXICON = 6000
_SHORTEST_PHRASE = 2
_TORN_PART, _TORN_OF = 4, 5


def lexicon(syllables: Postings) -> list[tuple[str, str]]:
    """(folded, as usually written) of the syllables that stand in more than one unit, the most frequent first."""
    many = np.diff(syllables.starts)
    order = sorted(np.flatnonzero(many > 1).tolist(), key=lambda term: (-int(many[term]), syllables.terms[term]))
    found = [(syllables.terms[term].decode(), syllables.written[term]) for term in order[:_LEXICON]]
    return [(folded, written) for folded, written in found if not folded[0].isdigit()]


def recurring(runs: Mapping[str, int]) -> dict[str, int]:
    """Of runs of words that recur, with how often, the most useful that can stand by themselves."""
    dull = frozenset(word.accent for word in tokens(" ".join(load("query")["dull"])))
    good = {text: times for text, times in runs.items() if _is_good(text, dull)}
    torn = set(_torn(good))
    best = sorted(good.keys() - torn, key=lambda text: (-good[text] * len(text.split()), text))
    return {text: good[text] for text in best[:_PHRASES]}


def _torn(runs: Mapping[str, int]) -> Iterator[str]:
    """The runs that hardly stand but in one that is a word longer ("tác dân vận")."""
    for text, times in runs.items():
        for part in (text.partition(" ")[2], text.rpartition(" ")[0]):
            if part in runs and times * _TORN_OF >= runs[part] * _TORN_PART:
                yield part


def completions(collection: Collection, phrases: Mapping[str, int]) -> list[list[Any]]:
    """Rows [text, kind, url or None], best first: phrases and headings that recur, titles, numbers."""
    rows: list[list[Any]] = [[text, "phrase", None] for text in _phrases(collection, phrases)]
    rows += [[d[2], "title", f"van-ban/{d[0]}.html"] for d in collection.documents[:_TITLES] if d[2]]
    numbers = sorted(collection.numbers, key=lambda entry: (not entry.own, -len(entry.citing), entry.key))
    rows += [[entry.printed, "number", f"so-hieu/{entry.slug}.html"] for entry in numbers[:_NUMBERS]]
    return rows


def _phrases(collection: Collection, phrases: Mapping[str, int]) -> list[str]:
    headings = Counter(text for portion in collection.portions for text in portion.headings if len(text) <= _LONGEST)
    chosen = [(times, text) for text, times in phrases.items()]
    chosen += [(times, text) for text, times in sorted(headings.items(), key=lambda e: (-e[1], e[0]))[:_HEADINGS]]
    seen: dict[str, str] = {}
    for _, text in sorted(chosen, key=lambda entry: (-entry[0], entry[1])):
        seen.setdefault(" ".join(folded_words(text)), text)
    return list(seen.values())


def _is_good(text: str, dull: frozenset[str]) -> bool:
    """Whether a run of words can stand by itself: words only, and none of `dull` (accent forms) at its ends."""
    words = text.split()
    if len(words) < _SHORTEST_PHRASE or any(not WORD.fullmatch(word) or word[0].isdigit() for word in words):
        return False
    said = tokens(text)
    return said[0].accent not in dull and said[-1].accent not in dull
