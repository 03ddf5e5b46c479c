"""Level, system, province, term, dates of effect and of expiry, urgency: what a document says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vankien.model import Evidence, Line
from vankien.normalizing.issuer import is_body
from vankien.normalizing.layout import Parts
from vankien.writing.aligned import aligned_fold
from vankien.writing.bodies import issuer_mark, level_of_body, system_of_body
from vankien.writing.dates import DATE, read_date
from vankien.writing.places import named_provinces

_URGENT = re.compile(
    r"(?:[\W\d]*|.*\()(?P<urgency>HỎA TỐC(?: HẸN GIỜ)?|HOẢ TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN)(?:[\W\d]*|\)\W*)"
)
_THIS = (
    r"(?:luật|bộ luật|pháp lệnh|lệnh|nghị quyết|nghị định|quyết định|thông tư|thông tư liên tịch|chỉ thị"
    r"|quy định|quy chế|hướng dẫn|thông báo|kết luận|kế hoạch|chương trình|văn bản|công văn|hiệp định)\s+này"
)
_BEGINS = re.compile(
    rf"{_THIS}\s+(?:chính thức\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s+(?:kể\s+)?từ\s+"
    rf"(?:ngày\s+(?P<own>ký|ban hành|thông qua)\b|(?P<date>{DATE.pattern}))",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"(?:và\s+)?(?:được\s+thực\s+hiện\s+)?đến\s+hết\s+(?P<date>{DATE.pattern})", re.IGNORECASE)
_PASSED = re.compile(
    rf"{_THIS}\s+(?:đã\s+)?được\s+(?P<body>[^.;]{{4,90}}?)\s*,?\s+(?P<term>kh(?:óa|oá)\s+[IVXLC]+)\b[^.;]{{0,60}}?thông\s+qua"
    rf"(?:\s+(?:tại[^.;]{{0,60}}?)?(?P<date>{DATE.pattern}))?",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"kh[oó][aá]\s+[IVXLC]+\b(?:\s*,?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4})?|nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"[^.;]{0,60}\b(?:ban hành|quyết định|quyết nghị|kết luận|chỉ thị|yêu cầu|hướng dẫn)\b")
_LOCAL = frozenset({"Tỉnh", "Huyện", "Xã", "Cơ sở"})
_NATIONAL = re.compile(r"(?:ủy ban thường vụ )?quốc hội", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """One attribute found, with its evidence."""

    name: str
    value: str
    evidence: Evidence


def read_scope(
    parts: Parts, values: Mapping[str, str], evidence: Mapping[str, Evidence], motto: str | None
) -> Iterator[Scope]:
    """The attributes that `values`, those already read with their `evidence`, and the words of the document tell.
    `motto` is the system whose motto stands in the letterhead."""
    level = _level(values, evidence)
    system = _system(values, evidence, motto)
    yield from (found for found in (level, system) if found)
    text = _Text(parts.body)
    province = _province(values, evidence, level.value if level else None, text)
    term = _term(values, evidence, text)
    yield from (found for found in (province, term, _urgency(parts)) if found)
    yield from _effect(values, text)


class _Text:
    """The text of a document in one string, with the way back to the line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.words = " ".join(line.text for line in lines)

    def place(self, offset: int) -> str:
        """Where the character at `offset` stands."""
        for line in self.lines:
            offset -= len(line.text) + 1
            if offset < 0:
                return line.place
        return ""


def _level(values: Mapping[str, str], evidence: Mapping[str, Evidence]) -> Scope | None:
    issuer, number = values.get("issuer"), values.get("number")
    printed = evidence["issuer"].text.split(" / ") if issuer else []
    level = next(filter(None, map(level_of_body, (issuer, *reversed(printed)))), None) if issuer else None
    if level:
        return Scope("level", level, Evidence(evidence["issuer"].text, "issuer", evidence["issuer"].place))
    mark = issuer_mark(number) if number else None
    if mark and mark.level:
        return Scope("level", mark.level, Evidence(evidence["number"].text, "mark", evidence["number"].place))
    return None


def _system(values: Mapping[str, str], evidence: Mapping[str, Evidence], motto: str | None) -> Scope | None:
    """The issuer tells the Front and the organisations, which use the State's motto; else the motto does."""
    issuer = values.get("issuer")
    system = system_of_body(issuer) if issuer else None
    words = Evidence(evidence["issuer"].text, "issuer", evidence["issuer"].place) if issuer else None
    if motto == "doan-the":
        return Scope("system", "Mặt trận và đoàn thể", Evidence("ĐOÀN TNCS HỒ CHÍ MINH", "motto"))
    if motto and system != "Mặt trận và đoàn thể":
        name, printed = ("Đảng", "ĐẢNG CỘNG SẢN VIỆT NAM") if motto == "dang" else ("Nhà nước", _STATE_MOTTO)
        return Scope("system", name, Evidence(printed, "motto"))
    if system and words:
        return Scope("system", system, words)
    mark = issuer_mark(values["number"]) if "number" in values else None
    if mark and mark.system:
        return Scope("system", mark.system, Evidence(evidence["number"].text, "mark", evidence["number"].place))
    return None


