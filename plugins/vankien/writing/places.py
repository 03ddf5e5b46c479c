"""Provinces: which one a text names, what it is called today (knowledge/places.yml, knowledge/succession.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load
from vankien.writing.aligned import aligned_fold
from vankien.writing.folding import folded_words

_BODY = r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dang bo|mat tran to quoc viet nam|ubmttq viet nam)\s+"
_LONGEST_BODY = 60
_KIND = r"t(?<!\wt)(?:inh|hanh pho|p\.?|inh uy|hanh uy|inh doan|hanh doan)"
"""The kind of a unit; it begins with a plain letter, so that a search skips all else."""


@dataclass(frozen=True, slots=True)
class NamedProvince:
    """A province that a text names: `text[start:end]` are the words, unit and name; `name` is as in places.yml."""

    name: str
    start: int
    end: int


@cache
def _names() -> dict[str, str]:
    """Folded words of a name or an alias -> the name."""
    names = {}
    for entry in load("places"):
        for spelling in (entry["name"], *entry.get("aliases", ())):
            names[folded_words(spelling)] = entry["name"]
    return names


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A province with the kind of its unit, and that with the body before it, where one stands there."""
    spellings = sorted((s for s in _names() if len(s) > 4 or s == folded_words(_names()[s])), key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"(?:\s*-\s*|\s+)") for name in spellings)
    return (
        re.compile(rf"{_KIND}\s+(?:{names})\b"),
        re.compile(rf"\b(?:{_BODY})?{_KIND}\s+(?P<name>{names})\b"),
    )


def province_of_name(name: str) -> str | None:
    """The province whose name, with or without its kind, or alias `name` is: "TP.HCM" -> "Hồ Chí Minh"."""
    words = folded_words(name)
    bare = re.sub(r"^(?:tinh|thanh pho|tp)\s+(?=\S)", "", words)
    return _names().get(words) or _names().get(bare)


def named_provinces(text: str) -> list[NamedProvince]:
    """The provinces that `text` (NFC) names as units or by their bodies, in order: "tỉnh Bình Thuận",
    "Tỉnh ủy Bắc Kạn", "thành phố Huế". A bare name is none: "dân tộc Hà Giang", "đường Hà Nam"."""
    bare, whole = _patterns()
    folded = aligned_fold(text)
    found: list[NamedProvince] = []
    end = 0
    for unit in bare.finditer(folded):
        match = whole.search(folded, max(end, unit.start() - _LONGEST_BODY))
        if unit.start() < end or match is None:
            continue
        end = match.end()
        if text[match.start("name")].isupper():
            found.append(NamedProvince(_names()[folded_words(match["name"])], match.start(), end))
    return found


def todays_province(name: str) -> str | None:
    """What the province `name` is called today; None for a name that is no province's. A name that is used again means
    today's province of that name: its people look under it."""
    current = province_of_name(name)
    while current is not None:
        following = next((row["to"] for row in load("succession")["provinces"] if current in row["from"]), current)
        if following == current:
            break
        current = following
    return current


def former_provinces(name: str) -> tuple[str, ...]:
    """The provinces that went into the one that is called `name` today, other than itself."""
    return tuple(
        old for row in load("succession")["provinces"] if row["to"] == name for old in row["from"] if old != name
    )


def was_redrawn(name: str) -> str | None:
    """The ISO date from which `name` means another territory than before (new Lâm Đồng is not old Lâm Đồng), or None
    where there is none."""
    for row in load("succession")["provinces"]:
        if row["to"] == name and name in row["from"]:
            return str(row["date"])
    return None
