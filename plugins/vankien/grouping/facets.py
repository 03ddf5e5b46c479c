"""The ways into the archive: documents grouped by type, body, level, place, year, term and signer."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.grouping.localities import body_note, place_note, places_of
from vankien.model import Document
from vankien.writing.body_case import body_case
from vankien.writing.folding import folded_words
from vankien.writing.slugs import safe_name, text_slug

NOT_PRINTED = "Văn bản không ghi"
NOT_PRINTED_SLUG = "khong-ghi"
LEVELS = {
    "trung ương": "Trung ương",
    "tỉnh": "Tỉnh",
    "huyện": "Huyện (trước 01/7/2025)",
    "xã": "Xã",
    "cơ sở": "Cơ sở",
}
"""The levels in the order of the hierarchy, with the words the interface shows."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value and the documents that carry it. `slug` is its name for addresses, one of its own within the facet;
    `known` is False for "not printed", `note` says more about the name (what a place is called today)."""

    slug: str
    name: str
    documents: tuple[Document, ...]
    known: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way of dividing the archive; `slug` is its name for addresses."""

    slug: str
    name: str
    values: tuple[FacetValue, ...]


_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Reader = Callable[[Document], Iterable[str]]
Order = Callable[[str, int], tuple[object, ...]]
Note = Callable[[str], str]


def _by_count(name: str, count: int) -> tuple[object, ...]:
    return (-count, folded_words(name), name)


def _newest_first(name: str, _count: int) -> tuple[object, ...]:
    return (tuple(-ord(c) for c in name),)


def _by_level(name: str, _count: int) -> tuple[object, ...]:
    names = list(LEVELS.values())
    return (names.index(name) if name in names else len(names), name)


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _level(document: Document) -> tuple[str, ...]:
    level = document.metadata.level
    return _one(LEVELS.get(level.lower(), level) if level else None)


def _issuer(document: Document) -> tuple[str, ...]:
    issuer = document.metadata.issuer
    return _one(issuer and body_case(issuer))


def _signers(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(signer.name for signer in document.metadata.signers))


def facets_of(documents: Sequence[Document]) -> tuple[Facet, ...]:
    """Every facet with its values. A place stands under the name it had and the one it has today."""
    plan: tuple[tuple[str, str, Reader, Order, Note], ...] = (
        ("loai", "Loại văn bản", lambda d: _one(d.metadata.type), _by_count, _no_note),
        ("nam", "Năm ban hành", lambda d: _one(d.metadata.date and d.metadata.date[:4]), _newest_first, _no_note),
        ("he-thong", "Hệ thống", lambda d: _one(d.metadata.system), _by_count, _no_note),
        ("cap", "Cấp ban hành", _level, _by_level, _no_note),
        ("co-quan", "Cơ quan ban hành", _issuer, _by_count, body_note),
        ("dia-phuong", "Địa phương", places_of, _by_count, place_note),
        ("nhiem-ky", "Khóa, nhiệm kỳ", lambda d: _one(d.metadata.term), _by_count, _no_note),
        ("nguoi-ky", "Người ký", _signers, _by_count, _no_note),
    )
    return tuple(Facet(slug, name, _values(documents, read, order, note)) for slug, name, read, order, note in plan)


def _no_note(_name: str) -> str:
    return ""


@lru_cache(maxsize=1 << 14)
def spelling_key(name: str) -> str:
    """`name` so that only case, blanks and the place of a tone mark make no difference: "TỈNH UỶ" is "Tỉnh ủy", but
    "Dũng" is not "Dụng"."""
    return " ".join(_syllable_key(word) for word in name.casefold().split())


def _syllable_key(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return "".join(c for c in letters if c not in _TONES) + tones


def _values(documents: Sequence[Document], read: Reader, order: Order, note: Note) -> tuple[FacetValue, ...]:
    members: dict[str, dict[str, Document]] = {}
    spellings: dict[str, Counter[str]] = {}
    for document in documents:
        for name in read(document) or ("",):
            key = spelling_key(name)
            members.setdefault(key, {})[document.id] = document
            spellings.setdefault(key, Counter())[name] += 1
    unknown = members.pop("", None)
    shown = {key: _usual(spellings[key]) for key in members}
    taken: set[str] = {NOT_PRINTED_SLUG}
    values = [
        FacetValue(
            _free_slug(shown[key], taken),
            shown[key],
            tuple(members[key].values()),
            note=note(shown[key]),
        )
        for key in sorted(members, key=lambda k: order(shown[k], len(members[k])))
    ]
    if unknown:
        values.append(FacetValue(NOT_PRINTED_SLUG, NOT_PRINTED, tuple(unknown.values()), known=False))
    return tuple(values)


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name.isupper(), name))


def _free_slug(name: str, taken: set[str]) -> str:
    stem = safe_name(text_slug(name) or "khac")
    slug, count = stem, 1
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    taken.add(slug)
    return slug
