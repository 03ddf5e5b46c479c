"""Programs that reading may use when they are installed: LibreOffice for .doc, Tesseract for scans."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "soffice": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "tesseract": (
        r"C:\Program Files\Tesseract-OCR\tesseract.exe",
        r"C:\Program Files (x86)\Tesseract-OCR\tesseract.exe",
    ),
}


class FailedError(RuntimeError):
    """A program that ended with an error, or took too long."""


def find(name: str) -> str | None:
    """The path of the program `name`, on the PATH or where its installer puts it; None when it is not installed."""
    found = shutil.which(name) or (shutil.which("libreoffice") if name == "soffice" else None)
    return found or next((path for path in _ELSEWHERE.get(name, ()) if Path(path).is_file()), None)


def run(command: Sequence[str], timeout: float, data: bytes | None = None) -> bytes:
    """What `command` prints, given `data` on its standard input. `timeout` in seconds. Raises `FailedError`."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - the program was found by `find`, the arguments are ours
            list(command), input=data, capture_output=True, timeout=timeout, env=environment, check=False
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise FailedError(str(error)) from error
    if done.returncode:
        raise FailedError(done.stderr.decode("utf-8", "replace")[-500:])
    return done.stdout
