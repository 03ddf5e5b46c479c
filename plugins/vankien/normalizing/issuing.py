"""The issuer chosen among what a document says: title, letterhead, who speaks before "Căn cứ", preamble, signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from vankien.knowledge import load
from vankien.model import Line, Signer
from vankien.normalizing.issuer import Body, is_body
from vankien.normalizing.persons import is_position
from vankien.writing.aligned import aligned_fold
from vankien.writing.bodies import issuer_mark
from vankien.writing.body_case import body_case
from vankien.writing.dates import iso

_OF = re.compile(r"\W*(?P<lead>ket luan\s+)?cua\s+(?P<body>.+)")
_NUMBERED = re.compile(
    r"\s*,?\s*so\s*:?\s*(?P<number>\d[^\s,]*)"
    r"(?:,?\s+ngay\s+(?P<d>\d{1,2})(?:\s+thang\s+|[-/.])(?P<m>\d{1,2})(?:\s+nam\s+|[-/.])(?P<y>\d{4})(?!\d))?\s*"
)
_BODY_BEFORE = re.compile(r"\W*cua\s+[^,;:.()]{4,90}?(?=\s+so\s+\d)")
_PERSON = re.compile(r"\W*(?:cac\s+)?(?:dong chi|d/c|tong bi thu|pho|bi thu|chu tich|thu tuong|bo truong)\b")
_BODY_END = re.compile(r"\s+(?:ve|tai|trong|doi voi|nham|va viec|vv|v/v|so\s\d+)\b|\s+[\"“]|\s*$")
_SPEAKS = re.compile(
    r"(?P<body>[^,;:.()]{4,90}?)\s+(?:ban hanh|quyet dinh|huong dan|ket luan|yeu cau|chi thi|quy dinh|thong bao"
    r"|quyet nghi|xay dung|xin thong bao|de nghi|bao cao|trinh)\b"
)
_ON_BEHALF = re.compile(r"\W*t\s?[/.]?\s?m[\s./]+(?P<body>.+?)(?=\s+(?:k\s?[/.]?\s?t|t\s?[/.]?\s?l)\b|$)")
_ADDITION = re.compile(
    r"\s+(?:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:ủy|uỷ)|(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?=\s+[A-ZĐ]))"
    r"(?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*){0,4}"
)
_COMMITTEE = re.compile(
    r"(?:tinh|thanh|huyen|quan|thi|dang) uy\b|dang bo\b|uy ban (?:trung uong )?(?:mat tran|mttq)|ubmttq"
)
_ASSEMBLY = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan|doan dai bieu quoc hoi|ubnd|hdnd)\b")
_PREAMBLE = 60  # lines of the text in which the issuer may speak of itself


@dataclass(frozen=True, slots=True)
class Repeated:
    """Number and ISO date that stand once more in front of a title, and the rest of the title."""

    number: str
    date: str | None
    rest: str


def repeated_number(title: str) -> Repeated | None:
    """The number that a title begins with, as old documents print it: "CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 87-HĐBT NGÀY 12-5-1984
    VỀ ..."; None where it holds none there or nothing follows."""
    folded = aligned_fold(title)
    body = _BODY_BEFORE.match(folded)
    return _repeated(title, folded, body.end() if body else 0)


def _repeated(title: str, folded: str, at: int) -> Repeated | None:
    match = _NUMBERED.match(folded, at)
    if not match or not title[match.end() :].strip() or not (match["d"] or re.search("[-/]", match["number"])):
        return None
    date = iso(int(match["d"]), int(match["m"]), int(match["y"])) if match["d"] else None
    return Repeated(title[match.start("number") : match.end("number")], date, title[match.end() :].strip())


def of_title(title: str) -> tuple[str, str] | None:
    """The body that a title begins with and the rest of the title: "CỦA BỘ CHÍNH TRỊ VỀ ..." -> ("BỘ CHÍNH TRỊ",
    "VỀ ..."). None where it names a person or no body."""
    folded = aligned_fold(title)
    match = _OF.match(folded)
    if not match or not is_body(match["body"]):
        return None
    start = match.start("body")
    end = _BODY_END.search(folded, start)
    stop = min(end.start() if end else len(title), _capitals_stop(title, start))
    repeated = _repeated(title, folded, stop)
    if repeated:
        return title[start:stop].strip(" ,"), repeated.rest
    if _PERSON.match(match["body"]):
        return None
    rest = title if match["lead"] else title[stop:].strip()
    return title[start:stop].strip(), rest


def _capitals_stop(title: str, start: int) -> int:
    """Where the capitals end with which the title goes on from `start`; its end where it has no capitals there."""
    words = list(re.finditer(r"\S+", title[start:]))
    if not words or not words[0][0].isupper():
        return len(title)
    return next((start + word.start() for word in words if not word[0].isupper()), len(title))


