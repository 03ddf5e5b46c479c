"""A Word file's characters by the simplest route: every run of every part, in whatever place it stands.

This knows nothing of paragraphs, tables and notes, so it catches a reader that skips some.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from vankien.reading.word.names import DELETED, MATH_TEXT, MC_FALLBACK, Element, P, R
from vankien.reading.word.runs import Looks, Run, put_together, text_of


def count(roots: Iterable[Element], looks: Looks) -> str:
    """The text of all runs below `roots`, NFC. Deleted text and the fall-back copies of drawings are not printed."""
    parts: list[str] = []
    for root in roots:
        parts.extend(_text(paragraph, looks) for paragraph in root.iter(P))
        parts.extend(element.text or "" for element in root.iter(MATH_TEXT))
    return unicodedata.normalize("NFC", "\n".join(parts))


def _text(paragraph: Element, looks: Looks) -> str:
    """The runs of which `paragraph` is the nearest paragraph."""
    base = looks.paragraph(paragraph)
    runs = []
    for run in paragraph.iter(R):
        if not _belongs(run, paragraph):
            continue
        look = looks.of(run, base)
        encoding = looks.encoding(look)
        text = "".join(text_of(child, encoding) for child in run)
        if text:
            runs.append(Run(text, look, encoding))
    return put_together(runs).text


def _belongs(run: Element, paragraph: Element) -> bool:
    """Whether `run` is printed in `paragraph` itself."""
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            break
        if ancestor.tag == P or ancestor.tag == MC_FALLBACK or ancestor.tag in DELETED:
            return False
    return not any(ancestor.tag == MC_FALLBACK for ancestor in paragraph.iterancestors(MC_FALLBACK))
