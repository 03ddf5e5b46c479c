"""The door: any file that an archive may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from vankien.model import Format, Source
from vankien.reading.by_format import read_doc, read_docx, read_html, read_image, read_pdf, read_text
from vankien.reading.problems import UnreadableError, unreadable

SUFFIXES: Mapping[str, Format] = {
    ".docx": "docx",
    ".doc": "doc",
    ".rtf": "doc",
    ".odt": "doc",
    ".html": "html",
    ".htm": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".txt": "text",
    ".md": "text",
    ".pdf": "pdf",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}
"""The suffixes that are read, in lower case, and the format that each stands for."""

PREFERENCE: tuple[Format, ...] = ("docx", "doc", "html", "text", "pdf", "image")
"""Of several files of one document (same stem), the first of these formats is read."""

MAX_BYTES = 200 * 2**20
MAX_TEXT_BYTES = 16 * 2**20
"""Larger files are refused: no official document comes near, and memory stays bounded."""

_ETH = str.maketrans("Ðð", "Đđ")

_READERS: Mapping[Format, Callable[[Path, bytes], Source]] = {
    "text": read_text,
    "docx": read_docx,
    "doc": read_doc,
    "pdf": read_pdf,
    "html": read_html,
    "image": read_image,
}


def read(path: Path) -> Source:
    """The lines of the file at `path`. Raises `UnreadableError`, whose problem says what to do."""
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise unreadable(path, "kind", kinds=", ".join(SUFFIXES))
    data = _bytes(path, MAX_TEXT_BYTES if form in ("text", "html") else MAX_BYTES)
    try:
        return _with_letter_dd(_READERS[form](path, data))
    except UnreadableError:
        raise
    except Exception as error:  # a damaged file must not stop the others, however it fails inside a library
        raise unreadable(path, "unexpected", why=type(error).__name__) from error


def _with_letter_dd(source: Source) -> Source:
    """The source with Đ where old converters of fonts left the Icelandic Ð, which looks the same and is in no
    Vietnamese word."""
    if "Ð" not in source.counted and "ð" not in source.counted:
        return source
    lines = tuple(replace(line, text=line.text.translate(_ETH)) for line in source.lines)
    dropped = tuple(replace(piece, text=piece.text.translate(_ETH)) for piece in source.dropped)
    return replace(source, lines=lines, counted=source.counted.translate(_ETH), dropped=dropped)


def _bytes(path: Path, limit: int) -> bytes:
    """What the file holds, or why it cannot be had."""
    try:
        if not path.is_file():
            raise unreadable(path, "absent")
        size = path.stat().st_size
        if size > limit:
            raise unreadable(path, "large", size=size // 2**20, limit=limit // 2**20)
        data = path.read_bytes()
    except PermissionError as error:
        raise unreadable(path, "forbidden") from error
    except (OSError, ValueError) as error:
        raise unreadable(path, "unopened", why=getattr(error, "strerror", None) or error) from error
    if not data.strip():
        raise unreadable(path, "empty")
    return data


__all__ = ["PREFERENCE", "SUFFIXES", "UnreadableError", "read"]
