"""Foreman 1: archive/ becomes docs/van-ban/*.md, one document a file, never over what a person edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vankien import archive_report as tell
from vankien.archive_report import Report
from vankien.delivery import deliver, drop_pictures, put_pictures, take_away
from vankien.kept import Kept, load_kept, match, stem_hash
from vankien.memory import Memory, program_fingerprint
from vankien.model import Normalized, Source, SourceFile
from vankien.normalizing import normalize
from vankien.normalizing.corrections import Corrections, read_corrections
from vankien.normalizing.differences import differences
from vankien.normalizing.front_matter import NormalizedFile
from vankien.normalizing.identity import document_id, free_id
from vankien.project import Project
from vankien.reading import UnreadableError, read
from vankien.shelves import Item, path_of, take_stock

__all__ = ["Progress", "Report", "normalize_archive"]

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, of how many."""

Reading = tuple[SourceFile, Source, Normalized]
"""A file of a document, as read and as normalised."""


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
        matched = {kept.path for kept in self.found.values()}
        self.problems += tell.vanished([kept for kept in self.kept if kept.path not in matched])
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
            self._keep(item, kept)
            return
        corrections = self._corrections(item)
        if corrections.withdrawn is not None:
            self._withdraw(item, corrections, kept)
        elif not item.files:
            self.problems.append(tell.corrects_nothing(f"archive/{item.corrections}"))
        elif (first := self.first[item.files[0].sha256]) != item.files[0].file:
            self.skipped.append(item.files[0].file)
            self.problems.append(tell.same_file(_name(item), f"archive/{first}"))
        else:
            self._normalize(item, corrections, kept)

    def _keep(self, item: Item, kept: Kept) -> None:
        self.unchanged += 1
        self.claimed[kept.id] = item.stem

    def _corrections(self, item: Item) -> Corrections:
        if item.corrections is None:
            return Corrections()
        name = f"archive/{item.corrections}"
        try:
            data = path_of(self.project.archive, item.corrections).read_bytes()
        except OSError as error:
            self.problems.append(tell.cannot_open(name, error.strerror or "I/O"))
            return Corrections(unsure=True)
        corrections, problems = read_corrections(data, name)
        self.problems += problems
        return corrections

    def _normalize(self, item: Item, corrections: Corrections, kept: Kept | None) -> None:
        readings = self._read(item)
        if not readings:
            self.skipped += [file.file for file in item.files]
        elif self._hold_back(item, readings, corrections, kept):
            self.held.append(item.files[0].file)
            if kept is not None:
                self._take_away(item, kept)
        elif corrections.unsure and kept is not None:
            self._keep(item, kept)
        else:
            document = self._document(item, readings, corrections, kept)
            if document.fidelity.unplaced:
                self.problems.append(tell.text_lost(_name(item), document.fidelity))
            self._put(item, document, kept)
            put_pictures(self.project, document, readings[0][1])

    def _read(self, item: Item) -> list[Reading]:
        """The files of a document that can be read, best first; the others are reported."""
        found: list[Reading] = []
        for file in item.files:
            try:
                source = read(path_of(self.project.archive, file.file))
            except UnreadableError as error:
                self.problems.append(replace(error.problem, file=f"archive/{file.file}"))
            else:
                found.append((file, source, normalize(source)))
        return found

    def _hold_back(self, item: Item, readings: list[Reading], corrections: Corrections, kept: Kept | None) -> bool:
        """Whether the document is not to be published, for a mark in any of its files or an unreadable decision."""
        if corrections.release is not None:
            return False
        marks = {mark.rule.removeprefix("mark: "): file.file for file, _, found in readings for mark in found.marks}
        if marks:
            self.problems.append(tell.held_back(_name(item), marks, f"archive/{item.stem}.yml"))
        elif corrections.unsure and kept is None:
            self.problems.append(tell.held_undecided(_name(item), f"archive/{item.corrections}"))
        else:
            return False
        return True

    def _document(
        self, item: Item, readings: list[Reading], corrections: Corrections, kept: Kept | None
    ) -> NormalizedFile:
        """The document as the best file has it, with a person's corrections, compared with the other files."""
        file, source, best = readings[0]
        metadata, evidence = corrections.apply(best.metadata, best.evidence)
        unlike = [p for other, _, found in readings[1:] for p in differences(file.file, best, other.file, found)]
        self.problems += unlike
        notices = (*source.notices, *best.notices, *(f"{problem.file}: {problem.vi}" for problem in unlike))
        return NormalizedFile(
            id=self._id(item, corrections, kept, document_id(metadata, Path(item.stem).name)),
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

    def _id(self, item: Item, corrections: Corrections, kept: Kept | None, made: str) -> str:
        """The document's id: what a person wishes, what it had, or a new one; each belongs to one document."""
        own = kept.id if kept else None
        wish = corrections.id or own
        if wish is None:
            wish = free_id(made, self.taken)
        elif wish in self.claimed or (wish != own and wish in self.taken):
            used = own if own and own not in self.claimed else free_id(wish, self.taken)
            owner = f"archive/{self.claimed[wish]}" if wish in self.claimed else f"docs/van-ban/{wish}.md"
            self.problems.append(tell.id_taken(f"archive/{item.corrections or item.files[0].file}", wish, owner, used))
            wish = used
        self.taken.add(wish)
        self.claimed[wish] = item.stem
        return wish

    def _put(self, item: Item, document: NormalizedFile, kept: Kept | None) -> None:
        """Write the document, or beside an edited one the proposal."""
        delivery = deliver(self.project, document, kept)
        fidelity = document.fidelity
        self.memory.remember(item, delivery.seal, (fidelity.characters, fidelity.placed, fidelity.unplaced))
        if delivery.outcome == "written":
            self.written += 1
            return
        self.unchanged += 1
        if kept is not None and delivery.outcome == "edited":
            edited, proposal = f"docs/van-ban/{kept.path.name}", None
            if delivery.proposal is not None:
                proposal = delivery.proposal.relative_to(self.project.root).as_posix()
                self.problems.append(tell.edited_by_hand(_name(item), edited, proposal))
            self.edited[edited] = proposal

    def _withdraw(self, item: Item, corrections: Corrections, kept: Kept | None) -> None:
        """Leave only a tombstone: the id and the day."""
        name = corrections.id or (kept.id if kept else None)
        if name is None:
            self.problems.append(tell.never_published(f"archive/{item.corrections}"))
            return
        if kept is not None and not kept.untouched:
            self._take_away(item, kept)
            kept = None
        on = corrections.withdrawn.on if corrections.withdrawn else None
        known_by = (*(SourceFile("", file.sha256) for file in item.files), SourceFile("", stem_hash(item.stem)))
        self.withdrawn.append(name)
        self.taken.add(name)
        self.claimed[name] = item.stem
        drop_pictures(self.project, name)
        self._put(item, NormalizedFile(id=name, sources=known_by, withdrawn=on or ""), kept)

    def _take_away(self, item: Item, kept: Kept) -> None:
        """Remove what was published."""
        aside = take_away(self.project, item.stem, kept)
        if aside is not None:
            self.problems.append(tell.set_aside(_name(item), aside.name))


def _name(item: Item) -> str:
    """How a document is named to the archivist: its best file."""
    return f"archive/{item.files[0].file if item.files else item.corrections}"
