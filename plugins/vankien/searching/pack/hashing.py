"""Which file holds a term, and its fingerprint there. 32-bit FNV-1a with a final mix; `engine/pack.js` computes the
same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from vankien.searching.terms import Terms

FINGERPRINT_BITS = 28
VARIANT_BITS = 10
_BASIS = 2166136261
_PRIME = np.uint32(16777619)
_SEED = 0x9E3779B1

Hashes = npt.NDArray[np.uint32]


def hash_terms(terms: Sequence[bytes], seed: int = 0) -> Hashes:
    """The hash of each term; terms are ASCII."""
    start = np.uint32((_BASIS + seed * _SEED) & 0xFFFFFFFF)
    if not isinstance(terms, Terms):
        return _mix(_followed(np.full(len(terms), start), *_letters(terms)))
    plain = _followed(np.full(len(terms.plain), start), *_letters(terms.plain))
    letters, sizes = _letters(terms.words)
    words = _followed(np.full(len(terms.words), start), letters, sizes)
    words = (words ^ np.uint32(ord(" "))) * _PRIME
    pairs = _followed(words[terms.firsts], letters, sizes, terms.seconds)
    return _mix(np.concatenate([plain, pairs]))


def _letters(words: Sequence[bytes]) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """The letters of words, one after the other, and the size of each word."""
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    return np.frombuffer(b"".join(words), np.uint8).astype(np.uint32), sizes


def _followed(
    values: Hashes, letters: Hashes, sizes: npt.NDArray[np.int64], chosen: npt.NDArray[np.int64] | None = None
) -> Hashes:
    """Hashes that go on over the letters of words: of all in order, or of those chosen."""
    starts = np.cumsum(sizes) - sizes
    if chosen is not None:
        sizes, starts = sizes[chosen], starts[chosen]
    alive = np.arange(len(values))
    for place in range(int(sizes.max(initial=0))):
        alive = alive[sizes[alive] > place]
        values[alive] = (values[alive] ^ letters[starts[alive] + place]) * _PRIME
    return values


def hash_word(word: str, seed: int = 0) -> int:
    """The hash of one word over its UTF-16 units' low and high bytes' sum; for ASCII the same as `hash_terms`."""
    value = (_BASIS + seed * _SEED) & 0xFFFFFFFF
    for letter in word:
        value = ((value ^ ord(letter)) * int(_PRIME)) & 0xFFFFFFFF
    return int(_mix(np.array([value], np.uint32))[0])


def variant_code(accent: str) -> int:
    """The short hash by which an accent form is known."""
    return hash_word(accent) & ((1 << VARIANT_BITS) - 1)


def variant_codes(accents: Sequence[str]) -> npt.NDArray[np.int64]:
    """The short hash of each accent form."""
    sizes = np.fromiter(map(len, accents), np.int64, len(accents))
    letters = np.frombuffer("".join(accents).encode("utf-32-le"), "<u4").astype(np.uint32)
    values = _mix(_followed(np.full(len(accents), np.uint32(_BASIS)), letters, sizes))
    return values.astype(np.int64) & ((1 << VARIANT_BITS) - 1)


def _mix(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
    return values ^ (values >> np.uint32(12))
