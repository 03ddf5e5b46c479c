"""What of a document's attributes is unknown, and what contradicts itself or what is known of the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load
from vankien.model import Metadata
from vankien.writing.bodies import issuer_mark
from vankien.writing.dates import show_date
from vankien.writing.numbers import number_key

DISTRICTS_ENDED = "2025-07-01"
"""From this day there are no districts (Luật Tổ chức chính quyền địa phương 72/2025/QH15)."""

_NAMES = {
    "type": ("loại văn bản", "type"),
    "number": ("số, ký hiệu", "number"),
    "date": ("ngày ban hành", "date"),
    "issuer": ("cơ quan ban hành", "issuer"),
    "title": ("trích yếu", "title"),
    "signers": ("người ký", "signer"),
}
_YEAR = re.compile(r"[/-]((?:19|20)\d{2})[/-]")
_CONSOLIDATED = "Văn bản hợp nhất"
_LETTER = "Công văn"
_MARKED = re.compile(r"[/-]")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at, in both languages; `unknown` where a value is missing rather than doubtful."""

    vi: str
    en: str
    unknown: bool = False


def doubts(metadata: Metadata, today: str) -> tuple[Doubt, ...]:
    """What an archivist should look at in a document's attributes. `today` is an ISO date."""
    return (*_contradictions(metadata, today), *_missing(metadata))


def _missing(metadata: Metadata) -> Iterator[Doubt]:
    names = [pair for name, pair in _NAMES.items() if not getattr(metadata, name)]
    if names:
        vi, en = ", ".join(vi for vi, _ in names), ", ".join(en for _, en in names)
        yield Doubt(
            f"Chưa rõ: {vi}. Nếu biết, ghi vào tệp .yml.", f"Unknown: {en}. Write into the .yml what is known.", True
        )


def _contradictions(metadata: Metadata, today: str) -> Iterator[Doubt]:
    date, number = metadata.date, metadata.number
    if date and date > today:
        yield Doubt(f"Ngày {show_date(date)} ở tương lai.", f"The date {date} lies in the future.")
    if date and metadata.effective and metadata.effective < date and metadata.type != _CONSOLIDATED:
        yield Doubt(
            f"Có hiệu lực {show_date(metadata.effective)}, trước ngày ban hành {show_date(date)}.",
            f"In force from {metadata.effective}, before its date {date}.",
        )
    year = _YEAR.search(number) if number else None
    if date and year and year[1] != date[:4]:
        yield Doubt(
            f"Năm trong số “{number}” khác năm ban hành {date[:4]}.",
            f"The year in “{number}” is not that of the date {date}.",
        )
    if number and metadata.type and not _agrees(number, metadata.type):
        yield Doubt(
            f"Ký hiệu “{number}” không phải của {metadata.type}.",
            f"The mark “{number}” is not one of a {metadata.type}.",
        )
    if date and metadata.level == "Huyện" and date >= DISTRICTS_ENDED:
        yield Doubt(
            f"Cơ quan cấp huyện ban hành ngày {show_date(date)}, sau khi kết thúc cấp huyện (01/7/2025).",
            f"A district body on {date}, after districts ended (2025-07-01).",
        )
    mark = issuer_mark(number) if number else None
    if mark and date and not ((mark.since or "") <= date <= (mark.until or "9999")):
        yield Doubt(
            f"“{mark.mark}” ({mark.name}) không tồn tại ngày {show_date(date)}.",
            f"“{mark.mark}” ({mark.name}) did not exist on {date}.",
        )


def _agrees(number: str, kind: str) -> bool:
    """Whether the abbreviation in a number may stand for this type; true where either is not known, and for letters,
    whose numbers carry the body's mark ("5485/CT-CS", Cục Thuế)."""
    if kind == _LETTER:
        return True
    marks = [mark for mark in _MARKED.split(number_key(number)) if mark and not mark[0].isdigit()]
    known = _types_by_mark()
    return not marks or marks[0] not in known or kind in known[marks[0]] or kind not in _types_with_mark()


@cache
def _types_by_mark() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load("types"):
        for mark in row["abbr"]:
            found.setdefault(number_key(mark), set()).add(row["name"])
    return {mark: frozenset(names) for mark, names in found.items()}


@cache
def _types_with_mark() -> frozenset[str]:
    return frozenset(row["name"] for row in load("types") if row["abbr"])
