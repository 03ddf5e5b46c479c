"""docs/van-ban/*.md as documents. Many new ones are understood by two processes that meet in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vankien.model import Problem
from vankien.normalizing.front_matter import FrontMatterError
from vankien.project import Project, open_project
from vankien.understanding import Held, Understanding

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, of how many."""
_WORTH_A_PROCESS = 40
"""A process of its own costs as much as understanding this many documents."""
_RUN = "import sys; from vankien.documents import understand_from_the_end as run; run(sys.argv[1])"


@dataclass(frozen=True, slots=True)
class DocumentFiles:
    """What docs/van-ban/ holds, by file name: documents, ids of withdrawn ones with their day, files that cannot be
    read."""

    held: tuple[Held, ...]
    withdrawn: Mapping[str, str | None]
    problems: tuple[Problem, ...]


def document_files(project: Project, progress: Progress | None = None) -> DocumentFiles:
    """Looks through docs/van-ban/ and understands what is new. A file that cannot be read becomes a problem."""
    files = _files(project)
    understanding = Understanding(project)
    held: dict[str, Held] = {}
    withdrawn: dict[str, str | None] = {}
    problems: list[Problem] = []
    with _Help(project) as help:
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
            if understanding.anew == _WORTH_A_PROCESS and len(files) - done > _WORTH_A_PROCESS:
                help.come()
            if progress:
                progress("Đọc văn bản", done, len(files))
    understanding.forget_others()
    return DocumentFiles(tuple(held.values()), withdrawn, tuple(problems))


def understand_from_the_end(root: str) -> None:
    """What the second process does: it understands the files of the portal in `root`, the last first, until it meets
    one that is understood already. All that it finds out, it leaves in `.vankien/understood/`."""
    project = open_project(Path(root))
    understanding = Understanding(project)
    for file in reversed(_files(project)):
        if understanding.knows(file):
            return
        try:
            understanding.of(file)
        except (FrontMatterError, UnicodeDecodeError):
            continue


class _Help:
    """A second process, where there is a second core; nothing depends on what becomes of it."""

    def __init__(self, project: Project) -> None:
        self._root = str(project.root)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> _Help:
        return self

    def come(self) -> None:
        """Begins once; where it cannot, the work is done without it."""
        if self._process is None and (os.cpu_count() or 1) > 1 and sys.executable:
            command = [sys.executable, "-c", _RUN, self._root]
            quiet = subprocess.DEVNULL
            try:
                self._process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603
            except OSError:
                self._process = None

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def _files(project: Project) -> list[Path]:
    return sorted(project.documents.glob("*.md"))
