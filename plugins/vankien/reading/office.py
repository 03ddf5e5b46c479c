"""Word 97-2003 files (.doc, also .rtf and .odt) by way of LibreOffice, which writes them as .docx."""

from __future__ import annotations

import tempfile
from pathlib import Path

from vankien.reading.programs import FailedError, find, run

TIMEOUT = 120.0


class MissingOfficeError(LookupError):
    """LibreOffice is not installed."""


def to_docx(data: bytes, suffix: str) -> bytes:
    """The file `data`, of the kind that `suffix` says, as .docx. Raises `MissingOfficeError`, `FailedError`.

    It works on a copy with a plain name in a folder of its own, so neither odd file names nor two runs at a time
    disturb it.
    """
    soffice = find("soffice")
    if soffice is None:
        raise MissingOfficeError
    with tempfile.TemporaryDirectory(prefix="vankien-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        original = home / f"document{suffix}"
        original.write_bytes(data)
        run(
            (
                soffice,
                f"-env:UserInstallation={(home / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                "docx:Office Open XML Text",
                "--outdir",
                str(home / "out"),
                str(original),
            ),
            TIMEOUT,
        )
        converted = home / "out" / "document.docx"
        if not converted.is_file():
            raise FailedError("no output")
        return converted.read_bytes()
