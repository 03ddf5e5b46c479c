"""Folding that keeps every letter in its place, so that offsets found in the folded text hold in the printed one."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SPECIAL = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "\u00a0": " ", "–": "-", "—": "-", "−": "-", "‑": "-"}


def _table() -> dict[int, str]:
    """Each letter of the Latin blocks to its bare small letter, where that is one letter."""
    table = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(bare) == 1 and bare != chr(code):
            table[code] = bare
    return table | {ord(letter): bare for letter, bare in _SPECIAL.items()}


_TABLE = _table()


@lru_cache(maxsize=1024)  # the same line of a head or a foot is looked at many times
def aligned_fold(text: str) -> str:
    """NFC `text` in small letters without accents, đ -> d, dashes -> "-", one character for each of `text`.

    >>> aligned_fold("Số 03–NQ/ĐU")
    'so 03-nq/du'
    """
    return text.translate(_TABLE)
