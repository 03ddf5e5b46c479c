"""Which place a number belongs to: every province, district and commune counts its documents anew."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.model import Metadata
from vankien.writing.bodies import level_of_body
from vankien.writing.folding import folded_words
from vankien.writing.places import province_of_name

LEVELS = ("Xã", "Huyện", "Tỉnh")
"""The levels that are found in every province, the lowest first."""

_UNITS = re.compile(
    r"\b(?:(?:tỉnh|thành|huyện|quận|thị|đảng)\s+(?:ủy|uỷ|uỵ)|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|thị\s+trấn|xã|"
    r"phường|đặc\s+khu|tp(?=[\s.]*[^\W\d_]))(?=[\s.])",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:\s+|(?<=[Tt][Pp])\.\s*)(?:[-–]\s)?(\w+)")
_NUMBERED_UNITS = ("phường", "quận")
_MOST = 6
_NO_NAME = frozenset(
    ["uy", "uy vien", "uy ban", "uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd", "mat tran to quoc"]
)
_ENDS = frozenset(["khóa", "khoá", "nhiệm"])
_CITY = re.compile(r"\bthanh (?:uy|pho)\b")
_LOCAL_MARK = re.compile(r"-(?:\w*T[UH]U?|HU|QU|ĐU\w*|CB|TTU|UBND|HĐND|CTUBND|S[A-ZĐ]{1,8})(?:-|$)")
_ANY_LEVEL = frozenset(["UBND", "HĐND", "CTUBND"])


def is_local(key: str) -> bool:
    """Whether every province or lower body issues this number key: "44-CT-TU", "12-QĐ-UBND"."""
    return bool(_LOCAL_MARK.search(key))


def local_mark(key: str) -> str | None:
    """The mark that tells which kind of local body counts ("TU", "HU", "UBND")."""
    match = _LOCAL_MARK.search(key)
    return match[0].strip("-") if match else None


def at_any_level(mark: str | None) -> bool:
    """Whether provinces, districts and communes all use this mark, so that it does not tell the level."""
    return mark in _ANY_LEVEL


@lru_cache(maxsize=4096)
def named_localities(text: str) -> frozenset[str]:
    """The folded proper names of places that `text` gives to a body or a unit: "Tỉnh ủy Bắc Kạn" -> {"bac kan"};
    of provinces the name of knowledge/places.yml ("TP.HCM" -> {"ho chi minh"})."""
    found = set()
    for match in _UNITS.finditer(text):
        name = _proper_name(text, match.end(), numbered=match[0].lower() in _NUMBERED_UNITS)
        if name and name not in _NO_NAME:
            found.add(folded_words(province_of_name(name) or province_of_name(f"TP.{name}") or name))
    return frozenset(found)


def _proper_name(text: str, at: int, *, numbered: bool) -> str:
    """The folded words with a capital that follow `at`, up to the next unit; wards and urban districts may have a
    number for a name."""
    words: list[str] = []
    while len(words) < _MOST and (match := _WORD.match(text, at)):
        word = match[1]
        proper = word[0].isupper() or (word.isdigit() and (numbered or words))
        if not proper or word.lower() in _ENDS or _UNITS.match(text, match.start(1)):
            break
        words.append(folded_words(word))
        at = match.end()
    return " ".join(words)


@lru_cache(maxsize=4096)
def is_city(body: str) -> bool:
    """Whether a body is a city's, of whatever level."""
    return bool(_CITY.search(folded_words(body)))


@lru_cache(maxsize=4096)
def named_level(body: str) -> str | None:
    """The local level of a body as a mention names it ("của Ủy ban nhân dân xã": "Xã"), None where it does not tell:
    "Thành ủy" alone may be a province's or a district's."""
    level = level_of_body(body)
    if level not in LEVELS or (is_city(body) and not named_localities(body)):
        return None
    return level


def localities(metadata: Metadata) -> frozenset[str]:
    """The places a document belongs to: its province, the place beside its date, those its issuer names. A central
    document belongs to none: "Hà Nội" beside its date is where it was signed."""
    if metadata.level == "Trung ương":
        return frozenset()
    names = {folded_words(name) for name in (metadata.province, metadata.place) if name}
    return frozenset(names | named_localities(metadata.issuer or ""))


def seats(metadata: Metadata) -> frozenset[str]:
    """The places by whose name the issuing body itself is called: a province's body by the province, a district's by
    the district and not by the province above it; every locality where the level is not known."""
    if metadata.level not in LEVELS:
        return localities(metadata)
    province = frozenset([folded_words(metadata.province)] if metadata.province else [])
    named = named_localities(metadata.issuer or "")
    found = named | province if metadata.level == "Tỉnh" else named - province
    return found or frozenset([folded_words(metadata.place)] if metadata.place else [])
