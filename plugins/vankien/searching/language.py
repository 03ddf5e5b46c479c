"""The query language: what a reader types -> words to rank, phrases, exclusions, filters. Never an error.

"..." is a phrase, with the accents typed; -word and -"..." leave out; OR, HOẶC stand between alternatives; loai:,
coquan:, noi:, nam:, so:, trong: and the others of `knowledge/query.yml` filter. What is not understood is
read as words. `engine/3-language.js` reads the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from vankien.knowledge import load
from vankien.searching.analysis import LETTERS, Token, folded_words, tokens

LIMIT = 1000
"""A longer query is cut here."""
_PIECE = re.compile(r'(-?)"([^"]*)("?)|([^ ]+)')
_FIELD = re.compile(r"^(-?)([A-Za-z\u00c0-\u024f\u1e00-\u1eff]+):(.*)$", re.DOTALL)
_YEARS = re.compile(r"^([0-9]{4})?(?:(\.\.|-)([0-9]{4})?)?$")
_BLANKS = re.compile("[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]")
UNCLOSED = "Bỏ qua dấu ngoặc kép chưa đóng."


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood. `text` is what was typed (NFC); `runs` are words that stand together, `phrases` what must
    occur as typed, `excluded` what must not; `filters` maps a filter to the values typed, `years` is (from, to)."""

    text: str
    runs: tuple[tuple[Token, ...], ...] = ()
    phrases: tuple[tuple[Token, ...], ...] = ()
    excluded: tuple[tuple[Token, ...], ...] = ()
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int | None, int | None] | None = None
    notices: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """The query that `text` says."""
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))[:LIMIT]
    words = load("query")
    runs: list[list[Token]] = [[]]
    phrases: list[tuple[Token, ...]] = []
    excluded: list[tuple[Token, ...]] = []
    filters: dict[str, tuple[str, ...]] = {}
    years: tuple[int | None, int | None] | None = None
    notices: tuple[str, ...] = ()
    place = 0
    while match := _PIECE.search(text, place):
        place = match.end()
        minus, quoted, closed, plain = match.groups()
        if plain is None:
            found = _tokens(quoted, match.start(2))
            if not closed:
                notices = (UNCLOSED,)
                runs[-1] += found
            elif minus and found:
                excluded.append(tuple(found))
            elif found:
                phrases.append(tuple(found))
                runs += [found, []]
            continue
        if '"' in plain:
            cut = match.start(4) + _cut(plain)
            plain, place = text[match.start(4) : cut], cut
        if plain in words["or"]:
            runs.append([])
            continue
        name = _FIELD.match(plain)
        key = words["fields"].get("".join(folded_words(name[2]))) if name and not name[1] else None
        if name and key:
            value, place = _value(text, match.start(4) + name.start(3), place)
            span = _years(value) if key == "year" else None
            if span:
                years = span
                continue
            if value.strip() and key != "year":
                filters[key] = (*filters.get(key, ()), value.strip())
                continue
        found = _tokens(plain, match.start(4))
        if plain.startswith("-") and len(plain) > 1 and found and _may_exclude(runs[-1], plain):
            excluded.append(tuple(found))
        else:
            runs[-1] += found
    kept = tuple(tuple(run) for run in runs if run)
    return Query(text, kept, tuple(phrases), tuple(excluded), filters, years, notices)


def _cut(plain: str) -> int:
    """Where a word with a quotation mark inside ends: at the mark, or behind `name:"`."""
    mark = plain.index('"')
    return len(plain) if plain[:mark].endswith(":") or mark == 0 or plain[:mark] == "-" else mark


def _value(text: str, start: int, end: int) -> tuple[str, int]:
    """A filter's value and where it ends: up to the closing mark where it is quoted, else the rest of the word."""
    if text[start : start + 1] != '"':
        return text[start:end], end
    close = text.find('"', start + 1)
    return (text[start + 1 : close], close + 1) if close >= 0 else (text[start + 1 : end], end)


def _years(value: str) -> tuple[int | None, int | None] | None:
    match = _YEARS.match(value)
    if not match or not (match[1] or match[3]):
        return None
    first = int(match[1]) if match[1] else None
    last = int(match[3]) if match[3] else None
    return (first, last) if match[2] else (first, first)


def _may_exclude(run: list[Token], plain: str) -> bool:
    """A dash before a letter excludes, but not inside a number ("43 -KL/TW")."""
    return ord(plain[1]) in LETTERS and not plain[1].isdigit() and not (run and run[-1].folded.isdigit())


def _tokens(text: str, start: int) -> list[Token]:
    return [Token(t.start + start, t.end + start, t.folded, t.accent) for t in tokens(text)]
