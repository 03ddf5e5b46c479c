"""Markdown and stray HTML in text files, other than emphasis and footnotes: headings, escapes, links, tags."""

from __future__ import annotations

import re

from vankien.model import Span
from vankien.reading.cutting import Cut, Markings

HEADING = "dấu đề mục Markdown"
ESCAPE = "dấu thoát Markdown"
TAG = "thẻ HTML"
LINK = "địa chỉ liên kết"

_EVIDENCE = re.compile(
    r"\*\*[^\s*)]|</?su[pb]>|\[\^\d{1,3}\]"
    r"|^\#{2,6} \S|^\|[ \t]*$|^\|.{0,2000}\|[ \t]*$|^\\?\*[^\s*][^*]{0,600}\*[ \t]*$|^\\\*[ \t]*$",
    re.MULTILINE,
)
_HINTS = ("*", "#", "|", "<su", "</su", "[^")
_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]{1,8})(?=\S)([^\n]*)", re.MULTILINE)
_INLINE = re.compile(  # each begins with a plain sign, so that the search skips all else
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|&(?P<blank>nbsp;|\#160;)"
    r"|&(?P<amp>amp;)"
    r"|<(?P<br>br\s{0,3}/?>)"
    r"|<(?P<tag>/?(?:sup|sub|u|b|i|em|strong|span|div|p|center|font|a|del|ins|small|mark)\b[^<>\n]{0,300}>)"
    r"|!(?P<image>\[[^\]\n]{0,300}\]\([^()\s]{0,500}\))"
    r"|\[(?P<shown>[^\[\]\n]{1,300})\]\((?P<url>(?:https?:|mailto:|/|\#|\.)[^()\s]{0,500})\)"
)
_INLINE_SIGNS = ("\\", "&", "<", "](")


def looks_marked(text: str) -> bool:
    """Whether `text` was written by a converter to Markdown: then its stars and number signs may be marks."""
    return any(mark in text for mark in _HINTS) and _EVIDENCE.search(text) is not None


def mark_headings(text: str, marks: Markings) -> None:
    """`## Title`: the signs are cut, the title is strong."""
    if "#" not in text:
        return
    for match in _HEADING.finditer(text):
        marks.cuts.append(Cut(*match.span(1), HEADING))
        title = match[2].rstrip()
        bare = title.rstrip("#")
        start, end = match.start(2), match.start(2) + len(title)
        if len(bare) < len(title) and bare.endswith(" "):
            marks.cuts.append(Cut(start + len(bare), end, HEADING))
            end = start + len(bare)
        marks.spans.append(Span(start, end, "strong"))


def mark_inline(text: str, marks: Markings) -> None:
    """Escapes, entities, tags, links and pictures; what a reader would see stays. Cuts already there win."""
    if not any(sign in text for sign in _INLINE_SIGNS):
        return
    held = {at for cut in marks.cuts for at in range(cut.start, cut.end)}
    for match in _INLINE.finditer(text):
        start, end = match.span()
        if start in held:
            continue
        match match.lastgroup:
            case "escape":
                marks.cuts.append(Cut(start, start + 1, ESCAPE))
            case "blank":
                marks.cuts.append(Cut(start, end, TAG, put=" "))
            case "amp":
                marks.cuts.append(Cut(start + 1, end, TAG))
            case "br":
                marks.cuts.append(Cut(start, end, TAG, put="\n"))
                marks.breaks.append(start)
            case "url":
                marks.cuts.append(Cut(start, match.start("shown"), LINK))
                marks.cuts.append(Cut(match.end("shown"), end, LINK))
            case _:
                marks.cuts.append(Cut(start, end, LINK if match.lastgroup == "image" else TAG))
