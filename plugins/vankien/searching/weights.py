"""All numbers of the ranking. Integers, computed once: whoever ranks (Whoosh's side, the browser's side) only adds
them.

The score of a unit is BM25 over folded syllables and adjacent pairs, with the heading counted `HEADING` times, in
integers: `term weight[bucket of the document frequency] * impact[frequency][length class]`, summed. Measured on
questions about laws: pairs with syllables rank as well as anything with runs of three, which would double the index.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from whoosh.util.numeric import byte_to_length, length_to_byte

K1 = 0.6
B = 0.35
HEADING = 4
"""A word of the heading counts as often as this many in the text."""
FREQUENCY_LIMIT = 10
"""Higher frequencies count as this one."""
LENGTH_CLASSES = 16
_LENGTH_STEP = 1.4
_MIDDLE = 9
_LENGTH_BASE = 10
"""Added to a unit's length: a heading by itself is no better than a paragraph."""
IMPACT_SCALE = 255
_IDF_POWER = 1.0
_TERM_SCALE = 16
SYLLABLE, PAIR = 0.6, 1.0
BUCKETS = 128

FREQUENT_SHARE = 4
"""A syllable in more than one of this many units is left out where the query has rarer words."""
NAME_PART, NAME_OF = 3, 16
"""A document's name adds NAME_PART / NAME_OF of its score to each of its units."""
NAMED_PART, NAMED_OF = 1, 8
"""A word that only names a document ("theo Luật Cư trú") keeps this share of its weight inside it."""
NAMED_BONUS = 12_000
"""Added to the units of a document that the query names in full."""
MARK_BONUS, NAMED_MARK = 50_000, 1 << 25
"""Added for each "Điều 5" of the query that a unit bears; the other where the query names its document in full."""
OWN_NUMBER, CITED_NUMBER = 1 << 28, 1 << 24
"""Added to a document that bears the number asked for, and to a unit that cites it."""
NUMBER_STEP = 1 << 22
"""Of several numbers asked for, each comes before the next by this much."""
MARK_FIT = 10_000
"""A clause that bears the marks asked for adds this many for each point of its fit (64 a mark, less 1 a level)."""
WHOSE = 1 << 23
"""The score of the head of each document of the person, body or place whose documents are asked for: newest first."""
ACCENT_PART, ACCENT_OF = 1, 2
"""A syllable with other accents than those typed counts for this share, where no pair tells more."""

LOOKED_AT, OPENING = 10, 80
"""The first LOOKED_AT units are looked at again; each unit of weight with which their texts open adds OPENING."""

ENOUGH_PART, ENOUGH_OF = 3, 10
"""A unit that holds less than this of what was asked for is only the nearest there is; words and pairs that nothing
holds count as the rarest. Of questions that an archive answers one in forty falls below, of others two in three."""

SHORT_TERMS, SHORT_SHARE, LONG_SHARE = 8, 2, 6
"""A unit answers when the weight of the terms it holds is at least one in SHORT_SHARE of the best unit's, one in
LONG_SHARE for queries of more than SHORT_TERMS terms."""


def bucket(frequency: int) -> int:
    """The class of a document frequency >= 1: four to each power of two.

    >>> bucket(1), bucket(2), bucket(3), bucket(4), bucket(5)
    (0, 4, 6, 8, 9)
    """
    power = frequency.bit_length() - 1
    return 4 * power + ((frequency << 2 >> power) & 3)


def length_classes(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """The class of each unit's length in syllables, logarithmic around the average.

    Lengths are rounded as Whoosh keeps them, in one byte.
    """
    rounded = {length: byte_to_length(length_to_byte(length)) for length in np.unique(lengths).tolist()}
    kept = np.array([rounded[length] for length in lengths.tolist()], np.float64)
    ratio = (kept + _LENGTH_BASE) / (kept.mean() + _LENGTH_BASE if len(kept) else 1.0)
    classes = np.rint(np.log(ratio) / math.log(_LENGTH_STEP)).astype(np.int64) + _MIDDLE
    return np.clip(classes, 0, LENGTH_CLASSES - 1).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Tables:
    """The integers both sides add: `syllables` and `pairs` by bucket, `impacts[frequency][length class]`."""

    syllables: tuple[int, ...]
    pairs: tuple[int, ...]
    impacts: tuple[tuple[int, ...], ...]


def tables(units: int) -> Tables:
    """The tables of a collection of so many units."""

    def weigh(share: float) -> tuple[int, ...]:
        return tuple(_term_weight(units, index, share) for index in range(BUCKETS))

    return Tables(weigh(SYLLABLE), weigh(PAIR), tuple(_impacts(f) for f in range(FREQUENCY_LIMIT + 1)))


def _term_weight(units: int, index: int, share: float) -> int:
    power, quarter = divmod(index, 4)
    frequency = min(float(units), (4 + quarter) / 4 * 2.0**power)
    idf = math.log(1 + (units - frequency + 0.5) / (frequency + 0.5))
    return max(1, round(share * float(idf**_IDF_POWER) * _TERM_SCALE))


def _impacts(frequency: int) -> tuple[int, ...]:
    lengths = [_LENGTH_STEP ** (index - _MIDDLE) for index in range(LENGTH_CLASSES)]
    return tuple(round(IMPACT_SCALE * frequency / (frequency + K1 * (1 - B + B * length))) for length in lengths)


def parameters() -> dict[str, object]:
    """What the browser's side adds and multiplies besides the tables."""
    return {
        "heading": HEADING, "name": [NAME_PART, NAME_OF], "named": [NAMED_PART, NAMED_OF], "bonus": NAMED_BONUS,
        "mark": [MARK_BONUS, NAMED_MARK], "fit": MARK_FIT, "own": OWN_NUMBER, "cited": CITED_NUMBER,
        "step": NUMBER_STEP, "whose": WHOSE, "accent": [ACCENT_PART, ACCENT_OF], "look": [LOOKED_AT, OPENING],
        "enough": [ENOUGH_PART, ENOUGH_OF], "short": [SHORT_TERMS, SHORT_SHARE, LONG_SHARE],
    }  # fmt: skip
