"""The diagram of a document's relations (lược đồ): places of boxes and lines; document/diagram.svg draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vankien.portal.document.outline import opening_words
from vankien.portal.document.related import Related

_MOST = 8
_HEIGHT, _GAP, _EDGE = 58, 14, 6
_LETTER = 7.7
"""Pixels that a letter takes at 14 pixels, on the wide side."""


@dataclass(frozen=True, slots=True)
class Box:
    """A document in the diagram: its place and size, up to two lines of words, its full name, its state and link."""

    x: int
    y: int
    width: int
    lines: tuple[str, ...]
    name: str
    state: str
    url: str | None
    height: int = _HEIGHT

    @property
    def middle(self) -> int:
        """The height of its middle."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing of `width` by `height`: boxes, headings (x, y, words) and lines (SVG paths, arrow at the end)."""

    width: int
    height: int
    centre: Box
    boxes: tuple[Box, ...]
    headings: tuple[tuple[int, int, str], ...]
    lines: tuple[str, ...]


def wide_diagram(name: str, citing: Sequence[Related], cited: Sequence[Related]) -> Diagram:
    """What cites the document on the left, what it cites on the right."""
    box, centre = 284, 248
    side = box + 94
    width = 2 * _EDGE + centre + side * (bool(citing) + bool(cited))
    rows = max(1, min(len(citing), _MOST + 1), min(len(cited), _MOST + 1))
    height = 40 + rows * (_HEIGHT + _GAP) + _EDGE
    middle = 40 + (rows * (_HEIGHT + _GAP) - _GAP) // 2
    hub_x = _EDGE + (side if citing else 0)
    hub = Box(hub_x, middle - _HEIGHT // 2, centre, _wrapped(name, centre), name, "self", None)
    left = _column(citing, _EDGE, box, middle, "vien-dan-den")
    right = _column(cited, width - box - _EDGE, box, middle, "duoc-vien-dan")
    lines = [_curve(b.x + b.width, b.middle, hub.x - 4, hub.middle) for b in left]
    lines += [_curve(hub.x + hub.width, hub.middle, b.x - 4, b.middle) for b in right]
    headings = _headings((_EDGE, 22, left), (width - box - _EDGE, 22, right))
    return Diagram(width, height, hub, (*left, *right), headings, tuple(lines))


def narrow_diagram(name: str, citing: Sequence[Related], cited: Sequence[Related]) -> Diagram:
    """What cites the document above it, what it cites below it, joined by a spine on the left."""
    width, indent = 360, 34
    box = width - indent - _EDGE
    top = 34 if citing else _EDGE
    above = _stack(citing, indent, top, box, "vien-dan-den")
    y = above[-1].y + _HEIGHT + _GAP + 6 if above else top
    hub = Box(_EDGE, y, width - 2 * _EDGE, _wrapped(name, width - 2 * _EDGE), name, "self", None)
    below = _stack(cited, indent, y + _HEIGHT + 44, box, "duoc-vien-dan")
    spine = 18
    lines = [f"M{b.x} {b.middle}H{spine}V{hub.y - 4}" for b in above]
    lines += [f"M{spine} {hub.y + _HEIGHT}V{b.middle}H{b.x - 4}" for b in below]
    headings = _headings((indent, 22, above), (indent, y + _HEIGHT + 30, below))
    height = (below[-1] if below else hub).y + _HEIGHT + _EDGE
    return Diagram(width, height, hub, (*above, *below), headings, tuple(lines))


def _headings(
    citing: tuple[int, int, Sequence[Box]], cited: tuple[int, int, Sequence[Box]]
) -> tuple[tuple[int, int, str], ...]:
    words = ((citing, "Văn bản viện dẫn đến"), (cited, "Văn bản được viện dẫn"))
    return tuple((x, y, heading) for (x, y, boxes), heading in words if boxes)


def _column(related: Sequence[Related], x: int, width: int, middle: int, rest: str) -> tuple[Box, ...]:
    rows = min(len(related), _MOST + 1)
    return _stack(related, x, middle - (rows * (_HEIGHT + _GAP) - _GAP) // 2, width, rest)


def _stack(related: Sequence[Related], x: int, y: int, width: int, rest: str) -> tuple[Box, ...]:
    shown = related if len(related) <= _MOST + 1 else related[:_MOST]
    boxes = [
        Box(
            x,
            y + at * (_HEIGHT + _GAP),
            width,
            _lines(one, width),
            one.name,
            one.state,
            one.url or f"#{one.places[0].id}",
        )
        for at, one in enumerate(shown)
    ]
    if len(shown) < len(related):
        words = f"và {len(related) - len(shown)} văn bản khác"
        boxes.append(Box(x, y + len(shown) * (_HEIGHT + _GAP), width, (words,), words, "more", f"#{rest}"))
    return tuple(boxes)


def _lines(one: Related, width: int) -> tuple[str, ...]:
    relation = one.relations[0] + (f" · {one.state_words}" if one.state in ("missing", "ambiguous") else "")
    return (opening_words(one.name, int((width - 28) / _LETTER)), relation)


def _wrapped(name: str, width: int) -> tuple[str, ...]:
    letters = int((width - 28) / (_LETTER + 0.6))
    first = opening_words(name, letters).removesuffix("…") if len(name) > letters else name
    rest = name[len(first) :].strip()
    return (first, opening_words(rest, letters)) if rest else (first,)


def _curve(x1: int, y1: int, x2: int, y2: int) -> str:
    half = (x1 + x2) // 2
    return f"M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}"
