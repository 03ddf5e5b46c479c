"""Nơi nhận and Kính gửi: to whom a document goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.model import Line
from vankien.normalizing.foot import ANNEX, STAMP, TO
from vankien.normalizing.persons import is_authority, is_position, read_name
from vankien.normalizing.strips import Strip, read_strips
from vankien.writing.aligned import aligned_fold

_DASH = re.compile(r"[-–—+•*]\s*")
_HEADING = re.compile(r"[^;,]*:$")
_KEEP = re.compile(r"\W*luu\b")
_SPLIT = re.compile(r"(?<=[;,])\s+[-–•]\s+")
_AFTER_ITEM = re.compile(
    r"(?<=[;:.,])\s+(?=(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)[./ ]\s*[A-ZÀ-ỴĐƠƯ]{2}"
    r"|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|CHÁNH)\b)"
)
_AFTER_MARK = re.compile(r"(?<=[;.)])\s+(?=\w)")
_COPIES = re.compile(r"\d+\s*(?:ban|b)\b")
_GREETING = re.compile(r"\W*(?:dong\s+)?kinh\s*(?:gui|trinh)\b\W*|\W*(?:thu tuong chinh phu\s+)?dien\s*:\W*")
_GREETS = ("Kính", "KÍNH", "kính", "Kinh ", "iện:", "IỆN:")  # one of these stands in every greeting
_SENTENCE = re.compile(
    r"\W*(?:nhan duoc|tra loi|phuc dap|xet\b|thuc hien|can cu|theo\b|ngay \d|tiep theo|vua qua|de\s|nham\b|tren co so"
    r"|qua\b|thoi gian qua|hien nay|trong\b|lien quan)|.{0,80}\bnhan duoc\b"
)
_GREETING_PART = re.compile(r"\W*(?:dong\s+)?kinh$")


def split_merged(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, those in two where a signature was merged into the line of a recipient."""
    found: list[Strip] = []
    merged = False
    for strip in strips:
        match = _AFTER_ITEM.search(strip.text) or (_rest_of_signature(strip.text) if merged else None)
        if match and (TO.match(strip.folded[: match.start()]) or _DASH.match(strip.text)):
            found.append(_part(strip, 0, match.start(), strip.block))
            found.append(replace(_part(strip, match.end(), len(strip.text), strip.block + 1), gap=False))
            merged = True
        elif merged and not _DASH.match(strip.text) and read_name(strip.text):
            found.append(replace(strip, block=strip.block + 1))
        else:
            found.append(strip)
    return sorted(found, key=lambda strip: strip.block)


def _part(strip: Strip, start: int, end: int, block: int) -> Strip:
    return replace(strip, text=strip.text[start:end], folded=strip.folded[start:end], block=block)


def _rest_of_signature(text: str) -> re.Match[str] | None:
    """The blank behind a recipient after which a name, or capitals with accents, go on with a merged signature."""
    for match in _AFTER_MARK.finditer(text):
        rest = text[match.end() :]
        if (rest.isupper() and not rest.isascii()) or (len(rest.split()) > 1 and read_name(rest)):
            return match
    return None


def read_recipients(strips: Sequence[Strip]) -> tuple[tuple[str, ...], range]:
    """The lines of Nơi nhận, without dash and closing mark, and the range of strips that they take with their
    heading. Headings inside the list ("Gửi bản điện tử:") are none."""
    start = next((i for i, strip in enumerate(strips) if TO.match(strip.folded)), None)
    if start is None:
        return (), range(0)
    items: list[str] = []
    dashed = any(_DASH.match(strip.text) for strip in strips[start + 1 :])
    stop = len(strips)
    for i, strip in enumerate(strips[start + 1 :], start + 1):
        if TO.match(strip.folded):
            continue
        stop = i
        if strip.block != strips[start].block and not (_DASH.match(strip.text) and not items):
            break
        if STAMP.match(strip.folded) or ANNEX.match(strip.folded) or is_authority(strip.text):
            break
        if strip.caps and is_position(strip.text):
            break
        new = _DASH.match(strip.text)
        runs_on = items and items[-1][-1:] not in (";", ".") and strip.text[0].islower()
        apart = (strips[i - 1].ends and not runs_on) or (strip.gap and items and items[-1][-1:] in (";", ",", "."))
        begins = new or not items or not dashed or apart
        kept = items and _KEEP.match(aligned_fold(items[-1])) is not None
        if kept and (begins or items[-1].endswith(".") or _COPIES.match(strip.folded)):
            break
        if begins:
            items.append(strip.text[new.end() :] if new else strip.text)
        else:
            items[-1] = f"{items[-1]} {strip.text}"
        stop = i + 1
    parts = [part for item in items for part in _SPLIT.split(item)]
    return tuple(_trim(part) for part in parts if _trim(part) and not _HEADING.fullmatch(part)), range(start, stop)


def _trim(item: str) -> str:
    """An item without its closing mark; a full stop after an abbreviation or at the end of the list stays."""
    return " ".join(item.split()).strip(" ;,|*_")


def read_addressees(lines: Sequence[Line], stop: int = 40) -> tuple[tuple[str, ...], Strip | None]:
    """The bodies that "Kính gửi" names at the beginning of `lines`, with the strip of the heading."""
    if not any(mark in line.text for line in lines[:12] for mark in _GREETS):
        return (), None
    first_lines = read_strips(lines, 0, min(len(lines), 12))[:6]
    start = next(
        (i for i, s in enumerate(first_lines) if _GREETING.match(s.folded) or _GREETING_PART.match(s.folded)), None
    )
    if start is None:
        return (), None
    strips = read_strips(lines, 0, min(len(lines), stop))
    items: list[str] = []
    first = True
    for i, strip in enumerate(strips[start:], start):
        text = strip.text
        if first and (match := _GREETING.match(strip.folded)):
            text, first = text[match.end() :].strip(), False
        elif _GREETING_PART.match(strip.folded) and first:
            continue
        elif first and (match := re.match(r"\W*gui\b\W*", strip.folded)):
            text, first = text[match.end() :].strip(), False
        if not text:
            continue
        new = _DASH.match(text)
        listed = new is not None or bool(lines[strip.line].number)
        if i > start and items and not listed and _stands_off(strip, strips[i - 1], items[-1]):
            break
        if text.startswith("(") or (items and not listed and text[0].isupper() and _SENTENCE.match(strip.folded)):
            break
        if listed or not items:
            items.append(text[new.end() :] if new else text)
        else:
            items[-1] = f"{items[-1]} {text}"
        if _ends_list(items[-1]) and not listed and i + 1 < len(strips) and not _DASH.match(strips[i + 1].text):
            break
    return tuple(filter(None, (item.strip(" ;,.:|*_") for item in items))), strips[start]


def _stands_off(strip: Strip, before: Strip, item: str) -> bool:
    """Whether a strip is no continuation of the item before it."""
    return strip.gap or strip.block != before.block or before.ends or _ends_list(item)


def _ends_list(item: str) -> bool:
    return item.endswith(".")
