"""What the archive holds, so that a mention can be looked up: by number, by the name of a law, by id."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vankien.citing.agreement import central_bodies
from vankien.citing.heads import FORMS
from vankien.citing.landing import landing_places
from vankien.citing.locality import is_city, local_mark, localities, seats
from vankien.model import Document
from vankien.writing.bodies import issuer_mark
from vankien.writing.folding import folded_words
from vankien.writing.numbers import number_key

_YEAR_IN_NUMBER = re.compile(r"^[\d.]+[A-Z]?-((?:19|20)\d\d)-|-(?:QH|UBTVQH)\d+$")
_ONE_OF_ITS_KIND = ("hien phap",)
_PARTY = "dang cong san viet nam"
_NAMED = frozenset([*FORMS["by_name"], *(entry["type"] for entry in FORMS["certain"]), "Điều lệ Đảng"])
_SAYS_LOCAL = re.compile(r"(?:Tỉnh|Thành|Huyện|tỉnh|thành|huyện) [uủỦ][yỷỶỵ]")
_BRACKETS = re.compile(r"\([^()]*\)")
_DATED = re.compile(r"[,(]? ?(?:ngày|năm) \d.*|,? số \d.*| \d{4}$")
_LEADING_WORDS = ("ve viec ", "ve ", "quy dinh ve ", "quy dinh ", "ban hanh ")


@dataclass(frozen=True, slots=True)
class Holding:
    """One held document as a mention can be compared with it."""

    id: str
    key: str | None
    type: str
    date: str | None
    bodies: frozenset[str]
    city: bool
    mark: str | None
    province: str | None
    localities: frozenset[str]
    level: str | None
    seats: frozenset[str]
    title: str
    name: str | None
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Holdings:
    """The archive's documents by number key and by the folded name that laws are cited with."""

    by_id: Mapping[str, Holding]
    by_key: Mapping[str, tuple[Holding, ...]]
    by_name: Mapping[str, tuple[Holding, ...]]
    by_figures: Mapping[str, tuple[Holding, ...]]


@dataclass(frozen=True, slots=True)
class Context:
    """Who speaks: the citing document, as a mention in it is read."""

    own: Holding
    holdings: Holdings


def carries_year(key: str) -> bool:
    """Whether a number key names one document by itself: it carries its year or its National Assembly."""
    return bool(_YEAR_IN_NUMBER.search(key))


def hold(documents: Sequence[Document]) -> Holdings:
    """The holdings of an archive."""
    by_id: dict[str, Holding] = {}
    by_key: dict[str, list[Holding]] = defaultdict(list)
    by_name: dict[str, list[Holding]] = defaultdict(list)
    by_figures: dict[str, list[Holding]] = defaultdict(list)
    for document in documents:
        holding = _holding(document)
        by_id[holding.id] = holding
        if holding.key:
            by_key[holding.key].append(holding)
            by_figures[_figures(holding.key)].append(holding)
        if holding.name:
            by_name[holding.name].append(holding)
    return Holdings(by_id, _fixed(by_key), _fixed(by_name), _fixed(by_figures))


def _fixed(groups: Mapping[str, list[Holding]]) -> dict[str, tuple[Holding, ...]]:
    return {key: tuple(holdings) for key, holdings in groups.items()}


def _figures(key: str) -> str:
    """The figures that a number key begins with."""
    return key.partition("-")[0]


def near_misses(number: str, kind: str, date: str | None, holdings: Holdings) -> tuple[Holding, ...]:
    """Held documents whose number the print of `number` is a cut form of ("217-QĐ/T" for "217-QĐ/TW"): proposals for
    a person, never links. The type must agree, and the date, or the year that both numbers carry; a whole mark of
    another body is no cut one."""
    key = cited_key(number)
    if "-" not in key or issuer_mark(number):
        return ()
    return tuple(
        holding
        for holding in holdings.by_figures.get(_figures(key), ())
        if holding.key and holding.key != key and holding.key.startswith(key)
        if (holding.date == date if date else carries_year(key)) and folded_words(holding.type) == folded_words(kind)
    )


def called_by_figures(name: str, kind: str, holdings: Holdings) -> tuple[Holding, ...]:
    """Held documents that a bare "Nghị quyết 18" may mean: those of its type whose number begins with its figures, or,
    for what a decision issues ("Đề án 06"), a decision whose title names it."""
    match = re.search(r"\d+$", name.strip())
    if not match:
        return ()
    these = holdings.by_figures.get(match[0].lstrip("0"), ())
    folded = folded_words(kind)
    issued = kind in FORMS["issued_types"]
    return tuple(
        holding
        for holding in these
        if folded_words(holding.type) == folded or (issued and folded in folded_words(holding.title))
    )


def cited_key(number: str, issuer: str | None = None) -> str:
    """The number key of a number as printed; "TƯ" and "T.Ư" are old ways to write TW, unless the issuer is a local
    committee."""
    key = number_key(number)
    if number.upper().replace(".", "").endswith("TƯ") and not _SAYS_LOCAL.search(issuer or ""):
        key = key.removesuffix("TU").removesuffix("T.U") + "TW"
    return key


def held_under(number: str, holdings: Holdings, issuer: str | None = None) -> tuple[Holding, ...]:
    """The held documents that bear a number as printed by a citing document."""
    return holdings.by_key.get(cited_key(number, issuer), ())


def is_named(kind: str | None) -> bool:
    """Whether documents of this type are cited by their name (laws, the Constitution, Điều lệ Đảng)."""
    return kind in _NAMED


def document_name(kind: str, title: str) -> str:
    """The folded name of a document: its type and its title without "về", "quy định", brackets, date and year; of the
    Constitution, of which each time has but one, the type alone."""
    words, kind = folded_words(_DATED.sub("", _BRACKETS.sub("", title))), folded_words(kind)
    if kind in _ONE_OF_ITS_KIND:
        return kind
    kind = kind.removesuffix(" dang") if kind == "dieu le dang" else kind
    words = words.removeprefix(kind).strip()
    for leading in _LEADING_WORDS:
        words = words.removeprefix(leading)
    return f"{kind} {words.replace(_PARTY, 'dang')}".strip()


def _holding(document: Document) -> Holding:
    m = document.metadata
    return Holding(
        id=document.id,
        key=cited_key(m.number, m.issuer) if m.number else None,
        type=m.type or "",
        date=m.date,
        bodies=central_bodies(f"{m.issuer or ''}; {m.collective or ''}"),
        city=is_city(m.issuer or ""),
        mark=local_mark(number_key(m.number)) if m.number else None,
        province=folded_words(m.province) if m.province else None,
        localities=localities(m),
        level=m.level,
        seats=seats(m),
        title=m.title or "",
        name=document_name(m.type or "", m.title or "") if is_named(m.type) else None,
        places=landing_places(document.clauses),
    )
