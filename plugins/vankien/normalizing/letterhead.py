"""The letterhead: motto, issuing bodies, number, place and date, subject of a Công văn.

Read from the joined text of the strips, so that a line break inside a number, a date or the motto does not matter,
nor whether the two columns stand one after the other or are merged in one line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vankien.normalizing.strips import Strip
from vankien.writing.aligned import aligned_fold
from vankien.writing.dates import iso
from vankien.writing.places import province_of_name

_W = r"[\s¦]"
_STATE = re.compile(rf"cong{_W}*hoa{_W}*xa{_W}*hoi{_W}*chu{_W}*nghia{_W}*viet{_W}*nam")
_FIRST = re.compile(r"(?:^|(?<=[\n¦]))\W*viet nam dan chu cong hoa(?=\W*[\n¦]\W*doc lap)")
_PARTY = re.compile(rf"dang{_W}+cong{_W}+san{_W}+viet{_W}+nam")
_YOUTH = re.compile(rf"(?:^|(?<=[\n¦]))doan{_W}+tncs{_W}+ho{_W}+chi{_W}+minh(?=$|[\n¦])")
_BLURRED = re.compile(r"\bcong\s+hoa\s+xa\b[^\n¦]{0,24}\bviet\s+nam|(?:\S+\s+)?\S*nghia\s+viet\s+nam")
_DEVICE = re.compile(rf"doc{_W}*lap{_W}*[-.,]?{_W}*tu{_W}*do{_W}*[-.,]?{_W}*hanh{_W}*phuc")
_LAW_WORD = (
    r"(?:(?:bo )?luat|nghi quyet(?: lien tich)?|sac lenh|phap lenh|lenh|nghi dinh|quyet dinh|thong tu(?: lien tich)?"
    r"|thong bao)"
)
_NUMBER = re.compile(
    rf"(?:^|[\n¦]|(?<=\s))\s*(?:{_LAW_WORD}\s+)?so\s*[:.;]*[\s¦]*"
    r"(?P<value>\d[\d.]{0,9}[a-z]?(?:\s*[-/_]+\s*[a-z0-9&.]+){1,6})"
)
_DATE = re.compile(
    r"(?:,\s*|\b)ngay\s*(?P<d>\d\s?\d?)\s*(?:[,.]\s*)?th[au]ng\s*(?P<m>\d\s?\d?)\s*(?:[,.]\s*)?nam\s*(?P<y>\d\s?\d\s?\d\s?\d)\b"
)
_SHORT_DATE = re.compile(
    r"(?:,\s*(?:ngay\s*)?|\bngay\s*)(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})\b"
)
_OPEN_DATE = re.compile(r",\s*ngay[^\n¦]{0,12}thang[^\n¦]{0,12}(?:nam|\b[a-z]{3})(?:\s*\d{4})?")
_BARE_NUMBER = re.compile(
    r"(?:[Ss]\S{0,2}\s?[:.,]?\s?)?(?P<value>\d{1,5}\s?(?:/\s?\d{4}\s?)?[/-]\s?[A-ZĐ]{2,6}\s?[-/]\s?[A-ZĐa-z0-9&]{2,12})"
)
_OPEN_NUMBER = re.compile(rf"(?:^|[\n¦])\s*(?:{_LAW_WORD}\s+)?so\s*[:.]*[\s.…_]*[-/][^\n¦]*")
_ABOUT = re.compile(r"(?:^|[\n¦])\s*[\"“(]*(?P<about>v\s*/\s*v\b|v\s*/\s*v(?=[a-z])|ve viec\b)")
_ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
"""Cyrillic capitals that some keyboards leave in a number, as the letters that they look like."""

_PLACE_NAME = re.compile(r"[^\W\d_][\w .'’-]{1,40}")
_PLACE_HEAD = re.compile(r"(?:thanh pho|tp\.?|tinh|huyen|quan|xa|phuong|thi xa|dac khu|thi tran)\s")


@dataclass(frozen=True, slots=True)
class Found:
    """A value, the words it was read from, and the line they begin on."""

    value: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a letterhead says. `bodies` are the strips that are left: the issuer below its superior body."""

    system: str | None = None
    number: Found | None = None
    date: Found | None = None
    place: Found | None = None
    about: tuple[Strip, ...] = ()
    bodies: tuple[Strip, ...] = ()
    marks: tuple[Strip, ...] = field(default=())


