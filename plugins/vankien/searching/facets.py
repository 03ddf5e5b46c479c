"""Filters and their counts. A document carries values of facets; a hit counts for its document's values.

The counts of a facet are what a click on its values would give: all other filters hold, its own does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vankien.searching.analysis import folded_words
from vankien.searching.inversion import Integers
from vankien.searching.ranking import Flags

FACETS = ("type", "system", "level", "issuer", "place", "year", "signer", "term", "validity")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: how it is shown, other words by which it may be asked for (a number's abbreviation, today's
    name), and the documents that carry it."""

    name: str
    label: str
    aliases: tuple[str, ...]
    documents: tuple[int, ...]


@dataclass(frozen=True)
class Columns:
    """The facets of a collection in the order in which their values are shown, and each document's date ("" for
    none)."""

    facets: Mapping[str, tuple[Value, ...]]
    dates: tuple[str, ...]
    ids: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """What the browser reads: values as [name, label, aliases, documents as steps from one to the next]."""
        return {
            "facets": {
                name: [[v.name, v.label, list(v.aliases), _steps(v.documents)] for v in values]
                for name, values in self.facets.items()
            },
            "dates": list(self.dates),
            "ids": list(self.ids),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Columns:
        """The other way."""
        facets = {
            name: tuple(Value(v[0], v[1], tuple(v[2]), tuple(np.cumsum(v[3]).tolist())) for v in values)
            for name, values in data["facets"].items()
        }
        return cls(facets, tuple(data["dates"]), tuple(data["ids"]))


def _steps(documents: Sequence[int]) -> list[int]:
    return [here - before for here, before in zip(documents, (0, *documents), strict=False)]


def typed_filters(columns: Columns, typed: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The values of facets that words typed in the query mean: those that say the words, whole words before parts.

    What means nothing stays as it is, and finds nothing.
    """
    found: dict[str, list[str]] = {}
    for name, texts in typed.items():
        if name in FACETS:
            found[name] = [value for text in texts for value in _meant(columns.facets.get(name, ()), text)]
    return found


def _meant(values: Sequence[Value], text: str) -> list[str]:
    words = " ".join(folded_words(text.replace("-", " ")))
    names = [(value.name, [" ".join(folded_words(n)) for n in (value.name, *value.aliases)]) for value in values]
    equal = [name for name, said in names if words in said]
    return equal or [name for name, said in names if any(f" {words} " in f" {one} " for one in said)] or [text]


def allowed(columns: Columns, filters: Mapping[str, Any], leave_out: str = "") -> Flags:
    """Which documents pass the filters; `leave_out` names a facet whose filter is passed over."""
    passing = np.ones(len(columns.ids), bool)
    for name in FACETS:
        wanted = filters.get(name)
        if not wanted or name == leave_out:
            continue
        chosen = np.zeros(len(columns.ids), bool)
        for value in columns.facets.get(name, ()):
            if value.name in wanted:
                chosen[list(value.documents)] = True
        passing &= chosen
    if leave_out != "year" and (filters.get("from") or filters.get("to")):
        first, last = filters.get("from") or "0", filters.get("to") or "9"
        passing &= np.array([bool(date) and first <= date <= last + "~" for date in columns.dates], bool)
    if filters.get("document"):
        passing &= np.array([identity in filters["document"] for identity in columns.ids], bool)
    return passing


def count(columns: Columns, hits: Integers, filters: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The values of each facet that hits have, with counts; `hits[document]` are the hits before any filter."""
    answer: dict[str, list[dict[str, Any]]] = {}
    for name in FACETS:
        open_hits = np.where(allowed(columns, filters, name), hits, 0)
        wanted = filters.get(name) or ()
        rows = []
        for value in columns.facets.get(name, ()):
            mine = open_hits[list(value.documents)]
            number, documents = int(mine.sum()), int((mine > 0).sum())
            if number or value.name in wanted:
                row = {"value": value.name, "label": value.label, "count": number, "documents": documents}
                rows.append({**row, "selected": value.name in wanted})
        answer[name] = rows
    return answer
