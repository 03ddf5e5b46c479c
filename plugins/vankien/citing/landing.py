"""Where a pinpoint lands in the document it points to: on its clause, or on the deepest part that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from vankien.model import Clause

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LEVEL = re.compile(r"(tieu-muc|phan|chuong|muc|dieu|khoan|diem|tiet|gach|cong|doan|phu-luc|kem-theo|chu-thich)-(.+)")
_ALIKE = {"khoan": "number", "diem": "number", "tiet": "number"}
_ROMAN_KINDS = frozenset(["phan", "chuong", "muc", "tieu-muc", "khoan", "phu-luc"])
_ALSO = {"phan": "muc", "muc": "number"}
_ANNEXES = ("kem-theo-", "phu-luc-")
_MOST_ANNEXES = 100


def land(pinpoint: str, clauses: Mapping[str, str]) -> tuple[str | None, bool]:
    """The clause id that `pinpoint` (an id as cited) lands on, and whether it is the very clause.

    People write "mục 2" for a top-level "2." and "phần I" for "I-", so a Mục that does not exist is looked for as a
    number, a Phần as a Mục. `clauses` maps the loose key (`loose_key`) of each clause id of the target to that id. A
    pinpoint without its upper levels ("khoan-2" where there is only "muc-i_khoan-2") does not land.
    """
    levels = pinpoint.split("_")
    for depth in range(len(levels), 0, -1):
        key = loose_key("_".join(levels[:depth]))
        kind = key.partition("-")[0]
        found = clauses.get(key) or clauses.get(key.replace(kind, _ALSO.get(kind, kind), 1))
        if found:
            return found, depth == len(levels)
    return None, False


def landing_places(clauses: Iterable[Clause]) -> dict[str, str]:
    """Loose key -> clause id, for `land`. Điều is unique in its document, so an id that begins above it also lands."""
    places: dict[str, str] = {}
    for clause in clauses:
        places.setdefault(loose_key(clause.id), clause.id)
    return places


@lru_cache(maxsize=65536)
def loose_key(clause_id: str) -> str:
    """A clause id with roman and arabic numbers alike, and khoản, điểm, tiết told apart by their place only ("điểm 2
    Mục II" and "khoản 2 Mục 2" are one place); levels above a Điều are left out.

    >>> loose_key("muc-ii_khoan-2") == loose_key("muc-2_diem-2")
    True
    """
    levels = clause_id.split("_")
    for index, level in enumerate(levels):
        if level.startswith("dieu-"):
            prefix = [x for x in levels[:index] if x.startswith(("kem-theo-", "phu-luc-"))]
            levels = prefix + levels[index:]
            break
    return "_".join(_loose_level(level) for level in levels)


def _loose_level(level: str) -> str:
    match = _LEVEL.fullmatch(level)
    if not match:
        return level
    kind, number = match[1], match[2]
    arabic = _arabic(number) if kind in _ROMAN_KINDS else number
    return f"{_ALIKE.get(kind, kind)}-{arabic}"


def _arabic(number: str) -> str:
    if not number or any(c not in _ROMAN for c in number):
        return number
    values = [_ROMAN[c] for c in number]
    return str(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))


def land_all(
    pinpoints: Sequence[str], clauses: Mapping[str, str], *, attached: bool = False
) -> tuple[tuple[str, ...], bool]:
    """The clause ids that `pinpoints` land on, without repeats, and whether every one is exact. `attached`: they lie in
    the regulation that the document issues ("Điều 3 Quy chế ban hành kèm theo Quyết định ..."), never in its own text.
    """
    if attached:
        landed = [land_attached(pinpoint, clauses) for pinpoint in pinpoints]
    else:
        landed = [land(pinpoint, clauses) for pinpoint in pinpoints]
    return tuple(dict.fromkeys(c for c, _ in landed if c)), all(exact for _, exact in landed)


def land_attached(pinpoint: str, clauses: Mapping[str, str]) -> tuple[str | None, bool]:
    """As `land`, in what is attached to the document: in the one attachment that has the place; where there is but one
    attachment, on its deepest part that exists."""
    if pinpoint.startswith(_ANNEXES):
        return land(pinpoint, clauses)
    annexes = list(takewhile(clauses.__contains__, (f"kem-theo-{k}" for k in range(1, _MOST_ANNEXES))))
    landed = [land(f"{annex}_{pinpoint}", clauses) for annex in annexes]
    exact = [place for place, whole in landed if whole]
    if len(exact) == 1:
        return exact[0], True
    return (landed[0][0], False) if len(landed) == 1 else (None, False)
