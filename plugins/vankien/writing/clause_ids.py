"""Clause ids (design.md): ASCII addresses made from the printed numbers; `_` between levels, `-` inside one."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.writing.folding import fold

_OTHER = re.compile(r"[^a-z0-9]+")
_ZEROS = re.compile(r"(?<![a-z0-9])0+(?=[0-9])")


@lru_cache(4096)
def id_number(number: str) -> str:
    """A printed number as it stands in an id: lower case, đ -> dd, zeros in front off, dots -> `-`; the dot of "b.1"
    (an inserted điểm) goes.

    >>> id_number("II"), id_number("đ"), id_number("1.1"), id_number("b.1"), id_number("05")
    ('ii', 'dd', '1-1', 'b1', '5')
    """
    key = number.lower().replace("đ", "dd")
    if key[:1].isalpha() and key[-1:].isdigit():
        key = key.replace(".", "")
    return _ZEROS.sub("", _OTHER.sub("-", fold(key)).strip("-"))


def segment(kind: str, number: str) -> str:
    """One level of an id: `segment("khoan", "1.1")` is "khoan-1-1"."""
    return f"{kind}-{id_number(number)}"


def join_id(parent: str | None, part: str) -> str:
    """`part` below `parent`."""
    return f"{parent}_{part}" if parent else part
