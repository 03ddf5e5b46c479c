"""A document's id: the name of its page, made once from what is printed (design.md, Addresses)."""

from __future__ import annotations

import re
from collections.abc import Container

from vankien.model import Metadata
from vankien.writing.numbers import number_key
from vankien.writing.slugs import safe_name, text_slug

_ABOUT = re.compile(r"^\W*(?:về\s+việc|về|v/v)\s*:?\s*", re.IGNORECASE)
_LONGEST_TITLE = 60
_LONGEST = 100


def document_id(metadata: Metadata, stem: str) -> str:
    """`<type>-<number>-<place or issuer>-<year>` where a number is known, else `<type>-<words of the title>` (without
    "về việc"), else words of `stem`, the file's name without suffix.

    ASCII, never empty, never a name that Windows reserves.

    >>> document_id(Metadata(type="Nghị quyết", number="03-NQ/HU", place="Yên Minh", date="2020-12-18"), "x")
    'nghi-quyet-03-nq-hu-yen-minh-2020'
    """
    kind = text_slug(metadata.type or "")
    if metadata.number:
        number = text_slug(_two_figures(metadata.number), _LONGEST_TITLE)
        where = text_slug(metadata.place or metadata.issuer or "", 40)
        year = (metadata.date or "")[:4]
        parts = [kind, number, where, "" if year in number.split("-") else year]
    else:
        title = _ABOUT.sub("", metadata.title or "")
        parts = [kind, text_slug(title, _LONGEST_TITLE) or text_slug(stem, _LONGEST_TITLE)]
    name = "-".join(part for part in parts if part)[:_LONGEST].strip("-")
    return safe_name(name or "van-ban")


def free_id(wish: str, taken: Container[str]) -> str:
    """`wish`, or the first of `wish-2`, `wish-3` ... that is not taken."""
    name, count = wish, 1
    while name in taken:
        count += 1
        name = f"{wish}-{count}"
    return name


def _two_figures(number: str) -> str:
    """The number's key with at least two figures at its beginning, as the rules print it."""
    key = number_key(number)
    return f"0{key}" if key[:1].isdigit() and not key[1:2].isdigit() else key
