"""The head of a document: letterhead, type line and title, read from its strips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.normalizing.letterhead import Letterhead, read_letterhead
from vankien.normalizing.strips import Strip
from vankien.normalizing.title import OPENER, title_stop
from vankien.normalizing.typeline import TypeLine, find_type

_GREETING = re.compile(r"\W*kinh(?:\s*(?:gui|trinh)\b|$)")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document. `title` holds its lines as printed; `stop` is the index of the first strip of the
    text; `greeted` tells that the text begins with "Kính gửi". `title_line` and `type_first_line` are the lines on
    which title and type line begin."""

    letterhead: Letterhead
    type_line: TypeLine | None
    title: tuple[str, ...]
    title_line: int
    stop: int
    greeted: bool
    type_first_line: int = 0


def read_head(strips: Sequence[Strip]) -> Head:
    """The head that `strips`, without foreign blocks (foreign.py), begin with."""
    opened = next((i for i, strip in enumerate(strips) if OPENER.match(strip.folded)), len(strips))
    type_line = find_type(strips, opened)
    if type_line is None:
        return _untyped(strips, opened)
    letterhead = read_letterhead(strips[: type_line.first])
    stop = title_stop(strips, type_line.last + 1, strips[type_line.last] if type_line.rest else None)
    lines = [strip.text for strip in strips[type_line.last + 1 : stop]]
    if type_line.rest:
        lines.insert(0, type_line.rest)
    line = strips[min(type_line.last + (not type_line.rest), len(strips) - 1)].line
    first = strips[type_line.first].line
    return Head(letterhead, type_line, tuple(lines), line, stop, _is_greeted(strips, stop), first)


def _untyped(strips: Sequence[Strip], opened: int) -> Head:
    """The head of a Công văn, or of what is no document: its subject stands under the number."""
    letterhead = read_letterhead(strips[:opened])
    about = letterhead.about
    title = tuple(strip.text for strip in about)
    return Head(letterhead, None, title, about[0].line if about else 0, opened, _is_greeted(strips, opened))


def _is_greeted(strips: Sequence[Strip], stop: int) -> bool:
    return stop < len(strips) and _GREETING.match(strips[stop].folded) is not None
