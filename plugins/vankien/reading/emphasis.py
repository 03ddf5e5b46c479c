"""`**bold**` and `*italic*` as crawlers leave them: across line wraps, glued to words, with blanks inside.

CommonMark's rule (no blank inside the marks) does not hold for such texts, so the marks of a block are paired in
order. Where a mark is left over, the one that can be neither opener nor closer is text. A star that stands for
itself stays: alone on its line (Party documents print one under the issuer), in `(*)`, in `2*3`, as a bullet,
or escaped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vankien.model import Span, Style
from vankien.reading.cutting import Cut, Markings

REASON = "dấu định dạng (đậm, nghiêng)"
_STARS = re.compile(r"\*+")
_STYLES: tuple[Style, ...] = ("strong", "em")
_TURNS: tuple[tuple[Style, ...], ...] = ((), ("em",), ("strong",), _STYLES)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of stars: `text[start:end]`, and the characters beside it."""

    start: int
    end: int
    before: str
    after: str

    @property
    def only_opens(self) -> bool:
        return self.before.isspace() and not self.after.isspace()

    @property
    def only_closes(self) -> bool:
        return self.after.isspace() and not self.before.isspace()


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two runs with styled text between them."""

    opener: _Run
    closer: _Run
    style: Style


def mark_emphasis(text: str, start: int, end: int, marks: Markings) -> None:
    """Pair the stars of the block `text[start:end]`; their cuts and spans are added to `marks`."""
    if text.find("*", start, end) < 0:
        return
    runs = [run for run in _runs(text, start, end) if not _stands_for_itself(text, run, end)]
    for _ in range(len(_STYLES) + 1):
        pairs, left = _paired(runs)
        if not left:
            break
        stray = _stray(runs, left[0])
        runs = [run for run in runs if run is not stray]
    else:
        pairs, left = _paired(runs)
        runs = [run for run in runs if all(run is not opener for _, opener in left)]
    marks.cuts.extend(Cut(run.start, run.end, REASON) for run in runs)
    marks.spans.extend(Span(pair.opener.end, pair.closer.start, pair.style) for pair in pairs)


def _runs(text: str, start: int, end: int) -> list[_Run]:
    """The runs of stars of the block, escaped ones left out."""
    found = []
    for match in _STARS.finditer(text, start, end):
        a, b = match.span()
        if a > start and text[a - 1] == "\\":
            a += 1
        if a < b:
            found.append(_Run(a, b, text[a - 1] if a > start else "\n", text[b] if b < end else "\n"))
    return found


def _stands_for_itself(text: str, run: _Run, end: int) -> bool:
    """Whether the stars are printed ones: `(*)`, `2*3`, a bullet, a line of its own (but for a lone `**`)."""
    if run.before == "(" and run.after == ")":
        return True
    size = run.end - run.start
    if size == 1 and run.before.isdigit() and run.after.isdigit():
        return True
    if run.before in "\n\r" and run.after in "\n\r":
        return size != 2
    return size == 1 and run.before.isspace() and run.after.isspace() and text.find("*", run.end, end) < 0


def _turned(run: _Run, following: _Run | None, strong: bool, em: bool) -> tuple[Style, ...]:
    """The styles that a run turns on or off in the state (`strong`, `em`); `**` inside italics followed by a single
    star ends one stretch and begins the next."""
    size = (run.end - run.start) % 4
    if size == 2 and em and not strong and following and following.end - following.start == 1:
        return ()
    return _TURNS[size]


def _paired(runs: Sequence[_Run]) -> tuple[list[_Pair], list[tuple[Style, _Run]]]:
    """The pairs in order, and the openers that no closer followed."""
    pairs: list[_Pair] = []
    opened: dict[Style, _Run] = {}
    for run, following in pairwise((*runs, None)):
        if run is None:
            continue
        for style in _turned(run, following, "strong" in opened, "em" in opened):
            opener = opened.pop(style, None)
            if opener is None:
                opened[style] = run
            else:
                pairs.append(_Pair(opener, run, style))
    return pairs, list(opened.items())


def _stray(runs: Sequence[_Run], left: tuple[Style, _Run]) -> _Run:
    """Which run of the style to take for text, given that one is left over: the first that cannot play its part."""
    style, last = left
    opener: _Run | None = None
    for run in runs:
        if style not in _turned(run, None, strong=True, em=True):
            continue
        if opener is None:
            if run.only_closes:
                return run
            opener = run
        elif run.only_opens:
            return opener
        else:
            opener = None
    return last
