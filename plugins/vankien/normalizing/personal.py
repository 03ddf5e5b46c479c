"""Numbers of persons in a text: identity cards, bank accounts, mobile telephones. A portal should not show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["identity", "account", "telephone"]

_DIGITS = re.compile(r"(?<![\w/.,-])\+?\d(?:[\d]|[ .-](?=\d)){7,24}(?![\w/]|[.,-]\d)")
_IDENTITY = re.compile(
    r"(?:CCCD|CMND|CMTND|căn cước|chứng minh (?:nhân dân|thư)|(?:số )?định danh(?: cá nhân)?|hộ chiếu)\D{0,40}$",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"hộ chiếu\D{0,25}?(?P<number>\b[A-Z]\d{7}\b)", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:tài khoản|STK|TK)\b[^\d\n]{0,40}$", re.IGNORECASE)
_TAX = re.compile(r"(?:MST|mã số thuế|mã số doanh nghiệp|mã số)\D{0,20}$", re.IGNORECASE)
_MOBILE = re.compile(r"(?:\+?84|0)[35789]\d{8}")
_CITIZEN = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}")
_LOOK_BACK = 60
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number of a person: its kind, where it stands in the text, and how it is shown to the archivist (masked)."""

    kind: Kind
    start: int
    end: int
    masked: str


def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """The numbers of persons in `text`, in order. Twelve figures that begin as a citizen's number does, mobile
    numbers, and what follows "CMND", "tài khoản" and the like; an office's landline is no person's."""
    found = [
        PersonalNumber(kind, match.start(), match.end(), _masked(match[0]))
        for match in _DIGITS.finditer(text)
        if (kind := _kind(text, match)) is not None
    ]
    found += [
        PersonalNumber("identity", *match.span("number"), _masked(match["number"]))
        for match in _PASSPORT.finditer(text)
    ]
    return tuple(sorted(found, key=lambda number: number.start))


def _kind(text: str, match: re.Match[str]) -> Kind | None:
    digits = re.sub(r"[ .-]", "", match[0])
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if len(digits.lstrip("+")) in (9, 12) and _IDENTITY.search(before):
        return "identity"
    if 6 <= len(digits) <= 19 and _ACCOUNT.search(before):
        return "account"
    if _TAX.search(before):
        return None
    if _MOBILE.fullmatch(digits):
        return "telephone"
    return "identity" if _CITIZEN.fullmatch(digits) and digits == match[0] else None


def _masked(number: str) -> str:
    digits = [at for at, letter in enumerate(number) if letter.isalnum()]
    hidden = set(digits[_SHOWN:-_SHOWN])
    return "".join("*" if at in hidden else letter for at, letter in enumerate(number))
