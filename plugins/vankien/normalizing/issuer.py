"""Who issued a document: the body in the letterhead, in the title, before "Căn cứ", in the text or in the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from vankien.knowledge import load
from vankien.normalizing.strips import Strip
from vankien.writing.aligned import aligned_fold

_MARKS = re.compile(
    r"\W*(?:du thao|ban sao|hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|ban du thao|lan \d|ban so)\b.{0,20}$"
)
_NUMBER = re.compile(r"\W*so\b(?:\W*\d|\s*[:.…])")
_AWAITS_PLACE = re.compile(r"(?:\buy|\btinh|\bthanh pho|\bhuyen|\bxa|\bphuong)$")
_CONSOLIDATED = re.compile(r"\W*van ban hop nhat\b\W*")
_OPEN_END = re.compile(r"(?:\bva|[-,]|\buy|\bhoi dong|\bnhan|\bban chap)$")
_PLACE_ONLY = re.compile(r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\s+(?!uy\b)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as printed and the line it begins on."""

    name: str
    line: int


@cache
def _heads() -> re.Pattern[str]:
    """What the name of a body begins with."""
    heads = sorted(load("issuers")["heads"], key=len, reverse=True)
    return re.compile(r"\W*(?:" + "|".join(map(re.escape, heads)) + r")\b")


@cache
def _unfinished() -> frozenset[str]:
    """The names that need a second line: "ỦY BAN NHÂN DÂN", "VĂN PHÒNG"."""
    return frozenset(load("issuers")["unfinished"])


def is_body(folded: str) -> bool:
    """Whether a folded text begins like the name of a body."""
    return _heads().match(folded) is not None


def read_bodies(strips: Sequence[Strip], *, dated: bool = True) -> list[Body]:
    """The bodies of a letterhead from the highest to the issuer, their broken lines joined. A body that a running head
    repeats counts once. Without number and date (`dated`) only what begins like a body is one: a form says "TÊN TỔ
    CHỨC" there."""
    bodies: list[Body] = []
    for strip in strips:
        consolidated = _CONSOLIDATED.match(strip.folded)
        if consolidated:
            strip = replace(strip, text=strip.text[consolidated.end() :], folded=strip.folded[consolidated.end() :])
        if _MARKS.match(strip.folded) or _is_number(strip) or not any(map(str.isalpha, strip.text)):
            continue
        known = is_body(strip.folded)
        if bodies and not _starts_new(bodies[-1].name, strip.folded, known=known):
            if (bodies[-1].name.isupper() and not strip.caps) or not (dated or _is_open(bodies[-1].name)):
                continue
            bodies[-1] = Body(f"{bodies[-1].name} {strip.text}", bodies[-1].line)
        elif known or (dated and strip.caps and len(strip.text) <= 90):
            bodies.append(Body(strip.text, strip.line))
    unique: list[Body] = []
    for body in (Body(body.name.strip(" -,."), body.line) for body in bodies):
        if not any(aligned_fold(body.name) == aligned_fold(other.name) for other in unique):
            unique.append(body)
    return unique


def _is_number(strip: Strip) -> bool:
    """Whether a strip is a number's line that could not be read: "Số ..." is no "Sở"."""
    return _NUMBER.match(strip.folded) is not None or strip.text.lower().startswith("số ")


def _is_open(name: str) -> bool:
    """Whether a name needs a second line."""
    folded = aligned_fold(name).strip(" -,.")
    return folded in _unfinished() or bool(_OPEN_END.search(folded) or _AWAITS_PLACE.search(folded))


def _starts_new(before: str, folded: str, *, known: bool) -> bool:
    """Whether a strip begins another body than the one before it."""
    if not known or _PLACE_ONLY.match(folded) or " " not in folded.strip():
        return False
    name = aligned_fold(before).strip(" -,.")
    if " " not in name:
        return False
    return name not in _unfinished() and not _OPEN_END.search(name)
