"""What the template `document/page.html` draws: all that a document's page says, gathered from the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from vankien.citing.validity import Effect
from vankien.library import Library
from vankien.model import Document, Link, Metadata
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
from vankien.portal.listing import document_name, document_url
from vankien.portal.mentions import Mention, MentionReader
from vankien.portal.reference_link import opening_tag
from vankien.portal.settings import Settings
from vankien.portal.standing import EffectView, StandingView, effect_views, standing_view
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
