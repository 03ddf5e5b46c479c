"""The printed marks that begin a clause: "Chương II", "Điều 5.", "I-", "1.", "1.1.", "(1)", "đ)", "b1)", "-", "+".

A mark is read from the first words of a paragraph alone; whether it is a clause of the document is decided from
its neighbours (structuring/). One print can be read in two ways ("i)" is a letter or a roman numeral)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from vankien.knowledge import load
from vankien.writing.letters import letter_place, letter_steps
from vankien.writing.ordinals import ordinal_value
from vankien.writing.roman import roman_value

MarkKind = Literal["phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "tiet"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it may be read. `family` and `style` (its punctuation) say which marks can follow each other, `key`
    orders them; `number` is the bare number, `printed` the mark as printed; its clause's words begin at `end`."""

    kind: MarkKind
    family: str
    style: str
    number: str
    key: tuple[int, ...]
    printed: str
    end: int


_LETTERS_BEFORE_ROMAN = frozenset("CDL")
_WORD_KINDS: dict[str, MarkKind] = {
    "phần": "phan",
    "chương": "chuong",
    "mục": "muc",
    "tiểu mục": "tieu-muc",
    "điều": "dieu",
}
_BLANK_OR_WORD = r"(?=\s|$|[^\W\d_]|[“\"(\[…‘'])"
_MARK = re.compile(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu [Mm]ục|TIỂU MỤC"
    r"|[ĐÐD]i[ềêe]u|[ĐÐD]I[ỀÊE]U)\s+"  # also without the accents that a scanner lost
    r"(?:(?:thứ|THỨ|Thứ)\s+(?P<ordinal>[^\W\d_]+(?:\s+(?:mươi|MƯƠI)(?:\s+[^\W\d_]+)?)?)"
    r"|(?P<value>[IVXLC]{1,8}|\d{1,4}(?:[a-zđ]\d?)?|[A-HĐK]))(?![\w/,;])(?P<stop>[ ]?[.:)–-]{0,3})"
    rf"|(?P<decimal>\d{{1,3}}[a-zđ]?(?:\.\d{{1,2}}[a-zđ]?){{1,4}})(?P<decimalstyle>[.)/:]?[-–]?){_BLANK_OR_WORD}"
    rf"|(?P<arabic>\d{{1,3}}(?:[a-zđ]\d?)?)(?P<arabicstyle>\s?[.)][-–]?{_BLANK_OR_WORD}|\s?[-–/](?=\s|[^\W\d_a-z][^\WA-Z]))"
    r"|\((?P<paren>\d{1,3}|[a-zđ]|[ivx]{2,5})\)(?!\s?[=+*/-])"
    rf"|(?P<letter>[a-zđ])(?:\.?(?P<sub>\d{{1,2}}))?(?P<letterstyle>[.)/][-–]?{_BLANK_OR_WORD}|-\s?(?=[^\W\d_a-zà-ỹđ]))"
    rf"|(?P<small>[ivx]{{2,5}})(?P<smallstyle>[.)/]){_BLANK_OR_WORD}"
    rf"|(?P<upper>[IVXLC]{{1,8}}|[A-HKĐ])(?P<upperstyle>[.)][-–]?{_BLANK_OR_WORD}|/\s?(?=[^\W\d_a-z])|\s?[-–](?=\s|[^\W\d_]))"
)
_BULLET = re.compile(r"([-–—•●▪◦·+−])\s*(?=\w|[“\"(\[‘'‟«…$<%≥≤])")
_LETTERED = frozenset({"letter", "upper", "phan-letter", "chuong-letter", "muc-letter", "tieu-muc-letter"})
_D, _E = letter_place("d"), letter_place("e")
_STOPPED = re.compile(r"[.:)–-]")
_DIGITS = re.compile(r"\d+|[a-zđ]")


def _number_key(number: str) -> tuple[int, ...]:
    """5 -> (5, 0); 5a -> (5, 1 + place of a): what is inserted after a number comes between it and the next."""
    key: list[int] = []
    for part in _DIGITS.findall(number):
        if part.isdigit():
            key.append(int(part))
        else:
            key.append(letter_place(part))
    return tuple(key) if len(key) > 1 else (*key, 0)


@cache
def _mention() -> re.Pattern[str]:
    """What stands after "Điều 5 " where it is a mention in a sentence, not a heading."""
    names = "|".join(re.escape(t["name"]) for t in load("types"))
    return re.compile(rf"\s*(?:[,;a-zà-ỹđ]|(?:{names}|Điều lệ|Phụ lục|Mẫu|Khoản|Điểm)(?!\w))")


