"""Footnote marks in plain text: `<sup>1</sup>`, `[^1]`, `[1]`, `¹`, and the paragraphs that they lead to.

A mark is one only where a line begins with the same mark in the same form: `m<sup>2</sup>` and `[2]` without a
note of their own stay text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.model import NoteRef
from vankien.reading.cutting import Cut, Markings

REASON = "dấu chú thích"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(
    r"<sup>\s*(?P<sup>\[?(?:\d{1,3}|\*{1,3})\]?)\s*</sup>"
    r"|\[\^(?P<caret>[\w*-]{1,20})\]"
    r"|\[(?P<square>\d{1,3})\]"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
)
_NEAR = 80
_LEAD = re.compile(r"[ \t>*_]*")
_AFTER = re.compile(r"(?:\\?[.:)])?[ \t]*")
_BRACKETED = re.compile(r"\[[\^\d]")
_SMALL = re.compile(r"[⁰¹²³⁴-⁹]")
_DRAWN = re.compile(r"^[ \t]*_{5,}[ \t]*\n", re.MULTILINE)
_RULED = re.compile(r"[ \t]*(?P<mark>\d{1,2})[.)]?[ \t]+(?=[^\W\d_a-zà-ỹđ]|“)")
_RULED_END = re.compile(r"\n(?=[ \t]*(?:\n|\d{1,2}[.)]?[ \t]+[^\W\d_a-zà-ỹđ]))")
_PAGE = 6000
"""Characters above a rule in which its marks are looked for."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's own paragraph begins at `start`; `mark` is what is printed."""

    start: int
    mark: str


def mark_notes(text: str, marks: Markings) -> list[Note]:
    """Find footnotes in `text`: refs and cuts are added to `marks`, the notes' beginnings returned in order."""
    if not ("<sup>" in text or _BRACKETED.search(text) or _SMALL.search(text)):
        return []
    heads: dict[tuple[str, str], re.Match[str]] = {}
    others: list[re.Match[str]] = []
    for match in _MARK.finditer(text):
        if _begins_line(text, match.start()) and _key(match) not in heads:
            heads[_key(match)] = match
        else:
            others.append(match)
    refs = [match for match in others if _key(match) in heads]
    referred = {_key(match) for match in refs}
    for match in refs:
        start = match.start() - lone_blank(text, *match.span())
        marks.cuts.append(Cut(start, match.end(), REASON))
        marks.refs.append(NoteRef(start, _key(match)[1]))
    notes = []
    for key, match in heads.items():
        if key in referred:
            end = _AFTER.match(text, match.end())
            marks.cuts.append(Cut(match.start(), end.end() if end else match.end(), REASON))
            notes.append(Note(match.start(), key[1]))
    return notes


def mark_ruled_notes(text: str, marks: Markings) -> list[Note]:
    """Find footnotes whose marks lost their raised print: a drawn rule, below it "1 Kết luận số ...", and above it the
    same figure at the end of a word ("Kết luận số 61-KL/TW1,"). As `mark_notes` otherwise."""
    notes = []
    top = 0
    for rule in _DRAWN.finditer(text) if "_____" in text else ():
        at, last = rule.end(), 0
        while (head := _RULED.match(text, at)) and int(head["mark"]) > last:
            refs = re.compile(rf"(?<=[^\W\d_]){head['mark']}(?=[\s,.;:)”])")
            found = [
                m for m in refs.finditer(text, max(top, rule.start() - _PAGE), rule.start()) if _is_raised(text, m)
            ]
            if not found:
                break
            marks.cuts.append(Cut(*found[-1].span(), REASON))
            marks.refs.append(NoteRef(found[-1].start(), head["mark"]))
            marks.cuts.append(Cut(head.start("mark"), head.end(), REASON))
            notes.append(Note(head.start("mark"), head["mark"]))
            following = _RULED_END.search(text, head.end())
            at, last = following.end() if following else len(text), int(head["mark"])
        top = rule.end()
    return notes


def _is_raised(text: str, match: re.Match[str]) -> bool:
    """Whether a figure behind letters is no part of a code: not in "QH15" or "m2"."""
    begin = match.start()
    while begin and text[begin - 1].isalpha():
        begin -= 1
    letters = text[begin : match.start()]
    return len(letters) > 1 and not letters.endswith("QH")


def lone_blank(text: str, start: int, end: int) -> bool:
    """Whether the blank before `text[start:end]` would stand alone, before a blank or a stop, once that is cut."""
    return text[start - 1 : start] == " " and (end >= len(text) or text[end] in " \n,.;:)")


def _key(match: re.Match[str]) -> tuple[str, str]:
    """The form of a mark and its bare number."""
    form = match.lastgroup or ""
    return form, match[form].strip("[]").translate(_RAISED)


def _begins_line(text: str, at: int) -> bool:
    """Whether only blanks and emphasis stand before `text[at]` on its line."""
    near = max(0, at - _NEAR)
    begin = text.rfind("\n", near, at) + 1
    if begin == 0 and near > 0:
        return False
    lead = _LEAD.match(text, begin)
    return lead is not None and lead.end() >= at
