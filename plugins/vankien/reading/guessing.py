"""Which encoding a text was written in, by asking under which reading its words are Vietnamese syllables.

Good Unicode is never converted: not when the text holds letters that only Unicode has (U+1EA0 to U+1EF9, such as ạ or
ộ) in more than one letter of 500, and not unless the share of well-formed syllables among the words with an accent
rises from at most `BEFORE` to at least `AFTER`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from vankien.reading.legacy import Legacy, from_bytes, to_unicode
from vankien.reading.syllables import is_syllable
from vankien.reading.toned_capitals import with_toned_capitals

BEFORE = 0.7
AFTER = 0.8
_ENOUGH = 3
_SAMPLE = 400
_BEGINNING = 2000
_ONLY_UNICODE = re.compile("[\u1ea0-\u1ef9]")
_ACCENTED = re.compile(r"[^\s\x21-\x40\x5b-\x60\x7b-\x7e“”‘’–—…«»]{1,40}")
_BYTE_ENCODINGS = ("cp1258", "tcvn3", "tcvn3_full", "viscii", "vni")
_TEXT_ENCODINGS: tuple[Legacy, ...] = ("tcvn3", "vni")
_NAMES = {"tcvn3_full": "tcvn3", "cp1258": "windows-1258"}


def syllables(text: str) -> tuple[int, int]:
    """How many of the first words of `text` that hold an accent are Vietnamese syllables, and of how many."""
    words = list(islice(_accented(text), _SAMPLE))
    return sum(map(is_syllable, words)), len(words)


def guess_bytes(data: bytes) -> tuple[str, str] | None:
    """`data`, which is not UTF-8, as text with the name of the encoding; None where no encoding makes sense."""
    best: tuple[float, str, str] | None = None
    for encoding in _BYTE_ENCODINGS:
        text = from_bytes(data, encoding)
        good, words = syllables(text)
        share = good / words if words >= _ENOUGH else 0.0
        if share >= AFTER and (best is None or share > best[0]):
            best = (share, text, _NAMES.get(encoding, encoding))
    return None if best is None else _best(*best[1:])


def rescued(text: str) -> tuple[str, str] | None:
    """`text` converted, and from which encoding, where it is TCVN3 or VNI that some program took for Latin letters."""
    if text.isascii() or _is_unicode(text):
        return None
    good, words = syllables(text)
    if words < _ENOUGH or good > BEFORE * words:
        return None
    best: tuple[float, str, str] | None = None
    for encoding in _TEXT_ENCODINGS:
        converted = to_unicode(text, encoding)
        good, words = syllables(converted)
        share = good / words if words >= _ENOUGH else 0.0
        if share >= AFTER and (best is None or share > best[0]):
            best = (share, converted, encoding)
    return None if best is None else _best(*best[1:])


def _best(text: str, encoding: str) -> tuple[str, str]:
    return (with_toned_capitals(text) if encoding == "tcvn3" else text), encoding


def _is_unicode(text: str) -> bool:
    """Whether letters that only Unicode has are more than a stray few."""
    if len(_ONLY_UNICODE.findall(text, 0, _BEGINNING)) * 500 > _BEGINNING:
        return True
    return len(_ONLY_UNICODE.findall(text)) * 500 > sum(map(str.isalpha, text))


def _accented(text: str) -> Iterable[str]:
    return (match[0] for match in _ACCENTED.finditer(text) if not match[0].isascii())
