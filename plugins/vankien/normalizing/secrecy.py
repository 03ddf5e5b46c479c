"""The gate: marks of secrecy, limited circulation or draft that hold a document back until a person releases it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from vankien.knowledge import load
from vankien.model import Evidence, Line
from vankien.normalizing.layout import Parts
from vankien.writing.folding import fold, folded_words

_LONGEST = 64
_DRAFT = "DỰ THẢO"
_DRAFT_OF = re.compile(
    r"(?:BẢN )?DỰ THẢO (?P<of>[^\Wa-z\d_]+(?: [^\Wa-z\d_]+)*)|(?P<type>[^()]{3,40}) ?\((?:[Dd]ự thảo|DỰ THẢO)\)"
)
_COLUMNS = re.compile(r"\s{3,}|\t")
_NEAR = 8
_SPACED = re.compile(r"(?:\b\w\b[ .]+){2,}\w\b")
_BEHIND_NUMBER = re.compile(r"[(\[]\s*(?P<mark>(?:tuyệt |tối )?mật)\s*[)\]]\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\d\s*[-/–]\s*[A-ZĐ]")
_DRAFT_TAIL = frozenset(
    ("lan", "thu", "ngay", "thang", "nam", "so", "ban", "cuoi", "sua", "lay", "gop", "xin", "y", "kien", "trinh", "hop")
)
_COUNT = re.compile(r"\d{1,4}|[ivx]{1,4}|v\d{1,2}")


Mark = dict[str, str]
"""A line of knowledge/secrecy.yml."""


def find_marks(lines: Sequence[Line], parts: Parts) -> tuple[Evidence, ...]:
    """The marks of a document, each with the printed line as evidence; () where nothing holds it back.

    A mark is a line of its own in the header, before it, in a stamp or a frame, or stands in brackets behind the
    number. Words in a sentence, a table of the text or an annex are none.
    """
    found: dict[str, Evidence] = {}
    for line in _candidates(lines, parts):
        text = line.text
        pieces = (text, *_COLUMNS.split(text)) if "   " in text or "\t" in text else (text,)
        name = next(filter(None, map(mark_of, pieces)), None)
        if name:
            found.setdefault(name, Evidence(line.text.strip(), f"mark: {name}", line.place))
    return tuple(found.values())


def mark_of(text: str) -> str | None:
    """The name of the mark that a line is, or None."""
    text = text.strip()
    if not text or len(text) > _LONGEST or text.startswith(("- ", "+ ")):
        return None
    behind = _BEHIND_NUMBER.search(text)
    if behind and _NUMBER.search(text):
        return behind["mark"].upper()
    named = _DRAFT_OF.fullmatch(text) if "hảo" in text or "HẢO" in text else None
    if named and folded_words(named["of"] or named["type"]) in _types():
        return _DRAFT
    words = folded_words(text)
    if _SPACED.fullmatch(text.strip(" .-–*()[]")):
        mark = _run_together().get(words.replace(" ", ""))
    else:
        mark = _marks().get(words) or _open_mark(words)
    return str(mark["name"]) if mark and _accents_agree(text, mark) else None


def _candidates(lines: Sequence[Line], parts: Parts) -> Iterable[Line]:
    yield from (line for line in lines if line.box)
    yield from (*parts.lead[-_NEAR:], *parts.header, *parts.closing)
    opening = parts.body[: 2 if parts.header else _NEAR]
    yield from (line for line in opening if line.cell is None or line.text.isupper())


def _accents_agree(text: str, mark: Mark) -> bool:
    printed = "".join(text.lower().split())
    return "accented" not in mark or printed == fold(printed) or mark["accented"] in printed


def _open_mark(words: str) -> Mark | None:
    """The mark that may be followed by a count or a date, where `words` are it and nothing else."""
    for name, mark in _open_marks():
        tail = words[len(name) :] if words.startswith(f"{name} ") else ""
        if tail and all(word in _DRAFT_TAIL or _COUNT.fullmatch(word) for word in tail.split()):
            return mark
    return None


@cache
def _marks() -> dict[str, Mark]:
    return {mark["words"]: mark for mark in load("secrecy")}


@cache
def _types() -> frozenset[str]:
    return frozenset(folded_words(row["name"]) for row in load("types"))


@cache
def _run_together() -> dict[str, Mark]:
    return {words.replace(" ", ""): mark for words, mark in _marks().items()}


@cache
def _open_marks() -> tuple[tuple[str, Mark], ...]:
    return tuple((words, mark) for words, mark in _marks().items() if mark.get("open"))
