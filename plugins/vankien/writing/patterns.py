"""Regular expressions over many words, made so that they are quick to search with."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The source of a regular expression for any of `words`, the longest first: common beginnings are tried once.

    >>> any_of(["Quy chế", "Quy định", "Quy"])
    'Quy(?: (?:chế|định))?'
    """
    return _branch(sorted(set(words)))


def _branch(words: list[str]) -> str:
    """The alternatives of sorted, distinct `words`."""
    optional = words[:1] == [""]
    rest = words[1:] if optional else words
    groups: dict[str, list[str]] = {}
    for word in rest:
        groups.setdefault(word[0], []).append(word)
    parts = []
    for group in groups.values():
        common = _common(group)
        tails = [word[len(common) :] for word in group]
        parts.append(re.escape(common).replace("\\ ", " ") + (_grouped(tails) if tails != [""] else ""))
    source = "|".join(parts)
    if optional:
        return f"(?:{source})?" if source else ""
    return source


def _grouped(tails: list[str]) -> str:
    source = _branch(tails)
    return source if tails[0] == "" else f"(?:{source})"


def _common(group: list[str]) -> str:
    first, last = group[0], group[-1]
    size = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:size]