class _Joined:
    """The strips as one text, with the way back from an offset to its strip."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self.strips = strips
        self.starts: list[int] = []
        parts: list[str] = []
        size = 0
        for k, strip in enumerate(strips):
            glue = "" if not k else "\n" if strip.block == strips[k - 1].block and not strip.gap else "¦"
            size += len(glue)
            self.starts.append(size)
            parts.append(glue + strip.text)
            size += len(strip.text)
        self.text = "".join(parts).translate(_ALIKE)
        self.folded = aligned_fold(self.text)

    def index(self, offset: int) -> int:
        """The strip that holds the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def line(self, offset: int) -> int:
        """The line that holds the character at `offset`."""
        return self.strips[self.index(offset)].line


def read_letterhead(strips: Sequence[Strip]) -> Letterhead:
    """What the strips before the type line (or before "Kính gửi") say. Nothing is guessed: a number or a date with
    its figures left open is None."""
    if not strips:
        return Letterhead()
    joined = _Joined(strips)
    taken: list[tuple[int, int]] = []
    system = _take_motto(joined, taken)
    number = _take_number(joined, taken)
    date, place = _take_date(joined, taken)
    about = _take_about(joined, taken)
    return Letterhead(system, number, date, place, about, _left(joined, taken))


def _take_motto(joined: _Joined, taken: list[tuple[int, int]]) -> str | None:
    system = None
    for name, pattern in (("dang", _PARTY), ("nha-nuoc", _STATE), ("nha-nuoc", _FIRST), ("doan-the", _YOUTH)):
        for match in pattern.finditer(joined.folded):
            alone = joined.folded[match.end() : match.end() + 1] in ("", "\n", "¦")
            if joined.text[match.start() : match.end()].isupper() or (alone and name == "nha-nuoc"):
                taken.append(match.span())
                system = system or name
    blurred = None if system else _BLURRED.search(joined.folded)
    device = [match.span() for match in _DEVICE.finditer(joined.folded)]
    if blurred and device:
        taken.append(blurred.span())
        system = "nha-nuoc"
    taken.extend(device)
    return system


def _take_number(joined: _Joined, taken: list[tuple[int, int]]) -> Found | None:
    for match in _NUMBER.finditer(joined.folded):
        printed = joined.text[match.start() : match.end()].strip(" \n¦")
        at_start = match.start() == 0 or joined.folded[match.start()] in "\n¦"
        if not (at_start or printed[0].isupper()):
            continue
        value = re.sub(r"\s+", "", joined.text[match.start("value") : match.end("value")]).rstrip(".,")
        taken.append(match.span())
        return Found(value, re.sub(r"\s+", " ", printed), joined.line(match.start("value")))
    taken.extend(match.span() for match in _OPEN_NUMBER.finditer(joined.folded))
    for strip, start in zip(joined.strips, joined.starts, strict=True):
        bare = _BARE_NUMBER.fullmatch(strip.text)
        if bare:
            taken.append((start, start + len(strip.text)))
            return Found("".join(bare["value"].split()), strip.text, strip.line)
    return None


def _take_date(joined: _Joined, taken: list[tuple[int, int]]) -> tuple[Found | None, Found | None]:
    for pattern in (_DATE, _SHORT_DATE, _OPEN_DATE):
        for match in pattern.finditer(joined.folded):
            start = _place_start(joined, match.start(), taken)
            if start is None or _speaks_of_another(joined.text, match.start(), match.end()):
                continue
            name = re.sub(r"\s+", " ", joined.text[start : match.start()]).strip(" ,.")
            printed = re.sub(r"[\s¦]+", " ", joined.text[start : match.end()]).strip(" ,")
            taken.append((start, match.end()))
            day = None if pattern is _OPEN_DATE else _day(match)
            line = joined.line(match.start() + 1)
            return (
                Found(day, printed, line) if day else None,
                Found(name, printed, joined.line(start)) if name else None,
            )
    return None, None


