"""Cut marks out of a text and keep offsets true: emphasis, footnote marks and lines survive the cutting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from vankien.model import Dropped, NoteRef, Span

_OTHER_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x1f"


_WIDE = 3
"""An indentation of so many blanks is kept: it tells columns and paragraphs."""


@dataclass(frozen=True, slots=True)
class Cut:
    """`text[start:end]` is not shown, for `reason`; a blank `put` may stand in its place."""

    start: int
    end: int
    reason: str
    put: str = ""


@dataclass(slots=True)
class Markings:
    """What was found in one text; all offsets count in that text. `cuts` do not overlap and need not be sorted;
    at `breaks` a line ends that the text itself does not end."""

    cuts: list[Cut] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    refs: list[NoteRef] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """One cleaned stretch of the text: offsets of `spans` and `refs` count in `text`."""

    text: str
    spans: tuple[Span, ...] = ()
    refs: tuple[NoteRef, ...] = ()


def plain_blanks(text: str) -> str:
    """`text` with non-breaking and other odd blanks as U+0020, one for one: offsets hold. Tabs and line ends stay."""
    for blank in _OTHER_BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def without_margins(raw: str) -> str:
    """`raw` without blanks at its ends, but for a wide indentation."""
    text = raw.strip()
    if not raw[:_WIDE].isspace() or not text:
        return text
    raw = raw.rstrip()
    return raw if len(raw) - len(text) >= _WIDE else text


def dropped(source: str, cuts: Iterable[Cut]) -> tuple[Dropped, ...]:
    """What the cuts take out of `source`, one entry a reason."""
    parts: dict[str, list[str]] = {}
    for cut in cuts:
        if taken := source[cut.start : cut.end].strip():
            parts.setdefault(cut.reason, []).append(taken)
    return tuple(Dropped(" ".join(texts), reason) for reason, texts in parts.items())


class Cutter:
    """Gives the cleaned pieces of one text. Ask for ranges in any order."""

    def __init__(self, text: str, marks: Markings) -> None:
        self._text = text
        self._cuts = sorted(marks.cuts, key=lambda cut: cut.start)
        self._starts = [cut.start for cut in self._cuts]
        self._removed = [0, *accumulate(cut.end - cut.start - len(cut.put) for cut in self._cuts)]
        self._spans = sorted(marks.spans, key=lambda span: span.start)
        self._reach = _reach(self._spans)
        self._refs = sorted(marks.refs, key=lambda ref: ref.at)
        self._ref_starts = [ref.at for ref in self._refs]
        self._bare = not (self._spans or self._refs)
        self._marked = _joined_stretches(
            (
                *((cut.start, cut.end) for cut in self._cuts),
                *((span.start, span.end) for span in self._spans),
                *((at, at + 1) for at in self._ref_starts),
            )
        )
        self._marked_starts = [start for start, _ in self._marked]

    def is_bare(self, start: int, end: int) -> bool:
        """Whether no cut, span or mark touches `text[start:end]`: then it is its own piece, but for its margins."""
        before = bisect_left(self._marked_starts, end) - 1
        return before < 0 or self._marked[before][1] <= start

    def piece(self, start: int, end: int) -> Piece:
        """`text[start:end]` without its cuts and without blanks around it, but for a wide indentation; and what marks
        fall into it."""
        raw = self._raw(start, end).rstrip()
        text = without_margins(raw)
        if not text or self._bare:
            return Piece(text)
        indent = len(raw) - len(text)
        spans = [
            found for span in self._spans_within(start, end) if (found := self._moved(start, end, span, text, indent))
        ]
        refs = self._refs and [
            NoteRef(min(self._offset(start, ref.at, indent), len(text)), ref.mark)
            for ref in self._refs[bisect_left(self._ref_starts, start) : bisect_left(self._ref_starts, end)]
        ]
        return Piece(text, tuple(spans), tuple(refs))

    def _raw(self, start: int, end: int) -> str:
        """`text[start:end]` without its cuts."""
        first = bisect_left(self._starts, start) if self._starts else 0
        if first == len(self._starts) or self._starts[first] >= end:
            return self._text[start:end]
        parts, at = [], start
        for number in range(first, bisect_left(self._starts, end)):
            cut = self._cuts[number]
            parts.append(self._text[at : cut.start])
            parts.append(cut.put)
            at = cut.end
        parts.append(self._text[at:end])
        return "".join(parts)

    def _offset(self, start: int, at: int, indent: int) -> int:
        """Where the source offset `at` stands in the piece that begins at `start`, of which `indent` is cut off."""
        removed = self._removed[bisect_left(self._starts, at)] - self._removed[bisect_left(self._starts, start)]
        return max(0, at - start - removed - indent)

    def _moved(self, start: int, end: int, span: Span, text: str, indent: int) -> Span | None:
        """The part of `span` that lies in the piece, in the piece's own offsets, without blanks at its ends."""
        a = self._offset(start, span.start, indent) if span.start > start else 0
        b = min(self._offset(start, span.end, indent), len(text)) if span.end < end else len(text)
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        return Span(a, b, span.style) if a < b else None

    def _spans_within(self, start: int, end: int) -> Iterator[Span]:
        """The spans that touch `text[start:end]`, in order."""
        at = bisect_left(self._reach, start + 1)
        while at < len(self._spans) and self._spans[at].start < end:
            if self._spans[at].end > start:
                yield self._spans[at]
            at += 1


def _joined_stretches(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _reach(spans: list[Span]) -> list[int]:
    """How far the spans up to each one reach: rising, so it can be searched."""
    reach, far = [], 0
    for span in spans:
        far = max(far, span.end)
        reach.append(far)
    return reach
