"""The files beside a document's page: its originals, its Markdown, its data."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from vankien.model import Document
from vankien.portal.page import Later, RawFile, one_word
from vankien.project import Project

_ACTIVE = frozenset({".html", ".htm", ".xhtml", ".mht", ".svg", ".xml"})
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Download:
    """One file: its address below the root, what it is called in the list, and the original's name and digest."""

    path: str
    label: str
    file: str = ""
    sha256: str = ""


def original_downloads(document: Document, project: Project) -> tuple[Download, ...]:
    """The originals that lie in archive/. A format that a browser would run (a saved web page) is offered inside a zip
    file, so that nothing foreign runs under the portal's address."""
    downloads: list[Download] = []
    used: set[str] = set()
    for source in document.sources:
        if not (project.archive / source.file).is_file():
            continue
        suffix = PurePosixPath(source.file).suffix.lower()
        name = f"van-ban/{document.id}.goc{suffix}"
        for again in range(2, len(used) + 2):
            if name not in used:
                break
            name = f"van-ban/{document.id}.goc-{again}{suffix}"
        used.add(name)
        path = f"{name}.zip" if suffix in _ACTIVE else name
        label = f"Bản gốc ({suffix.lstrip('.') or 'tệp'})"
        downloads.append(Download(path, label, source.file, source.sha256))
    return tuple(downloads)


def download_files(document: Document, project: Project) -> Iterator[Later | RawFile]:
    """The originals and the Markdown as files of the site."""
    for download in original_downloads(document, project):
        original = project.archive / download.file
        if download.path.endswith(".zip"):
            made_from = one_word(original.name, original.read_bytes())
            yield Later(download.path, made_from, partial(_zipped, download.path, original))
        else:
            yield RawFile(download.path, original)
    markdown = project.documents / f"{document.id}.md"
    if markdown.is_file():
        yield RawFile(f"van-ban/{document.id}.md", markdown)


def _zipped(path: str, file: Path) -> RawFile:
    """A zip file of one file, the same bytes on every build."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(file.name, _EPOCH), file.read_bytes())
    return RawFile(path, buffer.getvalue())
