"""Whether an index and its pack still say what the documents say, so that nothing is made again for nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from vankien.model import Document
from vankien.searching.facets import Columns
from vankien.searching.pack.writing import PackReport

_KEY = "made-from.json"
_PACK = "pack"
_HERE = Path(__file__).parent


def fingerprint(documents: Iterable[Document], columns: Columns, engine: str) -> str:
    """One word for all that index and pack are made from: what is shown and searched of each document, the facets, the
    browser's engine, and this program itself."""
    digest = hashlib.sha256(engine.encode())
    for source in sorted((*_HERE.rglob("*.py"), *(_HERE.parent / "knowledge").glob("*.yml"))):
        digest.update(source.read_bytes())
    digest.update(json.dumps(columns.as_json()).encode())
    for document in documents:
        digest.update(repr((document.id, document.sources, document.metadata)).encode())
        for clause in document.clauses:
            digest.update(f"{clause.id}\0{clause.parent}\0{clause.kind}\0{clause.label}\0{clause.text}\0".encode())
        for citation in document.citations:
            digest.update(f"{citation.clause}\0{citation.number}\0".encode())
    return digest.hexdigest()


def still_good(index: Path, made_from: str) -> bool:
    """Whether `index` was finished from exactly this."""
    try:
        return bool(json.loads((index / _KEY).read_text(encoding="utf-8"))["made_from"] == made_from)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def forget(index: Path) -> None:
    """Takes the word away while the index is being made."""
    (index / _KEY).unlink(missing_ok=True)


def remember(index: Path, made_from: str, units: int, report: PackReport, pack: Path) -> None:
    """Keeps the word, the report and the pack itself."""
    shutil.rmtree(index / _PACK, ignore_errors=True)
    shutil.copytree(pack, index / _PACK)
    told = [report.files, report.size, report.version]
    (index / _KEY).write_text(json.dumps({"made_from": made_from, "units": units, "pack": told}), encoding="utf-8")


def give_again(index: Path, pack: Path) -> tuple[int, PackReport]:
    """Puts the kept pack into `pack`; gives the number of units and the report."""
    told = json.loads((index / _KEY).read_text(encoding="utf-8"))
    kept = {file.name: file for file in (index / _PACK).iterdir()}
    pack.mkdir(parents=True, exist_ok=True)
    for old in pack.glob("*.js"):
        if old.name not in kept:
            old.unlink()
    changed = 0
    for name, file in kept.items():
        there = pack / name
        if not there.is_file() or there.read_bytes() != file.read_bytes():
            shutil.copyfile(file, there)
            changed += 1
    files, size, version = told["pack"]
    return told["units"], PackReport(files, size, changed, version)
