"""A typed citation as tokens. The browser's copy is assets/pages/lookup_tokens.js."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from vankien.writing.folding import fold

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_DATE = re.compile(
    r"(?:ngày|ngay)\s*(\d{1,2})\s*(?:tháng|thang)\s*(\d{1,2})\s*(?:năm|nam)\s*(\d{4})"
    r"|(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])",
    re.IGNORECASE,
)
LONGEST = 2000
"""Characters that are looked at; a citation is shorter."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a sign. `raw` is in small letters with its accents, `folded` without; `glued` says that no
    blank stands before it."""

    raw: str
    folded: str
    glued: bool

    @property
    def is_number(self) -> bool:
        """Whether it is made of digits."""
        return "0" <= self.raw[0] <= "9"

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.raw[0].isalpha()


def read_tokens(text: str) -> tuple[list[Token], str | None]:
    """The tokens of `text`, its first date taken out, and that date (ISO)."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    date = None
    match = _DATE.search(text)
    if match:
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        date = f"{year}-{int(month):02}-{int(day):02}"
        text = f"{text[: match.start()]} {text[match.end() :]}"
    tokens = []
    end = -1
    for found in _TOKEN.finditer(text.lower()):
        tokens.append(Token(found[0], fold(found[0]), found.start() == end))
        end = found.end()
    return tokens, date
