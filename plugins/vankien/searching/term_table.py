"""Whoosh's table of terms, written at once instead of term by term; its layout is the one of `OrderedHashWriter`."""

from __future__ import annotations

import struct
from typing import Any
from zlib import crc32

from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numlists import GrowableArray

_LENGTHS = struct.Struct("!ii")
_CRC = 1


class TermTable(OrderedHashWriter):  # type: ignore[misc]
    """Collects keys in order and their values, and writes them when it is closed."""

    def __init__(self, file: Any) -> None:
        """Begins the table in a file of Whoosh's storage."""
        HashWriter.__init__(self, file, hashtype=_CRC)
        self.index = GrowableArray("H")
        self.lastkey = b""
        self._place = file.tell()
        self._places: list[int] = []
        self._parts: list[bytes] = []

    def add(self, key: bytes, value: bytes) -> None:
        """Adds a key, which must come after all that were added."""
        self._parts.append(_LENGTHS.pack(len(key), len(value)) + key + value)
        self._places.append(self._place)
        found = crc32(key)
        self.buckets[found & 255].append((found, self._place))
        self._place += _LENGTHS.size + len(key) + len(value)

    def _write_hashes(self) -> None:
        """Writes what was collected, then the 256 hash tables, each slot a hash and a place."""
        self.dbfile.write(b"".join(self._parts))
        self.index.extend(self._places)
        for entries in self.buckets:
            slots = 2 * len(entries)
            self.directory.append((self.dbfile.tell(), slots))
            table = [0] * (2 * slots)
            for found, place in entries:
                slot = (found >> 8) % slots
                while table[2 * slot + 1]:
                    slot = (slot + 1) % slots
                table[2 * slot : 2 * slot + 2] = found, place
            self.dbfile.write(struct.pack("!" + "Iq" * slots, *table))
