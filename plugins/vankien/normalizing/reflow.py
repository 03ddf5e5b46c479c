"""Reflow: physical lines become paragraphs, as a person reads them across line and page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vankien.model import Line
from vankien.normalizing.beginnings import Beginning, beginning, expects_more, follows
from vankien.normalizing.paragraph import join, tidy
from vankien.normalizing.wrapping import Wrapping, ends_sentence, goes_on

_BARE = re.compile(
    r"[“\"]?(?:Điều|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC|Số|Số:|Luật số:|Khoản|Điểm"
    r"|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ]\)|[IVX]+[.\-–]|[-–+•])"
)
_BARE_MARK = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zđ]\d?\)|[IVX]+[.\-–]|[-–+•])")
_CAPITALS = re.compile(r"[^a-zà-ýăđĩũơưạ-ỹ]+")
_LONG = 40


def reflow(lines: Iterable[Line], wrapping: Wrapping) -> list[Line]:
    """The paragraphs of `lines`, in order: `Line`s with `ends=True`, without line breaks and blank lines.

    Nothing is taken out and nothing is added but blanks at the joints. A line whose end the format gives is joined
    with the next only where a page break cut a sentence.
    """
    paragraphs: list[Line] = []
    open_lines: list[Line] = []
    last: dict[str, str] = {}
    gap = False
    for line in lines:
        if not line.text.strip() and line.image is None:
            gap = True
            continue
        line = tidy(line)
        start = beginning(line.text)
        if open_lines and _continues(open_lines, line, start, gap, wrapping, last):
            open_lines.append(line)
        else:
            if open_lines:
                paragraphs.append(join(open_lines))
            open_lines = [line]
            if start:
                last[start.kind] = start.value
        gap = False
    if open_lines:
        paragraphs.append(join(open_lines))
    return paragraphs


def _continues(
    before: Sequence[Line], line: Line, start: Beginning | None, gap: bool, wrapping: Wrapping, last: dict[str, str]
) -> bool:
    """Whether `line` goes on with the paragraph whose lines so far are `before`."""
    end = before[-1]
    if end.cell != line.cell or end.note != line.note or end.box != line.box or end.image or line.image:
        return False
    if end.ends:
        return end.cell is None and end.page != line.page and _cut(end.text, line.text, start)
    if _bare(before):
        return not _BARE_MARK.fullmatch(line.text)
    if gap and not wrapping.double_spaced:
        return _cut(end.text, line.text, start)
    if end.cell is not None:
        return _continues_in_cell(end.text, line.text, start, last)
    if not wrapping.wrapped:
        return _cut(end.text, line.text, start)
    return _wraps(before, line, start, wrapping, last)


def _bare(before: Sequence[Line]) -> bool:
    """Whether all there is so far is a mark or its word ("Điều", "1.", "-"), whose text must follow."""
    return len(before) == 1 and before[0].cell is None and _BARE.fullmatch(before[0].text) is not None


def _cut(end: str, text: str, start: Beginning | None) -> bool:
    """Whether a page break cut one sentence into `end` and `text`: nothing ends, nothing begins."""
    if start is not None or ends_sentence(end):
        return False
    if goes_on(text):
        return len(end) >= _LONG
    return len(end) >= _LONG and (
        _open_bracket(end) and ")" in text[:_LONG] or end.endswith("/") and text[:1].isdigit()
    )


def _open_bracket(text: str) -> bool:
    return text.rfind("(") > text.rfind(")")


def _continues_in_cell(end: str, text: str, start: Beginning | None, last: dict[str, str]) -> bool:
    if start is not None and (ends_sentence(end) or not _accidental(end, text, start, last)):
        return False
    return not end.rstrip().endswith((";", "./.", "------"))


def _wraps(
    before: Sequence[Line], line: Line, start: Beginning | None, wrapping: Wrapping, last: dict[str, str]
) -> bool:
    """The decision in wrapped text, from the end of one line, the beginning of the next, lengths and bold print."""
    end, text = before[-1].text, line.text
    if start is not None:
        return not ends_sentence(end) and _accidental(end, text, start, last)
    full = len(end) + 1 + len(text.split(" ", 1)[0]) > wrapping.width
    if ends_sentence(end):
        return (full and len(before) > 1 and not end.endswith((":", "./."))) or text[:1].islower()
    if goes_on(text) or expects_more(end) or end.endswith((",", "-", "–", "/", "(", "“")) or _open_bracket(end):
        return True
    if _rule(end) or _rule(text) or _heading(before) != _heading([line]):
        return False
    return (
        full or _CAPITALS.fullmatch(end) is not None and len(before) < 6 or (len(before) == 1 and not _titled(before))
    )


def _accidental(end: str, text: str, start: Beginning, last: dict[str, str]) -> bool:
    """Whether a wrap by accident brought what looks like a mark to the beginning of a line."""
    if start.kind == "bullet":
        rest = text[1:].lstrip()
        return (
            expects_more(end)
            or (rest[:1].islower() and not end.endswith(","))
            or (rest[:1].isdigit() and end[-1:].isdigit())
        )
    if start.kind == "heading" or start.kind == "basis":
        return expects_more(end) or end.endswith(",")
    return expects_more(end) or not follows(start.value, last.get(start.kind))


def _heading(lines: Sequence[Line]) -> bool:
    """Whether the lines are printed as a heading: wholly bold."""
    line = lines[-1]
    return any(s.style == "strong" and s.start == 0 and s.end >= len(line.text) for s in line.spans)


def _titled(before: Sequence[Line]) -> bool:
    """Whether a paragraph's only line is a numbered heading that stands alone."""
    return beginning(before[0].text) is not None and not before[0].text[-1:].islower()


def _rule(text: str) -> bool:
    """Whether a line is a drawn rule ("-----", "***")."""
    return not text.strip("-–—_*= .")
