"""Dates as official documents print them, to ISO and back."""

from __future__ import annotations

import datetime
import re

_WORDS = r"ngày\s*(?P<d1>\d{1,2})\s*tháng\s*(?P<m1>\d{1,2})\s*năm\s*(?P<y1>\d{4})"
_FIGURES = r"(?P<d2>\d{1,2})\s*(?P<sep>[/.\-–])\s*(?P<m2>\d{1,2})\s*(?P=sep)\s*(?P<y2>\d{4})"
DATE = re.compile(rf"{_WORDS}|(?<![\d/.\-–])(?:ngày\s+)?{_FIGURES}(?![\d/])", re.IGNORECASE)
"""A printed date: "ngày 5 tháng 3 năm 2020", "05/3/2020", "15-5-2016", "15.5.2016"."""


def iso(day: int, month: int, year: int) -> str | None:
    """The ISO date, or None where there is no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def read_date(match: re.Match[str]) -> str | None:
    """The ISO date of a match of `DATE`, or None where there is no such day."""
    return iso(int(match["d1"] or match["d2"]), int(match["m1"] or match["m2"]), int(match["y1"] or match["y2"]))


def show_date(date: str | None) -> str | None:
    """An ISO date as dd/mm/yyyy."""
    return "/".join(reversed(date.split("-"))) if date else None
