"""How text on a web page is printed: bold, italic, raised, and in which font where that tells the encoding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from vankien.reading.legacy import Legacy, of_font

Element = Any
_FONT = re.compile(r"font-family\s*:\s*([^;}]{1,200})", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_STYLE = re.compile(r"font-style\s*:\s*(\w+)", re.IGNORECASE)
_CENTER = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"\.([\w-]+)")
_STRONG = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_EM = frozenset({"i", "em", "cite", "dfn", "var"})


@dataclass(frozen=True, slots=True)
class Look:
    """What holds for the text inside an element."""

    strong: bool = False
    em: bool = False
    raised: bool = False
    centered: bool = False
    encoding: Legacy | None = None


class Looks:
    """The looks of one page; `sheet` is the text of its style elements, of which only old fonts are read."""

    def __init__(self, sheet: str) -> None:
        self._fonts: Mapping[str, Legacy] = dict(_old_fonts(sheet))

    def inside(self, element: Element, around: Look) -> Look:
        """The look inside `element`, which stands in `around`."""
        tag, style = element.tag, element.get("style", "")
        look = around
        if tag in _STRONG:
            look = replace(look, strong=True)
        elif tag in _EM:
            look = replace(look, em=True)
        elif tag == "sup":
            look = replace(look, raised=True)
        elif tag == "center" or element.get("align", "").lower() == "center":
            look = replace(look, centered=True)
        if style:
            look = _styled(look, style)
        said, encoding = self._encoding(element, style)
        return replace(look, encoding=encoding) if said else look

    def _encoding(self, element: Element, style: str) -> tuple[bool, Legacy | None]:
        """Whether the element names a font, and the encoding of that font."""
        face = element.get("face") if element.tag == "font" else None
        if face is None and "font-family" in style:
            found = _FONT.search(style)
            face = found[1] if found else None
        if face is not None:
            return True, of_font(_first(face))
        if self._fonts:
            for name in element.get("class", "").split():
                if name in self._fonts:
                    return True, self._fonts[name]
        return False, None


def _styled(look: Look, style: str) -> Look:
    if (weight := _WEIGHT.search(style)) is not None:
        look = replace(look, strong=weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900"))
    if (slant := _STYLE.search(style)) is not None:
        look = replace(look, em=slant[1].lower() in ("italic", "oblique"))
    return replace(look, centered=True) if _CENTER.search(style) else look


def _first(family: str) -> str:
    return family.split(",")[0].strip(" '\"\\")


def _old_fonts(sheet: str) -> list[tuple[str, Legacy]]:
    """The classes that a style sheet sets in a font older than Unicode."""
    if not re.search(r"\.vn|vni", sheet, re.IGNORECASE):
        return []
    found: list[tuple[str, Legacy]] = []
    for rule in _RULE.finditer(sheet):
        font = _FONT.search(rule[2])
        encoding = of_font(_first(font[1])) if font else None
        if encoding:
            found += [(name, encoding) for name in _CLASS.findall(rule[1])]
    return found
