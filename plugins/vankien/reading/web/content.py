"""Where on a saved page the document stands: below its head and foot, or where most of the running text is."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from vankien.knowledge import load

Element = Any
_SHARE = 0.75
_WHOLE = frozenset({"p", "span", "ul", "ol", "li"})
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tr"})


def main_part(body: Element) -> Element:
    """The innermost element that holds the document.

    From the body inwards: a child that holds three quarters of the running text (links and the page's frame do not
    count) is gone into, unless it leaves out a landmark of a document (the motto, Nơi nhận) that its parent holds. A
    table is gone into only as far as one of its cells holds so much: then it lays out the page.
    """
    weights = _weights(body)
    found = inner = body
    while True:
        children = [child for child in inner if isinstance(child.tag, str)]
        if not children:
            return found
        heaviest = max(children, key=lambda child: weights.get(child, 0))
        if weights.get(heaviest, 0) < _SHARE * weights[inner] or heaviest.tag in _WHOLE:
            return found
        if _landmarks(inner) - _landmarks(heaviest):
            return found
        inner = heaviest
        if inner.tag not in _TABLE_PARTS:
            found = inner


def is_frame(element: Element) -> bool:
    """Whether an element is of the page's own frame."""
    knowledge = load("web")
    return element.tag in knowledge["frame"] or element.get("role", "") in knowledge["frame_roles"]


def is_unread(element: Element) -> bool:
    """Whether an element never holds text of a document, or is a comment."""
    return not isinstance(element.tag, str) or element.tag in _unread()


def is_hidden(element: Element) -> bool:
    """Whether the page does not show the element."""
    style = element.get("style", "")
    return element.get("hidden") is not None or ("display" in style and _HIDDEN.search(style) is not None)


_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def _weights(body: Element) -> dict[Element, int]:
    """How many characters of running text each element holds."""
    weights: dict[Element, int] = {}
    skipped: set[Element] = set()
    for element in body.iter():
        parent = element.getparent()
        if is_unread(element) or is_frame(element) or is_hidden(element) or element.tag == "a" or parent in skipped:
            skipped.add(element)
        weights[element] = 0 if element in skipped else len((element.text or "").strip())
        if parent is not None and parent not in skipped:
            weights[parent] = weights.get(parent, 0) + len((element.tail or "").strip())
    for element in reversed(list(body.iter())):
        parent = element.getparent()
        if parent is not None and parent in weights and element not in skipped:
            weights[parent] += weights[element]
    return weights


def _landmarks(element: Element) -> set[int]:
    """Which landmarks of a document stand in an element."""
    text = " ".join("".join(element.itertext()).lower().split())
    return {at for at, pattern in enumerate(_patterns()) if pattern.search(text)}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in load("web")["landmarks"])


@cache
def _unread() -> frozenset[str]:
    return frozenset(load("web")["unread"])
