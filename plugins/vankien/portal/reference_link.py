"""Where a citation's link leads, and its start tag."""

from __future__ import annotations

from markupsafe import Markup

from vankien.model import Link
from vankien.portal.listing import document_url
from vankien.portal.number_pages import number_url
from vankien.portal.page import relative
from vankien.writing.numbers import number_key
from vankien.writing.slugs import number_slug

TOP = "dau-van-ban"
"""The id of a document's head, where a mention of the document by itself leads."""


def link_target(link: Link) -> str:
    """The address below the site's root: the clause or document where it is held, the number's page where it is not
    or where several fit, else the place among the citing document's own citations where the mention is explained."""
    if link.target and link.state in ("linked", "self"):
        clause = link.clauses[0] if link.clauses else (TOP if link.state == "self" else None)
        return document_url(link.target, clause)
    if link.state == "self":
        return document_url(link.document, link.clauses[0] if link.clauses else TOP)
    number = cited_number(link)
    return number_url(number_slug(number)) if number else document_url(link.document, mention_id(link))


def cited_number(link: Link) -> str | None:
    """The number that the mention stands for and that has a page, or None."""
    citation = link.citation
    number = citation.number or (citation.antecedent if citation.kind == "short" else None)
    return number if number and number_key(number)[:1].isdigit() else None


def cited_name(link: Link) -> str:
    """What the cited document is called where it is not held: type and number, else its name as cited."""
    number = cited_number(link)
    return f"{link.citation.type} số {number}" if number else (link.citation.antecedent or link.citation.text)


def mention_id(link: Link) -> str:
    """The id of the mention's line among the citations of its document; no clause id contains two dots."""
    citation = link.citation
    number = cited_number(link)
    name = f"vien-dan..{citation.clause}..{citation.start}-{citation.end}"
    return f"{name}..{number_slug(number)}" if number else name


def opening_tag(link: Link, page: str, preview: str | None) -> Markup:
    """The start tag of the citation's link on the page at `page`. `preview` is the id of its preview."""
    tag = Markup('<a class="vk-ref" data-state="{}" href="{}"').format(link.state, relative(page, link_target(link)))
    if link.state in ("ambiguous", "missing"):
        tag += Markup(' aria-describedby="vk-state-{}"').format(link.state)
    if preview:
        tag += Markup(' data-preview="{}"').format(preview)
    return tag + Markup(">")
