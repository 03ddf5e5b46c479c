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
from vankien.searching.pack.head import code_lengths, naming_words, query_words
from vankien.searching.pack.parting import pair_files, syllable_files
from vankien.searching.pack.text_files import text_files
from vankien.searching.remembering import Memory

FORMAT = 2
_MOST_NUMBER_FILES = 32
_NUMBERS_A_FILE = 60
_SUM = 0x7FFF


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
    texts = text_files(collection, contents.memory)
    number_files = [_deflated(rows) for rows in _number_files(collection.numbers)]
    parts = [*pairs.files, *syllables.files, *number_files, *texts.files]
    head = {
        "format": FORMAT,
        "units": len(collection.unit_documents),
        "counts": [len(pairs.files), len(syllables.files), len(number_files), len(texts.files)],
        "shared": [pairs.shared, syllables.shared],
        "own": [pairs.own, syllables.own],
        "frequent": frequent,
        "codes": [code_lengths(pairs.codes), code_lengths(syllables.codes)],
        "heads": _steps(collection.heads.tolist()),
        "names": collection.names.tolist(),
        "texts": _steps(texts.starts),
        "classes": contents.classes.tobytes().hex()[1::2],
        "tables": [tables.syllables, tables.pairs, tables.impacts],
        "parameters": weights.parameters(),
        "columns": contents.columns.as_json(),
        "words": texts.vocabulary.as_json(),
        "naming": naming_words(contents.columns),
        **query_words(),
    }
    columns = head["columns"]
    named = {
        "ids": _deflated(columns.pop("ids")),
        "lexicon": _deflated([list(entry) for entry in lexicon(collection.inversion.syllables)]),
        "completions": _deflated(completions(collection, texts.vocabulary.runs)),
        **{str(i): part for i, part in enumerate(parts)},
    }
    head["sums"] = {name: checksum(text) & _SUM for name, text in named.items() if not name.isdigit()}
    head["sums"]["parts"] = [checksum(part) & _SUM for part in parts]
    told = [_deflated(head), contents.engine.encode()]
    version = hashlib.sha256(b"".join(told)).hexdigest()[:10]
    named["head"] = _deflated({"version": version, **head})
    files = {f"{name}.js": _script(name, text, version) for name, text in named.items()}
    return {**files, "engine.js": contents.engine.encode()}, version


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
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return pack_bytes(zlib.compress(text.encode("utf-8", "replace"), 9))


def checksum(text: bytes) -> int:
    """The sum of a text's units, each times its place, modulo 2**32: what the browser adds up too."""
    units = np.frombuffer(text, "<u2").astype(np.int64)
    return int((units * np.arange(1, len(units) + 1)).sum() % (1 << 32))


def _script(name: str, text: bytes, version: str) -> bytes:
    end = f'","{version}")\n' if name == "head" else '")\n'
    before = f'vankien.part("{name}",{checksum(text)},"'
    return b"\xff\xfe" + before.encode("utf-16-le") + text + end.encode("utf-16-le")
