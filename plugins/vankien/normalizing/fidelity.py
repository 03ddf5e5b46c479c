"""Fidelity: where every character of a source went, counted apart from the reading that placed it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from vankien.model import Dropped, Fidelity
from vankien.normalizing.paragraph import INVISIBLE

_RUN = re.compile(r"\w+|\W")
_UNSEEN = INVISIBLE + "".join(map(chr, (*range(9), *range(14, 28), 127, 0x200E, 0x200F)))
_TAKEN_OUT = re.compile(f"[{re.escape(_UNSEEN)}]+")


def account(counted: str, placed: Iterable[str], dropped: Iterable[Dropped], generated: Iterable[str] = ()) -> Fidelity:
    """Compare the source's text with what became of it; blanks and invisible characters apart.

    `placed` are the texts of the result, `dropped` what was left out with its reason, `generated` what the result
    prints and the source does not hold (Word's own list numbers). Words are compared, so that a lost paragraph is not
    made good by other letters; only what remains (words cut in two, or with markup stuck to them) is compared by
    characters.
    """
    dropped = tuple(drop for drop in dropped if drop.text.strip())
    source_words = _words(counted)
    source = Counter(source_words)
    left_out = _words(*(drop.text for drop in dropped))
    result = Counter([*_words(*placed), *left_out])
    result.subtract(_words(*generated))
    lost: Counter[str] = Counter()
    surplus: Counter[str] = Counter()
    differing = {word for word, _ in source.items() ^ result.items()}
    if differing:
        lost = _runs({word: source[word] - result[word] for word in differing if source[word] > result[word]})
        surplus = _runs({word: result[word] - source[word] for word in differing if result[word] > source[word]})
        lost, surplus = lost - surplus, surplus - lost
    missing, added = _characters(lost), _characters(_parts_of(surplus, lost))
    total = sum(map(len, source_words))
    unplaced = (missing - added).total()
    return Fidelity(
        characters=total,
        placed=max(total - sum(map(len, left_out)) - unplaced, 0),
        dropped=dropped,
        unplaced=unplaced,
        extra=(_characters(surplus) - missing).total(),
    )


def _runs(words: Mapping[str, int]) -> Counter[str]:
    """The runs of letters and figures in the words, and their other characters: markup comes off."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for run in _RUN.findall(word):
            counts[run] += count
    return counts


def _parts_of(surplus: Counter[str], lost: Counter[str]) -> Counter[str]:
    """The surplus words that are pieces of a lost one, or hold a lost one: only they can make good for it."""
    lost_words, surplus_words = "\0".join(lost), "\0".join(surplus)
    glued = [word for word in lost if word in surplus_words]
    return Counter(
        {word: n for word, n in surplus.items() if word in lost_words or any(piece in word for piece in glued)}
    )


def _words(*texts: str) -> list[str]:
    text = "\n".join(texts)
    if not text.replace("\n", "").isprintable():
        text = _TAKEN_OUT.sub("", text)
    return text.split()


def _characters(words: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for character in word:
            counts[character] += count
    return counts
