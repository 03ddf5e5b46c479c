"""What a paragraph or run looks like after its styles: font, bold, italics, capitals, hidden, centred, its list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from vankien.reading.word.names import OFF, P_PR, R_PR, VAL, Element, value, w


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are printed. None means: not said here."""

    font: str | None = None
    strong: bool | None = None
    em: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None

    def over(self, base: Look) -> Look:
        """This look where it says something, `base` elsewhere."""
        if self is _PLAIN:
            return base
        return Look(
            self.font if self.font is not None else base.font,
            self.strong if self.strong is not None else base.strong,
            self.em if self.em is not None else base.em,
            self.caps if self.caps is not None else base.caps,
            self.hidden if self.hidden is not None else base.hidden,
            self.raised if self.raised is not None else base.raised,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands: centred or not, its list (`num`) and level in it."""

    centered: bool | None = None
    num: str | None = None
    level: int | None = None

    def over(self, base: Shape) -> Shape:
        """This shape where it says something, `base` elsewhere."""
        return Shape(
            self.centered if self.centered is not None else base.centered,
            self.num if self.num is not None else base.num,
            self.level if self.level is not None else base.level,
        )


_PLAIN = Look()
_SWITCHES = {w("b"): "strong", w("i"): "em", w("caps"): "caps", w("vanish"): "hidden"}
_FONTS, _RAISED = w("rFonts"), w("vertAlign")
_ASCII, _HANSI, _CS = w("ascii"), w("hAnsi"), w("cs")
_DEPTH = 20


def look_of(properties: Element | None) -> Look:
    """The look that one `w:rPr` states."""
    if properties is None:
        return _PLAIN
    said: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag in _SWITCHES:
            said[_SWITCHES[tag]] = child.get(VAL, "1") not in OFF
        elif tag == _FONTS:
            said["font"] = child.get(_ASCII) or child.get(_HANSI) or child.get(_CS)
        elif tag == _RAISED:
            said["raised"] = child.get(VAL) == "superscript"
    return Look(**said) if said else _PLAIN


def shape_of(properties: Element | None) -> Shape:
    """The shape that one `w:pPr` states."""
    if properties is None:
        return Shape()
    align = value(properties, "jc")
    numbering = properties.find(w("numPr"))
    level = value(numbering, "ilvl")
    return Shape(
        None if align is None else align == "center",
        value(numbering, "numId"),
        int(level) if level is not None and level.isdigit() else None,
    )


class Styles:
    """The styles of one file, with what they inherit."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default_paragraph: str | None = None
        defaults = None
        if root is not None:
            for style in root.iterchildren(w("style")):
                name = style.get(w("styleId"), "")
                self._styles[name] = style
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                    self._default_paragraph = name
            defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}")
        self._base = look_of(defaults)
        self._inherited: dict[str | None, Look] = {}
        self._looks: dict[str | None, Look] = {}
        self._shapes: dict[str | None, Shape] = {}

    def paragraph_look(self, name: str | None) -> Look:
        """The look of the runs of a paragraph with style `name` (None: the default style)."""
        name = name if name in self._styles else self._default_paragraph
        if name not in self._looks:
            self._looks[name] = self._inherited_look(name).over(self._base)
        return self._looks[name]

    def run_look(self, name: str, paragraph: Look) -> Look:
        """The look of a run with character style `name` in a paragraph that looks so."""
        return self._inherited_look(name).over(paragraph)

    def paragraph_shape(self, name: str | None) -> Shape:
        """The shape that paragraph style `name` gives."""
        name = name if name in self._styles else self._default_paragraph
        if name not in self._shapes:
            shape = Shape()
            for style in self._chain(name):
                shape = shape.over(shape_of(style.find(P_PR)))
            if shape.num is not None and shape.level is None:
                shape = replace(shape, level=0)
            self._shapes[name] = shape
        return self._shapes[name]

    def _inherited_look(self, name: str | None) -> Look:
        if name not in self._inherited:
            look = _PLAIN
            for style in self._chain(name):
                look = look.over(look_of(style.find(R_PR)))
            self._inherited[name] = look
        return self._inherited[name]

    def _chain(self, name: str | None) -> list[Element]:
        """Style `name` and those it is based on, nearest first; a circle ends it."""
        chain: list[Element] = []
        while name in self._styles and len(chain) < _DEPTH:
            style = self._styles[name]
            chain.append(style)
            name = value(style, "basedOn")
        return chain
