"""What an archivist wrote about citations (`citations:` in NAME.yml): this mention is that document, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vankien.model import Citation, Document
from vankien.writing.folding import folded_words


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the mention's words (`printed` as the person wrote them, `text` folded), the clause it stands in
    (None: everywhere), and what it is."""

    printed: str
    text: str
    clause: str | None = None
    target: str | None = None
    number: str | None = None
    not_a_citation: bool = False


def read_corrections(corrections: Mapping[str, object]) -> tuple[Correction, ...]:
    """The citation corrections of a document; entries that say nothing are passed over (checked when normalising)."""
    entries = corrections.get("citations")
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        return ()
    return tuple(
        Correction(
            printed=str(entry["text"]),
            text=folded_words(str(entry["text"])),
            clause=_text(entry.get("clause")),
            target=_text(entry.get("target")),
            number=_text(entry.get("number")),
            not_a_citation=entry.get("not_a_citation") is True,
        )
        for entry in entries
        if isinstance(entry, Mapping) and entry.get("text")
        if entry.get("target") or entry.get("number") or entry.get("not_a_citation") is True
    )


class Corrected:
    """The corrections of one document, to be asked mention by mention."""

    def __init__(self, document: Document) -> None:
        self._corrections = read_corrections(document.corrections)
        mentions = document.citations if self._corrections else ()
        self._printed = {(clause, folded_words(c.text)) for c in mentions for clause in (c.clause, None)}

    def of(self, citation: Citation) -> Correction | None:
        """The correction that speaks of this mention, if any: its words are the mention's; or, where no mention of its
        clause has just these words, the mention's beginning or what follows its pinpoints."""
        if not self._corrections:
            return None
        words = folded_words(citation.text)
        here = [c for c in self._corrections if c.clause in (None, citation.clause)]
        whole = next((c for c in here if c.text == words), None)
        return whole or next((c for c in here if self._is_part(c, words, citation)), None)

    def idle(self, citations: Sequence[Citation]) -> tuple[Correction, ...]:
        """The corrections that speak of none of `citations`."""
        used = {correction for c in citations if (correction := self.of(c))}
        return tuple(c for c in self._corrections if c not in used)

    def _is_part(self, correction: Correction, words: str, citation: Citation) -> bool:
        if (correction.clause, correction.text) in self._printed:
            return False
        begins = f"{words} ".startswith(f"{correction.text} ")
        return begins or (bool(citation.pinpoints) and f" {correction.text} " in f" {words} ")


def _text(value: object) -> str | None:
    return str(value) if value else None
