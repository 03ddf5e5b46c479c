"""How a text was wrapped: measured once over all its lines, so that a line's length can say whether it was full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.model import Line
from vankien.normalizing.beginnings import beginning

_LONG = 40
_SHARE = 0.12
_LONGEST_WRAP = 200
_LONGEST_LINE = 100


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`wrapped`: physical lines are shorter than paragraphs. `width`: what a full line and the next line's first
    word come to, in characters, at least. `ragged`: the first lines of paragraphs may be of any length (a web page's
    source was wrapped together with its markup). `double_spaced`: a blank line stands after every line, so a blank
    line says nothing. `first`: what a first line and the next line's first word come to, at least, where ragged.
    `indents`: the first lines of paragraphs are indented, the others are not. `words` is the whole text, a line a
    line."""

    wrapped: bool = False
    width: int = 0
    ragged: bool = False
    double_spaced: bool = False
    first: int = 0
    indents: bool = False
    words: str = field(default="", repr=False)

    def holds(self, end: str, text: str) -> bool:
        """Whether the last word of `end` and the first of `text` stand side by side elsewhere in the document."""
        last, first = end.rsplit(" ", 1)[-1], text.split(" ", 1)[0].rstrip(".,;:")
        return bool(last) and f" {last} {first}" in self.words

    def is_full(self, end: str, text: str) -> bool:
        """Whether the first word of `text` had no room on the line `end`."""
        return len(end) + 1 + len(text.split(" ", 1)[0]) >= self.width


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence or an item of a list ends."""
    return text.rstrip("”\"’')]* ").endswith((".", ";", ":", "!", "?", "…"))


def goes_on(text: str) -> bool:
    """Whether `text`, which opens with no clause mark, begins in mid-sentence: with a small letter or a figure."""
    first = text.lstrip("([")[:1]
    return first.islower() or first.isdigit() or text[:1] in ",;:)/%”"


def is_indented(text: str) -> bool:
    """Whether a line stands as far in as the first line of a paragraph does, or further."""
    return text.startswith(("\t", "   "))


def measure(lines: Sequence[Line]) -> Wrapping:
    """The wrapping of a document's lines outside tables. Lines whose end the format itself gives are not counted."""
    spaced, close = _pairs(lines)
    double = len(spaced) > 3 * len(close) and _is_wrapped(spaced, _long(_continued(spaced)))
    pairs = spaced + close if double else close
    continued = _continued(pairs)
    on = _long(continued)
    if not _is_wrapped(pairs, on):
        return _measure_short(lines, close)
    reach = sorted(len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in on)
    width = reach[len(reach) // 3] * 43 // 50
    if reach[len(reach) * 4 // 5] > _LONGEST_WRAP:
        return Wrapping()
    short = sorted(
        len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in continued if len(a) < width * 4 // 5 and not a.isupper()
    )
    ragged = len(short) > max(1, len(on) // 10)
    words = "\n".join(f" {line.text}" for line in lines)
    return Wrapping(
        True, width, ragged, double, short[len(short) // 4] if ragged else width, _indents(lines, len(on)), words
    )


def _measure_short(lines: Sequence[Line], close: Sequence[tuple[str, str]]) -> Wrapping:
    """The wrapping of a text of few lines, none of which goes on in small letters by chance: no line is as long as a
    paragraph, and several break off before a capital letter without a mark of punctuation."""
    longest = max((len(line.text) for line in lines if not line.ends), default=0)
    cut = [(a, b) for a, b in close if _breaks_off(a, b, longest)]
    if longest > _LONGEST_LINE or len(cut) < 2:
        return Wrapping()
    width = min(len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in cut)
    words = "\n".join(f" {line.text}" for line in lines)
    return Wrapping(True, width, False, False, width, False, words)


def _breaks_off(end: str, text: str, longest: int) -> bool:
    """Whether the line `end`, about as long as any, stops in mid-sentence and a full sentence's end follows."""
    full = len(end) >= max(_LONG, longest * 3 // 4) and end[-1].isalnum() and not end.isupper()
    return full and beginning(text) is None and not text.isupper() and not text[:1].isdigit()


def _indents(lines: Sequence[Line], continued: int) -> bool:
    """Whether indentation tells first lines from others: some lines are indented, by far not all."""
    plain = [line.text for line in lines if line.cell is None and line.text.strip() and not line.ends]
    indented = sum(map(is_indented, plain))
    return len(plain) // 20 < indented < len(plain) * 2 // 3 and indented < continued * 2


def _pairs(lines: Sequence[Line]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Neighbouring texts: those with one or more blank lines between, those without."""
    spaced: list[tuple[str, str]] = []
    close: list[tuple[str, str]] = []
    before = ""
    gap = False
    for line in lines:
        text = line.text.strip()
        if line.ends or line.cell is not None or line.note is not None or line.box is not None:
            before = ""
        elif not text:
            gap = True
        else:
            if before:
                (spaced if gap else close).append((before, text))
            before, gap = text, False
    return spaced, close


def _continued(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of which the second certainly goes on with the sentence of the first."""
    return [(a, b) for a, b in pairs if b[:1].islower() and not ends_sentence(a) and beginning(b) is None]


def _long(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs whose first line is long enough to be a full one."""
    return [(a, b) for a, b in pairs if len(a) >= _LONG]


def _is_wrapped(pairs: Sequence[tuple[str, str]], on: Sequence[tuple[str, str]]) -> bool:
    """Whether `on`, those of `pairs` that go on with a sentence, are more than chance."""
    return len(on) >= 2 and len(on) >= _SHARE * sum(1 for a, _ in pairs if len(a) >= _LONG)
