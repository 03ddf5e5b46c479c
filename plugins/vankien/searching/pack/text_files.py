"""The files of texts: of each document what is shown of it, of each unit its clauses, a few units a file.

A vocabulary is chosen from some documents, always the same ones while the archive is of one size, so that a change
elsewhere leaves the coded texts of all other documents as they are; these are kept from build to build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from vankien.searching.collection import Collection
from vankien.searching.pack.completing import recurring
from vankien.searching.pack.texts import TextCoder, document_text, text_file, texts_in, unit_text
from vankien.searching.pack.vocabulary import END, Vocabulary, choose_words
from vankien.searching.portions import Portion
from vankien.searching.remembering import Memory

_USUAL_FILES = 1650
_SMALLEST, _LARGEST = 1200, 3000
"""Units of 15 bits after which a file is closed in a small archive and in a large one."""
_SAMPLE = 2_500_000
_AT_ONCE = 1_000_000
"""Characters of documents that are coded together."""
_VOCABULARY, _TEXTS = "vocabulary", "texts"


@dataclass(frozen=True, slots=True)
class TextFiles:
    """The files, the first unit of each, and the vocabulary in which they are written."""

    files: list[bytes]
    starts: list[int]
    vocabulary: Vocabulary


def text_files(collection: Collection, memory: Memory | None) -> TextFiles:
    """The files of texts of a collection; `memory` keeps what is coded for the next build."""
    portions = collection.portions
    vocabulary, name = _vocabulary(portions, memory)
    documents: list[bytes] = []
    units: list[bytes] = []
    for portion, data in zip(portions, _coded(portions, vocabulary, f"{_TEXTS} {name}", memory), strict=True):
        about, *texts = texts_in(data, len(portion.sizes) + 1)
        documents.append(about)
        units += texts
    sizes = [len(unit) // 2 for unit in units]
    starts = group_units(sizes, min(_LARGEST, max(_SMALLEST, -(-sum(sizes) // _USUAL_FILES))))
    of = collection.unit_documents.tolist()
    files = [
        text_file([*documents[of[start] : of[end - 1] + 1], *units[start:end]])
        for start, end in pairwise([*starts, len(units)])
    ]
    return TextFiles(files, starts, vocabulary)


def group_units(lengths: Sequence[int], limit: int) -> list[int]:
    """The first unit of each file, for units of these lengths; a file is closed when it holds `limit`."""
    starts, total = [], limit
    for unit, length in enumerate(lengths):
        if total >= limit:
            starts.append(unit)
            total = 0
        total += length
    return starts


def _vocabulary(portions: Sequence[Portion], memory: Memory | None) -> tuple[Vocabulary, str]:
    """The vocabulary of a collection, and a name for it: the documents from which it was chosen."""
    sample = _sample(portions)
    name = hashlib.sha256("\n".join(portion.key for portion in sample).encode()).hexdigest()
    kept = memory.kept(name, _VOCABULARY) if memory else None
    if kept is not None:
        words, lengths, runs = json.loads(kept)
        return Vocabulary(tuple(words), tuple(lengths), runs), name
    chosen = choose_words(f"{text}{END}" for portion in sample for text in _texts(portion))
    vocabulary = replace(chosen, runs=recurring(chosen.runs))
    if memory:
        told = [vocabulary.words, vocabulary.lengths, dict(vocabulary.runs)]
        memory.keep(name, _VOCABULARY, json.dumps(told).encode())
    return vocabulary, name


def _sample(portions: Sequence[Portion]) -> list[Portion]:
    """One document in 1, 2, 4, ... by the hashes of their ids, so that about `_SAMPLE` characters are chosen."""
    total = sum(size for portion in portions for size in portion.sizes)
    step = 1 << max(1, total // _SAMPLE).bit_length() - 1
    digests = (hashlib.sha256(str(portion.document[0]).encode()).digest() for portion in portions)
    numbers = [int.from_bytes(digest[:4]) for digest in digests]
    return [portion for portion, number in zip(portions, numbers, strict=True) if number % step == 0] or [*portions]


def _coded(portions: Sequence[Portion], vocabulary: Vocabulary, what: str, memory: Memory | None) -> list[bytes]:
    """The coded texts of each document as one file."""
    kept = [memory.kept(portion.key, what) if memory else None for portion in portions]
    found = [data or b"" for data in kept]
    missing = [place for place, data in enumerate(kept) if data is None]
    if not missing:
        return found
    coder = TextCoder(vocabulary)
    for some in _batches(missing, portions):
        texts = [_texts(portions[place]) for place in some]
        coded = iter(coder.encode([text for these in texts for text in these]))
        for place, these in zip(some, texts, strict=True):
            found[place] = text_file(list(islice(coded, len(these))))
            if memory:
                memory.keep(portions[place].key, what, found[place])
    return found


def _texts(portion: Portion) -> list[str]:
    return [document_text(portion.document), *map(unit_text, portion.records())]


def _batches(places: Sequence[int], portions: Sequence[Portion]) -> Iterator[list[int]]:
    some: list[int] = []
    length = 0
    for place in places:
        some.append(place)
        length += sum(portions[place].sizes)
        if length >= _AT_ONCE:
            yield some
            some, length = [], 0
    if some:
        yield some
