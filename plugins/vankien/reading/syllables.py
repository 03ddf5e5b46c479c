"""How a Vietnamese syllable is written."""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(
    r"(?:ngh?|nh|g[hi]?|kh|ph|qu|th|tr|ch?|[bdđhklmnprstvx])?"
    r"[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))


def is_syllable(word: str) -> bool:
    """Whether `word` is written as a Vietnamese syllable is: at most one tone, letters in their order."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare = apart.translate(_TONES)
    if len(apart) - len(bare) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
