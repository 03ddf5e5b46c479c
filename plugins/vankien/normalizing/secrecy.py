"""The gate: marks of secrecy, limited circulation or draft that hold a document back until a person releases it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from vankien.knowledge import load
from vankien.model import Evidence, Line
from vankien.normalizing.layout import Parts
from vankien.writing.folding import fold, folded_words

_LONGEST = 80
_NEAR = 8
_SPACED = re.compile(r"(?:\b\w\b[ .]+){2,}\w\b")
_BEHIND_NUMBER = re.compile(r"[(\[]\s*(?P<mark>(?:tuyệt |tối )?mật)\s*[)\]]\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\d\s*[-/–]\s*[A-ZĐ]")
_DRAFT_TAIL = frozenset(
    ("lan", "thu", "ngay", "thang", "nam", "so", "ban", "cuoi", "sua", "lay", "gop", "xin", "y", "kien", "trinh", "hop")
)
_COUNT = re.compile(r"\d{1,4}|[ivx]{1,4}|v\d{1,2}")


def find_marks(lines: Sequence[Line], parts: Parts) -> tuple[Evidence, ...]:
    """The marks of a document, each with the printed line as evidence; () where nothing holds it back.

    A mark is a line of its own in the header, before it, in a stamp or a frame, or stands in brackets behind the
    number. Words in a sentence, a table of the text or an annex are none.
    """
    found: dict[str, Evidence] = {}
    for line in _candidates(lines, parts):
        name = mark_of(line.text)
        if name:
            found.setdefault(name, Evidence(line.text.strip(), f"mark: {name}", line.place))
    return tuple(found.values())


def mark_of(text: str) -> str | None:
    """The name of the mark that a line is, or None."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    behind = _BEHIND_NUMBER.search(text)
    if behind and _NUMBER.search(text):
        return behind["mark"].upper()
    apart = _SPACED.fullmatch(text.strip(" .-–*()[]")) is not None
    words = folded_words(text)
    for mark in _marks():
        same = words.replace(" ", "") == mark["words"].replace(" ", "") if apart else words == mark["words"]
        if same and _accents_agree(text, mark):
            return str(mark["name"])
        if words.startswith(mark["words"] + " ") and _tail_agrees(words[len(mark["words"]) + 1 :], mark):
            return str(mark["name"])
    return None


def _candidates(lines: Sequence[Line], parts: Parts) -> Iterable[Line]:
    yield from (line for line in lines if line.box)
    yield from (*parts.lead[-_NEAR:], *parts.header, *parts.closing)
    opening = parts.body[: 2 if parts.header else _NEAR]
    yield from (line for line in opening if line.cell is None or line.text.isupper())


def _accents_agree(text: str, mark: dict[str, str]) -> bool:
    printed = "".join(text.lower().split())
    return "accented" not in mark or printed == fold(printed) or mark["accented"] in printed


def _tail_agrees(tail: str, mark: dict[str, str]) -> bool:
    return bool(mark.get("open")) and all(word in _DRAFT_TAIL or _COUNT.fullmatch(word) for word in tail.split())


@cache
def _marks() -> tuple[dict[str, str], ...]:
    return tuple(load("secrecy"))
