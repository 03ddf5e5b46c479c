"""Read any file that an archive may hold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from vankien.model import Format, Source
from vankien.reading.decoding import UndecodableError, decode
from vankien.reading.pdf import BrokenPdfError, LockedPdfError, open_pdf, read_pages
from vankien.reading.plain import read_plain
from vankien.reading.printed.reading_order import read_printed
from vankien.reading.problems import UnreadableError, unreadable
from vankien.reading.word import BrokenPackageError, TooLargeError, read_word

SUFFIXES: Mapping[str, Format] = {".docx": "docx", ".txt": "text", ".md": "text", ".pdf": "pdf"}
"""The suffixes that are read, in lower case, and the format each stands for."""

PREFERENCE: tuple[Format, ...] = ("docx", "doc", "html", "text", "pdf", "image")
"""Of several files of one document (same stem), the first of these formats is read."""

MAX_BYTES = 64 * 1024 * 1024
MAX_TEXT_BYTES = 16 * 1024 * 1024
"""Larger files are refused: no official document comes near, and memory stays bounded."""


def read(path: Path) -> Source:
    """The lines of the file at `path`. Raises `UnreadableError`, whose problem says what to do."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise unreadable(
            path,
            f"Không đọc được loại tệp này. Các loại đọc được: {', '.join(SUFFIXES)}.",
            f"This kind of file cannot be read. Readable kinds: {', '.join(SUFFIXES)}.",
        )
    data = _bytes(path, MAX_TEXT_BYTES if SUFFIXES[suffix] == "text" else MAX_BYTES)
    return _READERS[SUFFIXES[suffix]](path, data)


def _bytes(path: Path, limit: int) -> bytes:
    """What the file holds, or why it cannot be had."""
    try:
        if not path.is_file():
            raise unreadable(path, "Không có tệp này.", "There is no such file.")
        size = os.stat(path).st_size  # noqa: PTH116
        if size > limit:
            have, most = f"{size // 2**20} MB", f"{limit // 2**20} MB"
            raise unreadable(
                path,
                f"Tệp quá lớn ({have}, giới hạn {most}). Hãy tách nhỏ tệp hoặc giảm dung lượng ảnh.",
                f"The file is too large ({have}, the limit is {most}). Split it or shrink its images.",
            )
        data = path.read_bytes()
    except PermissionError as error:
        raise unreadable(
            path, "Không có quyền đọc tệp. Hãy cấp quyền đọc.", "No permission to read the file. Grant it."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise unreadable(path, f"Không mở được tệp ({reason}).", f"The file cannot be opened ({reason}).") from error
    if not data.strip():
        raise unreadable(path, "Tệp rỗng. Hãy chép lại tệp gốc.", "The file is empty. Copy the original again.")
    return data


def _read_text(path: Path, data: bytes) -> Source:
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        if error.binary:
            raise unreadable(
                path,
                "Tệp không chứa văn bản (dữ liệu nhị phân). Hãy kiểm tra lại đuôi tệp.",
                "The file holds no text (binary data). Check its suffix.",
            ) from error
        raise unreadable(
            path,
            f"Không nhận ra bảng mã của tệp (dòng {error.line}). Hãy lưu lại bằng bảng mã UTF-8.",
            f"The encoding of the file is not known (line {error.line}). Save it again as UTF-8.",
            place=f"dòng {error.line}",
        ) from error
    lines, dropped = read_plain(text, marked=path.suffix.lower() == ".md")
    return Source(str(path), hashlib.sha256(data).hexdigest(), "text", encoding, lines, text, dropped)


_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def _read_docx(path: Path, data: bytes) -> Source:
    if data.startswith(_OLE):
        raise unreadable(
            path,
            "Tệp có mật khẩu hoặc là Word 97-2003 (.doc) mang đuôi .docx. Hãy bỏ mật khẩu, lưu lại dạng .docx.",
            "The file has a password, or is Word 97-2003 (.doc) named .docx. Remove the password, save it as .docx.",
        )
    try:
        word = read_word(data)
    except TooLargeError as error:
        raise unreadable(
            path,
            "Tệp nén chứa dữ liệu quá lớn, không phải văn bản bình thường. Hãy kiểm tra nguồn gốc tệp.",
            "Unpacked, the file is far larger than a document. Check where it comes from.",
        ) from error
    except BrokenPackageError as error:
        raise unreadable(
            path,
            "Tệp Word bị hỏng hoặc chép thiếu. Hãy chép lại tệp gốc hoặc mở bằng Word và lưu lại.",
            "The Word file is damaged or incomplete. Copy the original again, or open it in Word and save it.",
        ) from error
    digest = hashlib.sha256(data).hexdigest()
    return Source(
        str(path), digest, "docx", "utf-8", word.lines, word.counted, word.dropped, word.pictures, word.notices
    )


def _read_pdf(path: Path, data: bytes) -> Source:
    try:
        pdf = read_pages(open_pdf(data))
    except LockedPdfError as error:
        raise unreadable(
            path,
            "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi chép lại.",
            "The PDF has a password. Remove it and copy the file again.",
        ) from error
    except BrokenPdfError as error:
        raise unreadable(
            path,
            "Tệp PDF bị hỏng hoặc chép thiếu. Hãy chép lại tệp gốc.",
            "The PDF is damaged or incomplete. Copy the original again.",
        ) from error
    lines, dropped = read_printed(pdf.pages)
    return Source(str(path), hashlib.sha256(data).hexdigest(), "pdf", None, lines, pdf.counted, dropped)


_READERS: Mapping[Format, Callable[[Path, bytes], Source]] = {"text": _read_text, "docx": _read_docx, "pdf": _read_pdf}
__all__ = ["PREFERENCE", "SUFFIXES", "UnreadableError", "read"]
