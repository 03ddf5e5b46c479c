"""The number key: one rule by which two printed numbers are the same number (design.md, Identity)."""

from __future__ import annotations

import re
import unicodedata

_BLANK = re.compile(r"\s+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad]")
_LEADING = re.compile(r"^0+(?=\d)")
_LOOKALIKES = str.maketrans("ÐƯАВЕКМНОРСТХ", "ĐUABEKMHOPCTX")


def number_key(printed: str) -> str:
    """The key of a printed number: NFC, upper case, no blanks, Ð and Cyrillic look-alikes put right, Ư -> U, any dash
    or slash -> "-", no leading zeros. Đ is never D.

    >>> number_key("43 -KL/TƯ"), number_key("01814/QĐ-UBND")
    ('43-KL-TU', '1814-QĐ-UBND')
    """
    key = _BLANK.sub("", unicodedata.normalize("NFC", printed)).upper().translate(_LOOKALIKES)
    return _LEADING.sub("", _DASHES.sub("-", key).replace("/", "-"))
