"""Level, system, province, term, dates of effect and of expiry, urgency: what a document says about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vankien.normalizing.layout import Parts


@dataclass(frozen=True, slots=True)
class Scope:
    """One attribute found, with its evidence."""

    name: str
    value: str
    text: str
    rule: str
    place: str


def read_scope(parts: Parts, values: Mapping[str, str]) -> Iterator[Scope]:
    """The attributes that `values`, those already read, and the words of the document tell."""
    yield from ()
