"""The files of the pack: `head.js`, the engine, and the files of terms, numbers and texts, named by number.

Each file is one call, `vankien.part(name, checksum, text)`, in UTF-16LE with a byte order mark, which tells a browser
the encoding whatever the server says. Files of terms come first (pairs, then syllables, then frequent syllables),
then numbers, then texts; the head says how many there are of each.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from vankien.searching import weights
from vankien.searching.collection import SAME, Collection, NumberEntry
from vankien.searching.facets import Columns
from vankien.searching.inversion import Bytes, Integers, Postings
from vankien.searching.numbers import key_parts
from vankien.searching.pack.coding import pack_bytes
from vankien.searching.pack.completing import completions, lexicon
from vankien.searching.pack.hashing import hash_terms, hash_word
from vankien.searching.pack.head import code_lengths, query_words
from vankien.searching.pack.postings import TermCodes, term_files
from vankien.searching.pack.texts import TextCoder, alphabet_of, group_units
from vankien.searching.remembering import Memory

FORMAT = 1
SEPARATOR = "\ue001"
"""Stands between the entries of a column."""
_MOST_PAIR_FILES, _MOST_SYLLABLE_FILES, _MOST_NUMBER_FILES, _MOST_TEXT_FILES = 780, 240, 32, 1760
_POSTINGS_A_FILE = 2400
_NUMBERS_A_FILE = 60
_TEXT_LENGTH = 6_000
_SAMPLE_STEP = 7


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a pack: the collection, its facets, the length class of each unit, the tables of weights, the
    browser's engine as one script, and what earlier builds kept."""

    collection: Collection
    columns: Columns
    classes: Bytes
    tables: weights.Tables
    engine: str
    memory: Memory | None = None


