"""The home page: what this is, the search box, the newest documents, the ways into the archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from vankien.grouping import Facet
from vankien.library import Library
from vankien.portal.listing import rows_of
from vankien.portal.number_pages import number_rows
from vankien.portal.page import Page
from vankien.portal.settings import Settings
from vankien.portal.templating import render

NEWEST = 8
VALUES = 6
MOST_CITED = 6


def home_page(library: Library, settings: Settings, facets: Sequence[Facet], published: Mapping[str, str]) -> Page:
    """`index.html`. `published` gives the ISO day on which each document came onto the portal."""
    cited = [row for row in number_rows(library) if row.mentions]
    documents = library.documents
    newest = sorted(documents.values(), key=lambda d: published.get(d.id, ""), reverse=True)[:NEWEST]
    return Page(
        path="index.html",
        title=settings.name,
        body=render(
            "pages/home.html",
            path="index.html",
            settings=settings,
            rows=rows_of(newest, library),
            facets=[facet for facet in facets if any(value.known for value in facet.values)],
            shown=VALUES,
            cited=cited[:MOST_CITED],
            numbers=len(cited),
            documents=len(documents),
            newest=max((d.metadata.date for d in documents.values() if d.metadata.date), default=None),
            clauses=sum(len(document.clauses) for document in documents.values()),
            citations=sum(link.state != "self" for link in library.links),
        ),
        description=settings.description or "Tìm, đọc và dẫn đúng từng điều khoản của văn bản.",
        head=Markup('<link rel="alternate" type="application/atom+xml" title="Văn bản mới" href="moi.xml">'),
        scripts=("assets/vankien/pages/home_search.js",),
        kind="home",
    )
