"""Reflow: physical lines become paragraphs, as a person reads them across line and page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vankien.model import Line
from vankien.normalizing.beginnings import (
    Beginning,
    beginning,
    cites_on,
    ends_in_pinpoint,
    expects_more,
    follows,
    is_document,
    is_last,
)
from vankien.normalizing.paragraph import join, tidy
from vankien.normalizing.wrapping import Wrapping, ends_sentence, goes_on, is_indented

_BARE_WORD = re.compile(
    r"[“\"]?(?:Điều|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC|Khoản|Điểm|(?:Luật )?[Ss]ố:?)"
)
_VALUE = re.compile(r"(?:[IVXLC]+|\d+|thứ|THỨ|[A-Zđa-z])\b")
_BARE_ARTICLE = re.compile(r"[“\"]?(?:Điều|ĐIỀU)\s+\d{1,4}[a-zđ]?\s*[.:]?")
_BARE_MARK = re.compile(r"[“\"]?(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zđ]\d?\)|[IVX]+[.\-–]|[-–+•])")
_ARTICLE = re.compile(r"[“\"]?(?:Điều|ĐIỀU)\s+\d{1,4}[a-zđ]?\s*[.:]")
_FIRST = re.compile(r"1\.\s+[^\W\d_a-zà-ỹđ]")
_YEAR_LAST = re.compile(r"\b(?:19|20)\d\d$")
_YEAR_FIRST = re.compile(r"(?:19|20)?\d\d\b(?! ?%)")
_BODIES = re.compile(
    r"\b[Cc]ác (?:[Ss]ở|[Bb]ộ|[Bb]an|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]ỉnh|[Pp]hòng|[Đđ]ồng chí|ông(?:,| \()? ?bà\)?):$"
)
"""What a line that was cut inside a list of bodies ends with."""

_LETTER_DUE = re.compile(r"(?:[Đđ]iểm|[Tt]iết|[Mm]ục|[Mm]ẫu|[Pp]hụ lục|và|hoặc|hay|các|từ|đến|tại|\))$")
_SHORT_REST = 40
_LONG = 40


def reflow(lines: Iterable[Line], wrapping: Wrapping) -> list[Line]:
    """The paragraphs of `lines`, in order: `Line`s with `ends=True`, without line breaks and blank lines.

    Nothing is taken out and nothing is added but blanks at the joints. A line whose end the format gives is joined
    with the next only where a page break cut a sentence.
    """
    paragraphs: list[Line] = []
    open_lines: list[Line] = []
    last: dict[str, str] = {}
    gap = opened_indented = False
    for line in lines:
        indented = wrapping.indents and is_indented(line.text)
        line = tidy(line)
        if not line.text and line.image is None:
            gap = True
            continue
        start = beginning(line.text)
        joins = bool(open_lines) and _continues(open_lines, line, start, gap, wrapping, last)
        if open_lines and wrapping.indents and line.cell is None and open_lines[-1].cell is None:
            joins = _by_indent(joins, opened_indented, indented, open_lines[-1].text, start)
        if joins:
            open_lines.append(line)
        else:
            opened_indented = indented
            if open_lines:
                paragraphs.append(join(open_lines, wrapping.words))
            open_lines = [line]
            if start:
                last[start.kind] = start.value
        gap = False
    if open_lines:
        paragraphs.append(join(open_lines, wrapping.words))
    return paragraphs


def reflow_printed(lines: Iterable[Line]) -> list[Line]:
    """The lines of a header or a closing as printed; only a sentence or a title that was wrapped is joined."""
    joined: list[list[Line]] = []
    for line in map(tidy, lines):
        if not line.text:
            continue
        if joined and joined[-1][-1].cell == line.cell and _same_phrase(joined[-1][-1].text, line.text):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [join(pieces) for pieces in joined]


def _same_phrase(end: str, text: str) -> bool:
    if ends_sentence(end) and not _BARE_WORD.fullmatch(end):
        return False
    if _capitals(end) and _capitals(text):
        return len(end) >= _LONG and beginning(text) is None
    if _awaits(end, text) or (expects_more(end) and not _rule(text)):
        return True
    return goes_on(text) and beginning(text) is None


def _continues(
    before: Sequence[Line], line: Line, start: Beginning | None, gap: bool, wrapping: Wrapping, last: dict[str, str]
) -> bool:
    """Whether `line` goes on with the paragraph whose lines so far are `before`."""
    end = before[-1]
    if end.cell != line.cell or end.note != line.note or end.box != line.box or end.image or line.image:
        return False
    if end.ends:
        return end.cell is None and end.page != line.page and _cut(end.text, line.text, start)
    if len(before) == 1 and end.cell is None and _awaits(end.text, line.text):
        return True
    if gap and not wrapping.double_spaced:
        return _cut(end.text, line.text, start)
    if end.cell is not None:
        return _continues_in_cell(end.text, line.text, start, last)
    if not wrapping.wrapped:
        return _cut(end.text, line.text, start)
    return _wraps(before, line, start, wrapping, last)


def _by_indent(joins: bool, opened_indented: bool, indented: bool, end: str, start: Beginning | None) -> bool:
    """The decision where paragraphs are indented: such a line begins one, a line at the margin goes on with it."""
    if indented:
        return joins and not ends_sentence(end) and start is None
    return joins or (opened_indented and not end.endswith("./.") and (start is None or not ends_sentence(end)))


def _awaits(end: str, text: str) -> bool:
    """Whether all there is so far is a mark or its word ("Điều", "1.", "-") and `text` is what must follow."""
    if _BARE_WORD.fullmatch(end):
        return _VALUE.match(text) is not None
    if _BARE_ARTICLE.fullmatch(end) and is_document(text):
        return False  # read as one line it would cite that document
    if _BARE_ARTICLE.fullmatch(end) or _BARE_MARK.fullmatch(end):
        return beginning(text) is None and not _BARE_MARK.fullmatch(text)
    return False


def _cut(end: str, text: str, start: Beginning | None) -> bool:
    """Whether a page break cut one sentence into `end` and `text`: nothing ends, nothing begins."""
    if start is not None or ends_sentence(end):
        return False
    if goes_on(text):
        return len(end) >= _LONG
    return len(end) >= _LONG and (
        (_open_bracket(end) and ")" in text[:_LONG]) or (end.endswith("/") and text[:1].isdigit())
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
    full = wrapping.is_full(end, text)
    if start is not None:
        if start.kind == "bullet" and text[1:].lstrip()[:1].isdigit() and not full:
            return False
        if ends_sentence(end) or _first_of_article(before, text):
            return False
        return _accidental(end, text, start, last) or (start.kind == "bullet" and full and _cuts_a_dash(before, text))
    if full and end.endswith(":") and _BODIES.search(end):
        return True
    if ends_sentence(end):
        return _BARE_WORD.fullmatch(text) is None and _same_paragraph(before, text, full, wrapping)
    if _stands_alone(end) or _rule(end) or _rule(text):
        return False
    if goes_on(text) or expects_more(end) or end.endswith((",", "-", "–", "/", "(", "“")) or _open_bracket(end):
        return True
    alone = len(before) == 1 and _BARE_ARTICLE.fullmatch(end)
    if (cites_on(end, text) and not alone) or _is_basis(before[0]):
        return True
    if before[0].text.startswith("(") and end.endswith(")"):
        return False
    if _capitals(end) and _capitals(text):
        return _bold(before[-1]) == _bold(line)
    if _bold(before[-1]) != _bold(line) or _capitals(end):
        return False
    if full or wrapping.holds(end, text) or (len(text) < _SHORT_REST and text.endswith(".")):
        return True
    reach = len(end) + 1 + len(text.split(" ", 1)[0])
    return wrapping.ragged and len(before) == 1 and (reach >= wrapping.first or not _titled(before[0]))


def _first_of_article(before: Sequence[Line], text: str) -> bool:
    """Whether `text` is the first khoản below the title of an article, whatever word that title ends with."""
    return _FIRST.match(text) is not None and _ARTICLE.match(before[0].text) is not None


def _same_paragraph(before: Sequence[Line], text: str, full: bool, wrapping: Wrapping) -> bool:
    """Whether the paragraph goes on after a line that ends a sentence."""
    end = before[-1].text
    if is_last(text):
        return False
    if text[:1].islower():
        return end.endswith(".") or full or (wrapping.ragged and len(before) == 1)
    begins = beginning(before[0].text)
    return (
        full
        and end.endswith((".", ".”", ";"))
        and not end.endswith("./.")
        and (begins is None or begins.kind != "basis")
    )


def _accidental(end: str, text: str, start: Beginning, last: dict[str, str]) -> bool:
    """Whether a wrap by accident brought what looks like a mark to the beginning of a line."""
    if start.kind == "bullet":
        rest = text[1:].lstrip()
        return expects_more(end) or (rest[:1].islower() and not end.endswith(",")) or _spans(end, rest)
    if start.kind == "heading" or start.kind == "basis":
        return expects_more(end) or end.endswith(",") or (text.startswith("Điều") and ends_in_pinpoint(end))
    if text[0] in '“"':  # quoted wording begins where it begins, whatever its number
        return expects_more(end)
    if start.kind == "letter" and not _LETTER_DUE.search(end):
        return not follows(start.value, last.get(start.kind))
    return expects_more(end) or not follows(start.value, last.get(start.kind))


def _cuts_a_dash(before: Sequence[Line], text: str) -> bool:
    """Whether a full line broke before a dash inside a sentence ("Tài chính - Ngân hàng"): what opens a list ends with
    a colon, and the items of one follow each other."""
    opened = beginning(before[0].text)
    end = before[-1].text
    listed = opened is not None and opened.kind == "bullet"
    whole = len(end) >= _LONG and end[-1].isalpha() and not end.isupper() and "..." not in end
    return text[1:].lstrip()[:1].isupper() and whole and not listed


def _spans(end: str, rest: str) -> bool:
    """Whether a dash between two figures tells a span ("2021 - 2025"): a year goes on to a year."""
    if not (rest[:1].isdigit() and end[-1:].isdigit()):
        return False
    return _YEAR_LAST.search(end) is None or _YEAR_FIRST.match(rest) is not None


def _bold(line: Line) -> bool:
    """Whether the line is wholly bold, as headings are."""
    return any(s.style == "strong" and s.start == 0 and s.end >= len(line.text.rstrip(" .:")) for s in line.spans)


def _capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def _stands_alone(text: str) -> bool:
    """Whether a line is the first line of a heading of two ("Chương II", "PHỤ LỤC 1"): its name is the next."""
    start = beginning(text)
    return start is not None and start.kind == "heading" and len(start.value.strip()) == len(text)


def _is_basis(line: Line) -> bool:
    """Whether a line opens a "Căn cứ", which never ends without a mark of punctuation."""
    start = beginning(line.text)
    return start is not None and start.kind == "basis"


def _titled(line: Line) -> bool:
    """Whether a short numbered line reads as a heading of its own: not where only its number is bold, nor where it
    ends with the beginning of a name."""
    start = beginning(line.text)
    if start is None or start.kind in ("basis", "bullet") or ";" in line.text:
        return False
    number_bold = any(s.style == "strong" and s.start == 0 and s.end < len(line.text) - 1 for s in line.spans)
    return not number_bold and not line.text.rsplit(" ", 1)[-1][:1].isupper()


def _rule(text: str) -> bool:
    """Whether a line is a drawn rule ("-----", "***")."""
    return not text.strip("-–—_*= .")
