"""The finished site of the last build, from which this build takes what need not be made again.

MkDocs empties the site before it builds. So the last site is set aside before (`.vankien/last-site`), and what is still
right is linked back and keeps its date; the rest is made. Of each file that is made only where it must be, it is noted
what it was made from and what was written: one that was touched since is looked at, and made again where it differs.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from vankien.keeping import digest, read_sealed, write_sealed


class Finished:
    """The files of the site in `site`. `cache` is the portal's folder for what may be thrown away; `name` tells several
    sites of one portal apart."""

    def __init__(self, site: Path, cache: Path, name: str = "site") -> None:
        # Addresses are joined thousands of times; strings are several times quicker at that than paths.
        self._site, self._last = f"{site}{os.sep}", f"{cache / f'last-{name}'}{os.sep}"
        self._notes = cache / f"{name}.json"
        self._before: dict[str, Any] = {}
        self._now: dict[str, list[str | int]] = {}
        self._folders: set[str] = set()
        self._brought = ""

    def set_aside(self) -> None:
        """Before the site is emptied. The folder itself stays, for a server may hold on to it, and so do hidden files,
        which MkDocs leaves too. Where files lie aside still, the last build was broken off, and those are the better
        ones. What cannot be moved is made anew."""
        if not Path(self._last).exists():
            _move(self._site, self._last)
        noted = read_sealed(self._notes)
        self._before = noted if isinstance(noted, dict) else {}

    def give(self, path: str, made_from: str, make: Callable[[], bytes]) -> str:
        """The file at `path` of the site, made from `made_from`: the last one, or what `make` makes."""
        word = self._still_good(path, made_from)
        if word is None or not self._link(path):
            made = make()
            self.put(path, made)
            word = digest(made)
        self._now[path] = [made_from, word, *_touched(self._site + path)]
        return self._site + path

    def put(self, path: str, made: bytes) -> str:
        """The file at `path` of the site, with what was made for it."""
        if self._read(path) != made or not self._link(path):
            self._make_folder(path)
            Path(self._site + path).write_bytes(made)
        return self._site + path

    def copy(self, path: str, source: Path) -> str | None:
        """The file at `path` of the site, where the last one is the same as `source`; else None."""
        try:
            same = filecmp.cmp(self._last + path, source, shallow=False)
        except OSError:
            return None
        return self._site + path if same and self._link(path) else None

    def bring_back(self, folder: str) -> None:
        """Move a folder of the last site back, for one who looks himself what of it is right still."""
        if Path(self._last + folder).is_dir():
            with suppress(OSError):
                self._make_folder(folder)
                Path(self._last + folder).rename(self._site + folder)
                self._brought = folder

    def done(self) -> None:
        """The site is whole: the last one goes."""
        with suppress(OSError):
            write_sealed(self._notes, self._now)
        shutil.rmtree(self._last, ignore_errors=True)

    def broken(self) -> None:
        """The build failed: the last site stands again."""
        if Path(self._last).is_dir():
            with suppress(OSError):
                if self._brought:
                    Path(self._site + self._brought).rename(self._last + self._brought)
                for path in _shown(self._site):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            _move(self._last, self._site)
            shutil.rmtree(self._last, ignore_errors=True)

    def _still_good(self, path: str, made_from: str) -> str | None:
        """The digest of the last file at `path`, where it was made from `made_from` and is as it was written."""
        noted = self._before.get(path)
        if not isinstance(noted, list) or len(noted) != 4 or noted[0] != made_from:
            return None
        try:
            touched = _touched(self._last + path)
        except OSError:
            return None
        return str(noted[1]) if noted[2:] == touched or noted[1] == digest(self._read(path) or b"") else None

    def _read(self, path: str) -> bytes | None:
        try:
            return Path(self._last + path).read_bytes()
        except OSError:
            return None

    def _link(self, path: str) -> bool:
        try:
            self._make_folder(path)
            os.link(self._last + path, self._site + path)
        except OSError:
            return False
        return True

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            Path(self._site + folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def _shown(folder: str) -> list[Path]:
    """What a folder holds, without hidden files."""
    return [path for path in Path(folder).glob("*") if not path.name.startswith(".")]


def _move(source: str, target: str) -> None:
    with suppress(OSError):
        Path(target).mkdir(parents=True, exist_ok=True)
        for path in _shown(source):
            path.rename(Path(target) / path.name)


def _touched(path: str) -> list[int]:
    """By what a file that was not written since is known: its size and its date."""
    known = os.stat(path)  # noqa: PTH116
    return [known.st_size, known.st_mtime_ns]
