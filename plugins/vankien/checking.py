"""What an archivist should look at in a whole archive, the most important first. Nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from vankien import archive_report as tell
from vankien.citing.conflicts import conflicts
from vankien.kept import load_kept, match
from vankien.library import Library, load_library
from vankien.model import Document, Problem
from vankien.normalizing import normalize
from vankien.normalizing.corrections import Corrections, read_corrections
from vankien.normalizing.doubts import doubts
from vankien.normalizing.duplicates import duplicates
from vankien.normalizing.personal import personal_numbers
from vankien.project import Project
from vankien.reading import UnreadableError, read
from vankien.shelves import Item, path_of, take_stock
from vankien.structuring.numbering_gaps import NumberingFault, numbering_faults

_SHOWN = 5
_WEIGHT = ("error", "held", "skipped", "warning", "info")
_PERSONAL = {
    "identity": ("số định danh cá nhân, giấy tờ tùy thân", "an identity number"),
    "account": ("số tài khoản", "an account number"),
    "telephone": ("số điện thoại di động", "a mobile telephone number"),
}


def check_project(project: Project, today: str | None = None) -> tuple[Problem, ...]:
    """All that is to be looked at: what of archive/ is not published and why, then each document's own doubts."""
    library = load_library(project)
    return (*check_archive(project), *check_library(library, project, today or datetime.date.today().isoformat()))


def check_library(library: Library, project: Project, today: str) -> tuple[Problem, ...]:
    """The doubts of the documents: lost text, persons' numbers, no approval (setting `require_approval`), attributes
    that contradict, broken numbering, documents held twice, citations that contradict, unknown attributes; those of one
    kind by document."""
    documents = library.documents.values()
    approval = project.settings.get("require_approval") is True
    return (
        *library.problems,
        *(tell.text_lost(_file(d), d.fidelity) for d in documents if d.fidelity.unplaced),
        *(problem for d in documents for problem in _personal(d)),
        *(_unapproved(d) for d in documents if approval and "approved" not in d.corrections),
        *_doubts(documents, today, unknown=False),
        *(Problem(_file(d), notice, notice, severity="warning") for d in documents for notice in d.notes),
        *(problem for d in documents for problem in _numbering(d)),
        *duplicates(documents),
        *conflicts(tuple(documents), library.links),
        *_doubts(documents, today, unknown=True),
    )


def check_archive(project: Project) -> tuple[Problem, ...]:
    """What is wrong in archive/ or not published: unreadable files, wrong NAME.yml, marked documents, edited and
    orphaned files of docs/van-ban/."""
    items, problems = take_stock(project.archive)
    kept, unread = load_kept(project.documents)
    found = match(items, kept)
    told = [*unread, *problems]
    held: list[Problem] = []
    for item in items:
        corrections = _corrections(project, item, told)
        if item.stem not in found and item.files and corrections.withdrawn is None:
            held += _unpublished(project, item, corrections)
        elif not item.files and item.stem not in found:
            told.append(tell.corrects_nothing(f"archive/{item.corrections}"))
    matched = {document.path for document in found.values()}
    edited = [
        Problem(
            f"docs/van-ban/{document.path.name}",
            "Đã được sửa tay; chương trình giữ nguyên.",
            "Edited by hand; the program leaves it alone.",
            severity="info",
        )
        for document in kept
        if not document.untouched
    ]
    orphaned = tell.vanished([document for document in kept if document.path not in matched])
    return tuple(sorted((*told, *held, *orphaned, *edited), key=lambda problem: _WEIGHT.index(problem.severity)))


def _corrections(project: Project, item: Item, told: list[Problem]) -> Corrections:
    if item.corrections is None:
        return Corrections()
    file = f"archive/{item.corrections}"
    try:
        corrections, problems = read_corrections(path_of(project.archive, item.corrections).read_bytes(), file)
    except OSError as error:
        told.append(tell.cannot_open(file, error.strerror or "I/O"))
        return Corrections(unsure=True)
    told += problems
    return corrections


def _unpublished(project: Project, item: Item, corrections: Corrections) -> Iterator[Problem]:
    """Why a document of archive/ has no page."""
    marks: dict[str, str] = {}
    for file in item.files:
        try:
            normalized = normalize(read(path_of(project.archive, file.file)))
        except UnreadableError as error:
            problem = error.problem
            yield Problem(f"archive/{file.file}", problem.vi, problem.en, problem.severity, problem.place)
        else:
            marks |= {mark.rule.removeprefix("mark: "): file.file for mark in normalized.marks}
    name = f"archive/{item.files[0].file}"
    if marks and corrections.release is None:
        yield tell.held_back(name, marks, f"archive/{item.stem}.yml")
    elif corrections.unsure:
        yield tell.held_undecided(name, f"archive/{item.corrections}")


def _file(document: Document) -> str:
    return f"archive/{document.sources[0].file}" if document.sources else f"docs/van-ban/{document.id}.md"


def _personal(document: Document) -> Iterator[Problem]:
    for clause in document.clauses:
        for number in personal_numbers(clause.text):
            vi, en = _PERSONAL[number.kind]
            yield Problem(
                _file(document),
                f"Có {vi} ({number.masked}); cân nhắc trước khi đăng.",
                f"Holds {en} ({number.masked}); think before publishing.",
                severity="warning",
                place=clause.label,
            )


def _unapproved(document: Document) -> Problem:
    return Problem(
        _file(document),
        "Chưa ghi ai cho phép đăng; ghi vào tệp .yml: approved: {by: họ tên, on: ngày}",
        "Nobody is named who allowed publication; write into the .yml: approved: {by: name, on: date}",
        severity="warning",
    )


def _doubts(documents: Iterable[Document], today: str, *, unknown: bool) -> Iterator[Problem]:
    """The doubts about attributes: what is unknown, or what contradicts."""
    for document in documents:
        for doubt in doubts(document.metadata, today):
            if doubt.unknown is unknown:
                yield Problem(_file(document), doubt.vi, doubt.en, severity="warning")


def _numbering(document: Document) -> Iterator[Problem]:
    """Faults in the numbering, the first few by their clause."""
    faults = numbering_faults(document.clauses)
    labels = {clause.id: clause.label for clause in document.clauses}
    for fault in faults[:_SHOWN]:
        vi, en = _fault(fault)
        yield Problem(_file(document), vi, en, severity="warning", place=labels.get(fault.clause, fault.clause))
    if len(faults) > _SHOWN:
        more = len(faults) - _SHOWN
        yield Problem(
            _file(document),
            f"Còn {more} chỗ đánh số không liền nữa.",
            f"{more} more faults in the numbering.",
            severity="warning",
        )


def _fault(fault: NumberingFault) -> tuple[str, str]:
    if fault.kind == "gap":
        return (
            f"Số không liền: “{fault.before}” rồi đến “{fault.mark}”.",
            f"A gap: “{fault.before}”, then “{fault.mark}”.",
        )
    if fault.kind == "repeat":
        return f"Số “{fault.mark}” lặp lại sau “{fault.before}”.", f"“{fault.mark}” again after “{fault.before}”."
    return f"Danh sách bắt đầu từ “{fault.mark}”.", f"A list that begins with “{fault.mark}”."
