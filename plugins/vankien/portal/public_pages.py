"""Every page and file of the portal that is not a document's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vankien.grouping import facets_of
from vankien.library import Library
from vankien.model import Problem
from vankien.permalinks.divided import DividedLedger
from vankien.permalinks.ledger import Ledger
from vankien.portal.browse import all_documents, facet_pages
from vankien.portal.check_page import PATH as CHECK
from vankien.portal.check_page import check_page
from vankien.portal.digests import Digests
from vankien.portal.feed import feed_file
from vankien.portal.graphml import PATH as GRAPHML
from vankien.portal.graphml import graphml_file
from vankien.portal.guide_pages import guide_pages
from vankien.portal.home_page import home_page
from vankien.portal.lookup_page import lookup_pages
from vankien.portal.map_page import PATH as MAP
from vankien.portal.map_page import map_page
from vankien.portal.missing_page import missing_page
from vankien.portal.not_found_page import not_found_page
from vankien.portal.number_pages import number_pages
from vankien.portal.open_data import api_files
from vankien.portal.page import Later, Page, RawFile, one_word
from vankien.portal.search_page import search_page
from vankien.portal.settings import Settings
from vankien.portal.updates import first_days, updates_page

_NO_LEDGER = Ledger(())


def public_pages(
    library: Library,
    settings: Settings,
    ledger: Ledger | DividedLedger = _NO_LEDGER,
    problems: Sequence[Problem] = (),
    digests: Digests | None = None,
) -> Iterator[Later | Page | RawFile]:
    """The home page, lists, numbers, search, map, feed and open data, in the order of the menu. `ledger` tells when
    each document was published, `problems` what is wrong in archive/ or held back; `digests` are the library's."""
    published = first_days(ledger)
    facets = facets_of(tuple(library.documents.values()))
    words = digests or Digests(library)
    yield home_page(library, settings, facets, published)
    yield from all_documents(library, facets)
    yield from facet_pages(library, facets)
    yield search_page()
    yield from lookup_pages(library)
    yield from number_pages(library, words)
    yield Later(CHECK, one_word(words.everything, problems), lambda: check_page(library, problems))
    yield missing_page(library)
    yield Later(MAP, words.relations, lambda: map_page(library))
    yield from guide_pages(library, settings)
    yield updates_page(library, ledger)
    yield not_found_page(settings)
    yield feed_file(library, settings, published)
    yield from api_files(library, words)
    yield Later(GRAPHML, words.relations, lambda: graphml_file(library))
