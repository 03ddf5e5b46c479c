"""How an amending clause announces new wording: "2. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:"."""

from __future__ import annotations

import re

from vankien.structuring.blocks import Block

_VERB = r"(?:Sửa đổi|Bổ sung|Thay thế|Thay|Bãi bỏ|Đính chính|Hủy bỏ|Huỷ bỏ|Thêm|Ngưng)"
_AMENDING = re.compile(rf"\s*{_VERB}", re.IGNORECASE)
_ORDER = re.compile(
    rf"\s*(?:{_VERB}(?:,\s*|;\s*|\s+và\s+|\s+))+(?:thêm |một số |các |cả |nội dung )*"
    r"(?:(?:điểm|khoản|điều|mục|chương|phần|phụ lục|mẫu|biểu|bảng|gạch)(?:\s+số)?"
    r"(?:\s+(?:\d|[a-zđ]\d?\b|[ivxlc]+\b)|,|\s+(?:của|tại)\s)|(?:cụm )?từ\b|gạch đầu dòng|đoạn\b|tên\b|số thứ tự\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf"(?:Điều \w{{1,5}}|\(?\w{{1,3}})[.)/]\s*{_VERB}", re.IGNORECASE)
_AMENDS = re.compile(r"sửa đổi|bổ sung|thay thế|đính chính|thêm", re.IGNORECASE)
_AS_FOLLOWS = re.compile(r"(?:như sau|sau đây)[:;.]?$|:$")
_AS_FOLLOWS_LENGTH = 12
_AS_FOLLOWS_ENDS = frozenset(":;.uy")
_PROVISION = re.compile(
    r"(?:sửa đổi|bổ sung|thay thế|đính chính)[^“\"]{0,80}?\b(?P<unit>điểm|khoản|điều|mục|chương|phần)\s+"
    r"(?P<number>\d{1,4}(?:\.\d{1,2})*[a-zđ]?|[ivxlc]{1,6}|[a-zđ]\d?)(?![\w/])",
    re.IGNORECASE,
)
_UNITS = {"điểm": "diem", "khoản": "khoan", "điều": "dieu", "mục": "muc", "chương": "chuong", "phần": "phan"}

Provision = tuple[str, str]
"""Kind and number (lower case) of a provision."""


def _promises(text: str) -> bool:
    """Whether a text ends with "như sau" or a colon."""
    return text[-1:] in _AS_FOLLOWS_ENDS and _AS_FOLLOWS.search(text[-_AS_FOLLOWS_LENGTH:]) is not None


def begins_amending(text: str, start: int = 0) -> bool:
    """Whether the words from `start` on begin as an amending clause does."""
    return _AMENDING.match(text, start) is not None


def orders_amendment(text: str, start: int) -> bool:
    """Whether the words from `start` on order the amendment of a provision: "Bãi bỏ khoản 3", "Thay thế cụm từ"."""
    return _ORDER.match(text, start) is not None


def amends(text: str) -> bool:
    """Whether a text speaks of amending anywhere."""
    return _AMENDS.search(text) is not None


def announces(block: Block) -> bool:
    """Whether a block announces new wording: "Sửa đổi khoản 1 Điều 4 như sau:", "2. Bổ sung Điều 4a"."""
    if _promises(block.text):
        return amends(block.text)
    return _CLAUSE.match(block.text) is not None


def announced_provision(block: Block) -> Provision | None:
    """The provision whose new wording `block` announces for the next block, the first where it names several; None
    for none, and where the wording follows in the block itself."""
    text = block.text
    if not _promises(text) and (
        not block.marks or not _CLAUSE.match(text) or "như sau" in text or '"' in text or "“" in text
    ):
        return None
    match = _PROVISION.search(text)
    return (_UNITS[match["unit"].lower()], match["number"].lower()) if match else None


def is_wording_of(block: Block, provision: Provision) -> bool:
    """Whether `block` begins the announced provision itself, and is no amending clause."""
    return any(
        (mark.kind, mark.number.lower()) == provision and not orders_amendment(block.text, mark.end)
        for mark in block.marks
    )
