"""The page of a document, `van-ban/<document id>.html`, and the files beside it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from vankien.library import Library
from vankien.model import Document
from vankien.permalinks.divided import DividedLedger
from vankien.permalinks.ledger import Ledger
from vankien.portal.asset_files import FOLDER
from vankien.portal.digests import Digests
from vankien.portal.document.document_json import document_json
from vankien.portal.document.document_view import document_view
from vankien.portal.document.downloads import download_files, original_downloads
from vankien.portal.document.old_addresses import OldAddresses, old_addresses
from vankien.portal.document.outline import opening_words
from vankien.portal.document.surroundings import Surroundings, Surveyor
from vankien.portal.listing import document_url
from vankien.portal.mentions import MentionReader
from vankien.portal.page import Later, Page, RawFile, one_word
from vankien.portal.settings import Settings
from vankien.portal.templating import render
from vankien.project import Project
from vankien.writing.titles import title_behind

SCRIPTS = tuple(
    f"{FOLDER}/document/{name}.js"
    for name in ("address", "copying", "cite", "arrival", "outline", "preview", "printing", "standing")
)
_ALTERNATES = Markup(
    '<link rel="alternate" type="application/json" href="{0}.json">\n'
    '<link rel="alternate" type="text/markdown" href="{0}.md">'
)


def document_files(
    library: Library, project: Project, settings: Settings, ledger: Ledger | DividedLedger, digests: Digests
) -> Iterator[Later | RawFile]:
    """The page of every document, its data, its Markdown and its originals. `ledger` knows their former addresses."""
    surveyor = Surveyor(library, digests)
    for document in library.documents.values():
        around = surveyor.survey(document)
        originals = original_downloads(document, project)
        made_from = one_word(around.word, originals, ledger.lines(document.id), settings)

        def page(document: Document = document, around: Surroundings = around) -> Page:
            near = around.library()
            old = old_addresses(document, ledger)
            return document_page(document, near, project, settings, MentionReader(near), old)

        def data(document: Document = document, around: Surroundings = around) -> RawFile:
            return RawFile(f"van-ban/{document.id}.json", document_json(document, around.library()))

        yield Later(document_url(document.id), made_from, page)
        yield Later(f"van-ban/{document.id}.json", around.word, data)
        yield from download_files(document, project)


def document_page(
    document: Document,
    library: Library,
    project: Project,
    settings: Settings,
    reader: MentionReader,
    old: OldAddresses = OldAddresses(),  # noqa: B008 - frozen
) -> Page:
    """The page of one document; `old` are the addresses that its clauses had before."""
    path = document_url(document.id)
    view = document_view(document, library, project, settings, reader, old)
    metadata = document.metadata
    title = title_behind(view.name, metadata.title or "") if metadata.number else view.name
    return Page(
        path=path,
        title=opening_words(title, 110),
        body=render("document/page.html", view=view, page=path),
        description=opening_words(" ".join(c.text for c in document.clauses[:3]), 180),
        scripts=SCRIPTS,
        head=_ALTERNATES.format(document.id),
        section="van-ban/index.html",
        kind="document",
    )
