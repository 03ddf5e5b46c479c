"""Lines as paragraphs: joining two pieces of one paragraph, cutting blanks off, printing Word's own numbers.

A paragraph is a `Line` with `ends=True` whose text holds no line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vankien.model import Line, NoteRef, Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that take no room on paper: they are no part of the text."""

_TOKEN = re.compile(rf"(?P<blank>\s+)|(?P<invisible>[{INVISIBLE}]+)|(?P<words>[^\s{INVISIBLE}]+)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SPLIT_FIGURE = re.compile(r"\d[/.,]?$|[/][A-ZĐƯ]*$|\d[-–][A-ZĐƯ]*$|[A-ZĐ][-–]$")
_FIGURE_GOES_ON = re.compile(r"^(?:\d|[A-ZĐƯ]{2,}|[/\-–][A-ZĐƯ\d])")


def join(pieces: Sequence[Line], words: str = "") -> Line:
    """One paragraph made of tidy pieces, with one blank where a line ended: none inside a broken number or date, nor in
    a hyphenated word that `words`, the whole document, holds unbroken.

    Spans and footnote marks keep their words. The place is that of the first piece.
    """
    first = pieces[0]
    if len(pieces) == 1:
        return first if first.ends else _paragraph(first, first.text, first.spans, first.refs)
    text = ""
    spans: list[Span] = []
    refs: list[NoteRef] = []
    for piece in pieces:
        if text:
            text += _glue(text, piece.text, words)
        if piece.spans or piece.refs:
            at = len(text)
            spans += [Span(s.start + at, s.end + at, s.style) for s in piece.spans]
            refs += [NoteRef(r.at + at, r.mark) for r in piece.refs]
        text += piece.text
    return _paragraph(first, text, _merged(spans, text) if spans else (), tuple(refs))


def tidy(line: Line) -> Line:
    """The line with its generated number printed, runs of blanks made one, invisible characters taken out; offsets
    follow the words."""
    if line.number and generated_number(line):
        line = _with_number(line)
    text = line.text
    if text.isprintable() and "  " not in text and text == text.strip():
        return line
    kept: list[int] = []
    out: list[str] = []
    blank = False
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "words":
            if blank and out:
                out.append(" ")
                kept.append(match.start() - 1)
            out.append(match[0])
            kept.extend(range(match.start(), match.end()))
            blank = False
        elif match.lastgroup == "blank":
            blank = True
    moved = _moves(kept, len(text))
    spans = tuple(Span(moved[s.start], moved[s.end], s.style) for s in line.spans if moved[s.start] < moved[s.end])
    refs = tuple(NoteRef(moved[r.at], r.mark) for r in line.refs)
    return replace(line, text="".join(out), spans=spans, refs=refs)


def glued_apart(line: Line) -> Iterator[Line]:
    """The pieces of a bold line that lost a line break: a word in capitals that goes on in small letters ("KẾT
    LUẬNvề") was the end of one line and the beginning of the next."""
    text, at = line.text, 0
    if line.spans and line.cell is None:
        for word in _WORD.finditer(text):
            small = next((i for i, letter in enumerate(word[0]) if letter.islower()), 0)
            if small > 2 and word[0][:small].isupper() and word[0][small:].islower():
                yield _cut(line, at, word.start() + small)
                at = word.start() + small
    yield line if at == 0 else _cut(line, at, len(text))


def _cut(line: Line, start: int, end: int) -> Line:
    spans = tuple(
        Span(max(s.start - start, 0), min(s.end, end) - start, s.style)
        for s in line.spans
        if s.start < end and s.end > start
    )
    refs = tuple(NoteRef(r.at - start, r.mark) for r in line.refs if start <= r.at <= end)
    return replace(line, text=line.text[start:end], spans=spans, refs=refs)


def _paragraph(first: Line, text: str, spans: tuple[Span, ...], refs: tuple[NoteRef, ...]) -> Line:
    """The line `first` as a paragraph of this text; written out because `dataclasses.replace` is ten times slower."""
    return Line(
        text,
        first.place,
        first.page,
        True,
        spans,
        refs,
        first.cell,
        first.note,
        first.box,
        None,
        first.centered,
        first.image,
    )


def generated_number(line: Line) -> str | None:
    """The number that a word processor prints before a line and its text does not hold; an empty line has none."""
    if not line.number or line.text.startswith(line.number):
        return None
    return line.number if line.text.strip() or line.image else None


def _moves(kept: Sequence[int], length: int) -> list[int]:
    """For each old offset (0..length) its new one."""
    moved = [0] * (length + 1)
    new = 0
    for old in range(length + 1):
        while new < len(kept) and kept[new] < old:
            new += 1
        moved[old] = new
    return moved


def _with_number(line: Line) -> Line:
    prefix = f"{line.number} "
    by = len(prefix)
    return replace(
        line,
        text=prefix + line.text,
        spans=tuple(Span(s.start + by, s.end + by, s.style) for s in line.spans),
        refs=tuple(NoteRef(r.at + by, r.mark) for r in line.refs),
        number=None,
    )


def _glue(before: str, after: str, words: str) -> str:
    if not before.endswith(("/", "-", "–")):
        return " "
    last = before.rsplit(" ", 1)[-1]
    if _is_split_figure(last, after):
        return ""
    whole = f" {last}{after.split(' ', 1)[0].rstrip('.,;:')}"
    return "" if len(last) > 1 and whole in words else " "


def _is_split_figure(last: str, after: str) -> bool:
    """Whether a number or a date was broken: it begins with a figure, and what follows goes on with it."""
    return last[:1].isdigit() and _SPLIT_FIGURE.search(last) is not None and _FIGURE_GOES_ON.match(after) is not None


def _merged(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans of one style that only a blank parts, made one."""
    found: list[Span] = []
    last: dict[str, int] = {}
    for span in spans:
        at = last.get(span.style)
        if at is not None and not text[found[at].end : span.start].strip():
            found[at] = Span(found[at].start, span.end, span.style)
        else:
            last[span.style] = len(found)
            found.append(span)
    return tuple(found)
