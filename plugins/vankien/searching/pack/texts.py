"""The texts of units and documents as the browser shows them, coded word by word (`vocabulary.py`).

Each text is a string of its own, so a file of texts is read only where a hit stands; `engine/25-texts.js` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from typing import Any

import numpy as np

from vankien.searching.pack.coding import FIRST_CHARACTER, LONGEST_CODE, UNIT_BITS, Integers, pack_streams
from vankien.searching.pack.vocabulary import BETWEEN, CLOSE, END, OPEN, RAW, Phrases, Vocabulary, words_in

_MARKS = re.compile(f"[{OPEN}{CLOSE}{END}{RAW}{BETWEEN}]")
_RAW_BITS = 16
_LONG = (1 << UNIT_BITS) - 1
_DEEPEST = 9


def unit_text(record: Sequence[Any]) -> str:
    """A record as one text: whether its own clause is a heading, the heading above it, then of each passage the depth
    and id, the label, the text. The head of a document is empty.

    >>> unit_text(["dieu-1", "", 0, [["dieu-1", 0, "Điều 1", "Phạm vi"]]]).replace(CLOSE, "|").lstrip("0|")
    '\ufdd00dieu-1|Điều 1|Phạm vi|'
    """
    _, heading, headed, passages = record
    if not passages:
        return ""
    parts = [f"{headed}{heading}{CLOSE}"]
    for suffix, depth, label, text in passages:
        parts.append(f"{OPEN}{min(_DEEPEST, depth)}{suffix}{CLOSE}{label}{CLOSE}{text}{CLOSE}")
    found = "".join(parts)
    clean = found.count(CLOSE) == 3 * len(parts) - 2 and not (END in found or RAW in found or BETWEEN in found)
    return found if clean else unit_text(_without_marks(record))


def _without_marks(value: Any) -> Any:
    """The same without the characters that mean something here."""
    if isinstance(value, str):
        return _MARKS.sub("", value)
    return [_without_marks(part) for part in value] if isinstance(value, list) else value


def document_text(row: Iterable[str | None]) -> str:
    """What is shown of a document as one text; what it has not is empty."""
    return CLOSE.join(_MARKS.sub("", value or "") for value in row)


class TextCoder:
    """Codes texts with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._codes, self._sizes = _codes(vocabulary.lengths)
        place = {word: number for number, word in enumerate(vocabulary.words, 1)}
        parted = [(word, words_in(word)) for word in vocabulary.words]
        phrases = [(place[word], parts) for word, parts in parted if len(parts) > 1]
        self._table = {word: place[word] for word, parts in parted if len(parts) == 1}
        self._phrases = Phrases(
            [[place[part] for part in parts] for _, parts in phrases], [number for number, _ in phrases], len(place) + 1
        )
        self._raw, self._end = place[RAW], place[END]

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Each text as pack text (UTF-16LE, 15 bits a unit)."""
        if not texts:
            return []
        words = words_in("".join(f"{text}{END}" for text in texts))
        numbers = np.fromiter(map(self._table.get, words, repeat(0)), np.int64, len(words))
        symbols, starts = self._phrases.put_in(numbers)
        values, sizes = self._codes[symbols], self._sizes[symbols]
        text_of = np.cumsum(symbols == self._end) - (symbols == self._end)
        strange = np.flatnonzero(symbols == 0)
        if len(strange):
            values, sizes, text_of = self._spelled(words, starts, strange, values, sizes, text_of)
        return pack_streams(values, sizes, text_of, len(texts))

    def _spelled(
        self, words: Sequence[str], starts: Integers, strange: Integers, values: Integers, sizes: Integers,
        text_of: Integers,
    ) -> tuple[Integers, Integers, Integers]:  # fmt: skip
        """The items with those of strange words in the place of these."""
        spellings = [list(self._letters(words[start])) for start in starts[strange].tolist()]
        many = np.ones(len(values), np.int64)
        many[strange] = [len(spelling) for spelling in spellings]
        values, sizes, text_of = (np.repeat(items, many) for items in (values, sizes, text_of))
        places = np.cumsum(many) - many
        for start, spelling in zip(places[strange].tolist(), spellings, strict=True):
            values[start : start + len(spelling)] = [value for value, _ in spelling]
            sizes[start : start + len(spelling)] = [size for _, size in spelling]
        return values, sizes, text_of

    def _letters(self, word: str) -> Iterator[tuple[int, int]]:
        """(bits, how many) of each letter of a word without a code."""
        for letter in word.replace(OPEN, ""):
            number = self._table.get(letter)
            if number:
                yield int(self._codes[number]), int(self._sizes[number])
                continue
            units = letter.encode("utf-16-le", "surrogatepass")
            for low, high in zip(units[::2], units[1::2], strict=True):
                raw = int(self._codes[self._raw]) << _RAW_BITS | high << 8 | low
                yield raw, int(self._sizes[self._raw]) + _RAW_BITS


def _codes(lengths: Sequence[int]) -> tuple[Integers, Integers]:
    """Bits and number of bits of each word by its number; number 0 has none."""
    codes, sizes = [0], [0]
    code = 0
    for bits in range(1, LONGEST_CODE + 1):
        many = lengths[bits - 1]
        codes += range(code, code + many)
        sizes += repeat(bits, many)
        code = (code + many) << 1
    return np.array(codes, np.int64), np.array(sizes, np.int64)


def text_file(texts: Sequence[bytes]) -> bytes:
    """A file out of coded texts: how long each is, in units of 15 bits, then the texts. A length of 2**15 - 1 and more
    is that number and two units more."""
    lengths: list[int] = []
    for text in texts:
        length = len(text) // 2
        lengths += [length] if length < _LONG else [_LONG, length >> UNIT_BITS, length & _LONG]
    return b"".join([(np.array(lengths, np.int64) + FIRST_CHARACTER).astype("<u2").tobytes(), *texts])


def texts_in(file: bytes, many: int) -> list[bytes]:
    """The coded texts of a file of `many`."""
    units = (np.frombuffer(file, "<u2").astype(np.int64) - FIRST_CHARACTER).tolist()
    lengths: list[int] = []
    place = 0
    for _ in range(many):
        length = units[place]
        place += 1
        if length == _LONG:
            length = units[place] << UNIT_BITS | units[place + 1]
            place += 2
        lengths.append(length)
    ends = [place + end for end in accumulate(lengths)]
    return [file[2 * (end - length) : 2 * end] for end, length in zip(ends, lengths, strict=True)]
