"""How a paragraph begins: the printed marks that open a clause, and whether one is plausible where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["heading", "decimal", "bracketed", "letter", "roman", "bullet", "basis", "quoted"]

_CAPITAL = "A-ZĐ" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFF)) if letter.isupper())
_QUOTE = r"[“\"'‘«]?"
_HEADING = re.compile(
    rf"{_QUOTE}(?:(?:[ĐD]i[ềêe]u|ĐIỀU)\s+\d{{1,4}}[a-zđ]{{0,2}}\s*(?:[.:]|$)"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+(?:[IVXLC]+|\d{1,3})\s*(?:$|[.:\-–]|(?=[A-ZĐ]{2}))"
    r"|(?:PHẦN|Phần)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVX]+|[A-D]|\d{1,2})\s*(?:$|[.:\-–])"
    r"|(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ\s+|số\s+)?(?:[IVXLC]+|\d{1,3}|[A-Z]))?\s*(?:$|[.:\-–]))"
)
_BASIS = re.compile(
    r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Xét Báo cáo|Trên cơ sở"
    r"|Thực hiện (?:Luật|Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định|Quy định|Thông báo|Kế hoạch|Chương trình)"
    r"|Sau khi xem xét)\s"
)
_DECIMAL = re.compile(
    rf"{_QUOTE}(?P<value>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})[a-zđ]?"
    rf"(?:\s?[.)](?!\d)|/\s(?=[{_CAPITAL}])|\s?[-–]\s?(?=[{_CAPITAL}“\"])|(?<=\.\d)\s+(?=[{_CAPITAL}]))"
)
_BRACKETED = re.compile(rf"{_QUOTE}\((?P<value>\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)")
_LETTER = re.compile(rf"{_QUOTE}(?P<value>[a-zđ])(?:\.?\d)?(?:[.)](?![a-zđ]\.)\s?|/\s(?=[{_CAPITAL}]))")
_ROMAN = re.compile(r"(?P<value>[IVXL]{1,5}|[A-H])\s?[.\-–/](?!\d)\s?")
_BULLET = re.compile(rf"[-–−+*•·▪■◦●o*]\s+\S|[-–−+•·▪](?=[{_CAPITAL}“\"])")

_BASIS_LETTERS = "CTXS"
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", _HEADING),
    ("roman", _ROMAN),
    ("decimal", _DECIMAL),
    ("bracketed", _BRACKETED),
    ("letter", _LETTER),
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_COMPOUNDS = "".join(
    rf"(?<![{word[0]}{word[0].upper()}]{word[1:]} )"
    for word in ("quan", "đặc", "thời", "địa", "trọng", "thí", "ưu", "nhược", "danh", "hạng", "chuyên", "đề", "thành",
                 "cổ", "học", "chi", "tổng", "con", "chữ", "hệ")
)  # fmt: skip
"""Not after these: "quan điểm", "danh mục", "thành phần", "chi tiết", "tổng số" ask for no number."""
_EXPECTS_MORE = re.compile(
    rf"(?:^|[\s(“\"]){_COMPOUNDS}(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iết|[Bb]ảng|[Bb]iểu|[Mm]ẫu|[Cc]ột"
    r"|[Pp]hụ lục|[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|quý|khóa|khoá|kỳ|lần|thứ|tại|từ|đến|và|hoặc|với|các|những|của|cho"
    r"|(?<!làm )(?<!kèm )(?<!tiếp )(?<!noi )theo|là|bằng"
    r"|(?<!nêu )(?<!nói )(?<!kể )trên|dưới|(?<!bên )trong|khoảng|gồm|hơn|về|do|thuộc)$"
    r"|[:;,]\s\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)$"
)
_PLACE = r"(?:\d+|[a-zđ]|[IVX]+)[a-zđ]?"
_PINPOINT = re.compile(
    rf"(?:điều|khoản|điểm|mục|chương)\s+(?:{_PLACE}(?:,|, và| và| hoặc) ){{0,8}}{_PLACE}$", re.IGNORECASE
)
_DOCUMENT = re.compile(r"(?:Luật|Bộ luật|Nghị|Thông tư|Quyết định|Quy|Hiến pháp|Pháp lệnh|Chỉ thị|Kết luận|Kế hoạch)\b")
_LAST = re.compile(
    r"Trên đây là\b|(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được"
    r" (?:Quốc hội|Hội đồng nhân dân|HĐND|(?:Ủy|Uỷ) ban [Tt]hường|Đại hội|Hội nghị)"
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What opens a line: the kind of mark and, for those that count, its value ("3", "đ", "IV")."""

    kind: Kind
    value: str = ""


@lru_cache(maxsize=1024)  # a line is asked about when measured, when reached and when the next one is
def beginning(text: str) -> Beginning | None:
    """The mark that `text` opens with, or None; `text` has no blanks at its start."""
    first, second = text[:1], text[1:2]
    if first.islower():
        if second not in ".)/0123456789":
            return Beginning("bullet") if first == "o" and _BULLET.match(text) else None
        match = _LETTER.match(text)
        return Beginning("letter", match["value"]) if match else None
    if first in "-–−+*•·▪■◦●":
        return Beginning("bullet") if _BULLET.match(text) else None
    if first.isdigit():
        match = _DECIMAL.match(text)
        return Beginning("decimal", match["value"]) if match else None
    for kind, form in _FORMS:
        if match := form.match(text):
            return Beginning(kind, match["value"] if kind != "heading" else match[0])
    return Beginning("basis") if first in _BASIS_LETTERS and _BASIS.match(text) else None


def expects_more(text: str) -> bool:
    """Whether `text` ends with a word that a paragraph never ends with ("khoản", "và", "ngày")."""
    return _EXPECTS_MORE.search(text[-30:]) is not None


def ends_in_pinpoint(end: str) -> bool:
    """Whether `end` stops at a pinpoint ("khoản 2"), whose article or document must follow."""
    return _PINPOINT.search(end[-50:]) is not None


def cites_on(end: str, text: str) -> bool:
    """Whether `end` stops at a pinpoint ("Điều 103") and `text` begins with the document it lies in."""
    return ends_in_pinpoint(end) and _DOCUMENT.match(text) is not None


def is_document(text: str) -> bool:
    """Whether `text` begins with the type of a document ("Quyết định", "Luật")."""
    return _DOCUMENT.match(text) is not None


def is_last(text: str) -> bool:
    """Whether `text` begins with words that only the last paragraph of a document begins with."""
    return text[:1] in "TLBPN" and _LAST.match(text) is not None


def follows(value: str, last: str | None) -> bool:
    """Whether `value` continues a count whose last value is `last`, or begins one ("1", "a", "1.1", "I")."""
    if value in ("1", "a", "I", "A", "i", "01"):
        return True
    if last is None:
        return value.split(".")[-1] == "1"
    if value.isdigit() and last.isdigit():
        return int(value) in (int(last), int(last) + 1)
    if "." in value:
        *above, own = value.split(".")
        *last_above, last_own = last.split(".")
        return own == "1" or (above == last_above and own.isdigit() and int(own) == int(last_own) + 1)
    if value in _LETTERS and last in _LETTERS:
        return 0 <= _LETTERS.index(value) - _LETTERS.index(last) <= 1
    return True
