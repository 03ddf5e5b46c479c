"""Fidelity: where every character of a source went, counted apart from the reading that placed it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from vankien.model import Dropped, Fidelity
from vankien.normalizing.paragraph import INVISIBLE

_UNSEEN = re.compile(rf"[{INVISIBLE}\x00-\x08\x0e-\x1b\x7f\u200e\u200f]+")


def account(counted: str, placed: Iterable[str], dropped: Iterable[Dropped], generated: Iterable[str] = ()) -> Fidelity:
    """Compare the source's text with what became of it; blanks and invisible characters apart.

    `placed` are the texts of the result, `dropped` what was left out with its reason, `generated` what the result
    prints and the source does not hold (Word's own list numbers). Words are compared, so that a lost paragraph is not
    made good by other letters; only what remains (words cut in two, or with markup stuck to them) is compared by
    characters.
    """
    dropped = tuple(drop for drop in dropped if drop.text.strip())
    source = _words(counted)
    result = _words(*placed, *(drop.text for drop in dropped))
    result.subtract(_words(*generated))
    missing, added = _characters(source - result), _characters(result - source)
    total = sum(len(word) * count for word, count in source.items())
    unplaced = (missing - added).total()
    left_out = sum(len(word) * count for word, count in _words(*(drop.text for drop in dropped)).items())
    return Fidelity(
        characters=total,
        placed=max(total - left_out - unplaced, 0),
        dropped=dropped,
        unplaced=unplaced,
        extra=(added - missing).total(),
    )


def _words(*texts: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update((_UNSEEN.sub("", text) if _UNSEEN.search(text) else text).split())
    return counts


def _characters(words: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for character in word:
            counts[character] += count
    return counts
