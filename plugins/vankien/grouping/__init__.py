"""Documents grouped by what they carry: the ways into an archive, for lists and for the search alike. Names and values;
the address of a page is the portal's business."""

from vankien.grouping.facets import Facet, FacetValue, facets_of

__all__ = ["Facet", "FacetValue", "facets_of"]
