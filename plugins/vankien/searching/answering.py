"""The answer to a query: units ranked, filtered, and shown as the clauses that answer.

The object is the one of `vankien search --json` and of `vankien.search()` in the browser, key by key.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from vankien.knowledge import load
from vankien.searching.abbreviating import abbreviations
from vankien.searching.analysis import Token, folded_words, is_accented, tokens
from vankien.searching.asking import Sought, seek, variant
from vankien.searching.collection import clause_ids
from vankien.searching.facets import allowed, count, typed_filters
from vankien.searching.hits import hit, holds_all
from vankien.searching.inversion import MIXED, Integers
from vankien.searching.language import Query, parse
from vankien.searching.laws import law_names
from vankien.searching.marks import answers, clause_marks
from vankien.searching.numbers import Bearer, asked_numbers, key_parts, matches, types_named
from vankien.searching.openings import opening_weight
from vankien.searching.passages import Wanted
from vankien.searching.ranking import Flags, Layout, is_nearest, rank
from vankien.searching.store import Stored
from vankien.searching.suggesting import suggestion
from vankien.searching.weights import LOOKED_AT, MARK_FIT, NAMED_MARK, OPENING, WHOSE, Tables, tables
from vankien.searching.whoosh_index import OWN, Found, IndexReader
from vankien.searching.whose import Names


class Answerer:
    """Answers queries from an index and what is kept beside it."""

    def __init__(self, reader: IndexReader, stored: Stored) -> None:
        self._reader, self._stored = reader, stored
        self._types = {document: v.name for v in stored.columns.facets["type"] for document in v.documents}
        self._names = Names(stored.columns)
        self._tables: Tables = tables(reader.units)
        self._layout = Layout(
            stored.heads, stored.unit_documents, stored.classes, stored.names, np.array(self._tables.impacts, np.int64)
        )

    @property
    def units(self) -> int:
        """How many units are indexed."""
        return self._reader.units

    def postings(self, field: str, term: str) -> Found | None:
        """The postings of a term, from Whoosh."""
        return self._reader.postings(field, term)

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin with `prefix`, from Whoosh."""
        return self._reader.terms(field, prefix)

    def bearer(self, key: str) -> Bearer | None:
        """The types and years of the documents that bear a number."""
        found = self.postings("number", key)
        heads = [] if found is None else found.units[found.frequencies == OWN].tolist()
        if not heads:
            return None
        documents = self._layout.documents[heads].tolist()
        types = frozenset(short for document in documents for short in types_named(self._types.get(document, "")))
        return Bearer(types, frozenset(self._stored.columns.dates[document][:4] for document in documents))

    def variants(self, syllable: str) -> Sequence[str]:
        """The accent forms of a syllable."""
        return self._stored.variants.get(syllable, ())

    def answer(
        self, text: str, limit: int = 10, filters: Mapping[str, Any] | None = None, sort: str = "relevance"
    ) -> dict[str, Any]:
        """The answer to `text`: at most `limit` hits; `filters` as in the page's address; `sort` "relevance" or
        "date"."""
        query = parse(text)
        chosen = self._filters(query, filters or {})
        sought = seek(query, self, self._tables)
        scores = rank(sought.asked, self._layout)
        whose = self._whose(query, sought) or self._of_place(query, sought, scores)
        scores[self._layout.heads[whose]] = WHOSE
        if not query.runs and chosen:
            scores = np.zeros(self.units, np.int64)
            scores[self._layout.heads] = 1
        scores = np.where(self._required(query), scores, 0)
        documents = self._layout.documents
        before = np.bincount(documents[scores > 0], minlength=len(self._layout.heads))
        passing = scores * allowed(self._stored.columns, chosen)[documents]
        units = np.flatnonzero(passing)
        if sort != "date":
            units = units[np.lexsort((units, -passing[units]))]
            self._look_again(units, passing, sought)
        best = int(units[np.argmax(passing[units])]) if len(units) else None
        hits, false = self._hits(units.tolist(), passing, query, sought, limit)
        meant = None if whose else suggestion(query, sought, hits, self, self._stored.lexicon)
        dates = [date for date in self._stored.columns.dates if date]
        return {
            "query": text,
            "kind": _kind(query, sought),
            "total": len(units) - false,
            "documents": len(np.unique(documents[units])),
            "nearest": best is not None and not whose and self._misses(best, int(passing[best]), query, sought),
            "hits": hits,
            "suggestion": {"text": meant} if meant else None,
            "numbers": [self._number(key) for key in sought.numbers],
            "facets": count(self._stored.columns, before, chosen),
            "range": {"from": min(dates, default=None), "to": max(dates, default=None)},
            "filters": chosen,
            "notices": list(query.notices),
        }

    def _whose(self, query: Query, sought: Sought) -> list[int]:
        """The documents of the person, body or place that the query names, or of a type and a year, where it says
        nothing else. A year that is a number here is none."""
        if query.phrases or query.excluded or not query.runs:
            return []
        short = abbreviations()[0]
        documents = self._names.documents(query.runs, short)
        if not documents and not sought.numbers:
            documents = self._names.of_type_in_year(query.runs, short)
        return sorted(documents)

    def _of_place(self, query: Query, sought: Sought, scores: Integers) -> list[int]:
        """The documents of the place that is all the query says, where the words find only the nearest, which is then
        taken out; otherwise they are put behind what the words find, and none is given."""
        if query.phrases or query.excluded or not query.runs:
            return []
        documents = sorted(self._names.of_place(query.runs, abbreviations()[0]))
        best = int(np.argmax(scores)) if len(scores) else 0
        if documents and (not scores[best] or is_nearest(best, sought.asked, self._layout)):
            scores[:] = 0
            return documents
        heads = self._layout.heads[documents]
        scores[heads] = np.maximum(scores[heads], 1)
        return []

    def _filters(self, query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
        """The filters given and those typed, as one."""
        columns = self._stored.columns
        chosen = {name: value for name, value in given.items() if value}
        chosen |= typed_filters(columns, query.filters)
        if query.years:
            first, last = query.years
            chosen |= {"from": f"{first:04d}-01-01"} if first else {}
            chosen |= {"to": f"{last:04d}-12-31"} if last else {}
        named = [*query.filters.get("number", ()), *query.filters.get("document", ())]
        if named:
            chosen["document"] = [identity for text in named for identity in self._documents(text)] or ["-"]
        return chosen

    def _documents(self, text: str) -> Iterator[str]:
        """The ids of the documents that an id or a number names."""
        ids = self._stored.columns.ids
        if text in ids:
            yield text
        for asked in asked_numbers(tokens(text), text):
            for key in self.terms("number", asked.numeral + "-"):
                numeral, parts = key_parts(key)
                found = self.postings("number", key)
                if numeral == asked.numeral and matches(asked, parts, self.bearer(key)) and found is not None:
                    heads = found.units[found.frequencies > 1]
                    yield from (ids[document] for document in self._layout.documents[heads].tolist())

    def _required(self, query: Query) -> Flags:
        """Which units can hold every phrase and none of what is excluded, as far as pairs tell."""
        fit = np.ones(self.units, bool)
        for phrase in query.phrases:
            fit &= self._holding(phrase)
        for words in query.excluded:
            fit &= ~self._holding(words)
        return fit

    def _holding(self, words: Sequence[Token]) -> Flags:
        """The units that hold all pairs of these words, or the one word, with its accents where they were typed."""
        if len(words) == 1:
            return self._with_syllable(words[0])
        fit = np.ones(self.units, bool)
        for first, second in itertools.pairwise(words):
            found = self.postings("pair", f"{first.folded} {second.folded}")
            fit &= _flags(self.units, found.units if found else ())
        return fit

    def _with_syllable(self, word: Token) -> Flags:
        found = self.postings("syllable", word.folded)
        if found is None:
            return np.zeros(self.units, bool)
        units = found.units
        if is_accented(word) and found.accents is not None:
            code = variant(self.variants(word.folded), word.accent)
            units = units[(found.accents == code) | (found.accents == MIXED)]
        return _flags(self.units, units)

    def _look_again(self, units: Integers, scores: Integers, sought: Sought) -> None:
        """Adds to the first units what their texts open with and puts them in order. Where the query names clauses,
        what counts is how well their best clause fits instead; a number decides by itself."""
        first = units[:LOOKED_AT]
        for unit in first.tolist():
            record = self._stored.record(unit)
            if sought.marks:
                fit = max((answers(clause, sought.marks) for clause in clause_ids(record)), default=0)
                scores[unit] += MARK_FIT * fit
            elif not sought.numbers:
                scores[unit] += OPENING * opening_weight(record, sought.runs, sought.weights)
        first[:] = first[np.lexsort((first, -scores[first]))]

    def _misses(self, best: int, score: int, query: Query, sought: Sought) -> bool:
        """Whether the best unit is only the nearest: it holds too little of the words asked for, or none of its clauses
        is the one that was named. A number that is only cited here has no clauses here; what a number or a
        whole name tells is not judged by words."""
        if sought.marks and (sought.asked.own or not sought.numbers):
            ids = clause_ids(self._stored.record(best))
            if not any(sought.marks[-1] in clause_marks(clause) for clause in ids) or self._of_other_law(best, sought):
                return True
        if sought.numbers or sought.begun:
            return False
        named = bool(sought.marks) and score >= NAMED_MARK
        worded = not named and any(word.start not in sought.settled for run in query.runs for word in run)
        return sought.unknown or (worded and is_nearest(best, sought.asked, self._layout))

    def _of_other_law(self, best: int, sought: Sought) -> bool:
        """Whether a law is called by its name and the name of the best unit's document says nothing of it."""
        names = [] if sought.asked.own else law_names(sought.runs)
        head = self._layout.heads[self._layout.documents[best]]
        found = (self.postings("pair", name) for name in names)
        return bool(names) and not any(postings is not None and head in postings.units for postings in found)

    def _hits(
        self, units: Iterable[int], scores: Integers, query: Query, sought: Sought, limit: int
    ) -> tuple[list[dict[str, Any]], int]:
        """The first hits whose text really holds the phrases, and how many were passed over."""
        wanted = Wanted(sought.weights, sought.accents, sought.marks)
        hits: list[dict[str, Any]] = []
        false = 0
        for unit in units:
            if len(hits) >= limit:
                break
            record = self._stored.record(unit)
            document = self._stored.documents[record[0]]
            if query.phrases and not holds_all(record, document[2], query.phrases):
                false += 1
                continue
            hits.append(hit(record, document, int(scores[unit]), wanted))
        return hits, false

    def _number(self, key: str) -> dict[str, Any]:
        printed, slug, held = self._stored.numbers[key]
        return {"printed": printed, "url": f"so-hieu/{slug}.html", "held": held}


def _kind(query: Query, sought: Sought) -> str:
    if not query.runs:
        return "empty"
    if sought.numbers:
        return "number-clause" if sought.marks else "number"
    words = f" {' '.join(word.folded for run in query.runs for word in run)} "
    asking = "?" in query.text or any(f" {' '.join(folded_words(w))} " in words for w in load("query")["question"])
    return "question" if asking else "words"


def _flags(many: int, units: Any) -> Flags:
    flags = np.zeros(many, bool)
    flags[units] = True
    return flags
