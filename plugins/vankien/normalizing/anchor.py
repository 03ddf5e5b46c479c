"""Where a document begins in a file: below a portal's news, a table of contents, a running head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vankien.model import Line
from vankien.normalizing.foot import find_foot
from vankien.normalizing.strips import Strip, clean, is_rule, joined, read_strips
from vankien.normalizing.title import OPENER
from vankien.normalizing.typeline import find_type
from vankien.writing.aligned import aligned_fold

_BETWEEN = r"\W{1,30}"  # blanks, a line break, marks of emphasis
_STATE = _BETWEEN.join(("C[ỘOỌÔ]NG", "H[OÒÓ][AÀÁ]", "X[AÃÁẢ]", "H[ỘOỌÔ]I", "CH[ỦUÙ]", "NGH[ĨIỈÍ]A", "VI[ỆEÊ]T", "NAM"))
_FIRST = r"^\W*+" + _BETWEEN.join(
    ("VI[ỆE]T", "NAM", "D[ÂA]N", "CH[ỦU]", "C[ỘO]NG", r"H[OÒÓ][AÀÁ](?=\W{1,30}Đ[ộo]c\s+l[ậa]p\b)")
)
"""The motto of 1945 to 1976, above "Độc lập": elsewhere it is the country's name."""
_PARTY = _BETWEEN.join(("Đ[ẢA]NG", "C[ỘO]NG", "S[ẢA]N", "VI[ỆE]T", "NAM"))
_YOUTH = _BETWEEN.join(("ĐOÀN", "TNCS", "HỒ", "CHÍ", "MINH")) + r"\W*$"
_SMALL = r"^\W*+(?i:c[ộo]ng h(?:òa|oà) xã hội chủ nghĩa việt nam)\W*$(?=\W*Độc\b)"
_BLURRED = _BETWEEN.join(("NGH[ĨI]A", "VI[ỆE]T", r"NAM(?=\W{1,30}Đ[ộo]c\s+l[ậa]p\b)"))
_MOTTO = re.compile("|".join((_STATE, _PARTY, _YOUTH)), re.MULTILINE)
_ABOVE_DEVICE = re.compile("|".join((_FIRST, _SMALL, _BLURRED)), re.MULTILINE)
"""Mottos that count only where "Độc lập" follows."""
_DEVICE = re.compile(r"Đ[ộo]c\b")
_WINDOW, _BEHIND = 150, 40
_INSIDE = re.compile(r"(?:NƯỚC|NUOC|ĐIỀU LỆ|LỆ|CỦA)\W*$")
_LETTERHEAD = re.compile(
    r"\W*(?:so\s*[:.]?\s*[\d.…]|so\s*:|luat so|(?:[^,]{0,40},\s*)?ngay\b.{0,14}thang\b|v\s*/\s*v\b|doc lap\b)"
)
_SUBJECT = re.compile(r"\W*(?:v\s*/\s*v\b|ve viec\b|so\s*[:.]?\s*\d[^ ]*\s*[-/])")
_GAZETTE = re.compile(r"\W*(?:cong bao\b|van ban quy pham phap luat\W*$|phan van ban\b|muc luc\b|\d+$)")
_STAMP = re.compile(r"\W*(?:nguoi ky|ky boi|email|co quan|thoi gian ky|to chuc|signature|van ban dien tu)\b.*:")
_CLIMB = 30
_LONGEST_BODY = 130
_SUBJECT_LINES = 6
_NEAR = 12
_TOP = 60  # lines among which the first strips stand
_REACH = 400


def find_start(lines: Sequence[Line]) -> int | None:
    """The line on which the document's head begins, or None where `lines` have no head.

    The motto marks it, unless a foot stands before it: then the motto belongs to a form in an annex. Without a motto
    it is the type line or a number, a date, "Kính gửi" among the first lines.
    """
    motto = _motto(lines)
    if motto is not None:
        foot = find_foot(lines[:motto], 0, whole=False)
        if foot is None:
            return climb(lines, motto)
    stop = min(len(lines), motto or len(lines), _REACH)
    if stop > _TOP and (start := _at_top(lines, read_strips(lines, 0, _TOP))) is not None:
        return start
    return _without_motto(lines, read_strips(lines, 0, stop))


def _motto(lines: Sequence[Line]) -> int | None:
    """The line on which the first motto begins."""
    return next(find_mottos(lines), None)


def find_mottos(lines: Sequence[Line]) -> Iterator[int]:
    """The lines on which a motto begins, in order; a country's name inside a title or a sentence is none."""
    text = joined(lines)
    end = 0
    for start, stop in _found_mottos(text):
        if start >= end and not _INSIDE.search(text, max(0, start - 12), start):
            yield text.count("\n", 0, start)
        end = max(end, stop)


def _found_mottos(text: str) -> Iterator[tuple[int, int]]:
    above = [
        match.span()
        for device in _DEVICE.finditer(text)
        for match in _ABOVE_DEVICE.finditer(text, max(0, device.start() - _WINDOW), device.end() + _BEHIND)
    ]
    if not above:
        return (match.span() for match in _MOTTO.finditer(text))
    return iter(sorted([*above, *(match.span() for match in _MOTTO.finditer(text))]))


def _at_top(lines: Sequence[Line], strips: Sequence[Strip]) -> int | None:
    """The line on which a head begins whose type line, number, date or "Kính gửi" is among the first of `strips`."""
    near = next((i for i, strip in enumerate(strips[:_NEAR]) if OPENER.match(strip.folded)), _NEAR)
    found = find_type(strips, min(near, len(strips)))
    if found:
        return climb(lines, strips[found.first].line)
    return next((climb(lines, strip.line) for strip in strips[:near] if _LETTERHEAD.match(strip.folded)), None)


def _without_motto(lines: Sequence[Line], strips: Sequence[Strip]) -> int | None:
    start = _at_top(lines, strips)
    if start is not None:
        return start
    later = find_type(strips, len(strips))
    if later and not later.rest and _opens_soon(strips, later.last):
        return climb(lines, strips[later.first].line)
    return None


def _opens_soon(strips: Sequence[Strip], after: int) -> bool:
    """Whether a text begins soon after a type line, as below a title."""
    return any(OPENER.match(strip.folded) for strip in strips[after + 1 : after + 25])


def climb(lines: Sequence[Line], anchor: int) -> int:
    """The first line of the letterhead to which line `anchor` belongs. The wrapped subject of a letter may stand
    between, where the left column comes before the right one."""
    start, between = anchor, 0
    for i in range(anchor - 1, max(-1, anchor - _CLIMB), -1):
        if is_rule(lines[i].text):
            continue
        text = clean(lines[i].text)
        folded = aligned_fold(text)
        same_table = _table(lines[i]) is not None and _table(lines[i]) == _table(lines[anchor])
        letterhead = (text.isupper() and len(text) <= _LONGEST_BODY) or _LETTERHEAD.match(folded) is not None
        if _GAZETTE.match(folded) or _STAMP.match(folded) or between > _SUBJECT_LINES or len(text) > 200:
            break
        if not between and (same_table or letterhead):
            start = i
        elif _SUBJECT.match(folded):
            start, between = i, 0
        else:
            between += 1
    return _with_border(lines, start)


def _table(line: Line) -> int | None:
    return line.cell[0] if line.cell else None


def _with_border(lines: Sequence[Line], start: int) -> int:
    """`start`, with the rules and cell borders directly above it; at the top of a file, all of them."""
    top = start
    while top > 0 and is_rule(lines[top - 1].text):
        top -= 1
    return top
