"""The place in a document that a typed citation names: "điểm a khoản 2 Điều 5", "mục II.2 (3)", "2/II". The browser's
copy is assets/pages/lookup_places.js."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product
from typing import Any

from vankien.portal.lookup.tokens import Token
from vankien.writing.clause_ids import id_number

_ROMAN = re.compile(r"^[ivxlc]+$")
_LETTER_D = re.compile(r"(?<=diem)-d(?=_|$)")
_LETTER = re.compile(r"^[a-z]$")
_KHOAN = 4
_JOINS = frozenset([",", ";", "va", "hoac", "hay", "den", "toi", "-", "–"])
_RANGES = frozenset(["den", "toi", "-", "–"])
MOST_LISTED = 24
"""Places that one list or range is taken for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One level of a place: "khoan", its rank in the grammar, its number as it stands in an id; `more` are the further
    numbers of a list ("khoản 1, 2 và 3")."""

    level: str
    rank: int
    number: str
    more: tuple[str, ...] = ()


def read_places(tokens: Sequence[Token], grammar: Mapping[str, Any]) -> tuple[list[Unit], list[Token]]:
    """The levels of a place in printed order, and the tokens that are left for the document."""
    units: list[Unit] = []
    left: list[Token] = []
    listing: list[Any] | None = None  # the word of the level that could go on as a list: "khoản 1 và khoản 3"
    end = at = 0
    while at < len(tokens):
        level, after = _level(tokens, at, grammar)
        taken: list[Unit] = []
        if level:
            taken, after = _numbers(tokens, after, level, grammar)
        elif not units and not left:
            taken, after = _bare(tokens, at)
        goes_on = listing is not None and level == listing and at == end + 1 and tokens[end].folded in _JOINS
        if goes_on and len(taken) == 1 and taken[0].level == units[-1].level:
            left.pop()
            units[-1] = _joined(units[-1], tokens[end].folded, taken[0])
            end = at = after
        elif taken:
            units += taken
            listing = level if len(taken) == 1 else None
            end = at = after
        else:
            left.append(tokens[at])
            at += 1
    return units, left


def _level(tokens: Sequence[Token], at: int, grammar: Mapping[str, Any]) -> tuple[list[Any] | None, int]:
    for length in range(min(grammar["longest"], len(tokens) - at), 0, -1):
        level = grammar["levels"].get(" ".join(token.folded for token in tokens[at : at + length]))
        if level:
            return level, at + length
    return None, at


def _numbers(
    tokens: Sequence[Token], at: int, level: Sequence[Any], grammar: Mapping[str, Any]
) -> tuple[list[Unit], int]:
    """The number after a level's word, with what is joined to it: "II.2 (3)", and the further numbers of a list."""
    while at < len(tokens) and tokens[at].folded in ("so", "thu", "("):
        at += 1
    value, after = _value(tokens, at, grammar)
    if value is None:
        return [], at
    kind = level[2] if value[0].isdigit() else level[0]
    units = [Unit(kind, _KHOAN if kind == "khoan" else level[1], value)]
    deeper = value if kind == "khoan" else ""
    while after + 1 < len(tokens) and tokens[after].raw == "." and tokens[after + 1].is_number:
        if not tokens[after + 1].glued:
            break
        deeper = f"{deeper}-{tokens[after + 1].raw}" if deeper else tokens[after + 1].raw
        units.insert(0, Unit("khoan", _KHOAN, id_number(deeper)))
        after += 2
    if after < len(tokens) and tokens[after].raw == ")":
        after += 1
    bracketed = [token.raw for token in tokens[after : after + 3]]
    if len(bracketed) == 3 and bracketed[0] + bracketed[2] == "()" and tokens[after + 1].is_number:
        units.insert(0, Unit("khoan", _KHOAN, id_number(bracketed[1])))
        after += 3
    more, after = _list(tokens, after, value, grammar)
    if len(units) == 1:
        units[0] = replace(units[0], more=more)
    return units, after


