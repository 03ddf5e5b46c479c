"""Provinces: which one a text names, what it is called today (knowledge/places.yml, knowledge/succession.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load
from vankien.writing.aligned import aligned_fold
from vankien.writing.folding import folded_words

_UNIT = (
    r"(?:(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dang bo|mat tran to quoc viet nam|ubmttq viet nam)\s+)?"
    r"(?:tinh|thanh pho|tp\.?|tinh uy|thanh uy|tinh doan|thanh doan)"
)


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
def _pattern() -> re.Pattern[str]:
    spellings = sorted((s for s in _names() if len(s) > 4 or s == folded_words(_names()[s])), key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"(?:\s*-\s*|\s+)") for name in spellings)
    return re.compile(rf"\b(?P<unit>{_UNIT})\s+(?P<name>{names})\b")


def province_of_name(name: str) -> str | None:
    """The province whose name, with or without its kind, or alias `name` is: "TP.HCM" -> "Hồ Chí Minh"."""
    words = folded_words(name)
    bare = re.sub(r"^(?:tinh|thanh pho|tp)\s+(?=\S)", "", words)
    return _names().get(words) or _names().get(bare)


def named_provinces(text: str) -> list[NamedProvince]:
    """The provinces that `text` (NFC) names as units or by their bodies, in order: "tỉnh Bình Thuận",
    "Tỉnh ủy Bắc Kạn", "thành phố Huế". A bare name is none: "dân tộc Hà Giang", "đường Hà Nam"."""
    return [
        NamedProvince(_names()[folded_words(match["name"])], match.start(), match.end())
        for match in _pattern().finditer(aligned_fold(text))
        if text[match.start("name")].isupper()
    ]


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
