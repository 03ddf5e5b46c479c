"""Vietnamese written before Unicode: TCVN3 (ABC), VNI, VISCII, Windows-1258, by tables in `knowledge/encodings.yml`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from vankien.knowledge import load

Legacy = Literal["tcvn3", "tcvn3_capital", "vni", "viscii"]

_ONLY_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_SYMBOL_FONT = {0xF000 + byte: byte for byte in range(0x20, 0x100)}


def of_font(font: str | None) -> Legacy | None:
    """The encoding that text in `font` is written in, None for Unicode. The capital fonts of ABC print every letter
    as a capital."""
    if not font:
        return None
    for name in ("tcvn3_capital", "tcvn3", "vni", "viscii"):
        if _font(name).match(font.strip()):
            return name
    return None


def to_unicode(text: str, encoding: Legacy) -> str:
    """`text`, whose characters are the bytes of `encoding` read as Windows-1252, in NFC. Text with letters that only
    Unicode has is Unicode already, whatever its font is called."""
    if text.isascii():
        return text.upper() if encoding == "tcvn3_capital" else text
    if is_unicode(text):
        return unicodedata.normalize("NFC", text)
    text = text.translate(_SYMBOL_FONT)
    if encoding == "vni":
        table = _vni()
        text = _vni_pattern().sub(lambda match: table[match[0]], text)
    else:
        text = text.translate(_letters("tcvn3" if encoding == "tcvn3_capital" else encoding))
    text = unicodedata.normalize("NFC", text)
    return text.upper() if encoding == "tcvn3_capital" else text


def is_unicode(text: str) -> bool:
    """Whether `text` holds a Vietnamese letter that stands in no encoding older than Unicode."""
    return _ONLY_UNICODE.search(text) is not None


def from_bytes(data: bytes, encoding: str) -> str:
    """`data` in `encoding` (a name of the tables, "tcvn3_full" or "cp1258") as NFC text; bytes that stand for nothing
    become U+FFFD."""
    if encoding == "cp1258":
        text = data.decode("cp1258", errors="replace")
    elif encoding == "viscii":
        text = data.decode("latin-1").translate(_letters("viscii"))
    elif encoding == "tcvn3_full":
        text = data.decode("latin-1").translate(_letters("tcvn3") | _letters("tcvn3_capitals"))
    else:
        text = data.decode("cp1252", errors="replace")
        text = _vni_pattern().sub(lambda match: _vni()[match[0]], text) if encoding == "vni" else text
        text = text.translate(_letters("tcvn3")) if encoding == "tcvn3" else text
    return unicodedata.normalize("NFC", text)


def continues(text: str, encoding: Legacy) -> int:
    """How many characters at the start of `text` are VNI marks that belong to the letter before them."""
    if encoding != "vni":
        return 0
    return next((at for at, sign in enumerate(text) if sign not in _vni_marks()), len(text))


@cache
def _letters(name: str) -> dict[int, str]:
    """Code point to letter."""
    return {byte: letter for row in load("encodings")[name] for byte, letter in zip(row["at"], row["is"], strict=True)}


@cache
def _vni() -> dict[str, str]:
    """Letter and mark to the letter they stand for, in small and capital letters and with a capital's small mark."""
    data = load("encodings")["vni"]
    pairs = {letter + mark: to for letter, marks in data["after"].items() for mark, to in marks.items()} | data["alone"]
    table: dict[str, str] = {}
    for written, to in pairs.items():
        table |= {written: to, written.upper(): to.upper(), written[0].upper() + written[1:]: to.upper()}
    return table


@cache
def _vni_pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(written) for written in sorted(_vni(), key=len, reverse=True)))


@cache
def _vni_marks() -> frozenset[str]:
    """The marks that never begin a syllable themselves."""
    return frozenset(mark for pair in _vni() if len(pair) == 2 for mark in pair[1]) - frozenset(
        sign for sign in _vni() if len(sign) == 1
    )


@cache
def _font(name: str) -> re.Pattern[str]:
    return re.compile(load("encodings")["fonts"][name], re.IGNORECASE)
