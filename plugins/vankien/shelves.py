"""What lies in archive/: files of one folder with one stem are one document; `<stem>.yml` corrects it."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vankien.model import Problem, SourceFile
from vankien.reading import PREFERENCE, SUFFIXES

_CORRECTIONS = (".yml", ".yaml")
_NOT_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "readme.md", "readme.txt"})
_SET_ASIDE = ".held"


@dataclass(frozen=True, slots=True)
class Item:
    """A document as it lies in archive/: `stem` with its folder, `files` best readable first, `corrections` the path
    of its NAME.yml below archive/, `corrections_sha256` its hash ("" where there is none)."""

    stem: str
    files: tuple[SourceFile, ...]
    corrections: str | None = None
    corrections_sha256: str = ""


def path_of(archive: Path, file: str) -> Path:
    """Where the file called `file` below an archive lies, also where the system's own encoding is not UTF-8."""
    return archive / os.fsdecode(file.encode("utf-8"))


def take_stock(archive: Path) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """The documents of an archive sorted by name, and the files that are none."""
    files: dict[str, list[SourceFile]] = {}
    corrections: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    for path in _paths(archive):
        name = os.fsencode(path.relative_to(archive).as_posix()).decode("utf-8", "replace")
        stem = unicodedata.normalize("NFC", str(PurePosixPath(name).with_suffix("")))
        suffix = path.suffix.lower()
        try:
            if suffix in _CORRECTIONS:
                corrections[stem] = _hashed(path, name)
            elif suffix in SUFFIXES:
                files.setdefault(stem, []).append(_hashed(path, name))
            else:
                problems.append(_unknown(name, suffix))
        except OSError as error:
            reason = error.strerror or "I/O"
            problems.append(
                Problem(f"archive/{name}", f"Không mở được tệp ({reason}).", f"The file cannot be opened ({reason}).")
            )
    items = []
    for stem in sorted({*files, *corrections}):
        beside = corrections.get(stem)
        items.append(
            Item(
                stem,
                tuple(sorted(files.get(stem, ()), key=_preference)),
                beside.file if beside else None,
                beside.sha256 if beside else "",
            )
        )
    return tuple(items), tuple(problems)


def _paths(archive: Path) -> Iterable[Path]:
    for path in sorted(archive.rglob("*")):
        parts = path.relative_to(archive).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if not hidden and path.name.lower() not in _NOT_DOCUMENTS and path.suffix != _SET_ASIDE and path.is_file():
            yield path


def _hashed(path: Path, name: str) -> SourceFile:
    with path.open("rb") as stream:
        return SourceFile(name, hashlib.file_digest(stream, "sha256").hexdigest())


def _preference(source: SourceFile) -> tuple[int, str]:
    return PREFERENCE.index(SUFFIXES[PurePosixPath(source.file).suffix.lower()]), source.file


def _unknown(name: str, suffix: str) -> Problem:
    known = ", ".join(SUFFIXES)
    return Problem(
        f"archive/{name}",
        f"Chưa đọc được loại tệp “{suffix or 'không có đuôi'}”; các loại đọc được: {known}.",
        f"Files of the kind “{suffix or 'no suffix'}” cannot be read; readable: {known}.",
        severity="skipped",
    )
