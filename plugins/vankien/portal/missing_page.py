"""What the archive cites and does not hold, for the archivist, most wanted first: `van-ban-chua-co.html`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from vankien.library import Library
from vankien.model import Link
from vankien.portal.browse import SORTING
from vankien.portal.listing import document_name, document_url
from vankien.portal.number_pages import number_url
from vankien.portal.page import Page
from vankien.portal.reference_link import cited_name, cited_number
from vankien.portal.templating import render
from vankien.writing.folding import folded_words
from vankien.writing.slugs import number_slug

PATH = "van-ban-chua-co.html"
SHOWN = 3
_NAME = 48


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is cited and not held. `url` is its number's page, None where it is cited by name only; `places`
    are the first `SHOWN` documents that cite it (words, address of the clause)."""

    name: str
    url: str | None
    dates: tuple[str, ...]
    issuer: str | None
    mentions: int
    documents: int
    places: tuple[tuple[str, str], ...]


def wanted_documents(library: Library) -> tuple[Wanted, ...]:
    """Every cited document that the archive lacks, the one that most documents cite first."""
    groups: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in library.links:
        if link.state == "missing":
            groups[_identity(link)].append(link)
    wanted = [_wanted(links, library) for links in groups.values()]
    return tuple(sorted(wanted, key=lambda w: (-w.documents, -w.mentions, folded_words(w.name), w.name)))


def missing_page(library: Library) -> Page:
    """The page of what is wanted."""
    rows = wanted_documents(library)
    return Page(
        path=PATH,
        title="Văn bản được viện dẫn nhưng chưa có",
        body=render("pages/missing.html", path=PATH, rows=rows),
        description=f"{len(rows)} văn bản được viện dẫn nhưng kho chưa có, xếp theo số văn bản viện dẫn.",
        section="can-kiem-tra.html",
        scripts=SORTING,
        kind="list",
    )


def _identity(link: Link) -> tuple[str, str]:
    number = cited_number(link)
    if number:
        return number_slug(number), folded_words(link.citation.type)
    return "", folded_words(link.citation.title or link.citation.antecedent or link.citation.text)


def _wanted(links: list[Link], library: Library) -> Wanted:
    first = links[0]
    number = cited_number(first)
    slug = number_slug(number) if number else None
    firsts = {link.document: link for link in reversed(links)}
    documents = dict.fromkeys(link.document for link in links)
    return Wanted(
        name=cited_name(first),
        url=number_url(slug) if slug and slug in library.numbers else None,
        dates=tuple(sorted({link.citation.date for link in links if link.citation.date})),
        issuer=max((link.citation.issuer for link in links if link.citation.issuer), key=len, default=None),
        mentions=len(links),
        documents=len(documents),
        places=tuple(_place(firsts[name], library) for name in islice(documents, SHOWN)),
    )


def _place(link: Link, library: Library) -> tuple[str, str]:
    name = document_name(library.documents[link.document].metadata)
    short = name if len(name) <= _NAME else name[:_NAME].rpartition(" ")[0] + " …"
    return short, document_url(link.document, link.citation.clause)
