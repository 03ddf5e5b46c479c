"""A document's lines divided into its parts: what stands before it, its head, its text, its foot, what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vankien.model import Line
from vankien.normalizing.anchor import climb, find_mottos, find_start
from vankien.normalizing.foot import find_foot
from vankien.normalizing.foreign import copy_stop, is_caption, without_foreign
from vankien.normalizing.head import Head, read_head
from vankien.normalizing.strips import read_strips

_COPY = re.compile(r"[/-](?:SY|SL|TrS|TS)\b", re.IGNORECASE)
_BLANK = re.compile(r"\.{3,}|…|_{3,}")
_NEAR = 14  # strips between the top of a head and its type line
_HEAD_LIMITS = (40, 160)  # lines in which a head ends, blank ones counted; the second where the first is too few


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a source by what they are.

    `lead` is a portal's news or table of contents before the document; `header` runs from the motto or the issuer to
    the last line of the title; `body` is the text; `closing` holds Nơi nhận, signatures and stamps; `annexes` all that
    follows. `further` holds other documents of the same file, each from its own header on. All lines together are the
    lines given, each once; only those of `closing` may stand among lines of the body. `head` is the header as read, its
    line numbers counting in `header`.
    """

    lead: tuple[Line, ...] = ()
    header: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()
    annexes: tuple[Line, ...] = ()
    further: tuple[tuple[Line, ...], ...] = ()
    head: Head | None = None


def divide(lines: Sequence[Line]) -> Parts:
    """The parts of the document that `lines` hold; without any sign of a head or foot all is `body`."""
    start = find_start(lines)
    head, head_stop = (None, 0) if start is None else _head(lines, start)
    start = start or 0
    foot = find_foot(lines, head_stop)
    if foot is None:
        return Parts(tuple(lines[:start]), tuple(lines[start:head_stop]), tuple(lines[head_stop:]), head=head)
    begin, end = foot
    end = copy_stop(lines, end)
    if head and head.letterhead.number and is_caption(lines[end:], head.letterhead.number.value):
        end = len(lines)
    others = [*_other_heads(lines, end), len(lines)]
    return Parts(
        lead=tuple(lines[:start]),
        header=tuple(lines[start:head_stop]),
        body=tuple(lines[head_stop:begin]),
        closing=tuple(lines[begin:end]),
        annexes=tuple(lines[end : others[0]]),
        further=tuple(tuple(lines[a:b]) for a, b in pairwise(others)),
        head=head,
    )


def _other_heads(lines: Sequence[Line], first: int) -> list[int]:
    """The lines from `first` on where another document of the same file begins: a motto with a type line, a number
    and a date, all their figures filled in. A form has blanks there, a certified copy no type of its own."""
    found = []
    after = lines[first:]
    for motto in find_mottos(after):
        start = climb(after, motto)
        strips = without_foreign(read_strips(after, start, min(len(after), start + _HEAD_LIMITS[0])))
        head = read_head(strips)
        if _is_complete(head) and not any(_BLANK.search(strip.text) for strip in strips[: head.stop]):
            found.append(first + start)
    return found


def _is_complete(head: Head) -> bool:
    """Whether a head has type, number and date near each other, and the number is not that of a copy."""
    number, near = head.letterhead.number, head.type_line is not None and head.type_line.first <= _NEAR
    return near and number is not None and head.letterhead.date is not None and not _COPY.search(number.value)


def _head(lines: Sequence[Line], start: int) -> tuple[Head, int]:
    """The head that begins on line `start`, its lines counted from there, and the first line of the text below it."""
    for limit in _HEAD_LIMITS:
        first = lines[start : start + limit]
        strips = without_foreign(read_strips(first, 0, len(first)))
        head = read_head(strips)
        if head.stop + 12 < len(strips):
            break
    return head, start + (strips[head.stop].line if head.stop < len(strips) else len(first))
