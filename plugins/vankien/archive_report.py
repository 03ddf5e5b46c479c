"""What normalising an archive tells the archivist: the report and its sentences, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vankien.kept import Kept
from vankien.model import Fidelity, Problem


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
    edited: Mapping[str, str | None] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    characters: int = 0
    placed: int = 0
    unplaced: int = 0

    @property
    def failed(self) -> bool:
        """Whether something is wrong that a person must mend."""
        return any(problem.severity == "error" for problem in self.problems)


def held_back(file: str, marks: Mapping[str, str], yml: str) -> Problem:
    """A marked document; `marks` says in which file each mark stands, `yml` where a release is written."""
    seen = ", ".join(f"“{mark}” ({name})" for mark, name in marks.items())
    return Problem(
        file,
        f"Tạm giữ, chưa đăng: có dấu {seen}. Được đăng thì ghi vào {yml}: release: {{by: họ tên, on: ngày}}",
        f"Held back: marked {seen}. If it may be published, write into {yml}: release: {{by: name, on: date}}",
        severity="held",
    )


def held_undecided(file: str, yml: str) -> Problem:
    """A document whose NAME.yml may hold a decision that could not be read."""
    return Problem(
        file,
        f"Tạm giữ, chưa đăng: chưa đọc được {yml}; hãy sửa tệp đó.",
        f"Held back: {yml} cannot be read; mend it.",
        severity="held",
    )


def set_aside(file: str, name: str) -> Problem:
    """An edited document that was taken off."""
    return Problem(
        file,
        f"Bản đã sửa tay được để riêng ở {name}.",
        f"The text edited by hand is set aside as {name}.",
        severity="info",
    )


def same_file(file: str, first: str) -> Problem:
    """A file that lies in archive/ twice."""
    return Problem(
        file,
        f"Giống hệt {first}; chỉ dựng một văn bản, hãy xóa bớt một tệp.",
        f"The same as {first}; one document is made, delete one of the files.",
        severity="warning",
    )


def id_taken(file: str, wish: str, owner: str, used: str) -> Problem:
    """Two documents that claim one id."""
    return Problem(
        file,
        f"Mã “{wish}” đã thuộc về {owner}; tạm dùng “{used}”, hãy chọn mã khác.",
        f"The id “{wish}” belongs to {owner}; “{used}” is used, choose another.",
    )


def text_lost(file: str, fidelity: Fidelity) -> Problem:
    """Characters of the original that went nowhere."""
    share = 100 * (1 - fidelity.unplaced / max(fidelity.characters, 1))
    return Problem(
        file,
        f"{fidelity.unplaced} ký tự của bản gốc chưa có trong văn bản (đã có {share:.2f} %); hãy đối chiếu.",
        f"{fidelity.unplaced} characters of the original have no place ({share:.2f} % are placed); compare.",
    )


def edited_by_hand(file: str, edited: str, proposal: str) -> Problem:
    """A document that a person edited and of which the program would now write something else."""
    return Problem(
        file,
        f"{edited} đã được sửa tay nên giữ nguyên; bản mới chờ ở {proposal}.",
        f"{edited} was edited by hand and is kept; the new text waits at {proposal}.",
        severity="warning",
    )


def corrects_nothing(file: str) -> Problem:
    """A NAME.yml without its document."""
    return Problem(
        file,
        "Không có văn bản nào cùng tên với tệp này; hãy đổi tên hoặc xóa tệp.",
        "No document has this name; rename or delete the file.",
    )


def never_published(file: str) -> Problem:
    """A withdrawal of a document that has no page."""
    return Problem(
        file,
        "Văn bản đã gỡ nhưng chưa từng được đăng; ghi thêm `id` nếu cần trang báo đã gỡ.",
        "Withdrawn, but never published; add `id` if a page shall say so.",
        severity="info",
    )


def cannot_open(file: str, reason: str) -> Problem:
    """A NAME.yml that the system does not give."""
    return Problem(file, f"Không mở được tệp ({reason}).", f"The file cannot be opened ({reason}).")


def vanished(kept: Sequence[Kept]) -> list[Problem]:
    """Documents whose originals are gone."""
    problems = []
    for document in kept:
        files = ", ".join(f"archive/{source.file}" for source in document.sources if source.file) or "?"
        problems.append(
            Problem(
                f"docs/van-ban/{document.path.name}",
                f"Bản gốc không còn ({files}); trả lại bản gốc, hoặc xóa tệp này nếu văn bản không đăng nữa.",
                f"Its original is gone ({files}); put it back, or delete this file if it is no longer published.",
                severity="warning",
            )
        )
    return problems
