"""Two files of one document (the signed PDF and the Word file) compared: attributes and words."""

from __future__ import annotations

import re
from collections import Counter

from vankien.model import Normalized, Problem
from vankien.normalizing.markdown import plain
from vankien.writing.folding import fold
from vankien.writing.numbers import number_key

_WORD = re.compile(r"\w+")
_MANY = 0.02
_SHOWN = 5


def differences(file: str, best: Normalized, other_file: str, other: Normalized) -> list[Problem]:
    """What the second file says otherwise than the first: number or date, and words if many differ.

    Accents are not compared: a scan loses them.
    """
    found: list[Problem] = []
    ours, theirs = best.metadata, other.metadata
    if ours.number and theirs.number and number_key(ours.number) != number_key(theirs.number):
        found.append(_unlike(other_file, "số, ký hiệu", "number", theirs.number, file, ours.number))
    if ours.date and theirs.date and ours.date != theirs.date:
        found.append(_unlike(other_file, "ngày", "date", theirs.date, file, ours.date))
    our_words, their_words = _words(best), _words(other)
    missing, added = our_words - their_words, their_words - our_words
    if missing.total() + added.total() > _MANY * max(our_words.total(), 1):
        examples = ", ".join(f"“{word}”" for word, _ in (missing + added).most_common(_SHOWN))
        count = missing.total() + added.total()
        found.append(
            Problem(
                f"archive/{other_file}",
                f"Khác archive/{file} ở {count} từ (ví dụ {examples}); hãy đối chiếu hai tệp.",
                f"Differs from archive/{file} in {count} words (as {examples}); compare the two files.",
                severity="warning",
            )
        )
    return found


def _words(document: Normalized) -> Counter[str]:
    texts = (*document.header, plain(document.body), *document.closing)
    return Counter(word for text in texts for word in _WORD.findall(fold(text)))


def _unlike(other_file: str, name_vi: str, name_en: str, theirs: str, file: str, ours: str) -> Problem:
    return Problem(
        f"archive/{other_file}",
        f"{name_vi} “{theirs}” khác “{ours}” trong archive/{file}; hãy kiểm tra.",
        f"The {name_en} “{theirs}” is not “{ours}” as in archive/{file}; check.",
        severity="warning",
    )