def _speaks_of_another(text: str, start: int, end: int) -> bool:
    """Whether a date belongs to another document: in brackets ("(Kèm theo ... ngày ...)"), or followed by "của"."""
    return text.rfind("(", 0, start) > text.rfind(")", 0, start) or re.match(r"\s*của\b", text[end:]) is not None


def _day(match: re.Match[str]) -> str | None:
    """The ISO date of a match; blanks between figures come from bold type that changes inside them."""
    day, month, year = (int(re.sub(r"\s", "", match[part])) for part in "dmy")
    return iso(day, month, year)


def _place_start(joined: _Joined, end: int, taken: list[tuple[int, int]]) -> int | None:
    """Where the place before a date begins, or None where the words before it are no place."""
    begin = max([0, joined.text.rfind("¦", 0, end) + 1, *(stop for _, stop in taken if stop <= end)])
    whole = joined.text[begin:end].strip(" ,.\n")
    first_word = begin + (len(joined.text[begin:end]) - len(joined.text[begin:end].lstrip(" ,.\n")))
    if not whole:
        return end
    if "\n" in whole:
        last = joined.text.rfind("\n", begin, end) + 1
        tail = joined.text[last:end].strip(" ,.")
        above = joined.text.rfind("\n", begin, max(begin, last - 1)) + 1
        if province_of_name(joined.text[max(above, begin) : end].strip(" ,.\n")):
            return max(above, begin)
        if whole[0].islower() or whole.split("\n")[0].isupper() or len(whole) > 40:
            if not tail:
                last = joined.text.rfind("\n", begin, last - 1) + 1
                tail = joined.text[last:end].strip(" ,.\n")
            whole, first_word = tail, last
    name = whole.replace("\n", " ")
    words = name.split()
    if not _PLACE_NAME.fullmatch(name) or len(words) > 8 or not name[0].isupper():
        return _known_place_start(joined.text, begin, end)
    return first_word


def _known_place_start(text: str, begin: int, end: int) -> int | None:
    """Where a province's name begins that ends at `end`, in a line into which two columns were merged."""
    starts = [match.start() for match in re.finditer(r"\S+", text[begin:end])][-5:-1]
    for start in starts:
        if text[begin + start].isupper() and province_of_name(text[begin + start : end].strip(" ,.")):
            return begin + start
    return None


def _take_about(joined: _Joined, taken: list[tuple[int, int]]) -> tuple[Strip, ...]:
    match = _ABOUT.search(joined.folded)
    if not match:
        return ()
    first = joined.index(match.start("about"))
    block = joined.strips[first].block
    found: list[Strip] = []
    for k in range(first, len(joined.strips)):
        strip, start = joined.strips[k], joined.starts[k]
        over = [a for a, b in taken if a < start + len(strip.text) and start < b]
        if k > first and strip.block != block and any(a <= start and start + len(strip.text) <= b for a, b in taken):
            continue  # the date stands beside the subject, in the other column
        if k > first and (strip.block != block or start in over or (strip.gap and strip.caps)):
            break
        stop = min([start + len(strip.text), *over])
        text = joined.text[start:stop].strip()
        found.append(replace(strip, text=text, folded=aligned_fold(text)))
        taken.append((start, stop))
    return tuple(found)


def _left(joined: _Joined, taken: list[tuple[int, int]]) -> tuple[Strip, ...]:
    """The strips, or parts of strips, that nothing has taken."""
    rest = []
    spans = sorted(taken)
    for strip, start in zip(joined.strips, joined.starts, strict=True):
        stop, at, pieces = start + len(strip.text), start, []
        for a, b in spans:
            if a >= stop:
                break
            if b > at:
                pieces.append(joined.text[at : max(at, a)])
                at = max(at, b)
        pieces.append(joined.text[at:stop] if at < stop else "")
        text = " ".join(" ".join(pieces).split()).lstrip(" -–—*_.,").rstrip(" *_.")
        if any(map(str.isalnum, text)):
            rest.append(Strip(text, aligned_fold(text), strip.line, strip.block, strip.gap, strip.strong, strip.ends))
    return tuple(rest)