def in_letters(name: str, text: str) -> str:
    """A name printed in capitals, in ordinary letters: capitals stand where the document itself writes them in its
    text, else where the rules of spelling put them (Nghị định 30/2020/NĐ-CP Phụ lục II)."""
    if not name.isupper():
        return name
    small, wanted = _small(text), _small(name)
    at = small.find(wanted)
    while at >= 0:
        found = text[at : at + len(name)]
        if not found.isupper() and found[0].isupper():
            return "".join(a if b.isupper() else a.lower() for a, b in zip(name, found, strict=True))
        at = small.find(wanted, at + 1)
    return body_case(name)


@lru_cache(maxsize=4)  # one document's text is asked about for each body that it may name
def _small(text: str) -> str:
    """`text` in small letters, the tone mark on one place, one character for each."""
    small = text.lower() if len(text.lower()) == len(text) else text
    for old, new in (("uỷ", "ủy"), ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa")):
        small = small.replace(new, old)
    return small


def organ_of(bodies: Sequence[Body], number: str | None, text: str) -> str:
    """The issuer of a letterhead in ordinary letters: the last body, with the committee above it where it is an organ
    of that committee ("TỈNH ỦY BẮC KẠN", "BAN TỔ CHỨC"). `text` is where the document writes names in full."""
    last, folded = bodies[-1].name, aligned_fold(bodies[-1].name).strip()
    if len(bodies) < 2 or folded not in _organs():
        return in_letters(last, text)
    above = aligned_fold(bodies[-2].name)
    if above.startswith("ban chap hanh trung uong"):
        mark = issuer_mark(number) if number else None
        return (
            mark.name if mark and aligned_fold(mark.name).startswith(folded) else in_letters(f"{last} TRUNG ƯƠNG", text)
        )
    if folded == "dang uy" and above.startswith("dang bo "):
        return in_letters(last + bodies[-2].name[len("dang bo") :], text)
    return (
        f"{in_letters(last, text)} {in_letters(bodies[-2].name, text)}"
        if _COMMITTEE.match(above) or (folded == "van phong" and _ASSEMBLY.match(above))
        else in_letters(last, text)
    )


@cache
def _organs() -> frozenset[str]:
    return frozenset(load("issuers")["organs"])


def who_speaks(body: Sequence[Line]) -> tuple[str, Line, str] | None:
    """Who issues, by the words of the text: the line in capitals before "Căn cứ", or the sentence in which a body
    "ban hành", "hướng dẫn", "quyết định". Gives the name, the line and the rule."""
    for line in body[:3]:
        text = line.text.strip()
        if text.isupper() and is_body(aligned_fold(text)):
            return text.rstrip(" :"), line, "speaker"
    text, starts = "", []
    for line in body[:_PREAMBLE]:
        starts.append(len(text))
        text += line.text.strip() + " "
    folded = aligned_fold(text)
    for match in re.finditer(r"(?:^|(?<=[.;,:] ))\s*" + _SPEAKS.pattern, folded):
        name = text[match.start("body") : match.end("body")].strip()
        if name[:1].isupper() and (is_body(aligned_fold(name)) or is_position(name)) and not _PERSON_NAME.search(name):
            at = max(i for i, start in enumerate(starts) if start <= match.start("body"))
            return name, body[at], "preamble"
    return None


_PERSON_NAME = re.compile(r"\b(?:ông|bà|đồng chí)\b", re.IGNORECASE)


def collective_of(signers: Sequence[Signer], text: str, issuer: str | None) -> str | None:
    """The collective for which the signers sign ("T/M BAN THƯỜNG VỤ"): the issuer of the letterhead where that has
    the name, else completed as the text names it most often ("Ban Thường vụ Tỉnh ủy")."""
    for signer in signers:
        match = _ON_BEHALF.match(aligned_fold(signer.authority or ""))
        if match:
            name = (signer.authority or "")[match.start("body") : match.end("body")].strip(" .,")
            same = issuer is not None and f"{aligned_fold(issuer)} ".startswith(f"{aligned_fold(name)} ")
            return issuer if same else _completed(name, text)
    return None


def _completed(name: str, text: str) -> str:
    """`name` with the committee or the place that the text adds to it most often."""
    small, wanted = _small(text), _small(name)
    found: Counter[str] = Counter()
    at = small.find(wanted)
    while at >= 0:
        addition = _ADDITION.match(text, at + len(name))
        if addition and not text[at : at + len(name)].isupper():
            found[text[at : addition.end()]] += 1
        at = small.find(wanted, at + 1)
    return found.most_common(1)[0][0] if found else in_letters(name, text)