_STATE_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def _province(
    values: Mapping[str, str], evidence: Mapping[str, Evidence], level: str | None, text: _Text
) -> Scope | None:
    """The province that the letterhead or the issuer names; of a local document without one, the only province that
    its text names as a unit or by a body."""
    if "issuer" in evidence:
        printed = evidence["issuer"].text
        for found in named_provinces(f"{printed} / {values['issuer']}"):
            return Scope("province", found.name, Evidence(printed, "issuer", evidence["issuer"].place))
    if level not in _LOCAL:
        return None
    named = named_provinces(text.words)
    if len({found.name for found in named}) != 1:
        return None
    first = named[0]
    words = " ".join(text.words[first.start : first.end].split())
    return Scope("province", first.name, Evidence(words, "text", text.place(first.start)))


def _term(values: Mapping[str, str], evidence: Mapping[str, Evidence], text: _Text) -> Scope | None:
    """The term of the issuer: where it speaks ("Ban Chấp hành Đảng bộ huyện khóa XVIII, nhiệm kỳ 2020 - 2025 ban
    hành ..."), where a law says who passed it, or in the issuer's name."""
    for match in _TERM.finditer(text.words, 0, 6000) if _has_term(text.words[:6000]) else ():
        if not _SPEAKS.match(text.words, match.end()):
            continue
        sentence = max(text.words.rfind(mark, 0, match.start()) for mark in ".;:") + 1
        begins = text.words[sentence : match.start()].strip()
        if begins and is_body(aligned_fold(begins)):
            return Scope("term", _spaced(match[0]), Evidence(_spaced(match[0]), "preamble", text.place(match.start())))
    for match in _near(text.words, "thông qua", _PASSED):
        return Scope("term", _spaced(match["term"]), Evidence(_spaced(match[0]), "passed", text.place(match.start())))
    own = _TERM.search(values.get("issuer", ""))
    if own:
        return Scope("term", own[0], Evidence(evidence["issuer"].text, "issuer", evidence["issuer"].place))
    return None


def _has_term(words: str) -> bool:
    return any(word in words for word in ("khóa", "khoá", "Khóa", "Khoá", "nhiệm kỳ"))


def _urgency(parts: Parts) -> Scope | None:
    for line in (*parts.lead[-10:], *parts.header):
        match = _URGENT.fullmatch(line.text.strip())
        if match:
            return Scope("urgency", match["urgency"].capitalize(), Evidence(match["urgency"], "mark", line.place))
    return None


def _effect(values: Mapping[str, str], text: _Text) -> Iterator[Scope]:
    """Dates of effect and of expiry; the date of a law that bears none is the day it was passed."""
    for match in _near(text.words, "thông qua", _PASSED):
        if match["date"] and _NATIONAL.search(match["body"]):
            date = read_date(_dated(match["date"]))
            if date:
                yield Scope("date", date, Evidence(_spaced(match[0]), "passed", text.place(match.start())))
        break
    for match in _near(text.words, "hiệu lực", _BEGINS):
        date = values.get("date") if match["own"] else read_date(_dated(match["date"]))
        if date:
            yield Scope("effective", date, Evidence(_spaced(match[0]), "effect", text.place(match.start())))
        end = _ENDS.search(text.words, match.end(), match.end() + 60)
        over = read_date(_dated(end["date"])) if end else None
        if end and over:
            words = _spaced(text.words[match.start() : end.end()])
            yield Scope("expires", over, Evidence(words, "effect", text.place(end.start())))
        break


def _near(text: str, word: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern`, which speaks of "... này", around each `word` of `text`."""
    at = text.find(word)
    while at >= 0:
        start = max(0, at - 260)
        match = pattern.search(text, start, at + 160) if text.find(" này", start, at) >= 0 else None
        if match:
            yield match
        at = text.find(word, at + 1)


def _dated(words: str) -> re.Match[str]:
    """The match of a date in words that are one."""
    match = DATE.search(words)
    if match is None:
        raise ValueError(words)
    return match


def _spaced(words: str) -> str:
    return " ".join(words.split())
