"""The addresses of the ways into the archive, below `duyet/`."""

from __future__ import annotations

from vankien.grouping import Facet, FacetValue


def facet_url(facet: Facet) -> str:
    """The page that lists a facet's values, below the site's root."""
    return f"duyet/{facet.slug}.html"


def value_url(facet: Facet, value: FacetValue) -> str:
    """The page that lists the documents of one value."""
    return f"duyet/{facet.slug}/{value.slug}.html"
