"""Who signed: name, post, and for whom, read from the strips of a foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vankien.model import Line, Signer
from vankien.normalizing.foot import SEALED, STAMP
from vankien.normalizing.persons import breaks_post, is_authority, is_position, read_name
from vankien.normalizing.strips import Strip
from vankien.writing.aligned import aligned_fold

_OPEN = (",", "-", " VÀ")


_OWN_POST = re.compile(r"(?<=[a-z])(?<!\bthanh)\s+(?=(?:pho|thu truong)\b)")
_SIGNED = re.compile(rf"\W*\bda\s+ky\b(?:\W+(?:{SEALED}))?\W*")


@dataclass(slots=True)
class _Post:
    """A post that waits for its name."""

    column: tuple[int, ...]
    authority: list[str] = field(default_factory=list)
    position: list[str] = field(default_factory=list)


def read_signers(strips: Sequence[Strip], lines: Sequence[Line]) -> tuple[tuple[Signer, ...], tuple[Strip, ...]]:
    """The signers in printed order, and the strip of each one's name. `strips` are those of the signatures alone,
    `lines` what their line numbers count in."""
    strips = _whole(_without_stamps(strips))
    signers: list[Signer] = []
    names: list[Strip] = []
    waiting: list[_Post] = []
    orphans: list[tuple[str, Strip]] = []
    current: _Post | None = None
    i = 0
    while i < len(strips):
        strip = strips[i]
        column = _column(strip, lines)
        if current is None or current.column != column:
            current = next((post for post in waiting if post.column == column), None)
        if STAMP.match(strip.folded):
            i += 1
            continue
        beside = bool(names) and names[-1].line == strip.line
        name, used = _name_at(strips, i, due=current is not None or bool(waiting) or beside)
        if name:
            post = current or (waiting[0] if waiting else None)
            if post in waiting:
                waiting.remove(post)
            signers.append(_signer(name, post))
            names.append(strip)
            current = None
            i += used
            continue
        if name_alone := None if current or strip.caps else read_name(strip.text):
            orphans.append((name_alone, strip))
        elif _is_post(strip, current):
            if current is None:
                current = _Post(column)
                waiting.append(current)
            _add(current, strip.text)
        i += 1
    for post, (name, strip) in zip(waiting, orphans, strict=False):
        signers.append(_signer(name, post))
        names.append(strip)
    if not signers and strips and (alone := _name_alone(strips)):
        return (Signer(alone[0]),), (alone[1],)
    return tuple(signers), tuple(names)


def _name_alone(strips: Sequence[Strip]) -> tuple[str, Strip] | None:
    """The name with which the last strip ends a foot whose posts are lost (under a seal, to a scanner)."""
    name = read_name(strips[-1].text)
    return (name, strips[-1]) if name and len(name.split()) > 2 and strips[-1].gap else None


def _without_stamps(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, "Đã ký" before a name taken off, those with several names in one line divided."""
    found: list[Strip] = []
    for strip in strips:
        parts = [m for m in _SIGNED.finditer(strip.folded) if strip.text[m.end() :].strip()]
        if not parts:
            found.append(strip)
            continue
        ends = [m.start() for m in parts[1:]] + [len(strip.text)]
        for match, end in zip(parts, ends, strict=True):
            text = strip.text[match.end() : end].strip()
            found.append(replace(strip, text=text, folded=aligned_fold(text)))
    return found


def _whole(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, those joined that a post is broken over: "KT. BỘ" and "TRƯỞNG", "PHÓ" and "TRƯỞNG BAN"."""
    found: list[Strip] = []
    for strip in (part for whole in strips for part in _divided(whole)):
        before = found[-1] if found else None
        if before and before.block == strip.block and breaks_post(before.text, strip.text):
            text = f"{before.text} {strip.text}"
            found[-1] = replace(before, text=text, folded=aligned_fold(text))
        else:
            found.append(strip)
    return found


def _divided(strip: Strip) -> list[Strip]:
    """A strip in two where the post stands in the line of the authority: "KT. BỘ TRƯỞNG THỨ TRƯỞNG"."""
    match = _OWN_POST.search(strip.folded) if is_authority(strip.text) else None
    if match is None:
        return [strip]
    cuts = ((0, match.start()), (match.end(), len(strip.text)))
    return [replace(strip, text=strip.text[a:b], folded=strip.folded[a:b]) for a, b in cuts]


def _column(strip: Strip, lines: Sequence[Line]) -> tuple[int, ...]:
    """What strips of one signature share: the column of a table, else the block."""
    cell = lines[strip.line].cell
    return (cell[0], cell[2]) if cell else (strip.block,)


def _is_post(strip: Strip, current: _Post | None) -> bool:
    return strip.caps or (is_position(strip.text) and (current is None or not current.position))


def _name_at(strips: Sequence[Strip], i: int, *, due: bool) -> tuple[str | None, int]:
    """The name that strip `i` holds, alone or with the strips that it wraps to, and how many strips it takes."""
    if not due:
        return None, 0
    for count in (3, 2, 1):
        group = strips[i : i + count]
        if len(group) < count or any(s.block != group[0].block or s.gap for s in group[1:]):
            continue
        wraps = len({s.line for s in group}) == count
        if count > 1 and not (wraps and all(_is_part_of_name(s) for s in group)):
            continue
        name = read_name(" ".join(s.text for s in group), expected=True)
        if name:
            return name, count
    return None, 0


def _is_part_of_name(strip: Strip) -> bool:
    return len(strip.text.split()) <= 3 and not strip.caps and not STAMP.match(strip.folded)


def _add(post: _Post, text: str) -> None:
    """Adds a line to a post: a new authority, a new position, or the rest of the line before."""
    before = (post.position or post.authority or [""])[-1]
    if is_authority(text) and not post.position:
        post.authority.append(text)
    elif is_position(text) and not before.endswith(_OPEN):
        if post.position and not is_position(before):
            post.position.append(text)
        elif post.position:
            post.position[-1] = f"{before} {text}" if not post.authority else text
        else:
            post.position.append(text)
    elif post.position:
        post.position[-1] = f"{before} {text}"
    elif post.authority:
        post.authority[-1] = f"{before} {text}"
    else:
        post.position.append(text)


def _signer(name: str, post: _Post | None) -> Signer:
    if post is None:
        return Signer(name)
    position = " ".join(post.position) or None
    authority = " ".join(post.authority) or None
    return Signer(" ".join(name.split()), position, authority)
