"""Cells become pipe tables; a table of one column is a frame around paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from vankien.model import Line
from vankien.normalizing.markdown import inline, paragraph_markdown, table_markdown


def blocks(paragraphs: Sequence[Line]) -> Iterator[str]:
    """The Markdown blocks of paragraphs in order, the cells of one table as one block."""
    for table, group in groupby(paragraphs, key=lambda p: None if p.cell is None else p.cell[0]):
        members = list(group)
        if table is None or len({p.cell[2] for p in members if p.cell}) == 1:
            yield from (paragraph_markdown(paragraph) for paragraph in members)
        else:
            yield table_markdown(_rows(members))


def _rows(members: Sequence[Line]) -> list[list[str]]:
    """The cells as inline Markdown, by printed row and column; `<br>` parts the paragraphs of one cell."""
    cells: dict[tuple[int, int], list[str]] = {}
    for paragraph in members:
        if paragraph.cell is not None:
            text = f"![{paragraph.image}]({paragraph.image})" if paragraph.image else inline(paragraph)
            cells.setdefault(paragraph.cell[1:], []).append(text)
    columns = {column: at for at, column in enumerate(sorted({column for _, column in cells}))}
    rows = {row: [""] * len(columns) for row in sorted({row for row, _ in cells})}
    for (row, column), texts in cells.items():
        rows[row][columns[column]] = "<br>".join(texts)
    return list(rows.values())
