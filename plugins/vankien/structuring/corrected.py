"""What an archivist wrote about misread clauses (`clauses:` in NAME.yml): a paragraph is no clause, or another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vankien.model import Clause
from vankien.structuring.blocks import Block
from vankien.writing.folding import folded_words
from vankien.writing.marks import Mark, read_marks

_PRINTED = {
    "phan": "Phần {}.", "chuong": "Chương {}.", "muc": "Mục {}.", "tieu-muc": "Tiểu mục {}.", "dieu": "Điều {}.",
    "khoan": "{}.", "diem": "{})", "tiet": "{})",
}  # fmt: skip
_OPENING_WORDS = 12


def correct_marks(
    blocks: Sequence[Block], corrections: Iterable[Mapping[str, object]], clauses: Iterable[Clause]
) -> list[Block]:
    """The blocks with their marks put right. An entry names its paragraph by its opening words (`text`) or by the
    `id` that it has in `clauses`, the clauses as read; it says `not_a_clause: true`, or gives `kind` and `number`. An
    entry that fits no paragraph changes nothing."""
    openings = {c.id: " ".join(folded_words(f"{c.mark} {c.text}").split()[:_OPENING_WORDS]) for c in clauses}
    corrected = list(blocks)
    for entry in corrections:
        words = folded_words(str(entry["text"])) if entry.get("text") else openings.get(str(entry.get("id")), "")
        at = _paragraph(corrected, words)
        if at is not None:
            corrected[at] = replace(corrected[at], marks=_marks(corrected[at], entry))
    return corrected


def _paragraph(blocks: Sequence[Block], words: str) -> int | None:
    """The first paragraph that begins with the words."""
    if not words:
        return None
    return next(
        (at for at, b in enumerate(blocks) if b.kind == "text" and f"{folded_words(b.text)} ".startswith(f"{words} ")),
        None,
    )


def _marks(block: Block, entry: Mapping[str, object]) -> tuple[Mark, ...]:
    if entry.get("not_a_clause") is True:
        return ()
    read = block.marks[0] if block.marks else None
    kind = str(entry.get("kind") or (read.kind if read else "khoan"))
    number = str(entry.get("number") or (read.number if read else ""))
    printed = _PRINTED.get(kind, "{}.").format(number)
    meant = next((mark for mark in read_marks(f"{printed} x") if mark.kind == kind), None)
    if meant is None:
        return block.marks
    return (replace(meant, printed=read.printed if read else "", end=read.end if read else 0),)
