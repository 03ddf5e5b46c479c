"""How a text was wrapped: measured once over all its lines, so that a line's length can say whether it was full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Line
from vankien.normalizing.beginnings import beginning

_LONG = 40
_SHARE = 0.12
_LONGEST_WRAP = 200
_SENTENCE_END = (".", ";", ":", "!", "?", "…", ".”", '."', ";”", ";*", ".)", "./.")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`wrapped`: physical lines are shorter than paragraphs. `width`: length in characters of a full line.
    `double_spaced`: a blank line stands after every line, so a blank line says nothing."""

    wrapped: bool
    width: int
    double_spaced: bool


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence or an item of a list ends."""
    return text.rstrip("”\"'’)]*_ ").endswith((".", ";", ":", "!", "?", "…")) or text.endswith("./.")


def goes_on(text: str) -> bool:
    """Whether `text` begins in the middle of a sentence: a small letter that is no clause mark."""
    return (text[:1].islower() or text[:1] in ",;)/%”") and beginning(text) is None


def measure(lines: Sequence[Line]) -> Wrapping:
    """The wrapping of a document's lines outside tables. Lines whose end the format itself gives are not counted."""
    spaced, close = _pairs(lines)
    spaced_on, close_on = (_continued(pairs) for pairs in (spaced, close))
    double = len(spaced) > 3 * len(close) and len(spaced_on) >= _SHARE * max(len(spaced), 1)
    pairs, on = (spaced + close, spaced_on + close_on) if double else (close, close_on)
    long_pairs = sum(1 for a, _ in pairs if len(a) >= _LONG)
    lengths = sorted(len(a) for a in on)
    wrapped = (
        len(on) >= 2 and len(on) >= _SHARE * max(long_pairs, 1) and lengths[len(lengths) * 4 // 5] <= _LONGEST_WRAP
    )
    width = lengths[len(lengths) * 9 // 10] if wrapped else 0
    return Wrapping(wrapped, width, double and wrapped)


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
    return [(a, b) for a, b in pairs if len(a) >= _LONG and not ends_sentence(a) and goes_on(b)]
