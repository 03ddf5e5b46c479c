"""A second look at the best units, in their own words: what begins with the words asked for is about them.

"Viên chức được ký hợp đồng nào?" is answered by the clause that begins "Viên chức được ký hợp đồng ...", and
"Quyền của bên cầm cố" by the article of that heading, whatever else holds these words more often. Only the texts that
are shown anyway are looked at, so the index holds nothing for it. `engine/75-openings.js` adds the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from vankien.searching.analysis import Token
from vankien.searching.passages import words_of

Runs = Sequence[Sequence[Token]]


def opening_weight(record: Sequence[Any], runs: Runs, weights: Mapping[str, int]) -> int:
    """What the openings of a unit's texts weigh: the heaviest of its clauses and its heading, the heading twice where
    the query holds all of it."""
    headed = bool(record[3])
    texts = [[word.folded for word in words_of(passage[3])] for passage in record[4]]
    asked = [[word.folded for word in run] for run in runs]
    openings = [_pairs_weight(text[: _opening(text, asked)], weights) for text in texts]
    whole = headed and _opening(texts[0], asked) == len(texts[0])
    heading = openings[0] * (2 if whole else 1) if headed else 0
    return heading + max(openings[int(headed) :], default=0)


def _opening(text: Sequence[str], runs: Sequence[Sequence[str]]) -> int:
    """How many of the first words of `text` stand in one of the runs, in a row."""
    longest = 0
    for run in runs:
        for start in range(len(run)):
            length = 0
            for said, asked in zip(text, run[start:], strict=False):
                if said != asked:
                    break
                length += 1
            longest = max(longest, length)
    return longest


def _pairs_weight(words: Sequence[str], weights: Mapping[str, int]) -> int:
    return sum(weights.get(f"{first} {second}", 0) for first, second in itertools.pairwise(words))
