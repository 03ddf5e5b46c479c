"""Spelling variants of one Vietnamese word: where the tone stands (hòa, hoà), i for y after a consonant (kĩ, kỹ)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHORT_Y = re.compile(r"^([hklmst])y$")


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """A key that is the same for the spellings of one word and differs for different words: small letters, the tone at
    the end, "y" alone after a consonant as "i".

    >>> spelling_key("Hoà") == spelling_key("hòa"), spelling_key("gia") == spelling_key("giá")
    (True, False)
    """
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in letters if c not in _TONES)
    tone = "".join(c for c in letters if c in _TONES)
    return _SHORT_Y.sub(r"\1i", plain) + tone
