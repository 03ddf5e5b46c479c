"""Pinpoints: "điểm a, b khoản 2 Điều 5 và Điều 7" as clause ids (design.md, Clause ids).

The words, their order and the signs between them stand in knowledge/pinpoints.yml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from vankien.knowledge import load
from vankien.writing.clause_ids import id_number
from vankien.writing.patterns import any_of
from vankien.writing.roman import roman_value, to_roman

_TABLE = load("pinpoints")
_LEVEL_OF = {word: level for level in _TABLE["levels"] for word in level["words"]}
_LETTERS: list[str] = _TABLE["letters"]
_ORDINALS: dict[str, int] = _TABLE["ordinals"]
_MOST = 100
_APART = ("và", "hoặc", "hay", ";")
"""Between two places that lie beside each other, not one in the other."""


_WORDS = any_of(cased for word in _LEVEL_OF for cased in (word, word[0].upper() + word[1:]))
_NUMBER = (
    r"(?:\(?(?:\d{1,4}(?:\.\d{1,3}){0,4}(?:\.?[a-zđ])?\d?|[IVXLC]{1,7}(?:\.\d{1,3}){0,3}(?:\.[a-zđ])?|[a-zđA-ZĐ](?:\.?\d{1,2})?)(?!\w)\)?"
    rf"|thứ (?:{'|'.join(_ORDINALS)})(?!\w))"
)
_BETWEEN = r" ?(?:,|;|–|-|(?:, ?)?(?:và|hoặc|hay|đến|tới)(?= )) ?"
_UNIT = rf"(?:(?:[Cc]ác|[Tt]ừ|tại) )?(?:{_WORDS})(?: số)? {_NUMBER}"

RUN = re.compile(rf"{_UNIT}(?:{_BETWEEN}(?:{_UNIT}|{_NUMBER})| {_UNIT})*")
"""A run of pinpoints in text whose blanks are single: "điểm a, b khoản 2 Điều 5 và Điều 7"."""

START = rf"(?:{_WORDS}) (?:số )?(?:thứ |[(]?(?:\d|[IVXLC]+\b|[a-zđA-ZĐ]\d?\b))"
"""Where a run may begin: the source of a regular expression."""

_TOKEN = re.compile(
    rf"(?P<word>{_WORDS})(?: số)? |(?P<number>(?<!\w){_NUMBER})|(?P<range>đến|tới|–|-)|(?P<list>,|;|và|hoặc|hay)"
)


@dataclass(slots=True)
class _Group:
    """One level word with its numbers: "điểm a, b". `apart` is True where a list word stands before the level word."""

    level: str
    rank: int
    numeral: str | None
    apart: str
    numbers: list[str] = field(default_factory=list)
    taken: bool = False


def pinpoint_ids(run: str) -> tuple[str, ...]:
    """The clause ids of a run of pinpoints, in printed order, ranges and lists spelt out.

    >>> pinpoint_ids("các điểm a và đ khoản 1, khoản 3 Điều 4")
    ('dieu-4_khoan-1_diem-a', 'dieu-4_khoan-1_diem-dd', 'dieu-4_khoan-3')
    """
    groups = _groups(run)
    ranks = [g.rank for g in groups]
    apart = any(g.apart in _APART for g in groups[1:])
    if len(groups) > 1 and not apart and all(a > b for a, b in pairwise(ranks)):
        groups.reverse()
        for group in groups:
            group.apart = ""
    above: list[_Group] = []
    found: list[tuple[_Group, int, str]] = []
    for index, group in reversed(list(enumerate(groups))):
        above = [g for g in above if g.rank > group.rank]
        if above:
            above[-1].taken = True
        path: list[str] = []
        for higher in above:
            path = _below(path, higher, higher.numbers[0])
        found += [(group, k, "_".join(_below(path, group, n))) for k, n in reversed(list(enumerate(group.numbers)))]
        above = [] if index and _parted(groups[index - 1], group) else [*above, group]
    leaves = [clause for group, k, clause in reversed(found) if k or not group.taken]
    return tuple(dict.fromkeys(leaves))


def _parted(before: _Group, group: _Group) -> bool:
    """Whether `before` does not belong below `group`: "Khoản 1 Điều 21 và Phụ lục 2"."""
    if before.rank >= group.rank:
        return False
    return group.apart in _APART or (bool(group.apart) and group.level == "phu-luc" and before.level == "dieu")


def _groups(run: str) -> list[_Group]:
    groups: list[_Group] = []
    mark = ""
    for token in _TOKEN.finditer(run):
        kind = token.lastgroup
        if kind == "word":
            word = token["word"]
            level = _LEVEL_OF.get(word[0].lower() + word[1:])
            if level is None:
                return []
            groups.append(
                _Group(level["id"], level["rank"], level.get("numeral"), mark if mark != "range" else "range")
            )
        elif kind == "number" and groups:
            _add(groups, _bare(token["number"]), mark)
        mark = "range" if kind == "range" else token[0] if kind == "list" else "" if kind == "number" else mark
        if kind == "word":
            mark = "range" if mark == "range" else ""
    return [g for g in groups if g.numbers]


def _add(groups: list[_Group], number: str, mark: str) -> None:
    """Put a number where it belongs: to its level word, or as the end of a range to the numbers before it."""
    group = groups[-1]
    if mark == "range":
        start = group if group.numbers else groups[-2] if len(groups) > 1 and groups[-2].level == group.level else None
        if start is not None and start.numbers:
            start.numbers += spelt_out(start.numbers[-1], number)[1:]
            return
    group.numbers.append(number)


def _bare(printed: str) -> str:
    number = printed.strip("()")
    if number.startswith("thứ "):
        return str(_ORDINALS[number[4:]])
    return number


def spelt_out(first: str, last: str) -> list[str]:
    """The numbers from `first` to `last`, both included; the two alone where they are no sequence.

    >>> spelt_out("c", "e"), spelt_out("9", "11"), spelt_out("II", "IV")
    (['c', 'd', 'đ', 'e'], ['9', '10', '11'], ['II', 'III', 'IV'])
    """
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) < _MOST:
        return [first, *(str(n) for n in range(int(first) + 1, int(last) + 1))]
    if first in _LETTERS and last in _LETTERS and _LETTERS.index(first) < _LETTERS.index(last):
        return _LETTERS[_LETTERS.index(first) : _LETTERS.index(last) + 1]
    one, other = roman_value(first), roman_value(last)
    if one and other and 0 < other - one < _MOST:
        return [to_roman(n) for n in range(one, other + 1)]
    return [first, last]


def _below(path: list[str], group: _Group, number: str) -> list[str]:
    """`path` with the level of `number` below it; "1.2" lies below 1, "II.2.a" is điểm a of khoản 2 of Mục II, "tiết
    đ.1 điểm đ" is điểm đ.1, which stands beside đ."""
    first, *rest = number.split(".")
    level = group.level
    if group.numeral and first.isdecimal():
        level = group.numeral
    if rest and level in ("diem", "khoan") and first.isupper() and roman_value(first):
        level = "muc"
    if rest and not first.isdecimal() and level == "tiet":
        level = "diem"
        path = path[: len(path) - (path[-1:] == [f"diem-{id_number(first)}"])]
    if rest and not first.isdecimal() and level == "diem":
        first, rest = first + "".join(rest), []
    if rest and first.isdecimal() and level != "dieu":
        level = "khoan"
    path = list(path)
    value = id_number(first)
    if not (rest and path and path[-1] == f"{level}-{value}"):
        path.append(f"{level}-{value}")
    deeper = value if level == "khoan" else ""
    for part in rest:
        if part.isalpha():
            path.append(f"diem-{id_number(part)}")
            break
        deeper = f"{deeper}-{id_number(part)}" if deeper else id_number(part)
        path.append(f"khoan-{deeper}")
    return path
