"""Queries that ask for the documents of a person, a body or a place: "Nguyễn Văn A ký", "sở nội vụ lâm đồng", "quyết
định của UBND tỉnh Nghệ An năm 2025".

Such a query says nothing but names that the archive knows, a type, a year, and words that join them (`whose` of
`knowledge/query.yml`). `engine/47-whose.js` reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vankien.knowledge import load
from vankien.searching.analysis import Token, folded_words
from vankien.searching.facets import Columns

NAMING = ("signer", "issuer", "place", "type", "year")


class Names:
    """The names of a collection by their first word, longest first."""

    def __init__(self, columns: Columns) -> None:
        self._by_first: dict[str, list[tuple[list[str], str, frozenset[int]]]] = {}
        self._joining = frozenset(_folded(load("query")["whose"]))
        self._levels = frozenset(_folded(load("query")["levels"]))
        self._committees = frozenset(_folded(load("query")["committees"]))
        found: dict[tuple[str, tuple[str, ...]], set[int]] = {}
        for facet in NAMING:
            for value in columns.facets.get(facet, ()):
                for name in (value.name, *value.aliases):
                    for words in self._said(self._bare(folded_words(name)), facet):
                        found.setdefault((facet, words), set()).update(value.documents)
        for (facet, words), documents in sorted(found.items(), key=lambda item: -len(item[0][1])):
            if words:
                self._by_first.setdefault(words[0], []).append((list(words), facet, frozenset(documents)))

    def documents(self, runs: Iterable[Sequence[Token]], short: Mapping[str, Sequence[str]]) -> frozenset[int]:
        """The documents whose names a query says, and nothing else; `short` maps abbreviations to their words. No
        document where it says anything else, or no name but a type or a year, or only that of a place."""
        chosen, joined = self._said_in(runs, short)
        named = chosen.keys() & {"signer", "issuer"} or ("place" in chosen and (joined or len(chosen) > 1))
        return frozenset.intersection(*chosen.values()) if named else frozenset()

    def of_place(self, runs: Iterable[Sequence[Token]], short: Mapping[str, Sequence[str]]) -> frozenset[int]:
        """The documents of the place whose name, of today or of old, is all that a query says: such a name may also be
        meant as words ("hòa bình")."""
        chosen, joined = self._said_in(runs, short)
        return frozenset() if joined or chosen.keys() != {"place"} else chosen["place"]

    def of_type_in_year(self, runs: Iterable[Sequence[Token]], short: Mapping[str, Sequence[str]]) -> frozenset[int]:
        """The documents of the type and the year that are all a query says ("chỉ thị 2013", "chỉ thị năm 2013")."""
        chosen, _ = self._said_in(runs, short)
        return chosen["type"] & chosen["year"] if chosen.keys() == {"type", "year"} else frozenset()

    def _said_in(
        self, runs: Iterable[Sequence[Token]], short: Mapping[str, Sequence[str]]
    ) -> tuple[dict[str, frozenset[int]], bool]:
        """The documents of the names that a query says, facet by facet, and whether words join them; no facet where it
        says anything else."""
        left = self._bare([part for run in runs for word in run for part in short.get(word.folded, (word.folded,))])
        chosen: dict[str, frozenset[int]] = {}
        joined = False
        index = 0
        while index < len(left):
            entries = self._at(left, index)
            if not entries and left[index] not in self._joining:
                return {}, False
            joined = joined or not entries
            for _, facet, documents in entries:
                chosen[facet] = chosen.get(facet, frozenset()) | documents
            index += len(entries[0][0]) if entries else 1
        return chosen, joined

    def _at(self, words: Sequence[str], index: int) -> list[tuple[list[str], str, frozenset[int]]]:
        """The longest names that stand at `index`."""
        fitting = [e for e in self._by_first.get(words[index], ()) if words[index : index + len(e[0])] == e[0]]
        return [entry for entry in fitting if len(entry[0]) == len(fitting[0][0])]

    def _said(self, words: Sequence[str], facet: str) -> Iterator[tuple[str, ...]]:
        """The ways to say a name: as it is, a body also by its committee alone."""
        yield tuple(words)
        if facet == "issuer":
            starts = (i for i in range(1, len(words)) if self._is_committee(words, i))
            yield from (tuple(words[start:]) for start in starts)

    def _is_committee(self, words: Sequence[str], index: int) -> bool:
        return " ".join(words[index : index + 2]) in self._committees

    def _bare(self, words: Sequence[str]) -> list[str]:
        """The words without "tỉnh", "thành phố" and the like: names are said with and without them."""
        return list(self._without(words)) or list(words)

    def _without(self, words: Sequence[str]) -> Iterator[str]:
        index = 0
        while index < len(words):
            length = next((n for n in (2, 1) if " ".join(words[index : index + n]) in self._levels), 0)
            if not length or self._is_committee(words, index):
                yield words[index]
                length = 1
            index += length


def _folded(phrases: Iterable[str]) -> list[str]:
    return [" ".join(folded_words(phrase)) for phrase in phrases]
