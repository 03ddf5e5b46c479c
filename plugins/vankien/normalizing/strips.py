"""Lines to strips: the pieces of head and foot in reading order, free of markup, the two columns told apart.

Head and foot of a document are set in two columns. A Word table or a crawled page gives its cells, a PDF one column
after the other, a plain text both in one line with a run of blanks between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.model import Line
from vankien.writing.aligned import aligned_fold

_MARKUP = re.compile(r"\*+|^\s*#{1,6}\s+|__+(?=\w)|(?<=\w)__+|\\(?=[*_.\-+#()\[\]])|^\s*\||\|\s*$")
_RULE = re.compile(r"[\s\-–—_=*~.|•·^+#\\]*")
_NO_EDGE = 1000
_COLUMNS = 100  # more than a table has
_MARKED = frozenset("*_#|\\")
_GAP = re.compile(r"[^\S\n]{3,}|\t+")
_ONE_COLUMN = re.compile(r"\W*(?:K[íi]nh g[ửu]i|C[ăa]n c[ứu])", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"(?:ngày|tháng|[Ss]ố\s?:?)(?P<blanks>\s{3,})(?=[\d/.…-]|tháng|năm)")
_LONGEST = 2000  # characters of a line that are looked at: heads and feet have no longer ones
_SPACED = re.compile(r"\s*(?:\w\s+){3,}\w\s*")
_RIGHT = 24  # a line that begins this far in stands in the right column, when there is one
FOREIGN_BOXES = frozenset({"stamp", "footer"})


@dataclass(frozen=True, slots=True)
class Strip:
    """A printed line, or its part in one column.

    `text` is NFC without markup and with single blanks, `folded` the same letter for letter without accents. `line`
    is the index of its line; strips of one `block` (a cell, a column) belong together; `gap` tells that a blank line,
    a rule or an end of block stands before it.
    """

    text: str
    folded: str
    line: int
    block: int
    gap: bool
    strong: bool
    ends: bool

    @property
    def caps(self) -> bool:
        """Whether it is printed in capitals (one small letter in ten is forgiven: "QHi5", "KHÓA XIIIa")."""
        return _in_capitals(self.text)


@lru_cache(maxsize=1024)
def _in_capitals(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and sum(map(str.islower, text)) * 9 <= capitals


def is_rule(text: str) -> bool:
    """Whether `text` is blank, a drawn rule or a star: a separator without words."""
    return not text or text.isspace() or (not text[-1].isalnum() and _RULE.fullmatch(text) is not None)


def clean(text: str) -> str:
    """`text` without marks of emphasis, headings and cell borders, with single blanks."""
    if not _MARKED.isdisjoint(text):
        text = _MARKUP.sub("", text)
    return " ".join(text.split())


def _columns(text: str) -> list[tuple[int, str]]:
    """The parts of a line that runs of blanks divide, each with the position where it begins; at most two."""
    body = text.expandtabs(8).rstrip()
    start = len(body) - len(body.lstrip())
    if text[0] == "\t":
        return [(start + _RIGHT, body.lstrip())]
    open_ends = {match.end("blanks") for match in _LEFT_OPEN.finditer(body)}
    gap = next((match for match in _GAP.finditer(body, start) if match.end() not in open_ends), None)
    return [(start, body[start : gap.start()]), (gap.end(), body[gap.end() :])] if gap else [(start, body[start:])]


def _strong(line: Line) -> bool:
    """Whether most of the line is in bold type."""
    if not line.spans:
        return line.text.startswith("**")
    marked = sum(span.end - span.start for span in line.spans if span.style == "strong")
    return marked * 2 > len(line.text)


class _Zone:
    """The strips of neighbouring lines whose columns stand beside each other."""

    def __init__(self) -> None:
        self._strips: list[tuple[int, Strip]] = []
        self._wide = False

    def add(self, side: int, strip: Strip) -> None:
        """Adds a strip of the column `side`."""
        self._strips.append((side, strip))
        self._wide = self._wide or side > 0

    def take(self) -> list[Strip]:
        """All strips, the left column first, and none from now on."""
        if self._wide:
            self._strips.sort(key=lambda item: item[0])
        strips = [strip for _, strip in self._strips]
        self._strips, self._wide = [], False
        return strips

    @property
    def is_wide(self) -> bool:
        """Whether both columns have strips."""
        return self._wide

    def goes_on_left(self, text: str) -> bool:
        """Whether a line below both columns, outside their table, goes on with the dashed list in the left one, which a
        printed page ends with the shorter column."""
        left = [strip.text for side, strip in self._strips if side == 0]
        listed = any(words.startswith("-") for words in left) and len(left) < len(self._strips)
        runs_on = listed and (left[-1].endswith((":", ",")) or (text[:1].islower() and left[-1][-1:] not in ";."))
        return listed and (runs_on or text.lstrip().startswith("-"))

    def is_over(self) -> bool:
        """Whether a line of one column ends the zone: not where the left column goes on ("Số:", inside a number)."""
        if not self._wide:
            return False
        left = next((strip for side, strip in reversed(self._strips) if side == 0), None)
        return left is None or not left.text.endswith((":", "/", "-"))


def read_strips(lines: Sequence[Line], start: int, stop: int, *, foot: bool = False) -> list[Strip]:
    """The strips of `lines[start:stop]`, of two columns the left one first. Stamps, page feet and footnotes are left
    out. `foot` tells that the columns may run through all the lines, as around a signature."""
    found: list[Strip] = []
    zone = _Zone()
    block, gap, right_edge = 0, True, _NO_EDGE
    cell: tuple[int, int, int] | None = None
    for i in range(start, stop):
        line = lines[i]
        if line.box in FOREIGN_BOXES or line.note is not None:
            continue
        below = foot and cell is not None and line.cell is None and zone.goes_on_left(line.text)
        if not below and (line.cell != cell or line.text == "|"):
            gap = True
            parted = not (foot and cell is None and zone.is_wide)  # a page may end behind the first line of a foot
            if not foot or line.text == "|" or (_table(line.cell) != _table(cell) and parted):
                found += zone.take()
                block, right_edge = block + _COLUMNS, _NO_EDGE
            cell = line.cell
        pieces = _pieces(line.text, line.cell is not None)
        if not pieces:
            gap = True
            continue
        if len(pieces) == 2:
            right_edge = max(min(right_edge, pieces[1][0] - 12), _RIGHT)
        elif pieces[0][0] < right_edge and not foot and zone.is_over():
            found += zone.take()
            right_edge = _NO_EDGE
        strong = _strong(line)
        for k, (column, text, folded) in enumerate(pieces):
            if not text:
                gap = True
                continue
            side = 0 if below else cell[2] if cell and foot else int(column >= right_edge or (k == 1 and column > 0))
            zone.add(side, Strip(text, folded, i, block + side, gap, strong, line.ends))
            gap = False
    return found + zone.take()


def joined(lines: Sequence[Line]) -> str:
    """The texts of `lines`, each in one line, so that a line feed counts the lines."""
    texts = [line.text for line in lines]
    text = "\n".join(texts)
    return text if text.count("\n") < len(texts) else "\n".join(part.replace("\n", "\r") for part in texts)


def _table(cell: tuple[int, int, int] | None) -> int | None:
    """Of what table a cell is: in a foot the rows of a signature go on below each other."""
    return cell[0] if cell else None


@lru_cache(maxsize=1024)  # the lines around a head or a foot are read several times, each time from another one on
def _pieces(text: str, in_cell: bool) -> tuple[tuple[int, str, str], ...]:
    """The parts of a line, each with its column, its clean text ("" for a rule) and that text folded; () for a line
    that is a rule."""
    if is_rule(text):
        return ()
    pieces = []
    for column, piece in _divided(text, in_cell):
        words = clean(piece[:_LONGEST])
        pieces.append((column, "", "") if is_rule(words) else (column, words, aligned_fold(words)))
    return tuple(pieces)


def _divided(text: str, in_cell: bool) -> list[tuple[int, str]]:
    """The parts of a line with the column of each: forced breaks inside a cell, columns outside."""
    if "\n" in text:
        return [(0, piece) for piece in text.split("\n")]
    if in_cell or ("   " not in text and "\t" not in text):
        return [(0, text)]
    if _ONE_COLUMN.match(text) or _SPACED.fullmatch(text):
        return [(0, text)]
    return _columns(text)
