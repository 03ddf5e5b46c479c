"""How a clause is called: "khoản 2, Mục II", "điểm đ khoản 2 Điều 5" (words.md has the table).

Labels are built from the top down: `name` gives a clause's own part, `below` puts it before its parent's label. The
smallest level stands first; an article stands alone, without its Chương and Mục. Party documents put commas between
the levels, State documents do not. The words for numbers follow Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import re
from typing import Literal

from vankien.writing.casing import sentence_case
from vankien.writing.ordinals import ordinal

NumberWord = Literal["khoản", "điểm"]
"""What the portal calls a number below a Mục."""

_LEVELS = ("khoản", "điểm", "tiết", "ý")
_TITLES = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu-muc": "Tiểu mục", "dieu": "Điều"}
_OPENING_WORDS = 8
_ATTACHED_KINDS = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|QUY TẮC|HƯỚNG DẪN|Quy chế|Quy định|Điều lệ)\b"
)
_ISSUED_WITH = re.compile(r"\s*[(]?\s*(?:Ban hành )?kèm theo", re.IGNORECASE)


def separator(system: str | None) -> str:
    """What stands between the levels: a comma for the Party, a blank for everybody else."""
    return ", " if system == "Đảng" else " "


def heading_name(kind: str, number: str, printed: str = "") -> str:
    """The name of a Phần, Chương, Mục, Tiểu mục or Điều; `printed` is its mark ("Phần thứ hai" stays in words)."""
    if kind == "phan" and number.isdigit() and "thứ" in printed.lower():
        return f"Phần {ordinal(int(number))}"
    return f"{_TITLES[kind]} {number}"


def number_name(number: str, level: int, *, bracketed: bool = False) -> str:
    """The name of a number or letter in lists: `level` 0 is a khoản, 1 a điểm, 2 a tiết, 3 and below an ý;
    `bracketed` numbers keep their brackets below the first level: "điểm (3)"."""
    shown = f"({number})" if bracketed and level else number
    return f"{_LEVELS[min(level, len(_LEVELS) - 1)]} {shown}"


def bullet_name(kind: str, place: int) -> str:
    """The name of the `place`-th dash (gach) or plus sign (cong)."""
    return f"{'dấu cộng' if kind == 'cong' else 'gạch đầu dòng'} {ordinal(place)}"


def paragraph_name(place: int) -> str:
    """The name of a paragraph that is the `place`-th of its clause, the words after the number counted too."""
    return f"đoạn {ordinal(place)}"


def note_name(number: str) -> str:
    """The name of a footnote."""
    return f"chú thích số {number}"


def annex_name(number: str, place: int) -> str:
    """The name of an annex by its printed number, else by its place among the annexes."""
    if number:
        return f"Phụ lục {number}"
    return "Phụ lục" if place == 1 else f"Phụ lục {ordinal(place)}"


def attached_name(title: str) -> str:
    """The name of a regulation that is issued with the document: its title without what is printed above it and
    without "(Ban hành kèm theo ...)"; a title all in capitals is put in ordinary letters."""
    title = _ISSUED_WITH.split(title)[0].strip(" -–.:")
    kind = _ATTACHED_KINDS.search(title)
    title = title[kind.start() :] if kind else title
    return sentence_case(title) or "Văn bản kèm theo"


def again(name: str, times: int) -> str:
    """The name of a clause whose number is printed for the `times`-th time under one parent."""
    return f"{name} (đánh số lần {ordinal(times)})" if times > 1 else name


def quoted_opening(text: str) -> str:
    """The first words of a clause in quotation marks, by which two equal numbers are told apart."""
    words = text.split()
    more = "..." if len(words) > _OPENING_WORDS else ""
    return f"“{' '.join(words[:_OPENING_WORDS])}{more}”"


def below(name: str, parent: str | None, between: str) -> str:
    """`name` before the label of its parent."""
    return f"{name}{between}{parent}" if parent else name
