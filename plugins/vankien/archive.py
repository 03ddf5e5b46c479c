"""Foreman 1: archive/ becomes docs/van-ban/*.md, one document a file, never over what a person edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from vankien.delivery import deliver, put_pictures, take_away
from vankien.kept import Kept, load_kept, match, stem_hash
from vankien.memory import Memory, program_fingerprint
from vankien.model import Normalized, Problem, Source, SourceFile
from vankien.normalizing import normalize
from vankien.normalizing.corrections import Corrections, read_corrections
from vankien.normalizing.differences import differences
from vankien.normalizing.front_matter import NormalizedFile
from vankien.normalizing.identity import document_id, free_id
from vankien.project import Project
from vankien.reading import UnreadableError, read
from vankien.shelves import Item, take_stock

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Report:
    """What normalising an archive did. `held` and `skipped` name files of archive/; `edited` the files of
    docs/van-ban/ that a person changed, with the proposal that waits beside them (None: nothing new to propose).
    `characters`, `placed`, `unplaced` sum up fidelity over all documents."""

    written: int = 0
    unchanged: int = 0
    held: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    edited: dict[str, str | None] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    characters: int = 0
    placed: int = 0
    unplaced: int = 0

    @property
    def failed(self) -> bool:
        """Whether something is wrong that a person must mend."""
        return any(problem.severity == "error" for problem in self.problems)


def normalize_archive(project: Project, progress: Progress | None = None) -> Report:
    """Bring docs/van-ban/ up to date with archive/. Running again changes nothing.

    A file that cannot be read, a wrong NAME.yml, a mark of secrecy concern their own document only; all is told in
    the report. Raises OSError only where docs/van-ban/ itself cannot be written.
    """
    return _Run(project).all(progress)


class _Run:
    """One pass over an archive."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.items, problems = take_stock(project.archive)
        self.kept, unread = load_kept(project.documents)
        self.found = match(self.items, self.kept)
        self.memory = Memory.load(project.cache / "normalized.json", program_fingerprint())
        self.problems = [*problems, *unread]
        self.taken = {document.id for document in self.kept}
        self.claimed: dict[str, str] = {}
        self.written = self.unchanged = 0
        self.skipped = [problem.file.removeprefix("archive/") for problem in problems if problem.severity == "skipped"]
        self.held: list[str] = []
        self.withdrawn: list[str] = []
        self.edited: dict[str, str | None] = {}
        self.first: dict[str, str] = {}
        for item in sorted(self.items, key=lambda item: (item.stem not in self.found, item.stem)):
            for file in item.files[:1]:
                self.first.setdefault(file.sha256, file.file)

    def all(self, progress: Progress | None) -> Report:
        for done, item in enumerate(self.items, 1):
            before = len(self.problems)
            self._one(item)
            if len(self.problems) > before:
                self.memory.forget(item.stem)
            if progress:
                progress("Chuẩn hóa văn bản", done, len(self.items))
        self._report_vanished()
        self.memory.save({item.stem for item in self.items})
        characters, placed, unplaced = self.memory.fidelity()
        return Report(
            written=self.written,
            unchanged=self.unchanged,
            held=tuple(self.held),
            skipped=tuple(self.skipped),
            withdrawn=tuple(self.withdrawn),
            edited=self.edited,
            problems=tuple(self.problems),
            characters=characters,
            placed=placed,
            unplaced=unplaced,
        )

    def _one(self, item: Item) -> None:
        kept = self.found.get(item.stem)
        if kept and kept.untouched and self.memory.knows(item, kept):
            self.unchanged += 1
            self.claimed[kept.id] = item.stem
            return
        corrections = self._corrections(item)
        if corrections.withdrawn is not None:
            self._withdraw(item, corrections, kept)
        elif not item.files:
            self._tell(
                item.corrections or item.stem,
                "Không có văn bản nào cùng tên với tệp này.",
                "No document has this name.",
            )
        elif not self._is_copy(item):
            self._normalize(item, corrections, kept)

    def _corrections(self, item: Item) -> Corrections:
        if item.corrections is None:
            return Corrections()
        name = f"archive/{item.corrections}"
        try:
            data = (self.project.archive / item.corrections).read_bytes()
        except OSError as error:
            self._tell(item.corrections, f"Không mở được ({error.strerror}).", f"Cannot be opened ({error.strerror}).")
            return Corrections(unsure=True)
        corrections, problems = read_corrections(data, name)
        self.problems += problems
        return corrections

    def _is_copy(self, item: Item) -> bool:
        """Whether the very same file lies in archive/ under another name already."""
        first = self.first[item.files[0].sha256]
        if first == item.files[0].file:
            return False
        self.skipped.append(item.files[0].file)
        self._tell(
            item.files[0].file,
            f"Giống hệt archive/{first}; chỉ dựng một văn bản, hãy xóa bớt một tệp.",
            f"The same as archive/{first}; one document is made, delete one of the files.",
            "warning",
        )
        return True

    def _normalize(self, item: Item, corrections: Corrections, kept: Kept | None) -> None:
        sources = self._read(item)
        if not sources:
            self.skipped += [file.file for file in item.files]
            return
        readings = [(file, normalize(source)) for file, source in sources]
        if self._hold_back(item, readings, corrections, kept):
            return
        best_file, best = readings[0]
        metadata, evidence = corrections.apply(best.metadata, best.evidence)
        notices = [*sources[0][1].notices, *best.notices]
        for other_file, other in readings[1:]:
            told = differences(best_file.file, best, other_file.file, other)
            notices += [problem.vi for problem in told]
            self.problems += told
        document = NormalizedFile(
            id=self._name(item, corrections, kept, document_id(metadata, Path(item.stem).name)),
            sources=item.files,
            metadata=metadata,
            evidence=evidence,
            lead=best.lead,
            header=best.header,
            closing=best.closing,
            body=best.body,
            fidelity=best.fidelity,
            notices=tuple(dict.fromkeys(notices)),
            corrections=corrections.as_data(),
        )
        self._weigh(item, document)
        self._put(item, document, kept)
        put_pictures(self.project, document, sources[0][1])

    def _read(self, item: Item) -> list[tuple[SourceFile, Source]]:
        """The files of a document that can be read, best first; the others are reported."""
        found: list[tuple[SourceFile, Source]] = []
        for file in item.files:
            try:
                found.append((file, read(self.project.archive / file.file)))
            except UnreadableError as error:
                self.problems.append(replace(error.problem, file=f"archive/{file.file}"))
        return found

    def _hold_back(
        self, item: Item, readings: list[tuple[SourceFile, Normalized]], corrections: Corrections, kept: Kept | None
    ) -> bool:
        """Whether the document is not to be published; what of it was published is taken away."""
        marks = {mark.rule.removeprefix("mark: "): file.file for file, found in readings for mark in found.marks}
        if corrections.release is not None or not (marks or (corrections.unsure and kept is None)):
            return False
        name = item.files[0].file
        self.held.append(name)
        if marks:
            seen = ", ".join(f"“{mark}” ({file})" for mark, file in marks.items())
            yml = f"archive/{item.stem}.yml"
            vi = f"Tạm giữ, chưa đăng: có dấu {seen}. Được đăng thì ghi vào {yml}: release: {{by: họ tên, on: ngày}}"
            en = f"Held back: marked {seen}. If it may be published, write into {yml}: release: {{by: name, on: date}}"
        else:
            vi = f"Tạm giữ, chưa đăng: chưa đọc được archive/{item.corrections}; hãy sửa tệp đó."
            en = f"Held back: archive/{item.corrections} cannot be read; mend it."
        self._tell(name, vi, en, "held")
        if kept is not None:
            self._take_away(item, kept)
        return True

    def _take_away(self, item: Item, kept: Kept) -> None:
        """Remove what was published."""
        aside = take_away(self.project, item.stem, kept)
        if aside is not None:
            self._tell(
                item.corrections or item.files[0].file,
                f"Bản đã sửa tay được để riêng ở {aside.name}.",
                f"The text edited by hand is set aside as {aside.name}.",
                "info",
            )

    def _name(self, item: Item, corrections: Corrections, kept: Kept | None, made: str) -> str:
        """The document's id: what a person wishes, what it had, or a new one; each belongs to one document."""
        wish = corrections.id or (kept.id if kept else None)
        if wish is None:
            wish = free_id(made, self.taken)
        elif wish in self.claimed or (corrections.id and (kept is None or kept.id != wish) and wish in self.taken):
            other = self.claimed.get(wish) or "docs/van-ban/" + wish + ".md"
            free = free_id(wish, self.taken)
            self._tell(
                item.corrections or item.files[0].file,
                f"Mã “{wish}” đã thuộc về {other}; tạm dùng “{free}”, hãy chọn mã khác.",
                f"The id “{wish}” belongs to {other}; “{free}” is used, choose another.",
            )
            wish = free
        self.taken.add(wish)
        self.claimed[wish] = item.stem
        return wish

    def _weigh(self, item: Item, document: NormalizedFile) -> None:
        """Report a loss of text."""
        fidelity = document.fidelity
        if fidelity.unplaced:
            share = 100 * (1 - fidelity.unplaced / max(fidelity.characters, 1))
            self._tell(
                item.files[0].file,
                f"{fidelity.unplaced} ký tự của bản gốc chưa có trong văn bản (đã có {share:.2f} %); hãy đối chiếu.",
                f"{fidelity.unplaced} characters of the original have no place ({share:.2f} % are placed); compare.",
            )

    def _put(self, item: Item, document: NormalizedFile, kept: Kept | None) -> None:
        """Write the document, or beside an edited one the proposal."""
        delivery = deliver(self.project, document, kept)
        fidelity = document.fidelity
        self.memory.remember(item, delivery.seal, (fidelity.characters, fidelity.placed, fidelity.unplaced))
        if delivery.outcome == "written":
            self.written += 1
            return
        self.unchanged += 1
        if kept is None or delivery.outcome == "unchanged":
            return
        edited = f"docs/van-ban/{kept.path.name}"
        if delivery.proposal is None:
            self.edited[edited] = None
            return
        proposal = delivery.proposal.relative_to(self.project.root).as_posix()
        self.edited[edited] = proposal
        self._tell(
            item.files[0].file,
            f"{edited} đã được sửa tay nên giữ nguyên; bản mới chờ ở {proposal}.",
            f"{edited} was edited by hand and is kept; the new text waits at {proposal}.",
            "warning",
        )

    def _withdraw(self, item: Item, corrections: Corrections, kept: Kept | None) -> None:
        """Leave only a tombstone: the id and the day."""
        name = corrections.id or (kept.id if kept else None)
        if name is None:
            self._tell(
                item.corrections or item.stem,
                "Văn bản đã gỡ nhưng chưa từng được đăng; ghi thêm `id` nếu cần trang báo đã gỡ.",
                "Withdrawn, but never published; add `id` if a page shall say so.",
                "info",
            )
            return
        decision = corrections.withdrawn
        known_by = (*(SourceFile("", file.sha256) for file in item.files), SourceFile("", stem_hash(item.stem)))
        tombstone = NormalizedFile(id=name, sources=known_by, withdrawn=(decision.on if decision else None) or "")
        self.withdrawn.append(name)
        self.taken.add(name)
        self.claimed[name] = item.stem
        if kept is not None and not kept.untouched:
            self._take_away(item, kept)
            kept = None
        self._put(item, tombstone, kept)

    def _report_vanished(self) -> None:
        matched = {kept.path for kept in self.found.values()}
        for kept in self.kept:
            if kept.path in matched:
                continue
            files = ", ".join(f"archive/{source.file}" for source in kept.sources if source.file) or "?"
            self.problems.append(
                Problem(
                    f"docs/van-ban/{kept.path.name}",
                    f"Bản gốc không còn ({files}); trả lại bản gốc, hoặc xóa tệp này nếu văn bản không đăng nữa.",
                    f"Its original is gone ({files}); put it back, or delete this file if it is no longer published.",
                    severity="warning",
                )
            )

    def _tell(self, file: str, vi: str, en: str, severity: str = "error") -> None:
        self.problems.append(Problem(f"archive/{file}", vi, en, severity=severity))  # type: ignore[arg-type]
