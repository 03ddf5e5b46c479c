"""The words that begin a mention: a type of document ("Nghị quyết", "văn bản", "Báo cáo thẩm tra")."""

from __future__ import annotations

import re

from vankien.knowledge import load
from vankien.writing.patterns import any_of

FORMS = load("citation_forms")
_EXTRA = {h["head"]: h["type"] for h in FORMS["heads"]}
_NAMES = {t["name"]: t["name"] for t in load("types")}
_PLAIN = {"Nghị quyết liên tịch": "Nghị quyết liên tịch", "Điều lệ Đảng": "Điều lệ"}
TYPE_OF: dict[str, str] = {head.lower(): kind for head, kind in (_NAMES | _EXTRA | _PLAIN).items()}
"""A head in small letters -> the plain word of its type."""

LAWS: frozenset[str] = frozenset(FORMS["by_name"])
LAW_HEADS: frozenset[str] = frozenset(head for head, kind in (_NAMES | _EXTRA).items() if kind in LAWS)
"""The words that the name of a law follows, as printed."""

_CAPITAL_ONLY = LAW_HEADS | {"Lệnh", "Dự án", "Hợp đồng", "Điều lệ"}
MINOR: frozenset[str] = frozenset(FORMS["minor"])
ABBREVIATIONS: dict[str, str] = {}
for _type in load("types"):
    for _abbr in _type["abbr"][:1]:
        ABBREVIATIONS.setdefault(_abbr, _type["name"])

NUMBER_WORD = rf"(?:{'|'.join(map(re.escape, FORMS['number_words']))})(?::|\.|;)?"


def _cased(head: str) -> list[str]:
    return [head] if head in _CAPITAL_ONLY else [head, head[0].lower() + head[1:]]


def _heads() -> list[str]:
    names = [cased for name in {*_NAMES, *_EXTRA} for cased in _cased(name)]
    return [*names, *(n.upper() for n in _NAMES if n not in _CAPITAL_ONLY), "LUẬT"]


HEADS = any_of(_heads())
"""Every head in the cases in which it is printed; the source of a regular expression."""

HEAD = re.compile(rf"(?:{HEADS})(?!\w)")

FOLLOWED = (
    rf"(?= (?:{NUMBER_WORD} ?\d|\(?\d|này|ngày \d|của |{'|'.join(FORMS['congress']['opens'])})"
    rf"|: ?(?:{NUMBER_WORD} ?)?\d)"
)
"""What must follow a head (other than a law) to be worth a look."""


def type_of(head: str) -> str:
    """The plain word of the type that a printed head names, in whatever case."""
    return TYPE_OF.get(head.lower(), head)
