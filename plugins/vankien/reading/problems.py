"""Why a file cannot be read, said to a person in Vietnamese and English, with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from vankien.model import Problem

Reason = Literal[
    "kind", "absent", "forbidden", "unopened", "large", "empty", "binary", "encoding", "textless",
    "unexpected", "word-broken", "word-locked", "unpacks-large", "pdf-broken", "pdf-locked", "page-broken",
    "no-office", "office-failed", "no-ocr", "ocr-failed", "too-many-scans",
]  # fmt: skip

_SAID: Mapping[str, tuple[str, str]] = {
    "kind": (
        "Không đọc được loại tệp này. Các loại đọc được: {kinds}.",
        "This kind of file cannot be read. Readable kinds: {kinds}.",
    ),
    "absent": ("Không có tệp này.", "There is no such file."),
    "forbidden": ("Không có quyền đọc tệp. Hãy cấp quyền đọc.", "No permission to read the file. Grant it."),
    "unopened": ("Không mở được tệp ({why}).", "The file cannot be opened ({why})."),
    "large": (
        "Tệp quá lớn ({size} MB, giới hạn {limit} MB). Hãy tách nhỏ tệp hoặc giảm dung lượng ảnh.",
        "The file is too large ({size} MB, the limit is {limit} MB). Split it or shrink its images.",
    ),
    "empty": ("Tệp rỗng. Hãy chép lại tệp gốc.", "The file is empty. Copy the original again."),
    "binary": (
        "Tệp không chứa văn bản (dữ liệu nhị phân). Hãy kiểm tra lại đuôi tệp.",
        "The file holds no text (binary data). Check its suffix.",
    ),
    "encoding": (
        "Không nhận ra bảng mã của tệp (dòng {line}). Hãy lưu lại bằng bảng mã UTF-8.",
        "The encoding of the file is not known (line {line}). Save it again as UTF-8.",
    ),
    "textless": (
        "Tệp không có chữ nào. Hãy kiểm tra lại tệp gốc.",
        "There are no words in the file. Check the original.",
    ),
    "unexpected": (
        "Tệp có nội dung bất thường nên không đọc được ({why}). Hãy mở tệp rồi lưu lại dạng .docx hoặc .txt.",
        "Something in the file is out of order and it cannot be read ({why}). Open it and save it as .docx or .txt.",
    ),
    "word-broken": (
        "Tệp Word bị hỏng hoặc chép thiếu. Hãy chép lại tệp gốc hoặc mở bằng Word và lưu lại.",
        "The Word file is damaged or incomplete. Copy the original again, or open it in Word and save it.",
    ),
    "word-locked": (
        "Tệp Word có mật khẩu. Hãy bỏ mật khẩu rồi chép lại.",
        "The Word file has a password. Remove it and copy the file again.",
    ),
    "unpacks-large": (
        "Tệp nén chứa dữ liệu quá lớn, không phải văn bản bình thường. Hãy kiểm tra nguồn gốc tệp.",
        "Unpacked, the file is far larger than a document. Check where it comes from.",
    ),
    "pdf-broken": (
        "Tệp PDF bị hỏng hoặc chép thiếu. Hãy chép lại tệp gốc.",
        "The PDF is damaged or incomplete. Copy the original again.",
    ),
    "pdf-locked": (
        "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi chép lại.",
        "The PDF has a password. Remove it and copy the file again.",
    ),
    "page-broken": (
        "Không đọc được trang web này. Hãy lưu lại trang từ trình duyệt.",
        "This web page cannot be read. Save it again from a browser.",
    ),
    "no-office": (
        "Chưa đọc được: cần LibreOffice để đọc tệp Word cũ. Hãy cài LibreOffice, hoặc lưu tệp thành .docx.",
        "Not read: old Word files need LibreOffice. Install it, or save the file as .docx.",
    ),
    "office-failed": (
        "LibreOffice không chuyển đổi được tệp: tệp hỏng hoặc có mật khẩu. Hãy mở bằng Word và lưu thành .docx.",
        "LibreOffice cannot convert the file: it is damaged or has a password. Open it in Word, save it as .docx.",
    ),
    "no-ocr": (
        "Chưa đọc được: tệp là ảnh quét, cần Tesseract và dữ liệu tiếng Việt (vie). Hãy cài Tesseract, "
        "hoặc bỏ tệp Word cùng tên vào bên cạnh.",
        "Not read: the file is a scan; Tesseract with its Vietnamese data (vie) is needed. Install it, "
        "or put the Word file of the same name beside it.",
    ),
    "ocr-failed": (
        "Không nhận dạng được chữ trên ảnh quét ({why}). Hãy quét lại rõ hơn.",
        "The words on the scan cannot be recognised ({why}). Scan it again more clearly.",
    ),
    "too-many-scans": (
        "Tệp có {pages} trang ảnh quét, quá nhiều để nhận dạng (giới hạn {limit}). Hãy tách nhỏ tệp.",
        "The file has {pages} scanned pages, too many to recognise (the limit is {limit}). Split it.",
    ),
}
_SKIPPED = frozenset({"no-office", "no-ocr"})


class UnreadableError(Exception):
    """A file that gives no text. `problem` says which, why and what to do; nothing else of the run is concerned."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.en)
        self.problem = problem


def unreadable(path: Path, reason: Reason, place: str = "", **values: object) -> UnreadableError:
    """The error to raise for the file at `path`. Its severity is "skipped" where an optional program is missing."""
    vi, en = (said.format(**values) for said in _SAID[reason])
    severity: Literal["error", "skipped"] = "skipped" if reason in _SKIPPED else "error"
    return UnreadableError(Problem(file=str(path), vi=vi, en=en, severity=severity, place=place))
