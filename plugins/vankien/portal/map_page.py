"""The map of the archive's citations, `so-do.html`: a picture that can be explored, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from vankien.grouping.facets import LEVELS
from vankien.library import Library
from vankien.model import Link, State
from vankien.portal.browse import SORTING
from vankien.portal.listing import document_name, document_url
from vankien.portal.map_layout import BOX_HEIGHT, BOX_WIDTH, MapNode, lay_out
from vankien.portal.number_pages import number_url
from vankien.portal.page import Page
from vankien.portal.templating import render
from vankien.portal.wording import STATES
from vankien.writing.bodies import issuer_mark
from vankien.writing.slugs import number_slug

PATH = "so-do.html"
UNKNOWN_LEVEL = "Chưa rõ cấp"
MOST = 140
"""Documents that are drawn; of a larger archive those with the most citations, and the table has them all."""
_LABEL = 20
_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Tie:
    """A line of the table: who cites whom, how often."""

    source: MapNode
    target: MapNode
    mentions: int


def map_page(library: Library) -> Page:
    """The page with picture and table."""
    mentions = _mentions(library)
    nodes = _nodes(library, mentions)
    ties = [Tie(nodes[s], nodes[t], n) for (s, t), n in sorted(mentions.items(), key=lambda item: (-item[1], item[0]))]
    drawn = _most_cited(mentions)
    picture = lay_out(
        [node for key, node in nodes.items() if key in drawn], mentions, [*LEVELS.values(), UNKNOWN_LEVEL]
    )
    return Page(
        path=PATH,
        title="Sơ đồ viện dẫn",
        body=render(
            "pages/map.html",
            path=PATH,
            picture=picture,
            ties=ties,
            nodes=len(nodes),
            box_width=BOX_WIDTH,
            box_height=BOX_HEIGHT,
        ),
        description="Văn bản nào viện dẫn văn bản nào: sơ đồ và bảng.",
        scripts=(*SORTING, "assets/vankien/pages/explore_map.js"),
        kind="chart",
    )


def _mentions(library: Library) -> Mapping[tuple[str, str], int]:
    count: Counter[tuple[str, str]] = Counter()
    for link in library.links:
        target = _target(link, library)
        if target and target != link.document and not link.citation.inside:
            count[link.document, target] += 1
    return count


def _target(link: Link, library: Library) -> str | None:
    if link.target:
        return link.target
    number = link.citation.number or (link.citation.antecedent if link.citation.kind == "short" else None)
    slug = number_slug(number) if number else None
    return f"so-hieu/{slug}" if slug in library.numbers and link.state != "self" else None


def _nodes(library: Library, mentions: Mapping[tuple[str, str], int]) -> dict[str, MapNode]:
    dates: dict[str, str] = {}
    doubtful = set()
    for link in library.links:
        target = _target(link, library)
        if target and link.citation.date:
            dates.setdefault(target, link.citation.date)
        if target and link.state == "ambiguous":
            doubtful.add(target)
    keys = dict.fromkeys(key for pair in mentions for key in pair)
    return {key: _node(key, library, dates.get(key), doubtful=key in doubtful) for key in keys}


def _node(key: str, library: Library, cited_date: str | None, *, doubtful: bool) -> MapNode:
    if key in library.documents:
        metadata = library.documents[key].metadata
        name, url, held = document_name(metadata), document_url(key), True
        label = metadata.number or name
        level, date = metadata.level, metadata.date
    else:
        number = library.numbers[key.removeprefix("so-hieu/")]
        name = f"{' hoặc '.join(number.types) or 'Văn bản'} số {number.printed}"
        label, url, held = number.printed, number_url(number.slug), False
        mark = issuer_mark(number.printed)
        level, date = mark.level if mark else None, cited_date
    column = LEVELS.get((level or "").lower(), level) or UNKNOWN_LEVEL
    state: State = "linked" if held else "ambiguous" if doubtful else "missing"
    return MapNode(key, _short(label), name, url, column, date or _UNDATED, STATES[state], held=held)


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else label[:_LABEL].rpartition(" ")[0] + " …"


def _most_cited(mentions: Mapping[tuple[str, str], int]) -> set[str]:
    degree: Counter[str] = Counter()
    for (source, target), count in mentions.items():
        degree[source] += count
        degree[target] += count
    ranked = sorted(degree, key=lambda key: (-degree[key], key))
    return set(ranked[:MOST])
