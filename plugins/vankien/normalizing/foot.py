"""The foot of a document: where Nơi nhận and the signatures stand, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vankien.model import Line
from vankien.normalizing.persons import is_authority, is_position, read_name
from vankien.normalizing.strips import FOREIGN_BOXES, Strip, is_rule, joined, read_strips
from vankien.writing.aligned import aligned_fold

TO = re.compile(r"\W*(?:n\s?oi\s+nhan\b\W*(?::|$)|noi$|nhan\W*$)")
"""The folded heading of the list of recipients."""

STAMP = re.compile(
    r"\W*(?:da\s+ky\b|\(?\s*ky\b(?:[,.]| ten| ghi| boi| so| va)|nguoi ky|email\s*:|co quan\s*:|thoi gian ky|ngay ky"
    r"|signed|signature|digitally|to chuc xac thuc|so serial|dong dau|ban chinh)"
)
"""What a stamp of a signature says: no word of the document."""

SEALED = r"(?:(?:va|ten)\W+)*dong\s+dau\b|ten\b|so\b|dien\s+tu\b"
"""What follows "đã ký" and is no name: "và đóng dấu", "số", "điện tử"."""

SIGNED = re.compile(rf"\W*da\s+ky\W+(?!{SEALED})[a-z]+\s+[a-z]")
"""A name behind "Đã ký"."""

CERTIFIED = re.compile(r"\W*xac thuc van ban hop nhat")
"""What stands above the signature of a consolidated text."""

ANNEX = re.compile(
    r"\W*(?:phu\s?luc\b|mau\s+(?:so|bieu|\d)|bieu\s+(?:so|mau|\d)|bang\s+(?:so\s+)?\d|danh\s+(?:muc|sach)\b"
    r"|noi dung cong bo)"
)
DATED = re.compile(
    r"\W*(?:(?:lam|ky|lap)\s+tai\s+[^,;.]{2,40}?,?|[^,;.]{2,40},)?\s*ngay[\s.…]*\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}\W*$"
)
"""A line that is only place and date."""

_OPENINGS = re.compile(
    r"\n(?:[^\w\n]|_)*+(?=[NTKQPCBGVHĐX])(?:N ?[ƠơOo][Ii]\s+[Nn][Hh][ẬậAa][Nn](?:[^\w\n]|_)*?(?::|$)"
    r"|N[ơƠ][iI]\W*\n\W*nhận\b"
    r"|(?:T ?[/.] ?M|TM|K ?[/.] ?T|KT|T ?[/.] ?L|TL|T[/.]U\.?Q|TUQ|Q)(?:[./ ]+)[A-ZÀ-ỴĐƠƯ]{2}"
    r"|(?:PHÓ |QUYỀN |NỮ |Q\. ?)?(?:CHỦ|BÍ|BỘ|THỨ|THỦ|THỐNG|TỔNG|GIÁM|CỤC|CHI CỤC|VỤ|VIỆN|TRƯỞNG|CHÁNH"
    r"|CHỈ HUY|TƯ LỆNH|HIỆU|CHÍNH ỦY|ĐẠI SỨ)"
    r"[^\S\n]+[A-ZÀ-ỴĐƠƯ]|XÁC THỰC VĂN BẢN"
    r"|(?:THAY MẶT|THƯ KÝ|CHỦ TỌA|CHỦ TRÌ|NGƯỜI CHỦ TRÌ|NGƯỜI LẬP|ĐẠI DIỆN|KẾ TOÁN)\b)",
    re.MULTILINE,
)
_IN_COLUMNS = re.compile(r"\n[^\n]{0,80}?\S[^\S\n]{3,}(?:TM|KT|TL|T[/.]M|K[/.]T|T[/.]L)[./ ]")
_WIDE = re.compile(r"[^\S\n]{3}(?=[TK])")
_LIMITS = (36, 200)  # lines of a foot at most, blank ones counted; the second where the first is too few


def find_foot(lines: Sequence[Line], first: int, *, whole: bool = True) -> tuple[int, int] | None:
    """The lines from which and up to which (exclusive) the foot stands, searched from line `first` on.

    The first place where a person's name follows an authority or a post, or that closes a text that ended with "./.":
    a form or a quoted provision with an empty signature is passed over. `whole` tells that the last of `lines` is
    the last of the file, so that a post without a name may stand there.
    """
    for start in _candidates(lines, first):
        stop, named = _extent(lines, start)
        if stop <= start:
            continue
        if CERTIFIED.match(aligned_fold(lines[start].text)):
            start = _above(lines, start, first)
        if named or (whole and stop == len(lines)) or _after_end_mark(lines, start, first):
            return start, stop
    return None


def _candidates(lines: Sequence[Line], first: int) -> Iterator[int]:
    """The lines that may open a foot, in order."""
    text = "\n" + joined(lines[first:])
    starts = [match.start() for match in _OPENINGS.finditer(text)]
    if _WIDE.search(text):
        starts = sorted({*starts, *(match.start() for match in _IN_COLUMNS.finditer(text))})
    row, at = first, 0
    for start in starts:
        row += text.count("\n", at, start)
        at = start
        if lines[row].box not in FOREIGN_BOXES:
            yield row


def _above(lines: Sequence[Line], start: int, first: int) -> int:
    """The first line of the small letterhead (body, number) that stands above line `start`."""
    for i in range(start - 1, max(first - 1, start - 10), -1):
        text = lines[i].text.strip()
        if is_rule(text) or text.isupper() or re.match(r"\W*so\s*:", aligned_fold(text)):
            start = start if is_rule(text) else i
        else:
            break
    return start


def _after_end_mark(lines: Sequence[Line], start: int, first: int) -> bool:
    """Whether the last words before line `start` close a document with "./."."""
    for i in range(start - 1, max(first - 1, start - 8), -1):
        if not is_rule(lines[i].text):
            return re.search(r"\.\s*/\s*\.", lines[i].text) is not None
    return False


def _extent(lines: Sequence[Line], start: int) -> tuple[int, bool]:
    """Where the foot that line `start` opens ends, and whether a person signs it."""
    for limit in _LIMITS:
        stop = min(len(lines), start + limit)
        strips = sorted(read_strips(lines, start, stop, foot=True), key=lambda strip: (strip.line, strip.block))
        ended, named = _walk(strips)
        if ended is not None:
            return ended, named
        if stop == len(lines):
            break
    return stop, named


def _walk(strips: Sequence[Strip]) -> tuple[int | None, bool]:
    """The line of the first strip that is no part of a foot, or None, and whether a person's name stands before it."""
    named = listing = due = after_name = False
    list_block = name_block = -1
    for k, strip in enumerate(strips):
        kind = _kind(strip, due=due, listing=listing)
        if kind == "other" and (due or (after_name and not strip.gap)) and _is_broken_name(strips, k):
            kind = "name"
        if kind == "other" and listing and not (named and strip.gap):
            kind = "item"
        if kind == "other" and named and not strip.gap and strip.block == list_block != name_block:
            kind = "item"  # the list in the left column is longer than the signature beside it
        if kind in ("end", "other"):
            return strip.line, named
        listing, after_name = kind in ("to", "item"), kind == "name"
        list_block = strip.block if listing else list_block
        name_block = strip.block if after_name else name_block
        named = named or kind == "name"
        due = kind in ("authority", "position", "stamp") or (due and (listing or kind == "date"))
    return None, named


