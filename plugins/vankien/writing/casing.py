"""Texts printed all in capitals, in ordinary letters."""

from __future__ import annotations

import re
from functools import cache

from vankien.knowledge import load

_KEPT = re.compile(r"\b(?:[IVXLC]{2,}|[IVX](?=-)|\w*\d\w*(?:[/-]\w+)*)\b")
_WORD = re.compile(r"\S+\s*")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = [*load("proper_names"), *(t["name"] for t in load("types")), *(p["name"] for p in load("places"))]
    spelt = {name.lower(): name for name in names}
    longest_first = sorted(spelt, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), spelt


def sentence_case(text: str, *, begins: bool = True) -> str:
    """`text` as it is, unless all its letters, or those of three words or more at its beginning, are capitals: these
    become small but for the first, known names (knowledge/proper_names.yml, types.yml, places.yml), numbers and
    roman numerals. Where it does not begin a sentence (`begins`) the first becomes small too."""
    end = len(text) if text.isupper() else _capitals(text)
    small = _small(text[:end])
    return text if small is None else (small[:1].upper() if begins else small[:1]) + small[1:] + text[end:]


def _capitals(text: str) -> int:
    """How far the words in capitals reach at the beginning of `text`; 0 where they are fewer than three."""
    end = count = 0
    for match in _WORD.finditer(text):
        if not match[0].isupper():
            break
        end, count = match.end(), count + 1
    return end if count > 2 else 0


def _small(text: str) -> str | None:
    """`text` in small letters but for names and numbers; None where it is not all in capitals."""
    lower = text.lower()
    if not text.isupper() or len(lower) != len(text):
        return None
    pattern, spelt = _names()
    small = pattern.sub(lambda m: spelt[m[0]], lower)
    kept = _KEPT.finditer(text)
    for match in kept:
        small = small[: match.start()] + match[0] + small[match.end() :]
    return small
