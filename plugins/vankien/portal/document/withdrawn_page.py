"""The page that stands where a withdrawn document stood: that it is gone, and none of its words."""

from __future__ import annotations

from collections.abc import Iterator

from vankien.library import Library
from vankien.portal.listing import document_url
from vankien.portal.page import Page
from vankien.portal.templating import render

TITLE = "Văn bản đã gỡ khỏi cổng"


def withdrawn_pages(library: Library) -> Iterator[Page]:
    """A page for each withdrawn document, so that old links arrive somewhere."""
    for document, day in library.withdrawn.items():
        path = document_url(document)
        yield Page(
            path=path,
            title=TITLE,
            body=render("document/withdrawn.html", title=TITLE, day=day, page=path),
            section="van-ban/index.html",
        )
