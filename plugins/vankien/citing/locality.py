"""Which place a number belongs to: every province, district and commune counts its documents anew."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from vankien.model import Metadata
from vankien.writing.folding import folded_words

_NAMED = re.compile(
    r"\b(?:tỉnh\s+u[ỷỵ]|tỉnh\s+ủy|thành\s+(?:ủy|uỷ)|huyện\s+(?:ủy|uỷ)|quận\s+(?:ủy|uỷ)|thị\s+(?:ủy|uỷ)|đảng\s+(?:ủy|uỷ)|"
    r"tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu)\s+(?P<name>[^,;.()\d]+)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    ["uy", "uy vien", "uy ban", "uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd", "khoa", "mat tran to quoc"]
)
_LOCAL_MARK = re.compile(r"-(?:\w*T[UH]U?|HU|QU|ĐU\w*|CB|TTU|UBND|HĐND|CTUBND|S[A-ZĐ]{1,8})(?:-|$)")


def is_local(key: str) -> bool:
    """Whether every province or lower body issues this number key: "44-CT-TU", "12-QĐ-UBND"."""
    return bool(_LOCAL_MARK.search(key))


def local_mark(key: str) -> str | None:
    """The mark that tells which kind of local body counts ("TU", "HU", "UBND")."""
    match = _LOCAL_MARK.search(key)
    return match[0].strip("-") if match else None


def _is_proper(word: str) -> bool:
    return word[0].isupper() and folded_words(word) not in ("khoa", "nhiem")


@lru_cache(maxsize=4096)
def named_localities(text: str) -> frozenset[str]:
    """The folded proper names of places that `text` gives to a body or a unit: "Tỉnh ủy Bắc Kạn" -> {"bac kan"}."""
    found = set()
    for match in _NAMED.finditer(text):
        name = folded_words(" ".join(takewhile(_is_proper, match["name"].split())))
        if name and name not in _NO_NAME:
            found.add(name)
    return frozenset(found)


def localities(metadata: Metadata) -> frozenset[str]:
    """The places a document belongs to: its province, the place beside its date, those its issuer names. A central
    document belongs to none: "Hà Nội" beside its date is where it was signed."""
    if metadata.level == "Trung ương":
        return frozenset()
    names = {folded_words(name) for name in (metadata.province, metadata.place) if name}
    return frozenset(names | named_localities(metadata.issuer or ""))
