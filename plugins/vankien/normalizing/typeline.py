"""The line that names a document's type ("NGHỊ QUYẾT"), found and read.

The line decides, not the mark in the number: QĐ is Quyết định as well as Quy định (Quy định 399-QĐ/TW, Nghị định
30/2020/NĐ-CP Phụ lục III).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load
from vankien.normalizing.strips import Strip
from vankien.writing.aligned import aligned_fold

CONSOLIDATED = "Văn bản hợp nhất"
_SPACED = re.compile(r"\W*(?:\w\s){3,}\w\W*")
_DATED = re.compile(r"\bnam\s+\d{4}\W*$|^\W*so\s*:")
_JOINT = re.compile(r"\s+lien\s+(?:nganh|tich|so)\W*$")
"""What some bodies together add to a type: "HƯỚNG DẪN LIÊN NGÀNH"."""
_NOT_TITLE = re.compile(r"\s*(?:so|:|này)\b")


@dataclass(frozen=True, slots=True)
class TypeLine:
    """Strips `first` to `last` (inclusive) name the type; `rest` is what follows the name on the last of them."""

    name: str
    first: int
    last: int
    rest: str
    printed: str


@cache
def _names() -> dict[str, str]:
    """Folded name -> name, of every type that can stand as a line of its own, older names of a type included."""
    entries = [entry for kind in ("types", "other_types") for entry in load(kind)]
    return {aligned_fold(name): name for entry in entries for name in (entry["name"], *entry.get("also", ()))}


@cache
def _plain() -> dict[str, str]:
    """Older name -> the type that it names."""
    return {name: entry["name"] for entry in load("types") for name in entry.get("also", ())}


@cache
def _pattern() -> re.Pattern[str]:
    """Any type's folded name at the beginning of a strip, the longest first."""
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(r"\W*(" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + ")")


def find_type(strips: Sequence[Strip], stop: int) -> TypeLine | None:
    """The first line among `strips[:stop]` that names a type, also where it is broken in two or letter-spaced. A
    consolidated text names the type of what it consolidates below its own."""
    consolidated = None
    for i in range(stop):
        for count in (1, 2, 3):
            group = strips[i : i + count]
            if count > 1 and (len(group) < count or group[-1].gap or not all(s.caps for s in group)):
                break
            found = _read(
                " ".join(s.text for s in group),
                whole=count > 1,
                first=i == 0 or strips[i].gap or _ends_head(strips[i - 1]),
            )
            if found:
                name, rest, printed = found
                line = TypeLine(name, i, i + count - 1, rest, printed)
                if name != CONSOLIDATED:
                    return line
                consolidated = consolidated or line
                break
    return consolidated


def _ends_head(strip: Strip) -> bool:
    """Whether a strip is number or date: what stands last above a type line."""
    return _DATED.search(strip.folded) is not None


def _read(text: str, *, whole: bool, first: bool) -> tuple[str, str, str] | None:
    """The type that `text` begins with, what follows it and the name as printed. `whole`: nothing may follow;
    `first`: the line begins a block."""
    if _SPACED.fullmatch(text):
        return _read_spaced(text)
    folded = aligned_fold(text)
    match = _pattern().match(folded)
    if not match:
        return None
    joint = _JOINT.match(folded, match.end())
    printed, rest = text[match.start(1) : match.end()], text[joint.end() if joint else match.end() :]
    name = _names()[re.sub(r"\s+", " ", match[1])]
    if not _is_spelt(name, " ".join(printed.split())):
        return None
    name = _plain().get(name, name)
    if not rest.strip(" .:;*_-–"):
        return (name, "", printed) if printed.isupper() or first else None
    if whole or not printed.isupper() or (rest[0].isalpha() and not rest[0].islower()):
        return None
    if _NOT_TITLE.match(aligned_fold(rest)):
        return None
    return name, rest.strip(), printed


def _is_spelt(name: str, printed: str) -> bool:
    """Whether `printed` is `name` but for an accent that a scanner lost: "THỦ CỘNG" is no Thư công."""
    wrong = sum(a != b for a, b in zip(printed.lower(), name.lower(), strict=True))
    return printed.isascii() or wrong <= 1 + len(name) // 10


def _read_spaced(text: str) -> tuple[str, str, str] | None:
    """The type that a letter-spaced line is: "N G H Ị  Đ Ị N H"."""
    letters = re.sub(r"\W+", "", aligned_fold(text))
    name = next((name for folded, name in _names().items() if folded.replace(" ", "") == letters), None)
    return (name, "", text) if name and text.isupper() else None
