"""Folding: lower case, no accents, đ -> d, as people type on phones. For comparing and searching, never for showing."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {ord("đ"): "d", ord("Đ"): "d", ord("ð"): "d", ord("Ð"): "d"}
_ACCENTS = re.compile(r"[\u0300-\u034e\u0350-\u036f]+")
_FOREIGN = re.compile(r"[^\x00-\u02ff\u2000-\u206f]")
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """`text` in lower case without accents; punctuation and blanks stay."""
    text = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    if text.isascii():
        return text
    text = _ACCENTS.sub("", text)
    if not _FOREIGN.search(text):  # other scripts have accents of their own
        return text
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The folded words (runs of a-z and 0-9) of `text`, in order."""
    return _WORD.findall(fold(text))


def folded_words(text: str) -> str:
    """The folded words of `text` with one blank between them."""
    return " ".join(words(text))
