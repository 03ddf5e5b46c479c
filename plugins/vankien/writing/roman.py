"""Roman numbers of parts, chapters, sections and terms."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LETTERS = (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def to_roman(number: int) -> str:
    """A number from 1 to 399 in capital roman letters."""
    out = ""
    for letters, value in _LETTERS:
        count, number = divmod(number, value)
        out += letters * count
    return out


def roman_value(letters: str) -> int | None:
    """The value of a well-formed roman number (either case, up to CCCXCIX), or None where it is none.

    >>> roman_value("XIV"), roman_value("ii"), roman_value("IIII"), roman_value("")
    (14, 2, None, None)
    """
    if not letters or not _ROMAN.fullmatch(letters):
        return None
    values = [_VALUE[c] for c in letters.upper()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
