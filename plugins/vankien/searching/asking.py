"""A query -> the postings that answer it: words and pairs, marks, numbers.

Pairs come first: their lists are short and they rank best. A syllable that is everywhere is left out where the query
has anything rarer. What is asked for is decided here once, for ranking, for choosing the clause and for marking its
words.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vankien.searching.abbreviating import abbreviations, expansions
from vankien.searching.analysis import Token, is_accented
from vankien.searching.framing import asked_terms
from vankien.searching.inversion import MIXED
from vankien.searching.language import Query
from vankien.searching.marks import asked_marks
from vankien.searching.numbers import EXACT, AskedNumber, Bearer, asked_numbers, key_parts, matches
from vankien.searching.pack.hashing import variant_code
from vankien.searching.pasted import said_again, telling
from vankien.searching.ranking import Asked, Term
from vankien.searching.weights import FREQUENT_SHARE, Tables, bucket
from vankien.searching.whoosh_index import OWN, Found

_MANY_NUMBERS = 20


class Terms(Protocol):
    """Where postings come from. `variants` are the accent forms of a syllable, in the order of their codes."""

    @property
    def units(self) -> int:
        """How many units there are."""

    def postings(self, field: str, term: str) -> Found | None:
        """The postings of a term, None where there are none."""

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin with `prefix`."""

    def bearer(self, key: str) -> Bearer | None:
        """What is known of the documents that bear a number, None where there are none."""

    def variants(self, syllable: str) -> Sequence[str]:
        """The accent forms of a folded syllable, most frequent first."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked for: the postings; the weight of each term used (pairs as "dan van"); the accent forms typed, for
    each folded word; the marks; the number keys that the query names, best first; the words that nothing holds; the
    words ranked, in runs; where the words begin that are understood whether or not they stand anywhere: marks, numbers,
    words that frame a question; whether a number was named that nothing here bears or cites, and whether it is
    only begun."""

    asked: Asked
    weights: Mapping[str, int]
    accents: Mapping[str, frozenset[str]]
    marks: tuple[str, ...]
    numbers: tuple[str, ...]
    missing: tuple[str, ...]
    runs: Sequence[Sequence[Token]]
    settled: frozenset[int]
    unknown: bool
    begun: bool


def seek(query: Query, terms: Terms, tables: Tables) -> Sought:
    """Everything that answers `query`."""
    words = [word for run in query.runs for word in run]
    marks, marked = asked_marks(words, query.text)
    found = [(asked, _known_numbers(asked, terms)) for asked in asked_numbers(words, query.text)]
    numbers = [match for _, matched in found for match in matched]
    own = [[unit for key, _ in matched for unit in _bearing(key, terms, own=True)] for _, matched in found]
    citing = {unit for key, _ in numbers for unit in _bearing(key, terms, own=False)}
    named = {place for asked, matched in found if matched for place in _naming(asked, matched, words)}
    dropped = set(marked) if marks and len(marked) < len(words) else set()
    if any(own):
        dropped |= named | (said_again(words, marked) if marks else set())
    typed = list(_typed(query, dropped))
    runs = [*typed, *(added for run in query.runs for added in expansions(run, query.text))]
    asked, framing = asked_terms(typed)
    weights, sought, missing, lost = _weigh(runs, asked, framing, terms, tables)
    if any(own) and marks:
        sought = telling(sought, [head for group in own for head in group])
    accents: dict[str, frozenset[str]] = {}
    for word in (word for run in runs for word in run):
        accents[word.folded] = accents.get(word.folded, frozenset()) | {word.accent if is_accented(word) else ""}
    strange = [asked for asked, matched in found if asked.named and not matched]
    mark_units = [p.units for mark in _leading(marks) if (p := terms.postings("mark", mark)) is not None]
    return Sought(
        Asked(sought, mark_units, [group for group in own if group], tuple(sorted(citing)), lost),
        weights, accents, tuple(marks), tuple(dict.fromkeys(key for key, _ in numbers)), missing,
        runs, frozenset(w.start for i, w in enumerate(words) if i in marked or i in named or w.folded in framing),
        bool(strange), bool(strange) and all(_is_begun(asked, words, terms) for asked in strange),
    )  # fmt: skip


def _naming(asked: AskedNumber, matched: Sequence[tuple[str, int]], words: Sequence[Token]) -> list[int]:
    """The places of the words that name the number, parts that only the index knows included."""
    places = list(asked.places)
    parts = frozenset(part for key, _ in matched for part in key_parts(key)[1])
    while places[-1] + 1 < len(words) and words[places[-1] + 1].folded in parts:
        places.append(places[-1] + 1)
    return places


