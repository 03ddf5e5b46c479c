"""A document's clauses as the tree that its page draws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vankien.model import Clause, Link
from vankien.portal.document.clause_text import Anchor, cut_to, text_html

_HEADINGS = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu", "kem-theo", "phu-luc"})
_LONGEST_HEADING = 240
_FIRST_LEVEL, _LAST_LEVEL = 3, 6


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause ready to be drawn. `heading` is the level of its HTML heading, 0 for plain text; `rows` are the cells
    of a table."""

    clause: Clause
    html: Markup
    heading: int
    rows: tuple[tuple[Markup, ...], ...]
    children: tuple[ClauseView, ...]

    @property
    def parts(
        self,
    ) -> tuple[Clause, Markup, int, tuple[tuple[Markup, ...], ...], tuple[ClauseView, ...]]:
        """All of them, for the template."""
        return self.clause, self.html, self.heading, self.rows, self.children


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the clauses need from their document: its links with the start tag of each."""

    links: Sequence[Link]
    opening: Callable[[Link], Markup]


def draw_clauses(clauses: Sequence[Clause], drawing: Drawing) -> tuple[tuple[ClauseView, ...], tuple[ClauseView, ...]]:
    """The tree of clauses without the footnotes, and the footnotes, both in printed order."""
    anchors: dict[str, list[Anchor]] = defaultdict(list)
    for link in drawing.links:
        citation = link.citation
        anchors[citation.clause].append(Anchor(citation.start, citation.end, drawing.opening(link)))
    children: dict[str | None, list[Clause]] = defaultdict(list)
    known = {clause.id for clause in clauses}
    notes = [clause for clause in clauses if clause.kind == "chu-thich"]
    marks = {clause.number or "": clause.id for clause in notes}
    for clause in clauses:
        if clause.kind != "chu-thich":
            children[clause.parent if clause.parent in known else None].append(clause)

    def view(clause: Clause, level: int) -> ClauseView:
        heading = level if _is_heading(clause) else 0
        below = min(level + 1, _LAST_LEVEL) if heading else level
        html, rows = _content(clause, anchors[clause.id], marks)
        return ClauseView(
            clause,
            html,
            heading,
            rows,
            tuple(view(child, below) for child in children.get(clause.id, ())),
        )

    return (
        tuple(view(clause, _FIRST_LEVEL) for clause in children[None]),
        tuple(view(clause, 0) for clause in notes),
    )


def _is_heading(clause: Clause) -> bool:
    text = clause.text.rstrip()
    return clause.kind in _HEADINGS and len(text) <= _LONGEST_HEADING and not text.endswith((";", "./.", ","))


def _content(
    clause: Clause, anchors: Iterable[Anchor], marks: Mapping[str, str]
) -> tuple[Markup, tuple[tuple[Markup, ...], ...]]:
    def note_link(mark: str) -> Markup:
        target = marks.get(mark)
        if target is None:
            return Markup("<sup>{}</sup>").format(mark)
        return Markup(
            '<sup class="vk-note" id="goi-{0}"><a href="#{0}" aria-label="Chú thích {1}">{1}</a></sup>'
        ).format(target, mark)

    links = tuple(anchors)
    if not clause.rows:
        return text_html(clause.text, clause.spans, clause.refs, links, note_link), ()
    rows, at = [], 0
    for row in clause.rows:
        cells = []
        for cell in row:
            found = clause.text.find(cell, at)
            start = found if found >= 0 else at
            at = start + len(cell) if found >= 0 else at
            cells.append(text_html(cell, anchors=cut_to(links, start, start + len(cell)) if found >= 0 else ()))
        rows.append(tuple(cells))
    return Markup(), tuple(rows)
