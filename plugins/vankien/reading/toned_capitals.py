"""Capitals that TCVN3 cannot write: it has no toned capital vowels, so that "CỘNG HÒA" stands as "CộNG HòA" in a plain
text (the capital fonts that printed it rightly are lost there)."""

from __future__ import annotations

import re
import unicodedata

from vankien.reading.syllables import is_syllable

_SMALL = "".join(
    letter
    for letter in map(chr, range(0xE0, 0x1EFA))
    if letter.islower() and unicodedata.normalize("NFD", letter)[-1] in "\u0300\u0301\u0303\u0309\u0323"
)
_AMID = re.compile(rf"[A-ZĐ][{_SMALL}][A-Z]")
_BEGINNING = 3000
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SEGMENT = re.compile(r"(?:(?!\s{3})[^\n\t|])+")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = 6  # words; a name has fewer


def lacks_toned_capitals(text: str) -> bool:
    """Whether small toned letters stand amid capitals near the beginning of `text`, as "CộNG" and "VIệT" do where a
    converter made Unicode of TCVN3 without looking at the fonts."""
    return len(_AMID.findall(text, 0, _BEGINNING)) > 1


def with_toned_capitals(text: str) -> str:
    """`text` (NFC) with a capital wherever capitals around it show that one was meant: a word with two capitals and
    no other small letters than toned ones, a line or column in capitals throughout, a name alone in a line. Its length
    and all other letters stay."""
    return _SEGMENT.sub(lambda match: _segment(match[0]), text)


def _segment(text: str) -> str:
    if not any(map(_is_toned_small, text)):
        return text
    words = _WORD.findall(text)
    if not any(map(_is_surely_small, text)) and any(_in_capitals(word) and is_syllable(word) for word in words):
        return _upper(text)
    if all(word[0].isupper() or _is_toned_small(word[0]) for word in words) and 1 < len(words) < _NAME:
        return _WORD.sub(lambda match: _upper(match[0][0]) + match[0][1:], text)
    return _WORD.sub(lambda match: _upper(match[0]) if _in_capitals(match[0]) else match[0], text)


def _in_capitals(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1 and not any(map(_is_surely_small, word))


def _is_toned_small(letter: str) -> bool:
    return letter.islower() and not _TONES.isdisjoint(unicodedata.normalize("NFD", letter))


def _is_surely_small(letter: str) -> bool:
    return letter.islower() and not _is_toned_small(letter)


def _upper(text: str) -> str:
    return "".join(letter.upper() if _is_toned_small(letter) else letter for letter in text)
