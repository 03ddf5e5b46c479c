"""Slugs: the ASCII names of numbers and documents in addresses (design.md, Addresses)."""

from __future__ import annotations

import hashlib
import re

from vankien.writing.folding import fold
from vankien.writing.numbers import number_key

_FORBIDDEN = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)  # names that Windows reserves
_LONGEST = 80  # characters of a number's slug; so a path stays below the 180 that Windows can take
_SINGLE = re.compile(r"^(\d)(?!\d|\.)")
_OTHER = re.compile(r"[^a-z0-9]+")
_OTHER_BUT_DOT = re.compile(r"[^a-z0-9.]+")


def number_slug(printed: str) -> str:
    """The slug of a printed number: its key in lower case, `đ` -> `dd`, other runs -> `-`, `.` stays. Numbers under
    ten carry one zero, as the Party's rules write them, however many were printed: one key, one slug. A "number" longer
    than 80 characters is cut and ends in eight hexadecimal digits of its key's SHA-256.

    >>> number_slug("06-ĐA/TU"), number_slug("0125/KH-UBND"), number_slug("66.7/2025/NQ-CP")
    ('06-dda-tu', '125-kh-ubnd', '66.7-2025-nq-cp')
    """
    key = number_key(printed).lower().replace("đ", "dd")
    slug = _OTHER_BUT_DOT.sub("-", fold(key)).strip("-.")
    return safe_name(_capped(_SINGLE.sub(r"0\1", slug), key))


def _capped(slug: str, key: str) -> str:
    """`slug`, or its beginning with a tail that tells it from others with the same beginning."""
    if len(slug) <= _LONGEST:
        return slug
    tail = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{slug[: _LONGEST - len(tail) - 1].rstrip('-.')}-{tail}"


def safe_name(name: str) -> str:
    """`name`, or `name-x` where Windows reserves it."""
    return f"{name}-x" if name.split(".")[0] in _FORBIDDEN else name


def text_slug(text: str, limit: int = 60) -> str:
    """`text` as an ASCII slug (`đ` -> `d`) of whole words up to `limit` characters."""
    slug = ""
    for word in _OTHER.split(fold(text)):
        if word and len(slug) + len(word) + bool(slug) > limit:
            break
        slug += ("-" if slug and word else "") + word
    return slug