def _is_broken_name(strips: Sequence[Strip], k: int) -> bool:
    """Whether strip `k` holds the beginning of a name that a line break divides, or its end."""
    pairs = ((k, k + 1), (k - 1, k))
    return any(
        a >= 0 and b < len(strips) and read_name(f"{strips[a].text} {strips[b].text}", expected=True) for a, b in pairs
    )


def _is_full_name(text: str) -> bool:
    name = read_name(text)
    return name is not None and len(name.split()) > 2 and not name.isupper()


def _kind(strip: Strip, *, due: bool, listing: bool) -> str:
    """What a strip of a foot is: to, item, authority, position, name, stamp, end or other."""
    if TO.match(strip.folded):
        return "to"
    if ANNEX.match(strip.folded):
        return "end"
    if strip.text[0] in "-–+•*" or strip.folded.startswith("luu"):
        return "item"
    if SIGNED.match(strip.folded) and due:
        return "name"
    if STAMP.match(strip.folded) or CERTIFIED.match(strip.folded):
        return "stamp"
    if DATED.match(strip.folded):
        return "date"
    if is_authority(strip.text):
        return "authority"
    if is_position(strip.text) and (strip.caps or due):
        return "position"
    if read_name(strip.text, expected=True) if due else listing and strip.gap and _is_full_name(strip.text):
        return "name"
    if strip.caps and due:
        return "position"
    return "other"
