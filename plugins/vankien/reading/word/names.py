"""The XML names of a Word file that are read, in lxml's form."""

from __future__ import annotations

from typing import Any

Element = Any
"""An lxml element: the library's stubs do not know the attributes of WordprocessingML."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
IMAGEDATA = "{urn:schemas-microsoft-com:vml}imagedata"
R_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def w(name: str) -> str:
    """The full name of `w:name`."""
    return _W + name


VAL = w("val")
OFF = frozenset({"0", "false", "off", "none"})
P, TBL, TR, TC, SDT_CONTENT, TXBX = w("p"), w("tbl"), w("tr"), w("tc"), w("sdtContent"), w("txbxContent")
R, T, TAB, BR, CR, SYM, NO_BREAK = w("r"), w("t"), w("tab"), w("br"), w("cr"), w("sym"), w("noBreakHyphen")
P_PR, R_PR = w("pPr"), w("rPr")
DELETED = frozenset({w("del"), w("moveFrom")})


def value(parent: Element | None, name: str) -> str | None:
    """`@w:val` of the child `w:name`, or None."""
    if parent is None:
        return None
    child = parent.find(w(name))
    return None if child is None else child.get(VAL)


def switch(parent: Element | None, name: str) -> bool | None:
    """The on-off property `w:name` of `parent`; None where it is not said."""
    if parent is None:
        return None
    child = parent.find(w(name))
    if child is None:
        return None
    return child.get(VAL, "1") not in OFF
