"""The bytes of a text file to one NFC string: byte order marks, UTF-8, UTF-16, the encodings before Unicode."""

from __future__ import annotations

import codecs
import unicodedata

from vankien.reading.guessing import guess_bytes, rescued
from vankien.reading.toned_capitals import lacks_toned_capitals, with_toned_capitals

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096


class UndecodableError(ValueError):
    """Bytes that are no text in any known encoding; `line` is the first bad byte's, counted from 1."""

    def __init__(self, line: int, binary: bool) -> None:
        super().__init__(f"line {line}")
        self.line = line
        self.binary = binary


def decode(data: bytes) -> tuple[str, str]:
    """`data` as NFC text, and the name of its encoding. Raises `UndecodableError`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if wide := _unmarked_utf16(data[:_SAMPLE]):
        return _strict(data, wide)
    try:
        text, encoding = _strict(data, "utf-8")
    except UndecodableError as error:
        guessed = None if error.binary else guess_bytes(data)
        if guessed is None:
            raise
        return guessed
    return rescued(text) or (with_toned_capitals(text) if lacks_toned_capitals(text) else text, encoding)


def _strict(data: bytes, encoding: str) -> tuple[str, str]:
    """Decode or say in which line the first bad byte stands."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        binary = b"\0" in data[:_SAMPLE]
        raise UndecodableError(data.count(b"\n", 0, error.start) + 1, binary) from error
    if "\0" in text:
        raise UndecodableError(text.count("\n", 0, text.index("\0")) + 1, binary=True)
    return unicodedata.normalize("NFC", text), encoding


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark has a zero byte beside nearly every blank and ASCII letter, always on the same side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 5 > len(sample) // 2 and not even:
        return "utf-16-le"
    if even * 5 > len(sample) // 2 and not odd:
        return "utf-16-be"
    return None
