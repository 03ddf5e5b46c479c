"""What a build keeps for the next one: bytes under a key (the content of a document) and a word for what they are.

One file, read whole when it is opened and written whole when it is saved. What a build neither asks for nor keeps is
dropped; what is damaged, or was made by another program, counts as never kept.
"""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

_MAGIC = b"vankien remembers\n"
_LENGTH = struct.Struct("<Q")
Entry = tuple[int, int, int]
"""Where an entry begins, how many bytes it has, their checksum."""


class Memory:
    """The kept bytes of one file."""

    def __init__(self, file: Path, program: str, anew: bool = False) -> None:
        """Opens `file`; `program` names everything but the key on which kept bytes depend. `anew` begins with
        nothing, whatever the file holds."""
        self._file, self._program = file, program
        self._data, self._entries = (b"", {}) if anew else _read(file, program)
        self._used: dict[tuple[str, str], Entry] = {}
        self._new: dict[tuple[str, str], bytes] = {}

    def kept(self, key: str, what: str) -> bytes | None:
        """What was kept, None where nothing was."""
        if (key, what) in self._new:
            return self._new[key, what]
        entry = self._entries.get((key, what))
        if entry is None:
            return None
        data = self._data[entry[0] : entry[0] + entry[1]]
        if len(data) != entry[1] or zlib.adler32(data) != entry[2]:
            del self._entries[key, what]
            return None
        self._used[key, what] = entry
        return data

    def keep(self, key: str, what: str, data: bytes) -> None:
        """Keeps `data` for the next build."""
        self._used.pop((key, what), None)
        self._new[key, what] = data

    def save(self) -> None:
        """Writes what was asked for and what was kept."""
        parts = [self._data[start : start + size] for start, size, _ in self._used.values()]
        parts += self._new.values()
        sums = [entry[2] for entry in self._used.values()] + [zlib.adler32(data) for data in self._new.values()]
        rows = [
            [*name, len(data), check]
            for name, data, check in zip((*self._used, *self._new), parts, sums, strict=True)
        ]  # fmt: skip
        head = json.dumps([self._program, rows]).encode()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(_MAGIC + _LENGTH.pack(len(head)) + head)
            file.writelines(parts)
        fresh.replace(self._file)


def _read(file: Path, program: str) -> tuple[bytes, dict[tuple[str, str], Entry]]:
    """The bytes of a file and its entries; none where it is not there, damaged, or another program's."""
    try:
        data = file.read_bytes()
        begin = len(_MAGIC) + _LENGTH.size
        if not data.startswith(_MAGIC):
            return b"", {}
        start = begin + _LENGTH.unpack_from(data, len(_MAGIC))[0]
        made_by, rows = json.loads(data[begin:start])
        entries = {}
        for key, what, size, check in rows:
            entries[key, what] = (start, size, check)
            start += size
    except (OSError, ValueError, TypeError, struct.error):
        return b"", {}
    return (data, entries) if made_by == program else (b"", {})
