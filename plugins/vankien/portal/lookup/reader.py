"""What a typed citation says: places in a document, and what tells the document. The browser's copy is
assets/pages/lookup_reader.js."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vankien.portal.lookup.places import read_places, readings_of
from vankien.portal.lookup.tokens import Token, read_tokens


@dataclass(frozen=True, slots=True)
class Reference:
    """`paths`: clause ids as cited, the likelier reading first; () where no place is named. `types`: names of types.
    `number`: the parts of a number, folded, the figure first; () where none is given. `words`: what else names the
    document. `date`: ISO. `said`: all folded words and figures in order, to be compared with the labels of clauses.
    `more`: the same as `paths` for each further place of a list ("khoản 1, 2 và 3")."""

    paths: tuple[str, ...]
    types: tuple[str, ...]
    number: tuple[str, ...]
    words: tuple[str, ...]
    date: str | None
    said: tuple[str, ...] = ()
    more: tuple[tuple[str, ...], ...] = ()


def read_reference(text: str, grammar: Mapping[str, Any], marks: Collection[str]) -> Reference:
    """Reads `text`. `marks` are the folded parts of the numbers that the archive knows ("nq", "tw", "ubnd")."""
    tokens, date = read_tokens(text)
    units, left = read_places(tokens, grammar)
    types, number, words = _document(left, grammar, marks)
    said = tuple(token.folded for token in tokens if token.is_number or token.is_word)
    readings = readings_of(units)
    return Reference(readings[0] if readings else (), types, number, words, date, said, readings[1:])


def _document(
    tokens: Sequence[Token], grammar: Mapping[str, Any], marks: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The types, the parts of the first number, and the other words."""
    types: list[str] = []
    number: list[str] = []
    words: list[str] = []
    waiting: list[str] = []
    closed = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        names, after = _type(tokens, at, grammar)
        joined = token.glued or (at > 0 and tokens[at - 1].raw in ("-", "/", "–", "."))
        if number and not closed and (token.is_number or token.is_word) and (joined or token.folded in marks):
            number.append(_part(token))
        elif token.is_number and not number:
            number = [_part(token), *waiting]
        elif names and not number and not types:
            types = list(names)
            if token.folded in grammar["abbreviations"]:
                waiting.append(token.folded)
            at = after
            continue
        elif token.is_word:
            closed = closed or bool(number)
            if token.folded not in grammar["fillers"]:
                words.append(token.folded)
        elif token.raw in (",", ";", "(", "“", '"'):
            closed = closed or bool(number)
        at += 1
    return tuple(types), tuple(number), tuple(words)


def _type(tokens: Sequence[Token], at: int, grammar: Mapping[str, Any]) -> tuple[Sequence[str], int]:
    """The types that a name, or before a figure a mark ("nq 25", "KL số 43"), stands for."""
    for length in range(min(grammar["longest"], len(tokens) - at), 0, -1):
        names = grammar["types"].get(" ".join(token.folded for token in tokens[at : at + length]))
        if names:
            return names, at + length
    after = at + 1
    if after < len(tokens) and tokens[after].folded == "so":
        after += 1
    if after < len(tokens) and tokens[after].is_number and tokens[at].raw.replace("đ", "d") == tokens[at].folded:
        return grammar["abbreviations"].get(tokens[at].folded, ()), at + 1
    return (), at


def _part(token: Token) -> str:
    return token.folded.lstrip("0") or "0" if token.is_number else token.folded
