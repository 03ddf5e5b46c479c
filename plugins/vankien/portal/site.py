"""The whole site of a library, as pages and files; nothing here knows MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vankien.checking import check_archive
from vankien.ledger import open_ledger
from vankien.portal.asset_files import asset_files
from vankien.portal.digests import Digests
from vankien.portal.document import document_files
from vankien.portal.document.withdrawn_page import withdrawn_pages
from vankien.portal.page import Later, Page, RawFile
from vankien.portal.public_pages import public_pages
from vankien.portal.settings import read_settings
from vankien.project import Project

if TYPE_CHECKING:
    from vankien.library import Library


def compose(library: Library, project: Project) -> Iterator[Later | Page | RawFile]:
    """Every page and file of the portal; the pages still without their frame."""
    settings, ledger, digests = read_settings(project), open_ledger(project), Digests(library)
    yield from document_files(library, project, settings, ledger, digests)
    yield from withdrawn_pages(library)
    yield from public_pages(library, settings, ledger, check_archive(project), digests)
    yield from asset_files()
