"""Folding that keeps every letter in its place, so that offsets found in the folded text hold in the printed one."""

from __future__ import annotations

import codecs
import unicodedata

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
_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
_COMMON = "\0\t\n" + "".join(map(chr, range(0x20, 0x7F))) + _VIETNAMESE + "\u00a0“”‘’–—…•°²³×½§ÐðÖö"
_ENCODING = codecs.charmap_build(_COMMON)
_DECODING = _COMMON.translate(_TABLE)
"""The characters of nearly all documents as one byte each, and their folded forms: encoding and decoding takes a tenth
of the time of `str.translate`."""


def aligned_fold(text: str) -> str:
    """NFC `text` in small letters without accents, đ -> d, dashes -> "-", one character for each of `text`.

    >>> aligned_fold("Số 03–NQ/ĐU")
    'so 03-nq/du'
    """
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _ENCODING)[0], "strict", _DECODING)[0]
    except UnicodeEncodeError:
        return text.translate(_TABLE)
