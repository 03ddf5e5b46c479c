"""The files of a pack in a folder: only those that are not as they should be are written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was written: how many files, how many bytes, how many files were not as before, and the pack's version."""

    files: int
    size: int
    changed: int
    version: str


def place(folder: Path, files: Mapping[str, bytes], version: str) -> PackReport:
    """Makes `folder` hold these files (name -> content); those that are right already stay untouched, other `.js`
    files go."""
    folder.mkdir(parents=True, exist_ok=True)
    with os.scandir(folder) as entries:
        there = {entry.name: entry.stat().st_size for entry in entries if entry.name.endswith(".js")}
    for name in there.keys() - files.keys():
        (folder / name).unlink()
    changed = 0
    for name, data in files.items():
        path = folder / name
        if there.get(name) != len(data) or path.read_bytes() != data:
            _write(path, data, name in there)
            changed += 1
    return PackReport(len(files), sum(map(len, files.values())), changed, version)


def _write(path: Path, data: bytes, is_there: bool) -> None:
    """Writes over what is there: a file that is emptied first costs the system five times as much."""
    with path.open("r+b" if is_there else "wb") as file:
        file.write(data)
        file.truncate()
