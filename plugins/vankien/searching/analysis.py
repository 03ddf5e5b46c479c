"""How a text becomes words: the one analysis for index, queries and snippets.

A word is a run of Latin letters and digits. Its folded form (lower case, no accents, đ -> d) is what is indexed and
asked for; its accent form (the same letters with their quality, and the tone by itself) tells đường from dương, and
hoà is hòa. `engine/1-analysis.js` says the same in JavaScript; `tests/searching/test_parity.py` holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_QUALITIES = frozenset("\u0302\u0306\u031b")
_RANGES = ((0x30, 0x3A), (0x41, 0x5B), (0x61, 0x7B), (0xC0, 0x250), (0x1E00, 0x1F00))
_FINAL_Y = re.compile(r"^(h|k|l|m|s|t|v|qu)y$")


def _letters() -> dict[int, tuple[str, str, str]]:
    """Code point -> (folded letter, letter with its quality, tone) for every letter that can stand in a word."""
    table = {}
    for start, end in _RANGES:
        for code in range(start, end):
            low = chr(code).lower()
            if len(low) != 1:
                continue
            base, *marks = list(unicodedata.normalize("NFD", low))
            folded = "d" if base in "đð" else base
            if not ("a" <= folded <= "z" or "0" <= folded <= "9"):
                continue
            quality = "đ" if base in "đð" else base + "".join(m for m in marks if m in _QUALITIES)
            tone = next((_TONES[m] for m in marks if m in _TONES), "")
            table[code] = (folded, unicodedata.normalize("NFC", quality), tone)
    return table


LETTERS = _letters()
_CLASS = "".join(chr(code) for code in sorted(LETTERS))
WORD = re.compile(f"[{_CLASS}]+")
"""A word in an NFC text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: `text[start:end]`, its folded form and its accent form."""

    start: int
    end: int
    folded: str
    accent: str


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """The folded form and the accent form of one word. i and y are one after h, k, l, m, s, t, v and qu (kỹ, kĩ).

    >>> forms("Hòa") == forms("hoà"), forms("Kỹ") == forms("kĩ"), forms("đường")
    (True, True, ('duong', 'đương1'))
    """
    letters = [LETTERS[ord(c)] for c in word]
    folded = "".join(letter[0] for letter in letters)
    quality = "".join(letter[1] for letter in letters)
    if _FINAL_Y.match(folded):
        folded, quality = folded[:-1] + "i", quality[:-1] + "i"
    return folded, quality + "".join(letter[2] for letter in letters)


def tokens(text: str) -> list[Token]:
    """The words of an NFC text with their places."""
    return [Token(m.start(), m.end(), *forms(m.group())) for m in WORD.finditer(text)]


def folded_words(text: str) -> list[str]:
    """The folded forms of the words of `text`."""
    return [forms(word)[0] for word in WORD.findall(text)]


def is_accented(token: Token) -> bool:
    """Whether a reader typed an accent in this word."""
    return token.accent != token.folded
