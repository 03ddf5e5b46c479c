"""Titles printed all in capitals, in ordinary letters."""

from __future__ import annotations

import re
from functools import cache

from vankien.knowledge import load

_NUMBER = re.compile(r"\b(?:[IVXLC]{2,}|\w*\d\w*(?:[/-]\w+)*)\b")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = sorted(load("proper_names"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE), {n.lower(): n for n in names}


def sentence_case(text: str) -> str:
    """`text` as it is, unless all its letters are capitals: then small, with a capital at the beginning, in names
    that are known (knowledge/proper_names.yml), in numbers and roman numerals."""
    if not text.isupper():
        return text
    pattern, spelt = _names()
    small = pattern.sub(lambda m: spelt[m[0].lower()], text.lower())
    for match in _NUMBER.finditer(text):
        small = small[: match.start()] + match[0] + small[match.end() :]
    return small[:1].upper() + small[1:]
