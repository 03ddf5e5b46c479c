"""What the last run made of which files, so that nothing is normalised twice. It holds hashes and counts, no words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from vankien import __version__
from vankien.kept import Kept, save, stem_hash
from vankien.shelves import Item

_CODE = ("reading", "normalizing", "writing", "knowledge")
Counts = tuple[int, int, int]


@cache
def program_fingerprint() -> str:
    """A hash of the program as far as it decides what docs/van-ban/*.md hold."""
    digest = hashlib.sha256(__version__.encode())
    house = Path(__file__).parent
    for room in _CODE:
        for path in sorted((house / room).rglob("*")):
            if path.suffix in (".py", ".yml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(slots=True)
class Memory:
    """One entry a document: the hashes of its files, the seal of what was written, and its fidelity."""

    path: Path
    program: str
    entries: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, program: str) -> Memory:
        """The memory at `path`; empty where there is none, where it is damaged, or where another program made it."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            entries = data["documents"] if data["program"] == program else {}
        except (OSError, ValueError, KeyError, TypeError):
            entries = {}
        return cls(path, program, entries if isinstance(entries, dict) else {})

    def knows(self, item: Item, kept: Kept) -> bool:
        """Whether `kept` is what the program made of these very files."""
        entry = self.entries.get(_key(item.stem))
        return isinstance(entry, dict) and entry.get("files") == _hashes(item) and entry.get("seal") == kept.seal

    def remember(self, item: Item, seal: str, counts: Counts) -> None:
        """Note what was made of an item."""
        self.entries[_key(item.stem)] = {"files": _hashes(item), "seal": seal, "fidelity": list(counts)}

    def forget(self, stem: str) -> None:
        """Look at this document again next time; its counts stay for the sum."""
        if _key(stem) in self.entries:
            self.entries[_key(stem)]["files"] = []

    def fidelity(self) -> Counts:
        """Characters, placed, unplaced, summed over all documents."""
        counts = [entry.get("fidelity", [0, 0, 0]) for entry in self.entries.values()]
        return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)

    def save(self, stems: Collection[str]) -> None:
        """Write the memory, without documents that are no more."""
        keys = {_key(stem) for stem in stems}
        documents = {key: entry for key, entry in sorted(self.entries.items()) if key in keys}
        text = json.dumps({"program": self.program, "documents": documents}, indent=0)
        save(self.path, text.encode("utf-8"))


def _key(stem: str) -> str:
    return stem_hash(stem)[:24]


def _hashes(item: Item) -> list[str]:
    """The hashes of names and contents, so that a renamed file is looked at again."""
    return [f"{_key(file.file)} {file.sha256}" for file in item.files] + [item.corrections_sha256]
