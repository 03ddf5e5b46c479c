"""A page for every number cited or held, `so-hieu/<slug>.html`, and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from vankien.library import CitedNumber, Library
from vankien.model import Link
from vankien.portal.browse import SORTING
from vankien.portal.listing import Row, row_of, rows_of, slices
from vankien.portal.mentions import Mention, MentionReader
from vankien.portal.page import Page
from vankien.portal.templating import render

INDEX = "so-hieu/index.html"
CITING = 100
"""Citing documents on one page of a number."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number in the index: its page, the mentions of it, the documents that mention it."""

    number: CitedNumber
    url: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """A document that cites a number, with its mentions."""

    row: Row
    mentions: tuple[Mention, ...]


def number_url(slug: str) -> str:
    """The address of a number's page, below the site's root."""
    return f"so-hieu/{slug}.html"


def number_rows(library: Library) -> tuple[NumberRow, ...]:
    """Every number, the one cited by most documents first."""
    rows = [
        NumberRow(number, number_url(slug), len(number.links), len({link.document for link in number.links}))
        for slug, number in library.numbers.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.documents, -row.mentions, row.number.slug)))


def number_pages(library: Library) -> Iterator[Page]:
    """The index of all numbers and the page of each."""
    yield Page(
        path=INDEX,
        title="Số, ký hiệu được viện dẫn",
        body=render("pages/numbers.html", path=INDEX, rows=number_rows(library)),
        description="Mọi số, ký hiệu văn bản được viện dẫn hoặc có trong kho.",
        scripts=SORTING,
        kind="list",
    )
    reader = MentionReader(library)
    for number in library.numbers.values():
        yield from _number_pages(number, library, reader)


def _number_pages(number: CitedNumber, library: Library, reader: MentionReader) -> Iterator[Page]:
    held = rows_of((library.documents[name] for name in number.held), library)
    named = " hoặc ".join(number.types) or "Văn bản"
    title = f"{named} số {number.printed}"
    citing = _by_document(number, library, reader)
    for part in slices(citing, number_url(number.slug), CITING):
        yield Page(
            path=part.path,
            title=title if part.number == 1 else f"{title} (trang {part.number})",
            body=render(
                "pages/number.html",
                title=title,
                number=number,
                held=held,
                slice=part,
                citing=len(citing),
                elsewhere=sum(link.state in ("missing", "ambiguous") for link in number.links) if held else 0,
            ),
            description=_description(title, len(held), len(number.links)),
            section=INDEX,
            kind="cited-number",
        )


def _by_document(number: CitedNumber, library: Library, reader: MentionReader) -> tuple[CitingDocument, ...]:
    groups = groupby(reader.read(_one_a_sentence(number.links)), key=lambda mention: mention.document)
    return tuple(
        CitingDocument(row_of(library.documents[document], library), tuple(mentions)) for document, mentions in groups
    )


def _one_a_sentence(links: Iterable[Link]) -> Iterator[Link]:
    """The first mention of each sentence: the sentence is shown once, however often it names the number."""
    seen = set()
    for link in links:
        place = (link.document, link.citation.clause, link.citation.sentence or link.citation.text)
        if place not in seen:
            seen.add(place)
            yield link


def _description(title: str, held: int, mentions: int) -> str:
    state = "Có trong kho" if held else "Chưa có trong kho"
    return f"{title}. {state}; {mentions} lần được viện dẫn."
