"""A Word file's characters by the simplest route: every run of every part, in whatever place it stands.

This knows nothing of paragraphs, tables and notes, so it catches a reader that skips some.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from vankien.reading.unseen import seen
from vankien.reading.word.names import DELETED, MATH_TEXT, MC_FALLBACK, TXBX, Element, P, R
from vankien.reading.word.runs import PRINTED, Looks, Run, put_together, text_of


def count(roots: Iterable[Element], looks: Looks | None) -> str:
    """The text of all runs below `roots`, NFC. Deleted text and the fall-back copies of drawings are not printed.
    `looks` is None where nothing is printed otherwise than stored."""
    parts: list[str] = []
    for root in roots:
        parts.extend(_text(paragraph, looks) for paragraph in root.iter(P))
        parts.extend(element.text or "" for element in root.iter(MATH_TEXT))
    return unicodedata.normalize("NFC", "\n".join(parts))


def _text(paragraph: Element, looks: Looks | None) -> str:
    """The runs of which `paragraph` is the nearest paragraph."""
    if next(paragraph.iterancestors(MC_FALLBACK), None) is not None:
        return ""
    nested = next(paragraph.iter(TXBX, MC_FALLBACK, *DELETED), None) is not None
    runs = [run for run in paragraph.iter(R) if not nested or _belongs(run, paragraph)]
    if looks is None:
        return seen("".join(text_of(child, None) for run in runs for child in run.iterchildren(*PRINTED)))
    base = looks.paragraph(paragraph)
    found = []
    for run in runs:
        look = looks.of(run, base)
        encoding = looks.encoding(look)
        found.append(Run("".join(text_of(child, encoding) for child in run.iterchildren(*PRINTED)), look, encoding))
    return put_together(found).text


def _belongs(run: Element, paragraph: Element) -> bool:
    """Whether `run` is printed in `paragraph` itself."""
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag == P or ancestor.tag == MC_FALLBACK or ancestor.tag in DELETED:
            return False
    return True
