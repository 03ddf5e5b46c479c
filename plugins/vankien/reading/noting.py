"""Footnotes that a file prints as plain paragraphs: a raised or bracketed figure in a sentence, and again before a
paragraph further down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vankien.model import Dropped, Line, NoteRef
from vankien.reading.cutting import Cut, Cutter, Markings, dropped
from vankien.reading.footmarks import REASON, lone_blank

_FARTHEST = 8
_BRACKETED = re.compile(r"\[\d{1,3}\]|\[\*{1,3}\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """`lines[line].text[start:end]` looks like a footnote's mark."""

    line: int
    start: int
    end: int


def marks_in(line: int, text: str, raised: Iterable[tuple[int, int]]) -> list[Mark]:
    """What looks like a mark in line number `line`: `raised` stretches and figures in square brackets."""
    stretches = list(raised)
    stretches += [match.span() for match in _BRACKETED.finditer(text) if match.span() not in stretches]
    return [Mark(line, start, end) for start, end in stretches]


def link_notes(lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[list[Line], tuple[Dropped, ...]]:
    """The lines with the marks that lead to a note as `refs`, and the notes' lines with `note`. Other marks stay."""
    heads: dict[str, Mark] = {}
    refs: dict[str, list[Mark]] = {}
    for mark in marks:
        name = _name(lines, mark)
        if name and not lines[mark.line].text[: mark.start].strip() and name in refs and name not in heads:
            heads[name] = mark
        elif name and name not in heads:
            refs.setdefault(name, []).append(mark)
    out = list(lines)
    left_out: list[Dropped] = []
    by_line: dict[int, list[tuple[Mark, str, bool]]] = {}
    for name, head in heads.items():
        by_line.setdefault(head.line, []).append((head, name, True))
        for ref in refs[name]:
            by_line.setdefault(ref.line, []).append((ref, name, False))
    for at, found in by_line.items():
        out[at], taken = _marked(lines[at], found)
        left_out += taken
    starts = sorted(head.line for head in heads.values())
    for name, head in heads.items():
        following = next((start for start in starts if start > head.line), head.line + 1)
        for at in range(head.line, following if following - head.line <= _FARTHEST else head.line + 1):
            out[at] = replace(out[at], note=name.strip("[]"))
    return out, tuple(left_out)


def _name(lines: Sequence[Line], mark: Mark) -> str:
    """A mark's figure, in the brackets that it has; "" where it is none."""
    printed = lines[mark.line].text[mark.start : mark.end].strip(" ()")
    name = printed.strip("[]")
    return printed if (name.isdigit() and len(name) <= 3) or (name and set(name) == {"*"}) else ""


def _marked(line: Line, found: Sequence[tuple[Mark, str, bool]]) -> tuple[Line, tuple[Dropped, ...]]:
    marks = Markings(spans=list(line.spans), refs=list(line.refs))
    for mark, name, heads in found:
        start = mark.start - lone_blank(line.text, mark.start, mark.end)
        marks.cuts.append(Cut(start, mark.end, REASON))
        if not heads:
            marks.refs.append(NoteRef(start, name.strip("[]")))
    piece = Cutter(line.text, marks).piece(0, len(line.text))
    return replace(line, text=piece.text, spans=piece.spans, refs=piece.refs), dropped(line.text, marks.cuts)
