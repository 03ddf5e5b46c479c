"""What is printed in a run of Word text, and how a stretch of runs becomes one text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vankien.model import NoteRef, Span
from vankien.reading.cutting import plain_blanks
from vankien.reading.legacy import Legacy, continues, of_font, to_unicode
from vankien.reading.unseen import seen
from vankien.reading.word.counting import bullet
from vankien.reading.word.names import BR, CR, NO_BREAK, P_PR, R_PR, SYM, TAB, Element, T, value, w
from vankien.reading.word.styles import Look, Styles, look_of

SOFT_HYPHEN = w("softHyphen")
PRINTED = (T, SYM, SOFT_HYPHEN, NO_BREAK, TAB)
_PUT = {NO_BREAK: "-", TAB: "\t"}


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look, still in `encoding` where its font is older than Unicode."""

    text: str
    look: Look
    encoding: Legacy | None


@dataclass(frozen=True, slots=True)
class Shown:
    """Runs put together: NFC text with its emphasis and marks; `raised` are stretches in superscript."""

    text: str
    spans: tuple[Span, ...] = ()
    refs: tuple[NoteRef, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()


class Looks:
    """The look of any run of a file. `legacy` says whether its ABC and VNI fonts hold what their names promise;
    `default` is the encoding of text in other fonts."""

    def __init__(self, styles: Styles, legacy: bool, default: Legacy | None = None) -> None:
        self._styles = styles
        self._legacy = legacy
        self._default = default

    def paragraph(self, paragraph: Element | None) -> Look:
        """How the runs of `paragraph` look before their own properties."""
        properties = None if paragraph is None else paragraph.find(P_PR)
        return self._styles.paragraph_look(value(properties, "pStyle"))

    def of(self, run: Element, paragraph: Look) -> Look:
        """How `run` looks in a paragraph that looks so."""
        properties = run.find(R_PR)
        if properties is None:
            return paragraph
        style = value(properties, "rStyle")
        return look_of(properties).over(self._styles.run_look(style, paragraph) if style else paragraph)

    def encoding(self, look: Look) -> Legacy | None:
        """What the font of `look` was made for."""
        return (of_font(look.font) if self._legacy and look.font else None) or self._default


def text_of(child: Element, encoding: Legacy | None) -> str:
    """What one child of a run prints, as stored; line breaks and all that is no text are ""."""
    tag = child.tag
    if tag == T:
        return child.text or ""
    if tag == SYM:
        return bullet(chr(int(child.get(w("char"), "0"), 16)))
    if tag == SOFT_HYPHEN:
        return "\u00ad" if encoding else ""
    return _PUT.get(tag, "")


def is_break(child: Element) -> bool:
    """Whether a run's child ends a printed line within its paragraph."""
    return bool(child.tag == CR or (child.tag == BR and child.get(w("type"), "textWrapping") == "textWrapping"))


def put_together(runs: Sequence[Run], refs: Sequence[tuple[int, str]] = ()) -> Shown:
    """The text of `runs` as printed. `refs` are footnote marks with the number of runs before each."""
    parts: list[str] = []
    starts = [0]
    for run in _with_whole_letters(runs):
        text = plain_blanks(seen(to_unicode(run.text, run.encoding) if run.encoding else run.text))
        text = text.upper() if run.look.caps else text
        parts.append(text)
        starts.append(starts[-1] + len(text))
    text = "".join(parts)
    if not unicodedata.is_normalized("NFC", text):
        starts = [len(unicodedata.normalize("NFC", text[:at])) for at in starts]
        text = unicodedata.normalize("NFC", text)
    spans = [Span(*stretch, "strong") for stretch in _stretches([run.look.strong for run in runs], starts, text)]
    spans += [Span(*stretch, "em") for stretch in _stretches([run.look.em for run in runs], starts, text)]
    raised = tuple(_stretches([run.look.raised for run in runs], starts, text))
    marks = tuple(NoteRef(min(starts[at], len(text)), mark) for at, mark in refs)
    return Shown(text, tuple(spans), marks, raised)


def _with_whole_letters(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs with each VNI mark in the run of its letter."""
    if not any(run.encoding == "vni" for run in runs):
        return runs
    whole = list(runs)
    for at in range(1, len(whole)):
        before, run = whole[at - 1], whole[at]
        if run.encoding is not None and run.encoding == before.encoding:
            taken = continues(run.text, run.encoding)
            whole[at - 1] = Run(before.text + run.text[:taken], before.look, before.encoding)
            whole[at] = Run(run.text[taken:], run.look, run.encoding)
    return whole


def _stretches(on: Sequence[bool | None], starts: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
    """The longest stretches of neighbouring runs that are `on`, without blanks at their ends."""
    begin: int | None = None
    for at, here in enumerate([*on, None]):
        if here and begin is None:
            begin = at
        elif not here and begin is not None:
            start, end = starts[begin], min(starts[at], len(text))
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                yield start, end
            begin = None
