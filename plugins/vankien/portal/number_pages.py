"""A page for every number cited or held, `so-hieu/<slug>.html`, and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from vankien.library import CitedNumber, Library
from vankien.model import Link
from vankien.portal.browse import SORTING
from vankien.portal.digests import Digests
from vankien.portal.listing import Row, Slice, row_of, rows_of, slices
from vankien.portal.mentions import Mention, MentionReader
from vankien.portal.page import Later, Page, one_word
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


def number_pages(library: Library, digests: Digests) -> Iterator[Later | Page]:
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
        yield from _number_pages(number, library, reader, digests)


def _number_pages(number: CitedNumber, library: Library, reader: MentionReader, digests: Digests) -> Iterator[Later]:
    groups = tuple(tuple(links) for _, links in groupby(number.links, key=lambda link: link.document))
    for part in slices(groups, number_url(number.slug), CITING):
        made_from = one_word(
            (number.slug, number.printed, number.types, len(number.links), len(groups), _elsewhere(number)),
            [(name, digests.row(name)) for name in number.held],
            [(digests.row(links[0].document), digests.mentions(links)) for links in part.rows],
            (part.number, part.paths),
        )
        yield Later(part.path, made_from, partial(_page, number, part, len(groups), library, reader))


def _page(
    number: CitedNumber, part: Slice[tuple[Link, ...]], citing: int, library: Library, reader: MentionReader
) -> Page:
    """One page of a number; `citing` counts the documents on all of them."""
    named = " hoặc ".join(number.types) or "Văn bản"
    title = f"{named} số {number.printed}"
    return Page(
        path=part.path,
        title=title if part.number == 1 else f"{title} (trang {part.number})",
        body=render(
            "pages/number.html",
            title=title,
            number=number,
            held=rows_of((library.documents[name] for name in number.held), library),
            slice=Slice(tuple(_citing(links, library, reader) for links in part.rows), part.number, part.paths),
            citing=citing,
            elsewhere=_elsewhere(number),
        ),
        description=_description(title, len(number.held), len(number.links)),
        section=INDEX,
        kind="cited-number",
    )


def _elsewhere(number: CitedNumber) -> int:
    """Mentions of a held number that may mean another document."""
    return sum(link.state in ("missing", "ambiguous") for link in number.links) if number.held else 0


def _citing(links: Sequence[Link], library: Library, reader: MentionReader) -> CitingDocument:
    document = library.documents[links[0].document]
    return CitingDocument(row_of(document, library), reader.read(_one_a_sentence(links)))


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
