"""What is known of bodies: level, system, the marks that stand for them in numbers, what became of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load
from vankien.writing.aligned import aligned_fold
from vankien.writing.folding import folded_words
from vankien.writing.places import province_of_name

_CITY = re.compile(r"\b(?:thanh pho|thanh uy|tp)\s+(?P<name>(?!truc thuoc|khoa\b)[a-z ]+)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for an issuer in a number, and whom it stands for. `since` and `until` are ISO dates or None."""

    mark: str
    name: str
    system: str | None = None
    level: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Successor:
    """What became of a body: its name today (None where it ended without a successor), from when, by which act."""

    name: str | None
    since: str
    source: str


@cache
def _rules(kind: str, value: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["words"]), row[value]) for row in load("issuers")[kind])


def level_of_body(name: str) -> str | None:
    """The level of the body `name`: "Trung ương", "Tỉnh", "Huyện", "Xã", "Cơ sở", or None where it does not tell. A
    city that is no province stands at the level of districts."""
    words = folded_words(name)
    level = next((level for pattern, level in _rules("levels", "level") if pattern.search(words)), None)
    city = _CITY.search(words) if level == "Tỉnh" else None
    return "Huyện" if city and province_of_name(city["name"]) is None else level


def system_of_body(name: str) -> str | None:
    """The system of the body `name`: "Đảng", "Nhà nước", "Mặt trận và đoàn thể", or None where it does not tell."""
    words = folded_words(name)
    return next((system for pattern, system in _rules("systems", "system") if pattern.search(words)), None)


@cache
def _marks() -> dict[str, Mark]:
    marks = {}
    for row in load("issuers")["marks"]:
        since, until = (str(row[name]) if name in row else None for name in ("since", "until"))
        mark = Mark(row["mark"], row["name"], row.get("system"), row.get("level"), since, until)
        marks[mark.mark.upper()] = mark
    return marks


@cache
def known_names() -> dict[str, str]:
    """The names of the bodies that marks stand for: folded, letter for letter -> as written."""
    return {aligned_fold(mark.name): mark.name for mark in _marks().values()}


def issuer_mark(number: str) -> Mark | None:
    """Whom the last mark of a printed number stands for: "45-HD/BTCTW" -> Ban Tổ chức Trung ương; the term of the
    National Assembly is no part of it ("88/2019/QH14"). None for a mark that is not known."""
    last = re.split(r"[/-]", number.strip())[-1].upper().replace("Ư", "U")
    return _marks().get(last) or _marks().get(re.sub(r"\d+$", "", last))


def successor_of_body(name: str, on: str | None = None) -> Successor | None:
    """What became of the body `name`, as a document of the ISO date `on` names it; None where nothing did, or where
    the document is younger than the change. "Ban Dân vận Tỉnh ủy" -> "Ban Tuyên giáo và Dân vận Tỉnh ủy"."""
    words = folded_words(name)
    for row in sorted(load("succession")["bodies"], key=lambda r: -len(r["from"])):
        old, new = folded_words(row["from"]), row.get("to")
        if (words == old or words.startswith(f"{old} ")) and not (new and words.startswith(folded_words(new))):
            since = str(row["date"])
            if on is not None and on >= since:
                return None
            rest = name.split()[len(row["from"].split()) :]
            return Successor(" ".join([new, *rest]) if new else None, since, row["source"])
    return None
