"""The files of texts: clauses as they are shown, a few units a file.

A file is JSON in a one-byte alphabet of the collection's own letters, compressed behind a dictionary that all files
share: the head of the pack carries the compressed dictionary, a file what follows it, so that the browser's own
decompressor reads the two as one stream and checks its sum. Nothing is needed in script.
"""

from __future__ import annotations

import codecs
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from vankien.searching.pack.coding import pack_bytes

FILE_LENGTH = 10_000
"""A file is closed when it holds this many characters."""
DICTIONARY_LENGTH = 16_000
_ALPHABET = 224
_SAMPLE_WORDS = 120_000
_LONGEST_PHRASE, _FEWEST_TIMES = 5, 3
_LEVEL = 6
_NO_LETTER = "\ufffe"
_ONE_LESS = bytes([0, *range(255)])


def alphabet_of(texts: Iterable[str], always: str) -> str:
    """The letters that get a byte each: all of ASCII that is printed, those of `always`, the most frequent others."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    plain = [*(chr(code) for code in range(32, 127)), *always]
    others = sorted((c for c in counts if ord(c) > 126 and c not in always), key=lambda c: (-counts[c], c))
    return "".join(plain + others[: _ALPHABET - len(plain)])


class _Alphabet(dict[int, str]):
    """Letter -> its code as a character below 256; a letter without a code -> the codes of its JSON escape."""

    def __init__(self, letters: str) -> None:
        super().__init__((ord(letter), chr(code)) for code, letter in enumerate(letters))

    def __missing__(self, code: int) -> str:
        self[code] = "".join(self[ord(c)] for c in json.dumps(chr(code))[1:-1])
        return self[code]


class TextCoder:
    """Codes texts with one alphabet and one dictionary. `primer` is the compressed dictionary,
    `skipped` its length, `phrases` counts the runs of words that it was chosen from."""

    def __init__(self, alphabet: str, samples: Iterable[str]) -> None:
        self.alphabet = alphabet
        self._table = _Alphabet(alphabet)
        self._codes = codecs.charmap_build("\0" + alphabet.ljust(255, _NO_LETTER))
        self.phrases = _phrases(samples)
        dictionary = self._bytes(_dictionary(self.phrases))
        self._start = zlib.compressobj(_LEVEL, zlib.DEFLATED, 15, 9)
        self.primer = self._start.compress(dictionary) + self._start.flush(zlib.Z_SYNC_FLUSH)
        self.skipped = len(dictionary)

    def encode(self, value: object) -> bytes:
        """A JSON value as pack text."""
        coder = self._start.copy()
        data = coder.compress(self._bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")))) + coder.flush()
        return pack_bytes(data)

    def _bytes(self, text: str) -> bytes:
        """A byte a letter. Python's own codec is the fast way, but begins at 1 and knows no letter without a code."""
        try:
            return codecs.charmap_encode(text, "strict", self._codes)[0].translate(_ONE_LESS)
        except UnicodeEncodeError:
            return text.translate(self._table).encode("latin-1")


def _phrases(samples: Iterable[str]) -> Counter[str]:
    """How often each run of two words or more stands in the first words of the samples, where it is often enough."""
    words, sizes = _first_words(samples)
    known: dict[str, int] = {}
    ids = np.array([known.setdefault(word, len(known)) for word in words], np.int64)
    sample = np.repeat(np.arange(len(sizes)), sizes)
    keys, found = ids, Counter[str]()
    for length in range(2, min(_LONGEST_PHRASE, len(words)) + 1):
        keys = np.unique(keys[:-1], return_inverse=True)[1] * len(known) + ids[length - 1 :]
        whole = np.flatnonzero(sample[: len(keys)] == sample[length - 1 :])
        _, first, times = np.unique(keys[whole], return_index=True, return_counts=True)
        often = times >= _FEWEST_TIMES
        for start, many in zip(whole[first[often]].tolist(), times[often].tolist(), strict=True):
            found[" ".join(words[start : start + length])] = many
    return found


def _first_words(samples: Iterable[str]) -> tuple[list[str], list[int]]:
    """The first words of the samples, and how many each gave."""
    words: list[str] = []
    sizes: list[int] = []
    for sample in samples:
        some = sample.split()[: _SAMPLE_WORDS - len(words)]
        words += some
        sizes.append(len(some))
        if len(words) >= _SAMPLE_WORDS:
            break
    return words, sizes


def _dictionary(phrases: Counter[str]) -> str:
    """Frequent runs of words, the most useful last, where the compressor reaches them cheapest."""
    ranked = sorted(((times - 1) * len(phrase), phrase) for phrase, times in phrases.items())
    return _joined(phrase for _, phrase in reversed(ranked))


def _joined(phrases: Iterable[str]) -> str:
    kept: list[str] = []
    known, length = "", 0
    for phrase in phrases:
        if phrase in known:
            continue
        if length + len(phrase) > DICTIONARY_LENGTH:
            break
        kept.append(phrase)
        known += phrase + " "
        length += len(phrase) + 1
    return " ".join(reversed(kept))


def group_units(lengths: Sequence[int], limit: int = FILE_LENGTH) -> list[int]:
    """The first unit of each file, for units of these lengths."""
    starts, total = [], limit
    for unit, length in enumerate(lengths):
        if total >= limit:
            starts.append(unit)
            total = 0
        total += length
    return starts
