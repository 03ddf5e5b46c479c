"""Words on a page, and the fragments of lines that they form.

Places are in points, x from the left edge, y from the bottom edge up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load

_WIDE_GAP = 1.5
_LEFT_GAP = 0.45
_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđA-ZĐ]\d?|[IVXLC]{1,6}|[ivx]{1,4})[.):]|[-+•–*]")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a blank. `order` is its place in the file's own order. `raised`: printed small and
    high, as footnote marks are; `glued`: no blank stands before it."""

    text: str
    x0: float
    x1: float
    bottom: float
    top: float
    order: int
    strong: bool = False
    em: bool = False
    raised: bool = False
    glued: bool = False

    @property
    def height(self) -> float:
        """From the lowest to the highest point that its type may reach."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Fragment:
    """Neighbouring words of one line without a wide gap between them. `column`: it surely begins a column."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    bottom: float
    top: float
    column: bool = False

    @property
    def height(self) -> float:
        """From the lowest to the highest point that its type may reach."""
        return self.top - self.bottom

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return "".join(word.text if word.glued or not at else " " + word.text for at, word in enumerate(self.words))


Row = tuple[Fragment, ...]
"""The fragments that stand beside each other, from left to right."""


def fragment(words: Sequence[Word], column: bool = False) -> Fragment:
    """The fragment that `words` form; raised ones say nothing about its height."""
    full = [word for word in words if not word.raised] or list(words)
    return Fragment(
        tuple(words),
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        min(word.bottom for word in full),
        max(word.top for word in full),
        column,
    )


def fragments(words: Iterable[Word]) -> list[Fragment]:
    """The fragments of a page: words that follow each other in the file and on one line."""
    found: list[Fragment] = []
    open_words: list[Word] = []
    for word in words:
        if open_words and not _follows(open_words[-1], word):
            found.append(fragment(open_words))
            open_words = []
        open_words.append(word)
    if open_words:
        found.append(fragment(open_words))
    return [part for piece in found for part in _columns(piece)]


def _columns(piece: Fragment) -> Iterator[Fragment]:
    """The fragment, divided where the words say that the right column of a head begins."""
    words = piece.words
    for at in range(1, len(words)):
        if words[at].text[:1] in "CĐ" and words[at - 1].text not in load("printed")["not_after"]:
            rest = fragment(words[at:], column=True)
            if _right_column().match(rest.text):
                yield fragment(words[:at])
                yield rest
                return
    yield piece


def _follows(before: Word, word: Word) -> bool:
    height = max(before.height, word.height)
    gap = word.x0 - before.x1
    return beside(before, word) and -_LEFT_GAP * height <= gap <= _WIDE_GAP * height


def beside(a: Word | Fragment, b: Word | Fragment) -> bool:
    """Whether the two stand on one line: half the height of the lower one is common to both."""
    common = min(a.top, b.top) - max(a.bottom, b.bottom)
    return common >= 0.5 * min(a.height, b.height)


def rows(found: Iterable[Fragment]) -> list[Row]:
    """Fragments side by side, from the top of the page down. Pieces of one line that only a change of type parted are
    one fragment again, and so are a clause's mark and its text."""
    lines: list[list[Fragment]] = []
    for piece in sorted(found, key=lambda each: -(each.top + each.bottom)):
        for line in reversed(lines[-4:]):
            if beside(line[0], piece) and all(
                piece.x0 >= other.x1 - piece.height / 2 or piece.x1 <= other.x0 + piece.height / 2 for other in line
            ):
                line.append(piece)
                break
        else:
            lines.append([piece])
    return [_joined(sorted(line, key=lambda each: each.x0)) for line in lines]


def _joined(line: list[Fragment]) -> Row:
    """The line's fragments, those joined that belong together."""
    out = [line[0]]
    for piece in line[1:]:
        last = out[-1]
        height = max(last.height, piece.height)
        next_in_file = 0 <= piece.words[0].order - last.words[-1].order <= 2
        gap = piece.x0 - last.x1
        if piece.column:
            out.append(piece)
        elif (next_in_file and gap <= _WIDE_GAP * height) or gap < 0.35 * height or _MARK.fullmatch(last.text):
            out[-1] = fragment((*last.words, *piece.words))
        else:
            out.append(piece)
    return tuple(out)


@cache
def _right_column() -> re.Pattern[str]:
    return re.compile("|".join(load("printed")["right_column"]))
