"""The frame around every page: head, header, menu, footer."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.portal.menu import MENU, Entry
from vankien.portal.page import Page
from vankien.portal.settings import Settings
from vankien.portal.templating import render

SCRIPTS = ("assets/vankien/frame/theme.js", "assets/vankien/frame/menu.js")
STYLE = "assets/vankien/vankien.css"


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one build share. `entries` is the menu; `styles` are loaded on hand-written pages before the
    portal's own; `scripts` on every page after the frame's own (the search box). Nothing here comes from the
    documents: a new document must not change every page."""

    settings: Settings
    entries: tuple[Entry, ...] = MENU
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()

    def around(self, page: Page) -> str:
        """The whole HTML of `page`."""
        return str(render("frame.html", frame=self, page=page, style=STYLE, own_scripts=SCRIPTS))
