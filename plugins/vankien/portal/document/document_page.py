"""The page of a document, `van-ban/<document id>.html`, and the files beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from vankien.citing.validity import Effect
from vankien.library import Library
from vankien.model import Document, Link, Metadata
from vankien.permalinks.ledger import Ledger
from vankien.portal.asset_files import FOLDER
from vankien.portal.document.attribute_rows import AttributeRow, attribute_rows
from vankien.portal.document.citation_forms import citation_forms
from vankien.portal.document.clause_view import ClauseView, Drawing, draw_clauses
from vankien.portal.document.diagram import Diagram, narrow_diagram, wide_diagram
from vankien.portal.document.document_json import document_json
from vankien.portal.document.downloads import Download, download_files, original_downloads
from vankien.portal.document.fidelity_view import FidelityView, fidelity_view
from vankien.portal.document.old_addresses import OldAddresses, old_addresses
from vankien.portal.document.outline import OutlineItem, make_outline, opening_words
from vankien.portal.document.preview import Preview, PreviewMaker
from vankien.portal.document.printed import Closing, closing_view, printed_head
from vankien.portal.document.related import Related, cited_documents, citing_documents
from vankien.portal.listing import document_name, document_url
from vankien.portal.mentions import Mention, MentionReader
from vankien.portal.page import Page, RawFile
from vankien.portal.reference_link import opening_tag
from vankien.portal.settings import Settings
from vankien.portal.standing import EffectView, StandingView, effect_views, standing_view
from vankien.portal.templating import render
from vankien.project import Project

SCRIPTS = tuple(
    f"{FOLDER}/document/{name}.js"
    for name in ("address", "copying", "cite", "arrival", "outline", "preview", "printing")
)
_ALTERNATES = Markup(
    '<link rel="alternate" type="application/json" href="{0}.json">\n'
    '<link rel="alternate" type="text/markdown" href="{0}.md">'
)
_AFTER_CLOSING = frozenset({"kem-theo", "phu-luc"})


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What the template `document/page.html` draws."""

    id: str
    name: str
    first: str
    later: str
    metadata: Metadata
    standing: StandingView
    header: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    closing: Closing | None
    after: tuple[ClauseView, ...]
    notes: tuple[ClauseView, ...]
    lead: tuple[str, ...]
    outline: tuple[OutlineItem, ...]
    attributes: tuple[AttributeRow, ...]
    cited: tuple[Related, ...]
    citing: tuple[Related, ...]
    wide: Diagram
    narrow: Diagram
    previews: tuple[Preview, ...]
    downloads: tuple[Download, ...]
    originals: tuple[Download, ...]
    fidelity: FidelityView
    address: str
    report: str
    old: OldAddresses
    library: Library = field(repr=False)
    effects: tuple[Effect, ...]
    reader: MentionReader = field(repr=False)
    remarks: Mapping[str, tuple[str, ...]]

    def effects_on(self, clause: str) -> tuple[EffectView, ...]:
        """What other documents do to one clause."""
        return effect_views((effect for effect in self.effects if effect.clause == clause), self.library)

    @property
    def affected(self) -> tuple[tuple[str, str], ...]:
        """The clauses that other documents amend or repeal: id and label."""
        labels = {clause.id: clause.label for clause in self.library.documents[self.id].clauses}
        return tuple((clause, labels[clause]) for clause in self.standing.clauses if clause in labels)

    def mentions(self, links: tuple[Link, ...]) -> tuple[Mention, ...]:
        """Links as mentions, one for each clause that cites."""
        seen = {(link.document, link.citation.clause): link for link in reversed(links)}
        return self.reader.read(reversed(seen.values()))

    def picture(self, name: str) -> str:
        """The address of a picture in the text; MkDocs publishes it from beside the document's Markdown."""
        return f"van-ban/{self.id}/{name}"

    @property
    def report_link(self) -> str:
        """The mail link of "Báo sai sót"."""
        subject = quote(f"Báo sai sót: {self.name}")
        return f"mailto:{quote(self.report, safe='@')}?subject={subject}&body={quote(self.address)}"


def document_files(library: Library, project: Project, settings: Settings, ledger: Ledger) -> Iterator[Page | RawFile]:
    """The page of every document, its data, its Markdown and its originals. `ledger` knows their former addresses."""
    reader = MentionReader(library)
    for document in library.documents.values():
        old = old_addresses(document, ledger)
        yield document_page(document, library, project, settings, reader, old)
        yield RawFile(f"van-ban/{document.id}.json", document_json(document, library))
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
    view = _view(document, library, project, settings, reader, old)
    title = view.name if not document.metadata.title else f"{view.name} {document.metadata.title}"
    return Page(
        path=path,
        title=opening_words(view.name if document.metadata.title in (None, view.name) else title, 110),
        body=render("document/page.html", view=view, page=path),
        description=opening_words(" ".join(c.text for c in document.clauses[:3]), 180),
        scripts=SCRIPTS,
        head=_ALTERNATES.format(document.id),
        section="van-ban/index.html",
        kind="document",
    )


def _view(
    document: Document,
    library: Library,
    project: Project,
    settings: Settings,
    reader: MentionReader,
    old: OldAddresses,
) -> DocumentView:
    path = document_url(document.id)
    maker = PreviewMaker(library, reader)
    drawing = Drawing(
        library.links_of(document.id),
        lambda link: opening_tag(link, path, maker.preview(link)),
        lambda clause: library.cited_by_clause(document.id, clause),
    )
    clauses, notes = draw_clauses(document.clauses, drawing)
    cited, citing = cited_documents(document, library, reader), citing_documents(document, library, reader)
    name = document_name(document.metadata)
    originals = original_downloads(document, project)
    forms = citation_forms(document)
    effects = library.effects_on(document.id)
    return DocumentView(
        id=document.id,
        name=name,
        first=forms.first,
        later=forms.later,
        metadata=document.metadata,
        standing=standing_view(effects, library),
        header=printed_head(document.header, document.metadata),
        clauses=tuple(c for c in clauses if c.clause.kind not in _AFTER_CLOSING),
        closing=closing_view(document.closing),
        after=tuple(c for c in clauses if c.clause.kind in _AFTER_CLOSING),
        notes=notes,
        lead=document.lead,
        outline=make_outline(clauses),
        attributes=attribute_rows(document),
        cited=cited,
        citing=citing,
        wide=wide_diagram(name, citing, cited),
        narrow=narrow_diagram(name, citing, cited),
        previews=maker.previews,
        downloads=(
            *originals,
            Download(f"van-ban/{document.id}.md", "Văn bản (Markdown)"),
            Download(f"van-ban/{document.id}.json", "Dữ liệu (JSON)"),
        ),
        originals=originals,
        fidelity=fidelity_view(document.fidelity),
        address=settings.url + path,
        report=settings.report_to,
        library=library,
        effects=effects,
        reader=reader,
        old=old,
        remarks=_remarks(document),
    )


def _remarks(document: Document) -> Mapping[str, tuple[str, ...]]:
    """Clause id -> what an archivist remarks on it ("[nguyên văn]")."""
    notes = document.corrections.get("notes")
    found: dict[str, list[str]] = {}
    for note in notes if isinstance(notes, (list, tuple)) else ():
        found.setdefault(str(note["clause"]), []).append(str(note["note"]))
    return {clause: tuple(words) for clause, words in found.items()}
