"""The search page, `tim-kiem.html`, and the scripts by which every page can search."""

from __future__ import annotations

from vankien.portal.page import Page
from vankien.portal.templating import render

PATH = "tim-kiem.html"
_PAGES = "assets/vankien/pages/"
BOX = (
    "assets/vankien/search/search.js",
    *(
        _PAGES + name
        for name in ("marked_text.js", "search_hits.js", "list_keys.js", "reference_line.js", "quick_search.js")
    ),
    _PAGES + "search_dialog.js",
)
"""What every page loads for the search box, in this order."""


def search_page() -> Page:
    """The page on which one searches, filters and orders; the scripts of `BOX` come with the frame."""
    title = "Tìm kiếm"
    return Page(
        path=PATH,
        title=title,
        body=render("pages/search.html", title=title),
        description="Tìm trong từng điều, khoản, điểm của các văn bản; gõ có dấu hay không dấu.",
        scripts=("assets/vankien/document/copying.js", _PAGES + "search_filters.js", _PAGES + "search_page.js"),
        kind="search",
    )
