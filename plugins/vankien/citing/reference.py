"""What a person types to be taken to a clause: "điểm a khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP", "muc II.2 nq 03 hu",
"2/II", "kl 43", with or without accents.

The grammar is data (grammar.py). A reader in another language takes the same patterns in the same order at each place
of the text and puts the pieces together as `read_reference` does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from vankien.citing.grammar import reference_grammar
from vankien.citing.scan import scan, single_blanks
from vankien.knowledge import load
from vankien.writing.clause_ids import id_number
from vankien.writing.folding import fold
from vankien.writing.numbers import number_key


@dataclass(frozen=True, slots=True)
class Reference:
    """What was read: `pinpoints` are the clause ids that it may mean, the likeliest first; `types` the types that its
    word or sign may mean; `number` the number as typed, `key` its key and `figures` its leading figures without zeros
    ("03" is "3"); `signs` the further signs, folded ("nq", "hu"); `year` a year; `words` what is left, folded."""

    pinpoints: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    number: str | None = None
    key: str | None = None
    figures: str | None = None
    signs: tuple[str, ...] = ()
    year: str | None = None
    words: tuple[str, ...] = ()


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(source, re.DOTALL)) for name, source in reference_grammar()["rules"])


def read_reference(text: str) -> Reference:
    """What `text` refers to. A whole pasted sentence is read for its first citation; what cannot be read is in `words`.

    >>> read_reference("muc II.2 nq 03 hu").pinpoints, read_reference("kl 43").types
    (('muc-ii_khoan-2',), ('Kết luận',))
    """
    pasted = _pasted(text)
    if pasted is not None:
        return pasted
    typed = _Typed(text)
    return typed.reference()


def _pasted(text: str) -> Reference | None:
    """The first whole citation of a pasted text, or None where it holds none."""
    for mention in scan(single_blanks(text)):
        if mention.kind == "numbered" and mention.number:
            figures = mention.number.split("-")[0].split("/")[0].lstrip("0")
            signs = tuple(fold(s) for s in re.split(r"[-/]", mention.number)[1:] if not s.isdecimal())
            year = next((s for s in mention.number.split("/")[1:] if s.isdecimal()), None)
            key = number_key(mention.number)
            return Reference(mention.pinpoints, (mention.type,), mention.number, key, figures, signs, year)
    return None


class _Typed:
    """Puts together the pieces of a typed reference."""

    def __init__(self, text: str) -> None:
        self._text = single_blanks(text)
        self._levels: list[tuple[int, list[str]]] = []
        self._types: list[str] = []
        self._number: str | None = None
        self._figures: str | None = None
        self._signs: list[str] = []
        self._year: str | None = None
        self._words: list[str] = []
        folded = fold(self._text)
        at = 0
        while at < len(folded):
            for name, pattern in _rules():
                if match := pattern.match(folded, at):
                    getattr(self, f"_read_{name}")(match)
                    at = match.end()
                    break

    def reference(self) -> Reference:
        """What was read."""
        candidates: list[list[str]] = [[]]
        for _, parts in sorted(self._levels, key=lambda level: -level[0]):
            candidates = [_below(path, part) for path in candidates for part in parts]
        pinpoints = tuple("_".join(path) for path in candidates) if self._levels else ()
        key = number_key(self._number) if self._number else None
        figures = self._figures.lstrip("0") if self._figures else None
        return Reference(
            pinpoints,
            tuple(self._types),
            self._number,
            key,
            figures,
            tuple(self._signs),
            self._year,
            tuple(self._words),
        )

    def _read_blank(self, match: re.Match[str]) -> None:
        """Blanks and commas divide."""

    _read_other = _read_blank

    def _read_level(self, match: re.Match[str]) -> None:
        self._add(reference_grammar()["levels"][match[1]], match, 2)

    def _read_typed(self, match: re.Match[str]) -> None:
        grammar = reference_grammar()
        sorts = grammar["typed"][match[1]]
        level = sorts["figure"] if match[2][0].isdigit() else sorts.get("roman") or sorts["letter"]
        self._add(next(x for x in grammar["levels"].values() if x["id"] == level), match, 2)

    def _add(self, level: dict[str, Any], match: re.Match[str], group: int) -> None:
        """One level with its number; a folded d may be d or đ."""
        number = match[group]
        printed = self._text[match.start(group) : match.end(group)]
        first, *rest = number.split(".")
        kind = level.get("numeral", level["id"]) if first[0].isdigit() else level["id"]
        if rest and first[0].isdigit() and kind != "dieu":
            kind = "khoan"
        tail = ""
        deeper = id_number(first) if kind == "khoan" else ""
        for part in rest:
            deeper = f"{deeper}-{id_number(part)}" if deeper else id_number(part)
            tail += f"_khoan-{deeper}"
        letters = [first]
        if kind == "diem" and first[0] == "d":
            accented = fold(self._text) != self._text.lower()
            plain, barred = first, "đ" + first[1:]
            letters = [barred] if printed[0] in "đĐ" else [plain] if accented else [plain, barred]
        self._levels.append((level["rank"], [f"{kind}-{id_number(letter)}{tail}" for letter in letters]))

    def _read_roman(self, match: re.Match[str]) -> None:
        self._levels.append((_rank("muc"), [f"muc-{match[1]}"]))
        self._levels.append((_rank("khoan"), ["_".join(_nested(match[2]))]))

    def _read_slash(self, match: re.Match[str]) -> None:
        self._levels.append((_rank("muc"), [f"muc-{match[2]}"]))
        self._levels.append((_rank("khoan"), [f"khoan-{id_number(match[1])}"]))

    def _read_item(self, match: re.Match[str]) -> None:
        kind = "khoan" if match[1].isdigit() else "diem"
        self._levels.append((_rank("tiet"), [f"{kind}-{id_number(match[1])}"]))

    def _read_number(self, match: re.Match[str]) -> None:
        self._number = self._text[match.start() : match.end()].replace(" ", "").upper()
        self._figures = match[1]
        for sign in re.split(r"[-/ ]+", match[2].strip("-/ ")):
            if sign.isdecimal():
                self._year = sign
            else:
                self._sign(sign)

    def _sign(self, sign: str) -> None:
        self._signs.append(sign)
        if not self._types:
            self._types += reference_grammar()["types"].get(sign, [])

    def _read_type(self, match: re.Match[str]) -> None:
        if self._types:
            self._signs.append(match[1])
        else:
            self._types += reference_grammar()["types"][match[1]]

    def _read_sign(self, match: re.Match[str]) -> None:
        self._signs.append(match[1])

    def _read_figures(self, match: re.Match[str]) -> None:
        if self._figures is None:
            self._figures = match[1]
            self._number = match[1]
        elif self._year is None and re.fullmatch(r"(?:19|20)\d\d", match[1]):
            self._year = match[1]
        else:
            self._words.append(match[1])

    def _read_word(self, match: re.Match[str]) -> None:
        if match[0] not in reference_grammar()["skipped"]:
            self._words.append(match[0])


def _below(path: list[str], part: str) -> list[str]:
    """`part` below `path`; "1.1" below 1 does not name 1 again."""
    return [*path[:-1], part] if path and part.startswith(f"{path[-1]}_") else [*path, part]


def _rank(level: str) -> int:
    return next(x["rank"] for x in load("pinpoints")["levels"] if x["id"] == level)  # type: ignore[no-any-return]


def _nested(number: str) -> list[str]:
    """The levels of a dotted number: 1.2 is khoan-1, khoan-1-2."""
    parts = [id_number(part) for part in number.split(".")]
    return [f"khoan-{'-'.join(parts[: k + 1])}" for k in range(len(parts))]
