"""`404.html`: a server shows it at any address, so its links carry the portal's full address where that is known."""

from __future__ import annotations

from vankien.portal.page import Page
from vankien.portal.settings import Settings
from vankien.portal.templating import render

PATH = "404.html"


def not_found_page(settings: Settings) -> Page:
    """The page for an address that leads nowhere."""
    title = "Không tìm thấy trang"
    return Page(
        path=PATH,
        title=title,
        body=render("pages/not_found.html", title=title, root=settings.url),
        scripts=("assets/vankien/pages/wrong_address.js",),
        kind="not-found",
    )
