"""The feed of the newest documents, `moi.xml` (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from xml.etree import ElementTree as ET

from vankien.library import Library
from vankien.model import Document
from vankien.portal.graphml import xml_text
from vankien.portal.listing import document_name, document_url
from vankien.portal.page import RawFile
from vankien.portal.settings import Settings

PATH = "moi.xml"
ENTRIES = 50
_NEVER = "1970-01-01"
_ATOM = "http://www.w3.org/2005/Atom"


def feed_file(library: Library, settings: Settings, published: Mapping[str, str]) -> RawFile:
    """The feed. `published` gives the ISO date on which a document first stood in the portal; where it is unknown its
    own date counts, and a document that prints none comes last."""
    dates = {d.id: published.get(d.id) or d.metadata.date or _NEVER for d in library.documents.values()}
    newest = sorted(library.documents.values(), key=lambda d: dates[d.id], reverse=True)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _text(root, "id", settings.url or "urn:vankien:" + settings.name)
    _text(root, "title", settings.name)
    _text(root, "updated", _moment(max(dates.values(), default=_NEVER)))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = xml_text(settings.office or settings.name)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=f"{settings.url}index.html")
    if settings.url:
        ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=settings.url + PATH)
    for document in islice(newest, ENTRIES):
        _entry(root, document, settings, dates[document.id])
    ET.indent(root)
    return RawFile(PATH, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _entry(root: ET.Element, document: Document, settings: Settings, date: str) -> None:
    metadata = document.metadata
    entry = ET.SubElement(root, "entry")
    url = settings.url + document_url(document.id)
    _text(entry, "id", url if settings.url else f"urn:vankien:{document.id}")
    _text(entry, "title", document_name(metadata))
    _text(entry, "updated", _moment(date))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=url)
    if metadata.type:
        ET.SubElement(entry, "category", term=xml_text(metadata.type))
    parts = (metadata.title, metadata.issuer, metadata.date and "ngày " + "/".join(reversed(metadata.date.split("-"))))
    _text(entry, "summary", "; ".join(filter(None, parts)) or document_name(metadata))


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = xml_text(text)


def _moment(date: str) -> str:
    return f"{date}T00:00:00+07:00"