def _word_mark(match: re.Match[str], text: str) -> Mark | None:
    key: tuple[int, ...]
    kind = _WORD_KINDS.get(match["word"].lower(), "dieu")
    stop, end = match["stop"], match.end()
    if not _STOPPED.search(stop) and end < len(text) and _mention().match(text, end):
        return None
    family: str = kind
    if match["ordinal"]:
        value = ordinal_value(match["ordinal"])
        if value is None:
            return None
        number, key = str(value), (value, 0)
    else:
        number = match["value"]
        value = None if number in _LETTERS_BEFORE_ROMAN else roman_value(number)
        if number[0].isdigit():
            number = number.lstrip("0") or "0"
            key = _number_key(number)
        elif value is not None:
            key = (value, 0)
        else:
            family, key = f"{kind}-letter", (letter_place(number), 0)
    if kind == "dieu" and not number[0].isdigit():
        return None
    return Mark(kind, family, "", number, key, text[:end].rstrip(), end)


def read_marks(text: str) -> tuple[Mark, ...]:
    """The ways in which the beginning of a paragraph (plain text, blanks stripped) can be read as the mark of a
    numbered clause; () for none. Bullets are read by `read_bullet`."""
    match = _MARK.match(text)
    if match is None:
        return ()
    if match["word"]:
        mark = _word_mark(match, text)
        return (mark,) if mark else ()
    printed, end = match[0].rstrip(), match.end()
    if match["decimal"]:
        number = ".".join(part.lstrip("0") or "0" for part in match["decimal"].split("."))
        key = tuple(n for part in number.split(".") for n in _number_key(part))
        return (Mark("khoan", "decimal", "", number, key, printed, end),)
    if match["arabic"]:
        number = match["arabic"].lstrip("0") or "0"
        style = match["arabicstyle"].strip()[0].replace("–", "-")
        return (Mark("khoan", "arabic", style, number, _number_key(number), printed, end),)
    if match["upper"]:
        return _upper_marks(match["upper"], match["upperstyle"].strip()[0], printed, end)
    if match["paren"] and match["paren"].isdigit():
        number = match["paren"].lstrip("0") or "0"
        return (Mark("khoan", "arabic", "()", number, (int(number), 0), printed, end),)
    letters = match["paren"] or match["letter"] or match["small"]
    style = "()" if match["paren"] else (match["letterstyle"] or match["smallstyle"])[0]
    return _small_marks(letters, match["sub"], style, printed, end)


def _small_marks(letters: str, sub: str | None, style: str, printed: str, end: int) -> tuple[Mark, ...]:
    marks = []
    if len(letters) == 1:
        key = (letter_place(letters), int(sub or 0))
        marks.append(Mark("diem", "letter", style, letters + (sub or ""), key, printed, end))
    value = roman_value(letters) if letters in "ivx" or len(letters) > 1 else None
    if value and not sub:
        marks.append(Mark("tiet", "small", style, letters, (value, 0), printed, end))
    return tuple(marks)


def _upper_marks(letters: str, style: str, printed: str, end: int) -> tuple[Mark, ...]:
    marks = []
    value = roman_value(letters)
    if value:
        marks.append(Mark("muc", "roman", style, letters, (value, 0), printed, end))
    if len(letters) == 1:
        marks.append(Mark("phan", "upper", style, letters, (letter_place(letters), 0), printed, end))
    return tuple(marks)


def read_bullet(text: str) -> tuple[str, int] | None:
    """The bullet that begins a paragraph and the place where its words begin: ("-", 2), ("+", 2); None for none.
    Every sign but "+" counts as a dash; an asterisk marks a small heading ("* Ưu điểm:") and is no bullet."""
    match = _BULLET.match(text)
    return (match[1], match.end()) if match else None


def is_first(mark: Mark) -> bool:
    """Whether `mark` begins a list: 1, a, i, I, A, or 1.1."""
    if mark.family == "decimal":
        return mark.key[-2:] == (1, 0)
    return mark.key == (1, 0)


def steps(last: Mark, mark: Mark) -> int | None:
    """How far `mark` lies after `last` of the same family: 1 where it is the next one (also an inserted one: 5a
    after 5, 6 after 5b, b1 after b), more where some are missing, 0 for the same number, negative before it; None
    where the two do not belong to one list (1.1 and 2.3)."""
    before, after = last.key, mark.key
    if mark.family == "decimal":
        if len(before) != len(after) or before[:-2] != after[:-2]:
            return None
        before, after = before[-2:], after[-2:]
    if after == before:
        return 0
    if after < before:
        return -1
    if after[0] == before[0]:
        return 1
    if mark.family in _LETTERED:
        without_dd = mark.family != "letter" and before[0] == _D and after[0] == _E
        return 1 if without_dd else letter_steps(before[0], after[0])
    return after[0] - before[0]
