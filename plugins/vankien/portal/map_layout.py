"""Where the documents stand on the map of citations: one column a level, the oldest on top.

A pure function without chance in it: the same archive gives the same picture. Lengths are user units of the SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BOX_WIDTH = 168
BOX_HEIGHT = 30
COLUMN_GAP = 132
ROW_GAP = 12
TOP = 56
MARGIN = 24
BOW = 56


@dataclass(frozen=True, slots=True)
class MapNode:
    """A document of the map, held or only cited, `state` in words. `column` names the level; `rank` sorts inside a
    column."""

    key: str
    label: str
    title: str
    url: str
    column: str
    rank: str
    state: str
    held: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its upper left corner."""

    node: MapNode
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """A curve from the citing box to the cited one: `path` is SVG path data, `mentions` how often it is cited."""

    source: str
    target: str
    path: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column and the x of its left edge."""

    name: str
    x: int


@dataclass(frozen=True, slots=True)
class MapPicture:
    """All that the template draws."""

    width: int
    height: int
    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def lay_out(nodes: Sequence[MapNode], mentions: Mapping[tuple[str, str], int], columns: Sequence[str]) -> MapPicture:
    """The picture of `nodes` and of `mentions` (citing key, cited key) -> count. `columns` gives the order of the
    levels; a column without nodes is left out, a column not named there stands last."""
    present = {node.column for node in nodes}
    names = [*(c for c in columns if c in present), *sorted(present - set(columns))]
    heads = tuple(Column(name, MARGIN + n * (BOX_WIDTH + COLUMN_GAP)) for n, name in enumerate(names))
    boxes = []
    for head in heads:
        members = sorted((n for n in nodes if n.column == head.name), key=lambda n: (n.rank, n.label, n.key))
        boxes += [Box(n, head.x, TOP + row * (BOX_HEIGHT + ROW_GAP)) for row, n in enumerate(members)]
    place = {box.node.key: box for box in boxes}
    arrows = tuple(
        Arrow(source, target, _curve(place[source], place[target]), count)
        for (source, target), count in sorted(mentions.items())
        if source in place and target in place and source != target
    )
    width = 2 * MARGIN + len(heads) * BOX_WIDTH + max(len(heads) - 1, 0) * COLUMN_GAP + BOW
    height = max((box.y for box in boxes), default=TOP) + BOX_HEIGHT + MARGIN
    return MapPicture(width, height, heads, tuple(boxes), arrows)


def _curve(source: Box, target: Box) -> str:
    y1, y2 = source.y + BOX_HEIGHT // 2, target.y + BOX_HEIGHT // 2
    if source.x == target.x:
        x1, x2 = source.x + BOX_WIDTH, target.x + BOX_WIDTH
        c1, c2 = x1 + BOW, x2 + BOW
    elif source.x > target.x:
        x1, x2 = source.x, target.x + BOX_WIDTH
        c1, c2 = x1 - COLUMN_GAP // 2, x2 + COLUMN_GAP // 2
    else:
        x1, x2 = source.x + BOX_WIDTH, target.x
        c1, c2 = x1 + COLUMN_GAP // 2, x2 - COLUMN_GAP // 2
    return f"M{x1} {y1}C{c1} {y1} {c2} {y2} {x2} {y2}"
