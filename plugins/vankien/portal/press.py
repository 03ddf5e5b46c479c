"""Pages and files become files of the site: at once, so that a large portal is never held in memory, and only where the
last site does not hold them already."""

from __future__ import annotations

from pathlib import Path

from vankien.keeping import fingerprint
from vankien.portal.finished import Finished
from vankien.portal.frame import Frame
from vankien.portal.page import Later, Page, RawFile, one_word


class Press:
    """Publishes one site, all its pages in one frame."""

    def __init__(self, frame: Frame, finished: Finished) -> None:
        self._frame = frame
        self._finished = finished
        self._edition = one_word(fingerprint(), frame)

    def publish(self, part: Later | Page | RawFile) -> str | Path:
        """Where the finished file lies: in the site, as a string; or, of an original that the site lacks, its path."""
        if isinstance(part, Later):
            made_from = one_word(self._edition, part.made_from)
            return self._finished.give(part.path, made_from, lambda: self._made(part.make()))
        if isinstance(part, RawFile) and isinstance(part.data, Path):
            return self._finished.copy(part.path, part.data) or part.data
        return self._finished.put(part.path, self._made(part))

    def _made(self, part: Page | RawFile) -> bytes:
        if isinstance(part, Page):
            return self._frame.around(part).encode()
        return part.data.read_bytes() if isinstance(part.data, Path) else part.data
