"""What is printed before and after the text: the head, and the closing in two columns as on paper, with who receives
it on the left and who signs on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Metadata
from vankien.writing.folding import folded_words

_RECIPIENTS = re.compile(r"\s*n[ơo]i\s+nh[ậa]n", re.IGNORECASE)
_ITEM = re.compile(r"\s*[-–—+•*]")
_LAST = re.compile(r"\s*[-–—+•*]?\s*lưu\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Closing:
    """The paragraphs of the two columns, each in printed order."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def printed_head(paragraphs: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """The printed head, or () where it says no more than type and title, which the page's own head shows."""
    title = " ".join(part for part in (metadata.type, metadata.title) if part)
    said = f" {folded_words(title)} "
    more = any(f" {folded_words(line)} " not in said for line in paragraphs if folded_words(line))
    return tuple(paragraphs) if more else ()


def closing_view(paragraphs: Sequence[str]) -> Closing | None:
    """The closing, or None where nothing is printed. The recipients begin with "Nơi nhận" and go on while lines are
    list items; where there are none, everything stands on the right."""
    if not paragraphs:
        return None
    start = next((at for at, line in enumerate(paragraphs) if _RECIPIENTS.match(line)), None)
    if start is None:
        return Closing((), tuple(paragraphs))
    end = start + 1
    while end < len(paragraphs) and (_ITEM.match(paragraphs[end]) or _LAST.match(paragraphs[end])):
        end += 1
    return Closing(tuple(paragraphs[start:end]), (*paragraphs[:start], *paragraphs[end:]))
