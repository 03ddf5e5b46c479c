"""Whether an index and its pack still say what the documents say, so that nothing is made again for nothing."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from vankien.model import Document
from vankien.searching.facets import Columns
from vankien.searching.pack.placing import PackReport, place
from vankien.searching.remembering import Memory
from vankien.searching.unit_map import read_map

_KEY = "made-from.json"
_PACK, _FILE = "pack.bin", "file"
_HOUSE = Path(__file__).parent.parent
_SOURCES = ("searching/**/*.py", "writing/**/*.py", "knowledge/*.yml")


def content_key(document: Document) -> str:
    """A name for all that is shown and searched of a document."""
    parts = [repr((document.id, document.sources, document.metadata))]
    for clause in document.clauses:
        parts += (clause.id, clause.parent or "", clause.kind, clause.label, clause.text)
    for citation in document.citations:
        parts += (citation.clause, citation.number or "")
    return hashlib.sha256("\0".join(parts).encode("utf-16-le", "surrogatepass")).hexdigest()[:32]


def program() -> str:
    """A name for this program, what it knows, and the Python that runs it, which knows letters."""
    digest = hashlib.sha256(sys.version.encode())
    for source in sorted(file for pattern in _SOURCES for file in _HOUSE.glob(pattern)):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:32]


def fingerprint(keys: Iterable[str], columns: Columns, engine: str, made_by: str) -> str:
    """One word for all that index and pack are made from: the documents' contents in order, the facets, the browser's
    engine, and this program itself."""
    digest = hashlib.sha256(engine.encode())
    for part in (made_by, json.dumps(columns.as_json()), *keys):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def forget(index: Path) -> None:
    """Takes the word away while the index is being made."""
    (index / _KEY).unlink(missing_ok=True)


def remember(index: Path, made_from: str, units: int, files: Mapping[str, bytes], version: str) -> None:
    """Keeps the word and the pack itself, in one file."""
    kept = Memory(index / _PACK, made_from, anew=True)
    for name, data in files.items():
        kept.keep(name, _FILE, data)
    kept.save()
    told = {"made_from": made_from, "units": units, "version": version, "files": [*files]}
    (index / _KEY).write_text(json.dumps(told), encoding="utf-8")


def give_again(index: Path, made_from: str, pack: Path) -> tuple[int, PackReport] | None:
    """Puts the kept pack into `pack` where `index` was finished from exactly this; gives the number of units and the
    report, None where it has to be made."""
    try:
        told = json.loads((index / _KEY).read_text(encoding="utf-8"))
        if told["made_from"] != made_from or read_map(index) is None:
            return None
        kept = Memory(index / _PACK, made_from)
        files = {name: kept.kept(name, _FILE) for name in told["files"]}
        whole = {name: data for name, data in files.items() if data is not None}
        return (told["units"], place(pack, whole, told["version"])) if len(whole) == len(told["files"]) else None
    except (ValueError, KeyError, TypeError, FileNotFoundError):
        return None
