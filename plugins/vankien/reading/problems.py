"""Why a file cannot be read, said to a person in Vietnamese and English."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from vankien.model import Problem


class UnreadableError(Exception):
    """A file that gives no text. `problem` says which, why and what to do; nothing else of the run is concerned."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.en)
        self.problem = problem


def unreadable(
    path: Path, vi: str, en: str, severity: Literal["error", "skipped"] = "error", place: str = ""
) -> UnreadableError:
    """The error to raise for the file at `path`; severity "skipped" where an optional program is missing."""
    return UnreadableError(Problem(file=str(path), vi=vi, en=en, severity=severity, place=place))
