"""Documents as lines of a table: what each line shows, and how a long table is divided into pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vankien.library import Library
from vankien.model import Document, Metadata
from vankien.writing.body_case import body_case
from vankien.writing.titles import readable, title_behind

Line = TypeVar("Line")
PAGE_ROWS = 400
"""Lines on one page of a table: enough to sort and print, few enough for an old telephone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One document. `url` is below the site's root, `date` ISO; None is what the document does not print.
    `cited_by` counts the documents of the archive that cite it, `cites` those mentions it makes of others."""

    id: str
    url: str
    name: str
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    signers: tuple[str, ...]
    clauses: int
    cites: int
    cited_by: int


@dataclass(frozen=True, slots=True)
class Slice(Generic[Line]):
    """One page of a long table: its lines, its number, and the address of each page in `paths`."""

    rows: tuple[Line, ...]
    number: int
    paths: tuple[str, ...]

    @property
    def path(self) -> str:
        """The address of this page."""
        return self.paths[self.number - 1]


def document_url(document: str, clause: str | None = None) -> str:
    """The address of a document, or of one of its clauses, below the site's root."""
    return f"van-ban/{document}.html" + (f"#{clause}" if clause else "")


def document_name(metadata: Metadata) -> str:
    """What a document is called in a line: type and number, or type and title where no number is printed.

    >>> document_name(Metadata(type="Kết luận", title="Về công tác dân vận"))
    'Kết luận về công tác dân vận'
    """
    kind = metadata.type or "Văn bản"
    if metadata.number:
        return f"{kind} số {metadata.number}"
    return title_behind(kind, metadata.title or "")


def row_of(document: Document, library: Library) -> Row:
    """The line of one document."""
    metadata = document.metadata
    return Row(
        id=document.id,
        url=document_url(document.id),
        name=document_name(metadata),
        type=metadata.type,
        number=metadata.number,
        date=metadata.date,
        issuer=metadata.issuer and body_case(metadata.issuer),
        title=metadata.title and readable(metadata.title),
        signers=tuple(signer.name for signer in metadata.signers),
        clauses=len(document.clauses),
        cites=sum(link.state != "self" for link in library.links_of(document.id)),
        cited_by=len({link.document for link in library.cited_by(document.id)}),
    )


def rows_of(documents: Iterable[Document], library: Library) -> tuple[Row, ...]:
    """The lines of `documents`, in their order."""
    return tuple(row_of(document, library) for document in documents)


def slices(rows: Sequence[Line], path: str, size: int = PAGE_ROWS) -> Iterator[Slice[Line]]:
    """`rows` divided into pages: the first at `path`, the next at `path` with `-trang-2` and so on; at least one."""
    count = max(1, -(-len(rows) // size))
    stem = path.removesuffix(".html")
    paths = (path, *(f"{stem}-trang-{n}.html" for n in range(2, count + 1)))
    for number in range(1, count + 1):
        yield Slice(tuple(rows[(number - 1) * size : number * size]), number, paths)
