"""The number key: one rule by which two printed numbers are the same number (design.md, Identity)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BLANK = re.compile(r"\s+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad]")
_LEADING = re.compile(r"^0+(?=\d)")
_LOOKALIKES = str.maketrans("ÐƯАВЕКМНОРСТХ", "ĐUABEKMHOPCTX")


_CAPS = r"[A-ZĐÐƯ\u0410-\u042f]"
_LONE_SMALL = r"[a-zđ](?=[A-ZĐƯ\d/.&–-]|\W|$)"
_SEGMENT = (
    rf"(?:\d{{1,5}}(?![\d%])|{_CAPS}(?:{_CAPS}|\d|{_LONE_SMALL}){{0,24}})"
    rf"(?:\.(?:{_CAPS}|\d){{1,16}}(?![a-zà-ỹ])|&\s?{_CAPS}{{1,16}}){{0,4}}"
)
_JOINT = (
    rf"(?:[-–—/]|\s?[-–—/]\s?(?={_CAPS}(?:{_CAPS}|[a-zđ]{_CAPS}|Tr\b)|\d{{4}}/)|\s[-–—/](?={_CAPS}{{1,9}}\b)"
    rf"|\s(?={_CAPS}{{2,3}}r?/{_CAPS}{{2}}))"
)
PRINTED_NUMBER = rf"\d{{1,8}}(?:\.\d{{1,4}})?[a-zđA-ZĐ]?(?:{_JOINT}{_SEGMENT}){{1,12}}"
"""A printed number with its signs, of the Party or the State, with stray blanks: "43 -KL/TW", "66.7/2025/NQ-CP",
"5485/CT-CS"; the source of a regular expression. It may hold figures only ("12/2020"): the caller decides."""


@lru_cache(maxsize=1 << 16)
def number_key(printed: str) -> str:
    """The key of a printed number: NFC, upper case, no blanks, Ð and Cyrillic look-alikes put right, Ư -> U, any dash
    or slash -> "-", no leading zeros. Đ is never D.

    >>> number_key("43 -KL/TƯ"), number_key("01814/QĐ-UBND")
    ('43-KL-TU', '1814-QĐ-UBND')
    """
    key = _BLANK.sub("", unicodedata.normalize("NFC", printed)).upper().translate(_LOOKALIKES)
    return _LEADING.sub("", _DASHES.sub("-", key).replace("/", "-"))
