"""Fidelity: where every character of a source went, counted apart from the reading that placed it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from vankien.model import Dropped, Fidelity
from vankien.normalizing.paragraph import INVISIBLE

_RUN = re.compile(r"\w+|[^\w\s]")
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
    left_out = _words(*(drop.text for drop in dropped))
    lost, surplus = _differing(*_unequal_lines(counted, "\n".join(placed)), left_out, _words(*generated))
    missing, added = _characters(lost), _characters(_parts_of(surplus, lost))
    total = _length(counted)
    unplaced = (missing - added).total()
    return Fidelity(
        characters=total,
        placed=max(total - sum(map(len, left_out)) - unplaced, 0),
        dropped=dropped,
        unplaced=unplaced,
        extra=(_characters(surplus) - missing).total(),
    )


def _unequal_lines(source: str, result: str) -> tuple[str, str]:
    """Both texts without the lines that they share, each as often as both have it: their words need no counting."""
    if source.count("\n") > result.count("\n"):  # wrapped lines were joined: hardly one is as it was
        return source, result
    lost, surplus = _beyond_each_other(source.split("\n"), result.split("\n"))
    return _repeated(lost), _repeated(surplus)


def _differing(
    source: str, result: str, left_out: Sequence[str], generated: Sequence[str]
) -> tuple[Counter[str], Counter[str]]:
    """What the source has more of, and what the result: words, or their parts where markup sticks to them."""
    lost, surplus = _beyond_each_other([*_words(source), *generated], [*_words(result), *left_out])
    runs_lost, runs_surplus = _runs(lost), _runs(surplus)
    return runs_lost - runs_surplus, runs_surplus - runs_lost


def _beyond_each_other(first: list[str], second: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    """What each of two lists holds more often than the other, and how much more often."""
    if first == second:
        return {}, {}
    a, b = Counter(first), Counter(second)
    differing = {item for item, _ in a.items() ^ b.items()}
    return (
        {item: a[item] - b[item] for item in differing if a[item] > b[item]},
        {item: b[item] - a[item] for item in differing if b[item] > a[item]},
    )


def _runs(words: Mapping[str, int]) -> Counter[str]:
    """The runs of letters and figures in the words, and their other characters: markup comes off."""
    return Counter(_RUN.findall(_repeated(words)))


def _repeated(counts: Mapping[str, int]) -> str:
    """Each text as often as it counts, parted by line ends."""
    return "".join(f"{text}\n" * count for text, count in counts.items())


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


def _length(text: str) -> int:
    """The characters of `text` that are seen."""
    if text.replace("\n", "").isprintable():  # the blank is the only one of all blanks that counts as printable
        return len(text) - text.count("\n") - text.count(" ")
    return sum(map(len, _words(text)))


def _characters(words: Counter[str]) -> Counter[str]:
    return Counter("".join(word * count for word, count in words.items()))
