"""What the command line keeps beside the Whoosh index: the records of units, and what the ranking needs to know.

Records are kept some units of a document together, compressed, and read only when they are shown.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from vankien.searching.collection import Collection
from vankien.searching.facets import Columns
from vankien.searching.inversion import Bytes, Integers
from vankien.searching.pack.completing import lexicon
from vankien.searching.portions import UNITS_A_GROUP

FORMAT = 3
_MOST_GROUPS = 512
_STATE, _RECORDS = "catalogue.json", "records.bin"


class CatalogueError(Exception):
    """There is no index, or an older program made it; the message is for a person."""


def no_index(folder: Path) -> CatalogueError:
    """What is said where `folder` holds no whole index."""
    return CatalogueError(
        f"{folder}: chưa có chỉ mục tìm kiếm; hãy chạy `vankien build`. / no search index; run `vankien build`."
    )


@dataclass(frozen=True)
class Stored:
    """The kept part of a catalogue. `read` are the groups of records that were read, by their places in the file."""

    heads: Integers
    unit_documents: Integers
    names: Integers
    classes: Bytes
    documents: Sequence[Sequence[Any]]
    columns: Columns
    numbers: Mapping[str, Sequence[Any]]
    variants: Mapping[str, Sequence[str]]
    lexicon: Sequence[tuple[str, str]]
    groups: Sequence[Sequence[int]]
    folder: Path
    read: dict[int, list[list[Any]]] = field(default_factory=dict)

    def record(self, unit: int) -> list[Any]:
        """What is shown of a unit, behind the number of its document."""
        document = int(self.unit_documents[unit])
        group, place = divmod(unit - int(self.heads[document]), UNITS_A_GROUP)
        start, *sizes = self.groups[document]
        start += sum(sizes[:group])
        return [document, *self._group(start, sizes[group])[place]]

    def _group(self, start: int, size: int) -> list[list[Any]]:
        if start not in self.read:
            if len(self.read) >= _MOST_GROUPS:
                self.read.clear()
            with (self.folder / _RECORDS).open("rb") as file:
                file.seek(start)
                self.read[start] = json.loads(zlib.decompress(file.read(size)))
        return self.read[start]


def keep(folder: Path, collection: Collection, columns: Columns, classes: Bytes) -> None:
    """Writes the kept part into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    groups, place = [], 0
    with (folder / _RECORDS).open("wb") as file:
        for portion in collection.portions:
            groups.append([place, *portion.groups])
            place += file.write(portion.packed())
    syllables = collection.inversion.syllables
    state = {
        "format": FORMAT,
        "heads": collection.heads.tolist(),
        "unit_documents": collection.unit_documents.tolist(),
        "names": collection.names.tolist(),
        "classes": classes.tolist(),
        "documents": collection.documents,
        "columns": columns.as_json(),
        "numbers": {e.key: [e.printed, e.slug, bool(e.own)] for e in collection.numbers},
        "variants": {t.decode(): v for t, v in zip(syllables.terms, syllables.variants, strict=True)},
        "lexicon": lexicon(syllables),
        "groups": groups,
    }
    (folder / _STATE).write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")


def kept(folder: Path) -> Stored:
    """The kept part in `folder`. Raises `CatalogueError` where there is none that this program can read."""
    try:
        state = json.loads((folder / _STATE).read_text(encoding="utf-8"))
        if state["format"] != FORMAT:
            raise KeyError("format")
    except (OSError, ValueError, KeyError) as error:
        raise no_index(folder) from error
    return Stored(
        np.array(state["heads"], np.int64), np.array(state["unit_documents"], np.int64),
        np.array(state["names"], np.int64), np.array(state["classes"], np.uint8), state["documents"],
        Columns.from_json(state["columns"]), state["numbers"], state["variants"], state["lexicon"],
        state["groups"], folder,
    )  # fmt: skip
