"""The citations as GraphML, for programs that draw and count networks (http://graphml.graphdrawing.org)."""

from __future__ import annotations

import re

from lxml import etree

from vankien.library import Library
from vankien.model import Link
from vankien.portal.listing import document_name
from vankien.portal.page import RawFile
from vankien.writing.slugs import number_slug

PATH = "api/vien-dan.graphml"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NOT_XML = re.compile("[^\\t\\n\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_NODE_KEYS = ("label", "type", "number", "date", "issuer", "held")
_EDGE_KEYS = ("clause", "words", "state", "relation", "target_clause", "rule", "evidence")


def graphml_file(library: Library) -> RawFile:
    """`api/vien-dan.graphml`: a node a document, held or only cited by its number; an edge a mention."""
    root = etree.Element("graphml", xmlns=_NAMESPACE)
    for name in (*_NODE_KEYS, *_EDGE_KEYS):
        sort = "node" if name in _NODE_KEYS else "edge"
        kind = "boolean" if name == "held" else "string"
        etree.SubElement(root, "key", {"id": name, "for": sort, "attr.name": name, "attr.type": kind})
    graph = etree.SubElement(root, "graph", id="vien-dan", edgedefault="directed")
    for document in library.documents.values():
        metadata = document.metadata
        _node(graph, document.id, document_name(metadata), metadata.type, metadata.number, metadata.date,
              metadata.issuer, "true")  # fmt: skip
    for slug, number in library.numbers.items():
        if not number.held:
            kind = " hoặc ".join(number.types)
            name = f"{kind or 'Văn bản'} số {number.printed}"
            _node(graph, f"so-hieu/{slug}", name, kind, number.printed, None, None, "false")
    for link in library.links:
        target = _target(link, library)
        if target:
            _edge(graph, link, target)
    etree.indent(root)
    return RawFile(PATH, etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _target(link: Link, library: Library) -> str | None:
    if link.target or link.state == "self":
        return link.target or link.document
    slug = number_slug(link.citation.number) if link.citation.number else None
    number = library.numbers.get(slug) if slug else None
    return f"so-hieu/{slug}" if number and not number.held else None


def _node(graph: etree._Element, key: str, *values: str | None) -> None:
    node = etree.SubElement(graph, "node", id=key)
    _data(node, _NODE_KEYS, values)


def _edge(graph: etree._Element, link: Link, target: str) -> None:
    edge = etree.SubElement(graph, "edge", source=link.document, target=target)
    citation = link.citation
    landing = " ".join(link.clauses) or None
    _data(edge, _EDGE_KEYS, (citation.clause, citation.text, link.state, citation.relation, landing, link.rule,
                             citation.sentence))  # fmt: skip


def _data(element: etree._Element, keys: tuple[str, ...], values: tuple[str | None, ...]) -> None:
    for key, value in zip(keys, values, strict=True):
        if value:
            etree.SubElement(element, "data", key=key).text = xml_text(value)


def xml_text(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)
