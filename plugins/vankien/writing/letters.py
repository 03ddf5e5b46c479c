"""The letters of điểm and their order: a, b, c, d, đ, e, g, h, i, k ... There is no f, j, w, z in Vietnamese, but
they are printed now and then; letters with a breve, circumflex or horn are normally left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: place for place, letter in enumerate(_ORDER, 1)}
_USED = [_PLACE[letter] for letter in "abcdđeghiklmnopqrstuvxy"]


def letter_place(letter: str) -> int:
    """Where `letter` (either case) stands in the full Vietnamese alphabet with f, j, w, z, counted from 1; 0 for
    what is no letter of it."""
    return _PLACE.get(letter.lower(), 0)


def letter_steps(first: int, second: int) -> int:
    """How far the letter at place `second` lies after the one at `first`, counted in letters that lists use: 1 from
    d to đ, from e to g, also from e to f; 2 from d to e; 0 or less where it does not come after.

    >>> letter_steps(letter_place("d"), letter_place("đ")), letter_steps(letter_place("d"), letter_place("e"))
    (1, 2)
    """
    if second <= first:
        return second - first
    return bisect_left(_USED, second) - bisect_right(_USED, first) + 1
