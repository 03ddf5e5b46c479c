"""Whether an index and its pack still say what the documents say, so that nothing is made again for nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from vankien.model import Document
from vankien.searching.facets import Columns
from vankien.searching.pack.placing import PackReport, place

_KEY = "made-from.json"
_PACK = "pack.zip"
_HERE = Path(__file__).parent


def content_key(document: Document) -> str:
    """A name for all that is shown and searched of a document."""
    parts = [repr((document.id, document.sources, document.metadata))]
    for clause in document.clauses:
        parts += (clause.id, clause.parent or "", clause.kind, clause.label, clause.text)
    for citation in document.citations:
        parts += (citation.clause, citation.number or "")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def program() -> str:
    """A name for this program and what it knows."""
    digest = hashlib.sha256()
    for source in sorted((*_HERE.rglob("*.py"), *(_HERE.parent / "knowledge").glob("*.yml"))):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:32]


def fingerprint(keys: Iterable[str], columns: Columns, engine: str, made_by: str) -> str:
    """One word for all that index and pack are made from: the documents' contents in order, the facets, the browser's
    engine, and this program itself."""
    digest = hashlib.sha256(engine.encode())
    for part in (made_by, json.dumps(columns.as_json()), *keys):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def still_good(index: Path, made_from: str) -> bool:
    """Whether `index` was finished from exactly this."""
    try:
        return (index / _PACK).is_file() and bool(
            json.loads((index / _KEY).read_text(encoding="utf-8"))["made_from"] == made_from
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def forget(index: Path) -> None:
    """Takes the word away while the index is being made."""
    (index / _KEY).unlink(missing_ok=True)


def remember(index: Path, made_from: str, units: int, files: Mapping[str, bytes], version: str) -> None:
    """Keeps the word and the pack itself, in one file."""
    with zipfile.ZipFile(index / _PACK, "w") as kept:
        for name, data in files.items():
            kept.writestr(zipfile.ZipInfo(name), data)
    told = {"made_from": made_from, "units": units, "version": version}
    (index / _KEY).write_text(json.dumps(told), encoding="utf-8")


def give_again(index: Path, pack: Path) -> tuple[int, PackReport]:
    """Puts the kept pack into `pack`; gives the number of units and the report."""
    told = json.loads((index / _KEY).read_text(encoding="utf-8"))
    with zipfile.ZipFile(index / _PACK) as kept:
        files = {name: kept.read(name) for name in kept.namelist()}
    return told["units"], place(pack, files, told["version"])
