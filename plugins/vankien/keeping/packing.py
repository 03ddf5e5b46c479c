"""Values of the model as plain JSON and back, led by the types that their classes declare.

Many values of one class (the clauses of a document) are packed by columns, which is smaller and several times quicker
to read than a row each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Turn = Callable[[Any], Any]
_PLAIN = (str, int, bool, float, NoneType)


@dataclass(frozen=True, slots=True)
class Packing:
    """How the values of one type are packed and unpacked; None where they are plain already. `words` are strings or
    None."""

    pack: Turn | None = None
    unpack: Turn | None = None
    words: bool = False


def pack(value: Any) -> Any:
    """`value` as lists, strings and numbers. Raises TypeError where it holds what JSON would change."""
    kind: Any = type(value)
    turn = _packing(kind).pack
    return turn(value) if turn else value


def unpack(kind: type[T], packed: Any) -> T:
    """The value of class `kind` that `pack` packed. Raises any of ValueError, TypeError, KeyError, IndexError where
    `packed` is none."""
    hint: Any = kind
    turn = _packing(hint).unpack
    value: T = turn(packed) if turn else packed
    return value


@cache
def _packing(hint: Any) -> Packing:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return Packing(words=hint in (str, NoneType))
    if origin is Literal:
        return Packing(words=all(isinstance(one, str) for one in arguments))
    if origin in (Union, UnionType) and not any(_packing(one).pack for one in arguments):
        return Packing(words=all(_packing(one).words for one in arguments))
    if hint is object:
        return Packing(_checked)
    if isinstance(hint, type) and is_dataclass(hint):
        return _one(hint)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _many(arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(arguments[1])
    raise TypeError(f"cannot be packed: {hint}")


def _checked(value: Any) -> Any:
    if json.loads(json.dumps(value)) != value:
        raise TypeError("JSON would change this value")
    return value


def _one(kind: type[Any]) -> Packing:
    hints = get_type_hints(kind)
    parts = [(field.name, _packing(hints[field.name])) for field in fields(kind)]
    return Packing(
        lambda value: [turn.pack(getattr(value, name)) if turn.pack else getattr(value, name) for name, turn in parts],
        lambda packed: kind(
            *(turn.unpack(one) if turn.unpack else one for (_, turn), one in zip(parts, packed, strict=True))
        ),
    )


def _many(kind: Any) -> Packing:
    if isinstance(kind, type) and is_dataclass(kind):
        return _columns(kind)
    turn = _packing(kind)
    return Packing(
        lambda values: [turn.pack(value) for value in values] if turn.pack else list(values),
        lambda packed: tuple(map(turn.unpack, packed)) if turn.unpack else tuple(packed),
    )


def _columns(kind: type[Any]) -> Packing:
    hints = get_type_hints(kind)
    parts = [(attrgetter(field.name), _packing(hints[field.name])) for field in fields(kind)]

    def packed_column(values: Iterable[Any], read: Turn, turn: Packing) -> list[Any]:
        column = map(read, values)
        return list(map(turn.pack, column)) if turn.pack else list(column)

    def unpacked_column(column: list[Any], turn: Packing, met: dict[Any, Any]) -> list[Any]:
        if turn.words:
            # The same kinds, marks and parents again and again: one string serves for all.
            return [met.setdefault(one, one) for one in column]
        # Most values of most columns are empty (the emphasis of a clause, its footnotes).
        return [turn.unpack(one) if one else () for one in column] if turn.unpack else column

    def unpack_rows(columns: list[list[Any]]) -> tuple[Any, ...]:
        if not columns:
            return ()
        if len({len(column) for column in columns}) != 1:
            raise ValueError("columns of different lengths")
        met: dict[Any, Any] = {}
        read = (unpacked_column(column, turn, met) for column, (_, turn) in zip(columns, parts, strict=True))
        return tuple(map(kind, *read))

    return Packing(
        lambda values: [packed_column(values, read, turn) for read, turn in parts] if values else [], unpack_rows
    )


def _mapping(kind: Any) -> Packing:
    turn = _packing(kind)

    def packed(mapping: Mapping[Any, Any]) -> dict[str, Any]:
        if not all(isinstance(key, str) for key in mapping):
            raise TypeError("JSON would change this key")
        return {key: turn.pack(value) if turn.pack else value for key, value in mapping.items()}

    return Packing(
        packed, lambda given: {key: turn.unpack(value) if turn.unpack else value for key, value in given.items()}
    )
