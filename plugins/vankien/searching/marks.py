"""Printed marks in queries and clause ids: "khoản 2 Điều 5" and `dieu-5_khoan-2` say the same. `engine/35-marks.js`
reads the same.

A mark is "<kind> <number>" in folded words, roman numbers as figures: "dieu 5", "muc 2", "diem dd", "khoan 1.1".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from vankien.searching.analysis import Token

_KINDS = ("tieu-muc", "phu-luc", "kem-theo", "chu-thich", "phan", "chuong", "muc", "dieu", "khoan", "diem", "tiet")
_COMPONENT = re.compile(rf"^({'|'.join(_KINDS)})-([a-z0-9]+(?:-[a-z0-9]+)*?)(-lan-[0-9]+)?$")
_ROMAN = re.compile(r"^[ivxl]+$")
_ROMAN_KINDS = frozenset(["phan", "chuong", "muc", "tieu-muc", "phu-luc"])
_SMALL = frozenset(["diem", "tiet"])
"""With a figure these name what an id calls khoản: "điểm (1)", "điểm 1.1", "tiết 1.1.1"."""
_LETTERS_FIRST = re.compile(r"^([a-z]+)([0-9]+[a-z]?)$")
_FIGURES_FIRST = re.compile(r"^([0-9]+)([a-z]+[0-9]*)$")
_FIGURE = re.compile(r"^\d{1,3}[a-z]?$")
_LETTER = re.compile(r"^[a-z]$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman(text: str) -> int:
    """The value of a small roman number.

    >>> roman("xiv")
    14
    """
    total = 0
    for here, after in zip(text, [*text[1:], "i"], strict=True):
        value = _VALUES[here]
        total += -value if value < _VALUES[after] else value
    return total


def clause_marks(clause: str) -> list[str]:
    """The marks in a clause id, outermost first.

    >>> clause_marks("muc-ii_khoan-2_khoan-2-1"), clause_marks("dieu-5_khoan-2_diem-dd")
    (['muc 2', 'khoan 2', 'khoan 2.1'], ['dieu 5', 'khoan 2', 'diem dd'])
    """
    return [mark for component in clause.split("_") if (mark := _component_mark(component))]


def marks_of(clauses: Iterable[str]) -> list[str]:
    """The different marks in several clause ids, in the order in which they are met."""
    components = dict.fromkeys("_".join(clauses).split("_"))
    return list(dict.fromkeys(mark for component in components if (mark := _component_mark(component))))


@lru_cache(maxsize=1 << 14)
def _component_mark(component: str) -> str:
    match = _COMPONENT.match(component)
    return _mark(match[1], match[2].replace("-", ".")) if match and not match[3] else ""


def asked_marks(words: Sequence[Token], text: str) -> tuple[list[str], set[int]]:
    """The marks that a query names, outermost first, and the places (in `words`) of the words that name them.

    Reads "khoản 2 Điều 5", "dieu 5", "điểm đ khoản 1", "mục II.2", "II.2", "điều5".
    """
    words, places = apart(words, _KINDS.__contains__, lambda _: False)
    found: list[tuple[str, str]] = []
    used: set[int] = set()
    index = 0
    while index < len(words) - 1:
        kind = words[index].folded
        step = 1
        if f"{kind}-{words[index + 1].folded}" in ("tieu-muc", "phu-luc") and index + 2 < len(words):
            kind, step = f"{kind}-{words[index + 1].folded}", 2
        number = _number(kind, words[index + step])
        if number is None and _ROMAN.match(kind) and _is_pointed(words, text, index + 1):
            kind, number, step = "muc", kind, 0
        if number is None:
            index += 1
            continue
        found.append(("khoan" if kind in _SMALL and number[0].isdigit() else kind, number))
        used.update(range(index, index + step + 1))
        index += step + 1
        while index < len(words) and _is_pointed(words, text, index):
            found.append(("khoan", words[index].folded))
            used.add(index)
            index += 1
    order = sorted(found, key=lambda mark: _KINDS.index(mark[0]))
    return [_mark(kind, number) for kind, number in order], {places[index] for index in used}


def _is_pointed(words: Sequence[Token], text: str, index: int) -> bool:
    """Whether a figure stands behind a full stop that joins it to what is before ("II.2")."""
    return text[words[index - 1].end : words[index].start] == "." and words[index].folded.isdigit()


def apart(
    words: Sequence[Token], before: Callable[[str], bool], behind: Callable[[str], bool]
) -> tuple[list[Token], list[int]]:
    """The words, with letters and figures taken apart where the letters say something `before` figures ("kl43") or
    `behind` them ("2020nđ"); and the place in `words` of each."""
    found: list[Token] = []
    places: list[int] = []
    for place, word in enumerate(words):
        first = _LETTERS_FIRST.match(word.folded)
        last = _FIGURES_FIRST.match(word.folded)
        cut = first.end(1) if first and before(first[1]) else last.end(1) if last and behind(last[2]) else 0
        if cut:
            middle = word.start + cut
            found.append(Token(word.start, middle, word.folded[:cut], word.folded[:cut]))
            found.append(Token(middle, word.end, word.folded[cut:], word.folded[cut:]))
        else:
            found.append(word)
        places += [place] * (2 if cut else 1)
    return found, places


def _number(kind: str, word: Token) -> str | None:
    text = word.folded
    if kind in ("dieu", "khoan") or kind in _ROMAN_KINDS:
        if _FIGURE.match(text):
            return text
        return text if kind in _ROMAN_KINDS and _ROMAN.match(text) else None
    if kind == "diem" and _LETTER.match(text):
        return "dd" if word.accent.startswith("đ") else text
    return text if kind in _SMALL and _FIGURE.match(text) else None


def _mark(kind: str, number: str) -> str:
    if kind in _ROMAN_KINDS and _ROMAN.match(number):
        number = str(roman(number))
    return f"{kind} {number}"


def answers(clause: str, asked: Iterable[str]) -> int:
    """How well a clause answers the marks asked for: 64 a mark that it bears, less 1 for each level not asked for; 0
    for none.

    >>> answers("dieu-3", ["dieu 3"]), answers("kem-theo-1_dieu-3", ["dieu 3"]), answers("dieu-4", ["dieu 3"])
    (64, 63, 0)
    """
    own = clause_marks(clause)
    hits = sum(mark in own for mark in asked)
    return max(0, 65 * hits - len(clause.split("_"))) if hits else 0
