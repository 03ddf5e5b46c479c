"""docs/van-ban/*.md as documents, each understood only once: what was understood is kept in `.vankien/understood/`."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from vankien.citing import find
from vankien.keeping import Understood, digest, fingerprint
from vankien.model import Citation, Clause, Document, Metadata, Problem
from vankien.normalizing.front_matter import FrontMatterError, NormalizedFile, read_document
from vankien.project import Project
from vankien.structuring import structure
from vankien.writing.labels import NumberWord

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, of how many."""
_ROOMS = ("citing", "knowledge", "model.py", "normalizing", "structuring", "writing", "documents.py", "keeping")
_FOLDER = "understood"


@dataclass(frozen=True, slots=True)
class Held:
    """A document that stands in docs/van-ban/. `seal` says in one word what it was understood from: the file, the
    settings that matter, the program; `read` gives the document itself."""

    id: str
    seal: str
    read: Callable[[], Document]


@dataclass(frozen=True, slots=True)
class DocumentFiles:
    """What docs/van-ban/ holds, by file name: documents, ids of withdrawn ones with their day, files that cannot be
    read."""

    held: tuple[Held, ...]
    withdrawn: Mapping[str, str | None]
    problems: tuple[Problem, ...]


def understand(
    body: str,
    metadata: Metadata,
    number_word: NumberWord = "khoản",
    corrections: Sequence[Mapping[str, object]] = (),
) -> tuple[tuple[Clause, ...], tuple[Citation, ...]]:
    """The clauses of a normalised body and the citations found in them. `number_word` is what labels call a number
    below a Mục, `corrections` what a person wrote about misread clauses."""
    clauses = structure(body, system=metadata.system, number_word=number_word, corrections=corrections)
    return clauses, find(clauses, metadata)


def document_files(project: Project, progress: Progress | None = None) -> DocumentFiles:
    """Looks through docs/van-ban/ and understands what is new. A file that cannot be read becomes a problem."""
    files = sorted(project.documents.glob("*.md"))
    understanding = _Understanding(project)
    held: dict[str, Held] = {}
    withdrawn: dict[str, str | None] = {}
    problems: list[Problem] = []
    for done, file in enumerate(files, 1):
        try:
            found = understanding.of(file)
        except (FrontMatterError, UnicodeDecodeError) as error:
            problems.append(
                Problem(f"docs/van-ban/{file.name}", f"Không đọc được: {error}", f"Cannot be read: {error}")
            )
            continue
        if isinstance(found, Held):
            held[found.id] = found
        else:
            withdrawn[found.id] = found.withdrawn
        if progress:
            progress("Đọc văn bản", done, len(files))
    understanding.kept.forget_others()
    return DocumentFiles(tuple(held.values()), withdrawn, tuple(problems))


class _Understanding:
    """Understands files, or remembers what was understood of them."""

    def __init__(self, project: Project) -> None:
        self.kept = Understood(project.cache / _FOLDER)
        self._number_word: NumberWord = "điểm" if project.settings.get("clause_word") == "diem" else "khoản"

    def of(self, file: Path) -> Held | NormalizedFile:
        """The document in `file`, or the file itself where its document is withdrawn. Raises FrontMatterError and
        UnicodeDecodeError."""
        data = file.read_bytes()
        seal = digest(f"{fingerprint(*_ROOMS)} {self._number_word}\n".encode() + data)
        id = self.kept.id_of(file.stem, seal)
        if id is None:
            read = read_document(_text(data))
            if read.withdrawn is not None:
                return read
            document = self._understood(read)
            id = document.id
            if not self.kept.keep(file.stem, seal, document):
                return Held(id, seal, lambda: document)
        return Held(id, seal, lambda: self.kept.document(file.stem, seal) or self._again(file))

    def _again(self, file: Path) -> Document:
        return self._understood(read_document(_text(file.read_bytes())))

    def _understood(self, read: NormalizedFile) -> Document:
        corrections = read.corrections.get("clauses", ())
        clauses, citations = understand(read.body, read.metadata, self._number_word, corrections)
        return replace(read.as_document(), clauses=clauses, citations=citations)


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def no_sweeping() -> Iterator[None]:
    """Python looks for unused cycles while millions of objects are made that all stay; that costs a third of the
    time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
