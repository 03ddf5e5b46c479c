"""A clause's words as HTML: emphasis, footnote marks and citations at their offsets, everything escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from vankien.model import NoteRef, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link over `start` to `end` of the text. `opening` is its start tag."""

    start: int
    end: int
    opening: Markup


NoteLink = Callable[[str], Markup]
"""A footnote's mark -> the HTML that stands for it."""
_TAGS = {"strong": Markup("<strong>{}</strong>"), "em": Markup("<em>{}</em>")}


def text_html(
    text: str,
    spans: Sequence[Span] = (),
    refs: Sequence[NoteRef] = (),
    anchors: Sequence[Anchor] = (),
    note_link: NoteLink = escape,
) -> Markup:
    """`text` with its marks. Where anchors overlap, the one that begins later (the inner one) is the link; a footnote
    mark inside an anchor interrupts it, since links do not nest; offsets beyond the text are cut."""
    if not (spans or refs or anchors):
        return escape(text)
    cuts = {0, len(text)}
    ranges = [(mark.start, mark.end) for mark in spans] + [(mark.start, mark.end) for mark in anchors]
    cuts.update(_within(at, text) for pair in ranges for at in pair)
    cuts.update(_within(ref.at, text) for ref in refs)
    places = sorted(cuts)
    pieces: list[Markup] = []
    open_anchor: Anchor | None = None
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        anchor = _innermost(anchors, start, end)
        if open_anchor is not None and anchor is not open_anchor:
            pieces.append(Markup("</a>"))
        marks = [note_link(ref.mark) for ref in refs if _within(ref.at, text) == start]
        if marks and anchor is not None and anchor is open_anchor:
            marks = [Markup("</a>"), *marks, anchor.opening]
        pieces.extend(marks)
        if anchor is not None and anchor is not open_anchor:
            pieces.append(anchor.opening)
        open_anchor = anchor
        pieces.append(_emphasised(text[start:end], [s for s in spans if s.start <= start and end <= s.end]))
    if open_anchor is not None:
        pieces.append(Markup("</a>"))
    return Markup().join(pieces)


def cut_to(marks: Iterable[Anchor], start: int, end: int) -> tuple[Anchor, ...]:
    """The anchors that lie in `start` to `end`, counted from `start`: those of one cell of a table."""
    return tuple(
        Anchor(max(m.start, start) - start, min(m.end, end) - start, m.opening)
        for m in marks
        if m.start < end and start < m.end
    )


def _within(at: int, text: str) -> int:
    return max(0, min(at, len(text)))


def _innermost(anchors: Sequence[Anchor], start: int, end: int) -> Anchor | None:
    if start == end:
        return None
    return max((a for a in anchors if a.start <= start and end <= a.end), key=lambda a: (a.start, -a.end), default=None)


def _emphasised(words: str, spans: Sequence[Span]) -> Markup:
    html = escape(words)
    if not words:
        return html
    for style in sorted({span.style for span in spans}):
        html = _TAGS[style].format(html)
    return html
