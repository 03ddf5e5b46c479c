"""What an archivist wrote about citations (`citations:` in NAME.yml): this mention is that document, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vankien.model import Citation
from vankien.writing.folding import folded_words


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the mention's words, the clause it stands in (None: everywhere), and what it is."""

    text: str
    clause: str | None = None
    target: str | None = None
    number: str | None = None
    not_a_citation: bool = False


def read_corrections(corrections: Mapping[str, object]) -> tuple[Correction, ...]:
    """The citation corrections of a document; entries without words are passed over (checked when normalising)."""
    entries = corrections.get("citations")
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        return ()
    return tuple(
        Correction(
            text=folded_words(str(entry["text"])),
            clause=_text(entry.get("clause")),
            target=_text(entry.get("target")),
            number=_text(entry.get("number")),
            not_a_citation=entry.get("not_a_citation") is True,
        )
        for entry in entries
        if isinstance(entry, Mapping) and entry.get("text")
    )


def correct(citation: Citation, corrections: Sequence[Correction]) -> Correction | None:
    """The correction that speaks of this mention, if any: its words are the mention's, whole or its beginning."""
    words = folded_words(citation.text)
    for correction in corrections:
        if correction.clause in (None, citation.clause) and f"{words} ".startswith(f"{correction.text} "):
            return correction
    return None


def _text(value: object) -> str | None:
    return str(value) if value else None
