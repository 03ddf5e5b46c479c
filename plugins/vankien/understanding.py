"""A file of docs/van-ban/ becomes a document with clauses and citations; what was understood once is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vankien.citing import find
from vankien.keeping import Understood, digest, fingerprint
from vankien.model import Citation, Clause, Document, Metadata
from vankien.normalizing.front_matter import NormalizedFile, read_document
from vankien.project import Project
from vankien.structuring import structure
from vankien.writing.labels import NumberWord

_ROOMS = ("citing", "knowledge", "model.py", "normalizing", "structuring", "writing", "understanding.py", "keeping")
_FOLDER = "understood"


@dataclass(frozen=True, slots=True)
class Held:
    """A document that stands in docs/van-ban/. `seal` says in one word what it was understood from: the file, the
    settings that matter, the program; `read` gives the document itself."""

    id: str
    seal: str
    read: Callable[[], Document]


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


class Understanding:
    """Understands the files of one portal, or remembers what was understood of them (`.vankien/understood/`). `anew`
    counts those that were not remembered."""

    def __init__(self, project: Project) -> None:
        self._kept = Understood(project.cache / _FOLDER)
        self._number_word: NumberWord = "điểm" if project.settings.get("clause_word") == "diem" else "khoản"
        self.anew = 0

    def of(self, file: Path) -> Held | NormalizedFile:
        """The document in `file`, or the file itself where its document is withdrawn. Raises FrontMatterError and
        UnicodeDecodeError."""
        data = file.read_bytes()
        seal = self._seal(data)
        id = self._kept.id_of(file.stem, seal)
        if id is None:
            read = read_document(_text(data))
            if read.withdrawn is not None:
                return read
            self.anew += 1
            document = self._understood(read)
            id = document.id
            if not self._kept.keep(file.stem, seal, document):
                return Held(id, seal, lambda: document)
        return Held(id, seal, lambda: self._kept.document(file.stem, seal) or self._again(file))

    def knows(self, file: Path) -> bool:
        """Whether the document in `file` is remembered."""
        return self._kept.id_of(file.stem, self._seal(file.read_bytes())) is not None

    def forget_others(self) -> None:
        """Forget documents of which no file was asked for."""
        self._kept.forget_others()

    def _seal(self, data: bytes) -> str:
        return digest(f"{fingerprint(*_ROOMS)} {self._number_word}\n".encode() + data)

    def _again(self, file: Path) -> Document:
        return self._understood(read_document(_text(file.read_bytes())))

    def _understood(self, read: NormalizedFile) -> Document:
        corrections = read.corrections.get("clauses", ())
        clauses, citations = understand(read.body, read.metadata, self._number_word, corrections)
        return replace(read.as_document(), clauses=clauses, citations=citations)


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
