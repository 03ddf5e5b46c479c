"""What the page carries and the document does not say: running heads, page numbers, a printer's path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from vankien.model import Dropped, Line

_PATH = re.compile(r"(?:[A-Za-z]:\\|\\\\\w|file:///)\S.*")
_RULE = re.compile(r"[-_=–—*]{4,}")
_RULE_ENDS = frozenset("-_=–—* \t")
_RUNNING_HEAD = re.compile(r"(?:\d{1,4} +)?CÔNG BÁO ?/ ?Số [\d +]{1,20}/ ?Ngày \d{1,2}-\d{1,2}-\d{4}(?: +\d{1,4})?")
_LONGEST = 20
_CUT_LINE = 30
"""Characters, at least, of a line that a page ends in mid-sentence."""

_LETTERED = re.compile(r"[a-zđ]\d?[.)]")
_MOST = 400
_SURE = 8
_PAGE = (900, 5000)
"""Characters on a page, at least and at most."""

_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:Trang\s+)?(?P<number>\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?")


def take_furniture(lines: Sequence[Line], *, wrapped: bool) -> tuple[list[Line], list[Dropped]]:
    """The lines that are text, and what was taken out with the reason. Page numbers stand among physical lines only:
    `wrapped` says whether these are any; on the edge of a page they are known by that."""
    numbers = (_page_numbers(lines) if wrapped else set()) | _on_edges(lines)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    for at, line in enumerate(lines):
        if line.box in ("header", "footer") or ("CÔNG BÁO" in line.text and _RUNNING_HEAD.fullmatch(line.text.strip())):
            dropped.append(Dropped(line.text.strip(), "đầu trang, chân trang"))
        elif at in numbers or (wrapped and len(line.text) < _LONGEST and _cuts_a_sentence(lines, at)):
            dropped.append(Dropped(line.text.strip(), "số trang"))
        elif line.cell is None and ("\\" in line.text or "file" in line.text) and _PATH.fullmatch(line.text.strip()):
            dropped.append(Dropped(line.text.strip(), "đường dẫn tệp trên máy in"))
        else:
            kept.append(line)
    return kept, [drop for drop in dropped if drop.text]


def take_rules(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """The lines of a text without those that are drawn ("________", "-----"), and these."""
    drawn = [
        line.text[-1:] in _RULE_ENDS
        and line.cell is None
        and line.number is None
        and _RULE.fullmatch(line.text.strip()) is not None
        for line in lines
    ]
    if not any(drawn):
        return list(lines), []
    return (
        [line for line, rule in zip(lines, drawn, strict=True) if not rule],
        [Dropped(line.text.strip(), "đường kẻ") for line, rule in zip(lines, drawn, strict=True) if rule],
    )


def _cuts_a_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` is a bare figure between blank lines, in the middle of a sentence that goes on below it."""
    if not 0 < at < len(lines) - 1 or lines[at - 1].text.strip() or lines[at + 1].text.strip():
        return False
    text = lines[at].text.strip()
    if lines[at].cell is not None or not (len(text) < _LONGEST and _PAGE_NUMBER.fullmatch(text)):
        return False
    above = next((line.text.rstrip() for line in reversed(lines[max(0, at - 4) : at]) if line.text.strip()), "")
    below = next((line.text.lstrip() for line in lines[at + 1 : at + 4] if line.text.strip()), "")
    cut = len(above) >= _CUT_LINE and (above[-1].isalpha() or above[-1] == ",")
    return cut and below[:1].islower() and not _LETTERED.match(below)


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Places of lines that are page numbers: bare figures that count up at the pace of pages, through the whole text.
    The numbers of a list's rows come at no such pace."""
    candidates: list[tuple[int, int, int]] = []
    written = 0
    for at, line in enumerate(lines):
        text = line.text.strip()
        match = _PAGE_NUMBER.fullmatch(text) if len(text) < _LONGEST and line.cell is None and not line.ends else None
        if match and len(candidates) < _MOST:
            candidates.append((at, int(match["number"]), written))
        written += len(text)
    chain = _longest_chain(candidates)
    if len(chain) < 2:
        return set()
    pace = median(_pace(a, b) for a, b in pairwise(chain))
    steady = sum(pace / 2 <= _pace(a, b) <= pace * 2 for a, b in pairwise(chain))
    counted = chain[-1][1] - chain[0][1] + 1
    enough = len(chain) >= (written / pace - 1) / 2 or (len(chain) >= _SURE and len(chain) >= counted / 2)
    return {at for at, _, _ in chain} if enough and steady >= 0.8 * (len(chain) - 1) else set()


def _on_edges(lines: Sequence[Line]) -> set[int]:
    """Places of lines that are the number of the very page whose first or last line they are."""
    if lines and lines[-1].page in (None, 1):
        return set()
    written = [(at, line) for at, line in enumerate(lines) if line.text.strip() and not line.ends and line.cell is None]
    found = set()
    following = [*(line.page for _, line in written[1:]), None]
    for (_, before), (at, line), after in zip(written, written[1:], following[1:], strict=False):
        on_edge = before.page != line.page or line.page != after
        match = _PAGE_NUMBER.fullmatch(line.text.strip()) if on_edge and len(line.text) < _LONGEST else None
        if match and int(match["number"]) == line.page:
            found.add(at)
    return found


def _longest_chain(candidates: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest run of candidates that count up, each a page or some pages after the one before."""
    best: list[list[tuple[int, int, int]]] = []
    for candidate in candidates:
        before = [c for c in best if c[-1][1] < candidate[1] and _PAGE[0] <= _pace(c[-1], candidate) <= _PAGE[1]]
        best.append([*max(before, key=len, default=[]), candidate])
    return max(best, key=len, default=[])


def _pace(first: tuple[int, int, int], second: tuple[int, int, int]) -> float:
    """Characters a page between two page numbers."""
    return (second[2] - first[2]) / (second[1] - first[1])
