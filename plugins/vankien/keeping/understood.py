"""The documents as they were understood: one file each below `.vankien/understood/`, told by the seal of what it was
made from."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from vankien.keeping.packing import pack, unpack
from vankien.keeping.sealed import digest
from vankien.model import Document

_SUFFIX, _PARTIAL = ".json", ".part"
_DAMAGED = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


class Understood:
    """The kept documents in `folder`. A file's first line is JSON: its seal, the document's id and the digest of the
    second line, which is the document packed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def id_of(self, name: str, seal: str) -> str | None:
        """The id of the document kept under `name`; None where none is kept that was made from `seal`."""
        try:
            with self._path(name).open("rb") as file:
                made_from, id, _ = json.loads(file.readline())
        except _DAMAGED:
            return None
        if made_from != seal or not isinstance(id, str):
            return None
        self._used.add(name)
        return id

    def document(self, name: str, seal: str) -> Document | None:
        """The document kept under `name`; None where it is damaged or was not made from `seal`."""
        try:
            head, _, packed = self._path(name).read_bytes().partition(b"\n")
            made_from, id, told = json.loads(head)
            if made_from != seal or told != digest(packed):
                return None
            document = unpack(Document, json.loads(packed))
        except _DAMAGED:
            return None
        self._used.add(name)
        return document if document.id == id else None

    def keep(self, name: str, seal: str, document: Document) -> bool:
        """Keep `document`, made from `seal`, under `name`; whether that was possible."""
        self._used.add(name)
        try:
            packed = json.dumps(pack(document), ensure_ascii=False, separators=(",", ":")).encode()
            head = json.dumps([seal, document.id, digest(packed)]).encode()
            self._folder.mkdir(parents=True, exist_ok=True)
            # Two processes may keep the same document at once.
            partial = self._folder / f"{name}.{os.getpid()}{_PARTIAL}"
            partial.write_bytes(head + b"\n" + packed)
            partial.replace(self._path(name))
        except _DAMAGED:
            return False
        return True

    def forget_others(self) -> None:
        """Take away what was neither kept nor found since: a document that left the portal leaves no words behind."""
        for path in self._folder.glob("*"):
            if path.suffix == _PARTIAL or path.name.removesuffix(_SUFFIX) not in self._used:
                with suppress(OSError):
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_SUFFIX}"
