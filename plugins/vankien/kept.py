"""docs/van-ban/ as it stands: which documents are kept there, from which files, and whether a person edited them."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vankien.model import Problem, SourceFile
from vankien.normalizing.front_matter import FrontMatterError, identify, is_untouched, seal_in
from vankien.shelves import Item


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of docs/van-ban/: the document's id, the files it was made from, the seal of the text as the program
    wrote it, and whether it still is as the program wrote it."""

    id: str
    path: Path
    sources: tuple[SourceFile, ...]
    seal: str | None
    untouched: bool

    def text(self) -> str:
        """What the file holds now; not kept in memory, for an archive may have thousands."""
        return self.path.read_text(encoding="utf-8")


def load_kept(folder: Path) -> tuple[tuple[Kept, ...], tuple[Problem, ...]]:
    """The documents of docs/van-ban/, sorted by file name, and the files that cannot be read."""
    kept: list[Kept] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        name = f"docs/van-ban/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
            document, sources = identify(text)
        except (FrontMatterError, UnicodeDecodeError, OSError) as error:
            problems.append(
                Problem(
                    name,
                    f"Không đọc được ({error}); sửa phần đầu tệp, hoặc xóa tệp để chương trình tạo lại.",
                    f"Cannot be read ({error}); mend its front matter, or delete it and it is made again.",
                )
            )
            continue
        kept.append(Kept(document, path, sources, seal_in(text), is_untouched(text)))
    return tuple(kept), tuple(problems)


def match(items: Sequence[Item], kept: Sequence[Kept]) -> dict[str, Kept]:
    """Stem -> the kept document made from it: by the name of a file, else (the file was moved) by its hash."""
    by_name = {_stem(source.file): document for document in kept for source in document.sources if source.file}
    by_hash = {source.sha256: document for document in kept for source in document.sources}
    found = {item.stem: by_name[item.stem] for item in items if item.stem in by_name}
    used = {document.id for document in found.values()}
    for item in items:
        if item.stem in found:
            continue
        hashes = [*(file.sha256 for file in item.files), stem_hash(item.stem)]
        moved = next((by_hash[h] for h in hashes if h in by_hash), None)
        if moved is not None and moved.id not in used:
            found[item.stem] = moved
            used.add(moved.id)
    return found


def stem_hash(stem: str) -> str:
    """By what a withdrawn document, of which no file name is kept, is known again."""
    return hashlib.sha256(stem.encode("utf-8")).hexdigest()


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.part")
    partial.write_bytes(data)
    os.replace(partial, path)  # noqa: PTH105


def _stem(file: str) -> str:
    folder, _, name = unicodedata.normalize("NFC", file).rpartition("/")
    stem = name.rpartition(".")[0] or name
    return f"{folder}/{stem}" if folder else stem
