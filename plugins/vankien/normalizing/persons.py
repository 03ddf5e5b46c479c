"""Names of persons and names of posts, told apart by the words they begin with."""

from __future__ import annotations

import re
from functools import cache

from vankien.knowledge import load
from vankien.writing.aligned import aligned_fold

_TOKEN = re.compile(r"[^\W\d_][\w'’.\-]*")
_AUTHORITY = re.compile(
    r"\W*(?:t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\s?[/.]?\s?u\s?[.]?\s?q|q)(?:\s*[./]\s*|\s+)(?=[a-z])"
)
_BARE_AUTHORITY = re.compile(r"\W*(?:t[/.]?m|k[/.]?t|t[/.]?l|t[/.]?u[.]?q|q)\W*")
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted(load("positions")["head"], key=len, reverse=True)
    return re.compile(r"\W*(?:q\.?\s*|quyen\s+)?(?:" + "|".join(map(re.escape, heads)) + r")\b")


@cache
def _ranks() -> re.Pattern[str]:
    ranks = sorted(load("positions")["rank"], key=len, reverse=True)
    return re.compile(r"(?:" + "|".join(map(re.escape, ranks)) + r")(?:[.,:]+\s*|\s+)")


@cache
def _split_heads() -> frozenset[str]:
    """The first two words of every post of two words or more."""
    return frozenset(" ".join(head.split()[:2]) for head in load("positions")["head"] if " " in head)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("positions")["surname"].split())


@cache
def _common_surnames() -> frozenset[str]:
    return frozenset(load("positions")["common"].split())


def is_authority(text: str) -> bool:
    """Whether `text` says for whom is signed: "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH". It is printed in capitals."""
    return text.isupper() and _AUTHORITY.match(aligned_fold(text)) is not None


def is_position(text: str) -> bool:
    """Whether `text` names a post: "PHÓ CHỦ TỊCH", "Bí thư"."""
    return len(text) <= 90 and not text.lower().startswith("trương ") and _heads().match(aligned_fold(text)) is not None


def breaks_post(before: str, after: str) -> bool:
    """Whether the name of a post is broken between two lines: "KT." and "CHỦ TỊCH", "THỨ" and "TRƯỞNG"."""
    if not before.isupper() or not after.isupper():
        return False
    if _BARE_AUTHORITY.fullmatch(aligned_fold(before)):
        return True
    return f"{aligned_fold(before).split()[-1]} {aligned_fold(after).split()[0]}" in _split_heads()


def read_name(text: str, *, expected: bool = False) -> str | None:
    """The name of a person in `text`, without rank and degree, or None where it is none. `expected` tells that a
    name is due here, so that an unknown family name passes."""
    text = _BRACKETED.sub("", text).strip(" .,:;*_-–")
    folded = aligned_fold(text)
    while (match := _ranks().match(folded)) is not None and match.end() < len(folded):
        text, folded = text[match.end() :], folded[match.end() :]
    tokens = text.split()
    if not 2 <= len(tokens) <= 7 or not all(_TOKEN.fullmatch(token) for token in tokens):
        return None
    known = aligned_fold(tokens[0]) in _surnames()
    titled = all(token[0].isupper() and (len(token) == 1 or not token.isupper()) for token in tokens)
    if titled:
        return text if (known or expected) and not is_position(text) else None
    common = aligned_fold(tokens[0]) in _common_surnames() and 2 < len(tokens) <= 5
    return text if text.isupper() and common and not is_position(text) and not is_authority(text) else None
