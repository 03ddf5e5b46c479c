"""Laws that are called by their names alone: "khoản 2 Điều 5 của Luật Đất đai".

Beside marks such a name says in which document the clause stands; another law that only mentions it is not the one.
`engine/46-laws.js` reads the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from vankien.searching.analysis import Token
from vankien.searching.numbers import types_named

_JOINING = frozenset(["cua", "theo", "trong", "tai"])
_LONGEST_TYPE = 3
_NO_ABBREVIATION = frozenset([""])


def law_names(runs: Iterable[Sequence[Token]]) -> list[str]:
    """The pairs of words ("luat dat", "dat dai") of the runs that begin with a type that has no abbreviation; without
    years and other figures. None where no law is called by its name."""
    return [pair for run in runs for pair in _name_pairs([word.folded for word in run])]


def _name_pairs(words: Sequence[str]) -> list[str]:
    start = 1 if words and words[0] in _JOINING else 0
    for length in range(_LONGEST_TYPE, 0, -1):
        if types_named(" ".join(words[start : start + length])) == _NO_ABBREVIATION:
            name = [word for word in words[start + length - 1 :] if not word[0].isdigit()]
            return [f"{first} {second}" for first, second in itertools.pairwise(name)]
    return []
