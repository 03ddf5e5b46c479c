"""The files of the pack: `head.js`, the engine, and the files of terms, numbers and texts, named by number.

Each file is one call, `vankien.part(name, checksum, text)`, in UTF-16LE with a byte order mark, which tells a browser
the encoding whatever the server says. Files of terms come first (pairs, then syllables, then frequent syllables),
then numbers, then texts; the head says how many there are of each.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from vankien.searching import weights
from vankien.searching.collection import Collection, NumberEntry
from vankien.searching.facets import Columns
from vankien.searching.inversion import Bytes
from vankien.searching.numbers import key_parts
from vankien.searching.pack.coding import pack_bytes
from vankien.searching.pack.completing import completions, lexicon
from vankien.searching.pack.hashing import hash_word
from vankien.searching.pack.head import code_lengths, query_words
from vankien.searching.pack.parting import pair_files, syllable_files
from vankien.searching.pack.texts import TextCoder, document_text, group_units, text_file, unit_text
from vankien.searching.pack.vocabulary import END, Vocabulary, choose_words
from vankien.searching.remembering import Memory

FORMAT = 2
_MOST_NUMBER_FILES, _MOST_TEXT_FILES = 32, 1650
_NUMBERS_A_FILE = 60
_TEXT_UNITS = 1200
_SAMPLED_DOCUMENTS, _DOCUMENTS_AT_ONCE = 250, 100


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
    pairs, (syllables, frequent) = pair_files(collection), syllable_files(collection.inversion)
    text_files, text_starts, vocabulary = _text_files(collection)
    number_files = [_deflated(rows) for rows in _number_files(collection.numbers)]
    parts = [*pairs.files, *syllables.files, *number_files, *text_files]
    head = {
        "format": FORMAT,
        "units": len(collection.records),
        "counts": [len(pairs.files), len(syllables.files), len(number_files), len(text_files)],
        "shared": [pairs.shared, syllables.shared],
        "own": [pairs.own, syllables.own],
        "frequent": frequent,
        "codes": [code_lengths(pairs.codes), code_lengths(syllables.codes)],
        "heads": _steps(collection.heads.tolist()),
        "names": collection.names.tolist(),
        "texts": _steps(text_starts),
        "classes": "".join(map("{:x}".format, contents.classes.tolist())),
        "tables": [tables.syllables, tables.pairs, tables.impacts],
        "parameters": weights.parameters(),
        "columns": contents.columns.as_json(),
        **query_words(),
    }
    columns = head["columns"]
    named = {
        "ids": _deflated(columns.pop("ids")),
        "lexicon": _deflated([list(entry) for entry in lexicon(collection.inversion.syllables)]),
        "completions": _deflated(completions(collection, vocabulary.runs)),
        "words": _deflated(vocabulary.as_json()),
        **{str(i): part for i, part in enumerate(parts)},
    }
    version = hashlib.sha256(
        b"".join([*named.values(), json.dumps(head).encode(), contents.engine.encode()])
    ).hexdigest()[:10]
    named["head"] = _deflated({"version": version, **head})
    files = {f"{name}.js": _script(name, text, version) for name, text in named.items()}
    return {**files, "engine.js": contents.engine.encode()}, version


def _text_files(collection: Collection) -> tuple[list[bytes], list[int], Vocabulary]:
    """The files of texts, the first unit of each, and the vocabulary in which they are written."""
    heads = [*collection.heads.tolist(), len(collection.records)]
    texts = [unit_text(record) for record in collection.records]
    about = [document_text(row) for row in collection.documents]
    step = max(1, len(about) // _SAMPLED_DOCUMENTS)
    sample = (text + END for i in range(0, len(about), step) for text in (about[i], *texts[heads[i] : heads[i + 1]]))
    vocabulary = choose_words(sample)
    coder = TextCoder(vocabulary)
    units = [
        coded
        for start, end in pairwise(heads[::_DOCUMENTS_AT_ONCE] + heads[-1:])
        for coded in coder.encode(texts[start:end])
    ]
    documents = coder.encode(about)
    sizes = [len(unit) // 2 for unit in units]
    starts = group_units(sizes, max(_TEXT_UNITS, -(-sum(sizes) // _MOST_TEXT_FILES)))
    of = collection.unit_documents
    files = [
        text_file([*documents[int(of[start]) : int(of[end - 1]) + 1], *units[start:end]])
        for start, end in pairwise([*starts, len(units)])
    ]
    return files, starts, vocabulary


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
