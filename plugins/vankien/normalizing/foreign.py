"""Foreign blocks: the stamp of an office that received the document, the certification of a copy, a portal's caption.

They have numbers, dates and signers of their own and give the document no attribute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Line
from vankien.normalizing.foot import ANNEX, CERTIFIED, find_foot
from vankien.normalizing.strips import Strip, is_rule, read_strips
from vankien.writing.aligned import aligned_fold

_INCOMING = re.compile(r"\W*(?:cong van |van ban )?den\W*$")
_INSIDE = re.compile(r"\W*(?:so|ngay|gio|chuyen|luu ho so|kinh chuyen)\s*[:.…\d]")
_COPY = re.compile(r"\W*(?:sao y(?: ban chinh)?|sao luc|trich sao|ban sao y|ban sao)\b.{0,30}$")
_FILE = re.compile(r"\W*file\s+duoc\s+dinh\s+kem\b")
_COPY_HEAD = 10  # strips between the top of a certification and the word for it


def without_foreign(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of a head without the stamp ĐẾN and its lines (number, date, to whom it was passed on)."""
    kept: list[Strip] = []
    inside = False
    for strip in strips:
        if _INCOMING.match(strip.folded) and strip.text.isupper():
            inside = True
        elif not (inside and _INSIDE.match(strip.folded)):
            inside = False
            kept.append(strip)
    return kept


def signed_part(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of a foot from the words that certify a consolidated text up to the certification of a copy, whose
    letterhead stands above the word for it."""
    certified = [i for i, strip in enumerate(strips) if CERTIFIED.match(strip.folded)]
    strips = strips[certified[0] + 1 :] if certified else strips
    mark = next((i for i, strip in enumerate(strips) if _is_copy(strip)), None)
    if mark is None:
        return list(strips)
    while mark > 0 and (strips[mark - 1].caps or _INSIDE.match(strips[mark - 1].folded)):
        mark -= 1
    return list(strips[:mark])


def copy_stop(lines: Sequence[Line], first: int) -> int:
    """Where the certification of a copy ends that stands from line `first` on; `first` where none stands there."""
    stop = min(len(lines), first + 40)
    if not any("SAO" in line.text for line in lines[first:stop]):
        return first
    strips = read_strips(lines, first, stop, foot=True)[:_COPY_HEAD]
    mark = next((strip.line for strip in strips if _is_copy(strip)), None)
    if mark is None:
        return first
    foot = find_foot(lines, mark + 1)
    return foot[1] if foot and foot[0] - mark < _COPY_HEAD else mark + 1


def is_caption(lines: Sequence[Line], number: str) -> bool:
    """Whether `lines`, the last of a file, are only what a portal adds: the document's own number with a summary, or
    the word that a file is attached."""
    words = [line.text.strip() for line in lines if not is_rule(line.text)]
    if not words or len(words) > 3 or ANNEX.match(aligned_fold(words[0])):
        return False
    text = " ".join(words)
    return number in "".join(text.split()) or _FILE.match(aligned_fold(text)) is not None


def _is_copy(strip: Strip) -> bool:
    return strip.caps and _COPY.match(strip.folded) is not None
