"""Names of bodies printed in capitals, in ordinary letters."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.knowledge import load
from vankien.writing.aligned import aligned_fold
from vankien.writing.bodies import known_names
from vankien.writing.casing import sentence_case
from vankien.writing.places import named_provinces

_FIELD = re.compile(
    r"\b(?:bo|so|cuc|vu|ban|vien|hoi(?! dong)|thue|tong cuc|chi cuc|truong|hoc vien|trung tam|phong)\s+(?=[a-z])"
)
_UNIT = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|bản|ấp|"
    r"(?:huyện|quận|thị|thành) (?:ủy|uỷ))\s+"
    r"(?!(?:ủy|uỷ|hội|đoàn|khóa|khoá|lần|và|về|thành phố|tỉnh)\b|[-–])"
    r"(?P<name>[^,;()]+?)(?=\s+(?:tỉnh|thành phố|huyện|khóa|khoá|lần|và|về)\b|$)"
)
_JOINED = re.compile(r"(?:\s+va|,)\s+(?=[a-z])")


@lru_cache(maxsize=1 << 14)
def body_case(name: str) -> str:
    """The name of a body printed in capitals as the rules of spelling write it: a capital for the kind, for the field
    and for names. "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" -> "Sở Nông nghiệp và Môi trường"."""
    known = known_names().get(aligned_fold(name))
    if known:
        return "".join(a if b.isupper() else a.lower() for a, b in zip(name, known, strict=True))
    letters = list(sentence_case(name))
    folded = aligned_fold(name)
    kind = _FIELD.match(folded)
    if kind:
        letters[kind.end()] = letters[kind.end()].upper()
        for match in _JOINED.finditer(folded):
            letters[match.end()] = letters[match.end()].upper()
    for word in re.finditer(r"\w+", folded):
        if word[0] in load("issuers")["acronyms"]:
            letters[word.start() : word.end()] = name[word.start() : word.end()]
    for match in _UNIT.finditer(name.lower()):
        for word in re.finditer(r"\S+", match["name"]):
            letters[match.start("name") + word.start()] = name[match.start("name") + word.start()]
    for province in named_provinces(name):
        start = aligned_fold(name).rfind(aligned_fold(province.name), province.start, province.end)
        for at in range(max(start, province.start), province.end):
            if start >= 0 and (at == start or name[at - 1] in " -"):
                letters[at] = name[at]
    return "".join(letters)
