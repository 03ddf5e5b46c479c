"""The list of all documents, `van-ban/index.html`, and the ways into it, `duyet/<facet>.html` and below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vankien.grouping import Facet, FacetValue
from vankien.library import Library
from vankien.model import Document
from vankien.portal.facet_addresses import facet_url, value_url
from vankien.portal.listing import rows_of, slices
from vankien.portal.page import Later, Page
from vankien.portal.templating import later_page, render

ALL = "van-ban/index.html"
WAYS = "duyet/index.html"
SHOWN = 24
"""Values of a facet on the page of all facets."""
SORTING = ("assets/vankien/pages/sort_table.js",)
Steps = tuple[tuple[str, str | None], ...]
"""The way from the home page to a page: words and address, None for the page itself."""
_HOME = ("Trang chủ", "index.html")


def all_documents(library: Library, facets: Sequence[Facet]) -> Iterator[Later]:
    """The list of all documents, newest first, with the ways to divide it."""
    documents = library.documents.values()
    note = (
        f"{len(documents)} văn bản, mới nhất trước; văn bản không ghi ngày ban hành đứng sau cùng." if documents else ""
    )
    ways = [(facet.name, facet_url(facet)) for facet in facets]
    yield from _table(library, documents, ALL, "Văn bản", note, ((_HOME), ("Văn bản", None)), ways)


def facet_pages(library: Library, facets: Sequence[Facet]) -> Iterator[Later | Page]:
    """The page of all facets; for each facet the page of its values, and a page for each value."""
    known = [facet for facet in facets if any(value.known for value in facet.values)]
    title = "Duyệt theo"
    yield Page(
        path=WAYS,
        title=title,
        body=render("pages/facets.html", path=WAYS, title=title, facets=known, shown=SHOWN,
                    steps=(_HOME, ("Văn bản", ALL), (title, None))),
        description="Văn bản chia theo loại, năm, cấp, cơ quan, địa phương, nhiệm kỳ, người ký.",
        section=ALL,
        kind="list",
    )  # fmt: skip
    for facet in facets:
        yield Page(
            path=facet_url(facet),
            title=facet.name,
            body=render(
                "pages/facet.html",
                path=facet_url(facet),
                facet=facet,
                note="",
                steps=(_HOME, ("Văn bản", ALL), (facet.name, None)),
            ),
            description=f"Văn bản chia theo {facet.name.lower()}.",
            section=ALL,
            scripts=SORTING,
            kind="list",
        )
        for value in facet.values:
            yield from _value_pages(library, facet, value)


def _value_pages(library: Library, facet: Facet, value: FacetValue) -> Iterator[Later]:
    steps: Steps = (_HOME, ("Văn bản", ALL), (facet.name, facet_url(facet)), (value.name, None))
    title = f"{facet.name}: {value.name}"
    yield from _table(library, value.documents, value_url(facet, value), title, value.note, steps, ())


def _table(
    library: Library,
    documents: Iterable[Document],
    path: str,
    title: str,
    note: str,
    steps: Steps,
    ways: Sequence[tuple[str, str]],
) -> Iterator[Later]:
    """`ways` are the names and addresses of the facets."""
    rows = rows_of(documents, library)
    for part in slices(rows, path):
        context = {
            "slice": part,
            "title": title,
            "note": note,
            "steps": steps,
            "ways": ways,
            "caption": f"{len(rows)} văn bản",
        }
        yield later_page(
            part.path,
            "pages/documents.html",
            context,
            title=title if part.number == 1 else f"{title} (trang {part.number})",
            description=f"{title}: {len(rows)} văn bản.",
            section=ALL,
            scripts=SORTING,
            kind="list",
        )
