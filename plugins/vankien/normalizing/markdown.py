"""Paragraphs to the Markdown of docs/van-ban/*.md (README.md of the package says which), and back to plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Line

_SPECIAL = re.compile(r"[\\*_`<\[\]|]")
_ORDERED = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_MARKUP = re.compile(  # each form begins with a plain sign, so that the search skips all else
    r"\\([!-/:-@\[-`{-~])|\[\^[^\]\s]+\]:?|!\[[^\]]*\]\([^)]*\)|<br>|\*+|\|"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = ("*", "|", "[^", "![", "<br>")
_RULE = re.compile(r"\*(?<!.\*)\*\*$|\|(?<!.\|)(?: ?-+ ?\|)+$", re.MULTILINE)
RULE = "***"
"""The line that ends the document proper."""


def paragraph_markdown(paragraph: Line) -> str:
    """One paragraph as a Markdown block; a picture as `![name](name)`."""
    if paragraph.image is not None:
        picture = f"![{paragraph.image}]({paragraph.image})"
        return f"{picture} {inline(paragraph)}" if paragraph.text else picture
    return _escape_opening(inline(paragraph))


def inline(paragraph: Line) -> str:
    """The words of a paragraph with emphasis and footnote marks, escaped."""
    text = paragraph.text
    if not paragraph.spans and not paragraph.refs:
        return _escape(text)
    inserts: list[tuple[int, int, str]] = [(ref.at, 1, f"[^{ref.mark}]") for ref in paragraph.refs]
    for order, style in ((2, "strong"), (3, "em")):
        mark = "**" if style == "strong" else "*"
        for start, end in _shrunk(paragraph, style):
            inserts.append((start, order, mark))
            inserts.append((end, -order, mark))
    inserts.sort(key=lambda insert: (insert[0], insert[1]))
    out: list[str] = []
    at = 0
    for position, _, mark in inserts:
        out += [_escape(text[at:position]), mark]
        at = position
    return "".join(out) + _escape(text[at:])


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text) if _SPECIAL.search(text) else text


def table_markdown(rows: Sequence[Sequence[str]]) -> str:
    """A pipe table of cells that are inline Markdown already; the first row is the head."""
    width = max(map(len, rows))
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def plain(markdown: str) -> str:
    """The words of a Markdown body: markup and footnote marks off, escapes resolved."""
    if not any(sign in markdown for sign in _SIGNS):
        return _ESCAPE.sub(r"\1", markdown)
    return _MARKUP.sub(_unmark, _RULE.sub("", markdown))


def _unmark(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[0] in ("|", "<br>"):
        return " "
    begins_line = match.start() == 0 or match.string[match.start() - 1] == "\n"
    return ":" if match[0].endswith("]:") and not begins_line else ""


def _escape_opening(text: str) -> str:
    if match := _ORDERED.match(text):
        return f"{match[0]}\\{text[match.end() :]}"
    if text.startswith(("-", "+", ">", "#", "=", "~")):
        return "\\" + text
    return text


def _shrunk(paragraph: Line, style: str) -> list[tuple[int, int]]:
    """The spans of one style without blanks at their ends, none empty, none overlapping, each of whole words: a word
    processor often leaves the first letter outside."""
    text = paragraph.text
    found: list[tuple[int, int]] = []
    for span in sorted(paragraph.spans, key=lambda s: s.start):
        if span.style != style:
            continue
        least = found[-1][1] if found else 0
        start, end = max(span.start, least), span.end
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if start >= end:
            continue
        while start > least and text[start].isalpha() and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
            end += 1
        found.append((start, end))
    return found
