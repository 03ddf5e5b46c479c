"""The ledger's text divided by document, so that a ledger of many documents is read and written only where one has
changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from vankien.permalinks.ledger import Entry, Published, published_when, read_ledger

_BEFORE, _BEHIND = '{"document": "', '", "clause": "'


@dataclass(frozen=True)
class DividedLedger:
    """A ledger of which each document is read when it is asked for; in all else it is as `Ledger`. `parts` are the
    lines of each document as `write_ledger` wrote them; `known` are the days of each, where they are known."""

    parts: Mapping[str, str]
    known: Mapping[str, Published] | None = None

    @cached_property
    def documents(self) -> Mapping[str, Mapping[str, Entry]]:
        """Document id -> clause id -> entry."""
        return _Read(self.parts)

    @cached_property
    def published(self) -> Mapping[str, Published]:
        """Document id -> when it was published and changed."""
        if self.known is not None:
            return self.known
        return {document: published_when(entries.values()) for document, entries in self.documents.items()}

    def lines(self, document: str) -> str:
        """What the ledger says of a document, as text; "" for one that it does not know."""
        return self.parts.get(document, "")


class _Read(Mapping[str, Mapping[str, Entry]]):
    def __init__(self, parts: Mapping[str, str]) -> None:
        self._parts = parts

    def __getitem__(self, document: str) -> Mapping[str, Entry]:
        return {entry.clause: entry for entry in read_ledger(self._parts[document]).entries}

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def divide(text: str) -> dict[str, str]:
    """Document id -> its lines, in the order of `text`, which is as `write_ledger` wrote it. Raises ValueError where it
    is not."""
    parts: dict[str, list[str]] = {}
    for line in text.removesuffix("\n").split("\n") if text else ():
        if not line.startswith(_BEFORE):
            raise ValueError("not as the ledger is written")
        name = line[len(_BEFORE) : line.index(_BEHIND)]
        parts.setdefault(json.loads(f'"{name}"') if "\\" in name else name, []).append(f"{line}\n")
    return {document: "".join(lines) for document, lines in parts.items()}


def cut(text: str, lengths: Mapping[str, int]) -> dict[str, str]:
    """The same where the length of each document's part is known, without looking at the lines."""
    ends = accumulate(lengths.values())
    return {document: text[end - length : end] for (document, length), end in zip(lengths.items(), ends, strict=True)}
