"""Foreign blocks in a head: the stamp of the office that received the document. They give no attribute."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.normalizing.strips import Strip

_INCOMING = re.compile(r"\W*(?:cong van |van ban )?den\W*$")
_INSIDE = re.compile(r"\W*(?:so|ngay|gio|chuyen|luu ho so|kinh chuyen)\s*[:.…\d]")


def without_foreign(strips: Sequence[Strip]) -> list[Strip]:
    """The strips without the stamp ĐẾN and its lines (number, date, to whom it was passed on)."""
    kept: list[Strip] = []
    inside = False
    for strip in strips:
        if _INCOMING.match(strip.folded) and strip.text.isupper():
            inside = True
        elif not (inside and _INSIDE.match(strip.folded)):
            inside = False
            kept.append(strip)
    return kept