def _leading(marks: Sequence[str]) -> list[str]:
    """The marks that a unit can bear: with an Điều named, only that one."""
    articles = [mark for mark in marks if mark.startswith("dieu ")]
    return articles or list(marks)


def _known_numbers(asked: AskedNumber, terms: Terms) -> list[tuple[str, int]]:
    """The keys of the index that the number asked for fits, best first, with how well they fit."""
    fitting = []
    for key in terms.terms("number", asked.numeral + "-"):
        numeral, parts = key_parts(key)
        level = matches(asked, parts, terms.bearer(key)) if numeral == asked.numeral else 0
        if level:
            fitting.append((key, level))
    best = max((level for _, level in fitting), default=0)
    return [(key, level) for key, level in fitting if level == best or best < EXACT][:_MANY_NUMBERS]


def _is_begun(asked: AskedNumber, words: Sequence[Token], terms: Terms) -> bool:
    """Whether the query ends with a numeral that a figure more makes one that a document here bears: it is being
    typed."""
    if asked.parts or "." in asked.numeral or asked.places[-1] + 1 < len(words):
        return False
    numerals = [str(int(asked.numeral + figure)) for figure in "0123456789"]
    keys = (key for numeral in numerals for key in terms.terms("number", numeral + "-"))
    return any((bearer := terms.bearer(key)) and matches(asked, key_parts(key)[1], bearer) for key in keys)


def _bearing(key: str, terms: Terms, own: bool) -> list[int]:
    found = terms.postings("number", key)
    if found is None:
        return []
    return [int(unit) for unit in found.units[(found.frequencies == OWN) == own]]


def _typed(query: Query, dropped: set[int]) -> Iterator[list[Token]]:
    """The runs of words to rank, broken where words were dropped."""
    place = 0
    for run in query.runs:
        part: list[Token] = []
        for word in run:
            if place in dropped:
                yield from ([part] if part else [])
                part = []
            else:
                part.append(word)
            place += 1
        if part:
            yield part


def variant(variants: Sequence[str], accent: str) -> int:
    """The code of an accent form among a syllable's; a form that no unit has matches only units with several forms.

    Forms are compared by the short hash that the browser has of them.
    """
    codes = [variant_code(form) for form in variants]
    wanted = variant_code(accent)
    return codes.index(wanted) if wanted in codes else MIXED


def _weigh(
    runs: Sequence[Sequence[Token]], asked: set[str], framing: set[str], terms: Terms, tables: Tables
) -> tuple[dict[str, int], list[Term], tuple[str, ...], int]:
    """The weight of each term, the terms with their postings, the words that nothing holds, and what is lost: the words
    and pairs asked for that nothing holds weigh as much as the rarest."""
    weights: dict[str, int] = {}
    sought: list[Term] = []
    absent = []
    for run in runs:
        for first, second in itertools.pairwise(run):
            pair = f"{first.folded} {second.folded}"
            if pair in weights or pair in absent:
                continue
            found = terms.postings("pair", pair)
            if found is None:
                absent.append(pair)
                continue
            weights[pair] = tables.pairs[bucket(len(found.units))]
            sought.append(Term(weights[pair], found.units, found.frequencies, counts=pair not in framing))
    missing = []
    frequent: list[tuple[str, Term]] = []
    for word in {word.folded: word for run in runs for word in run}.values():
        found = terms.postings("syllable", word.folded)
        if found is None:
            missing.append(word.folded)
            continue
        code = variant(terms.variants(word.folded), word.accent) if is_accented(word) else None
        weight, counts = tables.syllables[bucket(len(found.units))], word.folded not in framing
        term = Term(weight, found.units, found.frequencies, found.accents, code, counts)
        if len(found.units) * FREQUENT_SHARE > terms.units:
            frequent.append((word.folded, term))
        else:
            weights[word.folded] = term.weight
            sought.append(term)
    if not sought:
        for name, term in frequent:
            weights[name] = term.weight
            sought.append(term)
    short = abbreviations()[0]
    lost = sum(tables.syllables[bucket(1)] for word in missing if word in asked and word not in short)
    lost += sum(tables.pairs[bucket(1)] for pair in absent if pair in asked and not short.keys() & set(pair.split()))
    return weights, sought, tuple(missing), lost
