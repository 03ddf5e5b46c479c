"""Footnotes and endnotes: the mark that Word counts for each, and where its text is."""

from __future__ import annotations

from dataclasses import dataclass, field

from vankien.reading.word.counting import counted
from vankien.reading.word.names import Element, value, w

FOOTNOTE, ENDNOTE = w("footnoteReference"), w("endnoteReference")
_FORMS = {FOOTNOTE: ("footnotePr", "decimal"), ENDNOTE: ("endnotePr", "lowerRoman")}


@dataclass(slots=True)
class Notes:
    """Counts the notes of one document as they are met; `met` holds (kind, id, mark) in printed order."""

    settings: Element | None
    met: list[tuple[str, str, str]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def mark(self, reference: Element) -> str:
        """The mark of the note that `reference` calls."""
        kind = reference.tag
        own = _own_mark(reference)
        if own is None:
            self._numbers[kind] = self._numbers.get(kind, 0) + 1
        mark = counted(self._numbers[kind], self._form(kind)) if own is None else own
        self.met.append((kind, reference.get(w("id"), ""), mark))
        return mark

    def _form(self, kind: str) -> str:
        name, usual = _FORMS[kind]
        properties = None if self.settings is None else self.settings.find(w(name))
        return value(properties, "numFmt") or usual


def has_own_mark(reference: Element) -> bool:
    """Whether the author printed a mark himself, as text after the reference."""
    return reference.get(w("customMarkFollows"), "0") in ("1", "true", "on")


def _own_mark(reference: Element) -> str | None:
    """The mark that the author printed."""
    if not has_own_mark(reference):
        return None
    return "".join(text.text or "" for text in reference.itersiblings(w("t"))).strip() or "*"
