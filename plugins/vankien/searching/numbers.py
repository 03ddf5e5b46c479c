"""Numbers of documents in queries: "43-KL/TW", "43 kl tw", "kl 43", "nghị quyết 25", "217 qd tw", "30/2020/NĐ-CP".

A number is its numeral and its parts ("43", {"kl", "tw"}), folded. A query asks for every number that has its numeral
and all the parts it names; the type may stand before as a word or as an abbreviation. Whether the archive knows such
a number decides if the query is one for a number: there is no guessing by form alone. A type and a year that a number
does not print are those of the document that bears it ("công văn 5470 năm 2025" for 5470/CT-CS). `engine/4-numbers.js`
reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from vankien.knowledge import load
from vankien.searching.analysis import Token, folded_words
from vankien.searching.marks import apart, asked_marks

_NUMERAL = re.compile(r"^[0-9]{1,5}$")
_YEAR = re.compile(r"^(19|20)[0-9]{2}$")
_BINDING = re.compile(r"^ ?[-/–] ?$")
_ASSEMBLY = re.compile(r"^(qh|ubtvqh)[0-9]{1,2}$")
_ASSEMBLIES = frozenset(["qh", "ubtvqh"])
_ANY_DOCUMENT = frozenset(["van", "ban", "so"])
"""The words of "văn bản số", which asks for a document of any type."""
_LONGEST_TYPE, _LONGEST_NUMBER = 5, 5
EXACT, PARTIAL, LOOSE = 3, 2, 1


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A number as a query names it: `parts` must all occur; where there are none but years, one of `types` (folded
    abbreviations) must. `after` are the words that follow the numeral: a number all of whose parts stand there is
    meant, however strange they are, and without `clear` only such a one. `places` are the words that name it; `named`:
    they can be nothing but a number ("99-KL/TW", "nghị quyết 99" by itself, but not "kế hoạch 5 năm")."""

    numeral: str
    parts: frozenset[str]
    types: frozenset[str]
    after: tuple[str, ...]
    clear: bool
    places: tuple[int, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Bearer:
    """What is known of the documents that bear a number: the abbreviations of their types, the years of their dates."""

    types: frozenset[str]
    years: frozenset[str]


def key_parts(key: str) -> tuple[str, frozenset[str]]:
    """The numeral and the folded parts of a number key.

    >>> key_parts("66.7-2025-NQ-CP")
    ('66.7', frozenset({'2025', 'nq', 'cp'}))
    """
    numeral, _, rest = key.partition("-")
    return ".".join(folded_words(numeral)), frozenset(folded_words(rest))


def matches(asked: AskedNumber, parts: frozenset[str], bearer: Bearer | None = None) -> int:
    """How well a number's parts answer: EXACT, PARTIAL, LOOSE, or 0 for not at all. `bearer`: None where no document
    here bears the number."""
    if parts and parts <= (asked.types & parts) | frozenset(asked.after[: len(parts)]):
        return EXACT
    if not asked.clear or not all(_said(part, parts, bearer) for part in asked.parts - parts):
        return 0
    named = any(not _YEAR.match(part) for part in asked.parts)
    if asked.types and not named and not _of_type(asked.types, parts, bearer):
        return 0
    return PARTIAL if named else LOOSE


def _said(part: str, parts: frozenset[str], bearer: Bearer | None) -> bool:
    """Whether a part that the number does not print may be said of it."""
    if not _YEAR.match(part):
        return bearer is not None and part in bearer.types
    return part in bearer.years if bearer else not any(_YEAR.match(one) for one in parts)


def _of_type(types: frozenset[str], parts: frozenset[str], bearer: Bearer | None) -> bool:
    if types & parts or (bearer and types & bearer.types):
        return True
    return types == {""} and not bearer and not parts & _abbreviations()


def types_named(name: str) -> frozenset[str]:
    """The abbreviations of a type, {""} for one without any; none for an unknown type."""
    return _types().get(" ".join(folded_words(name)), frozenset())


def asked_numbers(words: Sequence[Token], text: str) -> list[AskedNumber]:
    """The numbers that a query may name, in its order."""
    _, marked = asked_marks(words, text)
    words, places = apart(words, _is_short, _is_mark)
    found = []
    index = 0
    while index < len(words):
        asked, after = (None, index + 1) if places[index] in marked else _number_at(words, text, index)
        if asked:
            found.append(replace(asked, places=tuple(dict.fromkeys(places[place] for place in asked.places))))
        index = after
    return found


def _number_at(words: Sequence[Token], text: str, index: int) -> tuple[AskedNumber | None, int]:
    numeral = words[index].folded
    if not _NUMERAL.match(numeral):
        return None, index + 1
    numeral = numeral.lstrip("0") or "0"
    start = index + 1
    if start < len(words) and _gap(words, text, start) == "." and words[start].folded.isdigit():
        numeral, start = f"{numeral}.{words[start].folded}", start + 1
    parts: list[str] = []
    after = start
    while after < len(words) and _is_part(words[after].folded, _gap(words, text, after), parts):
        parts.append(words[after].folded)
        after += 1
    types, before = _type_before(words, index)
    if all(word.folded in _ANY_DOCUMENT for word in words[:before]):
        before = 0
    whole = before == 0 and after == len(words)
    marked = any(not _YEAR.match(part) for part in parts)
    clear = bool(marked or types or whole)
    if clear and after + 1 < len(words) and words[after].folded == "nam" and _YEAR.match(words[after + 1].folded):
        parts.append(words[after + 1].folded)
        after += 2
    following = tuple(word.folded for word in words[start : start + _LONGEST_NUMBER])
    places = tuple(range(before, after)) if clear else (index,)
    asked = AskedNumber(numeral, frozenset(parts), types, following, clear, places, marked or whole)
    return asked, after if clear else index + 1


def _gap(words: Sequence[Token], text: str, index: int) -> str:
    return text[words[index - 1].end : words[index].start]


def _is_part(word: str, gap: str, parts: Sequence[str]) -> bool:
    bound = bool(_BINDING.match(gap))
    if _YEAR.match(word):
        return not parts and (bound or gap == " ")
    return len(parts) < 4 and (
        (bound and word[0].isalpha() and len(word) <= 14) or (gap in ("", " ") and _is_mark(word))
    )


def _is_short(word: str) -> bool:
    """Whether a word in front of figures is an abbreviation of a type: "kl43", but not "qh14"."""
    return word in _abbreviations() and word not in _ASSEMBLIES


def _is_mark(word: str) -> bool:
    return word in _abbreviations() or word in _marks() or bool(_ASSEMBLY.match(word))


def _type_before(words: Sequence[Token], index: int) -> tuple[frozenset[str], int]:
    """The abbreviations of the type that stands before a numeral ("so" and "nam" passed over), and where it begins."""
    end = index - 1 if index and words[index - 1].folded == "so" else index
    for length in range(min(_LONGEST_TYPE, end), 0, -1):
        name = " ".join(word.folded for word in words[end - length : end])
        if name in _types():
            return _types()[name], end - length
    if end and words[end - 1].folded in _abbreviations():
        return frozenset([words[end - 1].folded]), end - 1
    return frozenset(), index


@cache
def _types() -> dict[str, frozenset[str]]:
    """Folded type name -> its folded abbreviations; {""} for a type without any (Luật), which asks nothing."""
    return {
        " ".join(folded_words(kind["name"])): frozenset(_folded(kind.get("abbr") or [""])) for kind in load("types")
    }


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for kind in load("types") for word in _folded(kind.get("abbr") or ()) if word)


@cache
def _marks() -> frozenset[str]:
    return frozenset(load("query")["marks"])


def _folded(names: Iterable[str]) -> list[str]:
    return ["".join(folded_words(name)) for name in names]
