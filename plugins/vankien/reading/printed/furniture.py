"""What stands on pages beside the document: running heads and feet, page numbers, stamps of digital signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from vankien.knowledge import load
from vankien.model import Dropped
from vankien.reading.printed.page import Draft, PrintedLine, line_of
from vankien.reading.printed.words import Row

RUNNING = "đầu trang, chân trang"
NUMBER = "số trang"
_TOP, _BOTTOM = 0.88, 0.1
_ROWS = 3
_SHARE = 0.3
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Cleared:
    """The pages without their furniture; `stamps` are the lines of digital signatures."""

    pages: tuple[Draft, ...]
    stamps: tuple[PrintedLine, ...]
    dropped: tuple[Dropped, ...]


def clear(pages: Sequence[Draft]) -> Cleared:
    """Take running heads, page numbers and stamps off the pages."""
    common = _common(pages)
    cleared: list[Draft] = []
    dropped: list[Dropped] = []
    stamps: list[PrintedLine] = []
    for page in pages:
        kept = list(page.rows)
        signed = _stamp_rows(kept)
        stamps += [line_of(page.number, kept[at]) for at in signed]
        kept = [row for at, row in enumerate(kept) if at not in signed]
        for edge in (0, -1):
            for _ in range(_ROWS):
                reason = _furniture(kept[edge], page, common) if kept else None
                if reason is None:
                    break
                dropped.append(Dropped(_text(kept.pop(edge)), reason))
        cleared.append(replace(page, rows=tuple(kept)))
    return Cleared(tuple(cleared), tuple(stamps), tuple(dropped))


def _common(pages: Sequence[Draft]) -> set[str]:
    """What stands at the edges of several pages, but for its figures."""
    if len(pages) < 2:
        return set()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = {_key(row) for row in (*page.rows[:_ROWS], *page.rows[-_ROWS:]) if _at_edge(row, page)}
        seen.update(key for key in edges if any(map(str.isalpha, key)))
    return {key for key, count in seen.items() if count >= max(2, _SHARE * len(pages))}


def _furniture(row: Row, page: Draft, common: set[str]) -> str | None:
    """Why a row at the edge is no text, None where it is."""
    if not _at_edge(row, page):
        return None
    text = _text(row)
    if _known("page_numbers").fullmatch(text):
        return NUMBER
    return RUNNING if _key(row) in common or _known("running").fullmatch(text) else None


def _at_edge(row: Row, page: Draft) -> bool:
    return row[0].bottom > _TOP * page.height or row[0].top < _BOTTOM * page.height


def _key(row: Row) -> str:
    """The words of a row with every figure alike, without a page number at either end."""
    return _DIGITS.sub("#", _text(row)).strip("# -–—|")


def _text(row: Row) -> str:
    return "   ".join(piece.text for piece in row)


def _stamp_rows(rows: Sequence[Row]) -> set[int]:
    """The places of rows that a digital signature printed."""
    begins = {at for at, row in enumerate(rows) if _known("stamp_begins").fullmatch(_text(row))}
    found = set(begins)
    for begin in begins:
        for step in (-1, 1):
            at = begin + step
            while 0 <= at < len(rows) and _known("stamps").fullmatch(_text(rows[at])):
                found.add(at)
                at += step
    return found


@cache
def _known(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("printed")[key]))
