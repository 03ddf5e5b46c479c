"""Number, date and place that stand beside the signature instead of in the letterhead.

A consolidated text is numbered and dated where it is certified; a treaty, minutes and some reports are dated above
the signatures.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.model import Line
from vankien.normalizing.foot import CERTIFIED, DATED
from vankien.normalizing.layout import Parts
from vankien.normalizing.letterhead import Letterhead, read_letterhead
from vankien.normalizing.strips import read_strips

_MADE_AT = re.compile(r"\W*(?:lam|ky|lap)\s+tai\s+")
_LAST = 12  # lines of the text before the foot in which it may be dated


def read_endorsed(parts: Parts) -> tuple[Letterhead, tuple[Line, ...]]:
    """What stands beside the signature, and the lines that its line numbers count in."""
    strips = read_strips(parts.closing, 0, len(parts.closing), foot=True)
    certified = next((i for i, strip in enumerate(strips) if CERTIFIED.match(strip.folded)), None)
    if certified is not None:
        dated = [strip for strip in strips[certified + 1 :] if DATED.match(strip.folded)]
        return read_letterhead([*strips[:certified], *dated[:1]]), parts.closing
    lines = (*parts.body[-_LAST:], *parts.closing)
    for strip in read_strips(lines, 0, len(lines), foot=True):
        if DATED.match(strip.folded):
            made = _MADE_AT.match(strip.folded)
            at = made.end() if made else 0
            return read_letterhead([replace(strip, text=strip.text[at:], folded=strip.folded[at:])]), lines
    return Letterhead(), lines