def _list(tokens: Sequence[Token], at: int, first: str, grammar: Mapping[str, Any]) -> tuple[tuple[str, ...], int]:
    """The further numbers of a list that begins with `first`, and what follows them. A number of another kind
    ("khoản 2, II") is passed over."""
    more: list[str] = []
    while at + 1 < len(tokens) and tokens[at].folded in _JOINS:
        if tokens[at + 1].is_word and len(tokens[at + 1].raw) > 1 and not _ROMAN.match(tokens[at + 1].raw):
            break
        value, after = _value(tokens, at + 1, grammar)
        if value is None or (after < len(tokens) and tokens[after].raw in ("-", "/", "–")):
            break
        if value[0].isdigit() == first[0].isdigit():
            more += _up_to((more or [first])[-1], tokens[at].folded, value)
        at = after
    return tuple(more[:MOST_LISTED]), at


def _up_to(one: str, join: str, other: str) -> list[str]:
    """What "1, 3" and "1 đến 3" name after `one`."""
    if join in _RANGES and re.fullmatch(r"\d{1,3} \d{1,3}", f"{one} {other}"):
        between = range(int(one) + 1, int(other) + 1)
        if 0 < len(between) <= MOST_LISTED:
            return [str(number) for number in between]
    return [other]


def _joined(unit: Unit, join: str, other: Unit) -> Unit:
    further = _up_to((unit.more or (unit.number,))[-1], join, other.number)
    return replace(unit, more=(*unit.more, *further, *other.more)[:MOST_LISTED])


def _value(tokens: Sequence[Token], at: int, grammar: Mapping[str, Any]) -> tuple[str | None, int]:
    """A number, letter, roman number or ordinal as it stands in an id, and what follows it."""
    if at >= len(tokens):
        return None, at
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].glued else None
    if token.is_number:
        if following and _LETTER.match(following.folded):
            return id_number(token.raw + following.raw), at + 2
        return id_number(token.raw), at + 1
    if token.folded in grammar["ordinals"]:
        return str(grammar["ordinals"][token.folded]), at + 1
    if _LETTER.match(token.folded):
        if following and following.is_number:
            return id_number(token.raw + following.raw), at + 2
        return id_number(token.raw), at + 1
    if _ROMAN.match(token.raw):
        return token.raw, at + 1
    return None, at


def _bare(tokens: Sequence[Token], at: int) -> tuple[list[Unit], int]:
    """A place without any word at the beginning: "2/II", "II.2"."""
    parts = tokens[at : at + 3]
    if len(parts) < 3 or not (parts[1].glued and parts[2].glued) or (len(tokens) > at + 3 and tokens[at + 3].glued):
        return [], at
    one, sign, other = parts
    if sign.raw == "/" and one.is_number and _ROMAN.match(other.raw):
        return [Unit("khoan", _KHOAN, id_number(one.raw)), Unit("muc", 7, other.raw)], at + 3
    if sign.raw == "." and _ROMAN.match(one.raw) and other.is_number:
        return [Unit("khoan", _KHOAN, id_number(other.raw)), Unit("muc", 7, one.raw)], at + 3
    return [], at


def paths_of(units: Sequence[Unit]) -> tuple[str, ...]:
    """The levels as clause ids, the likelier reading first. They are printed smallest first, unless every level is
    lower than the one before. The other order is tried too, and "diem d" as điểm đ."""
    if not units:
        return ()
    ranks = [unit.rank for unit in units]
    falling = len(units) > 1 and all(a > b for a, b in pairwise(ranks))
    down = list(units) if falling else list(reversed(units))
    paths = ["_".join(f"{unit.level}-{unit.number}" for unit in order) for order in (down, down[::-1])]
    return tuple(dict.fromkeys([*paths, *(_LETTER_D.sub("-dd", path) for path in paths)]))


def readings_of(units: Sequence[Unit]) -> tuple[tuple[str, ...], ...]:
    """`paths_of` for each place that a list of numbers names, in printed order; () where no place is named."""
    if not units:
        return ()
    numbers = product(*((unit.number, *unit.more) for unit in units))
    return tuple(
        paths_of([replace(unit, number=number) for unit, number in zip(units, one, strict=True)])
        for one in islice(numbers, MOST_LISTED)
    )
