"""What is drawn on a PDF page beside its text: lines and boxes that show, that is, not in white."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Box = tuple[float, float, float, float]
_FAINT = 20
_WHITE = 230


def drawn_boxes(page: pdfium.PdfPage) -> Iterator[tuple[Box, bool]]:
    """The (left, bottom, right, top) of every path that shows, and whether its outline is drawn."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        raw.FPDFPath_GetDrawMode(item, mode, stroke)
        stroked = bool(stroke.value) and _shows(raw.FPDFPageObj_GetStrokeColor, item)
        if stroked or (mode.value and _shows(raw.FPDFPageObj_GetFillColor, item)):
            yield item.get_bounds(), stroked


def _shows(color_of: Callable[..., int], item: pdfium.PdfObject) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = color_of(item, red, green, blue, alpha)
    return bool(known) and alpha.value > _FAINT and min(red.value, green.value, blue.value) < _WHITE
