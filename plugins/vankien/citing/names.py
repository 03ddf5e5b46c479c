"""Documents cited by name: laws, the Constitution, statutes, resolutions of congresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from vankien.citing.heads import FORMS
from vankien.knowledge import load
from vankien.writing.spelling import spelling_key

Trie = dict[str, "Trie"]
_WORD = re.compile(r"\w+")
_JOIN = re.compile(r",? (?=\w)")
_CAPITAL = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_STOPS = "|".join(FORMS["law_name_stops"])
_UNKNOWN = re.compile(rf"[{_CAPITAL}]\w*(?: (?!(?:{_STOPS})\b)\w+){{0,14}}")
_AMENDING = re.compile(
    r"[Ss]ửa đổi, bổ sung (?:một số điều|Điều \d+\w?)(?: (?:của|tại))?(?: các| \d+)? ?(?=Luật|Bộ luật|Pháp lệnh|luật)"
)
_TWICE = re.compile(r"(?P<w>[a-zđà-ỹ]+) (?=(?i:(?P=w)) )")
_SEALED = re.compile(r",? (?:số \d|ngày \d|năm \d)")
_AMENDING_ANY = re.compile(r"[Ss]ửa đổi[^;.:()“”\n]{1,300}?(?= số \d+/\d{4}/(?:QH|UB|PL)| ngày \d| năm \d{4})")
_SMALL = re.compile(rf"(?!(?:{_STOPS}|kể)\b)[a-zà-ỹđ]\w*(?: (?!(?:{_STOPS})\b)\w+){{1,11}}(?=,? (?:số \d|ngày \d))")
"""A name in small letters, as it was printed until about 2000: certain where number or date seals it."""

_LAW_WORD = re.compile(r"(?:Luật|Bộ luật|Pháp lệnh|luật) ")
_AND = re.compile(r"(?:,| và|, và) (?=(?:Luật|Bộ luật|Pháp lệnh|luật) )")
_NOT_A_NAME = frozenset(
    [
        "này",
        "có",
        "các",
        "được",
        "số",
        "và",
        "hoặc",
        "mới",
        "đó",
        "trên",
        "quy",
        "pháp",
        "nước",
        "sư",
        "liên",
        "hiện",
        "ngày",
        "của",
    ]
)
CERTAIN = tuple((re.compile(entry["name"] + r"(?!\w)"), entry["type"]) for entry in FORMS["certain"])


@cache
def law_names() -> Mapping[str, Trie]:
    """For each type that is cited by name, its known names as a trie of spelling keys; "" marks an end."""
    return {kind: build_trie(names) for kind, names in load("laws").items()}


def build_trie(names: Iterable[str]) -> Trie:
    """The names as a trie of the spelling keys of their words."""
    root: Trie = {}
    for name in names:
        node = root
        for word in map(spelling_key, _WORD.findall(name)):
            node = node.setdefault(word, {})
        node[""] = {}
    return root


def _known(text: str, at: int, trie: Trie) -> int | None:
    """Where the longest name of `trie` that begins at `at` ends."""
    node, found, place = trie, None, at
    while match := _WORD.match(text, place):
        node = node.get(spelling_key(match[0]))  # type: ignore[assignment]
        if node is None:
            break
        if "" in node:
            found = match.end()
        joint = _JOIN.match(text, match.end())
        if joint is None:
            break
        place = joint.end()
    return found


def law_end(text: str, at: int, kind: str, own: Trie | None = None) -> int | None:
    """Where the name of a law ends that begins at `at` (just after "Luật "), or None where no name stands there.

    `own` holds the names that the same document prints in full elsewhere.
    """
    if match := _TWICE.match(text, at):
        at = match.end()
    if match := _AMENDING.match(text, at):
        end = _amended_laws(text, match.end(), own)
        if end is not None and _SEALED.match(text, end):
            return end
        sealed = _AMENDING_ANY.match(text, at)
        return sealed.end() if sealed else end
    if match := _AMENDING_ANY.match(text, at):
        return match.end()
    return _plain_end(text, at, kind, own)


def _plain_end(text: str, at: int, kind: str, own: Trie | None) -> int | None:
    known = [_known(text, at, trie) for trie in (law_names().get(kind), own) if trie]
    if end := max((e for e in known if e), default=None):
        return end
    word = _WORD.match(text, at)
    if word is None or word[0] in _NOT_A_NAME:
        return None
    match = _UNKNOWN.match(text, at) or _SMALL.match(text, at)
    if match is None or _LAW_WORD.match(text, at):
        return None
    return match.end()


def _amended_laws(text: str, at: int, own: Trie | None) -> int | None:
    """Where the list of laws ends that an amending law names in its title."""
    end = None
    while word := _LAW_WORD.match(text, at):
        name_end = _plain_end(text, word.end(), word[0][0].upper() + word[0][1:-1], own)
        if name_end is None:
            break
        end = name_end
        more = _AND.match(text, end)
        if more is None:
            break
        at = more.end()
    return end


_CONGRESS = FORMS["congress"]
_PARTS = "|".join(sorted(map(re.escape, _CONGRESS["parts"]), key=len, reverse=True))
_GENERIC = "|".join(_CONGRESS["generic"])
_PLACE = rf"[{_CAPITAL}]\w*"
_ORDINALS = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai| ba| bốn)?"
CONGRESS = re.compile(
    rf"(?:{'|'.join(_CONGRESS['opens'])})(?! (?:{_GENERIC}))"
    rf"(?P<parts>(?: (?:{_PARTS}|[IVX]{{1,6}}|\d{{1,2}}|{_PLACE}|(?:thứ )?(?:{_ORDINALS}))(?!\w)){{1,16}})"
    r"(?P<term>,? ?\(?nhiệm kỳ \d{4} ?[-–] ?\d{4}\)?|,? \(?[Kk]h[oó][aá] [IVX]+\)?)?(?: của Đảng(?! \w+ (?:bộ|ủy)))?"
)
"""After "Nghị quyết ": a congress or plenum with its number and term."""

SURE = re.compile(rf"[IVX]{{2,}}|[IVX]\b|\d|lần thứ|nhiệm kỳ|kh[oó][aá]|thứ (?:{_ORDINALS})")
"""What makes a congress one certain congress: a number or a term."""
