"""Inline Markdown of the normalised body, without its marks: plain text, emphasis, footnote marks."""

from __future__ import annotations

import re

from vankien.model import NoteRef, Span, Style

_ESCAPED = r"\\([\\`*_{}\[\]()#+\-.!|<>~&$^=:;\"'/,?@%])"
_ESCAPE = re.compile(_ESCAPED)
_TOKEN = re.compile(rf"{_ESCAPED}|(\*{{1,3}})|\[\^([^\]\s]+)\]")
_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")
_STYLES: dict[int, tuple[Style, ...]] = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}

Inline = tuple[str, tuple[Span, ...], tuple[NoteRef, ...]]


def plain(markdown: str) -> Inline:
    """The text without marks, the spans of emphasis and the footnote marks, both counted in that text. A line break
    inside a paragraph is a blank. Asterisks without a partner stay in the text."""
    if "\n" in markdown:
        markdown = _BREAK.sub(" ", markdown)
    if "*" not in markdown and "\\" not in markdown and "[^" not in markdown:
        return markdown, (), ()
    if "*" not in markdown and "[^" not in markdown:
        return _ESCAPE.sub(_bare, markdown), (), ()
    tokens = list(_TOKEN.finditer(markdown))
    pairs, literal = _pair([m for m in tokens if m[2]])
    pieces: list[str] = []
    at: dict[int, int] = {}
    refs: list[NoteRef] = []
    length = done = 0
    for match in tokens:
        start = match.start()
        pieces.append(markdown[done:start])
        length += start - done
        done = match.end()
        at[start] = length
        if match[3]:
            refs.append(NoteRef(length, match[3]))
        elif match[1] or start in literal:
            pieces.append(match[1] or match[2])
            length += len(pieces[-1])
    pieces.append(markdown[done:])
    spans = [Span(at[a], at[b], style) for a, b, size in pairs for style in _STYLES[size] if at[a] < at[b]]
    return "".join(pieces), tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.style))), tuple(refs)


def _bare(escape: re.Match[str]) -> str:
    return escape[1]


def _pair(stars: list[re.Match[str]]) -> tuple[list[tuple[int, int, int]], set[int]]:
    """Which runs of asterisks belong together: (start of the opening run, start of the closing one, how many), and
    the starts of those without a partner. "***" may close or open two at once."""
    pairs: list[tuple[int, int, int]] = []
    opened: list[tuple[int, int]] = []
    for match in stars:
        size, start = len(match[2]), match.start()
        while opened and size:
            place, have = opened[-1]
            if have != size and 3 not in (have, size):
                break
            opened.pop()
            used = min(have, size)
            pairs.append((place, start, used))
            if have > used:
                opened.append((place, have - used))
            size -= used
        if size:
            opened.append((start, size))
    paired = {place for a, b, _ in pairs for place in (a, b)}
    return pairs, {place for place, _ in opened if place not in paired}
