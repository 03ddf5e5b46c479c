"""Text on scanned pages, by Tesseract with its Vietnamese data."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from vankien.reading.printed.page import Draft, draft
from vankien.reading.printed.words import Word
from vankien.reading.programs import FailedError, find, run

TIMEOUT = 180.0
DPI = 300
_POINTS = 72 / DPI
_UNSURE = 30.0
_LINE = 1.3


class MissingOcrError(LookupError):
    """Tesseract, or its Vietnamese data, is not installed."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of Tesseract's table; places in pixels from the top left."""

    level: int
    page: int
    left: int
    top: int
    width: int
    height: int
    sure: float
    text: str


def tesseract() -> str:
    """The program's path. Raises `MissingOcrError`."""
    program = find("tesseract")
    if program is None:
        raise MissingOcrError
    try:
        languages = run((program, "--list-langs"), TIMEOUT).decode("utf-8", "replace").split()
    except FailedError as error:
        raise MissingOcrError from error
    if "vie" not in languages:
        raise MissingOcrError
    return program


def recognize(program: str, image: bytes) -> list[tuple[tuple[float, float], list[Word]]]:
    """The pages of an image file: (width, height) in points and the words in the order in which Tesseract reads them.
    Raises `FailedError`."""
    command = (program, "stdin", "stdout", "-l", "vie", "--dpi", str(DPI), "--psm", "3", "tsv")
    rows = list(_rows(run(command, TIMEOUT, image).decode("utf-8", "replace")))
    pages: dict[int, list[_Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return [_page(members) for members in pages.values()]


def page_draft(number: int, size: tuple[float, float], words: Iterable[Word]) -> Draft:
    """A recognised page, ready to be laid out as a printed one."""
    return draft(number, size, words, ())


def _rows(table: str) -> Iterator[_Row]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            level, page = int(row["level"]), int(row["page_num"])
            left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
            text = unicodedata.normalize("NFC", (row["text"] or "").strip())
            yield _Row(level, page, left, top, width, height, float(row["conf"]), text)
        except (KeyError, TypeError, ValueError):
            continue


def _page(rows: list[_Row]) -> tuple[tuple[float, float], list[Word]]:
    """Words of one height around their middle: the boxes of single words differ with their letters."""
    sheet = next((row for row in rows if row.level == 1), rows[0])
    found = [row for row in rows if row.level == 5 and row.text]
    usual = median([row.height for row in found]) * _LINE if found else 0.0
    words: list[Word] = []
    for row in found:
        if row.sure < _UNSURE and not any(map(str.isalnum, row.text)):
            continue
        middle = (sheet.height - row.top - row.height / 2) * _POINTS
        half = usual * _POINTS / 2
        left, right = row.left * _POINTS, (row.left + row.width) * _POINTS
        words.append(Word(row.text, left, right, middle - half, middle + half, len(words)))
    return (sheet.width * _POINTS, sheet.height * _POINTS), words
