"""Lay out an empty portal: other offices start here."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

_FILES = {"mkdocs.yml": "mkdocs.yml", "gitignore": ".gitignore", "gitattributes": ".gitattributes"}
_FOLDERS = ("archive", "docs/van-ban")


class FolderInUseError(Exception):
    """The folder holds something already; the message is for a person."""


def lay_out(folder: Path) -> None:
    """Make `folder` an empty portal. Raises `FolderInUseError` where it is no folder or is not empty, so that nothing
    is ever overwritten."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        vi, en = "đã có nội dung; hãy chọn thư mục mới hoặc thư mục trống.", "is in use; name a new or empty folder."
        raise FolderInUseError(f"{folder}: {vi} / {en}")
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    templates = resources.files("vankien").joinpath("new_portal")
    for source, target in _FILES.items():
        content = templates.joinpath(source).read_bytes()
        (folder / target).write_bytes(content)