def pack_files(contents: Contents) -> tuple[dict[str, bytes], str]:
    """All files of the pack, name -> content, and its version."""
    collection, tables = contents.collection, contents.tables
    frequent = frequent_syllables(collection.inversion)
    pair_files, pair_codes = _terms(_with_marks(collection), _MOST_PAIR_FILES)
    rest, own = _split(collection.inversion.syllables, frequent)
    syllable_files, syllable_codes = _terms(rest, _MOST_SYLLABLE_FILES)
    own_files, own_codes = term_files(own, np.arange(len(own.terms)), len(own.terms))
    coder = _text_coder(collection)
    text_starts = group_units(collection.sizes, max(_TEXT_LENGTH, -(-sum(collection.sizes) // _MOST_TEXT_FILES)))
    number_files = list(_number_files(collection.numbers))
    parts: list[bytes] = [*pair_files, *syllable_files, *own_files]
    parts += [_deflated(rows) for rows in number_files]
    parts += [
        coder.encode(_texts(collection, start, end)) for start, end in _spans(text_starts, len(collection.records))
    ]
    head = {
        "format": FORMAT,
        "units": len(collection.records),
        "counts": [len(pair_files), len(syllable_files), len(own_files), len(number_files), len(text_starts)],
        "frequent": [term.decode() for term in own.terms],
        "codes": [code_lengths(codes) for codes in (pair_codes, syllable_codes, own_codes)],
        "heads": _steps(collection.heads.tolist()),
        "names": collection.names.tolist(),
        "texts": _steps(text_starts),
        "classes": "".join(map("{:x}".format, contents.classes.tolist())),
        "tables": [tables.syllables, tables.pairs, tables.impacts],
        "alphabet": coder.alphabet,
        "skipped": coder.skipped,
        "primer": base64.b64encode(coder.primer).decode(),
        "parameters": weights.parameters(),
        "columns": contents.columns.as_json(),
        **query_words(),
    }
    columns = head["columns"]
    named = {
        "ids": _deflated(columns.pop("ids")),
        "lexicon": _deflated([list(entry) for entry in lexicon(collection.inversion.syllables)]),
        "completions": _deflated(completions(collection, coder.phrases)),
        **{str(i): part for i, part in enumerate(parts)},
    }
    version = hashlib.sha256(
        b"".join([*named.values(), json.dumps(head).encode(), contents.engine.encode()])
    ).hexdigest()[:10]
    named["head"] = _deflated({"version": version, **head})
    files = {f"{name}.js": _script(name, text, version) for name, text in named.items()}
    return {**files, "engine.js": contents.engine.encode()}, version


def frequent_syllables(inversion: Any) -> frozenset[bytes]:
    """The syllables that are left out where a query has rarer words."""
    syllables = inversion.syllables
    many = np.diff(syllables.starts) * weights.FREQUENT_SHARE > len(inversion.lengths)
    return frozenset(syllables.terms[i] for i in np.flatnonzero(many).tolist())


def _with_marks(collection: Collection) -> Postings:
    """Pairs and marks in one: a mark is the term "@dieu 5"."""
    pairs, marks = collection.inversion.pairs, collection.marks
    return Postings(
        tuple(b"@" + term for term in marks.terms) + pairs.terms,
        np.concatenate([marks.starts[:-1], pairs.starts + len(marks.units)]),
        np.concatenate([marks.units, pairs.units]),
        np.concatenate([marks.frequencies, pairs.frequencies]),
    )


def _split(syllables: Postings, frequent: frozenset[bytes]) -> tuple[Postings, Postings]:
    """The rare syllables and the frequent ones."""
    chosen = np.array([term in frequent for term in syllables.terms], bool)
    return _only(syllables, np.flatnonzero(~chosen)), _only(syllables, np.flatnonzero(chosen))


def _only(postings: Postings, terms: Integers) -> Postings:
    sizes = np.diff(postings.starts)[terms]
    kept = np.repeat(postings.starts[:-1][terms] - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))
    accents = None if postings.accents is None else postings.accents[kept]
    names = terms.tolist()
    return Postings(
        tuple(postings.terms[i] for i in names), np.append(0, np.cumsum(sizes)), postings.units[kept],
        postings.frequencies[kept], accents, tuple(postings.variants[i] for i in names),
    )  # fmt: skip


def _terms(postings: Postings, most: int) -> tuple[list[bytes], TermCodes]:
    many = max(1, min(most, len(postings.units) // _POSTINGS_A_FILE))
    files = (hash_terms(postings.terms) % np.uint32(many)).astype(np.int64)
    return term_files(postings, files, many)


def _text_coder(collection: Collection) -> TextCoder:
    texts = [passage[3] for record in collection.records for passage in record[4]]
    return TextCoder(alphabet_of(texts[::_SAMPLE_STEP], SAME + SEPARATOR), texts[::_SAMPLE_STEP])


def _texts(collection: Collection, start: int, end: int) -> list[Any]:
    """What a file of texts holds: the documents it touches, then its units."""
    records = collection.records[start:end]
    first = records[0][0]
    documents = collection.documents[first : records[-1][0] + 1]
    return [first, list(documents), [_columns(record) for record in records]]


def _columns(record: Sequence[Any]) -> list[Any]:
    """A record with its passages as four columns: ids, depths, labels and texts repeat themselves column by column."""
    passages = record[4]
    if not passages:
        return []
    depths = "".join(str(min(9, passage[1])) for passage in passages)
    ids, labels, texts = (SEPARATOR.join(passage[i] for passage in passages) for i in (0, 2, 3))
    return [*record[1:4], ids, depths, labels, texts]


def _spans(starts: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    return pairwise([*starts, end])


def _number_files(numbers: Sequence[NumberEntry]) -> Iterator[list[list[Any]]]:
    """Rows of numbers by their numeral: [key, printed, slug, heads that bear it, units that cite it]."""
    many = max(1, min(_MOST_NUMBER_FILES, len(numbers) // _NUMBERS_A_FILE))
    files: list[list[list[Any]]] = [[] for _ in range(many)]
    for entry in numbers:
        numeral = key_parts(entry.key)[0]
        row = [entry.key, entry.printed, entry.slug, list(entry.own), _steps(entry.citing)]
        files[hash_word(numeral) % many].append(row)
    yield from files


def _steps(numbers: Iterable[int]) -> list[int]:
    before, found = 0, []
    for number in numbers:
        found.append(number - before)
        before = number
    return found


def _deflated(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return _deflated_text(text)


def _deflated_text(text: str) -> bytes:
    return pack_bytes(zlib.compress(text.encode(), 9))


def _script(name: str, text: bytes, version: str) -> bytes:
    units = np.frombuffer(text, "<u2").astype(np.int64)
    checksum = int((units * np.arange(1, len(units) + 1)).sum() % (1 << 32))
    end = f'","{version}")\n' if name == "head" else '")\n'
    before = f'vankien.part("{name}",{checksum},"'
    return b"\xff\xfe" + before.encode("utf-16-le") + text + end.encode("utf-16-le")
