"""What the template `document/page.html` draws: all that a document's page says, gathered from the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from vankien.library import Library
from vankien.model import Document, Metadata
from vankien.portal.document.attribute_rows import AttributeRow, attribute_rows
from vankien.portal.document.citation_forms import citation_forms
from vankien.portal.document.clause_view import ClauseView, Drawing, draw_clauses
from vankien.portal.document.diagram import Diagram, narrow_diagram, wide_diagram
from vankien.portal.document.downloads import Download, original_downloads
from vankien.portal.document.fidelity_view import FidelityView, fidelity_view
from vankien.portal.document.old_addresses import OldAddresses
from vankien.portal.document.outline import OutlineItem, make_outline
from vankien.portal.document.preview import Preview, PreviewMaker
from vankien.portal.document.printed import Closing, closing_view, printed_head
from vankien.portal.document.related import Related, cited_documents, citing_documents
from vankien.portal.document.said_of_clauses import Said, said_of_clauses
from vankien.portal.listing import document_name, document_url
from vankien.portal.mentions import MentionReader
from vankien.portal.reference_link import opening_tag
from vankien.portal.settings import Settings
from vankien.portal.standing import StandingView, standing_view
from vankien.project import Project

_AFTER_CLOSING = frozenset({"kem-theo", "phu-luc"})


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The parts of the page, in its order; then what its methods look up."""

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
    said: Mapping[str, Said]

    @property
    def affected(self) -> tuple[tuple[str, str], ...]:
        """The clauses that other documents amend or repeal: id and label."""
        labels = {clause.id: clause.label for clause in self.library.documents[self.id].clauses}
        return tuple((clause, labels[clause]) for clause in self.standing.clauses if clause in labels)

    def picture(self, name: str) -> str:
        """The address of a picture in the text; MkDocs publishes it from beside the document's Markdown."""
        return f"van-ban/{self.id}/{name}"

    @property
    def report_link(self) -> str:
        """The mail link of "Báo sai sót"."""
        subject = quote(f"Báo sai sót: {self.name}")
        return f"mailto:{quote(self.report, safe='@')}?subject={subject}&body={quote(self.address)}"


def document_view(
    document: Document,
    library: Library,
    project: Project,
    settings: Settings,
    reader: MentionReader,
    old: OldAddresses,
) -> DocumentView:
    """The view of one document; `old` are the addresses that its clauses had before."""
    path = document_url(document.id)
    maker = PreviewMaker(library, reader)
    drawing = Drawing(
        library.links_of(document.id),
        lambda link: opening_tag(link, path, maker.preview(link)),
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
        standing=standing_view(effects, library, document.metadata),
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
        old=old,
        said=said_of_clauses(document, library, reader, old),
    )
