"""Which file holds a term, and its fingerprint there. 32-bit FNV-1a with a final mix; `engine/pack.js` computes the
same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FINGERPRINT_BITS = 24
VARIANT_BITS = 10
_BASIS = 2166136261
_PRIME = np.uint32(16777619)
_SEED = 0x9E3779B1

Hashes = npt.NDArray[np.uint32]


def hash_terms(terms: Sequence[bytes], seed: int = 0) -> Hashes:
    """The hash of each term; terms are ASCII."""
    many = len(terms)
    sizes = np.fromiter(map(len, terms), np.int64, many)
    letters = np.frombuffer(b"".join(terms), np.uint8).astype(np.uint32)
    starts = np.cumsum(sizes) - sizes
    values = np.full(many, (_BASIS + seed * _SEED) & 0xFFFFFFFF, np.uint32)
    order = np.argsort(-sizes, kind="stable")
    left = sizes[order]
    for place in range(int(sizes.max(initial=0))):
        alive = order[: int(np.searchsorted(-left, -place, side="left"))]
        values[alive] = (values[alive] ^ letters[starts[alive] + place]) * _PRIME
    return _mix(values)


def hash_word(word: str, seed: int = 0) -> int:
    """The hash of one word over its UTF-16 units' low and high bytes' sum; for ASCII the same as `hash_terms`."""
    value = (_BASIS + seed * _SEED) & 0xFFFFFFFF
    for letter in word:
        value = ((value ^ ord(letter)) * int(_PRIME)) & 0xFFFFFFFF
    return int(_mix(np.array([value], np.uint32))[0])


def variant_code(accent: str) -> int:
    """The short hash by which an accent form is known."""
    return hash_word(accent) & ((1 << VARIANT_BITS) - 1)


def _mix(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
    return values ^ (values >> np.uint32(12))
