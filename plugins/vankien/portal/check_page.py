"""What an archivist should look at, the most important first: `can-kiem-tra.html`. No word of a document that is held
back stands here, not even its name: only how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vankien.citing.conflicts import conflicts
from vankien.library import Library
from vankien.model import Document, Problem
from vankien.normalizing.doubts import doubts
from vankien.portal.browse import SORTING
from vankien.portal.listing import document_name, document_url
from vankien.portal.mentions import MentionReader
from vankien.portal.page import Page
from vankien.portal.reference_link import cited_number
from vankien.portal.templating import render
from vankien.structuring.numbering_gaps import numbering_faults

PATH = "can-kiem-tra.html"
ATTRIBUTES = (
    ("type", "Loại văn bản"),
    ("number", "Số, ký hiệu"),
    ("date", "Ngày ban hành"),
    ("issuer", "Cơ quan ban hành"),
    ("title", "Trích yếu"),
    ("signers", "Người ký"),
)
"""The attributes that an officer needs to cite a document."""
_FAULTS = {
    "gap": "sau “{before}” là “{mark}”, thiếu số ở giữa",
    "repeat": "số “{mark}” lặp lại",
    "start": "bắt đầu bằng “{mark}”",
}
_NO_DAY = "9999-12-31"
DOUBTS = 200
"""Doubtful citations listed; more are only counted."""


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A document that lacks attributes: which."""

    name: str
    url: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one document, in words, and where to look."""

    name: str
    url: str
    words: str


def check_page(library: Library, problems: Sequence[Problem] = ()) -> Page:
    """The page. `problems` are those of archive/: they are only counted, since a file without a page of its own may be
    one that nobody decided to publish, and its name may say too much; `vankien check` tells them in full."""
    documents = library.documents.values()
    doubtful = [link for link in library.links if link.state == "ambiguous" or link.doubt]
    return Page(
        path=PATH,
        title="Cần kiểm tra",
        body=render(
            "pages/check.html",
            path=PATH,
            files=Counter(problem.severity for problem in problems),
            problems=library.problems,
            infidelities=tuple(_infidelities(documents)),
            contradictions=tuple(_contradictions(documents)),
            incomplete=tuple(_incomplete(documents)),
            faults=tuple(_faults(documents)),
            doubts=MentionReader(library).read(doubtful[:DOUBTS]),
            doubtful=len(doubtful),
            conflicts=tuple(_conflicts(library)),
            missing=len({cited_number(link) for link in library.links if link.state == "missing"} - {None}),
        ),
        description="Những văn bản, thuộc tính và viện dẫn cần cán bộ văn thư xem lại.",
        scripts=SORTING,
        kind="list",
    )


def _infidelities(documents: Iterable[Document]) -> Iterator[Finding]:
    for document in documents:
        fidelity = document.fidelity
        if fidelity.unplaced or fidelity.extra:
            words = f"{fidelity.unplaced} ký tự của bản gốc chưa thấy trong văn bản, {fidelity.extra} ký tự thừa"
            yield Finding(document_name(document.metadata), document_url(document.id), words)


def _contradictions(documents: Iterable[Document]) -> Iterator[Finding]:
    for document in documents:
        for doubt in doubts(document.metadata, _NO_DAY):
            if not doubt.unknown:
                yield Finding(document_name(document.metadata), document_url(document.id), doubt.vi)


def _conflicts(library: Library) -> Iterator[Finding]:
    """What citations say against each other; what one citation leaves in doubt stands below with its sentence."""
    told = {(f"{link.document}#{link.citation.clause}", link.doubt) for link in library.links if link.doubt}
    for problem in conflicts(tuple(library.documents.values()), library.links):
        name, _, clause = problem.place.partition("#")
        document = library.documents.get(name)
        if document and (problem.place, problem.vi.partition("”: ")[2].rstrip(".")) not in told:
            yield Finding(document_name(document.metadata), document_url(name, clause), problem.vi)


def _incomplete(documents: Iterable[Document]) -> Iterator[Incomplete]:
    for document in documents:
        lacks = tuple(words for name, words in ATTRIBUTES if not getattr(document.metadata, name))
        if lacks:
            yield Incomplete(document_name(document.metadata), document_url(document.id), lacks)


def _faults(documents: Iterable[Document]) -> Iterator[Finding]:
    for document in documents:
        labels = {clause.id: clause.label for clause in document.clauses}
        for fault in numbering_faults(document.clauses):
            words = f"{labels[fault.clause]}: " + _FAULTS[fault.kind].format(mark=fault.mark, before=fault.before)
            yield Finding(document_name(document.metadata), document_url(document.id, fault.clause), words)
