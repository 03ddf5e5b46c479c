"""Which unit each document of the Whoosh index is, and what the accent codes in it mean today.

Whoosh numbers what it indexes as it comes, and keeps the numbers of what is deleted. The first segment holds units as
they were when it was written, the second those that came since; both stand in whole documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from vankien.searching.inversion import MIXED, UNTOLD, Bytes, Integers
from vankien.searching.remembering import Memory

NO_UNIT = -1
_FILE, _FORMAT = "units.bin", "1"
_NAME = ("", "map")


class Row(NamedTuple):
    """A document in the index: its key, how many units it has, the number of the first; None where it went."""

    document: str
    units: int
    head: int | None


@dataclass(frozen=True)
class UnitMap:
    """`main` and `newer` are the documents of the two segments in the order of Whoosh's numbers. `forms` are the accent
    forms of each syllable by their places in the first segment, `codes` their accent codes of today, where a place
    is not its own code. `generation` is Whoosh's own count of changes."""

    generation: int
    main: Sequence[Row]
    newer: Sequence[Row]
    forms: Mapping[str, Sequence[str]]
    codes: Mapping[str, Sequence[int]]

    def numbers(self) -> Integers:
        """The unit of each of Whoosh's numbers, `NO_UNIT` for what went."""
        rows = [*self.main, *self.newer]
        sizes = np.array([row.units for row in rows], np.int64)
        heads = np.array([NO_UNIT if row.head is None else row.head for row in rows], np.int64)
        starts = np.cumsum(sizes) - sizes
        numbers = np.repeat(heads - starts, sizes) + np.arange(int(sizes.sum()))
        return np.where(np.repeat(heads, sizes) == NO_UNIT, NO_UNIT, numbers)

    def accents(self, syllable: str, places: Bytes, is_main: bool) -> Bytes:
        """The accent codes of places of a syllable in the first or the second segment."""
        table = self.codes.get(syllable) if is_main else None
        if table is None:
            return np.minimum(places, np.uint8(MIXED))
        whole = np.full(UNTOLD + 1, MIXED, np.uint8)
        whole[: len(table)] = table
        return whole[places]

    def changed(self, forms: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
        """The codes of the first segment's places when these are the forms of today, where they are others."""
        found = {}
        for term, before in self.forms.items():
            now = forms.get(term)
            if now is not None and list(now[:MIXED]) != list(before[:MIXED]):
                code = {form: place for place, form in enumerate(now[:MIXED])}
                found[term] = [code.get(form, MIXED) for form in before]
        return found


def row_heads(documents: Iterable[str], units: Integers) -> Iterator[Row]:
    """Documents that stand one after the other."""
    heads = np.cumsum(units) - units
    for row in zip(documents, units.tolist(), heads.tolist(), strict=True):
        yield Row(*row)


def write_map(folder: Path, units: UnitMap) -> None:
    """Writes the map beside the index."""
    told = [units.generation, units.main, units.newer, units.forms, units.codes]
    memory = Memory(folder / _FILE, _FORMAT, anew=True)
    memory.keep(*_NAME, json.dumps(told, ensure_ascii=False).encode())
    memory.save()


def forget_map(folder: Path) -> None:
    """Takes the map away while the index is being changed."""
    (folder / _FILE).unlink(missing_ok=True)


def read_map(folder: Path) -> UnitMap | None:
    """The map of the index in `folder`, None where there is none, or a damaged one."""
    told = Memory(folder / _FILE, _FORMAT).kept(*_NAME)
    if told is None:
        return None
    generation, main, newer, forms, codes = json.loads(told)
    return UnitMap(generation, _rows(main), _rows(newer), forms, codes)


def _rows(told: Iterable[Iterable[Any]]) -> tuple[Row, ...]:
    return tuple(Row(*row) for row in told)


def kept_map(folder: Path) -> UnitMap | None:
    """The map to go on from, None where all has to be written anew: there is no map, or a syllable has more accent
    forms than a byte can tell apart."""
    found = read_map(folder)
    return found if found and all(len(forms) <= UNTOLD for forms in found.forms.values()) else None
