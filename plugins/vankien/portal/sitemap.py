"""What search engines read: `sitemap.xml` (sitemaps.org) and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from vankien.portal.page import RawFile
from vankien.portal.settings import Settings

MOST = 50_000
"""Addresses in one file, by the protocol."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LEFT_OUT = frozenset({"404.html"})


def sitemap_files(paths: Iterable[str], settings: Settings) -> Iterator[RawFile]:
    """The site map of the pages at `paths` and robots.txt. The protocol wants full addresses: without `site_url` there
    is no site map, and robots.txt names none."""
    if not settings.url:
        yield RawFile("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    pages = sorted(path for path in set(paths) if path not in _LEFT_OUT)
    parts = [pages[at : at + MOST] for at in range(0, len(pages), MOST)] or [[]]
    if len(parts) == 1:
        yield RawFile("sitemap.xml", _urls(parts[0], settings))
    else:
        names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
        yield from (RawFile(name, _urls(part, settings)) for name, part in zip(names, parts, strict=True))
        yield RawFile("sitemap.xml", _tree("sitemapindex", "sitemap", [settings.url + name for name in names]))
    yield RawFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.url}sitemap.xml\n".encode())


def _urls(paths: Iterable[str], settings: Settings) -> bytes:
    return _tree("urlset", "url", [settings.url + path for path in paths])


def _tree(root_name: str, item_name: str, addresses: Iterable[str]) -> bytes:
    root = ET.Element(root_name, xmlns=_NAMESPACE)
    for address in addresses:
        ET.SubElement(ET.SubElement(root, item_name), "loc").text = address
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
