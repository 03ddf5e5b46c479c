"""Characters that take no room on paper: control characters, zero-width ones, soft hyphens."""

from __future__ import annotations

import re

REASON = "ký tự không hiển thị"
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")


def seen(text: str) -> str:
    """`text` without them."""
    return text if text.isascii() and text.isprintable() else UNSEEN.sub("", text)
