"""A whole web page: its document as lines, the rest of the page as left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from lxml import etree, html

from vankien.model import Dropped, Line, Picture
from vankien.reading.noting import link_notes
from vankien.reading.unseen import seen
from vankien.reading.web.charset import html_text
from vankien.reading.web.content import Element, is_hidden, is_unread, main_part
from vankien.reading.web.looks import Look, Looks
from vankien.reading.web.walk import Walker, shown

FRAME = "phần khung của trang web"
HIDDEN = "phần ẩn của trang web"


class NoPageError(ValueError):
    """No web page: nothing in it can be read as HTML."""


@dataclass(frozen=True, slots=True)
class WebText:
    """What a web page holds; `counted` is all its text by a second route."""

    lines: tuple[Line, ...]
    counted: str
    encoding: str
    dropped: tuple[Dropped, ...]
    pictures: tuple[Picture, ...]


def read_web(data: bytes) -> WebText:
    """The web page `data`. Raises `NoPageError`, `UndecodableError` (decoding.py)."""
    text, encoding = html_text(data)
    body = _body(text)
    looks = Looks("\n".join(style.text_content() for style in body.getroottree().iter("style")))
    main = main_part(body)
    walker = Walker(looks)
    around = Look()
    for element in reversed([main, *main.iterancestors()]):
        around = looks.inside(element, around)
    walker.read(main, around)
    lines, marks = link_notes(walker.lines, walker.marks)
    dropped = [Dropped(part, reason) for part, reason in _left_out(body, main, looks)]
    return WebText(
        tuple(lines),
        unicodedata.normalize("NFC", "\n".join(_all_text(body, looks, Look()))),
        encoding,
        (*dropped, *marks, *walker.dropped),
        tuple(walker.pictures.values()),
    )


def _body(text: str) -> Element:
    """The page's body. Declarations of encoding are cut off: the text is decoded already."""
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)
    try:
        root = html.document_fromstring(
            text, parser=html.HTMLParser(recover=True, no_network=True, remove_comments=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoPageError(str(error)) from error
    found = root.find("body")
    return root if found is None else found


def _left_out(body: Element, main: Element, looks: Looks) -> list[tuple[str, str]]:
    """The texts of the page outside `main`, in order, and why they are left out."""
    path = {main, *main.iterancestors()}
    found: list[tuple[str, str]] = []

    def visit(element: Element, look: Look) -> None:
        for child in element:
            if child is not main and not is_unread(child):
                inside = looks.inside(child, look)
                if child in path:
                    note(shown(child.text or "", inside.encoding))
                    visit(child, inside)
                else:
                    note(" ".join(_all_text(child, looks, look)), HIDDEN if is_hidden(child) else FRAME)
            note(shown(child.tail or "", look.encoding))

    def note(text: str, reason: str = FRAME) -> None:
        text = " ".join(text.split())
        if text:
            found.append((text, reason))

    if main is not body:
        look = looks.inside(body, Look())
        note(shown(body.text or "", look.encoding))
        visit(body, look)
    return found


def _all_text(element: Element, looks: Looks, around: Look) -> list[str]:
    """Every text inside `element` that a browser could show, by the simplest route."""
    look = looks.inside(element, around)
    parts = [shown(element.text or "", look.encoding)]
    for child in element:
        if not is_unread(child):
            parts += _all_text(child, looks, look)
        parts.append(shown(child.tail or "", look.encoding))
    return [seen(part) for part in parts if part]
