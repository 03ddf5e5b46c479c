"""The closing formula after the last clause: "Chỉ thị này được phổ biến đến ..."."""

from __future__ import annotations

import re
from functools import cache

from vankien.knowledge import load
from vankien.structuring.blocks import Block


@cache
def _formula() -> re.Pattern[str]:
    names = sorted((re.escape(t["name"]) for t in load("types")), key=len, reverse=True)
    this = rf"(?:{'|'.join(names)})(?: kết luận)? (?:liên tịch )?này"
    return re.compile(
        "|".join(f"(?:{line.replace('{this}', this)})" for line in load("closing_formulas")), re.IGNORECASE
    )


def first_of_closing(blocks: list[Block], start: int) -> int | None:
    """The index of the closing formula among the unnumbered blocks from `start` to the end, or None."""
    for at in range(start, len(blocks)):
        if blocks[at].kind == "text" and _formula().match(blocks[at].text):
            return at
    return None
