"""What follows a number: date, issuing body and term, in the orders in which they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict

from vankien.knowledge import load
from vankien.writing.dates import iso

_BODIES = load("bodies")
_CAPITAL = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_STOPS = "|".join(_BODIES["stops"])
_GOES_ON = "|".join(_BODIES["goes_on"])
_BEGINS = "|".join(_BODIES["begins"])
_COMMA = f"(?i:{'|'.join(re.escape(b) for b in _BODIES['with_comma'])})"
_TYPES = "|".join(sorted({t["name"] for t in load("types")} | {"Văn bản"}, key=len, reverse=True))
_TERM = r",? ?\(?(?:[Kk]h[oó][aá]|KH[OÓ][AÁ]|nhiệm kỳ)(?: thứ)? ?(?:[IVX]{1,6}|\d{1,4}(?: ?[-–] ?\d{4})?)\)?(?!\w)"
_WORD = (
    rf" (?:{_COMMA}|TP\. ?[{_CAPITAL}]\w*|(?:Ủy|Uỷ|ủy|uỷ) ban|(?=(?:{_GOES_ON})\b)\w+ \w+"
    rf"|(?!(?:{_STOPS})\b|\d+\.)\w[\w&]*)"
)
_NAME = (
    rf"(?!(?:{_TYPES})(?!\w))"
    rf"(?:{_COMMA}|(?:[Ủủ]y ban|[Uu]ỷ ban|[{_CAPITAL}]\w*)(?:{_WORD}| [-–](?= [{_CAPITAL}])){{0,14}})"
)
_AND = rf" và (?=[{_CAPITAL}])"
BODY = rf"{_NAME}(?:{_AND}{_NAME}){{0,2}}"
"""The name of a body; the source of a regular expression."""

_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_FURTHER = "|".join(_BODIES["whole_goes_on"])
_WHOLE = re.compile(
    rf"(?<!\w)(?:{'|'.join(_BODIES['whole'])})(?: [{_UPPER}]\w*)*(?= (?!(?:{_FURTHER})(?!\w))[^\W\d_{_UPPER}])"
)

_DATED = re.compile(
    r",? ?\(?(?:(?:cùng )?[Nn]gày|NGÀY|năm(?= \d{1,2} tháng)|(?:ký|kí|ban hành) ngày) ?"
    r"(?:(?P<d1>\d{1,2}) ?(?:[Tt]háng|THÁNG) ?(?P<m1>\d{1,2}) ?(?:[Nn]ăm|NĂM) ?(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2}) ?[-/.–] ?(?P<m2>\d{1,2}) ?[-/.–] ?(?P<y2>\d{4}))(?!\d)"
)
_OF = re.compile(rf",? (?:[Cc]ủa|CỦA) (?:của )?(?:đồng chí )?(?P<body>{BODY})(?P<term>{_TERM})?")
_PLENUM = re.compile(rf",? (?P<body>(?=Hội nghị (?:lần|Trung ương|Ban Chấp hành|BCH) ){BODY})(?P<term>{_TERM})?")
_YEAR = re.compile(r",? năm (?:19|20)\d\d(?!\d)")
_BARE_TERM = re.compile(_TERM)
_COUNCIL = re.compile(rf", (?=(?:{_BEGINS}))(?:Ban Bí thư|Bộ Chính trị)(?:{_TERM})?")


class Said(TypedDict):
    """What a tail says, under the names that a mention has for it."""

    date: str | None
    issuer: str | None
    term: str | None


@dataclass(frozen=True, slots=True)
class Tail:
    """Date (ISO), issuer with its khóa as printed, and term; `end` is where the tail ends in the text."""

    end: int
    date: str | None = None
    issuer: str | None = None
    term: str | None = None

    def said(self) -> Said:
        """What it says, under the names that a mention has for it."""
        return {"date": self.date, "issuer": self.issuer, "term": self.term}


def read_tail(text: str, at: int) -> Tail:
    """The tail that begins at `at`, blanks of `text` being single; without one, `Tail(at)`.

    "năm 2025" is passed over, since it is no date.
    """
    end, date, issuer, term = at, None, None, None
    for _ in range(3):
        if date is None and (match := _DATED.match(text, end)):
            date = iso(
                int(match["d1"] or match["d2"]), int(match["m1"] or match["m2"]), int(match["y1"] or match["y2"])
            )
            end = match.end()
        elif issuer is None and (match := _OF.match(text, end) or (_PLENUM.match(text, end) if date else None)):
            whole = _WHOLE.search(text, match.start("body"), match.end("body"))
            end, said = (whole.end(), None) if whole else (match.end(), match["term"])
            if match["body"].endswith("Bộ Chính trị") and (council := _COUNCIL.match(text, end)):
                end = council.end()
            issuer, term = text[match.start("body") : end], said
        elif term is None and (match := _BARE_TERM.match(text, end)):
            term, end = match[0], match.end()
            issuer = issuer and issuer + term
        elif date is None and (match := _YEAR.match(text, end)):
            end = match.end()
        else:
            break
    return Tail(end, date, issuer, term.strip(" ,()") if term else None)
